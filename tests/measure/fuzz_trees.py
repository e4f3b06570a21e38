"""Break the structure of an XML part and keep it well-formed, so that broken files get past the parser."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_VALUES = ("", "0", "1", "-1", "99999999999", "true", "off", "gaojian", "begin", "end", "rId1", "x")
_SHARE = st.floats(0, 1, exclude_max=True)
_STEP = st.tuples(_SHARE, _SHARE, st.integers(0, 8), st.sampled_from(_VALUES))
STEPS = st.lists(_STEP, min_size=1, max_size=6)
Step = tuple[float, float, int, str]


def reshaped(data: bytes, steps: Sequence[Step]) -> bytes:
    """Return the XML part ``data`` with elements removed, doubled, moved, renamed, wrapped, or with other values."""
    from lxml import etree  # noqa: PLC0415 (only packages need it)

    root = etree.fromstring(data)
    for first, second, kind, value in steps:
        elements = [element for element in root.iter("*") if element is not root]
        if not elements:
            break
        one, other = (elements[int(share * len(elements))] for share in (first, second))
        _change(one, other, kind, value)
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)


def _change(one: "Element", other: "Element", kind: int, value: str) -> None:
    from copy import deepcopy  # noqa: PLC0415 (as above)

    parent = one.getparent()
    assert parent is not None
    if kind == 0:
        parent.remove(one)
    elif kind == 1:
        one.addnext(deepcopy(one))
    elif kind == 2 and one is not other and one not in other.iterancestors():
        other.append(one)
    elif kind == 3:
        one.tag = other.tag
    elif kind == 4:
        wrapper = one.makeelement(other.tag)
        wrapper.attrib.update(other.attrib)
        one.addprevious(wrapper)
        wrapper.append(one)
    elif kind == 5:
        one.attrib.update(other.attrib)
    elif kind == 6 and one.attrib:
        one.attrib[next(iter(one.attrib))] = value
    elif kind == 7:
        one.text = f"{value}万元，完成XX公里，2025年2月30日"
    elif kind == 8:
        one.tail = value
