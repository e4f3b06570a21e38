"""Places where a document begins again."""

from itertools import pairwise

from gaojian_checks.duplicates._paragraphs import Paragraphs

_LEAST_CONTENT = 120
_FEWEST_PARAGRAPHS = 3
_LOOK_AHEAD = 6
_MOST_MISSES = 3
_SHARED_PAIRS = 0.5
_HEAD = 400


def restarts(found: Paragraphs, first: int) -> list[tuple[int, int]]:
    """Return the places where the opening stands again, each with the number of the paragraph it begins like."""
    keys = found.keys
    pairs = {(keys[number], keys[number + 1]): number for number in range(first)}
    starts: list[tuple[int, int]] = []
    again = {key for key in keys[: first + 1] if key in found.repeated}
    for number in [number for number, key in enumerate(keys) if number > first and key in again]:
        source = (
            first if keys[number] == keys[first] else pairs.get((keys[number], keys[min(number + 1, len(keys) - 1)]))
        )
        if source is not None and not (starts and source == starts[-1][0] + number - starts[-1][1]):
            starts.append((source, number))
    return starts


def followed(found: Paragraphs, source: int, start: int, limit: int) -> int:
    """Return how many paragraphs from ``start`` on follow those from ``source`` on; 0 if too few to be a copy."""
    matched: list[int] = []
    expected, misses = source, 0
    for number in range(start, limit):
        window = range(expected, min(expected + _LOOK_AHEAD, start))
        like = next((index for index in window if _alike(found, index, number)), None)
        if like is None:
            misses += 1
            if misses > _MOST_MISSES:
                break
            continue
        matched.append(number)
        expected, misses = like + 1, 0
    if len(matched) < 2 or (len(matched) < _FEWEST_PARAGRAPHS and 2 * len(matched) <= start - source):
        return 0
    size = found.content(matched)
    return matched[-1] + 1 - start if size >= _LEAST_CONTENT else 0


def _alike(found: Paragraphs, one: int, other: int) -> bool:
    first, second = (found.keys[number] for number in (one, other))
    if first == second:
        return True
    # Long paragraphs are told by how they begin, so that each comparison stays short.
    pairs, others = (set(pairwise(key[:_HEAD])) for key in (first, second))
    return len(pairs & others) > _SHARED_PAIRS * len(pairs | others)
