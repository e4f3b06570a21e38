"""The commonest dates and counts, alone: 2013年, 2013年3月, 2013年3月5日; 五年, 三十日内."""

from gaojian import Pattern
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, SMALL
from gaojian_checks.language.dates.ranges import MAY_JOIN
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import ERA_ENDS
from gaojian_checks.language.numerals import NumeralStyle

_DATE = Pattern("[12][0-9]{3}年(?:([1-9][0-9]?)月(?:([1-9][0-9]?)日)?)?")
# What can go on with a date: a joint, another number, a tail.
_MAY_CONTINUE = MAY_JOIN | frozenset("份代度初底末中上下")
_BLANKS = frozenset(BLANKS)
_ARABIC = NumeralStyle.ARABIC
_MAY_PRECEDE, _MAY_FOLLOW = MAY_JOIN | ERA_ENDS, MAY_JOIN | {"代"}
_LAST_DAY = 31


def read_plain(prose: str, at: int, floor: int) -> Raw | None:
    """Return the date whose 年 is at ``at``; None where anything beside it could change what it means.

    The rest of ``read_units`` reads it the same, in three times as long.
    """
    start = at - 4
    if start < floor or prose[start - 1 : start] in MAY_JOIN:
        return None
    match = _DATE.compiled.match(prose, start)
    if match is None:
        return None
    end = match.end()
    after = prose[end : end + 2]
    # After a blank no tail belongs to the date, but a joint may.
    if after[1:] in MAY_JOIN if after[:1] in _BLANKS else after[:1] in _MAY_CONTINUE:
        return None
    year, (month, day) = int(prose[start:at]), match.groups()
    kind = Kind.YEAR if month is None else Kind.YEAR_MONTH if day is None else Kind.FULL_DATE
    parts = (year, month and int(month), day and int(day))
    # Made whole: fields passed by name would take four times as long.
    return Raw._make((start, end, kind, _ARABIC, *parts, None, None, "", None, None, year, None, True, True))


def is_plain_count(prose: str, start: int, at: int) -> bool:
    """Return whether what ``start`` begins before the 年 or 日 at ``at`` can only be a day or a count in Han digits.

    An era before it, a month or a joint beside it would make something else of it.
    """
    return (
        SMALL.get(prose[start:at], _LAST_DAY + 1) <= _LAST_DAY
        and prose[start - 1 : start] not in _MAY_PRECEDE
        and prose[at + 1 : at + 2] not in _MAY_FOLLOW
    )
