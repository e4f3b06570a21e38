"""Plain bars: how many findings of each severity."""

from collections.abc import Mapping

from gaojian.diagnostic import Severity
from gaojian.record import NamedTuple
from gaojian.report.summary import SEVERITIES

_MOST = 20
_WIDTH = 290


class Piece(NamedTuple):
    """The part of a bar that one severity has."""

    severity: str
    x: float
    width: float


class Bar(NamedTuple):
    """A bar with its label, the number it stands for, and where it leads."""

    label: str
    link: str
    total: int
    pieces: list[Piece]


def bars(counts: Mapping[tuple[str, str], Mapping[Severity, int]]) -> list[Bar]:
    """Return the longest bars first, of at most _WIDTH; ``counts`` goes by label and link."""
    totals = {key: sum(found.values()) for key, found in counts.items()}
    longest = max(totals.values(), default=0)
    ordered = sorted(counts, key=lambda key: (-totals[key], key))[:_MOST]
    return [_bar(key, counts[key], totals[key], longest) for key in ordered]


def _bar(key: tuple[str, str], found: Mapping[Severity, int], total: int, longest: int) -> Bar:
    pieces = []
    x = 0.0
    for severity in SEVERITIES:
        width = found.get(severity, 0) * _WIDTH / longest
        if width:
            pieces.append(Piece(severity.label, round(x, 1), round(width, 1)))
        x += width
    return Bar(*key, total, pieces)
