"""A table of the user's own: congresses and plenums of local party committees."""

import functools
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from gaojian import NamedTuple, OptionError, Text, parse_toml
from gaojian_checks.language.facts import Certainty
from gaojian_checks.language.session_facts import LocalCongress, LocalPlenum, local_congresses

_COMMITTEES = tuple(f"{level}{noun}" for level in "省市县縣区區州盟旗" for noun in ("委", "党委"))
_CONGRESS = {"committee": '"四川省委"', "number": "10", "start": "2012-05-16"}
_PLENUM = {"committee": '"四川省委"', "congress": "10", "number": "3", "start": "2013-05-13"}
_TYPES = {"committee": str, "congress": int, "number": int, "start": date}


class LocalTable(NamedTuple):
    """Congresses by committee and number, plenums by committee, congress and number."""

    congresses: Mapping[tuple[str, int], LocalCongress]
    plenums: Mapping[tuple[str, int, int], LocalPlenum]

    @property
    def committees(self) -> frozenset[str]:
        """The committees that the table knows anything of."""
        congresses = {row.committee for row in self.congresses.values()}
        return frozenset(congresses.union(row.committee for row in self.plenums.values()))


def local_table(file: Path | None) -> LocalTable:
    """Return the built-in table with that of ``file`` as it is now; raise OptionError with what is wrong with it."""
    try:
        return _table(file, file.stat().st_mtime_ns if file else 0)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OptionError(Text(f"{file} 读不了（{reason}）", f"{file} cannot be read ({reason})")) from error


@functools.lru_cache(maxsize=16)
def _table(file: Path | None, changed: int) -> LocalTable:  # noqa: ARG001 (a key of the cache)
    """Return the table of a file that was ``changed`` then, in nanoseconds of its file system."""
    table = _load(file) if file else {}
    congresses, plenums = (_rows(file, table, key) for key in ("congresses", "plenums"))
    if file and not congresses and not plenums:
        raise OptionError(
            Text(f"{file} 中没有 congresses 或 plenums 表", f"{file} has neither a table congresses nor plenums")
        )
    source: dict[str, Any] = {"certainty": Certainty.VERIFIED, "source": file.name if file else ""}
    own = [LocalCongress(**row, **source) for row in _checked(file, "congresses", congresses, _CONGRESS)]
    dated = [LocalPlenum(**row, **source) for row in _checked(file, "plenums", plenums, _PLENUM)]
    return LocalTable(
        {(row.committee, row.number): row for row in (*local_congresses(), *own)},
        {(row.committee, row.congress, row.number): row for row in dated},
    )


def _load(file: Path) -> dict[str, Any]:
    try:
        return parse_toml(file.read_text("utf-8-sig"))
    except ValueError as error:
        text = Text(f"{file} 不是 UTF-8 编码的 TOML（{error}）", f"{file} is no TOML in UTF-8 ({error})")
        raise OptionError(text) from error


def _rows(file: Path | None, table: Mapping[str, Any], key: str) -> list[Any]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise OptionError(Text(f"{file} 的 {key} 应写作 [[{key}]]", f"{file}: {key} must be written as [[{key}]]"))
    return rows


def _checked(file: Path | None, table: str, rows: Sequence[Any], wanted: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows with the keys that are ``wanted`` alone; a key of the wrong type is named with its place."""
    for place, row in enumerate(rows, 1):
        given: dict[str, Any] = row if isinstance(row, dict) else {}
        for key, like in wanted.items():
            value: Any = given.get(key)
            if type(value) is not _TYPES[key] or (key == "committee" and not str(value).endswith(_COMMITTEES)):
                raise OptionError(
                    Text(
                        f"{file} 的 {table} 第{place}行缺少 {key}，或者写得不对（应如 {key} = {like}）",
                        f"{file}: row {place} of {table} needs {key}, such as {key} = {like}",
                    )
                )
    return [{key: row[key] for key in wanted} for row in rows]
