"""The styles of a Word file: what a paragraph takes from the chain of styles it is based on."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from gaojian.record import NamedTuple
from gaojian.word.names import child, is_on, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_HEADING = re.compile(r"heading ([1-9])")
_BODY_TEXT = 9


class Style(NamedTuple):
    """What a style says itself, or with its chain; None where it says nothing. ``outline`` counts from 0, 9 is text."""

    parent: str = ""
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    hidden: bool | None = None


_NOTHING = Style()


class Styles:
    """All styles of a file; a chain that turns back on itself ends where it does."""

    def __init__(self, root: "Element | None") -> None:
        """Read the styles under ``root``, the part styles.xml; None where a file has none."""
        self._styles: dict[str, Style] = {}
        self._resolved: dict[str, Style] = {}
        self.default = ""
        for element in () if root is None else root:
            if local(element.tag) == "style":
                name = value(element, "styleId")
                self._styles[name] = _style(element)
                if value(element, "type") == "paragraph" and value(element, "default") in ("1", "true", "on"):
                    self.default = name

    def resolve(self, name: str) -> Style:
        """Return what the style ``name`` says together with those it is based on."""
        chain: list[str] = []
        names = set()
        while name in self._styles and name not in self._resolved and name not in names:
            chain.append(name)
            names.add(name)
            name = self._styles[name].parent
        result = self._resolved.get(name, _NOTHING)
        # From the base up, so that a style that thousands are based on is looked at once.
        for name in reversed(chain):
            result = self._resolved[name] = _over(self._styles[name], result)
        return result

    @cached_property
    def hide(self) -> bool:
        """Whether there is a style that hides text."""
        return any(style.hidden for style in self._styles.values())

    def paragraph_style(self, name: str) -> str:
        """Return ``name``, or the default style where there is none of that name, as Word does."""
        return name if name in self._styles else self.default


def _over(own: Style, base: Style) -> Style:
    """Return what ``own`` says, and where it says nothing what ``base`` does."""
    return Style(
        own.parent,
        base.outline if own.outline is None else own.outline,
        base.list_id if own.list_id is None else own.list_id,
        base.list_level if own.list_level is None else own.list_level,
        base.hidden if own.hidden is None else own.hidden,
    )


def _style(element: "Element") -> Style:
    properties = child(element, "pPr")
    outline = child(properties, "outlineLvl")
    heading = _HEADING.fullmatch(value(child(element, "name")).lower())
    level = number(outline, default=_BODY_TEXT) if outline is not None else int(heading[1]) - 1 if heading else None
    listing = child(properties, "numPr")
    list_id, list_level = child(listing, "numId"), child(listing, "ilvl")
    vanish = child(child(element, "rPr"), "vanish")
    return Style(
        value(child(element, "basedOn")),
        level,
        None if list_id is None else number(list_id),
        None if list_level is None else number(list_level),
        None if vanish is None else is_on(vanish),
    )
