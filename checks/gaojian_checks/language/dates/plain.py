"""The commonest dates, in figures and alone: 2013年, 2013年3月, 2013年3月5日."""

from gaojian import Pattern
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS
from gaojian_checks.language.dates.ranges import MAY_JOIN
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.numerals import NumeralStyle

_DATE = Pattern("[12][0-9]{3}年(?:([1-9][0-9]?)月(?:([1-9][0-9]?)日)?)?")
# What can go on with a date: a joint, another number, a tail.
_MAY_CONTINUE = MAY_JOIN | frozenset("份代度初底末中上下")
_BLANKS = frozenset(BLANKS)
_ARABIC = NumeralStyle.ARABIC


def read_plain(prose: str, at: int, floor: int) -> Raw | None:
    """Return the date whose 年 is at ``at``; None where anything beside it could change what it means.

    The rest of ``read_units`` reads it the same, in three times as long.
    """
    start = at - 4
    if start < floor or prose[start - 1 : start] in MAY_JOIN:
        return None
    match = _DATE.match(prose, start)
    if match is None:
        return None
    end = match.end()
    after = prose[end : end + 2]
    # A blank before another word ends a date as well.
    if (after[1:] if after[:1] in _BLANKS else after[:1]) in _MAY_CONTINUE:
        return None
    year, (month, day) = int(prose[start:at]), match.groups()
    if month is None:
        return Raw(start, end, Kind.YEAR, _ARABIC, year, gregorian=year)
    if day is None:
        return Raw(start, end, Kind.YEAR_MONTH, _ARABIC, year, int(month), gregorian=year)
    return Raw(start, end, Kind.FULL_DATE, _ARABIC, year, int(month), int(day), gregorian=year)
