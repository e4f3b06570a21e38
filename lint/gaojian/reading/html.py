"""HTML: what people read of a page, each character with its place in the source."""

import bisect
import re
from collections.abc import Iterator
from itertools import accumulate

from gaojian.origin import Origin
from gaojian.prose import hide
from gaojian.reading._html_metadata import without_repetition
from gaojian.reading._html_runs import Run
from gaojian.reading._html_text import Extraction
from gaojian.reading.content import Content, ReadError
from gaojian.reading.encoding import Decoded, decode
from gaojian.table import Cell
from gaojian.text import LineIndex, Position, Span

_HEAD = 1024
_CHARSET = re.compile(
    rb"<meta[ \t\n\r\f/][^>]{0,300}?charset[ \t\n\r\f]*=[ \t\n\r\f\"']*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_HAN = re.compile(r"[\u4e00-\u9fff]")


class HtmlOrigin(Origin):
    """Places in the source of a page, found by the runs of its text."""

    def __init__(self, source: str, runs: list[Run], starts: list[int]) -> None:
        self._lines = LineIndex(source)
        self._runs = runs
        self._starts = starts

    def position(self, offset: int) -> Position:
        """Return the place of the character at ``offset``."""
        if not self._runs:
            return self._lines.position(0)
        run, within = self._at(offset)
        if within >= len(run.text):
            return self._lines.position(run.end)
        return self._lines.position(run.start + within if run.is_exact else run.start)

    def end_position(self, offset: int) -> Position:
        """Return the place behind the character that ends at ``offset``."""
        if not offset or not self._runs:
            return self.position(offset)
        run, within = self._at(offset - 1)
        return self._lines.position(run.start + within + 1 if run.is_exact else run.end)

    def _at(self, offset: int) -> tuple[Run, int]:
        number = min(bisect.bisect_right(self._starts, offset), len(self._runs)) - 1
        return self._runs[number], offset - self._starts[number]


def read(data: bytes, encoding: str | None) -> Content:
    """Return what people read of the page ``data``. Raises ReadError."""
    decoded = _decoded(data, encoding)
    page = Extraction(decoded.text)
    runs = without_repetition(page)
    starts = [0, *accumulate([len(run.text) for run in runs])]
    text = "".join([run.text for run in runs])
    if "<!--" in text:
        text = hide(text, _shown_comments(text, runs, starts))
    return Content(
        text,
        encoding=decoded.encoding,
        bom=decoded.bom,
        hidden=tuple(_hidden(runs, starts)),
        origin=HtmlOrigin(decoded.text, runs, starts),
        cells=tuple(_cells(text, runs, starts)),
    )


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    """Return the text in ``encoding``, else in what the page says of itself, unless its bytes contradict that."""
    label = None if encoding else _CHARSET.search(data, 0, _HEAD)
    # The label was read as ASCII: the page is not in UTF-16, whatever it says.
    if label is None or label[1].lower().startswith(b"utf"):
        return decode(data, encoding)
    try:
        declared = decode(data, label[1].decode("ascii"))
    except ReadError:
        return decode(data, None)
    # A page that was converted to UTF-8 often keeps its old label; in what is UTF-8 by chance there is no Han.
    try:
        converted = data.decode()
    except UnicodeDecodeError:
        return declared
    return Decoded(converted) if _HAN.search(converted) and not declared.bom else declared


def _hidden(runs: list[Run], starts: list[int]) -> Iterator[Span]:
    """Yield the spans of runs that are no prose, those side by side as one."""
    start = None
    for run, offset in zip(runs, starts, strict=False):
        if run.is_hidden and run.text:
            start = offset if start is None else start
        elif start is not None and run.text:
            yield Span(start, offset)
            start = None
    if start is not None:
        yield Span(start, starts[-1])


def _cells(text: str, runs: list[Run], starts: list[int]) -> Iterator[Cell]:
    """Yield the cells of rows that are each on one line, behind their borders."""
    borders = [(offset, run) for run, offset in zip(runs, starts, strict=False) if run.slot]
    for number, (offset, run) in enumerate(borders):
        start = offset + len(run.text)
        row_end = text.index("\n", start) - len(" |")
        following = borders[number + 1][0] if number + 1 < len(borders) else row_end
        if run.slot is not None:
            yield Cell(run.slot, Span(start, min(following, row_end)))


def _shown_comments(text: str, runs: list[Run], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Yield where the page shows a comment to its readers, as this one does: &lt;!-- gaojian: off DUP --&gt;."""
    directives = {offset for run, offset in zip(runs, starts, strict=False) if run.is_directive}
    place = text.find("<!--")
    while place >= 0:
        if place not in directives:
            yield place, place + 1
        place = text.find("<!--", place + 1)
