"""Where the cells of tables stand in a text that was taken out of markup or a package."""

from collections.abc import Iterable

from gaojian.record import NamedTuple
from gaojian.text import Span


class Slot(NamedTuple):
    """A place in a table: all count from 1, and ``column`` by the grid, so that merged cells count as several.

    ``width`` is the number of columns that the cell covers.
    """

    table: int
    row: int
    column: int
    width: int = 1


class Cell(NamedTuple):
    """A cell of a table with the span of its text, which is empty where nothing stands in it."""

    slot: Slot
    span: Span


def cells_of(paragraphs: Iterable[tuple[str, Slot | None]]) -> tuple[Cell, ...]:
    """Return the cells of a text of ``paragraphs``, each a line; those in one cell are one span."""
    cells: list[Cell] = []
    start = 0
    for text, slot in paragraphs:
        if slot is not None:
            first = start
            if cells and cells[-1].slot == slot:
                first = cells.pop().span.start
            cells.append(Cell(slot, Span(first, start + len(text))))
        start += len(text) + 1
    return tuple(cells)
