"""The lines of a document that dates stand on: alone, as a signature, or within running prose."""

from gaojian import Document, Span

_BLANK = " \t\r\u3000\u00a0*_>#"
_AFTER_SIGNATURE = _BLANK + "）)印发發"
_LAST_LINES = 12
_FIRST_LINES = 6


def line_of(document: Document, span: Span, reach: int = 60) -> Span:
    """Return the line around ``span`` without blanks and marks, as far as ``reach`` to either side."""
    around = document.line_around(span.start, reach)
    return _stripped(document.prose, Span(around.start, max(around.end, span.end)))


def may_end_line(document: Document, span: Span, reach: int = 60) -> bool:
    """Return False where more than blanks, a bracket or 印发 follows ``span`` on its line: asked before ``line_of``."""
    rest = document.text[span.end : span.start + reach].lstrip(_AFTER_SIGNATURE)
    return not rest or rest[0] == "\n"


def closing_offset(document: Document) -> int:
    """Return where the last lines of the document begin, among which a signature stands; call it by ``get``."""
    last = document.last_paragraphs(_LAST_LINES + 1)
    return last[1].start if len(last) > _LAST_LINES else 0


def opening_offset(document: Document) -> int:
    """Return where its first lines end, under whose title a date in brackets stands; call it by ``get``."""
    first = document.first_paragraphs(_FIRST_LINES)
    return first[-1].end if first else 0


def _stripped(prose: str, span: Span) -> Span:
    text = prose[span.start : span.end]
    left = len(text) - len(text.lstrip(_BLANK))
    return Span(span.start + left, span.start + max(left, len(text.rstrip(_BLANK))))
