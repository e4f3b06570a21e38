"""Plain text and Markdown: bytes in one of few encodings."""

from gaojian.reading.content import Content
from gaojian.reading.encoding import decode


def read(data: bytes, encoding: str | None) -> Content:
    """Return the text of ``data`` in ``encoding``; None is found out. Raises ReadError."""
    decoded = decode(data, encoding)
    return Content(decoded.text, encoding=decoded.encoding, bom=decoded.bom)
