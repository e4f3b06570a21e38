"""Word documents: .docx, .docm and .dotx, from Word, WPS and LibreOffice.

Read is what people see on the pages once all tracked changes are accepted: insertions, content controls with their
prompts, results of fields, automatic numbers, and after the body text boxes, notes, headers and footers. Left out are
deletions, hidden text (w:vanish), codes of fields, readings above ruby text, page numbers, and comments.

Each paragraph is a line, also in a cell of a table; a soft return within a paragraph ends a line, as where Word saves
plain text. Charts, SmartArt, WordArt and embedded objects are not read.
"""

from bisect import bisect_right

from gaojian.diagnostic import Text
from gaojian.origin import Origin
from gaojian.reading._places import HeadingPath
from gaojian.reading.content import Content, body_of
from gaojian.table import cells_of
from gaojian.text import Span
from gaojian.word.package import Package
from gaojian.word.story import Index, Story, stories, text_of

_PLACES = {
    "header": Text("页眉", "the header"),
    "footer": Text("页脚", "the footer"),
    "footnote": Text("脚注", "footnote"),
    "endnote": Text("尾注", "endnote"),
    "textbox": Text("文本框", "text box"),
}
_NUMBERED = ("footnote", "endnote", "textbox")


class WordOrigin(Origin):
    """The places of a Word document: headings, cells of tables, notes, headers and text boxes."""

    def __init__(self, index: Index, headings: list[tuple[int, Text | None]]) -> None:
        """Take the ``index`` of the text, and where each path of ``headings`` begins to hold."""
        self._index = index
        self._starts = [start for start, _ in headings]
        self._paths = [path for _, path in headings]

    def describe(self, offset: int) -> Text | None:
        """Return for example “一、总体要求”下表 2 第 3 行第 1 列, 脚注 2 or 页眉; None at the top of the body."""
        story, paragraph = self._index.paragraph_at(offset)
        words: list[Text] = []
        if story.name in _PLACES:
            place = _PLACES[story.name]
            count = f" {story.number}" if story.name in _NUMBERED else ""
            words.append(Text(place.zh + count, place.en + count))
        found = bisect_right(self._starts, offset) - 1
        if found >= 0 and (under := self._paths[found]):
            words.append(under)
        if paragraph.slot is not None:
            table, row, column, _ = paragraph.slot
            words.append(Text(f"表 {table} 第 {row} 行第 {column} 列", f"table {table}, row {row}, column {column}"))
        if not words:
            return None
        return Text("，".join([word.zh for word in words]), ", ".join([word.en for word in words]))


def read(data: bytes, encoding: str | None) -> Content:
    """Return the text of a Word document, one paragraph a line. Raises ReadError."""
    del encoding
    found = stories(Package(data))
    text, index = text_of(found)
    # An empty document has no place to describe.
    origin = WordOrigin(index, _headings(found)) if text.strip("\n") else None
    end = sum([len(paragraph.text) + 1 for paragraph in found[0].paragraphs])
    cells = cells_of((paragraph.text, paragraph.slot) for story in found for paragraph in story.paragraphs)
    return Content(text, hidden=_formulas(found), origin=origin, body=body_of(text, end), cells=cells)


def _formulas(found: list[Story]) -> tuple[Span, ...]:
    """Return the spans of formulas: their letters are no prose."""
    spans: list[Span] = []
    start = 0
    for story in found:
        for paragraph in story.paragraphs:
            for text, element in paragraph.pieces:
                end = start + len(text)
                if element is not None and element.tag.endswith("/math}t"):
                    spans.append(Span(start, end))
                start = end
            start += 1
    return tuple(spans)


def _headings(found: list[Story]) -> list[tuple[int, Text | None]]:
    """Return where in the text each heading path begins to hold: after the line of its last heading."""
    paths: list[tuple[int, Text | None]] = []
    start = 0
    for story in found:
        path = HeadingPath()
        paths.append((start, None))
        for paragraph in story.paragraphs:
            length = sum([len(piece.text) for piece in paragraph.pieces])
            if paragraph.level:
                path.leave(paragraph.level)
                paths.append((start, path.describe()))
                path.enter(paragraph.level, paragraph.text)
                paths.append((start + length + 1, path.describe()))
            start += length + 1
    return paths
