"""The tables of a page: which slot of the grid each cell takes."""

import re

from gaojian.table import Slot

_DIGITS = re.compile(r"[0-9]{1,4}")
# More columns hold no table that people read, and cells that reach down have to be remembered.
_MOST_COLUMNS = 200


class Grid:
    """An open table; cells of rows above reach down into the open row."""

    def __init__(self, number: int) -> None:
        self._number, self._row, self._column = number, 0, 1
        self._covered: dict[int, int] = {}

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row, self._column = self._row + 1, 1
        self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}

    def take(self, width: int, height: int) -> Slot:
        """Return the slot of the next cell, which covers ``width`` columns and ``height`` rows."""
        while self._column in self._covered:
            self._column += 1
        slot = Slot(self._number, self._row, self._column, width)
        self._column += width
        if height > 1:
            last = min(self._column, _MOST_COLUMNS)
            self._covered.update(dict.fromkeys(range(slot.column, last), height))
        return slot


class Row:
    """The open row of the open table ``grid``, with the places of its cells among the runs."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.borders: list[int] = []
        self.is_layout = False

    def add(self, border: int, width: str, height: str) -> Slot:
        """Begin a cell at the run ``border``, with its attributes as written, and return its slot."""
        if not self.borders:
            self.grid.begin_row()
        self.borders.append(border)
        return self.grid.take(_count(width), _count(height))


def _count(attribute: str) -> int:
    """Return how many columns or rows an attribute states: one where it states nothing, no more than make sense."""
    match = _DIGITS.match(attribute.strip())
    return min(max(int(match[0]), 1), _MOST_COLUMNS) if match else 1
