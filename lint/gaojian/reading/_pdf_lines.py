"""The text lines of a PDF, printed as JSON by a process of its own: a hostile file takes down nothing but this."""

import logging
import math
import sys
from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from gaojian.diagnostic import Text
from gaojian.reading.content import ReadError, require

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

MOST_PAGES = 2000
_MOST_MEMORY = 2 << 30
_MOST_CHARACTERS = 50_000_000
# Fonts that say 一 where they mean ⼀ are common in PDF, and the reader cannot see the difference.
_RADICALS = {code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_UNKNOWN = "(cid:"
# In ems.
_SAME_LINE, _WORD_GAP, _PRINTED_TWICE = 0.5, 0.3, 0.15
Glyph = dict[str, Any]


def main() -> None:
    """Read a PDF from standard input and print its lines, page by page, or why it cannot be read."""
    import json  # noqa: PLC0415 (only this process needs it)

    # pdfminer speaks of every oddity of a font.
    logging.disable(logging.CRITICAL)
    _limit_memory()
    try:
        answer: dict[str, object] = {"pages": _pages(sys.stdin.buffer.read())}
    except ReadError as error:
        answer = {"error": error.text}
    except MemoryError:
        answer = {"error": Text("解压后超出内存限度，为安全起见不读", "unpacks to more than is safe to read")}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (POSIX has it, Windows has not)
    except ImportError:
        return
    # Some systems have the limit and do not let it be set.
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    except (ValueError, OSError):
        return


def _pages(data: bytes) -> list[list[str]]:
    plumber = require("pdfplumber", "pdf", "PDF")
    from io import BytesIO  # noqa: PLC0415 (loaded by now)

    try:
        with plumber.open(BytesIO(data)) as pdf:
            return list(_lines(pdf))
    except (ReadError, MemoryError):
        raise
    except Exception as error:
        # A damaged file breaks pdfminer in any of its modules, with any kind of error.
        raise _unreadable(error) from error


def _lines(pdf: "PDF") -> Iterator[list[str]]:
    if len(pdf.pages) > MOST_PAGES:
        raise ReadError(Text(f"超过 {MOST_PAGES} 页；请拆分后检查", f"more than {MOST_PAGES} pages; split it first"))
    characters = 0
    for page in pdf.pages:
        glyphs = page.chars
        page.close()
        characters += len(glyphs)
        if characters > _MOST_CHARACTERS:
            raise ReadError(Text("文字过多，超出限度；请拆分后检查", "holds more text than the limit; split it first"))
        lines = [_text(line).translate(_RADICALS).strip() for line in _rows(glyphs)]
        yield [line for line in lines if line]


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each line from left to right.

    Lines are told by the feet of their glyphs: pdfplumber goes by their heads, and puts a number of small type behind
    the large type it stands before.
    """
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=itemgetter("bottom")):
        if row and glyph["bottom"] - row[0]["bottom"] > _SAME_LINE * max(glyph["size"], row[0]["size"]):
            yield sorted(row, key=itemgetter("x0"))
            row = []
        row.append(glyph)
    yield sorted(row, key=itemgetter("x0"))


def _text(row: list[Glyph]) -> str:
    pieces: list[str] = []
    start, end = -math.inf, math.inf
    for glyph in row:
        # Bold that is made by printing twice.
        if pieces and glyph["text"] == pieces[-1] and glyph["x0"] - start < _PRINTED_TWICE * glyph["size"]:
            continue
        # Between Han and Latin type stands a quarter of an em that nobody typed.
        if glyph["x0"] - end > _WORD_GAP * glyph["size"] and pieces[-1].strip():
            pieces.append(" ")
        pieces.append(glyph["text"])
        start, end = glyph["x0"], glyph["x1"]
    return "".join(pieces)


def _unreadable(error: Exception) -> ReadError:
    names = {type(cause).__name__ for cause in (error, *error.args, error.__cause__, error.__context__)}
    if "PDFPasswordIncorrect" in names:
        return ReadError(
            Text(
                "PDF 设有打开密码，无法读取；请取消密码后再检查",
                "protected by a password; remove the password, then check again",
            )
        )
    return ReadError(
        Text(
            "PDF 已损坏，无法读取；请从原稿重新导出，或直接检查原稿",
            "a damaged PDF; export it again, or check the document that it was made from",
        )
    )


def is_garbled(text: str) -> bool:
    """Return whether the fonts do not tell which characters they show: one in ten or more cannot be known."""
    unknown = text.count(_UNKNOWN)
    return unknown * 10 > len(text) - unknown * len("(cid:1234)")


if __name__ == "__main__":
    main()
