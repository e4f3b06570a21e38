"""The numbers that begin paragraphs: 第一章, 第一条, 一、, （一）, 1., （1）, 1）, ①, 2.3.1."""

import re

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian import Kind as Markup
from gaojian_checks.language.numbering.number import (
    CIRCLED,
    HAN,
    MISREAD_ONE,
    MISREAD_ORDINAL,
    NUMERALS,
    Number,
    NumberStyle,
    forms,
    read,
)

_FIGURE = "[0-9０-９]"
_BLANK = r" \t\u3000\u2002\u2003\u00a0"
_BLANKS = " \t\r\n\u3000\u2002\u2003\u00a0"
_REFERENCE = r"[、，,。；;：:的和及与或至之第所以款\])）》”]|规定|修改|各[款项]|内容|中[的规，]|项(?!目)"
_MARK = Pattern(
    rf"\n(?=[{_BLANK}*>#第{MISREAD_ORDINAL}（({HAN}{CIRCLED}0-9０-９])[{_BLANK}*>]*+(#*+[ *]*+(?:"
    rf"[第{MISREAD_ORDINAL}] ?(?:[{HAN}{MISREAD_ONE}]{{1,8}}|{_FIGURE}{{1,4}}(?:-{_FIGURE}{{1,2}})?) ?"
    rf"(?:[条條](?: ?之 ?[{HAN}0-9]{{1,3}})?(?=[{_BLANK}\r\n*（【「]|(?<=条)(?!{_REFERENCE}))"
    rf"|[编編篇章节節](?=[{_BLANK}\r\n*]))"
    rf"|[（(] ?[{HAN}]{{1,5}} ?[）)]"
    rf"|[{HAN}]{{1,5}}[、.．]"
    rf"|{_FIGURE}{{1,2}}(?:[.．]{_FIGURE}{{1,2}}){{1,4}}(?:[.．](?!{_FIGURE})|(?=[{_BLANK}\r\n*]))"
    rf"|{_FIGURE}{{1,3}}(?:[.．](?!{_FIGURE})|[、）)])"
    rf"|[（(]{_FIGURE}{{1,3}}[）)]"
    rf"|[{CIRCLED}]"
    "))"
)
_MAY_BE_QUANTITIES = frozenset({NumberStyle.HAN, NumberStyle.ARABIC, NumberStyle.HALF_BRACKET})
_AFTER_REFERENCES = frozenset("项項款目条條之")
_AFTER_ARTICLES = frozenset(_BLANKS + "*（【「")
_FEWEST_ARTICLES = 3
_MOST_PLACES = 16
# There are ten thousand numbers in a code of law: to call a named tuple would show.
_new = tuple.__new__


class Mark(NamedTuple):
    """A number at its place.

    A ``doubtful`` one counts only where it continues a series or begins one: 三、四个月 may be an approximate number,
    and what shows a list of Markdown numbers it anew.
    """

    number: Number
    span: Span
    doubtful: bool = False


def numbers(document: Document) -> tuple[Number, ...]:
    """Return every number that begins a paragraph of ``document``; call it through ``document.get(numbers)``."""
    # A string a mark, and no match: there are ten thousand of them in a code of law.
    return tuple(filter(None, map(read, _MARK.compiled.findall(_lines(document)))))


def marks(document: Document) -> tuple[Mark, ...]:
    """Return ``numbers`` with their places; call it through ``document.get(marks)``, where something is amiss."""
    prose, is_markdown = document.prose, document.kind is Markup.MARKDOWN
    found = []
    for match in _MARK.finditer(_lines(document)):
        number = read(match[1])
        if number is not None:
            span = _span(match, number)
            is_doubtful = _is_doubtful(number, prose[span.end : span.end + 1], is_markdown=is_markdown)
            found.append(_new(Mark, (number, span, is_doubtful)))
    articles = [mark for mark in found if mark.number.style is NumberStyle.ARTICLE]
    if len(articles) >= _FEWEST_ARTICLES and all(mark.doubtful for mark in articles):
        # No blank follows any of them: that is how they are written here.
        return tuple(
            [mark._replace(doubtful=False) if mark.number.style is NumberStyle.ARTICLE else mark for mark in found]
        )
    return tuple(found)


def flawed_marks(document: Document) -> tuple[Mark, ...]:
    """Return the marks that are not written as they should be; call it through ``document.get(flawed_marks)``."""
    # A list is made in half the time that it takes to ask one by one.
    if not [number for number in document.get(numbers) if not number.is_plain]:
        return ()
    found = []
    for match in _MARK.finditer(_lines(document)):
        number = read(match[1])
        if number is not None and not number.is_plain:
            found.append(Mark(number, _span(match, number)))
    return tuple(found)


def run_in(prose: str, style: NumberStyle, number: int, within: Span) -> Span | None:
    """Return where ``number`` stands in ``style`` inside a paragraph ``within`` the span: …；（三）…, or None.

    第三条 is named in many sentences: divisions and articles are not looked for.
    """
    for form in forms(style, number):
        place = within.end
        for _ in range(_MOST_PLACES):
            place = prose.rfind(form, within.start, place)
            if place < 0:
                break
            line = prose[max(within.start, prose.rfind("\n", within.start, place)) : place].strip(_BLANKS + "*>#")
            if line and line[-1] not in NUMERALS and line[-1] != "." and prose[place + len(form)] not in NUMERALS:
                return Span(place, place + len(form))
    return None


def _span(match: re.Match[str], number: Number) -> Span:
    # One break was put in front.
    end = match.end() - 1
    return _new(Span, (end - len(number.written), end))


def _lines(document: Document) -> str:
    """Return the prose with one break in front, so that the first line begins like all others."""
    prose = document.prose
    return "\n" + (prose.replace("\r", "\n") if "\r" in prose else prose)


def _is_doubtful(number: Number, following: str, *, is_markdown: bool) -> bool:
    style = number.style
    if style is NumberStyle.ARTICLE:
        return following not in _AFTER_ARTICLES
    if style is NumberStyle.HAN_BRACKETS:
        return following in _AFTER_REFERENCES
    if style in _MAY_BE_QUANTITIES:
        return following in NUMERALS or (is_markdown and not number.level and following in " \t")
    return False
