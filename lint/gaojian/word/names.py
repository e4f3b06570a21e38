"""The names of WordprocessingML, in the namespaces of both editions of the norm (ISO/IEC 29500)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TRANSITIONAL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_RELATIONSHIPS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)


def local(tag: object) -> str:
    """Return ``tag`` without its namespace; "" for a comment or processing instruction, which has none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: "Element | None", name: str) -> "Element | None":
    """Return the first child of ``element`` with the local ``name``; None if there is none."""
    if element is None:
        return None
    # Half the time of find, which thousands of paragraphs feel.
    return next(element.iterchildren(TRANSITIONAL + name, STRICT + name), None)


def value(element: "Element | None", name: str = "val", default: str = "") -> str:
    """Return the attribute ``name`` of ``element``."""
    if element is None:
        return default
    return element.get(TRANSITIONAL + name) or element.get(STRICT + name) or default


def number(element: "Element | None", name: str = "val", default: int = 0) -> int:
    """Return the attribute ``name`` of ``element`` as a number; ``default`` where it is none, or out of all bounds."""
    text = value(element, name)
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default


def is_on(element: "Element | None") -> bool:
    """Return whether a property such as w:vanish is there and not switched off."""
    return element is not None and value(element) not in ("0", "false", "off")


def relationship(element: "Element") -> str:
    """Return the relationship id of ``element``."""
    return element.get(_RELATIONSHIPS[0] + "id") or element.get(_RELATIONSHIPS[1] + "id") or ""
