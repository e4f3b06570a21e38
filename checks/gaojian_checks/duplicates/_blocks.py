"""Where a document begins, and which runs of its paragraphs stand again."""

from gaojian import HIDDEN, Document, Edit, Fix, Pattern, Safety, Span, Text
from gaojian_checks.duplicates._paragraphs import Paragraphs, paragraphs
from gaojian_checks.duplicates._runs import Run, repeated_runs
from gaojian_checks.language.outline import title

# A document opens within its first dozen paragraphs.
HEAD = 12
_LEAST_OPENING = 30
_BLANK_LINES = Pattern(r"[ \t\u3000]{0,80}(?:(?:\r\n?|\n)(?:[ \t\u3000]{0,80}(?:\r\n?|\n)){0,80})?")


def find_blocks(document: Document, fewest: int, least: int) -> list[Run]:
    """Return the runs of at least ``fewest`` paragraphs and ``least`` characters that stand again.

    The runs count in paragraphs.
    """
    found = document.get(paragraphs)
    if not _may_hold(found, least):
        return []

    def is_enough(start: int, length: int) -> bool:
        return length >= fewest and found.content(range(start, start + length)) >= least

    return list(repeated_runs(found.keys, is_enough))


def _may_hold(found: Paragraphs, least: int) -> bool:
    """Return whether ``least`` characters in a row stand again: a quick test that most documents fail."""
    if sum(map(len, found.repeated)) < least:
        return False
    together: set[str] = set()
    for key in found.keys:
        if key in found.repeated:
            together.add(key)
        elif together:
            if sum(map(len, together)) >= least:
                return True
            together.clear()
    return sum(map(len, together)) >= least


def opening(document: Document) -> int | None:
    """Return the number of the first body paragraph: the first among the first dozen that is a sentence or two."""
    found = document.get(paragraphs)
    for number, key in enumerate(found.keys[:HEAD]):
        if len(key) < _LEAST_OPENING or key[-1] not in "。：；！？…”" or found.content([number]) < _LEAST_OPENING:
            continue
        # Some titles end so.
        if key[-1] in "。：；" or found.span(number, number) != document.get(title):
            return number
    return None


def deletion(document: Document, span: Span) -> Fix | None:
    """Return the fix that deletes the lines of ``span`` and the blank ones after them.

    None where code or a link stands among the lines: copies of the prose need not be copies of those.
    """
    if HIDDEN in document.prose[span.start : span.end]:
        return None
    lines = document.lines
    start = lines.line_span(lines.line_number(span.start)).start
    blanks = _BLANK_LINES.match(document.text, lines.line_span(lines.line_number(span.end - 1)).end)
    end = blanks.end() if blanks else span.end
    title = Text("删去重复的一份", "delete the copy")
    return Fix(title, (Edit(Span(start, end), ""),), Safety.UNSAFE)


def lines_of(document: Document, span: Span) -> tuple[int, int]:
    """Return the 1-based numbers of the first and last line of ``span``."""
    return document.line_number(span.start), document.line_number(span.end - 1)


def range_text(first: int, last: int) -> str:
    """Return a range of lines as written in messages: 4 or 4–18."""
    return str(first) if first == last else f"{first}–{last}"
