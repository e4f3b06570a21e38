"""Who was in session when: the terms of the NPC and the CPPCC, and local party congresses."""

import functools
from collections.abc import Mapping
from datetime import date

from gaojian import NamedTuple
from gaojian_checks.language.facts import Certainty, rows

SESSIONS_OF_A_TERM = 5


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


class LocalPlenum(NamedTuple):
    """A plenum of a local committee (四川省委, 10, 3), opened on the day ``start``."""

    committee: str
    congress: int
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
