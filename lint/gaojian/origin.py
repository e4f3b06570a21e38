"""Where extracted text came from."""

from gaojian.diagnostic import Text
from gaojian.text import Position


class Origin:
    """The places of a file as its author sees them, for text that was taken out of markup or a package.

    A reader whose text differs from what the file holds gives its documents a subclass. Offsets are code points into
    ``Document.text``.
    """

    def position(self, offset: int) -> Position | None:
        """Return the line and column in the file itself; None where it has none: then paragraphs count as lines."""
        del offset
        return None

    def end_position(self, offset: int) -> Position | None:
        """Return the place right behind the character that ends at ``offset``.

        Between two characters of the text there may be markup: where the one ends, the other need not begin.
        """
        return self.position(offset)

    def describe(self, offset: int) -> Text | None:
        """Return the place in words that messages add, such as 表 2 第 3 行第 1 列; None where none are needed."""
        del offset
        return None
