"""Days without a month, and numbers of days that are no date: 5日, 30日内, 每月5日."""

from gaojian import Pattern
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS, is_small, small_value
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.spans import read_deadline
from gaojian_checks.language.numerals import style

_DAY = Pattern(f"(.{{1,4}}?)[{BLANKS}]{{0,2}}日")
_COUNTING = frozenset(".每满滿第共续續前逾达達近超過过提不上下长長")
_COMPARING = frozenset(("少于", "多于", "低于", "短于", "少於", "多於", "低於", "短於"))
_DURATIONS = ("以上", "以下", "期", "游", "龄", "齡", "后", "後")
# More than 31, for 8月12—32日 is a date that can't be; but no more than two digits.
_LARGEST = 99


def read_day(prose: str, start: int, written: str, end: int) -> Raw | None:
    """Return the day, or the deadline, whose number is ``written`` at ``start``; None for a mere number of days."""
    number = small_value(written)
    if number is None:
        return None
    deadline = read_deadline(prose, start, written, end)
    if deadline is not None:
        return deadline
    if not 1 <= number <= _LARGEST or is_duration(prose, start, end):
        return None
    return Raw(start, end, Kind.DAY, style(written), day=number)


def is_duration(prose: str, start: int, end: int) -> bool:
    """Return whether the days or months from ``start`` to ``end`` are counted: 满五日, 六月以上, 上一月."""
    before = prose[max(0, start - 2) : start]
    return before[-1:] in _COUNTING or before in _COMPARING or prose.startswith(_DURATIONS, end)


def joined_day(prose: str, start: int) -> Raw | None:
    """Return the day at ``start``, before which a month and a joint stand: in 8月12—15日后 no days are counted."""
    match = _DAY.match(prose, start)
    number = small_value(match[1]) if match and is_small(match[1]) else None
    if match is None or not number or number > _LARGEST:
        return None
    return Raw(*match.span(), Kind.DAY, style(match[1]), day=number)
