"""Where a document begins, and which runs of its paragraphs stand again."""

from gaojian import HIDDEN, Document, Edit, Fix, Pattern, Safety, Span, Text
from gaojian_checks.duplicates._paragraphs import Paragraphs, paragraphs
from gaojian_checks.duplicates._runs import Run, repeated_runs
from gaojian_checks.language.outline import title

_LEAST_OPENING = 30
_BLANK_LINES = Pattern(r"[ \t\u3000]{0,80}(?:(?:\r\n?|\n)(?:[ \t\u3000]{0,80}(?:\r\n?|\n)){0,80})?")


def find_blocks(document: Document, fewest: int, least: int) -> list[Run]:
    """Return the runs of at least ``fewest`` paragraphs and ``least`` characters that stand again.

    The runs count in paragraphs, that is in ``document.get(paragraphs).filled``.
    """
    found = document.get(paragraphs)
    if sum(map(len, found.repeated)) < least:
        return []
    keys = [found.keys[line] for line in found.filled]

    def is_enough(start: int, length: int) -> bool:
        return length >= fewest and found.content(found.filled[start : start + length]) >= least

    return list(repeated_runs(keys, is_enough))


def span_of(found: Paragraphs, start: int, length: int) -> Span:
    """Return the span of ``length`` paragraphs from number ``start``."""
    return found.span(found.filled[start], found.filled[start + length - 1])


def opening(document: Document) -> int | None:
    """Return the number of the first body paragraph: the first among the first dozen that is a sentence or two."""
    found = document.get(paragraphs)
    heading = document.get(title)
    for number, line in enumerate(found.head):
        key = found.keys[line]
        if key[-1] in "。：；！？…”" and found.content([line]) >= _LEAST_OPENING and found.span(line, line) != heading:
            return number
    return None


def deletion(document: Document, span: Span) -> Fix | None:
    """Return the fix that deletes the lines of ``span`` and the blank ones after them.

    None where code or a link stands among the lines: copies of the prose need not be copies of those.
    """
    if HIDDEN in document.prose[span.start : span.end]:
        return None
    first, last = lines_of(document, span)
    start = document.lines.line_span(first).start
    blanks = _BLANK_LINES.match(document.text, document.lines.line_span(last).end)
    end = blanks.end() if blanks else span.end
    title = Text("删去重复的一份", "delete the copy")
    return Fix(title, (Edit(Span(start, end), ""),), Safety.UNSAFE)


def lines_of(document: Document, span: Span) -> tuple[int, int]:
    """Return the 1-based numbers of the first and last line of ``span``."""
    return document.lines.line_number(span.start), document.lines.line_number(span.end - 1)


def range_text(first: int, last: int) -> str:
    """Return a range of lines as written in messages: 4 or 4–18."""
    return str(first) if first == last else f"{first}–{last}"
