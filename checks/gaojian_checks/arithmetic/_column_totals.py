"""The rows 合计, 小计 and 其中 of a table, read down its columns."""

from collections.abc import Iterator, Sequence

from gaojian import NamedTuple, Pattern
from gaojian_checks.arithmetic._amounts import (
    NOTHING,
    amount,
    heading_rows,
    is_added,
    is_of_which,
    is_subtotal,
    is_total,
    label,
    label_cell,
    titles,
)
from gaojian_checks.arithmetic._sums import Reading, Sum, make_sum, wrong_sums
from gaojian_checks.language.tables import Row, Table, TableCell

# Budgets set items of several levels below each other: 一、 above 1.
_LEVEL = Pattern(r"(?P<bracket>[（(])?(?:(?P<han>[一二三四五六七八九十]{1,3})|[0-9]{1,2})(?:[）)]|[、.．](?![0-9]))")
_MOST_FOLLOWING = 4


class Part(NamedTuple):
    """A part that is more than the row it is part of."""

    cell: TableCell
    title: str
    whole: TableCell


class Columns:
    """A table read down its columns: which rows are totals, which are parts of the row before."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows
        self.first = heading_rows(table.rows)
        self.titles = titles(table.rows[: self.first], len(table.rows[0]))
        # 老人, 儿童, 合计（人）: one column may say what all of them count.
        self.context = "".join(self.titles)
        words = [label(row) for row in table.rows]
        body = range(self.first, len(table.rows))
        self.totals = [number for number in body if is_total(words[number])]
        self.subtotals = [number for number in body if is_subtotal(words[number])]
        self.parts = [number for number in body if is_of_which(words[number])]

    def wrong(self) -> Iterator[Sum]:
        """Yield every total and subtotal that its rows do not make."""
        for number, total in enumerate(self.totals):
            after = self.totals[number - 1] + 1 if number else self.first
            rows = list(range(after, total))
            if not rows:
                before = self.totals[number + 1] if number + 1 < len(self.totals) else len(self.rows)
                rows = list(range(total + 1, before))
            yield from wrong_sums([self._reading({total: choice}) for choice in self._choices(rows)])
        groups = [self._groups(down=False), self._groups(down=True)]
        readings = [self._reading(group) for group in groups if group]
        # Whether a subtotal stands above or below its rows only the figures can tell.
        if any(reading.right for reading in readings):
            yield from wrong_sums(readings)

    def exceeding(self) -> Iterator[Part]:
        """Yield every part under 其中 that is more than the row right above."""
        for number in self.parts:
            if number == self.first or number - 1 in self.parts:
                continue
            for title, part, whole in zip(self.titles, self.rows[number], self.rows[number - 1], strict=True):
                of, value = amount(whole), amount(part)
                if of is None or value is None or NOTHING in (of, value) or not is_added(title):
                    continue
                if part is not None and whole is not None and value.value > of.value + of.step > 0:
                    yield Part(part, title, whole)

    def _reading(self, groups: dict[int, list[int]]) -> Reading:
        sums = [
            make_sum(self.rows[total][column], [self.rows[row][column] for row in rows], title, context=self.context)
            for total, rows in groups.items()
            for column, title in enumerate(self.titles)
        ]
        return Reading(tuple([one for one in sums if one is not None]))

    def _choices(self, rows: list[int]) -> list[list[int]]:
        """Return the rows that may make a total, the likeliest first: not those that are parts or sums of others."""
        subtotals = [row for row in rows if row in self.subtotals]
        plain = [row for row in rows if row not in self.subtotals and row not in self.parts]
        choices = [plain, subtotals]
        if subtotals:
            choices.append([row for row in plain if row > subtotals[-1]] + subtotals)
            choices.append([row for row in plain if row < subtotals[0]] + subtotals)
        if self.parts:
            # 其中：男, and below it 女 without the word.
            for count in range(1, _MOST_FOLLOWING + 1):
                below = {part + step for part in self.parts for step in range(1, count + 1)}
                choices.append([row for row in plain if row not in below])
        choices.append(self._top_level(plain))
        unique = dict.fromkeys(tuple(sorted(choice)) for choice in choices if len(choice) > 1)
        return [list(choice) for choice in unique]

    def _top_level(self, rows: list[int]) -> list[int]:
        return [row for row in rows if _level(self.rows[row]) == _level(self.rows[rows[0]])]

    def _groups(self, *, down: bool) -> dict[int, list[int]]:
        """Return the rows between each subtotal and the one before, or the one after if ``down``."""
        borders = sorted({self.first - 1, *self.totals, *self.subtotals, len(self.rows)})
        groups = {}
        for total in self.subtotals:
            place = borders.index(total)
            inside = range(total + 1, borders[place + 1]) if down else range(borders[place - 1] + 1, total)
            rows = [row for row in inside if row not in self.parts]
            if len(rows) > 1:
                groups[total] = rows
        return groups


def _level(row: Sequence[TableCell | None] | Row) -> tuple[bool, str]:
    """Return how a row is set in and numbered."""
    cell = label_cell(tuple(row))
    if cell is None:
        return False, ""
    level = _LEVEL.match(cell.text)
    kind = "" if level is None else (level["bracket"] or "") + ("一" if level["han"] else "1")
    return cell.is_indented, kind
