"""Comments in the margin of a Word file: gaojian's own are replaced, those of people stay."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count, islice
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.names import child, local
from gaojian.word.package import Package
from gaojian.word.parts import LinkedPart, new_element, serialised
from gaojian.word.splice import beside

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

AUTHOR = "gaojian"
INITIALS = "稿检"
MOST_RANGES = 32_767
"""Word opens no file with more commented ranges than this (MS-OI29500 2.1.315)."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_EXTENSIONS = ("commentsExtended", "commentsIds", "commentsExtensible")
_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", "commentReference"))
# 正文的首行缩进和行距不带进批注。
_PARAGRAPH = {
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "ind": {"left": "0", "right": "0", "firstLineChars": "0", "firstLine": "0"},
    "jc": {"val": "left"},
}
_BOUND = frozenset(("text", "date", "dropDownList", "comboBox", "checkbox", "picture"))
_HALF_POINTS = "20"


class Range(NamedTuple):
    """What a comment is about, from the run ``first`` to the run ``last``; a paragraph as both is its beginning."""

    first: "Element"
    last: "Element"


class Comments:
    """The comments of one package, and the marks for them in its main part."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._body = package.parse(package.document)
        self._changed: dict[str, Element] = {}
        self._added: list[tuple[int, Range]] = []
        self._part = LinkedPart(package, "comments", _CONTENT_TYPE)
        self._root = self._part.root

    @property
    def ranges(self) -> int:
        """The number of ranges that are marked in the main part."""
        return sum(1 for _ in self._body.iter(beside(self._body, "commentRangeStart")))

    def remove_own(self) -> dict[str, tuple[str, ...]]:
        """Take out gaojian's comments but those that people answered or settled; return how these begin.

        Each is given by its id and its first two lines, which are enough to know the finding by.
        """
        settled = self._settled()
        removed: set[str] = set()
        paragraphs: set[str] = set()
        kept: dict[str, tuple[str, ...]] = {}
        for comment in list(self._root):
            if comment.get(beside(self._root, "author")) != AUTHOR:
                continue
            own = {_values(element).get("paraId", "") for element in comment.iter(beside(self._root, "p"))} - {""}
            identifier = comment.get(beside(self._root, "id"), "")
            if own & settled:
                kept[identifier] = _said(comment)
            else:
                removed.add(identifier)
                paragraphs |= own
                remove(comment)
        if removed:
            self._changed[self._part.name] = self._root
            self.touch()
            self._unmark(removed)
            self._forget(paragraphs)
        return kept

    def add(self, place: Range, lines: Sequence[str], date: str) -> None:
        """Add a comment of ``lines``, the first of them bold; its marks are set by ``mark``."""
        identifier = next(self.ids)
        root = self._root
        attributes = {"id": str(identifier), "author": AUTHOR, "date": date, "initials": INITIALS}
        comment = _child(root, "comment", attributes)
        for number, line in enumerate(lines):
            paragraph = _child(comment, "p")
            properties = _child(paragraph, "pPr")
            for name, values in _PARAGRAPH.items():
                _child(properties, name, values)
            if number == 0:
                _child(_child(paragraph, "r"), "annotationRef")
            run = _child(paragraph, "r")
            formatting = _child(run, "rPr")
            for name in ("b", "bCs") if number == 0 else ():
                _child(formatting, name)
            for name in ("sz", "szCs"):
                _child(formatting, name, {"val": _HALF_POINTS})
            _child(run, "t").text = line
        self._added.append((identifier, place))
        self._changed[self._part.name] = root
        self.touch()

    def mark(self) -> None:
        """Set the marks of the comments that were added."""
        # Backwards: each mark is set right beside its run, and what comes first shall stand first.
        for identifier, place in reversed(self._added):
            self._mark(str(identifier), place)
        self._added.clear()

    def changes(self) -> dict[str, bytes]:
        """Return the parts that changed."""
        if self._part.name in self._changed:
            self._changed |= self._part.register()
        return {name: serialised(root) for name, root in self._changed.items()}

    def touch(self) -> None:
        """Tell that the main part was changed otherwise."""
        self._changed[self._package.document] = self._body

    @cached_property
    def ids(self) -> Iterator[int]:
        """Numbers for comments and revisions that nothing in the main part has."""
        used = {
            value
            for root in (self._body, self._root)
            for element in root.iter()
            if (value := element.get(beside(root, "id"))) is not None
        }
        return (number for number in count() if str(number) not in used)

    def _settled(self) -> set[str]:
        """Return the ids of the last paragraphs of comments that people marked as done, or replied to."""
        settled = set()
        for entry in self._entries("commentsExtended"):
            values = _values(entry)
            settled.add(values.get("paraIdParent", ""))
            if values.get("done") in ("1", "true", "on"):
                settled.add(values.get("paraId", ""))
        return settled - {""}

    def _entries(self, kind: str) -> "list[Element]":
        name = self._package.linked(kind)
        return [] if name is None else list(self._package.parse(name))

    def _forget(self, identifiers: set[str]) -> None:
        """Take the paragraphs of removed comments out of the parts that tell more of comments."""
        for kind in _EXTENSIONS:
            durable: set[str] = set()
            for entry in self._entries(kind):
                values = _values(entry)
                known = values.get("paraId", values.get("durableId"))
                if known in identifiers:
                    durable.add(values.get("durableId", ""))
                    self._changed[self._package.linked(kind) or ""] = entry.getroottree().getroot()
                    remove(entry)
            identifiers |= durable - {""}

    def _unmark(self, identifiers: set[str]) -> None:
        marks = [
            element
            for element in self._body.iter(*(beside(self._body, name) for name in _MARKS))
            if element.get(beside(element, "id")) in identifiers
        ]
        for mark in marks:
            run = mark.getparent()
            remove(mark)
            if run is not None and local(run.tag) == "r" and all(local(rest.tag) == "rPr" for rest in run):
                remove(run)

    def _mark(self, identifier: str, place: Range) -> None:
        body = self._body
        start, end = (new_element(beside(body, f"commentRange{name}")) for name in ("Start", "End"))
        run = new_element(beside(body, "r"))
        reference = _child(run, "commentReference")
        for mark in (start, end, reference):
            mark.set(beside(body, "id"), identifier)
        if local(place.first.tag) == "p":
            head = place.first.find(beside(body, "pPr"))
            at = 0 if head is None else place.first.index(head) + 1
            place.first[at:at] = [start, end, run]
            return
        place.first.addprevious(start)
        place.last.addnext(end)
        _behind(end).addnext(run)


def remove(element: "Element") -> None:
    """Take ``element`` out, and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def _child(parent: "Element", name: str, values: dict[str, str] | None = None) -> "Element":
    """Return a new last child of ``parent``; it and its attributes are in the namespace of ``parent``."""
    element = parent.makeelement(
        beside(parent, name), {beside(parent, key): value for key, value in (values or {}).items()}
    )
    parent.append(element)
    return element


def _behind(mark: "Element") -> "Element":
    """Return what the run of a comment that ends with ``mark`` stands behind.

    A control for plain text, a date or a choice holds nothing but that: LibreOffice drops its text for any other run.
    """
    outermost = mark
    for ancestor in mark.iterancestors(*(beside(mark, name) for name in ("sdt", "p"))):
        if local(ancestor.tag) == "p":
            break
        properties = child(ancestor, "sdtPr")
        if properties is not None and any(local(kind.tag) in _BOUND for kind in properties):
            outermost = ancestor
    return outermost


def _values(element: "Element") -> dict[str, str]:
    """Return the attributes of ``element`` by their names without namespace: that of these parts changes by year."""
    return {local(key): str(value) for key, value in element.attrib.items()}


def _said(comment: "Element") -> tuple[str, ...]:
    """Return the first two lines of ``comment``."""
    paragraphs = islice(comment.iter(beside(comment, "p")), 2)
    return tuple("".join(text.text or "" for text in one.iter(beside(comment, "t"))) for one in paragraphs)
