"""Dated facts: the tables of ``gaojian_checks/facts``, each read when a check first asks for it.

A row says where it comes from (``source``) and how sure it is (``certainty``); ``cap`` keeps a finding that rests on an
unverified row from being an error. A table is silent about what it doesn't hold.
"""

import functools
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from gaojian import NamedTuple, Severity, Text, parse_toml

_FOLDER = Path(__file__).parent.parent / "facts"


class Certainty(Enum):
    """How a fact is known."""

    PRIMARY = "P"  # read in the primary text
    VERIFIED = "V"  # confirmed by an outside source
    COMPUTED = "C"  # computed over a corpus, or by arithmetic
    MEMORY = "M"  # general knowledge, unverified


class Congress(NamedTuple):
    """A national congress of the CPC."""

    number: int
    start: date
    end: date
    certainty: Certainty
    source: str


class Plenum(NamedTuple):
    """A plenary session of a Central Committee: 十八届四中全会 is congress 18, number 4."""

    congress: int
    number: int
    start: date
    end: date
    certainty: Certainty
    source: str


class FiveYearPlan(NamedTuple):
    """A five-year plan: ``name`` is what stands in quotation marks (十二五), ``start`` and ``end`` are years."""

    number: int
    name: str
    start: int
    end: int
    noun: str
    certainty: Certainty
    source: str


class EventSeries(NamedTuple):
    """Consecutive editions of a numbered event, ``per_year`` a year or one ``every`` so many years.

    ``forms`` are its names in texts; ``also`` maps an edition that was put off to the year it was held in.
    """

    name: str
    forms: tuple[str, ...]
    first_number: int
    last_number: int
    first_year: int
    every: int
    per_year: int
    also: Mapping[int, int]
    certainty: Certainty
    source: str

    def years(self, number: int) -> frozenset[int]:
        """Return the years that edition ``number`` belongs to; empty when the row doesn't hold it."""
        if not self.first_number <= number <= self.last_number:
            return frozenset()
        year = self.first_year + (number - self.first_number) // self.per_year * self.every
        return frozenset({year, self.also.get(number, year)})


class Campaign(NamedTuple):
    """A campaign of the party; ``end`` is None where only its beginning is known."""

    name: str
    forms: tuple[str, ...]
    start: date
    end: date | None
    certainty: Certainty
    source: str


class ShortLawName(NamedTuple):
    """A statute by a name that is more than its full name without 中华人民共和国 left out."""

    short: str
    full: str
    certainty: Certainty
    source: str


class NpcSession(NamedTuple):
    """A session of the NPC Standing Committee and the days on which it adopted statutes."""

    congress: int
    number: int
    adopted: date
    also: date | None
    certainty: Certainty
    source: str


def cap(severity: Severity, certainty: Certainty) -> Severity:
    """Return ``severity``, at most a warning where the fact is unverified."""
    return min(severity, Severity.WARNING) if certainty is Certainty.MEMORY else severity


def authority(certainty: Certainty) -> Text:
    """Return on whose word a fact stands, to be put in brackets in a message; the row itself names its source."""
    if certainty is Certainty.MEMORY:
        return Text("据资料表，未经核实", "by the fact tables, unverified")
    return Text("据资料表", "by the fact tables")


@functools.cache
def congresses() -> Mapping[int, Congress]:
    """Return the national congresses by number."""
    return {row["number"]: Congress(**row) for row in rows("congresses")}


@functools.cache
def plenums() -> Mapping[tuple[int, int], Plenum]:
    """Return the plenums by congress and number."""
    return {(row["congress"], row["number"]): Plenum(**row) for row in rows("plenums")}


@functools.cache
def five_year_plans() -> Mapping[str, FiveYearPlan]:
    """Return the five-year plans by name: "十二五"."""
    return {row["name"]: FiveYearPlan(**row) for row in rows("five_year_plans", "plans")}


@functools.cache
def event_series() -> tuple[EventSeries, ...]:
    """Return the numbered events, rows of one name in order."""
    return tuple(
        EventSeries(
            **{
                "every": 1,
                "per_year": 1,
                **row,
                "forms": tuple(row["forms"]),
                "also": {int(number): year for number, year in row.get("also", {}).items()},
            }
        )
        for row in rows("numbered_events", "events")
    )


@functools.cache
def campaigns() -> tuple[Campaign, ...]:
    """Return the campaigns in order."""
    return tuple(Campaign(**{"end": None, **row, "forms": tuple(row["forms"])}) for row in rows("campaigns"))


@functools.cache
def short_law_names() -> Mapping[str, ShortLawName]:
    """Return the short names of national statutes."""
    return {row["short"]: ShortLawName(**row) for row in rows("short_law_names")}


@functools.cache
def npc_sessions() -> Mapping[tuple[int, int], NpcSession]:
    """Return the sessions of the NPC Standing Committee by congress and number."""
    return {
        (row["congress"], row["number"]): NpcSession(**{"also": None, **row})
        for row in rows("npc_sessions", "sessions")
    }


def rows(table: str, key: str | None = None) -> list[dict[str, Any]]:
    """Return the rows under ``key`` (else the name of the table) of ``facts/{table}.toml``, certainty ready."""
    # Most documents name no such fact: the reader of TOML is loaded with the first table.
    found: list[dict[str, Any]] = parse_toml((_FOLDER / f"{table}.toml").read_text("utf-8"))[key or table]
    return [{**row, "certainty": Certainty(row["certainty"])} for row in found]
