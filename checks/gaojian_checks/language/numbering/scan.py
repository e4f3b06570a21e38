"""The numbers that begin paragraphs: 第一章, 第一条, 一、, （一）, 1., （1）, 1）, ①, 2.3.1."""

import functools
from enum import Enum
from typing import NamedTuple

from gaojian import Document, Pattern, Span
from gaojian import Kind as Markup
from gaojian_checks.language.numerals import DIGITS, value

_HAN = "一二三四五六七八九十百零〇○"
_FIGURE = "[0-9０-９]"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# What is typed or scanned for 第 and for 一: 笫五十四条, 第五十－条.
_MISREAD_ORDINAL, _MISREAD_ONE = "笫", "－—–―"
_BLANK = r" \t\u3000\u2002\u2003\u00a0"
_BLANKS = " \t\r\n\u3000\u2002\u2003\u00a0"
_REFERENCE = r"[、，,。；;：:的和及与或至之第所以款\])）》”]|规定|修改|各[款项]|内容|中[的规，]|项(?!目)"
_MARK = Pattern(
    rf"\n[{_BLANK}*>]*+(#*+[ *]*+(?:"
    rf"[第{_MISREAD_ORDINAL}] ?(?:[{_HAN}{_MISREAD_ONE}]{{1,8}}|{_FIGURE}{{1,4}}(?:-{_FIGURE}{{1,2}})?) ?"
    rf"(?:[条條](?: ?之 ?[{_HAN}0-9]{{1,3}})?(?=[{_BLANK}\r\n*（【「]|(?<=条)(?!{_REFERENCE}))"
    rf"|[编編篇章节節](?=[{_BLANK}\r\n*]))"
    rf"|[（(] ?[{_HAN}]{{1,5}} ?[）)]"
    rf"|[{_HAN}]{{1,5}}[、.．]"
    rf"|{_FIGURE}{{1,2}}(?:[.．]{_FIGURE}{{1,2}}){{1,4}}(?:[.．](?!{_FIGURE})|(?=[{_BLANK}\r\n*]))"
    rf"|{_FIGURE}{{1,3}}(?:[.．](?!{_FIGURE})|[、）)])"
    rf"|[（(]{_FIGURE}{{1,3}}[）)]"
    rf"|[{_CIRCLED}]"
    "))"
)
_MISREAD_ONES = frozenset(_MISREAD_ONE)
_NUMERALS = frozenset(_HAN + "0123456789０１２３４５６７８９")
_AFTER_REFERENCES = frozenset("项項款目条條之")
_AFTER_ARTICLES = frozenset(_BLANKS + "*（【「")
_MISREAD = str.maketrans(_MISREAD_ORDINAL + _MISREAD_ONE, "第一一一一")
_NARROWED = str.maketrans("０１２３４５６７８９．（）", "0123456789.()") | _MISREAD
_HALF_WIDTH = str.maketrans("（）", "()")
_FEWEST_ARTICLES = 3


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


class Mark(NamedTuple):
    """A number at its place.

    A ``doubtful`` one counts only where it continues a series or begins one: 三、四个月 may be an approximate number,
    and what shows a list of Markdown numbers it anew.
    """

    number: Number
    span: Span
    doubtful: bool


def numbers(document: Document) -> tuple[Number, ...]:
    """Return every number that begins a paragraph of ``document``; call it through ``document.get(numbers)``."""
    # A string a mark, and no match: there are ten thousand of them in a code of law.
    return tuple(filter(None, map(_read, _MARK.compiled.findall(_lines(document)))))


def marks(document: Document) -> tuple[Mark, ...]:
    """Return ``numbers`` with their places; call it through ``document.get(marks)``, where something is amiss."""
    text = _lines(document)
    is_markdown = document.kind is Markup.MARKDOWN
    found = []
    for match in _MARK.finditer(text):
        number = _read(match[1])
        if number is not None:
            end = match.end()
            # One break was put in front.
            span = Span(end - len(number.written) - 1, end - 1)
            found.append(Mark(number, span, _is_doubtful(number, text[end : end + 1], is_markdown)))
    articles = [mark for mark in found if mark.number.style is NumberStyle.ARTICLE]
    if len(articles) >= _FEWEST_ARTICLES and all(mark.doubtful for mark in articles):
        # No blank follows any of them: that is how they are written here.
        return tuple(
            [mark._replace(doubtful=False) if mark.number.style is NumberStyle.ARTICLE else mark for mark in found]
        )
    return tuple(found)


