"""What every report is given beside the outcome."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from gaojian.check import Rule
from gaojian.chronicle import Moment
from gaojian.diagnostic import Outcome
from gaojian.record import NamedTuple

Source = Callable[[str], str | None]
"""From the path of a document to its text; None when it cannot be had."""


class Style(NamedTuple):
    """How a report looks.

    ``width`` is that of the terminal in cells. ``ambiguous`` is the cells it gives to characters such as “”, — and …,
    whose width Unicode leaves open: 1, but 2 where the terminal is set to a Chinese, Japanese or Korean locale.
    ``moments`` gives the times that the document at a path speaks of, for a timeline; it may raise anything.
    """

    language: str = "zh"
    color: bool = False
    statistics: bool = False
    width: int = 100
    ambiguous: int = 1
    moments: Callable[[str], Sequence[Moment]] | None = None


Renderer = Callable[[Outcome, Mapping[str, type[Rule]], Style, Source], Iterator[str]]
