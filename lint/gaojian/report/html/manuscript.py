"""The text of a document in paragraphs, cut where findings begin and end."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from gaojian.diagnostic import Severity
from gaojian.record import NamedTuple
from gaojian.report.html.inscription import inscribe
from gaojian.text import LineIndex, Span

# A paragraph is laid out whole: one of a megabyte would stop the browser.
_LONGEST = 2000
_MOST_AT_ONE_PLACE = 8
_LONGEST_TITLE, _LONGEST_UNDERLINED = 40, 40
_CHUNK_PARAGRAPHS, _CHUNK_CHARACTERS = 40, 4000
_STOPS = "。；，：、？！…;,.:|>"


class Mark(NamedTuple):
    """A finding in the text: its number on the page, its place, how grave it is."""

    number: int
    span: Span
    severity: Severity


class Stretch(NamedTuple):
    """A piece of a paragraph that lies in the same findings throughout; ``numbers`` are theirs, the gravest first.

    ``ends`` are those that end with it.
    """

    text: Markup
    numbers: str = ""
    severity: str = ""
    ends: str = ""
    is_point: bool = False


class Paragraph(NamedTuple):
    """A line of the text, or a part of a very long one.

    ``start`` is its offset in the document; ``line`` counts from 1, 0 for the continuation of a line. ``numbers`` are
    findings of which the whole line is part, of such ``severity``.
    """

    start: int
    line: int
    stretches: list[Stretch]
    role: str = ""
    numbers: str = ""
    severity: str = ""


class Manuscript:
    """The paragraphs of one text and the places in it that findings and links lead to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = LineIndex(text)

    def anchor(self, offset: int) -> int:
        """Return the start of the paragraph, or the part of one, in which ``offset`` lies."""
        offset = min(offset, len(self.text))
        start = self.lines.starts[self.lines.line_number(offset) - 1]
        return start + (offset - start) // _LONGEST * _LONGEST

    def chunks(self, marks: Sequence[Mark]) -> Iterator[list[Paragraph]]:
        """Yield the paragraphs by the screenful or so, which is how a browser lays them out."""
        chunk: list[Paragraph] = []
        size = 0
        for paragraph, length in self._paragraphs(marks):
            chunk.append(paragraph)
            size += length
            if len(chunk) >= _CHUNK_PARAGRAPHS or size >= _CHUNK_CHARACTERS:
                yield chunk
                chunk, size = [], 0
        if chunk:
            yield chunk

    def _paragraphs(self, marks: Iterable[Mark]) -> Iterator[tuple[Paragraph, int]]:
        inline, blocks = self._by_line(marks)
        active: list[Mark] = []
        titled = False
        for number, start in enumerate(self.lines.starts, 1):
            active = [mark for mark in active if mark.span.end > start] + blocks.pop(number, [])
            own = inline.pop(number, [])
            end = self.lines.line_span(number).end
            line = self.text[start:end]
            if not own and not line.strip():
                continue
            role = _role(line, first=not titled)
            titled = True
            grave = sorted(active, key=_gravest)[:_MOST_AT_ONE_PLACE]
            numbers = " ".join(str(mark.number) for mark in grave)
            severity = grave[0].severity.label if grave else ""
            for low in range(start, max(end, start + 1), _LONGEST):
                high = min(low + _LONGEST, end)
                here = [mark for mark in own if mark.span.start <= high and mark.span.end >= low] if own else own
                stretches = (
                    list(_stretches(self.text, low, high, here)) if here else [Stretch(inscribe(self.text[low:high]))]
                )
                yield Paragraph(low, number if low == start else 0, stretches, role, numbers, severity), high - low

    def _by_line(self, marks: Iterable[Mark]) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
        """Return the marks within a line and those of whole lines, by their first line."""
        inline: dict[int, list[Mark]] = defaultdict(list)
        blocks: dict[int, list[Mark]] = defaultdict(list)
        starts = self.lines.starts
        for mark in marks:
            first = bisect_right(starts, mark.span.start)
            last = bisect_right(starts, max(mark.span.end - 1, mark.span.start))
            (blocks if first < last or self._is_whole(mark.span, first) else inline)[first].append(mark)
        return inline, blocks

    def _is_whole(self, span: Span, line: int) -> bool:
        """Return whether ``span`` is all of a long ``line``: underlined, it could not be read."""
        if span.end - span.start < _LONGEST_UNDERLINED:
            return False
        start, end = self.lines.line_span(line)
        return not self.text[start : span.start].strip() and not self.text[span.end : end].strip()


def _role(line: str, *, first: bool) -> str:
    shown = line.strip()
    if shown.startswith("#") and shown.lstrip("#").startswith(" "):
        return "title" if first else "heading"
    return "title" if first and len(shown) <= _LONGEST_TITLE and not shown.endswith(tuple(_STOPS)) else ""


def _gravest(mark: Mark) -> tuple[int, int, int]:
    return (-mark.severity, mark.span.end - mark.span.start, mark.number)


def _stretches(text: str, low: int, high: int, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """Yield text[low:high], cut at every end of ``marks``; a finding without length is a point."""
    clipped = [(max(low, mark.span.start), min(high, mark.span.end), mark) for mark in marks]
    points = sorted({low, high, *(place for start, end, _ in clipped for place in (start, end))})
    for start, end in zip(points, [*points[1:], high], strict=True):
        for at, until, mark in clipped:
            if at == until == start and (start < high or end == high):
                yield Stretch(Markup(""), str(mark.number), mark.severity.label, str(mark.number), is_point=True)
        if start < end:
            here = sorted((mark for at, until, mark in clipped if at <= start and until >= end), key=_gravest)
            numbers = " ".join(str(mark.number) for mark in here[:_MOST_AT_ONE_PLACE])
            ends = " ".join(str(mark.number) for mark in here[:_MOST_AT_ONE_PLACE] if mark.span.end == end)
            yield Stretch(inscribe(text[start:end]), numbers, here[0].severity.label if here else "", ends)
