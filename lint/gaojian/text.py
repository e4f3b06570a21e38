"""Positions in text: the only place that turns offsets into lines and columns."""

import bisect
import re
from functools import cached_property
from itertools import accumulate

from gaojian.record import NamedTuple

# str.splitlines would also break at U+2028, form feed and others, where no editor does.
_LINE_BREAK = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """Half-open range [start, end) of 0-based code points into ``Document.text``."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column are 1-based, columns count code points."""

    line: int
    column: int


class LineIndex:
    """Line starts of one text; lines end at CR LF, LF or CR and at nothing else."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        r"""Offset of the first code point of every line; a text that ends with ``\n`` has an empty last line."""
        if "\r" not in self._text:
            # Several times as fast as looking for three kinds of break.
            return [0, *accumulate([len(line) + 1 for line in self._text.split("\n")])][:-1]
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self._text))]

    def position(self, offset: int) -> Position:
        """Return the position of ``offset``; the end of the text is a valid offset."""
        line = bisect.bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def line_number(self, offset: int) -> int:
        """Return the 1-based number of the line that holds ``offset``."""
        return bisect.bisect_right(self.starts, offset)

    def line_span(self, line: int) -> Span:
        """Return the span of 1-based ``line``, its line break left out."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)
