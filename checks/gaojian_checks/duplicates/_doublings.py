"""Find phrases that follow themselves at once, at the speed of long-integer arithmetic."""

from collections.abc import Iterator

from gaojian import NamedTuple

_STEP = 256
_STRIDE = 4


class Doubling(NamedTuple):
    """In [start, end) every character stands again ``period`` characters on; end - start is two periods or more."""

    start: int
    period: int
    end: int


def doublings(text: str, shortest: int, longest: int) -> Iterator[Doubling]:
    """Yield where a word of ``shortest`` (4 or more) to ``longest`` characters, not all ASCII, follows itself at once.

    Comparing the text with itself, moved by one period, is an exclusive-or of long integers that hold one byte of every
    fourth character; a phrase that stands twice leaves a zero byte. Looking for zeros costs more than the arithmetic:
    one look serves several periods. A regular expression with a back-reference takes five times as long.
    """
    data, width = text.encode("utf-16-le", "surrogatepass"), 2
    if len(data) > width * len(text):
        data, width = text.encode("utf-32-le", "surrogatepass"), 4
    size = -(-len(text) // _STRIDE)
    phases = [int.from_bytes(data[width * phase :: width * _STRIDE], "little") for phase in range(_STRIDE)]
    for periods in (range(4, 5), range(5, 7), *(range(first, first + 6) for first in range(7, longest + 1, 6))):
        if periods[-1] < shortest or periods[0] > longest:
            continue
        found = _differences(phases, periods).to_bytes(size, "little")
        if 0 in found:
            wanted = [period for period in periods if shortest <= period <= longest]
            yield from _verified(text, _candidates(text, found, periods), wanted)


def _differences(phases: list[int], periods: range) -> int:
    """Return an integer with a zero byte wherever every fourth character may begin what one of ``periods`` repeats."""
    if periods[0] == _STRIDE:
        # Of four characters in a row one is a last of four; with it stands the one before it, or the one after it.
        zeroth, _, second, last = (phase ^ phase >> 8 for phase in phases)
        return last | second & zeroth >> 8
    reach = range(periods[0], periods[-1] + _STRIDE)
    moved = {offset: phases[offset % _STRIDE] >> 8 * (offset // _STRIDE) for offset in reach}
    together = -1
    for period in periods:
        differences = phases[0] ^ moved[period]
        # So many characters in a row that one of every four begins them in any phrase of that period.
        for phase in range(1, _sure(period)):
            differences |= phases[phase] ^ moved[period + phase]
        together &= differences
    return together


def _candidates(text: str, found: bytes, periods: range) -> Iterator[tuple[int, int]]:
    """Yield where words stand that stand again one of ``periods`` on, and which: a zero byte is only a likely place."""
    shortest, longest = periods[0], periods[-1]
    sure = _sure(shortest)
    shift = _STRIDE - 1 if sure == 1 else 0
    position = found.find(0)
    while position >= 0:
        start = _STRIDE * position + shift
        piece = text[start : start + sure]
        again = text.find(piece, start + shortest, start + longest + sure)
        # From any character of the first copy on, as many as it has are all of its characters.
        if again >= 0 and text[start : start + shortest].isalnum() and not text[start : start + longest].isascii():
            while again >= 0:
                yield start, again - start
                again = text.find(piece, again + 1, start + longest + sure)
        position = found.find(0, position + 1)


def _sure(period: int) -> int:
    """Return how many characters in a row, at every fourth place, any doubling of ``period`` has stand again."""
    return min(period - _STRIDE + 1, _STRIDE)


def _verified(text: str, candidates: Iterator[tuple[int, int]], periods: list[int]) -> Iterator[Doubling]:
    """Yield the doublings of ``periods`` that hold one of ``candidates``."""
    floors = dict.fromkeys(periods, 0)
    for candidate, period in candidates:
        floor = floors.get(period)
        if floor is None or candidate < floor:
            continue
        most = len(text) - period
        start = end = candidate
        while start > floor and text[start - 1] == text[start - 1 + period]:
            start -= 1
        stop = min(most, end + period)
        while end < stop and text[end] == text[end + period]:
            end += 1
        if end - start >= period:
            end = _end(text, end, period)
            yield Doubling(start, period, end + period)
        floors[period] = end


def _end(text: str, end: int, period: int) -> int:
    """Return where the characters from ``end`` on no longer stand again ``period`` characters on."""
    most = len(text) - period
    while end + _STEP <= most and text[end : end + _STEP] == text[end + period : end + period + _STEP]:
        end += _STEP
    while end < most and text[end] == text[end + period]:
        end += 1
    return end
