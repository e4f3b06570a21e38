"""The numbers of dates: which characters they are made of and where they begin."""

from gaojian_checks.language.numerals import ZERO_LOOKALIKES, value

BLANKS = " \u3000\u00a0"
HAN_DIGITS = f"一二三四五六七八九十百千〇零○廿卅元{ZERO_LOOKALIKES}"
# A year may mix scripts at its zeros: 二００八年.
NUMBER = rf"(?:[0-9]{{1,4}}|[０-９]{{1,4}}|[{HAN_DIGITS}0０]{{1,9}})"
FEW = rf"(?:[0-9]{{1,3}}|[０-９]{{1,3}}|[{HAN_DIGITS}]{{1,4}})"

_ARABIC, _FULLWIDTH, _HAN = 1, 2, 3
_SCRIPT = {
    **dict.fromkeys("0123456789", _ARABIC),
    **dict.fromkeys("０１２３４５６７８９", _FULLWIDTH),
    **dict.fromkeys(HAN_DIGITS, _HAN),
}
DIGITS = frozenset(_SCRIPT)
_LONGEST = 10
_MOST_ZEROS = 3
_SMALL = {
    tens + ones: 10 * high + low
    for high, tens in enumerate(["", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"])
    for low, ones in enumerate(["", *"一二三四五六七八九"])
    if tens + ones
} | {"元": 1}


def small_value(number: str) -> int | None:
    """Return what the number of a month or day is worth."""
    if number.isascii():
        return int(number) if number.isdecimal() else None
    known = _SMALL.get(number)
    return value(number) if known is None else known


def number_start(prose: str, end: int, floor: int) -> int:
    """Return where the number before ``end`` begins, with at most two blanks between; ``end`` where there is none."""
    start = end
    while start > floor and end - start < 2 and prose[start - 1] in BLANKS:
        start -= 1
    low = max(floor, start - _LONGEST)
    first = _run_start(prose, start, low)
    if first == start or (first == low and low > floor and prose[low - 1] in DIGITS):
        return end
    return first


def _run_start(prose: str, end: int, low: int) -> int:
    start = end
    script = _SCRIPT.get(prose[end - 1]) if end > low else None
    if script is None:
        return end
    while start > low:
        if _SCRIPT.get(prose[start - 1]) == script:
            start -= 1
        elif (before := _han_before_zeros(prose, start, low)) < start:
            start, script = before, _HAN
        else:
            break
    if script != _HAN and (before := _han_before_zeros(prose, end, low)) < end:
        return _run_start(prose, before, low)
    return start


def _han_before_zeros(prose: str, end: int, low: int) -> int:
    """Return the end of the Han numeral before zeros of another script that end at ``end``, or ``end``."""
    start = end
    while start > low and end - start < _MOST_ZEROS and prose[start - 1] in "0０":
        start -= 1
    return start if start > low and start < end and _SCRIPT.get(prose[start - 1]) == _HAN else end
