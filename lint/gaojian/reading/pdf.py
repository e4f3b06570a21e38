"""PDF: a text line a line, as paragraphs are lost. Page headers, footers and page numbers stay."""

import os
import sys
from pathlib import Path

import gaojian
from gaojian.diagnostic import Text
from gaojian.document import Kind
from gaojian.reading._pdf_lines import is_garbled
from gaojian.reading._places import Places
from gaojian.reading.content import Content, ReadError, empty_file

_SECONDS = 300
_START = b"%PDF-"
# Readers of PDF accept what stands before the start within so many bytes.
_REACH = 1024


def read(data: bytes, encoding: str | None) -> Content:
    """Return the lines of a PDF of at most 2000 pages that is read within 300 seconds. Raises ReadError."""
    del encoding
    if not data:
        raise empty_file()
    if _START not in data[:_REACH]:
        raise ReadError(
            Text(
                "不是 PDF 文件（文件损坏，或只是改了后缀）；请检查原稿",
                "not a PDF (damaged, or another format under this ending); check the document it was made from",
            )
        )
    pages = _pages(data)
    pieces = [
        (line, _place(page, number)) for page, lines in enumerate(pages, 1) for number, line in enumerate(lines, 1)
    ]
    text = "\n".join([line for line, _ in pieces])
    if not text:
        raise ReadError(
            Text(
                "PDF 里没有文字（多半是扫描件）；请先做文字识别（OCR），或直接检查原稿",
                "a PDF without text, most likely scanned; run OCR first, or check the document it was made from",
            )
        )
    if is_garbled(text):
        raise ReadError(
            Text(
                "PDF 的字体没有注明字符编码，读出的是乱码；请从原稿重新导出，或直接检查原稿",
                "the fonts of this PDF do not tell their characters; export it again, or check the original document",
            )
        )
    return Content(text, Kind.LINES, origin=Places(pieces))


def _place(page: int, line: int) -> Text:
    return Text(f"第 {page} 页第 {line} 行", f"page {page}, line {line}")


def _pages(data: bytes) -> list[list[str]]:
    """Return the lines of all pages, read by a process of its own whose time and memory are limited."""
    import json  # noqa: PLC0415 (only PDF files need it)
    import subprocess  # noqa: PLC0415 (as above)

    command = [sys.executable, "-P", "-m", "gaojian.reading._pdf_lines"]
    home = str(Path(gaojian.__file__).parent.parent)
    try:
        process = subprocess.run(  # noqa: S603 (this very Python, and a module of ours)
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": home},
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            Text(
                f"{_SECONDS} 秒内没有读完；请拆分后检查，或直接检查原稿",
                f"not read within {_SECONDS} seconds; split it, or check the document it was made from",
            )
        ) from error
    try:
        answer = json.loads(process.stdout)
    except ValueError as error:
        raise ReadError(
            Text(
                "读取 PDF 的进程意外中止；请从原稿重新导出，或直接检查原稿",
                "the process that reads the PDF broke off; export it again, or check the original document",
            )
        ) from error
    if "error" in answer:
        raise ReadError(Text(*answer["error"]))
    pages: list[list[str]] = answer["pages"]
    return pages
