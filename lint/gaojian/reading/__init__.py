"""Bytes to Document, one module a format; whatever cannot be read is named, never guessed at.

A reader is a module with ``read(data: bytes, encoding: str | None) -> Content``; it raises ReadError. Readers are
imported when the first file of their format is met.
"""

import os
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from gaojian.diagnostic import Text
from gaojian.document import Document, Kind
from gaojian.reading import plain
from gaojian.reading.content import ENCODINGS, Content, ReadError
from gaojian.reading.whole import MAXIMUM_MEBIBYTES, NotRegularError, TooLargeError, whole_file

__all__ = [
    "ENCODINGS",
    "LEGACY_SUFFIXES",
    "SUFFIXES",
    "ReadError",
    "is_plain",
    "read_bytes",
    "read_contents",
    "read_file",
]

_MARKDOWN = (".md", ".markdown")
# The module that reads each format; all that is not listed is read as plain text.
_READERS: dict[str, str] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".odt": "odt",
    ".fodt": "odt",
    ".pdf": "pdf",
    ".doc": "legacy",
    ".wps": "legacy",
    ".rtf": "legacy",
}
SUFFIXES = (".txt", ".text", *_MARKDOWN, *_READERS)
"""The endings by which documents are found in folders."""
LEGACY_SUFFIXES = tuple(suffix for suffix, module in _READERS.items() if module == "legacy")
"""The endings of files that another program has to convert: better many at once."""


class _Reader(Protocol):
    def read(self, data: bytes, encoding: str | None) -> Content: ...


def read_file(path: Path, shown_path: str, profile: str = "auto", encoding: str | None = None) -> Document:
    """Return the document in the file ``path``; ``encoding`` is that of all text files, None to find out.

    The suffix of ``path`` decides its format. Raises ReadError.
    """
    return _document(read_contents(path), path.suffix.lower(), shown_path, profile, encoding)


def read_contents(path: Path) -> bytes:
    """Return the bytes of the file ``path``. Raises ReadError."""
    try:
        return whole_file(path)
    except NotRegularError as error:
        raise ReadError(Text("不是普通文件，无法检查", "not a regular file, cannot be checked")) from error
    except TooLargeError as error:
        size = f"{MAXIMUM_MEBIBYTES} MiB"
        raise ReadError(Text(f"文件超过 {size}；请拆分后检查", f"larger than {size}; split it")) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(
            Text(f"无法读取（{reason}）；请检查权限", f"cannot be read ({reason}); check its permissions")
        ) from error


def is_plain(path: str) -> bool:
    """Return whether the text of a document at ``path`` is that of the file itself, not taken out of a package."""
    return os.path.splitext(path)[1].lower() not in _READERS  # noqa: PTH122 (no path of this system need be meant)


def read_bytes(data: bytes, shown_path: str, profile: str = "auto", encoding: str | None = None) -> Document:
    """Return the document that ``data`` holds; the suffix of ``shown_path`` decides its format. Raises ReadError."""
    suffix = os.path.splitext(shown_path)[1].lower()  # noqa: PTH122 (no path of this system need be meant)
    return _document(data, suffix, shown_path, profile, encoding)


def _document(data: bytes, suffix: str, shown_path: str, profile: str, encoding: str | None) -> Document:
    module = _READERS.get(suffix)
    if module is None:
        content = plain.read(data, encoding)
        kind = Kind.MARKDOWN if suffix in _MARKDOWN else Kind.TEXT
    else:
        content = cast("_Reader", import_module(f"{__name__}.{module}")).read(data, encoding)
        kind = content.kind
    return Document(
        shown_path,
        content.text,
        kind,
        content.encoding,
        content.bom,
        profile,
        content.hidden,
        content.origin,
        content.body,
        content.cells,
    )
