"""Dates written with 年, 月 and 日: 2013年3月5日, 三月中旬, 2013年底, 5日."""

import re
from collections.abc import Callable
from functools import partial

from gaojian import Pattern, Span
from gaojian_checks.language.dates.days import is_duration, read_day
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, DIGITS, NUMBER, is_small, number_start, small_value
from gaojian_checks.language.dates.plain import is_plain_count, read_plain
from gaojian_checks.language.dates.ranges import read_range
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.spans import read_span
from gaojian_checks.language.dates.words import (
    DAY_WORDS,
    END_OF_YEAR,
    MONTH_WORDS,
    YEAR_WORDS,
    read_end_of_year,
    read_word,
)
from gaojian_checks.language.dates.years import Year, read_year
from gaojian_checks.language.numerals import style

# What may stand before a unit that tells time: a number, or the character of a word.
BEFORE = {
    "年": DIGITS | frozenset(BLANKS + YEAR_WORDS + "财財计計学學"),
    "月": DIGITS | frozenset(BLANKS + MONTH_WORDS),
    "日": DIGITS | frozenset(BLANKS + DAY_WORDS),
}
_EVERY = frozenset("每历歷多逐")
_BLANK = f"[{BLANKS}]{{0,2}}"
# 年 may follow 学, 财 or 会计. What is no number is sorted out by ``is_small``: classes of Han compile slowly.
_FIRST = Pattern(rf"({NUMBER}){_BLANK}(?:(月份?)|日|(.{{0,2}}?)年)")
_MONTH = Pattern(rf"{_BLANK}(.{{1,4}}?){_BLANK}月份?")
_DAY = Pattern(rf"{_BLANK}(.{{1,4}}?){_BLANK}(?:日|号|號)")
_MAY_FOLLOW = DIGITS | frozenset(BLANKS)
_ASCII_DIGITS, _KINDS_OF_YEARS = frozenset("0123456789"), frozenset("财財学學计計")
_SPECIAL_YEARS = {
    **dict.fromkeys(("财", "財", "会计", "會計", "会計", "會计"), Kind.FISCAL_YEAR),
    **dict.fromkeys("学學", Kind.SCHOOL_YEAR),
}
# 中 belongs to the time only where a clause or a joint follows: 2013年中国 is no middle of a year. 初三 is a lunar day.
_AFTER_MIDDLE = frozenset("，。、；：）)—至到前后以")
_LUNAR_DIGITS = frozenset("一二三四五六七八九十")
_KINDS = {
    (True, True): Kind.FULL_DATE,
    (True, False): Kind.YEAR_MONTH,
    (False, True): Kind.MONTH_DAY,
    (False, False): Kind.MONTH,
}


def read_units(prose: str, at: int, floor: int, taiwanese: Callable[[], bool]) -> Raw | None:
    """Return the date, or the relative word, whose first 年, 月 or 日 is at ``at``; it begins at ``floor`` or later."""
    before, unit = prose[at - 1] if at else "", prose[at]
    if before in _MAY_FOLLOW:
        plain = read_plain(prose, at, floor) if unit == "年" and before in _ASCII_DIGITS else None
        if plain is not None:
            return plain
        end = at
    elif before not in BEFORE[unit]:
        ends = unit == "年" and prose[at + 1 : at + 2] in END_OF_YEAR and before not in _EVERY
        return read_end_of_year(prose, at) if ends else None
    elif before in _KINDS_OF_YEARS:
        end = at - 2 if before in "计計" else at - 1
    else:
        return read_word(prose, at, floor)
    start = number_start(prose, end, floor) if prose[end - 1] in _MAY_FOLLOW else end
    if start == end:
        return read_word(prose, at, floor)
    if unit != "月" and is_plain_count(prose, start, at):
        read = read_span if unit == "年" else read_day
        return read(prose, start, prose[start:at], at + 1)
    return read_range(prose, start, floor, partial(_point, prose, floor, taiwanese))


