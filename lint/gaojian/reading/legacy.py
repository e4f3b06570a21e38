"""Old Word and WPS files and RTF: LibreOffice makes .docx of them, where there is one."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from gaojian.diagnostic import Text
from gaojian.reading.content import ENCRYPTED, OLE, ZIP, Content, ReadError, empty_file
from gaojian.reading.whole import whole_file

_WORD, _ROOT = "WordDocument".encode("utf-16-le"), "Root Entry".encode("utf-16-le")
_OLE_HEADER, _SECTOR_SIZE, _DIRECTORY = 512, 30, 48
_HEAD = 4096
_TEXT_FORMATS = (
    ("rtf", re.compile(rb"\s*\{\\rtf")),
    ("xml", re.compile(rb"\s*<.{0,4000}<w:wordDocument", re.DOTALL)),
    (
        "html",
        re.compile(
            rb"\s*<(?:\?xml.{0,200}<)?(?:!doctype html|html|head|meta|body|table|div|p)\b", re.IGNORECASE | re.DOTALL
        ),
    ),
    ("pdf", re.compile(rb"\s*%PDF-")),
    ("mht", re.compile(rb"(?:[\w-]+:.{0,200}\n){0,8}MIME-Version:", re.IGNORECASE)),
)
# Which of them LibreOffice has to read; the others have readers of their own, whatever their files are called.
_CONVERTED = {"doc", "rtf", "xml"}


def read(data: bytes, encoding: str | None) -> Content:
    """Return the text of an old Word, WPS or RTF file, or of what was saved under such a name. Raises ReadError."""
    kind = _kind(data)
    if kind in _CONVERTED:
        result = _convert([(data, kind)])[0]
        if isinstance(result, ReadError):
            raise result
        kind, data = "docx", result
    reader: Callable[[bytes, str | None], Content] = import_module(f"gaojian.reading.{kind}").read
    content = reader(data, encoding)
    if not content.text.strip():
        # Of some damaged files LibreOffice makes empty ones.
        raise _unconverted()
    return content


def convert(files: Sequence[Path]) -> dict[Path, bytes | ReadError]:
    """Return for each of ``files`` bytes that ``read`` takes without LibreOffice, which is started once for all.

    A file that cannot be converted has its error, and the others are converted all the same. What is no file, or is
    too large, is left out: whoever opens it is told.
    """
    results: dict[Path, bytes | ReadError] = {}
    waiting: dict[Path, tuple[bytes, str]] = {}
    for path in files:
        try:
            data = whole_file(path)
            kind = _kind(data)
        except OSError:
            continue
        except ReadError as error:
            results[path] = error
        else:
            results[path] = data
            if kind in _CONVERTED:
                waiting[path] = (data, kind)
    results.update(zip(waiting, _convert(list(waiting.values())), strict=True))
    return results


def _convert(documents: Sequence[tuple[bytes, str]]) -> list[bytes | ReadError]:
    """Return each of ``documents``, given with its kind, as .docx."""
    if not documents:
        return []
    from gaojian.reading._libreoffice import convert_to_docx  # noqa: PLC0415 (dear, and few documents need it)

    try:
        converted = convert_to_docx(documents)
    except ReadError as error:
        return [error] * len(documents)
    return [_unconverted() if data is None else data for data in converted]


def _kind(data: bytes) -> str:
    """Return what ``data`` is, as the module or suffix that stands for it. Raises ReadError."""
    if data.startswith(OLE) and len(data) > _OLE_HEADER:
        # A .docx with a password, which its reader names.
        kind = "docx" if ENCRYPTED in data else "doc"
        if kind == "doc" and not _is_word(data):
            raise _other_kind()
        return kind
    if data.startswith(ZIP):
        return "odt" if b"opendocument" in data[:_HEAD] else "docx"
    kind = next((kind for kind, pattern in _TEXT_FORMATS if pattern.match(data[:_HEAD])), "")
    if kind and kind != "mht":
        return kind
    if not data:
        raise empty_file()
    if kind:
        raise ReadError(
            Text(
                "这是网页归档（MHTML），只是用了 Word 的后缀；请用 Word 打开后另存为 .docx",
                "a web archive (MHTML) under an ending of Word; open it in Word and save it as .docx",
            )
        )
    raise _other_kind()


def _is_word(data: bytes) -> bool:
    """Return whether an OLE file has a directory with the text of Word: LibreOffice takes any other for plain text."""
    sector, directory = data[_SECTOR_SIZE], int.from_bytes(data[_DIRECTORY : _DIRECTORY + 4], "little")
    if sector not in {9, 12}:
        return False
    return data.startswith(_ROOT, (directory + 1) << sector) and _WORD in data


def _other_kind() -> ReadError:
    return ReadError(
        Text(
            "不是 Word、WPS 或 RTF 文件（文件损坏，或只是改了后缀）；纯文本请改用 .txt 后缀",
            "no Word, WPS or RTF file (damaged, or another format under this ending); plain text is to end in .txt",
        )
    )


def _unconverted() -> ReadError:
    return ReadError(
        Text(
            "没有读出文字（可能已损坏、设有打开密码，或本来是空白的）；请用 Word 或 WPS 打开后另存为 .docx",
            "no text could be read (damaged, protected by a password, or blank); save it as .docx in Word or WPS",
        )
    )
