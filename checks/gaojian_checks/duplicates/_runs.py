"""Find runs of items that stand again in the same order, in time linear in their number."""

from collections.abc import Callable, Hashable, Iterator, Sequence

from gaojian import NamedTuple

# Where a pair of neighbours stands more often than this, it is a form or a refrain: a longer match is then found from
# another pair of the same run, and its beginning by looking back.
_MOST_SOURCES = 4
_FURTHEST_BACK = 32


class Run(NamedTuple):
    """Items [start, start + length) repeat the items that begin at ``source``."""

    source: int
    start: int
    length: int


def repeated_runs(items: Sequence[Hashable], is_enough: Callable[[int, int], bool]) -> Iterator[Run]:
    """Yield the longest runs of two items or more that stand again, each related to its first occurrence.

    ``is_enough(start, length)`` decides whether a run counts. Runs never overlap, neither each other nor their source,
    and no source lies in a copy: of ABABAB both later AB repeat the first. A run of one item over and over is none.
    """
    sources: dict[tuple[Hashable, Hashable], list[int]] = {}
    copied = bytearray(len(items))
    position = floor = 0
    while position < len(items) - 1:
        pair = (items[position], items[position + 1])
        run = _longest(items, copied, position, sources.get(pair, ())) if pair[0] != pair[1] else None
        known = position
        if run is not None:
            end = position + run.length
            run = _begin_earlier(items, copied, run, floor)
            if is_enough(run.start, run.length):
                yield run
                copied[run.start : end] = b"\1" * run.length
                position = floor = end
                continue
            # Whatever begins inside a run that is too short and ends in it is shorter still.
            position = end - 2
        position += 1
        for index in range(known, position):
            starts = sources.setdefault((items[index], items[index + 1]), [])
            if len(starts) < _MOST_SOURCES:
                starts.append(index)


def _longest(items: Sequence[Hashable], copied: bytearray, start: int, sources: Sequence[int]) -> Run | None:
    best: Run | None = None
    for source in sources:
        length, most = 0, min(start - source, len(items) - start)
        while length < most and items[source + length] == items[start + length] and not copied[source + length]:
            length += 1
        if length >= 2 and (best is None or length > best.length):
            best = Run(source, start, length)
    return best


def _begin_earlier(items: Sequence[Hashable], copied: bytearray, run: Run, floor: int) -> Run:
    source, start, length = run
    most = min(_FURTHEST_BACK, start - floor, source, start - source - length)
    back = 0
    while back < most and items[source - back - 1] == items[start - back - 1] and not copied[source - back - 1]:
        back += 1
    return Run(source - back, start - back, length + back)
