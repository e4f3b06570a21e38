"""Two places side by side: their lines in step, what differs marked, and the numbers that differ beside each other."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from markupsafe import Markup

from gaojian.record import NamedTuple
from gaojian.report.html.inscription import has_number, inscribe

_MOST_LINES, _LONGEST_LINE = 120, 3000
# Comparing takes the product of both lengths at worst, and more where tokens repeat.
_MOST_TOKENS = 700
_MOST_FIGURES = 20
_LEAST_ALIKE = 0.5
_TOKEN = re.compile(r"[0-9０-９]+(?:[.,．][0-9０-９]+)*[%％‰]?|[A-Za-z]+|\s+|.", re.DOTALL)


class Row(NamedTuple):
    """Two lines in step; ``state`` is "same", "changed", "left" or "right" (a line that stands on one side alone)."""

    left: Markup
    right: Markup
    state: str


class Comparison(NamedTuple):
    """What two texts have beside each other; ``figures`` are pairs of numbers in one place that are not the same."""

    rows: list[Row]
    figures: list[tuple[str, str]]
    differences: int
    left_out: int


class Comparer:
    """Compares texts as long as its ``budget`` lasts, in pairs of tokens; what comes later is shown uncompared."""

    def __init__(self, budget: int = 40_000_000) -> None:
        self._budget = budget

    def compare(self, first: str, second: str) -> Comparison | None:
        """Return ``first`` and ``second`` side by side; None where they are not the same text changed."""
        lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in (first, second)]
        shown = [[line[:_LONGEST_LINE] for line in side[:_MOST_LINES]] for side in lines]
        left_out = max(len(side) - _MOST_LINES for side in lines)
        rows: list[Row] = []
        figures: list[tuple[str, str]] = []
        alike = total = differences = 0
        for left, right in _in_step(*shown):
            if left is None or right is None:
                rows.append(Row(inscribe(left or ""), inscribe(right or ""), "left" if right is None else "right"))
                total += len(left or right or "")
                differences += 1
                continue
            pieces = self._pieces(left, right)
            same = sum(len(here) for here, _, is_same in pieces if is_same)
            alike, total = alike + same, total + max(len(left), len(right))
            differences += sum(not is_same for *_, is_same in pieces)
            figures += [(here, there) for here, there, is_same in pieces if not is_same and _are_figures(here, there)]
            rows.append(_row(pieces))
        if not total or alike < total * _LEAST_ALIKE:
            return None
        return Comparison(rows, figures[:_MOST_FIGURES], differences, max(left_out, 0))

    def _pieces(self, left: str, right: str) -> list[tuple[str, str, bool]]:
        """Return both lines in pieces that are the same or not."""
        if left == right:
            return [(left, right, True)]
        first, second = _TOKEN.findall(left), _TOKEN.findall(right)
        head = _common(first, second)
        tail = _common(first[head:][::-1], second[head:][::-1])
        middles = first[head : len(first) - tail], second[head : len(second) - tail]
        before, after = "".join(first[:head]), "".join(first[len(first) - tail :])
        return [
            *([(before, before, True)] if head else []),
            *self._middle(*middles),
            *([(after, after, True)] if tail else []),
        ]

    def _middle(self, first: list[str], second: list[str]) -> list[tuple[str, str, bool]]:
        cost = len(first) * len(second)
        if not cost or max(len(first), len(second)) > _MOST_TOKENS or cost > self._budget:
            return [("".join(first), "".join(second), False)]
        self._budget -= cost
        matcher = SequenceMatcher(None, first, second, autojunk=False)
        return [
            ("".join(first[low:high]), "".join(second[from_:to]), tag == "equal")
            for tag, low, high, from_, to in matcher.get_opcodes()
        ]


def _in_step(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Yield the lines of both in pairs, equal ones together; None where one side has no line."""
    for _, low, high, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        yield from zip_longest(first[low:high], second[from_:to])


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many tokens both begin with."""
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count


def _are_figures(left: str, right: str) -> bool:
    return has_number(left) and has_number(right)


def _row(pieces: Sequence[tuple[str, str, bool]]) -> Row:
    left = Markup("").join([_shown(here, is_same=is_same) for here, _, is_same in pieces])
    right = Markup("").join([_shown(there, is_same=is_same) for _, there, is_same in pieces])
    return Row(left, right, "same" if all(is_same for *_, is_same in pieces) else "changed")


def _shown(text: str, *, is_same: bool) -> Markup:
    return inscribe(text) if is_same or not text else Markup("<em>{}</em>").format(inscribe(text))
