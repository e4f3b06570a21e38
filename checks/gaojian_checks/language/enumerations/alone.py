"""First items that are all there is of a list."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from gaojian import Document, Span
from gaojian_checks.language.enumerations.excuses import is_quoted, told
from gaojian_checks.language.enumerations.lists import DEEPEST_SECTION, Enumeration, enumerations
from gaojian_checks.language.enumerations.marks import Form, Mark
from gaojian_checks.language.outline import outline

# 首先 is often followed by nothing of its kind, and the second of 第一，, which may be a heading, be far away.
_ALONE = frozenset({Form.VERB, Form.AMONG})
_REACH = 8000
_WITHIN_CLAUSES = frozenset("，、, ")


def lone_items(document: Document) -> frozenset[Mark]:
    """Return the first items of which the text has no second one in whatever words; call it through ``document.get``.

    What stands after them is looked at up to the next heading.
    """
    lists = document.get(enumerations)
    prose = document.prose
    alone = [
        each.items[0]
        for each in lists
        if _is_single(each) and not is_quoted(prose, each.items[0]) and not _is_as_soon_as(prose, each.items[0])
    ]
    if not alone:
        return frozenset()
    parallel = {mark for pair in _pairs(lists) for mark in pair}
    sections = [heading.span.start for heading in document.get(outline) if heading.level <= DEEPEST_SECTION]
    # The second of a list that begins later belongs to that.
    seconds = {item.span.start: each.items[0].span.start for each in lists for item in each.items if item.number == 2}
    # Looked for once in the whole text: there may be a lone item on every line.
    tells = list(told(document, Span(alone[0].span.end, len(document.prose)), 2))
    found = []
    for first in alone:
        place = bisect_right(sections, first.span.start)
        section = sections[place] if place < len(sections) else len(document.prose)
        end = min(section, first.span.end + _REACH)
        rest = tells[bisect_left(tells, first.span.end) : bisect_left(tells, end)]
        if first not in parallel and all(seconds.get(start, 0) > first.span.start for start in rest):
            found.append(first)
    return frozenset(found)


def _is_single(each: Enumeration) -> bool:
    return each.form in _ALONE and len(each.items) == 1 and each.items[0].number == 1


def _is_as_soon_as(prose: str, mark: Mark) -> bool:
    """Return whether 一要 may mean as soon as: 他，一要下雨就……."""
    return prose[mark.span.end - 1] == "要" and prose[max(0, mark.span.start - 1) : mark.span.start] in _WITHIN_CLAUSES


def _pairs(lists: tuple[Enumeration, ...]) -> list[tuple[Mark, Mark]]:
    """Return the first items that follow one another in a paragraph: 一是为了……，一是为了……."""
    firsts = [each.items[0] for each in lists if each.form in _ALONE]
    return [
        (mark, other)
        for mark, other in pairwise(firsts)
        if mark.form is other.form and mark.paragraph == other.paragraph
    ]
