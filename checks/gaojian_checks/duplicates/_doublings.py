"""Find phrases that follow themselves at once, at the speed of long-integer arithmetic."""

from collections.abc import Iterator
from typing import NamedTuple

_STEP = 256


class Doubling(NamedTuple):
    """In [start, end) every character stands again ``period`` characters on; end - start is two periods or more."""

    start: int
    period: int
    end: int


def doublings(text: str, shortest: int, longest: int) -> Iterator[Doubling]:
    """Yield where a phrase of ``shortest`` (4 or more) to ``longest`` characters follows itself at once.

    Comparing the text with itself, moved by one period, is one exclusive-or of two long integers that hold one byte of
    every second or fourth character; a phrase that stands twice leaves zero bytes in a row. A regular expression with
    a back-reference takes three times as long.
    """
    data, width = text.encode("utf-16-le", "surrogatepass"), 2
    if len(data) > width * len(text):
        data, width = text.encode("utf-32-le", "surrogatepass"), 4
    for stride, periods in ((2, range(4, 8)), (4, range(8, longest + 1))):
        size = (len(text) + stride - 1) // stride
        phases = [int.from_bytes(data[width * phase :: width * stride], "little") for phase in range(stride)]
        for period in periods:
            if shortest <= period <= longest:
                differences = phases[0] ^ phases[period % stride] >> (8 * (period // stride))
                # One zero byte is found much faster than two.
                found = (differences | differences >> 8).to_bytes(size, "little")
                if 0 in found:
                    yield from _verified(text, found, stride, period)


def _verified(text: str, found: bytes, stride: int, period: int) -> Iterator[Doubling]:
    """Yield the doublings among the zero bytes, each for two characters of the text that stand again."""
    sure = stride + 1
    floor, most = 0, len(text) - period
    position = found.find(0)
    while position >= 0:
        start = end = stride * position
        # A byte is not yet the character, nor every second character all of them.
        if text[start : start + sure] != text[start + period : start + period + sure]:
            position = found.find(0, position + 1)
            continue
        while start > floor and text[start - 1] == text[start - 1 + period]:
            start -= 1
        stop = min(most, end + period)
        while end < stop and text[end] == text[end + period]:
            end += 1
        if end - start >= period:
            end = _end(text, end, period)
            yield Doubling(start, period, end + period)
        floor = max(end, floor)
        position = found.find(0, max(position + 1, -(-end // stride)))


def _end(text: str, end: int, period: int) -> int:
    """Return where the characters from ``end`` on no longer stand again ``period`` characters on."""
    most = len(text) - period
    while end + _STEP <= most and text[end : end + _STEP] == text[end + period : end + period + _STEP]:
        end += _STEP
    while end < most and text[end] == text[end + period]:
        end += 1
    return end
