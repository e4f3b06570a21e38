"""Faults in the tables of pages and Word files, behind a paragraph of clean text."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from random import Random

import word_files
from gaojian import Span
from gaojian.reading import read_bytes
from seeding import InlineFault, Seeded, Site, passage_around

Rows = list[tuple[str, ...]]


def page(text: str, rows: Rows) -> tuple[bytes, str]:
    """Return a page with ``text`` and a table of ``rows``, and its name."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<p>{escape(text)}</p><table>{lines}</table>".encode(), "页面.html"


def word(text: str, rows: Rows) -> tuple[bytes, str]:
    """Return a Word file with ``text`` and a table of ``rows``, and its name."""
    return word_files.document(word_files.paragraph(escape(text)), word_files.table(*rows)), "文稿.docx"


@dataclass(frozen=True)
class TableFault(InlineFault):
    """A table whose total is wrong, in a file of the format that ``write`` makes."""

    write: Callable[[str, Rows], tuple[bytes, str]] = page

    def seed(self, site: Site) -> Seeded:
        """Return the document as read from the file, with the place of the total."""
        passage = passage_around(site.document, site.start)
        text = " ".join(site.document.text[passage.start : passage.end].split()).replace("\x0c", " ")
        rows, place = table(Random(site.start))  # noqa: S311 (not for secrets)
        data, name = self.write(text, rows)
        document = read_bytes(data, name)
        spans = [span for slot, span in document.cells if (slot.row, slot.column) == place]
        stripped = [Span(span.start, span.start + len(document.text[slice(*span)].rstrip())) for span in spans]
        return Seeded(document, tuple(stripped))


def table(random: Random) -> tuple[Rows, tuple[int, int]]:
    """Return a table with totals of rows and columns, one of them wrong, and its row and column."""
    body = [[random.randint(11, 99) for _ in range(3)] for _ in range(4)]
    rows = [[*row, sum(row)] for row in body]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    # A column by its last row, or a row by its last column; the corner is right, so the other way is out as well.
    row, column = random.choice(((4, random.randint(0, 2)), (random.randint(0, 3), 3)))
    rows[row][column] += random.choice((-10, 1, 20))
    names = ("甲组", "乙组", "丙组", "丁组", "合　计")
    written: Rows = [("组别", "老人", "成人", "儿童", "合计（人）")]
    written += [(name, *map(str, line)) for name, line in zip(names, rows, strict=True)]
    return written, (row + 2, column + 2)
