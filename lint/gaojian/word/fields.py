"""Fields of the main part: what they show is made anew, and comments and changes in it are lost then."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.names import local, value
from gaojian.word.splice import beside

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What this shows is what somebody wrote.
_KEPT = "HYPERLINK"
_LONGEST = 50
_TABLES = frozenset(("TOC", "TOA", "INDEX", "BIBLIOGRAPHY"))


class Field(NamedTuple):
    """A field from the mark ``first`` to the mark ``last``; a table of contents and the like runs over paragraphs."""

    first: "Element"
    last: "Element"
    is_table: bool = False

    @property
    def begin(self) -> "Element":
        """The run, or the whole field, that a range begins before."""
        return _holder(self.first)

    @property
    def end(self) -> "Element":
        """The run, or the whole field, that a range ends behind."""
        return _holder(self.last)


@dataclass
class _Open:
    """A field whose end was not met yet, from the run ``start`` on."""

    start: int
    mark: "Element"
    code: str = ""
    is_code: bool = True


class Fields:
    """The outermost field of each run; one without an end, or over paragraphs and no table, is none."""

    def __init__(self, root: "Element") -> None:
        self._simple = beside(root, "fldSimple")
        self._fields: dict[Element, Field] = {}
        if next(root.iter(beside(root, "fldChar")), None) is not None:
            self._find(list(root.iter(beside(root, "r"))))

    def of(self, run: "Element") -> Field | None:
        """Return the field that shows what ``run`` holds."""
        for simple in run.iterancestors(self._simple):
            if _name(value(simple, "instr")) != _KEPT:
                return Field(simple, simple)
        return self._fields.get(run)

    def _find(self, runs: "list[Element]") -> None:
        opened: list[_Open] = []
        found: list[tuple[int, int, Field]] = []
        for number, run in enumerate(runs):
            for mark in run:
                ended = _turn(opened, number, mark)
                if ended is None:
                    continue
                start, whole = ended
                # What stands within it was found first.
                while found and found[-1][0] >= start:
                    found.pop()
                found.append((start, number, whole))
        for start, end, field in found:
            self._fields.update(dict.fromkeys(runs[start : end + 1], field))


def _turn(opened: list[_Open], number: int, mark: "Element") -> tuple[int, Field] | None:
    """Follow ``mark``, in the run ``number``; return the field that ends with it, and the run in which it begins."""
    kind = local(mark.tag)
    turn = value(mark, "fldCharType") if kind == "fldChar" else ""
    if turn == "begin":
        opened.append(_Open(number, mark))
    elif not opened:
        return None
    elif turn == "end":
        one = opened.pop()
        name = _name(one.code)
        is_table = name in _TABLES
        if name != _KEPT and (is_table or _paragraph(one.mark) is _paragraph(mark)):
            return one.start, Field(one.mark, mark, is_table)
    elif turn == "separate":
        opened[-1].is_code = False
    elif kind == "instrText" and opened[-1].is_code:
        opened[-1].code = f"{opened[-1].code}{mark.text or ''}".lstrip()[:_LONGEST]
    return None


def _name(code: str) -> str:
    return code.split(maxsplit=1)[0].upper() if code.strip() else ""


def _paragraph(element: "Element") -> "Element | None":
    return next(element.iterancestors(beside(element, "p")), None)


def _holder(mark: "Element") -> "Element":
    run = mark.getparent()
    return mark if run is None or local(run.tag) != "r" else run
