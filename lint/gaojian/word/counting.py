"""The numbers that Word draws before paragraphs, written in each of its formats (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_THOUSAND = (_DIGITS, "", "十", "百", "千", "万")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "壹", "拾", "佰", "仟", "万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "壹", "拾", "佰", "仟", "萬")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999


def count(number: int, name: str) -> str:
    """Return ``number`` in the format ``name``; in digits where Word has no sign for it, and nothing for "none"."""
    write = _FORMATS.get(name)
    return str(number) if write is None or number < 0 else write(number) or str(number)


def _spoken(number: int, digits: str, one: str, *units: str) -> str:
    """Return a number below 100,000 as it is said: 十二, 一百零五; ``one`` is what stands before a leading 十."""
    zero = digits[0] if digits[0] != "〇" else "零"
    if number == 0:
        return digits[0]
    places = [int(digit) for digit in str(number)][::-1]
    if len(places) > len(units) + 1:
        return ""
    text, gap = "", False
    for place in range(len(places) - 1, -1, -1):
        digit = places[place]
        if digit == 0:
            gap = True
            continue
        lead = "" if text or place != 1 or digit != 1 else None
        text += zero if gap and text else ""
        text += (one if lead is None else digits[digit]) + (units[place - 1] if place else "")
        gap = False
    return text


def _said(digits: str, one: str, *units: str) -> Callable[[int], str]:
    return lambda number: _spoken(number, digits, one, *units)


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda number: "".join([digits[int(digit)] for digit in str(number)])


def _in_turn(signs: str) -> Callable[[int], str]:
    """Signs one after the other, as many as there are: 甲 to 癸 are ten."""
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else ""


def _signs(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow each other in Unicode, as many as there are."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else ""


def _letters(first: str) -> Callable[[int], str]:
    """Letters from ``first``, then doubled: bounded, as each round through the alphabet adds one."""
    return lambda number: chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return ""
    text = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        text += sign * times
    return text


def _chinese(number: int) -> str:
    """一 to 九十九 as they are said, and from a hundred on digit by digit."""
    return _spoken(number, *_THOUSAND) if number < 100 else _digit_by_digit(_DIGITS)(number)


_CIRCLED = _signs("①", 20)
_FULL_WIDTH = _digit_by_digit("０１２３４５６７８９")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "chineseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "chineseCountingThousand": _said(*_THOUSAND),
    "taiwaneseCountingThousand": _said(*_THOUSAND),
    "japaneseCounting": _said(*_THOUSAND),
    "chineseLegalSimplified": _said(*_LEGAL),
    "ideographLegalTraditional": _said(*_LEGAL_TRADITIONAL),
    "ideographDigital": _digit_by_digit(_DIGITS),
    "japaneseDigitalTenThousand": _digit_by_digit(_DIGITS),
    "taiwaneseDigital": _digit_by_digit(_DIGITS),
    "ideographTraditional": _in_turn(_STEMS),
    "ideographZodiac": _in_turn(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12],
    "ideographEnclosedCircle": _signs("㊀", 10),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": lambda number: f"{number}{_ordinal(number)}",
    "hex": lambda number: f"{number:X}",
}


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
