"""Whether the first item of a list is all there is of it."""

from bisect import bisect_right

from gaojian import Document, Span
from gaojian_checks.language.enumerations.excuses import is_quoted, is_told
from gaojian_checks.language.enumerations.lists import DEEPEST_SECTION, Enumeration
from gaojian_checks.language.enumerations.marks import Form, Mark
from gaojian_checks.language.enumerations.scan import marks
from gaojian_checks.language.outline import outline

# 首先 is often followed by nothing of its kind, and the second of 第一，, which may be a heading, be far away.
_ALONE = frozenset({Form.VERB, Form.AMONG})
_REACH = 8000


def is_alone(document: Document, each: Enumeration) -> bool:
    """Return whether ``each`` has one item, and the text after it no second one in whatever words."""
    first = each.items[0]
    if each.form not in _ALONE or len(each.items) > 1 or first.number > 1 or is_quoted(document.prose, first):
        return False
    found = [mark for mark in document.get(marks) if mark.form is each.form]
    place = found.index(first)
    if any(_is_parallel(first, other) for other in found[max(0, place - 1) : place + 2]):
        return False
    end = first.span.end + _REACH
    following = found[place + 1 : place + 2]
    if following and following[0].number == 2 and following[0].span.start < end:
        return False
    return not is_told(document, Span(first.span.end, min(end, _section_end(document, first))), 2)


def _is_parallel(first: Mark, other: Mark) -> bool:
    """Return whether ``other`` is another 一是 of the same paragraph: 一是为了……，一是为了……."""
    return other is not first and other.number == 1 and other.paragraph == first.paragraph


def _section_end(document: Document, mark: Mark) -> int:
    starts = [heading.span.start for heading in document.get(outline) if heading.level <= DEEPEST_SECTION]
    place = bisect_right(starts, mark.span.start)
    return starts[place] if place < len(starts) else len(document.prose)
