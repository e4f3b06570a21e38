"""The lunar calendar: lunar days and solar terms of 1900 to 2100, from ``facts/lunar_years.toml``.

``on(date(2013, 9, 19))`` is 农历癸巳年八月十五; ``days_of(8, 15, year=2013)`` says when that lunar day falls in 2013.
"""

import functools
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from gaojian import NamedTuple, parse_toml
from gaojian_checks.language.facts import Certainty

_TABLE = Path(__file__).parent.parent / "facts" / "lunar_years.toml"
TERMS = (
    *("小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至"),
    *("小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"),
)
_LENGTHS = {"S": 29, "L": 30}
_LEAP = "闰"
_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_ONES = "一二三四五六七八九"
_DAYS = ("", *(f"初{one}" for one in _ONES), "初十", *(f"十{one}" for one in _ONES), "二十")
_DAY_NAMES = (*_DAYS, *(f"廿{one}" for one in _ONES), "三十")
MONTHS = 12
_STEMS, _BRANCHES, _ANIMALS = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥", "鼠牛虎兔龙蛇马羊猴鸡狗猪"
# The year 4 was the first of a cycle of sixty.
_FIRST_OF_A_CYCLE = 4


class LunarDay(NamedTuple):
    """A day of the lunar calendar; ``year`` is the Gregorian year in which its lunar year began."""

    year: int
    month: int
    day: int
    is_leap: bool
    certainty: Certainty

    @property
    def name(self) -> str:
        """The month and the day in words: 八月十五."""
        return f"{_LEAP if self.is_leap else ''}{_MONTHS[self.month - 1]}月{_DAY_NAMES[self.day]}"


class LunarYear(NamedTuple):
    """A year of the lunar calendar: its first day, its leap month (0: none), and the lengths of its months, L or S.

    ``terms`` are the days of the solar terms of the Gregorian ``year``, two digits each, two terms in each month.
    """

    year: int
    new_year: date
    leap: int
    lengths: str
    terms: str
    certainty: Certainty
    source: str

    def months(self) -> Iterator[tuple[int, bool, date, int]]:
        """Yield number, whether it is the leap month, first day and length in days of every month."""
        first = self.new_year
        numbers = [(month, is_leap) for month in range(1, MONTHS + 1) for is_leap in (False, True)]
        own = [(month, is_leap) for month, is_leap in numbers if not is_leap or month == self.leap]
        for (month, is_leap), length in zip(own, self.lengths, strict=True):
            yield month, is_leap, first, _LENGTHS[length]
            first += timedelta(_LENGTHS[length])

    def date_of(self, month: int, day: int, *, is_leap: bool = False) -> date | None:
        """Return the date of a lunar day of this year, None if there is none; day 0 is the one before the month."""
        for number, leaps, first, length in self.months():
            if (number, leaps) == (month, is_leap):
                return first + timedelta(day - 1) if 0 <= day <= length else None
        return None

    def term(self, name: str) -> date:
        """Return the date of the solar term ``name`` in the Gregorian year."""
        index = TERMS.index(name)
        return date(self.year, index // 2 + 1, int(self.terms[2 * index : 2 * index + 2]))


@functools.cache
def lunar_years() -> Mapping[int, LunarYear]:
    """Return the lunar years by the Gregorian year in which they begin."""
    # Most documents name no lunar day: the reader of TOML is loaded with the table.
    table = parse_toml(_TABLE.read_text("utf-8"))
    rows = (_lunar_year(line.split(), table["source"]) for line in table["lunar_years"].splitlines())
    return {row.year: row for row in rows}


def _lunar_year(cells: list[str], source: str) -> LunarYear:
    year, certainty, new_year, leap, lengths, *terms = cells
    first = date.fromisoformat(f"{year}-{new_year}")
    return LunarYear(int(year), first, int(leap), lengths, "".join(terms), Certainty(certainty), source)


def on(day: date) -> LunarDay | None:
    """Return the lunar day that falls on ``day``; None beyond the table."""
    for year in (day.year, day.year - 1):
        lunar = lunar_years().get(year)
        if lunar is None or lunar.new_year > day:
            continue
        for month, is_leap, first, length in lunar.months():
            if first <= day < first + timedelta(length):
                return LunarDay(year, month, (day - first).days + 1, is_leap, lunar.certainty)
    return None


def days_of(month: int, day: int, year: int, *, is_leap: bool = False) -> frozenset[date]:
    """Return when a lunar day falls in the Gregorian ``year``; empty also beyond the table."""
    lunar = (lunar_years().get(number) for number in (year - 1, year))
    found = (each.date_of(month, day, is_leap=is_leap) for each in lunar if each)
    return frozenset(each for each in found if each and each.year == year)


def sexagenary_name(year: int) -> str:
    """Return stem and branch of the lunar year that begins in the Gregorian ``year``: 癸巳 for 2013."""
    number = year - _FIRST_OF_A_CYCLE
    return _STEMS[number % len(_STEMS)] + _BRANCHES[number % len(_BRANCHES)]


def animal(year: int) -> str:
    """Return the animal of the lunar year that begins in the Gregorian ``year``: 蛇 for 2013."""
    return _ANIMALS[(year - _FIRST_OF_A_CYCLE) % len(_ANIMALS)]
