"""The marks of a document: 一是, 第一，, 第一步, 其一, 首先; and in one paragraph 一、, （一）, （1）, ①, 1）, 1."""

import re
from collections.abc import Iterator

from gaojian import Document, Kind, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import clues, matches
from gaojian_checks.language.enumerations.marks import CIRCLED, HAN, Form, Mark
from gaojian_checks.language.numerals import value

_BLANKS = " \t\u3000"
_LEAD = _BLANKS + "\r*#>“‘「-"
_LONGEST_LEAD = 12
# What counts further is no list within a text.
_LARGEST = 50
# What may stand before a mark of a sentence, and what before a number that runs in.
_BOUNDARY = frozenset("。；：，、！？;:!?,\n\r（“(”)）*" + _BLANKS)
_SURE = frozenset("。；：;:！？")
_OPENING = frozenset("（(")
_TOUCHING = frozenset("，、,和及与與或至到（(）)项項款目条條章节節—-~～")
_REFERRING = frozenset("，、,和及与與或至到—-~～")
_NUMERAL = f"[{HAN}0-9]"
# Numbers that begin paragraphs are left out: there are thousands of them in a code of law.
_WITHIN = "[。；：，、！？;:!?, ”）)]"
_BRACKETED = (
    rf"(?:(?<={_WITHIN}{_NUMERAL}[）)])|(?<={_WITHIN}[（(]{_NUMERAL}[）)])|(?<={_WITHIN}[（(]{_NUMERAL}{{2}}[）)]))"
)
# Each begins with one character, so that the scan is for it alone; what stands before it is read backwards. Those
# with their character beside them are found by it in ``clues``.
_TRAILING: tuple[tuple[str, Pattern], ...] = (
    ("次", Pattern("次(?<=[其再]次)(?=[，,、：:是要])")),
    ("是", Pattern(rf"是(?<=[{HAN}]是)(?![一否”’」])")),
    ("要", Pattern(rf"要(?<=[{HAN}]要)(?![”’」素件點点領领闻聞員员务務义義塞]|求(?![真实實新变變]))")),
    ("", Pattern(rf"、(?<={_WITHIN}{_NUMERAL}、)(?![{HAN}0-9第])", "、")),
    (".", Pattern(rf"\.(?<={_WITHIN}[0-9]\.)(?![0-9A-Za-z])")),
    ("．", Pattern(rf"．(?<={_WITHIN}[0-9]．)(?![0-9A-Za-z])")),
    ("）", Pattern(rf"）{_BRACKETED}")),
    (")", Pattern(rf"\){_BRACKETED}")),
)
_LEADING: tuple[tuple[str, Form, Pattern], ...] = (
    (
        "",
        Form.ORDINAL,
        Pattern(
            # What follows is no numeral: to try fewer of them would be in vain.
            rf"第(?P<number>[{HAN}]{{1,3}}+)(?:(?=[，,、：:](?!第?[{HAN}0-9])|[是要](?![务務素义義]))"
            r"|(?P<step>步(?![骤驟走])|点(?=[，：:是、])|[个個]?方面(?=[，：:是、])))",
            "第",
        ),
    ),
    ("其", Form.AMONG, Pattern(rf"其(?P<number>[{HAN}])(?=[，,、：:是])")),
    ("首", Form.ADVERB, Pattern("首(?P<number>先)(?=[，,、：:是要])")),
    ("", Form.CIRCLED, Pattern(f"(?P<number>[{CIRCLED}])", "①")),
)
_FIRST = Pattern(rf"[{_LEAD}]{{0,{_LONGEST_LEAD}}}(?P<mark>[（(]?[一1][、.．）)])(?!{_NUMERAL})")
_WORDS = {"先": 1, "其": 2, "再": 3} | {circled: number for number, circled in enumerate(CIRCLED, 1)}


class _Place(NamedTuple):
    start: int
    end: int
    number: int
    form: Form


