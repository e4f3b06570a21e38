"""Places that are spoken for."""

from bisect import bisect_right
from collections.abc import Iterable

from gaojian import Span


class Taken:
    """Spans, left to right and none overlapping another; a span is in it if it overlaps one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._ends = [span.end for span in self._spans]

    def __contains__(self, span: Span) -> bool:
        following = bisect_right(self._ends, span.start)
        return following < len(self._spans) and self._spans[following].start < span.end
