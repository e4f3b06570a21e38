"""The numbers of dates: which characters they are made of and where they begin."""

from gaojian_checks.language.numerals import ZERO_LOOKALIKES, value

BLANKS = " \u3000\u00a0"
HAN_DIGITS = f"一二三四五六七八九十百千〇零○廿卅元{ZERO_LOOKALIKES}"
# A year may mix scripts at its zeros: 二００八年.
NUMBER = rf"(?:[0-9]{{1,4}}|[０-９]{{1,4}}|[{HAN_DIGITS}0０]{{1,9}})"

_ASCII_DIGITS, _FULLWIDTH_DIGITS = "0123456789", "０１２３４５６７８９"
_MOST_FIGURES, _MOST_HAN = 3, 4
_MOST_FIGURES_OF_A_YEAR, _MOST_HAN_OF_A_YEAR = 4, 9
_ARABIC, _FULLWIDTH, _HAN = 1, 2, 3
_SCRIPT = {
    **dict.fromkeys(_ASCII_DIGITS, _ARABIC),
    **dict.fromkeys(_FULLWIDTH_DIGITS, _FULLWIDTH),
    **dict.fromkeys(HAN_DIGITS, _HAN),
}
DIGITS = frozenset(_SCRIPT)
_SAME_SCRIPT = {digit: digits for digits in (_ASCII_DIGITS, _FULLWIDTH_DIGITS, HAN_DIGITS) for digit in digits}
_LONGEST = 10
_MOST_ZEROS = 3
SMALL = {
    tens + ones: 10 * high + low
    for high, tens in enumerate(["", "十", "二十", "三十", "四十", "五十", "六十", "七十", "八十", "九十"])
    for low, ones in enumerate(["", *"一二三四五六七八九"])
    if tens + ones
} | {"元": 1}


def is_number(number: str) -> bool:
    """Return whether ``number`` may number a year: figures, or Han digits and zeros."""
    if not number.strip(HAN_DIGITS + "0０"):
        return len(number) <= _MOST_HAN_OF_A_YEAR
    return len(number) <= _MOST_FIGURES_OF_A_YEAR and not (
        number.strip(_ASCII_DIGITS) and number.strip(_FULLWIDTH_DIGITS)
    )


def is_small(number: str) -> bool:
    """Return whether ``number`` may number a month or a day: few digits, all of one script."""
    # To strip is how a short string is tested for foreign characters at the speed of C.
    if not number.strip(HAN_DIGITS):
        return len(number) <= _MOST_HAN
    return len(number) <= _MOST_FIGURES and not (number.strip(_ASCII_DIGITS) and number.strip(_FULLWIDTH_DIGITS))


def small_value(number: str) -> int | None:
    """Return what the number of a month or day is worth."""
    if number.isascii():
        return int(number) if number.isdecimal() else None
    known = SMALL.get(number)
    return value(number) if known is None else known


def number_start(prose: str, end: int, floor: int) -> int:
    """Return where the number before ``end`` begins, with at most two blanks between; ``end`` where there is none."""
    if end - 1 > floor and prose[end - 1] in DIGITS and prose[end - 2] not in DIGITS:
        # Most numbers of years and days are one digit long.
        return end - 1
    start = end
    while start > floor and end - start < 2 and prose[start - 1] in BLANKS:
        start -= 1
    low = max(floor, start - _LONGEST)
    first = _run_start(prose, start, low)
    if first == start or (first == low and low > floor and prose[low - 1] in DIGITS):
        return end
    return first


def _run_start(prose: str, end: int, low: int) -> int:
    digits = _SAME_SCRIPT.get(prose[end - 1]) if end > low else None
    if digits is None:
        return end
    start = low + len(prose[low:end].rstrip(digits))
    return start if start == low or prose[start - 1] not in DIGITS else _mixed_start(prose, end, low)


def _mixed_start(prose: str, end: int, low: int) -> int:
    """Return where the number begins that may mix scripts at its zeros: 二00八."""
    start = end
    script = _SCRIPT[prose[end - 1]]
    while start > low:
        if _SCRIPT.get(prose[start - 1]) == script:
            start -= 1
        elif (before := _han_before_zeros(prose, start, low)) < start:
            start, script = before, _HAN
        else:
            break
    if script != _HAN and (before := _han_before_zeros(prose, end, low)) < end:
        return _mixed_start(prose, before, low)
    return start


def _han_before_zeros(prose: str, end: int, low: int) -> int:
    """Return the end of the Han numeral before zeros of another script that end at ``end``, or ``end``."""
    start = end
    while start > low and end - start < _MOST_ZEROS and prose[start - 1] in "0０":
        start -= 1
    return start if start > low and start < end and _SCRIPT.get(prose[start - 1]) == _HAN else end
