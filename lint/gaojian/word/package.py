"""The zip package of a Word file: its parts, read within bounds and written back beside untouched ones."""

from collections.abc import Collection, Mapping
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from gaojian.diagnostic import Text
from gaojian.reading.content import ENCRYPTED, OLE, ReadError, empty_file, require
from gaojian.record import NamedTuple
from gaojian.word.archive import Archive
from gaojian.word.names import local

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What Word and WPS write beside a document that is open: the user's name, twice.
_LOCK_BYTES, _LONGEST_NAME = 162, 53
# Two million characters in three fonts have as many; each takes 200 bytes and more of memory.
_MOST_TAGS = 2_000_000
_TOO_DEEP = ("depth", "Depth")


class Relation(NamedTuple):
    """A link from one part to another: ``kind`` is the last word of its type, such as header or footnotes."""

    kind: str
    target: str


class Package:
    """The parts of a .docx, .docm or .dotx, all of them bounded in size before any is unpacked.

    ``document`` is the name of the main part, in nearly all files word/document.xml.
    """

    def __init__(self, data: bytes) -> None:
        """Open the package in ``data``. Raises ReadError for what is no Word file, or is not safe to open."""
        _refuse(data)
        self._archive = Archive(data)
        self._trees: dict[str, Element] = {}
        main = next(
            (relation.target for relation in self.relations("").values() if relation.kind == "officeDocument"), ""
        )
        self.document = main if main in self._archive.names else "word/document.xml"
        if self.document not in self._archive.names or local(self.parse(self.document).tag) != "document":
            raise ReadError(
                Text(
                    "不是 Word 文档（包内没有正文）；请用 Word 或 WPS 打开后另存为 .docx",
                    "not a Word document (there is no text in the package); open it in Word and save it as .docx",
                )
            )

    @property
    def names(self) -> Collection[str]:
        """The names of all parts, in the order of the file."""
        return self._archive.names

    def read(self, name: str) -> bytes:
        """Return the bytes of the part ``name``. Raises ReadError if it is damaged, and KeyError if there is none."""
        return self._archive.read(name)

    def parse(self, name: str) -> "Element":
        """Return the root element of the part ``name``, the same one each time. Raises ReadError."""
        if name not in self._trees:
            self._trees[name] = _parse(self.read(name), name)
        return self._trees[name]

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what ``part`` ("" is the package itself) links to inside the package, by relationship id."""
        folder = dirname(part)
        name = join(folder, "_rels", part[len(folder) :].lstrip("/") + ".rels")
        if name not in self._archive.names:
            return {}
        return {
            link.get("Id", ""): Relation(
                link.get("Type", "").rpartition("/")[2], normpath(join("/", folder, link.get("Target", ""))).lstrip("/")
            )
            for link in self.parse(name)
            if link.get("TargetMode") != "External"
        }

    @cached_property
    def links(self) -> dict[str, Relation]:
        """The relations of the main part."""
        return self.relations(self.document)

    def linked(self, kind: str) -> str | None:
        """Return the name of the one part of ``kind`` (styles, numbering, footnotes) the main part links to."""
        names = [link.target for link in self.links.values() if link.kind == kind]
        return next((name for name in names if name in self._archive.names), None)

    def rewritten(self, changes: Mapping[str, bytes]) -> bytes:
        """Return the package with ``changes``: other parts stay as they are to the byte, new ones come last."""
        return self._archive.rewritten(changes)


def _refuse(data: bytes) -> None:
    if not data:
        raise empty_file()
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise ReadError(
                Text(
                    "文档设有打开密码，无法读取；请在 Word 或 WPS 中取消密码后再检查",
                    "protected by a password; remove the password in Word, then check again",
                )
            )
        raise ReadError(
            Text(
                "这是旧版格式（.doc 或 .wps），只是改了后缀；请用 Word 或 WPS 另存为 .docx",
                "an old .doc or .wps file under another ending; save it as .docx in Word",
            )
        )
    if len(data) == _LOCK_BYTES and data[0] <= _LONGEST_NAME:
        raise ReadError(
            Text(
                "这是 Word 打开文档时留下的临时文件（~$ 开头），不是文稿；请从命令中删去",
                "the owner file that Word keeps beside an open document (~$...), not a document; leave it out",
            )
        )
    if b"PK\x05\x06" not in data:
        raise ReadError(
            Text(
                "不是完整的 Word 文档（文件损坏，或只是改了后缀）；请用 Word 或 WPS 打开后另存为 .docx",
                "not a whole Word document (damaged, or another format under this ending); open it in Word and save it"
                " as .docx",
            )
        )


def _parse(data: bytes, name: str) -> "Element":
    if data.count(b"<") > _MOST_TAGS:
        raise ReadError(
            Text(
                f"{name} 中的标记超过 {_MOST_TAGS // 10_000} 万个，超出限度，不予读取；请拆分后检查",
                f"{name} holds more than {_MOST_TAGS:,} tags, which is over the limit: not read; split the document",
            )
        )
    etree = require("lxml.etree", "docx", "Word")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(word in str(error) for word in _TOO_DEEP):
            raise ReadError(
                Text(
                    f"{name} 的表格或元素嵌套过深，无法读取；请把文档内容复制到新文档后再检查",
                    f"{name} is nested too deep; copy what it holds into a new document",
                )
            ) from error
        raise ReadError(
            Text(
                f"{name} 已损坏（第 {error.lineno} 行第 {error.offset} 列不是完整的 XML）；请用 Word 打开并修复后另存",
                f"{name} is damaged (no XML at line {error.lineno}, column {error.offset}); let Word repair it",
            )
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            Text(
                f"{name} 含有 DTD 声明，Word 文档中不应出现，为安全起见不予读取；请用 Word 打开后另存为 .docx",
                f"{name} declares a DTD, which no Word document has: not read, for safety; save it anew in Word",
            )
        )
    return root
