"""The paragraphs of an OpenDocument text, gathered while its XML is parsed: no tree is built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from gaojian.diagnostic import Text
from gaojian.reading._odt_lists import DEEPEST, Numbering, whole
from gaojian.reading._odt_paragraph import Paragraph
from gaojian.reading.content import ReadError
from gaojian.table import Slot

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _STYLE, _TEXT = f"{{{_OASIS}office:1.0}}", f"{{{_OASIS}style:1.0}}", f"{{{_OASIS}text:1.0}}"
_TABLE, _DRAW, _SVG = f"{{{_OASIS}table:1.0}}", f"{{{_OASIS}drawing:1.0}}", f"{{{_OASIS}svg-compatible:1.0}}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# More are no text, and a small file could hold gigabytes of them.
_MOST_SPACES = 100
_PAGE_NUMBER = re.compile(r"[\s\d第页頁共/／·—–-]*")
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
# What was deleted, what is said about the text, and what is shown as a picture.
_SKIPPED = {
    *(f"{_TEXT}{name}" for name in ("tracked-changes", "note-citation", "ruby-text", "number", "script")),
    *(f"{_OFFICE}{name}" for name in ("annotation", "forms", "scripts", "binary-data", "meta", "settings")),
    *(f"{_DRAW}{name}" for name in ("object", "object-ole", "enhanced-geometry")),
    *(f"{_SVG}{name}" for name in ("title", "desc")),
}
_SHAPES = {
    f"{_DRAW}{name}"
    for name in (
        *("text-box", "custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path"),
        *("connector", "caption", "measure", "regular-polygon"),
    )
}
_MARGINS = {
    f"{_STYLE}{name}{pages}": words
    for name, words in (("header", Text("页眉", "a page header")), ("footer", Text("页脚", "a page footer")))
    for pages in ("", "-left", "-first")
}
_LEVELS = {"list-level-style-number", "list-level-style-bullet", "outline-level-style"}
_SIGNS = {"tab": "\t", "line-break": "\n"}
_OUTLINE = "outline-style"
_NOTES = {"footnote": Text("脚注", "footnote"), "endnote": Text("尾注", "endnote")}


@dataclass
class _List:
    style: str
    counts: dict[int, int]
    start: str | None = None
    waits: bool = False


@dataclass
class _Flow:
    """Text that runs on by itself: the body, a note, a text box, a page header."""

    story: list[Paragraph]
    place: Text | None = None
    lists: list[_List] = field(default_factory=list)
    tables: list[list[int]] = field(default_factory=list)
    open: list[Paragraph] = field(default_factory=list)


class Gatherer:
    """A target for the XML parser that keeps the text of all paragraphs.

    Hidden sections and hidden characters are left out, for nobody reads them. The text of a frame follows the paragraph
    that holds it; notes and page margins follow the body.
    """

    def __init__(self) -> None:
        self.is_text = False
        self._body: list[Paragraph] = []
        self._notes: list[Paragraph] = []
        self._margins: list[Paragraph] = []
        self._flows = [_Flow(self._body)]
        self._skipping = 0
        self._numbering = Numbering()
        self._style = ("", "")
        self._hidden_styles: set[tuple[str, str]] = set()
        self._tables = 0
        self._note_counts: dict[str, int] = {}
        self._note: Text | None = None

    def paragraphs(self) -> tuple[list[Paragraph], list[Paragraph]]:
        """Return the body, and what follows it: notes, and page margins once each, page numbers left out."""
        once = {paragraph.text: paragraph for paragraph in self._margins}
        margins = [paragraph for text, paragraph in once.items() if not _PAGE_NUMBER.fullmatch(text)]
        return self._body, [*self._notes, *margins]

    def doctype(self, *_: object) -> NoReturn:
        """Refuse declarations: no writer of OpenDocument makes any, and entities can grow without end."""
        raise ReadError(
            Text(
                "内含 DOCTYPE 声明，为安全起见不读；请用 LibreOffice 打开后重新保存",
                "holds a DOCTYPE, which is not read for safety; open it in LibreOffice and save it again",
            )
        )

    def close(self) -> None:
        """End one XML file; another may follow."""

    def data(self, text: str) -> None:
        """Take character data."""
        flow = self._flows[-1]
        if flow.open and not self._skipping:
            flow.open[-1].write(text)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the start of an element."""
        if self._skipping or tag in _SKIPPED or self._is_hidden(tag, attributes):
            self._skipping += 1
        elif tag in _PARAGRAPHS:
            self._open(tag, attributes)
        elif tag.startswith(_TABLE):
            self._start_table_part(tag.removeprefix(_TABLE), attributes)
        elif tag.startswith(_TEXT):
            self._start_text_part(tag.removeprefix(_TEXT), attributes)
        elif tag.startswith(_STYLE):
            self._start_style_part(tag, attributes)
        elif tag in _SHAPES:
            self._flows.append(_Flow(self._flows[-1].story, Text("文本框", "a text box")))
        elif tag == f"{_OFFICE}text":
            self.is_text = True

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        flow = self._flows[-1]
        if self._skipping:
            self._skipping -= 1
        elif tag in _PARAGRAPHS:
            flow.open.pop()
        elif tag == f"{_TEXT}list":
            flow.lists.pop()
        elif tag == f"{_TABLE}table":
            flow.tables.pop()
        elif tag in _SHAPES or tag in _MARGINS or tag == f"{_TEXT}note-body":
            self._flows.pop()

    def _is_hidden(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if tag == f"{_TEXT}section":
            display = attributes.get(f"{_TEXT}display")
            return display == "none" or (display == "condition" and attributes.get(f"{_TEXT}is-hidden") == "true")
        if tag in {f"{_TEXT}hidden-text", f"{_TEXT}hidden-paragraph"}:
            return attributes.get(f"{_TEXT}is-hidden") == "true"
        if tag in _MARGINS:
            return attributes.get(f"{_STYLE}display") == "false"
        family = "text" if tag == f"{_TEXT}span" else "paragraph" if tag in _PARAGRAPHS else ""
        return bool(family) and (family, attributes.get(f"{_TEXT}style-name", "")) in self._hidden_styles

    def _open(self, tag: str, attributes: Mapping[str, str]) -> None:
        flow = self._flows[-1]
        level = min(whole(attributes.get(f"{_TEXT}outline-level"), 1), DEEPEST) if tag == f"{_TEXT}h" else 0
        paragraph = Paragraph(flow.place, level, slot=Slot(*flow.tables[-1]) if flow.tables else None)
        label = self._label(flow, level, attributes)
        if label:
            paragraph.pieces.append(label)
        flow.story.append(paragraph)
        flow.open.append(paragraph)

    def _label(self, flow: _Flow, level: int, attributes: Mapping[str, str]) -> str:
        if attributes.get(f"{_TEXT}is-list-header") == "true":
            return ""
        if flow.lists:
            innermost = flow.lists[-1]
            if not innermost.waits:
                return ""
            innermost.waits = False
            return self._numbering.next_label(innermost.style, innermost.counts, len(flow.lists), innermost.start)
        if level:
            counts = self._numbering.begin(_OUTLINE, "", _OUTLINE)
            return self._numbering.next_label(_OUTLINE, counts, level, attributes.get(f"{_TEXT}start-value"))
        return ""

    def _start_text_part(self, name: str, attributes: Mapping[str, str]) -> None:
        flow = self._flows[-1]
        if name == "list":
            flow.lists.append(self._list(flow, attributes))
        elif name in {"list-item", "list-header"} and flow.lists:
            flow.lists[-1].start = attributes.get(f"{_TEXT}start-value")
            flow.lists[-1].waits = name == "list-item"
        elif name in {"list-style", _OUTLINE}:
            self._style = ("list", _OUTLINE if name == _OUTLINE else attributes.get(f"{_STYLE}name", ""))
        elif name in _LEVELS:
            self._numbering.define(self._style[1], attributes)
        elif name == "note":
            kind = attributes.get(f"{_TEXT}note-class", "")
            words = _NOTES.get(kind, _NOTES["footnote"])
            self._note_counts[kind] = count = self._note_counts.get(kind, 0) + 1
            self._note = Text(f"{words.zh} {count}", f"{words.en} {count}")
        elif name == "note-body":
            self._flows.append(_Flow(self._notes, self._note))
        elif flow.open and name == "s":
            flow.open[-1].put(" " * min(whole(attributes.get(f"{_TEXT}c"), 1), _MOST_SPACES))
        elif flow.open and name in _SIGNS:
            flow.open[-1].put(_SIGNS[name])

    def _list(self, flow: _Flow, attributes: Mapping[str, str]) -> _List:
        style = attributes.get(f"{_TEXT}style-name", "")
        if flow.lists:
            outer = flow.lists[-1]
            return _List(style or outer.style, outer.counts)
        continued = attributes.get(f"{_TEXT}continue-list")
        if continued is None and attributes.get(f"{_TEXT}continue-numbering") == "true":
            continued = style
        return _List(style, self._numbering.begin(style, attributes.get(_XML_ID, ""), continued))

    def _start_table_part(self, name: str, attributes: Mapping[str, str]) -> None:
        tables = self._flows[-1].tables
        if name == "table":
            self._tables += 1
            tables.append([self._tables, 0, 0, 1])
        elif name == "table-row" and tables:
            tables[-1][1:] = [tables[-1][1] + 1, 0, 1]
        elif name in {"table-cell", "covered-table-cell"} and tables:
            tables[-1][2] += 1
            tables[-1][3] = max(whole(attributes.get(f"{_TABLE}number-columns-spanned"), 1), 1)
            # What a merged cell covers cannot be seen.
            self._skipping = int(name == "covered-table-cell")

    def _start_style_part(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == f"{_STYLE}style":
            self._style = (attributes.get(f"{_STYLE}family", ""), attributes.get(f"{_STYLE}name", ""))
        elif tag == f"{_STYLE}text-properties" and attributes.get(f"{_TEXT}display") == "none":
            self._hidden_styles.add(self._style)
        elif tag == f"{_STYLE}list-level-label-alignment" and attributes.get(f"{_TEXT}label-followed-by") == "nothing":
            self._numbering.close_up(self._style[1])
        elif tag in _MARGINS:
            self._flows.append(_Flow(self._margins, _MARGINS[tag]))
