"""Find the expressions of time in a document, left to right."""

import re
from typing import NamedTuple

from gaojian import Document, Pattern, Span
from gaojian_checks.language.dates.expression import DateExpression, Kind
from gaojian_checks.language.dates.resolve import resolve
from gaojian_checks.language.numerals import NumeralStyle, style, value

_BLANK = "[ \u3000\u00a0]?"
_HAN = "[一二三四五六七八九十〇零○ＯOo廿卅元]"
_NUMBER = rf"(?:[0-9]{{1,4}}|[０-９]{{1,4}}|{_HAN}{{1,8}})"
_NUMERALS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十〇零○ＯOo廿卅元")
_CONNECTORS = frozenset("—–－~～-至到")

_TRIGGER = Pattern("[年月日号號]")
_POINT = Pattern(
    rf"(?:({_NUMBER}){_BLANK}年{_BLANK})?(?:({_NUMBER}){_BLANK}月份?{_BLANK})?(?:({_NUMBER}){_BLANK}[日号號])?"
)
_JOIN = Pattern(rf"({_NUMBER})?{_BLANK}(?:[—–－~～-]{{1,2}}|[至到]){_BLANK}(?=[0-9０-９一二三四五六七八九十廿卅])")
_RELATIVE_YEARS = {"去年": -1, "今年": 0, "明年": 1, "前年": -2, "后年": 2, "後年": 2, "上年": -1, "本年": 0}
_LOCAL_YEARS = {"当年": 0, "當年": 0, "次年": 1, "翌年": 1}


class _Point(NamedTuple):
    """The parts of one date as they are written, with the end of the last."""

    year: str | None
    month: str | None
    day: str | None
    end: int


def dates(document: Document) -> tuple[DateExpression, ...]:
    """Return every expression of time in the prose of ``document``, sorted, none overlapping another.

    The members of a range lie inside the range and are reached by its ``first`` and ``last``.
    """
    prose = document.prose
    found: list[DateExpression] = []
    end = 0
    for trigger in _TRIGGER.finditer(prose):
        if trigger.start() < end:
            continue
        expression = _expression(prose, trigger.start(), end)
        if expression is not None:
            found.append(expression)
            end = expression.span.end
    return resolve(prose, found)


def _expression(prose: str, unit: int, floor: int) -> DateExpression | None:
    start = _left_edge(prose, unit, floor)
    if start == unit:
        return _word(prose, unit)
    point = _point(prose, start)
    join = _JOIN.match(prose, point.end)
    if join is not None:
        last = _point(prose, join.end())
        if last.end > join.end():
            return _range(prose, start, point, join, last)
    if point.end == start:
        return None
    return _single(start, point)


def _left_edge(prose: str, unit: int, floor: int) -> int:
    """Return where the number before ``unit`` begins, or the number before that if a range joins them."""
    start = _number_start(prose, unit, floor)
    if start < unit and start > floor and prose[start - 1] in _CONNECTORS:
        joint = start - 1
        if joint > floor and prose[joint - 1] in _CONNECTORS:
            joint -= 1
        before = _number_start(prose, joint, floor)
        if before < joint:
            return before
    return start


def _number_start(prose: str, end: int, floor: int) -> int:
    start = end
    if start > floor and prose[start - 1] in " \u3000\u00a0":
        start -= 1
    low = max(floor, start - 10)
    if start <= low or prose[start - 1] not in _NUMERALS:
        return end
    while start > low and prose[start - 1] in _NUMERALS:
        start -= 1
    return start


def _point(prose: str, start: int) -> _Point:
    match = _POINT.match(prose, start)
    if match is None or match.end() == start:
        return _Point(None, None, None, start)
    end = match.end()
    while end > start and prose[end - 1] in " \u3000\u00a0":
        end -= 1
    return _Point(match[1], match[2], match[3], end)


def _word(prose: str, unit: int) -> DateExpression | None:
    word = prose[max(0, unit - 1) : unit + 1]
    offset = _RELATIVE_YEARS.get(word)
    if offset is None:
        offset = _LOCAL_YEARS.get(word)
    if offset is None:
        return None
    return DateExpression(Span(unit - 1, unit + 1), Kind.RELATIVE_YEAR, NumeralStyle.HAN, offset=offset)


_KINDS = {
    (True, True, True): Kind.FULL_DATE,
    (True, True, False): Kind.YEAR_MONTH,
    (True, False, False): Kind.YEAR,
    (False, True, True): Kind.MONTH_DAY,
    (False, True, False): Kind.MONTH,
    (False, False, True): Kind.DAY,
}


def _single(start: int, point: _Point) -> DateExpression | None:
    kind = _KINDS.get((point.year is not None, point.month is not None, point.day is not None))
    if kind is None or (point.year is not None and len(point.year) != 4):
        return None
    written = "".join(part for part in (point.year, point.month, point.day) if part)
    return DateExpression(
        Span(start, point.end),
        kind,
        style(written),
        None if point.year is None else value(point.year),
        None if point.month is None else value(point.month),
        None if point.day is None else value(point.day),
    )


def _range(prose: str, start: int, point: _Point, join: re.Match[str], last: _Point) -> DateExpression | None:
    end = _single(join.end(), last)
    bare = join[1]
    if end is None:
        return None
    year, month, day = point.year, point.month, point.day
    first_end = point.end
    if bare is not None:
        first_end = prose.index(bare, point.end) + len(bare)
        if last.year is not None and year is None and month is None:
            year = bare
        elif last.month is not None and month is None:
            month = bare
        elif last.day is not None and day is None:
            day = bare
        else:
            return None
    begin = _single(start, _Point(year, month, day, first_end))
    if begin is None:
        return None
    kind = Kind.YEAR_RANGE if begin.kind is end.kind is Kind.YEAR else Kind.RANGE
    return DateExpression(
        Span(start, last.end), kind, begin.style, begin.year, begin.month, begin.day, first=begin, last=end
    )
