"""What a date expression is, once parsed."""

from datetime import date
from enum import Enum

from gaojian import NamedTuple, Span
from gaojian_checks.language.numerals import NumeralStyle


class Kind(Enum):
    """The kinds of expression by which Chinese texts tell time."""

    # Members are looked up in sets for every expression; the inherited hash is written in Python.
    __hash__ = object.__hash__

    FULL_DATE = "full date"  # 2013年3月5日
    MONTH_DAY = "month and day"  # 3月5日
    DAY = "day"  # 5日
    YEAR_MONTH = "year and month"  # 2013年3月
    MONTH = "month"  # 3月份, 三月底
    TEN_DAYS = "ten days"  # 3月中旬
    YEAR = "year"  # 2013年, 2013年底
    YEAR_RANGE = "range of years"  # 2009—2012年
    FISCAL_YEAR = "fiscal year"  # 2013年度
    SCHOOL_YEAR = "school year"  # 2012—2013学年
    QUARTER = "quarter"  # 一季度, 前三季度
    HALF_YEAR = "half-year"  # 上半年
    DECADE = "decade"  # 20世纪80年代
    RELATIVE_YEAR = "relative year"  # 去年
    RELATIVE_SHORT = "relative time"  # 上月, 近日
    PERIOD = "period"  # “十一五”期间
    SPAN = "span"  # 近三年
    OPEN = "open interval"  # 2010年以来, 截至2013年底
    RANGE = "range"  # 3月5日至8日
    WEEKDAY = "weekday"  # 星期六
    CLOCK = "time of day"  # 8时30分
    ERA = "era of the Republic"  # 民国102年
    REIGN = "reign"  # 光绪元年
    SEXAGENARY = "sexagenary year"  # 癸巳年
    LUNAR = "lunar date"  # 农历八月十五
    TIMESTAMP = "timestamp"  # 2013-03-05T08:30
    DEADLINE = "deadline"  # 之日起三十日内


class DateExpression(NamedTuple):
    """One expression of time in a document.

    ``span`` is in code points of ``document.text``. ``year``, ``month`` and ``day`` are what the expression itself
    writes. ``start`` and ``end`` are the closed interval that it means, a missing year taken from what stands before in
    the same paragraph; None where the text doesn't say, or where there is no such day; an OPEN has one of them.
    ``possible`` is False for what no calendar holds (2月30日, 13月).

    ``offset`` counts years from the year of writing (去年: -1) or, for 当年, 次年, 翌年 and 同年, from the year named
    last, and then ``start`` is known. ``number`` is that of a SPAN (近三年: 3), DEADLINE, QUARTER, PERIOD, CLOCK
    (the hour), WEEKDAY (Monday: 1) or SEXAGENARY (甲子: 0). ``part`` is the word that narrows it (2013年底:
    底; 3月中旬: 中), the word of a RELATIVE_YEAR or RELATIVE_SHORT, "since" or "until" of an OPEN. ``first`` and
    ``last`` are the members of a RANGE, YEAR_RANGE or joined SCHOOL_YEAR; an OPEN has ``first`` only.
    """

    span: Span
    kind: Kind
    style: NumeralStyle
    year: int | None = None
    month: int | None = None
    day: int | None = None
    start: date | None = None
    end: date | None = None
    possible: bool = True
    offset: int | None = None
    number: int | None = None
    part: str = ""
    first: "DateExpression | None" = None
    last: "DateExpression | None" = None

    @property
    def points(self) -> tuple["DateExpression", ...]:
        """The single dates in this expression: the members of a range or an open interval, else the expression."""
        if self.first is None:
            return (self,)
        return self.first.points if self.last is None else (*self.first.points, *self.last.points)
