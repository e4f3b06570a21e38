"""From spans of the text to places in the main part, where comments and tracked changes can be."""

from collections.abc import Iterator

from gaojian.record import NamedTuple
from gaojian.text import Span
from gaojian.word.splice import Place, holder_of
from gaojian.word.story import Index


class Stretch(NamedTuple):
    """Text of one element, from place to place; ``origin`` is where the element begins in the whole text."""

    origin: int
    first: Place
    last: Place


def ends_of(index: Index, span: Span) -> tuple[Stretch, Stretch] | None:
    """Return the first and the last stretch of ``span`` that can carry a comment; None if there is none."""
    first = next((stretch for stretch in _forward(index, span) if stretch is not None), None)
    if first is None:
        return None
    end = span.end
    while True:
        start = max(end - 1 - index.spot(end - 1).offset, span.start)
        last = _stretch(index, start, end)
        if last is not None:
            return first, last
        end = start


def stretches_of(index: Index, span: Span) -> list[Stretch] | None:
    """Return all of ``span``; None if it leaves its paragraph, or part of it is not in the main story."""
    found = list(_forward(index, span))
    known = [stretch for stretch in found if stretch is not None]
    return known if len(known) == len(found) else None


def point_at(index: Index, offset: int, *, before: bool) -> Stretch | None:
    """Return an empty stretch ``before`` the character at ``offset``, or else behind the one that ends there."""
    start = offset if before else offset - 1
    stretch = _stretch(index, start, start + 1) if start >= 0 else None
    if stretch is None:
        return None
    place = stretch.first if before else stretch.last
    return Stretch(stretch.origin, place, place)


def _forward(index: Index, span: Span) -> Iterator[Stretch | None]:
    """Yield the parts of ``span``, piece by piece; None for each that carries nothing."""
    start = span.start
    while start < span.end:
        piece, offset = index.spot(start)[2:]
        left = 0 if piece is None else len(piece.text) - offset
        end = min(start + max(left, 1), span.end)
        yield _stretch(index, start, end)
        start = end


def _stretch(index: Index, start: int, end: int) -> Stretch | None:
    """Return what lies between ``start`` and ``end`` in the piece at ``start``; None if it carries no comment."""
    story, _, piece, offset = index.spot(start)
    if piece is None or piece.element is None or story.name != "body" or offset >= len(piece.text):
        return None
    if holder_of(piece.element).getparent() is None:
        return None
    text = piece.text
    last = min(offset + end - start, len(text))
    return Stretch(start - offset, Place(piece.element, text, offset), Place(piece.element, text, last))
