"""Ranges whose members share a part: 8月12—15日, 3—5月, 1至9月, 2009—2012年, 2012—2013学年."""

import re
from collections.abc import Callable

from gaojian import Pattern
from gaojian_checks.language.dates.days import joined_day
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, DIGITS, is_number, number_start, small_value
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import REPUBLIC, read_year
from gaojian_checks.language.numerals import style, value

Point = Callable[[int], Raw | None]

_JOINTS = frozenset("—–－~～-至到")
# A digit or a blank may begin the number before the joint.
MAY_JOIN = _JOINTS | DIGITS | frozenset(BLANKS)
_BLANK = f"[{BLANKS}]{{0,2}}"
# The number before the joint, whose unit follows the second; what is none is sorted out by ``is_number``.
_JOIN = Pattern(rf"{_BLANK}(.{{1,9}}?)??{_BLANK}(?:[—–－~～-]{{1,2}}|[至到]){_BLANK}")
_LAST_DAY = 31
_LONGEST_JOINT = 2
_SHORT_YEAR = Pattern(r"([0-9]{2})年(?![0-9])")
_ERA_YEAR = Pattern("([0-9]{1,3}|[一二三四五六七八九十百零〇]{1,6})年度?(?![0-9後后內内來来])")
_REPUBLIC_ENDS = frozenset("國国")
_YEARS = frozenset({Kind.YEAR, Kind.FISCAL_YEAR, Kind.SCHOOL_YEAR, Kind.ERA, Kind.REIGN, Kind.DECADE})
_DATES = frozenset({Kind.FULL_DATE, Kind.MONTH_DAY, Kind.YEAR_MONTH, Kind.MONTH, Kind.TEN_DAYS, Kind.DAY})
_JOINABLE = _YEARS | _DATES


def read_range(prose: str, nearest: int, floor: int, point: Point) -> Raw | None:
    """Return the range around the number at ``nearest``, or the single date that begins there.

    ``point`` reads the single date at an offset.
    """
    start = _joined_start(prose, nearest, floor) if nearest > floor and prose[nearest - 1] in _JOINTS else nearest
    first = point(start)
    if first is None and start == nearest:
        # Between its number and a joint there is the unit.
        return None
    end = first.end if first else start
    if prose[end : end + 1] in MAY_JOIN and (first is None or first.kind in _JOINABLE):
        join = _join(prose, end)
        joined = _joined(prose, first, join, point) if join else None
        if joined is not None:
            return joined
    single = point(nearest) if first is None and start < nearest else first
    # 72日 alone counts days; 8月12—32日 is a date that can't be.
    return None if single and single.kind is Kind.DAY and (single.day or 0) > _LAST_DAY else single


def _join(prose: str, at: int) -> re.Match[str] | None:
    join = _JOIN.match(prose, at)
    if join is None or prose[join.end() : join.end() + 1] not in DIGITS:
        return None
    return join if join[1] is None or is_number(join[1]) else None


def _joined_start(prose: str, start: int, floor: int) -> int:
    """Return where a number begins that a joint ties to the number at ``start``: the 3 of 3—5月."""
    joint = start
    while joint > floor and start - joint < _LONGEST_JOINT and prose[joint - 1] in _JOINTS:
        joint -= 1
    if joint == start:
        return start
    before = number_start(prose, joint, floor)
    return start if before == joint else before


def _joined(prose: str, first: Raw | None, join: re.Match[str], point: Point) -> Raw | None:
    last = (joined_day(prose, join.end()) if first and first.month else None) or _era_year(prose, first, join)
    last = last or point(join.end())
    if join[1] is not None:
        if last is None and len(join[1]) == 4:
            last = _short_year(prose, join)
        first = last and _shared(prose, first, join, last)
    if first is None or last is None or last.kind not in _JOINABLE:
        return None
    if last.kind in _YEARS and first.kind not in _YEARS:
        return None
    if first.kind is Kind.DAY and (last.day or 0) > _LAST_DAY:
        return None
    kind = Kind.YEAR_RANGE if first.kind in _YEARS and last.kind in _YEARS else Kind.RANGE
    if last.kind is Kind.SCHOOL_YEAR and kind is Kind.YEAR_RANGE:
        kind = Kind.SCHOOL_YEAR
    return Raw(first.start, last.end, kind, first.style, first.year, first.month, first.day, first=first, last=last)


def _short_year(prose: str, join: re.Match[str]) -> Raw | None:
    short = _SHORT_YEAR.match(prose, join.end())
    if short is None or not join[1].isascii():
        return None
    year = int(join[1][:2] + short[1])
    return Raw(join.end(), short.end(), Kind.YEAR, style(short[1]), year, gregorian=year)


def _era_year(prose: str, first: Raw | None, join: re.Match[str]) -> Raw | None:
    """Return the year after the joint that is one of the Republic by what stands before: 民國102年至103年."""
    if first is None and join[1] and prose[join.start(1) - 1 : join.start(1)] in _REPUBLIC_ENDS:
        era = read_year(prose, join.start(1), join[1], with_month=False, taiwanese=bool)
        is_era = era is not None and era.kind is Kind.ERA
    else:
        is_era = first is not None and first.kind is Kind.ERA and first.month is None and join[1] is None
    later = _ERA_YEAR.match(prose, join.end()) if is_era else None
    number = value(later[1]) if later else None
    if later is None or not number:
        return None
    return Raw(*later.span(), Kind.ERA, style(later[1]), number, gregorian=number + REPUBLIC - 1)


def _shared(prose: str, first: Raw | None, join: re.Match[str], last: Raw) -> Raw | None:
    """Return the first member with the number before the joint, whose unit is written on the last member only."""
    number, start, end = join[1], join.start(1), join.end(1)
    if first is None and last.year is not None:
        year = read_year(
            prose, start, number, with_month=last.month is not None, taiwanese=lambda: last.kind is Kind.ERA
        )
        return year and Raw(year.start, end, year.kind, style(number), year.written, gregorian=year.gregorian)
    worth = small_value(number)
    if worth is None or last.kind not in _DATES:
        return None
    if first is None:
        if last.month is not None:
            return Raw(start, end, Kind.MONTH, style(number), month=worth, anchored=last.anchored)
        return Raw(start, end, Kind.DAY, style(number), day=worth)
    if first.part or first.end != start:
        return None
    if first.kind in {Kind.MONTH, Kind.YEAR_MONTH} and last.day is not None:
        kind = Kind.MONTH_DAY if first.kind is Kind.MONTH else Kind.FULL_DATE
        return first._replace(end=end, kind=kind, day=worth)
    if first.kind is Kind.YEAR and last.year is None and last.month is not None:
        return first._replace(end=end, kind=Kind.YEAR_MONTH, month=worth)
    return None
