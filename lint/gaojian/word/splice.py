"""Cut runs of Word text at exact places: the text, its formatting and its surroundings stay as they are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.names import local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Only in these may what marks a range stand beside runs: not inside ruby, formulas or drawings.
_CONTAINERS = frozenset(
    "p ins del moveFrom moveTo hyperlink smartTag customXml sdtContent fldSimple dir bdo".split()  # noqa: SIM905
)


class Place(NamedTuple):
    """A place between two code points of an element with text: ``text`` is what the element was read as."""

    element: "Element"
    text: str
    offset: int


def beside(element: "Element", name: str) -> str:
    """Return the qualified ``name`` in the namespace of ``element``: transitional and strict files differ in it."""
    return f"{element.tag.rpartition('}')[0]}}}{name}"


def holder_of(element: "Element") -> "Element":
    """Return what holds ``element`` where ranges can begin and end: its run, or what is to be taken whole."""
    holder = element
    parent = holder.getparent()
    while parent is not None and local(parent.tag) not in _CONTAINERS:
        holder, parent = parent, parent.getparent()
    return holder


class Splicer:
    """Makes places of a document the boundaries of runs, all at once, and knows the runs at them from then on.

    ``places`` come in the order of the document; ``ids`` gives the numbers of revisions of formatting in copies.
    """

    def __init__(self, places: Iterable[Place], ids: Iterator[int]) -> None:
        self._ids = ids
        self._parts: dict[Element, tuple[list[int], list[Element]]] = {}
        # Known for each run, as to look for it takes all that is left in the run.
        self._properties: dict[Element, Element | None] = {}
        ordered = list(places)
        for element, own in groupby(ordered, key=attrgetter("element")):
            self._divide(element, list(own))
        # Backwards, so that no part of a long run is moved more than once.
        for place in reversed(ordered):
            if place.offset < len(place.text):
                self.run_from(place)
            else:
                self.run_until(place)

    def run_from(self, place: Place) -> "Element":
        """Return the run, or what else has to be taken whole, that begins at ``place``."""
        element = self._part(place, place.offset)
        run = holder_of(element)
        before = element.getprevious()
        if element.getparent() is not run or before is None or local(before.tag) == "rPr":
            return run
        return self._split(run, element)

    def run_until(self, place: Place) -> "Element":
        """Return the run, or what else has to be taken whole, that ends at ``place``."""
        element = self._part(place, place.offset - 1)
        run = holder_of(element)
        after = element.getnext()
        if element.getparent() is run and after is not None:
            self._split(run, after)
        return run

    def runs(self, start: Place, end: Place) -> "list[Element]":
        """Return the runs between two places of one element."""
        if start.element not in self._parts:
            return [holder_of(start.element)]
        starts, parts = self._parts[start.element]
        return [holder_of(part) for part in parts[bisect_left(starts, start.offset) : bisect_left(starts, end.offset)]]

    def _part(self, place: Place, offset: int) -> "Element":
        if place.element not in self._parts:
            return place.element
        starts, parts = self._parts[place.element]
        return parts[max(bisect_right(starts, offset) - 1, 0)]

    def _divide(self, element: "Element", places: list[Place]) -> None:
        """Divide ``element`` at ``places`` if it is a text directly in its run, read one for one."""
        text = element.text or ""
        if (
            local(element.tag) != "t"
            or element.getparent() is not holder_of(element)
            or len(text) != len(places[0].text)
        ):
            return
        starts = sorted({0, *(place.offset for place in places)} - {len(text)})
        parts = [element]
        for start, end in pairwise([*starts, len(text)]):
            part = element if start == 0 else element.makeelement(element.tag, attributes(element))
            part.text = text[start:end]
            if len(starts) > 1:
                part.set(_SPACE, "preserve")
            if start:
                parts[-1].addnext(part)
                parts.append(part)
        self._parts[element] = (starts, parts)

    def _split(self, run: "Element", first: "Element") -> "Element":
        """Move ``first`` and all that follows it in ``run`` to a new run after it, with the same formatting."""
        new = run.makeelement(run.tag, attributes(run))
        if run not in self._properties:
            self._properties[run] = run.find(beside(run, "rPr"))
        properties = self._properties[run]
        if properties is not None:
            copied = deepcopy(properties)
            copied.tail = None
            for revision in copied.iter():
                if beside(run, "id") in revision.attrib:
                    revision.set(beside(run, "id"), str(next(self._ids)))
            new.append(copied)
        moved = [first, *first.itersiblings()]
        run.addnext(new)
        new.extend(moved)
        return new


def attributes(element: "Element") -> dict[str, str]:
    """Return a copy of all attributes of ``element``."""
    return {str(key): str(value) for key, value in element.attrib.items()}
