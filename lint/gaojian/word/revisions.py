"""Tracked changes in a Word file: gaojian's own suggestions, which its author accepts or rejects."""

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.comments import AUTHOR, remove
from gaojian.word.names import local
from gaojian.word.splice import Place, Splicer, attributes, beside, holder_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Where a run may be deleted or inserted; what was moved is best left to those who moved it.
_OPEN = frozenset(("p", "ins", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo"))
_FORMATTING_REVISIONS = ("rPrChange", "ins", "del", "moveFrom", "moveTo")


class Change(NamedTuple):
    """Text that gives way to ``replacement`` within one paragraph: stretches from place to place, in order.

    An insertion has one stretch without length; it goes ``before`` the run there or after the one that ends there.
    """

    stretches: Sequence[tuple[Place, Place]]
    replacement: str
    before: bool = False


def is_possible(change: Change) -> bool:
    """Return whether ``change`` can be tracked where it stands."""
    return change.replacement.isprintable() and all(_is_open(start.element) for start, _ in change.stretches)


def reject_own(root: "Element", kept: Collection[str]) -> bool:
    """Undo the suggestions under ``root`` that nobody decided on; return whether there were any.

    Those that lie in the ranges of the comments ``kept`` stay, as people talk of them there.
    """
    own = list(_own(root, kept))
    for element in own:
        if local(element.tag) == "ins":
            if not any(local(inner.tag) in ("ins", "del") for inner in element.iterdescendants()):
                remove(element)
            continue
        for text in element.iter(beside(element, "delText")):
            text.tag = beside(text, "t")
        for child in list(element):
            element.addprevious(child)
        remove(element)
    return bool(own)


def track(splicer: Splicer, change: Change, date: str, ids: Iterator[int]) -> None:
    """Mark ``change`` as a deletion and an insertion; its places are boundaries of runs that ``splicer`` made."""
    start, end = change.stretches[0]
    if start.offset < end.offset:
        runs = [run for stretch in change.stretches for run in splicer.runs(*stretch)]
        formatting = runs[0]
        for run in dict.fromkeys(runs):
            mark = _wrapper(run, "del", date, ids)
            run.addprevious(mark)
            mark.append(run)
            for text in run.iter(beside(run, "t")):
                text.tag = beside(run, "delText")
    elif change.before:
        mark = formatting = splicer.run_from(start)
    else:
        mark = formatting = splicer.run_until(end)
    if not change.replacement:
        return
    insertion = _wrapper(formatting, "ins", date, ids)
    insertion.append(_run_like(formatting, change.replacement))
    _put(insertion, mark, ids, before=change.before and mark is formatting)


def _is_open(element: "Element") -> bool:
    run = holder_of(element)
    parent = run.getparent()
    if local(run.tag) != "r" or element.getparent() is not run or parent is None or local(parent.tag) not in _OPEN:
        return False
    # An insertion holds runs and no insertion: it is divided, which works for runs directly in it alone.
    above = parent.iterancestors(*(beside(run, name) for name in ("ins", "moveTo", "moveFrom", "p")))
    return local(parent.tag) == "p" or local(next(iter(above), parent).tag) == "p"


def _own(root: "Element", kept: Collection[str]) -> "Iterator[Element]":
    """Yield gaojian's insertions and deletions outside of the ranges of ``kept``."""
    open_ranges: set[str] = set()
    for element in root.iter(*(beside(root, name) for name in ("commentRangeStart", "commentRangeEnd", "ins", "del"))):
        name = local(element.tag)
        if name == "commentRangeStart":
            open_ranges.update({element.get(beside(element, "id"), "")}.intersection(kept))
        elif name == "commentRangeEnd":
            open_ranges.discard(element.get(beside(element, "id"), ""))
        elif element.get(beside(element, "author")) == AUTHOR and _holds_runs(element) and not open_ranges:
            yield element


def _holds_runs(element: "Element") -> bool:
    return any(local(child.tag) == "r" for child in element)


def _wrapper(run: "Element", name: str, date: str, ids: Iterator[int]) -> "Element":
    values = {"id": str(next(ids)), "author": AUTHOR, "date": date}
    return run.makeelement(beside(run, name), {beside(run, key): value for key, value in values.items()})


def _run_like(run: "Element", text: str) -> "Element":
    """Return a new run of ``text`` with the formatting of ``run``."""
    new = run.makeelement(run.tag)
    properties = run.find(beside(run, "rPr"))
    if properties is not None:
        properties = deepcopy(properties)
        properties.tail = None
        for revision in properties.findall("*"):
            if local(revision.tag) in _FORMATTING_REVISIONS:
                properties.remove(revision)
        new.append(properties)
    holder = new.makeelement(beside(run, "t"))
    holder.text = text
    holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    new.append(holder)
    return new


def _put(insertion: "Element", mark: "Element", ids: Iterator[int], *, before: bool) -> None:
    """Put ``insertion`` beside ``mark``; another's insertion around it is divided there."""
    around = mark.getparent()
    if around is None or local(around.tag) != "ins":
        (mark.addprevious if before else mark.addnext)(insertion)
        return
    rest = [mark, *mark.itersiblings()] if before else list(mark.itersiblings())
    first = mark.getprevious() is None
    if before and first:
        around.addprevious(insertion)
        return
    around.addnext(insertion)
    if rest:
        second = around.makeelement(around.tag, {**attributes(around), beside(around, "id"): str(next(ids))})
        second.extend(rest)
        insertion.addnext(second)
