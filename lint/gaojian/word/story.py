"""What a reader of a Word document sees: stories of paragraphs, and the one text they make."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.table import Slot
from gaojian.word.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class Piece(NamedTuple):
    """A stretch of text, and the w:t, w:tab, w:br or w:sym that holds it; None for what Word generates: a number."""

    text: str
    element: "Element | None"


class Paragraph(NamedTuple):
    """A line of the text. ``element`` is the w:p whose mark ends it.

    Where the mark between two was deleted under change tracking, pieces come from the w:p before it as well.
    ``number`` is what Word draws before it, such as 一、 and ``level`` that of a heading, from 1; 0 for all others.
    """

    element: "Element"
    pieces: list[Piece]
    slot: Slot | None = None
    number: str = ""
    level: int = 0

    @property
    def text(self) -> str:
        """The line."""
        return "".join([piece.text for piece in self.pieces])


class Story(NamedTuple):
    """A flow of paragraphs: "body", "header", "footer", "footnote", "endnote" or "textbox".

    ``part`` is the name of the part that holds it, and ``number`` counts the stories of its ``name`` from 1.
    """

    name: str
    part: str
    paragraphs: list[Paragraph]
    number: int = 1


class Spot(NamedTuple):
    """The place of one character: ``offset`` counts inside the text of ``piece``, which is None in an empty line."""

    story: Story
    paragraph: Paragraph
    piece: Piece | None
    offset: int


class Index:
    """Where each character of the text stands in the stories."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._pieces: list[tuple[Story, Paragraph, Piece | None]] = []

    def add(self, start: int, story: Story, paragraph: Paragraph, piece: Piece | None) -> None:
        """Note that ``piece`` begins at ``start``, after all that were added before."""
        self._starts.append(start)
        self._pieces.append((story, paragraph, piece))

    def spot(self, offset: int) -> Spot:
        """Return the place of the character at ``offset``; a line break belongs to the line that it ends."""
        found = max(bisect_right(self._starts, offset) - 1, 0)
        return Spot(*self._pieces[found], offset - self._starts[found])

    def paragraph_at(self, offset: int) -> tuple[Story, Paragraph]:
        """Return the paragraph that holds ``offset``, and its story."""
        story, paragraph, _, _ = self.spot(offset)
        return story, paragraph


def text_of(stories: list[Story]) -> tuple[str, Index]:
    """Return the text of all ``stories``, one paragraph a line, and the index of its places."""
    index = Index()
    texts: list[str] = []
    start = 0
    for story in stories:
        for paragraph in story.paragraphs:
            if not paragraph.pieces:
                index.add(start, story, paragraph, None)
            for piece in paragraph.pieces:
                index.add(start, story, paragraph, piece)
                texts.append(piece.text)
                start += len(piece.text)
            texts.append("\n")
            start += 1
    return "".join(texts), index


def stories(package: Package) -> list[Story]:
    """Return all that a reader of ``package`` sees, in the order in which it is checked. Raises ReadError."""
    from gaojian.word.gather import gather  # noqa: PLC0415 (it builds what is declared here)

    return gather(package)
