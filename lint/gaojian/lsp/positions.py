"""Places as editors count them: lines and characters from 0, characters in units of the encoding agreed on."""

import re

from gaojian.record import NamedTuple
from gaojian.text import LineIndex, Position, Span

Point = tuple[int, int]
"""Line and character, both from 0."""
ENCODINGS = ("utf-8", "utf-16", "utf-32")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NO_ASCII = re.compile(r"[^\x00-\x7f]")


class Range(NamedTuple):
    """Half-open range between two points."""

    start: Point
    end: Point


class Ruler:
    """Turns the code points of one text into the units of ``encoding``, and back.

    Without a ``text`` a unit is a code point: what was taken out of a package has no lines that an editor could show.
    ``mark`` is what stands before the text in the editor, a byte order mark.
    """

    def __init__(self, text: str | None, encoding: str, mark: str = "") -> None:
        self._text = text or ""
        self._encoding = encoding
        self._lines = LineIndex(self._text)
        # In most texts a unit is a code point; to know it makes a line of a million characters cheap.
        many = {"utf-8": _NO_ASCII, "utf-16": _ASTRAL}.get(encoding)
        self._plain = many is None or many.search(self._text) is None
        self._indent = self._units(mark)
        self._last: tuple[int, int, int] = (0, 0, 0)

    def point(self, offset: int) -> Point:
        """Return the place of the code point at ``offset``."""
        return self.place(self._lines.position(offset))

    def range(self, span: Span) -> Range:
        """Return the range of ``span``."""
        return Range(self.point(span.start), self.point(span.end))

    def place(self, position: Position) -> Point:
        """Return ``position``, which counts from 1 in code points, as the editor counts it."""
        line, column = position.line - 1, position.column - 1
        indent = 0 if line else self._indent
        if self._plain or line >= len(self._lines.starts):
            return line, column + indent
        # Findings come in order: what was measured of their line is not measured again.
        before, units = self._last[1:] if self._last[0] == line and self._last[1] <= column else (0, 0)
        start = self._lines.starts[line]
        units += self._units(self._text[start + before : start + column])
        self._last = (line, column, units)
        return line, units + indent

    def offset(self, point: Point) -> int:
        """Return the offset of the code point at ``point``; what lies outside the text or its line is moved into it."""
        line, character = point
        if line < 0 or not self._text:
            return 0
        if line >= len(self._lines.starts):
            return len(self._text)
        start, end = self._lines.line_span(line + 1)
        if self._plain:
            return min(start + max(character, 0), end)
        units = 0
        for offset in range(start, end):
            units += self._units(self._text[offset])
            if units > character:
                return offset
        return end

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def changed(text: str, start: Point, end: Point, replacement: str, encoding: str) -> str:
    """Return ``text`` with what lies between ``start`` and ``end`` replaced, as an editor tells of a change."""
    ruler = Ruler(text, encoding)
    first, last = sorted((ruler.offset(start), ruler.offset(end)))
    return text[:first] + replacement + text[last:]
