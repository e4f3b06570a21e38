"""Festivals and the days they fall on, from ``facts/festivals.toml``; silent beyond the years of the lunar table."""

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from gaojian import NamedTuple, parse_toml
from gaojian_checks.language.facts import Certainty
from gaojian_checks.language.lunar import days_of, lunar_years

_TABLE = Path(__file__).parent.parent / "facts" / "festivals.toml"


class Festival(NamedTuple):
    """A festival: ``forms`` are its names in texts, and one of the four others says when it is.

    ``lunar`` holds lunar months and days, ``solar`` a month and a day, ``term`` a solar term, ``weekday`` a month,
    which one, and the day of the week (Monday is 1).
    """

    name: str
    forms: tuple[str, ...]
    certainty: Certainty
    source: str
    lunar: tuple[tuple[int, int], ...] = ()
    solar: tuple[int, int] | None = None
    term: str | None = None
    weekday: tuple[int, int, int] | None = None

    @property
    def is_movable(self) -> bool:
        """Whether its day in the Gregorian calendar changes from year to year."""
        return self.solar is None

    def days(self, year: int) -> frozenset[date]:
        """Return its days in the Gregorian ``year``; empty where the tables don't reach."""
        if self.solar:
            return frozenset({date(year, *self.solar)})
        if self.weekday:
            month, which, weekday = self.weekday
            first = date(year, month, 1).isoweekday()
            return frozenset({date(year, month, 1 + (weekday - first) % 7 + 7 * (which - 1))})
        row = lunar_years().get(year)
        if row is None:
            return frozenset()
        if self.term:
            return frozenset({row.term(self.term)})
        return frozenset(day for month, number in self.lunar for day in days_of(month, number, year))

    def certainty_in(self, year: int) -> Certainty:
        """Return how its day in ``year`` is known: by the weaker of the two tables."""
        row = lunar_years().get(year) if self.lunar or self.term else None
        return Certainty.MEMORY if row and row.certainty is Certainty.MEMORY else self.certainty


@functools.cache
def festivals() -> Mapping[str, Festival]:
    """Return the festivals by every form of their names."""
    # Most documents name no festival: the reader of TOML is loaded with the table.
    rows = parse_toml(_TABLE.read_text("utf-8"))["festivals"]
    return {form: festival for festival in map(_festival, rows) for form in festival.forms}


def _festival(row: dict[str, Any]) -> Festival:
    fields: dict[str, Any] = {key: tuple(cell) if isinstance(cell, list) else cell for key, cell in row.items()}
    fields["lunar"] = tuple((month, day) for month, day in row.get("lunar", ()))
    fields["certainty"] = Certainty(row["certainty"])
    return Festival(**fields)
