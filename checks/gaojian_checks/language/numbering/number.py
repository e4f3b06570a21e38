"""What a number at the start of a paragraph says: its style and its value, and how it is written."""

import functools
from enum import Enum

from gaojian import NamedTuple
from gaojian_checks.language.numerals import DIGITS, value

HAN = "一二三四五六七八九十百零〇○"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# What is typed or scanned for 第 and for 一: 笫五十四条, 第五十－条.
MISREAD_ORDINAL, MISREAD_ONE = "笫", "－—–―"
NUMERALS = frozenset(HAN + "0123456789０１２３４５６７８９")
_MISREAD_ONES = frozenset(MISREAD_ONE)
_MISREAD = str.maketrans(MISREAD_ORDINAL + MISREAD_ONE, "第一一一一")
_NARROWED = str.maketrans("０１２３４５６７８９．（）", "0123456789.()") | _MISREAD
_HALF_WIDTH = str.maketrans("（）", "()")
_THOUSAND = 1000


class NumberStyle(Enum):
    """The ways to number, those of the norm for official documents from the outermost inwards."""

    # Members are compared for every number; the inherited hash is written in Python.
    __hash__ = object.__hash__

    PART = "第一编"
    CHAPTER = "第一章"
    SECTION = "第一节"
    ARTICLE = "第一条"
    HAN = "一、"
    HAN_BRACKETS = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETS = "（1）"
    HALF_BRACKET = "1）"
    CIRCLED = "①"
    DECIMAL = "1.1"


_DIVISIONS = {
    **dict.fromkeys("编編篇", NumberStyle.PART),
    "章": NumberStyle.CHAPTER,
    **dict.fromkeys("节節", NumberStyle.SECTION),
    **dict.fromkeys("条條", NumberStyle.ARTICLE),
}


Kind = tuple[NumberStyle, str, int]
"""Style, prefix and level of a number: what siblings have in common."""


class Number(NamedTuple):
    """What a mark says, wherever it stands, ``written`` without Markdown.

    ``value`` is its last component and ``prefix`` what stands before that in 2.3.1. ``branch`` is that of an article
    put in later (第六条之一). ``level`` is that of the Markdown heading it begins, or 0. Siblings are of one ``kind``.
    ``is_plain`` tells that it is written as it should be: no (一), 2.1. or 笫五条.
    """

    style: NumberStyle
    value: int
    prefix: str
    branch: int
    level: int
    written: str
    kind: Kind
    is_plain: bool


def written(style: NumberStyle, worth: int) -> str:
    """Return ``worth`` in ``style`` as the norm has it: 三、, （三）, 3., ③, 第三条."""
    if style is NumberStyle.CIRCLED:
        return CIRCLED[worth - 1] if 0 < worth <= len(CIRCLED) else str(worth)
    form: str = style.value
    return form.translate({ord("一"): _han(worth), ord("1"): str(worth)})


def renumbered(number: Number, worth: int) -> str:
    """Return ``number`` as it would be written if it were ``worth``, its own marks kept: （五） and 4 give （四）."""
    if number.style is NumberStyle.CIRCLED:
        return written(number.style, worth)
    mark = number.written.translate(_MISREAD) if number.style is NumberStyle.ARTICLE else number.written
    first = mark.find(number.prefix) + len(number.prefix) if number.prefix else 0
    while mark[first] not in NUMERALS:
        first += 1
    last = first
    while last < len(mark) and mark[last] in NUMERALS:
        last += 1
    return mark[:first] + (_han(worth) if mark[first] in HAN else str(worth)) + mark[last:]


def forms(style: NumberStyle, number: int) -> tuple[str, ...]:
    """Return the ways in which ``number`` may run in within a paragraph; none where it would be a reference."""
    form = written(style, number)
    if style is NumberStyle.HAN or style is NumberStyle.CIRCLED:
        return (form,)
    if style is NumberStyle.HAN_BRACKETS or style is NumberStyle.ARABIC_BRACKETS:
        return form, form.translate(_HALF_WIDTH)
    if style is NumberStyle.ARABIC:
        return form, f"{number}．", f"{number}、"
    return (form, f"{number})") if style is NumberStyle.HALF_BRACKET else ()


@functools.lru_cache(4096)
def read(found: str) -> Number | None:
    """Return the number that ``found`` writes, Markdown before it included, or None for no number."""
    mark = found.lstrip("# *")
    plain = mark.translate(_NARROWED)
    prefix, branch, heart = "", 0, plain
    if plain in CIRCLED:
        style, heart = NumberStyle.CIRCLED, str(CIRCLED.index(plain) + 1)
    elif plain[0] == "第":
        heart, _, late = plain.partition("之")
        style = _DIVISIONS[heart.rstrip()[-1]]
        heart, _, joined = heart.partition("-")
        branch = value((late or joined.rstrip("条條 ")).strip()) or 0
    elif plain[0] == "(":
        style = NumberStyle.ARABIC_BRACKETS if "0" <= plain[1] <= "9" else NumberStyle.HAN_BRACKETS
    elif not "0" <= plain[0] <= "9":
        style = NumberStyle.HAN
    elif "." in plain[:-1]:
        style = NumberStyle.DECIMAL
        prefix, _, heart = plain.rstrip(".").rpartition(".")
    else:
        style = NumberStyle.HALF_BRACKET if plain[-1] == ")" else NumberStyle.ARABIC
    worth = value("".join(filter(NUMERALS.__contains__, heart)))
    # Decimal numbers may begin with 1.0.
    if worth is None or (worth == 0 and style is not NumberStyle.DECIMAL):
        return None
    is_misread = style is NumberStyle.ARTICLE and not _MISREAD_ONES.isdisjoint(mark)
    if is_misread and (worth >= _THOUSAND or _han(worth) not in heart):
        # 第三—五条 is a range, and so is 第三〇—五〇条.
        return None
    level = found.count("#")
    return Number(style, worth, prefix, branch, level, mark, (style, prefix, level), _is_plain(style, mark))


def _is_plain(style: NumberStyle, mark: str) -> bool:
    if style is NumberStyle.DECIMAL:
        return mark[-1] not in ".．"
    if style is NumberStyle.ARTICLE:
        return mark[0] == "第" and _MISREAD_ONES.isdisjoint(mark) and " " not in mark[2:]
    return "(" not in mark and ")" not in mark


def _han(number: int) -> str:
    """Return ``number`` in Chinese numerals: 10 is 十, 102 一百零二; from a thousand on digit by digit, 一〇五〇."""
    if number >= _THOUSAND:
        return "".join([f"〇{DIGITS}"[int(digit)] for digit in str(number)])
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds - 1]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens - 1]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones - 1] if ones else "")
