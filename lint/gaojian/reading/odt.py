"""OpenDocument text (.odt, and .fodt, which is one XML file): a paragraph a line."""

from collections.abc import Iterator

from gaojian.diagnostic import Text
from gaojian.reading._odt_paragraph import Paragraph
from gaojian.reading._odt_text import Gatherer
from gaojian.reading._places import HeadingPath, Places
from gaojian.reading.content import OLE, ZIP, Content, ReadError, body_of, empty_file, require
from gaojian.table import cells_of
from gaojian.word.archive import Archive

_MIME = b"application/vnd.oasis.opendocument."
_CHUNK = 1 << 16


def read(data: bytes, encoding: str | None) -> Content:
    """Return the paragraphs of an OpenDocument text: body, notes, page margins. Raises ReadError.

    Labels of lists are written out, bullets are not. Deleted text, comments, and what is hidden are left out.
    """
    del encoding
    gatherer = Gatherer()
    if data.startswith(ZIP):
        archive = _open(data)
        for name in ("styles.xml", "content.xml"):
            if name in archive.names:
                _parse(archive.read(name), name, gatherer)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        _parse(data, "XML", gatherer)
    else:
        raise _refused(data)
    if not gatherer.is_text:
        raise _other_kind()
    body, others = gatherer.paragraphs()
    pieces = [*_under_headings(body), *((paragraph.text, paragraph.place) for paragraph in others)]
    text = "\n".join([text for text, _ in pieces])
    end = sum([len(text) + 1 for text, _ in pieces[: len(body)]])
    cells = cells_of((paragraph.text, paragraph.slot) for paragraph in (*body, *others))
    return Content(text, origin=Places(pieces), body=body_of(text, end), cells=cells)


def _under_headings(body: list[Paragraph]) -> Iterator[tuple[str, Text | None]]:
    """Yield each text of ``body`` with its place, headings first: “一、总体要求”下，表 2 第 3 行第 1 列."""
    path = HeadingPath()
    for paragraph in body:
        if paragraph.level:
            path.leave(paragraph.level)
        words, under = paragraph.place, path.describe()
        if under:
            words = Text(f"{under.zh}，{words.zh}", f"{under.en}, {words.en}") if words else under
        yield paragraph.text, words
        if paragraph.level:
            path.enter(paragraph.level, paragraph.text)


def _open(data: bytes) -> Archive:
    archive = Archive(data)
    if "content.xml" not in archive.names:
        if "encrypted-package" in archive.names:
            raise _encrypted()
        if "[Content_Types].xml" in archive.names:
            raise ReadError(
                Text(
                    "后缀是 .odt，内容却是 Office 文件；请把后缀改回 .docx",
                    "an Office file under the ending .odt; give it its own ending, .docx",
                )
            )
        raise _other_kind()
    if "mimetype" in archive.names and not archive.read("mimetype").startswith(_MIME + b"text"):
        raise _other_kind()
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise _encrypted()
    return archive


def _parse(data: bytes, name: str, gatherer: Gatherer) -> None:
    etree = require("lxml.etree", "odt", "OpenDocument")
    parser = etree.XMLParser(
        target=gatherer, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ReadError(
            Text(
                f"{name} 已损坏（第 {error.lineno} 行不是完整的 XML）；请用 LibreOffice 打开并修复后另存",
                f"{name} is damaged (no XML at line {error.lineno}); let LibreOffice repair it",
            )
        ) from error


def _refused(data: bytes) -> ReadError:
    if not data:
        return empty_file()
    if data.startswith(OLE):
        return ReadError(
            Text(
                "后缀是 .odt，内容却是旧版 Word 或 WPS 文件；请把后缀改回 .doc 或 .wps",
                "an old Word or WPS file under the ending .odt; give it its own ending, .doc or .wps",
            )
        )
    return _other_kind()


def _other_kind() -> ReadError:
    return ReadError(
        Text(
            "不是 OpenDocument 文字文档（文件损坏，或只是改了后缀）；请用 LibreOffice 打开后另存为 .odt",
            "not an OpenDocument text (damaged, or another format under this ending); save it as .odt in LibreOffice",
        )
    )


def _encrypted() -> ReadError:
    return ReadError(
        Text(
            "文档设有打开密码，无法读取；请在 LibreOffice 中取消密码后再检查",
            "protected by a password; remove the password in LibreOffice, then check again",
        )
    )
