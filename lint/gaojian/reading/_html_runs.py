"""The pieces of the text of a page, and how those of a row of a table become one line."""

from itertools import pairwise

from gaojian.record import NamedTuple
from gaojian.table import Slot

# Paragraphs within a cell: more characters than this, and the table is there for the layout.
_LONGEST_CELL = 100


class Run(NamedTuple):
    """A part of the text and the part of the source that it stands for, one to one where they are equally long.

    The run before the first of a cell has its ``slot``.
    """

    text: str
    start: int
    end: int
    is_hidden: bool = False
    is_directive: bool = False
    slot: Slot | None = None

    @property
    def is_exact(self) -> bool:
        """Whether each character of the text has its own in the source."""
        return len(self.text) == self.end - self.start


def join_row(runs: list[Run], borders: list[int]) -> None:
    """Put the row whose cells begin at ``borders``, the last of ``runs``, on one line, as Markdown does.

    It stays as it is where it has but one cell, or where the table only arranges the page.
    """
    if len(borders) < 2 or _is_layout(runs, borders):
        return
    inner = set(borders)
    for index in range(borders[0], len(runs)):
        run = runs[index]
        if index in inner:
            runs[index] = run._replace(text="| " if index == borders[0] else " | ")
        elif run.text == "\n":
            is_last = index + 1 == len(runs) or index + 1 in inner
            runs[index] = run._replace(text="" if is_last else " ")
    end = runs[-1].end
    runs += (Run(" |", end, end), Run("\n", end, end))


def _is_layout(runs: list[Run], borders: list[int]) -> bool:
    """Return whether a cell holds paragraphs, or no cell holds anything."""
    is_empty = True
    for first, last in pairwise((*borders, len(runs))):
        texts = [run.text for run in runs[first:last]]
        is_empty = is_empty and not any(texts)
        if texts.count("\n") > 1 and sum(map(len, texts)) > _LONGEST_CELL:
            return True
    return is_empty
