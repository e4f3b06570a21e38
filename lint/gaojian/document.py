"""One document: its text, what of it is prose, and what has been computed about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from gaojian.markup import western_of
from gaojian.origin import Origin
from gaojian.pattern import Pattern
from gaojian.prose import HIDDEN, hide, hide_markdown, hide_urls
from gaojian.table import Cell
from gaojian.text import LineIndex, Position, Span

T = TypeVar("T")

# U+200B and U+FEFF have no width, and the second stands between files that were put together.
_BLANK = rf"\s\u200b\ufeff{HIDDEN}"
_PARAGRAPH = Pattern(rf"[^{_BLANK}][^\n]*(?<![{_BLANK}])")
# Several checks ask for so many of the first or the last paragraphs, or for fewer.
_FEW = 13
# To call a named tuple costs a frame of Python, which shows where there are ten thousand paragraphs.
_new = tuple.__new__


class Kind(Enum):
    """How the text of a document is marked up; LINES has lost its paragraphs, as in a PDF."""

    TEXT = "text"
    MARKDOWN = "markdown"
    LINES = "lines"


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """A text with exact places: every offset is a code point into ``text``, from 0.

    ``path`` is as shown to people, with ``/`` between its parts. ``text`` is what the bytes decode to, without the byte
    order mark and with its own newlines. ``profile`` is the genre the user declared, or "auto".

    Where the text was taken out of markup or a package, one paragraph a line, ``hidden`` are the spans of it that are
    not prose, and ``origin`` knows the places in the file. ``body`` is the span of what runs through the pages, where
    notes, text boxes and page headers follow it; None where all text does. ``cells`` are those of its tables, in the
    order of the text; in Markdown, tables are text.
    """

    path: str
    text: str
    kind: Kind = Kind.TEXT
    encoding: str = "utf-8"
    bom: bool = False
    profile: str = "auto"
    hidden: tuple[Span, ...] = ()
    origin: Origin | None = None
    body: Span | None = None
    cells: tuple[Cell, ...] = ()

    @cached_property
    def prose(self) -> str:
        """The text with all that is not prose hidden one for one by U+FFFC: ``len(prose) == len(text)``.

        Hidden are, in Markdown, code, front matter, formulas, HTML tags and comments, and link targets; in any
        document, URLs and e-mail addresses.
        Line breaks stay. A match offset in ``prose`` is an offset in ``text``.
        """
        if self.kind is Kind.MARKDOWN:
            return hide_markdown(self.text, self.western)
        return hide_urls(hide(self.text, self.hidden), self.western)

    @cached_property
    def western(self) -> bytes:
        """The characters of ``text`` up to U+00FF, in order and without what stood between them, in Latin-1.

        Chinese text holds few: what is missing here is missing in the text, and in its prose, and is sooner seen to be.
        """
        return western_of(self.text)

    @cached_property
    def lines(self) -> LineIndex:
        """The line index of ``text``, built when first asked for; for people, ``position`` and ``line_number``."""
        return LineIndex(self.text)

    def position(self, offset: int) -> Position:
        """Return the place of ``offset`` in the file as people count it."""
        place = self.origin.position(offset) if self.origin is not None else None
        return self.lines.position(offset) if place is None else place

    def end_position(self, span: Span) -> Position:
        """Return the place in the file right behind the last character of ``span``."""
        if self.origin is None or span.start == span.end:
            return self.position(span.end)
        place = self.origin.end_position(span.end)
        return self.lines.position(span.end) if place is None else place

    def line_number(self, offset: int) -> int:
        """Return the 1-based number of the line of the file that holds ``offset``."""
        return self.position(offset).line

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The spans of all lines that hold prose, in order, without blanks at either end.

        A line is a paragraph: that is how Chinese drafts are written, in plain text and in Markdown.
        """
        prose = self.prose
        if b"\r" in self.western:
            prose = prose.replace("\r\n", " \n").replace("\r", "\n")
        return tuple([_new(Span, match.span()) for match in _PARAGRAPH.finditer(prose)])

    def first_paragraphs(self, count: int) -> tuple[Span, ...]:
        """Return the first ``count`` paragraphs of the body without looking for the others."""
        if count <= _FEW:
            return self._first_few[:count]
        return self._first(count)

    @cached_property
    def _first_few(self) -> tuple[Span, ...]:
        return self._first(_FEW)

    def _first(self, count: int) -> tuple[Span, ...]:
        start, end = self.body or (0, len(self.text))
        if b"\r" in self.western:
            return self._paragraphs_of_body[:count]
        return tuple([_new(Span, match.span()) for match in islice(_PARAGRAPH.finditer(self.prose, start, end), count)])

    def last_paragraphs(self, count: int) -> tuple[Span, ...]:
        """Return the last ``count`` paragraphs of the body without looking for the others."""
        if count <= _FEW:
            return self._last_few[-count:]
        return self._last(count)

    @cached_property
    def _last_few(self) -> tuple[Span, ...]:
        return self._last(_FEW)

    def _last(self, count: int) -> tuple[Span, ...]:
        prose = self.prose
        if b"\r" in self.western:
            return self._paragraphs_of_body[-count:]
        first, end = self.body or (0, len(prose))
        # Every other line is blank in most documents.
        start, lines = end, 2 * count
        while True:
            for _ in range(lines):
                start = max(prose.rfind("\n", first, start), first)
            found = [_new(Span, match.span()) for match in _PARAGRAPH.finditer(prose, start, end)]
            if start == first or len(found) >= count:
                return tuple(found[-count:])
            lines *= 2

    @property
    def _paragraphs_of_body(self) -> tuple[Span, ...]:
        if self.body is None:
            return self.paragraphs
        return tuple([span for span in self.paragraphs if self.body.start <= span.start < self.body.end])

    @cached_property
    def _analyses(self) -> dict[Callable[["Document"], Any], Any]:
        return {}

    def get(self, analysis: Callable[["Document"], T]) -> T:
        """Return ``analysis(self)``, computed once for this document however many checks ask for it."""
        # To look first and fetch then is half as fast as to fetch, but a miss that raises takes four times as long.
        known: dict[Callable[[Document], T], T] = self._analyses
        if analysis in known:
            return known[analysis]
        known[analysis] = result = analysis(self)
        return result

    def forget(self) -> None:
        """Drop all analyses: one may hold the document itself, which would stay in memory with all that it holds."""
        dropped = vars(self).pop("_analyses", {})
        for analysis in dropped.values():
            if isinstance(analysis, Document) and analysis is not self:
                analysis.forget()

    def with_prose(self, prose: str, *kept: Callable[["Document"], Any]) -> "Document":
        """Return this document with another ``prose`` of the same length, in which the analyses ``kept`` are the same.

        Findings in it are findings in this one. Raises ValueError for a prose of another length.
        """
        if len(prose) != len(self.text):
            raise ValueError(f"prose of {len(prose)} characters for a text of {len(self.text)}")
        twin = replace(self)
        # Cached properties are entries of the instance's dictionary.
        analyses = {analysis: self.get(analysis) for analysis in kept}
        twin.__dict__.update(prose=prose, western=self.western, _analyses=analyses)
        return twin

    def line_around(self, offset: int, reach: int = 200) -> Span:
        """Return the part of the line of ``offset`` that lies within ``reach`` code points on either side.

        Bounded, so that many findings on one endless line stay linear in its length.
        """
        text = self.text
        if text[max(0, offset - 1) : offset + 1] == "\r\n":
            # Between the two, the line is the one that they end.
            offset -= 1
        low, high = max(0, offset - reach), min(len(text), offset + reach)
        before = max(text.rfind("\n", low, offset), text.rfind("\r", low, offset))
        ends = [end for end in (text.find("\n", offset, high), text.find("\r", offset, high)) if end >= 0]
        return Span(low if before < 0 else before + 1, min(ends, default=high))
