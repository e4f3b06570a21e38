"""What a reader gives, and what it raises."""

from importlib import import_module
from types import ModuleType

from gaojian.diagnostic import Text
from gaojian.document import Kind
from gaojian.errors import GaojianError
from gaojian.origin import Origin
from gaojian.record import NamedTuple
from gaojian.table import Cell
from gaojian.text import Span

ENCODINGS = ("auto", "utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
"""What a configuration may declare; "auto" finds out for each file."""


# What files begin with, whatever they are called: old Office files and encrypted new ones; all packages.
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"


class ReadError(GaojianError):
    """A document that cannot be read; the others still are."""


class Content(NamedTuple):
    """What was read: see the fields of Document that go by the same names."""

    text: str
    kind: Kind = Kind.TEXT
    encoding: str = "utf-8"
    bom: bool = False
    hidden: tuple[Span, ...] = ()
    origin: Origin | None = None
    body: Span | None = None
    cells: tuple[Cell, ...] = ()


def body_of(text: str, end: int) -> Span | None:
    """Return the span of the body of ``text``, which ends at ``end``; None where nothing follows it, or it is blank."""
    return Span(0, end) if end < len(text) and text[:end].strip() else None


def require(module: str, extra: str, what: str) -> ModuleType:
    """Return ``module``, which comes with ``extra``; ``what`` is the kind of file it reads. Raises ReadError."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise ReadError(
            Text(
                f"读取 {what} 文件需要先运行：python -m pip install 'gaojian[{extra}]'",
                f"reading {what} files needs: python -m pip install 'gaojian[{extra}]'",
            )
        ) from error


def empty_file() -> ReadError:
    """Return the error for a file of a format that no empty file can have."""
    return ReadError(Text("文件是空的（0 字节）；请检查是否保存成功", "the file is empty (0 bytes); was it saved?"))


def not_text() -> ReadError:
    """Return the error for bytes that are no text in any encoding."""
    return ReadError(Text("不是文本文件，无法检查；请从命令中删去", "not a text file, cannot be checked; leave it out"))
