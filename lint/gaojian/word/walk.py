"""From the elements of a part to its stories: what is seen is read, what is deleted, hidden or code is passed over."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from gaojian.table import Slot
from gaojian.word.names import STRICT, TRANSITIONAL, child, is_on, local, number, value
from gaojian.word.story import Paragraph, Piece, Story
from gaojian.word.styles import Styles
from gaojian.word.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted text, code of fields, readings above ruby text, and properties.
_SKIPPED = (
    *("del", "moveFrom", "delText", "instrText", "delInstrText", "fldData", "rt", "rubyPr", "pPr", "rPr", "sdtPr"),
    *("sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "proofErr"),
    *("bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart", "commentRangeEnd"),
)
_TEXT = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def _kinds() -> dict[object, str]:
    """Return what to do with each element: by its full tag, as that is one look-up for each element."""
    kinds: dict[object, str] = {f"{_COMPATIBILITY}AlternateContent": "choice", f"{_COMPATIBILITY}Fallback": "skip"}
    kinds.update(dict.fromkeys([f"{space}t" for space in _MATH], "text"))
    for space in (TRANSITIONAL, STRICT):
        kinds.update({space + name: "skip" for name in _SKIPPED})
        kinds.update({space + name: "mark" for name in _TEXT})
        kinds.update({space + name: name for name in ("p", "r", "sym", "fldChar", "tbl", "tr", "tc", "txbxContent")})
        kinds.update({space + name: "note" for name in ("footnoteReference", "endnoteReference")})
        kinds[space + "t"] = "text"
    return kinds


_KINDS = _kinds()
_VANISH = (f"{TRANSITIONAL}vanish", f"{STRICT}vanish")


class _Table:
    """A table on the way through it; ``following`` is the column of the cell that comes next."""

    def __init__(self, count: int) -> None:
        self.number, self.row, self.column, self.width, self.following = count, 0, 0, 1, 1


class _Flow:
    """What is known on the way through one story: the tables and fields that are open, and the pieces of a line."""

    def __init__(self, name: str, part: str, count: int) -> None:
        self.story = Story(name, part, [], count)
        self.pieces: list[Piece] = []
        self.paragraph: Element | None = None
        self.style = ""
        self.tables: list[_Table] = []
        self.fields: list[bool] = []
        self.codes = 0

    @property
    def slot(self) -> Slot | None:
        return next((Slot(one.number, one.row, one.column, one.width) for one in self.tables[-1:]), None)

    def end_paragraph(self) -> None:
        """Make a paragraph of the pieces; where its mark is deleted, they begin the next one."""
        if self.paragraph is None:
            return
        mark = child(child(self.paragraph, "pPr"), "rPr")
        if mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None):
            return
        self.flush()

    def flush(self) -> None:
        """Make a paragraph of what is left, at the end of a cell or of the story."""
        if self.paragraph is not None:
            self.story.paragraphs.append(Paragraph(self.paragraph, self.pieces, self.slot))
            self.paragraph, self.style, self.pieces = None, "", []

    def turn_field(self, turn: str) -> None:
        """Follow a field from its code to its result and out of it."""
        if turn == "begin":
            self.fields.append(True)
            self.codes += 1
        elif self.fields and turn == "separate" and self.fields[-1]:
            self.fields[-1] = False
            self.codes -= 1
        elif self.fields and turn == "end":
            self.codes -= self.fields.pop()


class Walk:
    """One way through the elements of a part, with a stack of its own, so that no depth can exhaust Python's.

    ``follow_fields`` is False for a part in which a field does not end: all its text counts then, codes still not.
    """

    def __init__(self, styles: Styles, *, follow_fields: bool, tables: int) -> None:
        self._styles = styles
        self._follow_fields = follow_fields
        self.tables = tables
        self.boxes: list[Story] = []
        self.notes: list[Element] = []
        self.unended = False
        self._may_hide = True
        self._flows: list[_Flow] = []
        self._stack: list[tuple[Iterator[Element], Callable[[], None] | None]] = []
        self._actions: dict[str, Callable[[Element], None]] = {
            "p": self._paragraph,
            "r": self._run,
            "text": self._text,
            "mark": self._mark,
            "sym": self._symbol,
            "fldChar": self._field,
            "tbl": self._table,
            "tr": self._row,
            "tc": self._cell,
            "txbxContent": self._box,
            "choice": self._choice,
            "note": self.notes.append,
        }

    def story(self, root: "Element", name: str, part: str, count: int = 1) -> Story:
        """Return the story under ``root``; its text boxes are added to ``boxes``, its references to ``notes``."""
        flow = _Flow(name, part, count)
        self._flows.append(flow)
        self._may_hide = self._styles.hide or next(root.iter(*_VANISH), None) is not None
        self._enter(root, self._leave_flow)
        stack, kinds, actions = self._stack, _KINDS, self._actions
        while stack:
            children, leave = stack[-1]
            for element in children:
                kind = kinds.get(element.tag)
                if kind is None:
                    stack.append((iter(element), None))
                    break
                if kind != "skip":
                    depth = len(stack)
                    actions[kind](element)
                    if len(stack) != depth:
                        break
            else:
                stack.pop()
                if leave is not None:
                    leave()
        return flow.story

    def _enter(self, element: "Element", leave: Callable[[], None] | None = None) -> None:
        self._stack.append((iter(element), leave))

    def _leave_flow(self) -> None:
        flow = self._flows.pop()
        flow.flush()
        self.unended |= flow.codes > 0

    def _add(self, text: str, element: "Element") -> None:
        flow = self._flows[-1]
        if text and not flow.codes:
            flow.pieces.append(Piece(text, element))

    def _paragraph(self, element: "Element") -> None:
        flow = self._flows[-1]
        flow.paragraph = element
        if self._may_hide:  # once, not for each run: to look for it takes all the runs
            flow.style = value(child(child(element, "pPr"), "pStyle"))
        self._enter(element, flow.end_paragraph)

    def _run(self, element: "Element") -> None:
        if self._may_hide and self._is_hidden(child(element, "rPr")):
            return
        children = iter(element)
        for one in children:
            kind = _KINDS.get(one.tag)
            if kind == "text":
                self._text(one)
            elif kind != "skip":
                # All but text alone, which nearly every run is, goes the long way.
                self._stack.append((chain((one,), children), None))
                return

    def _is_hidden(self, properties: "Element | None") -> bool:
        """Return whether text is hidden, by its own format or by its style: it is on no page, so it is not read."""
        own = child(properties, "vanish")
        if own is not None:
            return is_on(own)
        styles = [value(child(properties, "rStyle")), self._flows[-1].style]
        return next((hidden for name in styles if (hidden := self._styles.resolve(name).hidden) is not None), False)

    def _text(self, element: "Element") -> None:
        text = element.text
        if text:
            # In XML these two are blanks.
            self._add(text.replace("\n", " ").replace("\r", " ") if "\n" in text or "\r" in text else text, element)

    def _mark(self, element: "Element") -> None:
        self._add(_TEXT[local(element.tag)], element)

    def _symbol(self, element: "Element") -> None:
        code = value(element, "char")
        known = len(code) <= 4 and all(digit in "0123456789abcdefABCDEF" for digit in code)
        self._add(symbol(int(code or "0", 16) if known else 0, value(element, "font")), element)

    def _field(self, element: "Element") -> None:
        if self._follow_fields:
            self._flows[-1].turn_field(value(element, "fldCharType"))

    def _choice(self, element: "Element") -> None:
        """Enter one of the alternatives: they hold the same text, drawn for newer and for older programs."""
        for alternative in element:
            if local(alternative.tag) in ("Choice", "Fallback"):
                self._enter(alternative)
                return

    def _table(self, element: "Element") -> None:
        flow = self._flows[-1]
        flow.flush()
        self.tables += 1
        flow.tables.append(_Table(self.tables))
        self._enter(element, self._leave_table)

    def _leave_table(self) -> None:
        self._flows[-1].tables.pop()

    def _row(self, element: "Element") -> None:
        properties = child(element, "trPr")
        if child(properties, "del") is not None:
            return
        for table in self._flows[-1].tables[-1:]:
            table.row += 1
            table.following = 1 + number(child(properties, "gridBefore"))
        self._enter(element)

    def _cell(self, element: "Element") -> None:
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            return
        flow = self._flows[-1]
        for table in flow.tables[-1:]:
            table.column = table.following
            table.width = max(number(child(properties, "gridSpan"), default=1), 1)
            table.following += table.width
        self._enter(element, flow.flush)

    def _box(self, element: "Element") -> None:
        """Begin a story of its own, and go back to the paragraph that holds the box when it ends."""
        around = self._flows[0].story
        if around.name == "body":
            flow = _Flow("textbox", around.part, len(self.boxes) + 1)
        else:
            # Page numbers stand in boxes too: for people these are footers.
            flow = _Flow(around.name, around.part, around.number)
        self.boxes.append(flow.story)
        self._flows.append(flow)
        self._enter(element, self._leave_flow)
