"""Which date a weekday belongs to, and which days that date may be."""

from collections.abc import Iterator
from datetime import date, timedelta

from gaojian import Document, Pattern
from gaojian_checks.language import calendar
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.dates import DateExpression, Kind
from gaojian_checks.language.title_years import title_years

_DAYS = frozenset({Kind.FULL_DATE, Kind.MONTH_DAY, Kind.ERA, Kind.TIMESTAMP})
# 3月5日星期二, 3月5日，星期二, 3月5日是星期二; a cell of a table only after a date with its year.
_GAP = Pattern(
    r"(?:[上下]午|晚上?)?[ \u3000]?(?:[，,][ \u3000]?)?$|[是为為]$|[恰正适適]逢$|(?P<cell>[ \u3000]?[|\t][ \u3000]?)$"
)
# 3月5日（本周二）, 3月5日（农历正月廿四，星期二）.
_BRACKET = Pattern(
    r"(?:[上下]午|晚上?)?[ \u3000]?[（(][ \u3000]?(?:[农農][历曆][^（）()\n]{1,9}[，, \u3000])?[ \u3000]?本?$"
)
# （周日闭馆）, 星期一至星期五: what follows makes it another statement than the weekday of the date.
_AFTER_BRACKETED = Pattern(r"[ \u3000]?[）)，,；;]|[ \u3000]?(?:[上下]午|凌晨|早上?|晚上?|中午|[0-9])")
_NOT_AFTER = Pattern(r"[ \u3000]?(?:[至到—–－~～、和及或与-]|闭馆|休息|除外|以外|起?每)")
_WIDEST, _AUTUMN = 16, 10
_HALF_YEAR = timedelta(days=183)


def date_of(
    prose: str, before: DateExpression | None, weekday: DateExpression, after: DateExpression | None
) -> DateExpression | None:
    """Return the date whose weekday ``weekday`` states, or None."""
    start, end = weekday.span
    if after is not None and after.span.start == end + 1 and prose[end] in "（(" and after.kind in _DAYS:
        return after
    if before is not None and start - before.span.end <= _WIDEST and not _NOT_AFTER.match(prose, end):
        gap = prose[before.span.end : start]
        bracketed = _BRACKET.match(gap) is not None and _AFTER_BRACKETED.match(prose, end) is not None
        beside = _GAP.match(gap)
        day = before.points[-1]
        if beside and beside["cell"] and day.year is None:
            return None
        if (bracketed or beside) and day.kind in _DAYS and day.span.end == before.span.end:
            return day
    return None


def possible_days(document: Document, day: DateExpression) -> Iterator[date]:
    """Yield the days that a date without a year may be: near the signature or the publication, in the title's year."""
    if day.month is None or day.day is None:
        return
    for anchor in (document.get(signature), document.get(publication)):
        if anchor is not None:
            for year in (anchor.day.year, anchor.day.year - 1, anchor.day.year + 1):
                only = calendar.interval(year, day.month, day.day)
                if only and abs(only[0] - anchor.day) <= _HALF_YEAR:
                    yield only[0]
    titled = document.get(title_years)
    for titled_year in titled.years if titled else ():
        # The meeting of 2013 may be called for January 2014, or in December 2012.
        for year in (titled_year, titled_year + 1, titled_year - 1):
            only = calendar.interval(year, day.month, day.day)
            if only and (year >= titled_year or day.month > _AUTUMN):
                yield only[0]
