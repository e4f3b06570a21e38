"""Parts of a Word file that may have to be made: the part itself, its content type, and the link to it."""

from itertools import count
from posixpath import basename, dirname, join
from typing import TYPE_CHECKING

from gaojian.diagnostic import Text
from gaojian.reading.content import ReadError, require
from gaojian.word.names import STRICT
from gaojian.word.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LIST = "[Content_Types].xml"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


class LinkedPart:
    """The one part of ``kind`` that the main part links to, or a new one, whose root element is of that name too."""

    def __init__(self, package: Package, kind: str, content_type: str) -> None:
        self._package = package
        self._kind = kind
        self._content_type = content_type
        body = package.parse(package.document)
        self._is_strict = body.tag.startswith(STRICT)
        linked = next((link.target for link in package.links.values() if link.kind == kind), None)
        self._is_linked = linked is not None
        self.name = linked or self._free_name()
        if self.name in package.names:
            self.root = package.parse(self.name)
        else:
            namespace = body.tag[1:].partition("}")[0]
            self.root = new_element(f"{{{namespace}}}{kind}", w=namespace)

    def register(self) -> "dict[str, Element]":
        """Make a new part known to the package and to the main part; return the parts that this changes.

        Raises ReadError where the package has no list of its parts: Word opens no such file.
        """
        changed: dict[str, Element] = {}
        if self.name in self._package.names:
            return changed
        if _LIST not in self._package.names:
            raise ReadError(
                Text(
                    f"文件已损坏（包内没有 {_LIST}）；请用 Word 或 WPS 打开，修复后另存一份",
                    f"damaged (there is no {_LIST} in the package); let Word repair it",
                )
            )
        types = self._package.parse(_LIST)
        if not any(entry.get("PartName") == f"/{self.name}" for entry in types):
            types.append(new_element(f"{_TYPES}Override"))
            types[-1].set("PartName", f"/{self.name}")
            types[-1].set("ContentType", self._content_type)
            changed[_LIST] = types
        if not self._is_linked:
            name, links = self._links()
            used = {link.get("Id") for link in links}
            links.append(new_element(f"{_RELATIONS}Relationship"))
            links[-1].set("Id", next(f"rId{number}" for number in count(1) if f"rId{number}" not in used))
            links[-1].set("Type", f"{_OFFICE_STRICT if self._is_strict else _OFFICE}/{self._kind}")
            links[-1].set("Target", basename(self.name))
            changed[name] = links
        return changed

    def _links(self) -> "tuple[str, Element]":
        document = self._package.document
        name = join(dirname(document), "_rels", f"{basename(document)}.rels")
        if name in self._package.names:
            return name, self._package.parse(name)
        return name, new_element(f"{_RELATIONS}Relationships")

    def _free_name(self) -> str:
        folder = dirname(self._package.document)
        names = (join(folder, f"{self._kind}{number or ''}.xml") for number in count())
        return next(name for name in names if name not in self._package.names)


def new_element(tag: str, **prefixes: str) -> "Element":
    """Return an element without a parent."""
    etree = require("lxml.etree", "docx", "Word")
    element: Element = etree.Element(tag, nsmap=prefixes or None)
    return element


def serialised(root: "Element") -> bytes:
    """Return the part that ``root`` is the root element of."""
    etree = require("lxml.etree", "docx", "Word")
    data: bytes = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
