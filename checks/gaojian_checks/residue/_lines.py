"""Lines that were left over: how they are found by a place in them, and what deletes them."""

from collections.abc import Iterable, Iterator

from gaojian import Document, Edit, Fix, Pattern, Span, Text

_WEB_PAGES = (".html", ".htm", ".xhtml")
_LONGEST = 120
_BLANKS = " \t\u3000\u00a0"


def is_web_page(document: Document) -> bool:
    """Return whether ``document`` is a web page itself: there its own furniture is no residue."""
    return document.path.lower().endswith(_WEB_PAGES)


def lines_at(document: Document, places: Iterable[int], whole: Pattern) -> Iterator[Span]:
    """Yield every line that holds one of ``places``, in order, and is ``whole`` from end to end.

    The blanks around it are left out.
    """
    prose, done = document.prose, -1
    for at in places:
        if at < done:
            continue
        line = document.line_around(at, _LONGEST)
        done = line.end
        text = prose[line.start : line.end]
        if len(text) >= _LONGEST:
            continue
        words = text.strip(_BLANKS)
        if whole.compiled.fullmatch(words):
            start = line.start + text.index(words)
            yield Span(start, start + len(words))


def deletion(document: Document, span: Span) -> Edit:
    """Return the edit that deletes the line of ``span`` with the line break that follows it, or that leads to it."""
    text = document.text
    # The line is known to be short; to look for the break of another system would cost the whole document each time.
    start = document.line_around(span.start, _LONGEST).start
    end = span.end
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    if text.startswith("\r\n", end):
        end += 2
    elif end < len(text):
        end += 1
    elif start:
        start -= 2 if text.startswith("\r\n", start - 2) else 1
    return Edit(Span(start, end), "")


def deleting(document: Document, span: Span) -> Fix:
    """Return the fix that deletes the line of ``span``."""
    return Fix(Text("删去这一行", "delete the line"), (deletion(document, span),))