def flawed_marks(document: Document) -> tuple[Mark, ...]:
    """Return the marks that are not written as they should be; call it through ``document.get(flawed_marks)``."""
    flawed = [place for place, number in enumerate(document.get(numbers)) if not number.is_plain]
    if not flawed:
        return ()
    places = document.get(marks)
    return tuple([places[place] for place in flawed])


def written(style: NumberStyle, worth: int) -> str:
    """Return ``worth`` in ``style`` as the norm has it: 三、, （三）, 3., ③, 第三条."""
    if style is NumberStyle.CIRCLED:
        return _CIRCLED[worth - 1] if 0 < worth <= len(_CIRCLED) else str(worth)
    return style.value.translate({ord("一"): _han(worth), ord("1"): str(worth)})


def renumbered(number: Number, worth: int) -> str:
    """Return ``number`` as it would be written if it were ``worth``, its own marks kept: （五） and 4 give （四）."""
    if number.style is NumberStyle.CIRCLED:
        return written(number.style, worth)
    mark = number.written.translate(_MISREAD) if number.style is NumberStyle.ARTICLE else number.written
    first = mark.find(number.prefix) + len(number.prefix) if number.prefix else 0
    while mark[first] not in _NUMERALS:
        first += 1
    last = first
    while last < len(mark) and mark[last] in _NUMERALS:
        last += 1
    return mark[:first] + (_han(worth) if mark[first] in _HAN else str(worth)) + mark[last:]


def run_in(prose: str, style: NumberStyle, number: int, within: Span) -> Span | None:
    """Return where ``number`` stands in ``style`` inside a paragraph ``within`` the span: …；（三）…, or None.

    第三条 is named in many sentences: divisions and articles are not looked for.
    """
    for form in _forms(style, number):
        place = prose.find(form, *within)
        while place >= 0:
            line = prose[max(within.start, prose.rfind("\n", 0, place)) : place].strip(_BLANKS + "*>#")
            if line and line[-1] not in _NUMERALS and line[-1] != "." and prose[place + len(form)] not in _NUMERALS:
                return Span(place, place + len(form))
            place = prose.find(form, place + 1, within.end)
    return None


def _forms(style: NumberStyle, number: int) -> tuple[str, ...]:
    form = written(style, number)
    if style is NumberStyle.HAN or style is NumberStyle.CIRCLED:
        return (form,)
    if style is NumberStyle.HAN_BRACKETS or style is NumberStyle.ARABIC_BRACKETS:
        return form, form.translate(_HALF_WIDTH)
    if style is NumberStyle.ARABIC:
        return form, f"{number}．", f"{number}、"
    return (form, f"{number})") if style is NumberStyle.HALF_BRACKET else ()


def _lines(document: Document) -> str:
    """Return the prose with one break in front, so that the first line begins like all others."""
    prose = document.prose
    return "\n" + (prose.replace("\r", "\n") if "\r" in prose else prose)


def _is_doubtful(number: Number, following: str, is_markdown: bool) -> bool:
    style = number.style
    if style is NumberStyle.ARTICLE:
        return following not in _AFTER_ARTICLES
    if style is NumberStyle.HAN_BRACKETS:
        return following in _AFTER_REFERENCES
    if style is NumberStyle.HAN or style is NumberStyle.ARABIC or style is NumberStyle.HALF_BRACKET:
        return following in _NUMERALS or (is_markdown and not number.level and following in " \t")
    return False


@functools.lru_cache(4096)
def _read(found: str) -> Number | None:
    """Return the number that ``found`` writes, Markdown before it included, or None for no number."""
    mark = found.lstrip("# *")
    plain = mark.translate(_NARROWED)
    prefix, branch, heart = "", 0, plain
    if plain in _CIRCLED:
        style, heart = NumberStyle.CIRCLED, str(_CIRCLED.index(plain) + 1)
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
    worth = value("".join(filter(_NUMERALS.__contains__, heart)))
    # Decimal numbers may begin with 1.0.
    if worth is None or (worth == 0 and style is not NumberStyle.DECIMAL):
        return None
    if style is NumberStyle.ARTICLE and not _MISREAD_ONES.isdisjoint(mark) and _han(worth) not in heart:
        # 第三—五条 is a range.
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
    """Return ``number``, below a thousand, in Chinese numerals: 10 is 十, 102 一百零二."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds - 1]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else DIGITS[tens - 1]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones - 1] if ones else "")
