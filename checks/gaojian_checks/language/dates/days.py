"""Days without a month, and numbers of days that are no date: 5日, 30日内, 每月5日."""

import re

from gaojian import Pattern
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, FEW, small_value
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.spans import read_deadline
from gaojian_checks.language.numerals import style

_DAY = Pattern(rf"({FEW})[{BLANKS}]{{0,2}}日")
_DURATION_BEFORE = Pattern("[.每满滿第共续續前逾达達近超過过提不上下长長]$|[少多低短][于於]$")
_DURATION_AFTER = Pattern("以[上下]|[期游龄齡后後]")
# More than 31, for 8月12—32日 is a date that can't be; but no more than two digits.
_LARGEST = 99


def read_day(prose: str, start: int) -> Raw | None:
    """Return the day, or the deadline, whose number is at ``start``; None for a mere number of days."""
    match = _DAY.match(prose, start)
    number = small_value(match[1]) if match else None
    if match is None or number is None:
        return None
    deadline = read_deadline(prose, start, match[1], match.end())
    if deadline is not None:
        return deadline
    if not 1 <= number <= _LARGEST or is_duration(prose, start, match.end()):
        return None
    return _raw(match, number)


def is_duration(prose: str, start: int, end: int) -> bool:
    """Return whether the days or months from ``start`` to ``end`` are counted: 满五日, 六月以上, 上一月."""
    return bool(_DURATION_BEFORE.search(prose, max(0, start - 2), start) or _DURATION_AFTER.match(prose, end))


def joined_day(prose: str, start: int) -> Raw | None:
    """Return the day at ``start``, before which a month and a joint stand: in 8月12—15日后 no days are counted."""
    match = _DAY.match(prose, start)
    number = small_value(match[1]) if match else None
    return _raw(match, number) if match and number and number <= _LARGEST else None


def _raw(match: re.Match[str], number: int) -> Raw:
    return Raw(*match.span(), Kind.DAY, style(match[1]), day=number)
