"""Chinese and Arabic numerals: what they are worth and how they are written.

``value("三千零五十二")`` is 3052, ``value("二〇一三")`` 2013, ``value("叁拾伍")`` 35, ``value("廿三")`` 23.
What is only about a number (三四十, 十几, 数百) has no value.
"""

import functools
from collections.abc import Iterator
from enum import Enum

from gaojian import NamedTuple, Pattern, Span

ZEROS = "〇零○"
# Letters and signs that stand for 〇 in scanned or typed years; zeros only between other numerals.
ZERO_LOOKALIKES = "OoＯ◯"
DIGITS = "一二三四五六七八九"
CAPITALS = "壹贰叁肆伍陆柒捌玖"
TRADITIONAL_CAPITALS = "壹貳參肆伍陸柒捌玖"

_WORTH = {
    **dict.fromkeys(ZEROS + ZERO_LOOKALIKES, 0),
    **{digit: worth for digits in (DIGITS, CAPITALS, TRADITIONAL_CAPITALS) for worth, digit in enumerate(digits, 1)},
    "两": 2,
    "兩": 2,
    "弌": 1,
    "弍": 2,
    "弎": 3,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CONTRACTIONS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_LARGEST = 10**16
_FULLWIDTH_DIGITS = "０１２３４５６７８９"
_FIGURES = frozenset(_FULLWIDTH_DIGITS + "0123456789")
_TO_ASCII = str.maketrans(_FULLWIDTH_DIGITS, "0123456789")

HAN_NUMERALS = "".join({*_WORTH, *_TENS, *_MYRIADS, *_CONTRACTIONS} - set(ZERO_LOOKALIKES))
_FIND = Pattern(rf"[0-9]+|[０-９]+|[{HAN_NUMERALS}]+")


class NumeralStyle(Enum):
    """How a number or a date is written."""

    # Members are looked up in sets for every date; the inherited hash is written in Python.
    __hash__ = object.__hash__

    ARABIC = "arabic"
    FULLWIDTH = "fullwidth"
    HAN = "han"
    MIXED = "mixed"
    ISO = "iso"
    DOTTED = "dotted"
    SLASHED = "slashed"
    COMPACT = "compact"


class Numeral(NamedTuple):
    """A whole number in a text; ``value`` is None where the characters make no definite number."""

    span: Span
    value: int | None
    style: NumeralStyle


# A document writes the same few numerals again and again.
@functools.lru_cache(1024)
def value(numeral: str) -> int | None:
    """Return what ``numeral`` is worth, or None when it is no definite whole number."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral) if len(numeral) <= 18 else None
    ascii_digits = numeral.translate(_TO_ASCII)
    if ascii_digits.isascii() and ascii_digits.isdigit():
        return value(ascii_digits)
    for short, full in _CONTRACTIONS.items():
        numeral = numeral.replace(short, full)
    if all(character in _WORTH for character in numeral):
        return _digit_string(numeral)
    return _positional(numeral)


@functools.lru_cache(1024)
def style(numeral: str) -> NumeralStyle:
    """Return how the digits of ``numeral`` are written; MIXED when in more than one way."""
    if numeral.isascii():
        return NumeralStyle.ARABIC
    if _FIGURES.isdisjoint(numeral):
        return NumeralStyle.HAN
    styles = {
        NumeralStyle.ARABIC if "0" <= c <= "9" else NumeralStyle.FULLWIDTH if "０" <= c <= "９" else NumeralStyle.HAN
        for c in numeral
    }
    return styles.pop() if len(styles) == 1 else NumeralStyle.MIXED


def numerals(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """Yield every run of numerals in ``text``; offsets are those of ``text``."""
    for match in _FIND.finditer(text, start, end):
        yield Numeral(Span(*match.span()), value(match[0]), style(match[0]))


def _digit_string(numeral: str) -> int | None:
    # 三四 and 七八 are approximations; a number read digit by digit has at least three digits or holds a zero.
    if not numeral or (len(numeral) == 2 and not any(character in ZEROS for character in numeral)) or len(numeral) > 18:
        return None
    worth = 0
    for character in numeral:
        worth = worth * 10 + _WORTH[character]
    return worth


def _positional(numeral: str) -> int | None:
    total = section = 0
    digit: int | None = None
    last_unit = last_myriad = _LARGEST
    after_zero = False
    for character in numeral:
        if character in _WORTH:
            if digit is not None:
                return None
            digit = _WORTH[character] or None
            after_zero = digit is None or after_zero
        elif unit := _TENS.get(character):
            if unit >= last_unit or (digit is None and unit != 10):
                return None
            section += (digit or 1) * unit
            digit, last_unit, after_zero = None, unit, False
        elif (myriad := _MYRIADS.get(character)) and myriad < last_myriad and section + (digit or 0):
            total += (section + (digit or 0)) * myriad
            section, digit, last_unit, last_myriad, after_zero = 0, None, _LARGEST, myriad, False
        else:
            return None
    # 二百五 is 250 to some and no number to others; 二百零五 is a number.
    if digit is not None and not after_zero and (last_unit > 10 and numeral != numeral[0]):
        return None
    return (total + section + (digit or 0)) or None
