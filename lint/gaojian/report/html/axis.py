"""The years of a timeline, side by side."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from gaojian.chronicle import Moment, Role
from gaojian.record import NamedTuple

WIDTH = 960
"""Of the whole drawing."""
LEFT = 76
"""Where the years begin: the names of the lanes stand before."""
_MOST_YEARS, _WIDEST_YEAR = 24, 220
_LONGEST_PERIOD = 8
_DAYS = 366
# When there are too many years, those of the document itself stay, then those of facts.
_IMPORTANCE = {Role.OWN: 1000, Role.KNOWN: 5, Role.STATED: 1}


class Year(NamedTuple):
    """A column; ``gap`` where years before it are left out."""

    x: float
    label: str
    gap: bool


class Axis:
    """Columns of the same width for the years in which anything is; a period of a few years has all of its own."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        count: dict[int, int] = defaultdict(int)
        for moment in moments:
            first, last = moment.first.year, moment.last.year
            for year in range(first, last + 1) if last - first <= _LONGEST_PERIOD else (first, last):
                count[year] += _IMPORTANCE[moment.role]
        self._years = sorted(sorted(count, key=lambda year: (-count[year], -year))[:_MOST_YEARS])
        self._index = {year: index for index, year in enumerate(self._years)}
        self._column = min((WIDTH - LEFT - 8) / len(self._years), _WIDEST_YEAR)
        self.right = round(LEFT + self._column * len(self._years), 1)

    def holds(self, moment: Moment) -> bool:
        """Return whether both ends of ``moment`` are drawn."""
        return moment.first.year in self._index and moment.last.year in self._index

    def x(self, day: date, *, end: bool = False) -> float:
        """Return where ``day`` begins, or ends."""
        past = (day.timetuple().tm_yday - (not end)) / _DAYS
        return round(LEFT + (self._index[day.year] + past) * self._column, 1)

    def years(self) -> list[Year]:
        """Return the columns."""
        return [
            Year(round(LEFT + index * self._column, 1), str(year), index > 0 and self._years[index - 1] != year - 1)
            for year, index in self._index.items()
        ]