def marks(document: Document) -> tuple[Mark, ...]:
    """Return all marks of ``document`` in order; call it through ``document.get(marks)``."""
    prose = document.prose
    found = sorted(_places(document), key=lambda place: place.start)
    read: list[Mark] = []
    seen: set[tuple[int, Form]] = set()
    paragraph, last = 0, 0
    # In a document of bare lines a line is no paragraph, and a number that begins one may stand anywhere in its own.
    is_bare = document.kind is Kind.LINES
    for place in found:
        if is_bare and place.form.is_run_in:
            continue
        line = -1 if is_bare else prose.rfind("\n", last, place.start)
        paragraph, last = (paragraph if line < 0 else line + 1), place.start
        if place.form.is_run_in and (paragraph, place.form) not in seen:
            seen.add((paragraph, place.form))
            first = _first(prose, paragraph, place)
            if first is not None:
                read.append(_mark(prose, first, paragraph))
        read.append(_mark(prose, place, paragraph))
    return tuple(read)


def _mark(prose: str, place: _Place, paragraph: int) -> Mark:
    start, end, number, form = place
    lead = prose[max(paragraph, start - _LONGEST_LEAD) : start]
    opens = start - paragraph < _LONGEST_LEAD and not lead.strip(_LEAD)
    before = lead.rstrip(_BLANKS)[-1:]
    sure = opens or not form.is_run_in or before in _SURE or (form is Form.CIRCLED and before in "，、")
    return Mark(form, number, Span(start, end), paragraph, opens, sure)


def _first(prose: str, paragraph: int, other: _Place) -> _Place | None:
    """Return the number one that begins ``paragraph`` in the form of ``other``, or None."""
    match = _FIRST.match(prose, paragraph, other.start)
    if match is None:
        return None
    start, end = match.span("mark")
    form = _form(prose, end - 1, start + (prose[start] in _OPENING))
    return _Place(start, end, 1, other.form) if form is other.form else None


def _places(document: Document) -> Iterator[_Place]:
    prose, signs = document.prose, document.get(clues).signs
    for mark, pattern in _TRAILING:
        # Most documents have few of the marks.
        if mark and mark not in signs:
            continue
        for match in matches(document, mark, pattern) if mark else pattern.finditer(prose):
            place = _trailing(prose, match)
            if place is not None and _may_begin(prose, place):
                yield place
    for mark, form, pattern in _LEADING:
        if mark and mark not in signs:
            continue
        for match in matches(document, mark, pattern) if mark else pattern.finditer(prose):
            place = _leading(prose, match, form)
            if place is not None:
                yield place


def _leading(prose: str, match: re.Match[str], form: Form) -> _Place | None:
    """Return the mark that ``match`` begins."""
    number = _WORDS.get(match["number"]) or value(match["number"])
    if number is None or number > _LARGEST:
        return None
    if form is Form.ORDINAL and match["step"]:
        form = Form.STEP
    place = _Place(match.start(), match.end(), number, form)
    return place if _may_begin(prose, place) else None


def _trailing(prose: str, match: re.Match[str]) -> _Place | None:
    """Return the mark that ends with ``match``, a verb, a comma, a dot or a bracket behind a numeral."""
    at = match.start()
    if match[0] == "次":
        place = _Place(at - 1, match.end(), _WORDS[prose[at - 1]], Form.ADVERB)
        return place if _may_begin(prose, place) else None
    numerals = HAN if prose[at - 1] in HAN else "0123456789"
    before = prose[max(0, at - 3) : at]
    start = at - len(before) + len(before.rstrip(numerals))
    form, number = _form(prose, at, start), value(prose[start:at])
    if form is None or not number or number > _LARGEST:
        return None
    return _Place(start - form.has_brackets, match.end(), number, form)


def _form(prose: str, at: int, start: int) -> Form | None:
    """Return the form of the mark whose numeral begins at ``start`` and ends at ``at``, or None for none."""
    is_han, ending = prose[at - 1] in HAN, prose[at]
    if ending in "是要":
        return Form.VERB
    if ending in "、.．":
        return Form.HAN if is_han else Form.ARABIC
    if prose[start - 1 : start] in _OPENING:
        return Form.HAN_BRACKETS if is_han else Form.ARABIC_BRACKETS
    return None if is_han else Form.HALF_BRACKET


def _may_begin(prose: str, place: _Place) -> bool:
    """Return whether a mark may begin there: behind a mark of punctuation, and not within a reference."""
    if place.form is Form.CIRCLED:
        return prose[place.end : place.end + 1] not in _REFERRING
    before = prose[place.start - 1 : place.start]
    if place.form.is_run_in and (prose[place.end : place.end + 1] in _TOUCHING or before in _OPENING):
        return False
    return not before or before in _BOUNDARY
