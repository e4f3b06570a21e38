"""TOML that is parsed once and kept from one run to the next."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from gaojian.toml import Tables, files

SOURCE = """
title = "届次"
day = 2014-10-20
moment = 2014-10-20T09:30:00+08:00
local = 2014-10-20T09:30:00.25
hour = 09:30:00
numbers = [1, 2.5, true]
[[sessions]]
name = "四中全会"
days = [2014-10-20, 2014-10-23]
"""


def run(folder: Path | None, source: str) -> dict[str, object]:
    """Return what one run makes of ``source``."""
    tables = Tables(folder)
    table = tables.parse(source)
    tables.keep()
    return table


def test_what_was_kept_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run has the same objects, dates and times among them, and needs no parser."""
    expected = tomllib.loads(SOURCE)
    assert run(tmp_path, SOURCE) == expected

    def refuse(_: str) -> None:
        raise AssertionError

    monkeypatch.setattr(tomllib, "loads", refuse)
    again = run(tmp_path, SOURCE)

    assert again == expected
    assert [type(value) for value in again.values()] == [type(value) for value in expected.values()]


def test_a_text_that_changed_is_parsed_anew(tmp_path: Path) -> None:
    """One that is other by a single character is another text."""
    run(tmp_path, "day = 2014-10-20")

    assert run(tmp_path, "day = 2014-10-21") == {"day": date(2014, 10, 21)}
    assert run(tmp_path, "day = 2014-10-20") == {"day": date(2014, 10, 20)}


def test_what_a_caller_does_to_its_table_is_its_own_affair(tmp_path: Path) -> None:
    """Neither another caller nor the next run sees it."""
    tables = Tables(tmp_path)
    tables.parse(SOURCE)["sessions"].clear()
    tables.keep()
    again = Tables(tmp_path)
    again.parse(SOURCE)["sessions"].clear()

    assert len(again.parse(SOURCE)["sessions"]) == 1


def test_a_mistake_is_told_every_time(tmp_path: Path) -> None:
    """Nothing is kept of a text that is no TOML, and nothing where there is no folder."""
    for _ in range(2):
        with pytest.raises(ValueError, match="line 1, column"):
            run(tmp_path, "day = ?\n")
    assert run(None, "a = 1") == {"a": 1}
    assert list(files(tmp_path)) == []


@pytest.mark.parametrize("damage", [b"", b"\0" * 20, b"no marshal at all"])
def test_damage_costs_no_more_than_a_parse(tmp_path: Path, damage: bytes) -> None:
    """A broken file is mended by the next run."""
    run(tmp_path, SOURCE)
    (file,) = files(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(damage)

    assert run(tmp_path, SOURCE) == tomllib.loads(SOURCE)
    assert file.read_bytes() == whole
