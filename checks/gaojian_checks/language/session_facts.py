"""Who was in session when: the terms of the NPC and the CPPCC, local party congresses, and tables of the user's own."""

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from gaojian import OptionError, Text
from gaojian_checks.language.facts import Certainty, rows

SESSIONS_OF_A_TERM = 5
_COMMITTEES = tuple(f"{level}{noun}" for level in "省市县縣区區州盟旗" for noun in ("委", "党委"))


class Term(NamedTuple):
    """A term of the NPC or the CPPCC (``body``), one session a year; ``sessions`` of the five are in the table."""

    body: str
    congress: int
    first_year: int
    sessions: int
    certainty: Certainty
    source: str

    def year(self, number: int) -> int | None:
        """Return the year of session ``number``; None where the table doesn't hold it."""
        return self.first_year + number - 1 if 1 <= number <= self.sessions else None


class LocalCongress(NamedTuple):
    """A local party congress: the ``committee`` of that number (四川省委, 10) begins with it."""

    committee: str
    number: int
    start: date
    certainty: Certainty
    source: str


class Turn(NamedTuple):
    """The months in which local committees everywhere were elected anew."""

    first: date
    last: date
    certainty: Certainty
    source: str


@functools.cache
def terms() -> Mapping[tuple[str, int], Term]:
    """Return the terms by body (全国人大, 全国政协) and number."""
    return {(row["body"], row["congress"]): Term(**row) for row in rows("terms")}


def session_in(body: str, year: int) -> tuple[int, int] | None:
    """Return the term and the number of the session of ``body`` in ``year``; None where the table holds none."""
    found = ((term, year - term.first_year + 1) for term in terms().values() if term.body == body)
    return next(((term.congress, number) for term, number in found if term.year(number)), None)


@functools.cache
def local_congresses() -> tuple[LocalCongress, ...]:
    """Return the local congresses of the built-in table."""
    return tuple(LocalCongress(**row) for row in rows("local_congresses", "congresses"))


@functools.cache
def turns() -> tuple[Turn, ...]:
    """Return the times of renewal in order."""
    return tuple(Turn(**row) for row in rows("local_congresses", "turns"))


@functools.cache
def congresses_of(file: Path) -> tuple[LocalCongress, ...]:
    """Return the congresses of a user's own table; raise OptionError with what is wrong with it."""
    import tomllib  # noqa: PLC0415 (as in ``facts``)

    try:
        table = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OptionError(Text(f"{file} 读不了（{reason}）", f"{file} cannot be read ({reason})")) from error
    except ValueError as error:
        raise OptionError(
            Text(f"{file} 不是 UTF-8 编码的 TOML（{error}）", f"{file} is no TOML in UTF-8 ({error})")
        ) from error
    found = table.get("congresses")
    if not isinstance(found, list) or not found:
        raise OptionError(Text(f"{file} 中没有 congresses 表", f"{file} has no table congresses"))
    return tuple(_of_user(file, place, row) for place, row in enumerate(found, 1))


def _of_user(file: Path, place: int, row: object) -> LocalCongress:
    wanted: dict[str, tuple[type, str]] = {
        "committee": (str, '"四川省委"'),
        "number": (int, "10"),
        "start": (date, "2012-05-16"),
    }
    given: dict[str, Any] = row if isinstance(row, dict) else {}
    for key, (kind, like) in wanted.items():
        is_committee = key != "committee" or str(given.get(key)).endswith(_COMMITTEES)
        if type(given.get(key)) is not kind or not is_committee:
            raise OptionError(
                Text(
                    f"{file} 的 congresses 第{place}行缺少 {key}，或者写得不对（应如 {key} = {like}）",
                    f"{file}: row {place} of congresses needs {key}, such as {key} = {like}",
                )
            )
    source = str(given.get("source", file.name))
    return LocalCongress(given["committee"], given["number"], given["start"], Certainty.VERIFIED, source)
