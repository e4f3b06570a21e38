r"""Bytes to text: byte order mark, declaration, strict UTF-8, and then what Chinese files are else written in.

Nothing is guessed: bytes that no encoding, or more than one, explains are an error that names the cure, and every
encoding is strict, so nothing is lost or replaced. What comes out is what a fix needs to write back:
``(("\ufeff" if bom else "") + text).encode(encoding)`` are the bytes of the file, but for a dozen characters that Big5
has twice (十, 卅 and lines of tables). These take two bytes either way, so ``len(text[:offset].encode(encoding))`` is
the place of ``offset`` in all files, and bytes can be replaced there without a change to others.
"""

import codecs

from gaojian.diagnostic import Text
from gaojian.pattern import Pattern
from gaojian.reading.content import ReadError, not_text
from gaojian.record import NamedTuple
from gaojian.text import LineIndex

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"\x84\x31\x95\x33": "gb18030",
}
_MARKS = tuple(_BYTE_ORDER_MARKS)
# Python's gbk knows no euro sign, and its big5 none of 碁銹裏墻恒粧嫺: the larger set reads all that the smaller does.
_GB18030 = "gb18030 gbk x-gbk gb2312 gb-2312 gb-2312-80 gb2312-80 csgb2312 euc-cn cp936 ms936 windows-936 936"
_LABELS = {
    **dict.fromkeys(_GB18030.split(), "gb18030"),
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(("cp950", "ms950", "windows-950"), "cp950"),
    **dict.fromkeys(("big5hkscs", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("big5", "big-5", "cn-big5", "x-x-big5", "csbig5"), "big5"),
    **dict.fromkeys(("utf-16-le", "utf-16le", "utf-16", "utf16", "unicode", "ucs-2"), "utf-16-le"),
    **dict.fromkeys(("utf-16-be", "utf-16be", "unicodefffe"), "utf-16-be"),
}
SHOWN = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "cp950": "Big5（cp950）",
    "big5hkscs": "Big5（big5hkscs）",
    "big5": "Big5（cp950）",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}
"""Encodings as people know them."""
# What Unicode's table of Big5, and so Python's cp950, puts where everybody else follows ETEN: kana, ① and the like.
_ETEN = Pattern("[\u3041-\u30fe々ЁА-яё①-⑩⑴-⑽]")


class Decoded(NamedTuple):
    """The text without its byte order mark, the name of its encoding as in ENCODINGS, and whether it had a mark."""

    text: str
    encoding: str = "utf-8"
    bom: bool = False


def decode(data: bytes, declared: str | None) -> Decoded:
    """Return the text of ``data``, which is written in ``declared`` if that is a name of a known encoding.

    Names are those of ENCODINGS and those that web pages use, in any case. A byte order mark is stronger than a
    declaration, for no text begins with one by chance; a declaration that is None, or none of the closed set
    (iso-8859-1 in many a web page), leaves the encoding to be found out. Raises ReadError.
    """
    if data.startswith(_MARKS):
        mark = next(mark for mark in _MARKS if data.startswith(mark))
        return Decoded(_strict(data, _BYTE_ORDER_MARKS[mark], len(mark)), _BYTE_ORDER_MARKS[mark], bom=True)
    name = None if declared is None else _LABELS.get(declared.strip().lower().replace("_", "-"))
    if name is not None:
        return _decode_as(data, name)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _detect(data, error.start)
    # Looked for in the bytes, in a third of the time.
    if b"\0" in data:
        return _detect(data, 0)
    return Decoded(text)


def _detect(data: bytes, offset: int) -> Decoded:
    """Return the text of bytes that are not UTF-8 at ``offset``, or that hold NUL."""
    from gaojian.reading.likelihood import judge  # noqa: PLC0415 (most files never need it)

    names, certain = judge(data, offset)
    if certain:
        return _decode_as(data, names[0])
    candidates = [name for name in names if _reads(data, name)]
    if candidates:
        raise _ambiguous(candidates)
    if b"\0" in data:
        raise not_text()
    raise _unknown(data, offset)


def _decode_as(data: bytes, name: str) -> Decoded:
    if name != "big5":
        return Decoded(_strict(data, name), name)
    try:
        text = data.decode("cp950")
    except UnicodeDecodeError:
        return Decoded(_strict(data, "big5hkscs"), "big5hkscs")
    if _ETEN.search(text):
        try:
            return Decoded(_strict(data, "big5hkscs"), "big5hkscs")
        except ReadError:
            pass
    return Decoded(_refuse_binary(text), "cp950")


def _reads(data: bytes, name: str) -> bool:
    try:
        _decode_as(data, name)
    except ReadError:
        return False
    return True


def _strict(data: bytes, name: str, start: int = 0) -> str:
    try:
        return _refuse_binary(data[start:].decode(name) if start else data.decode(name))
    except UnicodeDecodeError as error:
        if b"\0" in data and not name.startswith("utf-16"):
            raise not_text() from error
        raise _undecodable(data, name, start, start + error.start) from error


def _refuse_binary(text: str) -> str:
    if "\0" in text:
        raise not_text()
    return text


def _undecodable(data: bytes, name: str, start: int, offset: int) -> ReadError:
    line = _line(data[start:offset].decode(name))
    shown = SHOWN[name]
    return ReadError(
        Text(
            f"第 {line} 行（第 {offset + 1} 字节）不是 {shown}；"
            "请把文件转存为 UTF-8 编码，或用 --encoding 写明实际的编码",
            f"line {line} (byte {offset + 1}) is not {shown};"
            " save the file as UTF-8, or name its real encoding by --encoding",
        )
    )


def _ambiguous(names: list[str]) -> ReadError:
    candidates = [SHOWN[name] for name in names]
    cure_zh = "请用 --encoding 或 gaojian.toml 的 encoding 指明，或把文件转存为 UTF-8 编码"
    return ReadError(
        Text(
            f"编码不明，可能是 {' 或 '.join(candidates)}；{cure_zh}",
            f"ambiguous encoding, {' or '.join(candidates)}; name it by --encoding or encoding in gaojian.toml,"
            " or save the file as UTF-8",
        )
    )


def _unknown(data: bytes, offset: int) -> ReadError:
    line = _line(data[:offset].decode())
    return ReadError(
        Text(
            f"第 {line} 行（第 {offset + 1} 字节）不是 UTF-8，也认不出是 GB18030、Big5 或 UTF-16；"
            "请把文件转存为 UTF-8 编码",
            f"line {line} (byte {offset + 1}) is not UTF-8, nor recognised as GB18030, Big5 or UTF-16;"
            " save the file as UTF-8",
        )
    )


def _line(text: str) -> int:
    return LineIndex(text).position(len(text)).line
