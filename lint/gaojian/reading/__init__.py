"""Bytes to Document, one module a format; whatever cannot be read is named, never guessed at."""

import codecs
import os
import stat
from pathlib import Path

from gaojian.diagnostic import Text
from gaojian.document import Document, Kind
from gaojian.errors import GaojianError

MAXIMUM_BYTES = 512 * 1024 * 1024
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = {
    ".doc": "Word",
    ".docx": "Word",
    ".wps": "WPS",
    ".odt": "OpenDocument",
    ".pdf": "PDF",
    ".rtf": "RTF",
    ".htm": "HTML",
    ".html": "HTML",
}


class ReadError(GaojianError):
    """A document that cannot be read; the others still are."""


def read_file(path: Path, shown_path: str, profile: str = "auto") -> Document:
    """Return the document in the file ``path``. Raises ReadError."""
    name = _FORMATS.get(path.suffix.lower())
    if name is not None:
        raise ReadError(
            Text(
                f"这是 {name} 文件，目前只检查纯文本和 Markdown；请另存为 UTF-8 编码的 .txt 或 .md",
                f"a {name} file; plain text and Markdown are checked: save it as .txt or .md in UTF-8",
            )
        )
    try:
        data = _contents(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(
            Text(f"无法读取（{reason}）；请检查权限", f"cannot be read ({reason}); check its permissions")
        ) from error
    return read_bytes(data, shown_path, profile)


def _contents(path: Path) -> bytes:
    """Return the bytes of a regular file. Raises OSError, and ReadError for what is no file or is too large."""
    # Not to wait for the writer of a named pipe. Plain calls: pathlib takes four times as long, for every file.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(Text("不是普通文件，无法检查", "not a regular file, cannot be checked"))
        if status.st_size > MAXIMUM_BYTES:
            raise ReadError(
                Text(
                    f"文件超过 {MAXIMUM_BYTES >> 20} MiB；请拆分后检查",
                    f"larger than {MAXIMUM_BYTES >> 20} MiB; split it",
                )
            )
        data = os.read(descriptor, status.st_size + 1)
        while len(data) < status.st_size and (more := os.read(descriptor, status.st_size + 1 - len(data))):
            data += more
        return data
    finally:
        os.close(descriptor)


def read_bytes(data: bytes, shown_path: str, profile: str = "auto") -> Document:
    """Return the document that ``data`` holds: UTF-8, with or without byte order mark, or UTF-16 with one.

    The suffix of ``shown_path`` decides between Markdown and plain text. Raises ReadError.
    """
    mark, encoding = next(((mark, name) for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding) if mark else data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(_undecodable(data, error.start + len(mark))) from error
    if "\0" in text:
        raise ReadError(_binary())
    kind = Kind.MARKDOWN if shown_path.lower().endswith(_MARKDOWN) else Kind.TEXT
    return Document(shown_path, text, kind, encoding, bool(mark), profile)


def _undecodable(data: bytes, offset: int) -> Text:
    if b"\0" in data:
        return _binary()
    line = data.count(b"\n", 0, offset) + 1
    return Text(
        f"第 {line} 行（第 {offset + 1} 字节）不是 UTF-8；请把文件转存为 UTF-8 编码",
        f"line {line} (byte {offset + 1}) is not UTF-8; save the file as UTF-8",
    )


def _binary() -> Text:
    return Text("不是文本文件，无法检查；请从命令中删去", "not a text file, cannot be checked; leave it out")
