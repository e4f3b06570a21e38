"""Give every expression its interval: a missing year comes from what stands before in the same paragraph."""

from collections.abc import Sequence
from datetime import date

from gaojian import Span
from gaojian_checks.language import calendar
from gaojian_checks.language.dates.expression import DateExpression, Kind
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import is_lunar_reign

Interval = tuple[date, date] | None
_new = tuple.__new__

_LOCAL_YEARS = frozenset({"当年", "當年", "同年", "次年", "翌年"})
_MONTH_PARTS = {"上": (1, 10), "初": (1, 10), "中": (11, 20), "下": (21, 31), "底": (21, 31), "末": (21, 31)}
_YEAR_PARTS = {"初": (1, 3), "中": (5, 8), "底": (12, 12), "末": (10, 12)}
_DATED = frozenset(
    {
        Kind.FULL_DATE,
        Kind.MONTH_DAY,
        Kind.DAY,
        Kind.YEAR_MONTH,
        Kind.MONTH,
        Kind.TEN_DAYS,
        Kind.YEAR,
        Kind.FISCAL_YEAR,
        Kind.ERA,
        Kind.TIMESTAMP,
    }
)

_PARTS_OF_YEAR = frozenset({Kind.QUARTER, Kind.HALF_YEAR})
# What takes a year from its paragraph or gives one to it.
_DEPENDENT = _DATED | {
    Kind.RELATIVE_YEAR,
    Kind.QUARTER,
    Kind.HALF_YEAR,
    Kind.SCHOOL_YEAR,
    Kind.REIGN,
    Kind.DECADE,
}


class _Context:
    """The year and month that were named last in this paragraph."""

    __slots__ = ("month", "year")

    def __init__(self) -> None:
        self.year: int | None = None
        self.month: int | None = None

    def set(self, year: int | None = None, month: int | None = None) -> None:
        self.year, self.month = year, month


def resolve(prose: str, expressions: Sequence[Raw]) -> tuple[DateExpression, ...]:
    """Return the finished expressions, in the same order."""
    context = _Context()
    resolved = []
    end = 0
    breaks = [mark for mark in "\n\r" if mark in prose]
    for raw in expressions:
        if raw.first is None and raw.kind not in _DEPENDENT:
            resolved.append(_finished(raw, raw.interval, possible=raw.possible))
            continue
        for mark in breaks:
            if prose.find(mark, end, raw.start) >= 0:
                context.set()
        end = raw.end
        resolved.append(_resolved(raw, context))
    return tuple(resolved)


def _resolved(raw: Raw, context: _Context) -> DateExpression:
    if raw.kind in _DATED:
        return _date(raw, context)
    if raw.first is not None:
        return _compound(raw, raw.first, context)
    if raw.kind is Kind.RELATIVE_YEAR:
        return _finished(raw, _relative(raw, context))
    if raw.kind in _PARTS_OF_YEAR:
        if raw.gregorian is not None:
            context.set(raw.gregorian)
        return _finished(raw, _part_of_year(raw, context.year))
    if raw.kind is Kind.SCHOOL_YEAR or raw.kind is Kind.REIGN or raw.kind is Kind.DECADE:
        context.set(raw.gregorian if raw.kind is Kind.REIGN else None)
        return _finished(raw, _named_year(raw))
    return _finished(raw, raw.interval, possible=raw.possible)


def _date(raw: Raw, context: _Context) -> DateExpression:
    if raw.gregorian is not None:
        context.set(raw.gregorian, raw.month)
    elif not raw.anchored:
        context.set(None, raw.month)
    elif raw.month is not None:
        context.month = raw.month if raw.month <= calendar.MONTHS else None
    year = context.year
    month = context.month if raw.month is None and raw.day is not None else raw.month
    if year is not None and month is not None and not raw.part:
        # Most dates: one question to the calendar tells whether there is such a day, and which it is.
        interval = calendar.interval(year, month, raw.day)
        if interval is not None:
            return _finished(raw, interval)
    if not calendar.exists(year, month, raw.day):
        return _finished(raw, None, possible=False)
    if year is None or (raw.day is not None and month is None):
        return _finished(raw, None)
    if raw.part:
        return _finished(raw, _part(year, month, raw.part))
    return _finished(raw, calendar.interval(year, month, raw.day))


def _part(year: int, month: int | None, part: str) -> Interval:
    if month is None:
        return calendar.months(year, *_YEAR_PARTS[part])
    first, last = _MONTH_PARTS[part]
    begin, end = (
        calendar.interval(year, month, min(day, calendar.days_in_month(year, month))) for day in (first, last)
    )
    return None if begin is None or end is None else (begin[0], end[0])


def _part_of_year(raw: Raw, year: int | None) -> Interval:
    if year is None or raw.number is None:
        return None
    width = 3 if raw.kind is Kind.QUARTER else 6
    last = width * raw.number
    return calendar.months(year, 1 if raw.kind is Kind.QUARTER and raw.part == "前" else last - width + 1, last)


def _named_year(raw: Raw) -> Interval:
    year = raw.gregorian
    if raw.interval is not None or year is None:
        return raw.interval
    if raw.kind is Kind.DECADE:
        return calendar.years(year, year + 9)
    if raw.kind is Kind.SCHOOL_YEAR and raw.part == "秋":
        return date(year, 9, 1), date(year + 1, 1, 31)
    if raw.kind is Kind.SCHOOL_YEAR and raw.part == "春":
        return calendar.months(year, 2, 7)
    if raw.kind is Kind.SCHOOL_YEAR:
        return date(year, 9, 1), date(year + 1, 8, 31)
    # Months of a Chinese reign were lunar: only the year can be told.
    month, day = (None, None) if is_lunar_reign(year) else (raw.month, raw.day)
    return calendar.interval(year, month, day)


def _relative(raw: Raw, context: _Context) -> Interval:
    if raw.part in _LOCAL_YEARS and context.year is not None and raw.offset is not None:
        context.set(context.year + raw.offset)
        return calendar.interval(context.year) if context.year else None
    context.set()
    return None


def _compound(raw: Raw, inner: Raw, context: _Context) -> DateExpression:
    first = _resolved(inner, context)
    if raw.last is None:
        if inner.month is None:
            # After 2010年以来 a bare month may belong to any later year.
            context.set()
        open_ends = (first.start, None) if raw.part == "since" else (None, first.end)
        return _finished(raw, open_ends, (first, None), possible=first.possible)
    last = _resolved(raw.last, context)
    if raw.kind in {Kind.YEAR_RANGE, Kind.SCHOOL_YEAR}:
        context.set()
    ends: tuple[date | None, date | None] = (first.start, last.end)
    if raw.kind is Kind.SCHOOL_YEAR and inner.gregorian and raw.last.gregorian:
        ends = date(inner.gregorian, 9, 1), date(raw.last.gregorian, 8, 31)
    return _finished(raw, ends, (first, last), possible=first.possible and last.possible)


def _finished(
    raw: Raw,
    ends: tuple[date | None, date | None] | None,
    members: tuple[DateExpression | None, DateExpression | None] = (None, None),
    *,
    possible: bool = True,
) -> DateExpression:
    start, end = ends or (None, None)
    low, high, kind, style, year, month, day, offset, number, part, *_ = raw
    # A tuple handed over whole takes half the time of its fields passed one by one.
    fields = (_new(Span, (low, high)), kind, style, year, month, day, start, end, possible, offset, number, part)
    return _new(DateExpression, (*fields, *members))
