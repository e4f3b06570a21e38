"""Which lines are headings, as far as their form tells, and what is written in them."""

from collections.abc import Iterator

from gaojian.document import Document
from gaojian.kinds.terms import Terms
from gaojian.pattern import Pattern
from gaojian.record import NamedTuple
from gaojian.text import Span

_LONGEST = 40
_HAN_NUMBER = "一二三四五六七八九十百零〇"
# Numbering in front: 第一章, 一、, （一）, 1., 1.1, or the marks of Markdown.
_NUMBER = Pattern(
    rf"[ \t\u3000]*(?:#{{1,6}}[ \t]+)?[*_]{{0,3}}"
    rf"(?P<number>第[{_HAN_NUMBER}0-9]{{1,5}}[章节编部分]{{1,2}}|[{_HAN_NUMBER}]{{1,3}}[、.．]"
    rf"|[（(][{_HAN_NUMBER}0-9]{{1,3}}[)）]|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,3}}(?![0-9])[.．、]?)?[ \t\u3000]*"
)
_SENTENCE = Pattern("[。；]")
_NO_HEADING = Pattern(r"[，。；：！？、|]|^[ \t]*[-*+>]|[.…·\t ]{2,}[0-9]{1,4}[ \t]*$")
_PAGE_BEHIND = Pattern(r"(?:[.…·]{2,}|\t)[ \t]*[0-9]{1,4}[ \t]*$")


class Mention(NamedTuple):
    """A ``word`` in the heading that stands at ``span``; ``word_span`` is its own place."""

    span: Span
    word: str
    word_span: Span


def mentions(document: Document, words: Terms) -> Iterator[Mention]:
    """Yield, in order, each of ``words`` that stands in a heading of ``document``.

    A heading is a line that begins with # or a number, up to the end of its first sentence; or a line of at most 40
    characters without any punctuation, as those are that Word numbers by itself. Lines of a table of contents, with a
    page behind dots, are none.
    """
    for start, end in words.apart(document.prose):
        heading = _heading_around(document, start)
        if heading is not None and end <= heading.end:
            yield Mention(heading, document.prose[start:end], Span(start, end))


def _heading_around(document: Document, offset: int) -> Span | None:
    """Return the heading that reaches over ``offset``, without the number in front."""
    span = document.line_around(offset)
    if offset - span.start > 2 * _LONGEST:
        # Too far behind the beginning of its line, whatever number stands there.
        return None
    line = document.prose[span.start : span.end]
    number = _NUMBER.match(line)
    first = number.end() if number else 0
    if number is not None and (number["number"] or "#" in number[0]):
        if _PAGE_BEHIND.search(line):
            return None
        sentence = _SENTENCE.search(line, first)
        end = sentence.start() if sentence else len(line)
    elif _NO_HEADING.search(line.strip()):
        return None
    else:
        end = len(line)
    end = len(line[:end].rstrip(" \t\u3000*_#"))
    if not 0 < end - first <= _LONGEST or span.start + first > offset:
        return None
    return Span(span.start + first, span.start + end)


def is_titled(document: Document, words: tuple[str, ...]) -> bool:
    """Return whether one of ``words`` stands in the first five paragraphs of ``document``, or there are no words."""
    spans = document.first_paragraphs(5) if words else ()
    return not words or any(word in document.prose[span.start : span.end] for span in spans for word in words)


def falling(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield indexes (late, early): the place at ``early`` is smaller than the greatest before it, at ``late``."""
    greatest = 0
    for index in range(1, len(places)):
        if places[index] < places[greatest]:
            yield greatest, index
        else:
            greatest = index
