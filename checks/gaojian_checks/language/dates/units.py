"""Dates written with 年, 月 and 日: 2013年3月5日, 三月中旬, 2013年底, 5日."""

import re

from gaojian import Pattern, Span
from gaojian_checks.language.dates.days import is_duration, read_day
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, DIGITS, FEW, NUMBER, number_start, small_value
from gaojian_checks.language.dates.ranges import read_range
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.spans import read_span
from gaojian_checks.language.dates.words import DAY_WORDS, MONTH_WORDS, YEAR_WORDS, read_end_of_year, read_word
from gaojian_checks.language.dates.years import Year, read_year
from gaojian_checks.language.numerals import style

_BLANK = f"[{BLANKS}]{{0,2}}"
# What may stand before a unit that tells time: a number, or the character of a word.
_BEFORE = {
    "年": DIGITS | frozenset(BLANKS + YEAR_WORDS + "财財计計学學"),
    "月": DIGITS | frozenset(BLANKS + MONTH_WORDS),
    "日": DIGITS | frozenset(BLANKS + DAY_WORDS),
}
_EVERY = frozenset("每历歷多逐")
_POINT = Pattern(
    rf"(?:({NUMBER}){_BLANK}(财|財|[会會][计計]|[学學])?年)?"
    rf"(?:{_BLANK}({FEW}){_BLANK}月份?(?:{_BLANK}({FEW}){_BLANK}[日号號])?)?"
)
# 中 belongs to the time only where a clause or a joint follows: 2013年中国 is no middle of a year. 初三 is a lunar day.
_MIDDLE = r"中(?=[，。、；：）)—至到前后以])"
_YEAR_TAIL = Pattern(rf"(代)|(度)|([初底末]|{_MIDDLE})")
_MONTH_TAIL = Pattern(rf"([上中下])旬|([底末]|初(?![一二三四五六七八九十])|{_MIDDLE})")
_KINDS = {
    (True, True): Kind.FULL_DATE,
    (True, False): Kind.YEAR_MONTH,
    (False, True): Kind.MONTH_DAY,
    (False, False): Kind.MONTH,
}


def read_units(prose: str, at: int, floor: int, *, taiwanese: bool) -> Raw | None:
    """Return the date, or the relative word, whose first 年, 月 or 日 is at ``at``; it begins at ``floor`` or later."""
    before = prose[at - 1] if at else ""
    if before not in _BEFORE[prose[at]]:
        return read_end_of_year(prose, at) if prose[at] == "年" and before not in _EVERY else None
    unit = at - 1 if before in "财財学學" else at - 2 if before in "计計" else at
    start = number_start(prose, unit, floor)
    if start == unit:
        return read_word(prose, at, floor)

    def point(start: int) -> Raw | None:
        return _point(prose, start, floor, taiwanese=taiwanese)

    return read_range(prose, start, floor, point)


def _point(prose: str, start: int, floor: int, *, taiwanese: bool) -> Raw | None:
    match = _POINT.match(prose, start)
    if match is None or match.end() == start:
        return read_day(prose, start)
    written, month, day = match[1], match[3], match[4]
    if written is None:
        if day is None and is_duration(prose, start, match.end()):
            return None
        lone = _dated(prose, Span(start, match.end()), month, day)
        return lone and lone._replace(anchored=_anchored(prose, start, floor))
    year = read_year(prose, start, written, with_month=month is not None, taiwanese=taiwanese)
    if month is None:
        return read_span(prose, start, written, match.end()) if year is None else _year(prose, match, year)
    if year is None:
        # 第三年3月5日: the year can't be told, so none may be taken from before either.
        lone = _dated(prose, Span(match.start(3), match.end()), month, day)
        return lone and lone._replace(anchored=False)
    return _dated(prose, Span(year.start, match.end()), month, day, (written, year))


def _year(prose: str, match: re.Match[str], year: Year) -> Raw:
    written, special = match[1], match[2]
    kind, part, end = year.kind, "", match.end()
    tail = _YEAR_TAIL.match(prose, end)
    if special:
        kind = Kind.SCHOOL_YEAR if special in "学學" else Kind.FISCAL_YEAR
        end = tail.end() if tail and tail[2] else end
    elif tail and tail[1] and year.written % 10 == 0:
        kind, end = Kind.DECADE, tail.end()
    elif tail and tail[2]:
        kind, end = (Kind.FISCAL_YEAR if kind is Kind.YEAR else kind), tail.end()
    elif tail and tail[3]:
        part, end = tail[3], tail.end()
    return Raw(year.start, end, kind, style(written), year.written, part=part, gregorian=year.gregorian)


def _dated(prose: str, span: Span, month: str, day: str | None, year: tuple[str, Year] | None = None) -> Raw | None:
    month_number, day_number = small_value(month), None if day is None else small_value(day)
    # ○月○日 and 0月0日 are blanks to be filled in.
    if not month_number or (day is not None and not day_number):
        return None
    written, counted = year or ("", None)
    dated = Raw(
        *span,
        _KINDS[counted is not None, day is not None],
        style(written + month + (day or "")),
        None,
        month_number,
        day_number,
    )
    if counted is not None:
        kind = dated.kind if counted.kind is Kind.YEAR else counted.kind
        dated = dated._replace(kind=kind, year=counted.written, gregorian=counted.gregorian)
    tail = _MONTH_TAIL.match(prose, span.end) if day is None else None
    if tail is None:
        return dated
    return dated._replace(end=tail.end(), kind=Kind.TEN_DAYS if tail[1] else dated.kind, part=tail[1] or tail[2])


def _anchored(prose: str, start: int, floor: int) -> bool:
    # 每年3月5日 has no one year; in X年3月5日 the year is lost. Right after an expression (次年六月) the year is known.
    if start == floor:
        return True
    return prose[max(0, start - 1) : start] != "年" and "每" not in prose[max(0, start - 4) : start]
