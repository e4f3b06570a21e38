"""The columns 合计 and 小计 of a table, read along its rows."""

from collections.abc import Iterator

from gaojian_checks.arithmetic._amounts import (
    heading_rows,
    is_added,
    is_figure,
    is_subtotal,
    is_total,
    is_year,
    label,
    titles,
)
from gaojian_checks.arithmetic._sums import Reading, Sum, make_sum
from gaojian_checks.language.tables import Table

# So many rows have to come out before one that does not is called wrong, and more than do not.
_FEWEST_RIGHT = 2
_MOST_TOTALS = 6


class Rows:
    """A table read along its rows: which columns are totals, and which hold figures that can be added."""

    def __init__(self, table: Table) -> None:
        first = heading_rows(table.rows)
        columns = range(len(table.rows[0]))
        self.body = table.rows[first:]
        # What each row of headings says of each column.
        heads = [titles((row,), len(columns)) for row in table.rows[:first]]
        self.titles = ["".join(head[column] for head in heads) for column in columns]
        self.lowest = heads[-1]
        self.totals = [column for column in columns if any(_heads_total(head[column]) for head in heads)]
        self.figures = [column for column in columns if column not in self.totals and self._is_added(column)]

    def wrong(self) -> Iterator[Sum]:
        """Yield every total of a row that the other columns do not make.

        A column of totals may leave columns out: so most rows have to agree.
        """
        for total in self.totals if len(self.totals) <= _MOST_TOTALS else ():
            readings = [self._reading(total, choice) for choice in self._choices(total)]
            taken = max(readings, key=lambda reading: (reading.right, -len(reading.wrong)), default=None)
            if taken is not None and taken.right >= max(_FEWEST_RIGHT, len(taken.wrong) + 1):
                yield from taken.wrong

    def _is_added(self, column: int) -> bool:
        figures = [row[column] for row in self.body if is_figure(row[column])]
        return bool(figures) and is_added(self.titles[column]) and not all(map(is_year, figures))

    def _reading(self, total: int, columns: tuple[int, ...]) -> Reading:
        title = self.titles[total] + "".join(self.titles[column] for column in columns)
        sums = (make_sum(row[total], [row[column] for column in columns], title, label(row)) for row in self.body)
        return Reading(tuple([one for one in sums if one is not None]))

    def _choices(self, total: int) -> list[tuple[int, ...]]:
        """Return the columns that may make a total, the likeliest first."""
        before = max([other for other in self.totals if other < total], default=-1)
        after = min([other for other in self.totals if other > total], default=len(self.titles))
        figures = self.figures
        choices = [
            # Under headings of two rows, 户数 and 人数 are each added up by themselves.
            [column for column in figures if self.lowest[column] == self.lowest[total]],
            figures,
            [column for column in figures if column < total],
            [column for column in figures if column > total],
            [column for column in figures if before < column < total],
            [column for column in figures if total < column < after],
            [other for other in self.totals if other != total],
        ]
        return list(dict.fromkeys(tuple(choice) for choice in choices if len(choice) > 1))


def _heads_total(words: str) -> bool:
    return is_total(words) or is_subtotal(words)
