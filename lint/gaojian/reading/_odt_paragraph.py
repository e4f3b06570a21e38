"""One paragraph of an OpenDocument text, with the blanks that people see in it."""

import re
from dataclasses import dataclass, field

from gaojian.diagnostic import Text
from gaojian.table import Slot

_BLANKS = re.compile("[ \t\r\n]+")


@dataclass
class Paragraph:
    """A paragraph, as far as it has been read; ``level`` is that of a heading, 0 for all others.

    ``within`` says in words what holds it; ``slot`` is the cell of a table that does.
    """

    within: Text | None
    level: int = 0
    pieces: list[str] = field(default_factory=list)
    ends_blank: bool = True
    slot: Slot | None = None

    @property
    def place(self) -> Text | None:
        """What holds the paragraph, in words; None in the body itself."""
        if self.slot is None:
            return self.within
        table, row, column, _ = self.slot
        return Text(f"表 {table} 第 {row} 行第 {column} 列", f"table {table}, row {row}, column {column}")

    def write(self, text: str) -> None:
        """Add character data: blanks run together, and those at the start are none, as layout of XML is no text."""
        text = _BLANKS.sub(" ", text)
        if self.ends_blank:
            text = text.removeprefix(" ")
        if text:
            self.pieces.append(text)
            self.ends_blank = text.endswith(" ")

    def put(self, piece: str) -> None:
        """Add what stands in the text as it is: a tab, a line break, a row of spaces."""
        self.pieces.append(piece)
        self.ends_blank = False

    @property
    def text(self) -> str:
        """The whole paragraph; a blank that layout left at its end is none of it."""
        text = "".join(self.pieces)
        return text[:-1] if self.ends_blank and text.endswith(" ") else text
