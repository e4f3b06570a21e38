"""A date expression as it is read from the text, before its interval is known."""

from datetime import date

from gaojian import NamedTuple
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.numerals import NumeralStyle


class Raw(NamedTuple):
    """What one expression writes; fields mean what they mean in DateExpression.

    ``gregorian`` is the year that ``year`` means, ``interval`` what the expression tells alone. ``anchored`` is False
    where a missing year must not be taken from what stands before: 每年3月5日, 第三年3月. ``possible`` is False for a
    time of day that no clock shows.
    """

    start: int
    end: int
    kind: Kind
    style: NumeralStyle
    year: int | None = None
    month: int | None = None
    day: int | None = None
    offset: int | None = None
    number: int | None = None
    part: str = ""
    first: "Raw | None" = None
    last: "Raw | None" = None
    gregorian: int | None = None
    interval: tuple[date, date] | None = None
    anchored: bool = True
    possible: bool = True
