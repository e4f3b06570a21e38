"""Compiled expressions that are kept from one run to the next."""

import marshal
import re
from pathlib import Path

import pytest
from conftest import Gaojian

from gaojian.compiled import Expressions

DATES = r"年(?<=(?P<year>[0-9]{4})年)(?P<month>[0-9]{1,2})月(?![份初])"


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("expressions-*"))


def sources(file: Path) -> set[str]:
    return {source for source, _ in marshal.loads(file.read_bytes()[4:])}  # noqa: S302 (what the test wrote)


@pytest.mark.parametrize(
    ("source", "flags", "text"),
    [
        (DATES, 0, "2024年3月，2025年11月份"),
        ("[㐀-鿿〇]{2,}+", 0, "二〇二四 abc 年度"),
        ("^第(一|二)", re.MULTILINE, "第一\n第二"),
        ("[a-zé]+", re.IGNORECASE, "ÉTÉ Été"),
        ("(?i:k)\U00020000?", 0, "K\U00020000"),
    ],
    ids=ascii,
)
def test_what_was_kept_finds_the_same(tmp_path: Path, source: str, flags: int, text: str) -> None:
    """A matcher made of what an earlier run kept equals the one compiled anew, groups and names included."""
    first = Expressions(tmp_path)
    compiled = first.compile(source, flags)
    first.keep()
    again = Expressions(tmp_path)

    restored = again.compile(source, flags)

    assert restored == compiled
    assert [m.groups() for m in restored.finditer(text)] == [m.groups() for m in compiled.finditer(text)]
    assert [m.groupdict() for m in restored.finditer(text)] == [m.groupdict() for m in compiled.finditer(text)]
    assert [m.span() for m in restored.finditer(text)] == [m.span() for m in re.finditer(source, text, flags)] != []


def test_what_was_kept_is_not_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run needs no compiler."""
    first = Expressions(tmp_path)
    first.compile(DATES, 0)
    first.keep()
    again = Expressions(tmp_path)

    def refuse(source: str, flags: int) -> None:
        raise AssertionError((source, flags))

    monkeypatch.setattr(re, "compile", refuse)

    assert again.compile(DATES, 0).pattern == DATES


def test_runs_add_to_what_is_kept(tmp_path: Path) -> None:
    """A run keeps what it compiled beside what earlier runs did, and one that compiled nothing writes nothing."""
    for source in ("甲+", "乙+"):
        run = Expressions(tmp_path)
        run.compile(source, 0)
        run.keep()
    (file,) = kept(tmp_path)
    written = file.stat().st_mtime_ns
    run = Expressions(tmp_path)
    run.compile("甲+", 0)
    run.keep()

    assert sources(file) == {"甲+", "乙+"}
    assert file.stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\x00",
        b"no marshal at all",
        marshal.dumps([1]),
        marshal.dumps({(DATES, 0): (0, b"\x01\x02\x03\x04", 0, {})}),
    ],
    ids=["empty", "zero", "text", "another type", "wrong code"],
)
def test_damage_is_mended(tmp_path: Path, damage: bytes) -> None:
    """A broken file costs the time to compile again, no more, and the next run finds it whole."""
    first = Expressions(tmp_path)
    first.compile(DATES, 0)
    first.keep()
    (file,) = kept(tmp_path)
    file.write_bytes(damage)
    again = Expressions(tmp_path)

    assert again.compile(DATES, 0) == re.compile(DATES)
    again.keep()
    assert sources(file) == {DATES}


def test_a_broken_expression_is_an_error_every_time(tmp_path: Path) -> None:
    """Nothing is kept of what does not compile."""
    for _ in range(2):
        run = Expressions(tmp_path)
        with pytest.raises(re.error):
            run.compile("年(", 0)
        run.keep()

    assert kept(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, expressions are compiled as if nothing were kept."""
    (tmp_path / "file").touch()
    run = Expressions(tmp_path / "file")
    run.compile(DATES, 0)
    run.keep()

    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_command_keeps_its_expressions_in_the_folder_it_is_told(gaojian: Gaojian, folder: Path) -> None:
    """GAOJIAN_CACHE names the folder; empty, nothing is kept."""
    (folder / "稿.txt").write_text("已到位项目经费万元，比上年增长%。\n", encoding="utf-8")
    cache = folder.parent / "kept"
    without = gaojian("check", "稿.txt", GAOJIAN_CACHE="", HOME=str(folder))
    first = gaojian("check", "稿.txt", GAOJIAN_CACHE=str(cache))
    second = gaojian("check", "稿.txt", GAOJIAN_CACHE=str(cache))

    assert (first.stdout, second.stdout) == (without.stdout, without.stdout)
    assert len(kept(cache)) == 1
    assert [path.name for path in folder.iterdir()] == ["稿.txt"]
