"""A source line cut to the width of a terminal, and where on it the finding stands."""

from gaojian.record import NamedTuple
from gaojian.report.screen import cells, visible
from gaojian.text import Span

_CUT = "…"
_TAB = "    "


class Excerpt(NamedTuple):
    """The line as shown, and the marker below it: cells from the left, and cells that it is wide."""

    line: str
    indent: int
    marked: int


def excerpt(text: str, line: Span, span: Span, width: int, ambiguous: int = 1) -> Excerpt:
    """Show what of ``line`` fits into ``width`` cells around ``span``; cut ends get a "…".

    The first line of ``span`` is what is shown of it. Time and space depend on ``width``, never on the line: paragraphs
    of thousands of characters are single lines.
    """
    first = min(max(span.start, line.start), line.end)
    last = min(max(span.end, first), line.end, first + width)
    low, high = max(line.start, first - width), min(line.end, last + width)
    window = text[low:high]
    shown = list(window)
    if visible(window) != window:
        shown = [_TAB if character == "\t" else visible(character) for character in window]
    sizes = [cells(piece, ambiguous) for piece in shown]
    start, end = first - low, last - low
    left, right = 0, len(shown)
    if (low, high) != (line.start, line.end) or sum(sizes) > width:
        left, right = _window(sizes, start, end, width - 2 * cells(_CUT, ambiguous))
    before = _CUT if low + left > line.start else ""
    after = _CUT if low + right < line.end else ""
    indent = cells(before, ambiguous) + sum(sizes[left:start])
    return Excerpt(before + "".join(shown[left:right]) + after, indent, max(1, sum(sizes[start : min(end, right)])))


def _window(sizes: list[int], start: int, end: int, width: int) -> tuple[int, int]:
    """Return the slice of ``sizes`` of at most ``width`` cells that shows [start, end) with as much on either side."""
    left = right = start
    used = 0
    while right < end and used + sizes[right] <= width:
        used += sizes[right]
        right += 1
    before = after = 0
    while True:
        fits_left = left > 0 and used + sizes[left - 1] <= width
        fits_right = right < len(sizes) and used + sizes[right] <= width
        if fits_left and (before <= after or not fits_right):
            left -= 1
            before += sizes[left]
            used += sizes[left]
        elif fits_right:
            after += sizes[right]
            used += sizes[right]
            right += 1
        else:
            break
    while left < start and not sizes[left]:  # a combining mark whose base was cut off
        left += 1
    return left, right
