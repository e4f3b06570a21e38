"""Tables: rows of cells in one shape, whether they were written with pipes, tabs, HTML or in a word processor."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from gaojian import HIDDEN, Document, NamedTuple, Pattern, Slot, Span

_SEPARATOR = Pattern(r"[|\t]")
_PIPE = Pattern(r"(?<!\\)\|")
_RULE = Pattern(r"[ |:\-+=]{3,}$")
# Emphasis of Markdown is no part of what a cell says.
_AROUND = " *_~\t\r\n\u00a0\u3000\u200b"
_MOST_ROWS, _MOST_COLUMNS, _LONGEST_LINE = 200, 40, 2000


class TableCell(NamedTuple):
    """What a cell says, without blanks and emphasis around it; ``width`` is the number of columns it covers.

    ``is_indented`` tells that it is set in: by a wide blank, or by more than the one blank beside a pipe.
    """

    span: Span
    text: str
    width: int = 1
    is_indented: bool = False


Row = tuple[TableCell | None, ...]


class Table(NamedTuple):
    """Rows of one length; None stands where a merged cell reaches to, or where a row has no more cells."""

    rows: tuple[Row, ...]


def tables(document: Document) -> tuple[Table, ...]:
    """Return the tables of ``document`` with two rows or more; those too large to be read by people are left out."""
    found = _recorded(document) if document.cells else _written(document.prose)
    return tuple([_even(rows) for rows in found if 2 <= len(rows) <= _MOST_ROWS])


def _even(rows: list[dict[int, TableCell]]) -> Table:
    width = min(max(max(row, default=0) for row in rows), _MOST_COLUMNS)
    return Table(tuple([tuple([row.get(column) for column in range(1, width + 1)]) for row in rows]))


def _recorded(document: Document) -> Iterator[list[dict[int, TableCell]]]:
    """Yield the tables that a reader found, each as its rows by column."""
    prose = document.prose
    ordered = sorted(document.cells, key=lambda cell: cell.slot[:3])
    for _, cells in groupby(ordered, lambda cell: cell.slot.table):
        rows: defaultdict[int, dict[int, TableCell]] = defaultdict(dict)
        for slot, span in cells:
            rows[slot.row].setdefault(slot.column, _cell(prose, span, slot))
        yield list(rows.values())


def _cell(prose: str, span: Span, slot: Slot | None = None) -> TableCell:
    written = prose[span.start : span.end]
    text = written.strip(_AROUND)
    before = written[: len(written) - len(written.lstrip(_AROUND))] if text else ""
    start = span.start + len(before)
    is_indented = "\u3000" in before or "\u00a0" in before or "  " in before
    return TableCell(Span(start, start + len(text)), text, slot.width if slot else 1, is_indented)


def _written(prose: str) -> Iterator[list[dict[int, TableCell]]]:
    """Yield the tables of a text: lines side by side with the same separator."""
    if "|" not in prose and "\t" not in prose:
        return
    position = 0
    while (found := _SEPARATOR.search(prose, position)) is not None:
        start = prose.rfind("\n", position, found.start()) + 1 or position
        rows, position = _block(prose, start, found[0])
        yield rows


def _block(prose: str, start: int, separator: str) -> tuple[list[dict[int, TableCell]], int]:
    """Return the rows from the line at ``start`` on, and where the first line begins that is none."""
    rows: list[dict[int, TableCell]] = []
    while start < len(prose):
        end = prose.find("\n", start)
        end = len(prose) if end < 0 else end
        line = prose[start:end].rstrip("\r")
        if separator not in line:
            break
        if len(line) > _LONGEST_LINE:
            return rows, end
        if not _RULE.match(line):
            rows.append(_row(prose, start, line, separator))
        start = end + 1
    return rows, start


def _row(prose: str, start: int, line: str, separator: str) -> dict[int, TableCell]:
    """Return the cells of a line; pipes at its ends are its frame."""
    if separator == "|":
        borders = [match.start() for match in _PIPE.finditer(line)]
        is_framed = bool(borders) and not line[: borders[0]].strip(f" >{HIDDEN}")
        is_closed = bool(borders) and not line[borders[-1] + 1 :].strip()
        edges = [*([] if is_framed else [-1]), *borders, *([] if is_closed else [len(line)])]
    else:
        edges = [-1, *[at for at, character in enumerate(line) if character == "\t"], len(line)]
    spans = [Span(start + first + 1, start + last) for first, last in pairwise(edges)]
    return {column: _cell(prose, span) for column, span in enumerate(spans[:_MOST_COLUMNS], 1)}
