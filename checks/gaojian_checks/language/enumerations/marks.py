"""The marks of lists within a text: 一是, 第一，, 其一, 首先, and, in one paragraph, 一、, （一）, （1）, ①, 1）, 1."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from gaojian import Document, Kind, Pattern, Span
from gaojian_checks.language.numerals import DIGITS, value

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ADVERBS = ("首先", "其次", "再次")
_HAN = DIGITS + "十"
_BLANKS = " \t\u3000"
_LEAD = _BLANKS + "\r*#>-“‘「"
_LONGEST_LEAD = 12
# What may stand before a mark of a sentence, and what before a number that runs in.
_BOUNDARY = frozenset("。；：，、！？;:!?,\n\r（“(”)）*" + _BLANKS)
_SURE = frozenset("。；：;:！？")
_OPENING = frozenset("（(")
_TOUCHING = frozenset("，、,和及与與或至到（(）)项項款目条條章节節—-~～")


class Form(Enum):
    """The ways to number within a text; the values are how the first of a list is written."""

    __hash__ = object.__hash__

    VERB = "一是"
    ORDINAL = "第一，"
    STEP = "第一步"
    AMONG = "其一"
    ADVERB = "首先"
    HAN = "一、"
    HAN_BRACKETS = "（一）"
    ARABIC_BRACKETS = "（1）"
    CIRCLED = "①"
    HALF_BRACKET = "1）"
    ARABIC = "1."

    @property
    def is_run_in(self) -> bool:
        """Whether lists of this form lie within one paragraph: what begins paragraphs so is a heading or an item."""
        return self not in _OF_SENTENCES


_OF_SENTENCES = frozenset({Form.VERB, Form.ORDINAL, Form.STEP, Form.AMONG, Form.ADVERB})


class Mark(NamedTuple):
    """A mark at its place: ``span`` is that of its words, 二是 or 第二, without the comma after it.

    ``paragraph`` is where its paragraph begins; ``opens`` tells that nothing stands before it there. A mark that is not
    ``sure`` may go on with a list, but is no slip: （三） after a comma may be a reference.
    """

    form: Form
    number: int
    span: Span
    paragraph: int
    opens: bool
    sure: bool


# Each begins with one character, so that the scan is for it alone; what ends there is read backwards.
_TRAILING = (
    (Form.VERB, Pattern(rf"是(?<=[{_HAN}]是)(?![一否])", "是"), ""),
    (Form.VERB, Pattern(rf"要(?<=[{_HAN}]要)(?![素件点點领領闻聞员員务務义義塞]|求(?![真实實新变變]))", "要"), ""),
    (Form.HAN, Pattern(rf"、(?<=[{_HAN}]、)(?![{_HAN}0-9第])", "一、"), ""),
    (Form.HAN_BRACKETS, Pattern(rf"[）)](?<=[{_HAN}].)", "（一）", "(一)"), "（("),
    (Form.ARABIC_BRACKETS, Pattern(r"[）)](?<=[0-9].)", "（1）", "(1)"), "（("),
    (Form.HALF_BRACKET, Pattern(r"[）)](?<=[0-9].)", "1）", "1)"), ""),
    (Form.ARABIC, Pattern(r"[.．、](?<=[0-9].)(?![0-9A-Za-z])", "：1"), ""),
)
_LEADING = (
    (
        Form.ORDINAL,
        Pattern(rf"第(?P<number>[{_HAN}]{{1,3}})(?=[，,、：:](?!第?[{_HAN}0-9])|[是要](?![务務素义義]))", "第"),
    ),
    (
        Form.STEP,
        Pattern(rf"第(?P<number>[{_HAN}])(?:步(?![骤驟走])|点(?=[，：:是、])|[个個]?方面(?=[，：:是、]))", "第"),
    ),
    (
        Form.AMONG,
        Pattern(rf"其(?P<number>[{_HAN}])(?=[，,、：:是])", "其"),
    ),
    (Form.ADVERB, Pattern("[首其再](?P<number>(?<=首)先|次)(?=[，,、：:是要])", "首先", "其次")),
    (Form.CIRCLED, Pattern(f"(?P<number>[{CIRCLED}])", "①")),
)
_ADVERB_NUMBERS = {word: number for number, word in enumerate(ADVERBS, 1)}


def marks(document: Document) -> tuple[Mark, ...]:
    """Return all marks of ``document`` in order; call it through ``document.get(marks)``."""
    prose = document.prose
    found = sorted(_found(prose))
    if not found:
        return ()
    read, paragraph, last = [], 0, 0
    for start, end, number, form in found:
        # In a document of bare lines a line is no paragraph.
        line = prose.rfind("\n", last, start) if document.kind is not Kind.LINES else -1
        paragraph, last = (paragraph if line < 0 else line + 1), start
        lead = prose[max(paragraph, start - _LONGEST_LEAD) : start]
        opens = start - paragraph < _LONGEST_LEAD and not lead.strip(_LEAD)
        before = lead.rstrip(_BLANKS)[-1:]
        sure = opens or not form.is_run_in or before in _SURE or (form is Form.CIRCLED and before in "，、")
        read.append(Mark(form, number, Span(start, end), paragraph, opens, sure))
    return tuple(read)


def written(mark: Mark, text: str, number: int) -> str:
    """Return the words of ``mark``, which are ``text``, as they would be for ``number``: 二要 and 3 give 三要."""
    if mark.form is Form.CIRCLED:
        return CIRCLED[number - 1]
    if mark.form is Form.ADVERB:
        return ADVERBS[number - 1]
    return re.sub(f"[{_HAN}]+|[0-9]+", lambda old: str(number) if old[0].isdigit() else han(number), text, count=1)


def han(number: int) -> str:
    """Return ``number``, from 1 to 99, in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens - 1]) + "十" * (tens > 0) + (DIGITS[ones - 1] if ones else "")


def _found(prose: str) -> Iterator[tuple[int, int, int, Form]]:
    for form, pattern, opening in _TRAILING:
        for match in pattern.finditer(prose):
            start = _numeral_before(prose, match.start())
            number = value(prose[start : match.start()])
            bracket = prose[start - 1 : start] if opening else ""
            if number is None or (opening and bracket not in opening) or (opening and not bracket):
                continue
            start -= len(bracket)
            if _may_begin(prose, start, match.end(), form):
                yield start, match.end(), number, form
    for form, pattern in _LEADING:
        for match in pattern.finditer(prose):
            number = _ADVERB_NUMBERS.get(match[0]) or (
                CIRCLED.index(match[0]) + 1 if form is Form.CIRCLED else value(match["number"])
            )
            if number is not None and _may_begin(prose, match.start(), match.end(), form):
                yield match.start(), match.end(), number, form


def _numeral_before(prose: str, end: int) -> int:
    """Return where the numeral before ``end`` begins, no more than three characters long."""
    numerals = _HAN if prose[end - 1] in _HAN else "0123456789"
    before = prose[max(0, end - 3) : end]
    return end - len(before) + len(before.rstrip(numerals))


def _may_begin(prose: str, start: int, end: int, form: Form) -> bool:
    """Return whether a mark may begin at ``start``: behind a mark of punctuation, and not within a reference."""
    before = prose[start - 1 : start] or "\n"
    if form is Form.CIRCLED:
        return True
    if form.is_run_in and (prose[end : end + 1] in _TOUCHING or before in _OPENING):
        return False
    return before in _BOUNDARY