def _point(prose: str, floor: int, taiwanese: Callable[[], bool], start: int) -> Raw | None:
    first = _FIRST.match(prose, start)
    if first is None:
        return None
    number, month, special = first.groups()
    if special is not None:
        return _from_year(prose, first, taiwanese)
    if not is_small(number):
        return None
    end = first.end()
    if month is None:
        return read_day(prose, start, number, end)
    day = _next(_DAY, prose, end)
    if day is None and is_duration(prose, start, end):
        return None
    span, anchored = Span(start, day.end() if day else end), _anchored(prose, start, floor)
    return _dated(prose, span, (number, day and day[1]), anchored=anchored)


def _from_year(prose: str, first: re.Match[str], taiwanese: Callable[[], bool]) -> Raw | None:
    number, special, (start, end) = first[1], first[3], first.span()
    if special and special not in _SPECIAL_YEARS:
        return None
    month = _next(_MONTH, prose, end)
    year = read_year(prose, start, number, with_month=month is not None, taiwanese=taiwanese)
    if month is None:
        return read_span(prose, start, number, end) if year is None else _year(prose, number, special, year, end)
    day = _next(_DAY, prose, month.end())
    end = (day or month).end()
    if year is None:
        # 第三年3月5日: the year can't be told, so none may be taken from before either.
        return _dated(prose, Span(month.start(1), end), (month[1], day and day[1]), anchored=False)
    return _dated(prose, Span(year.start, end), (month[1], day and day[1]), (number, year))


def _next(unit: Pattern, prose: str, at: int) -> re.Match[str] | None:
    """Return the month or day that follows at ``at``."""
    if prose[at : at + 1] not in _MAY_FOLLOW:
        return None
    match = unit.match(prose, at)
    return match if match and is_small(match[1]) else None


def _year(prose: str, written: str, special: str, year: Year, end: int) -> Raw:
    kind, part, tail = year.kind, "", prose[end : end + 1]
    if special:
        kind = _SPECIAL_YEARS[special]
        end += tail == "度"
    elif tail == "代" and year.written % 10 == 0:
        kind, end = Kind.DECADE, end + 1
    elif tail == "度":
        kind, end = (Kind.FISCAL_YEAR if kind is Kind.YEAR else kind), end + 1
    elif _narrows(prose, end):
        part, end = tail, end + 1
    return Raw(year.start, end, kind, style(written), year.written, part=part, gregorian=year.gregorian)


def _narrows(prose: str, at: int) -> bool:
    """Return whether the character at ``at`` is the 底 of 2013年底 or of 三月底."""
    tail = prose[at : at + 1]
    return tail in {"初", "底", "末"} or (tail == "中" and prose[at + 1 : at + 2] in _AFTER_MIDDLE)


def _dated(
    prose: str,
    span: Span,
    parts: tuple[str, str | None],
    year: tuple[str, Year] | None = None,
    *,
    anchored: bool = True,
) -> Raw | None:
    """Return the date that ``parts``, its month and day, make."""
    month, day = parts
    month_number, day_number = small_value(month), None if day is None else small_value(day)
    # ○月○日 and 0月0日 are blanks to be filled in.
    if not month_number or (day is not None and not day_number):
        return None
    written, counted = year or ("", None)
    kind = _KINDS[counted is not None, day is not None]
    if counted is not None and counted.kind is not Kind.YEAR:
        kind = counted.kind
    dated = Raw(
        *span,
        kind,
        style(written + month + (day or "")),
        counted and counted.written,
        month_number,
        day_number,
        gregorian=counted and counted.gregorian,
        anchored=anchored,
    )
    return dated if day is not None else _narrowed(prose, dated)


def _narrowed(prose: str, month: Raw) -> Raw:
    """Return 三月上旬 or 三月底 where it begins with ``month``, else ``month``."""
    end = month.end
    part = prose[end : end + 1]
    if part in {"上", "中", "下"} and prose.startswith("旬", end + 1):
        return month._replace(end=end + 2, kind=Kind.TEN_DAYS, part=part)
    if _narrows(prose, end) and not (part == "初" and prose[end + 1 : end + 2] in _LUNAR_DIGITS):
        return month._replace(end=end + 1, part=part)
    return month


def _anchored(prose: str, start: int, floor: int) -> bool:
    # 每年3月5日 has no one year; in X年3月5日 the year is lost. Right after an expression (次年六月) the year is known.
    if start == floor:
        return True
    return prose[max(0, start - 1) : start] != "年" and "每" not in prose[max(0, start - 4) : start]
