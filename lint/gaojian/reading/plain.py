"""Plain text and Markdown: bytes in one of few encodings."""

import codecs

from gaojian.diagnostic import Text
from gaojian.reading.content import Content, ReadError, not_text

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, encoding: str | None) -> Content:
    """Return the text of ``data``: UTF-8, with or without byte order mark, or UTF-16 with one. Raises ReadError."""
    del encoding
    mark, name = next(((mark, name) for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(name) if mark else data.decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error.start + len(mark)) from error
    if "\0" in text:
        raise not_text()
    return Content(text, encoding=name, bom=bool(mark))


def _undecodable(data: bytes, offset: int) -> ReadError:
    if b"\0" in data:
        return not_text()
    line = data.count(b"\n", 0, offset) + 1
    return ReadError(
        Text(
            f"第 {line} 行（第 {offset + 1} 字节）不是 UTF-8；请把文件转存为 UTF-8 编码",
            f"line {line} (byte {offset + 1}) is not UTF-8; save the file as UTF-8",
        )
    )
