"""Automatic numbers: what Word draws before a paragraph, counted as Word counts."""

import re
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.counting import count
from gaojian.word.names import child, is_on, local, number, value
from gaojian.word.styles import Styles
from gaojian.word.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEVELS = 9
# No sign is as long; without a bound, each of many paragraphs could draw a long one again.
_LONGEST = 100
_PLACE = re.compile(r"%([1-9])")
# After these a gap is seen as part of the sign; after others it is a space.
_CLOSED = "、，。：；）】〕》．"


class _Level(NamedTuple):
    """One level of a list. ``restart`` is the level, from 1, that makes it count anew; 0 for none, -1 for any."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int = -1
    gap: bool = True
    style: str = ""
    legal: bool = False


class _List(NamedTuple):
    """A w:num: its levels, the levels it starts anew, and the name under which it counts."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """All lists of a file. Paragraphs must be asked for in the order of the text, as each counts."""

    def __init__(self, root: "Element | None", styles: Styles) -> None:
        """Read the lists under ``root``, the part numbering.xml; None where a file has none."""
        self._styles = styles
        self._abstracts: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[int, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[int] = set()
        elements = [] if root is None else list(root)
        for element in elements:
            if local(element.tag) == "abstractNum":
                name = value(element, "abstractNumId")
                self._abstracts[name] = _levels(element)
                self._links[name] = value(child(element, "numStyleLink"))
        numbers = [element for element in elements if local(element.tag) == "num"]
        abstracts = {number(element, "numId"): value(child(element, "abstractNumId")) for element in numbers}
        for element in numbers:
            own = number(element, "numId")
            # The levels of a list that a style stands for are those of the list that the style names.
            link = self._links.get(abstracts[own])
            named = abstracts.get(styles.resolve(link).list_id or 0) if link else None
            self._lists[own] = self._list(element, named or abstracts[own])

    def restart(self) -> None:
        """Forget all counts, as each story has its own."""
        self._counts.clear()
        self._begun.clear()

    def number(self, properties: "Element | None", style_name: str) -> str:
        """Return what is drawn before a paragraph, the gap included; "" for one that is in no list."""
        style = self._styles.resolve(style_name)
        own = child(properties, "numPr")
        own_id, own_level = child(own, "numId"), child(own, "ilvl")
        list_id = (style.list_id or 0) if own_id is None else number(own_id)
        found = self._lists.get(list_id)
        if found is None:
            return ""
        if own_level is not None:
            level = number(own_level)
        else:
            linked = [index for index, one in found.levels.items() if one.style and one.style == style_name]
            level = linked[0] if linked else style.list_level or 0
        return self._draw(list_id, found, level) if level in found.levels else ""

    def _list(self, element: "Element", name: str) -> _List:
        levels = dict(self._abstracts.get(name, {}))
        starts = {}
        for override in element:
            if local(override.tag) != "lvlOverride":
                continue
            index = number(override, "ilvl")
            if not 0 <= index < _LEVELS:
                continue
            start, level = child(override, "startOverride"), child(override, "lvl")
            if level is not None:
                levels[index] = _level(level)
            if start is not None:
                starts[index] = number(start)
        return _List(name, levels, starts)

    def _draw(self, list_id: int, found: _List, level: int) -> str:
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for index, start in found.starts.items():
                counts[index] = start - 1
        one = found.levels[level]
        before = counts[level]
        counts[level] = one.start if before is None else before + 1
        for higher in range(level):
            if counts[higher] is None and higher in found.levels:
                # A level that was passed over counts as used: 1.1 may come first, and 2 follows.
                counts[higher] = found.levels[higher].start
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else -1
            if restart < 0 or level < restart:
                counts[deeper] = None
        text = _PLACE.sub(lambda match: _place(found, counts, int(match[1]) - 1, legal=one.legal), one.text)[:_LONGEST]
        if not text:
            return ""
        return text + " " if one.gap and text[-1] not in _CLOSED else text


def _place(found: _List, counts: list[int | None], index: int, *, legal: bool) -> str:
    level = found.levels.get(index)
    if level is None or level.format == "none":
        return ""
    known = counts[index]
    return count(level.start if known is None else known, "decimal" if legal else level.format)


def _levels(element: "Element") -> dict[int, _Level]:
    levels = {number(level, "ilvl"): _level(level) for level in element if local(level.tag) == "lvl"}
    return {index: level for index, level in levels.items() if 0 <= index < _LEVELS}


def _level(element: "Element") -> _Level:
    # Newer formats stand in a choice beside one that older programs know.
    formats = [value(one) for one in element.iter("{*}numFmt")]
    form = next((name for name in formats if name != "custom"), "decimal")
    text = value(child(element, "lvlText"))[:_LONGEST]
    start, restart = child(element, "start"), child(element, "lvlRestart")
    if form == "bullet":
        text = _bullet(text, child(child(element, "rPr"), "rFonts"))
    return _Level(
        number(start, default=1) if start is not None else 0,
        form,
        text,
        number(restart, default=-1) if restart is not None else -1,
        value(child(element, "suff")) != "nothing",
        value(child(element, "pStyle")),
        is_on(child(element, "isLgl")),
    )


def _bullet(text: str, fonts: "Element | None") -> str:
    sign = text[:1]
    if "\ue000" <= sign <= "\uf8ff":
        sign = symbol(ord(sign), value(fonts, "ascii") or value(fonts, "hAnsi"))
    return sign if sign.isprintable() and sign != "\ufffc" else "•"
