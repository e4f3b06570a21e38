"""Marks by which a service knows a finding again after lines have moved."""

from collections import Counter
from hashlib import sha256

from gaojian.diagnostic import Diagnostic
from gaojian.report.style import Source

_REACH = 40


class Fingerprints:
    """Fingerprints of the diagnostics of one run, asked for in their order; equal ones in a document are numbered."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._path: str | None = None
        self._text: str | None = None
        self._seen: Counter[str] = Counter()

    def of(self, diagnostic: Diagnostic) -> str:
        """Return the fingerprint of ``diagnostic`` with its number among equals, as ``0123456789abcdef:1``."""
        if diagnostic.path != self._path:
            self._path, self._text = diagnostic.path, self._source(diagnostic.path)
            self._seen.clear()
        mark = digest(diagnostic, self._text)
        self._seen[mark] += 1
        return f"{mark}:{self._seen[mark]}"


def digest(diagnostic: Diagnostic, text: str | None) -> str:
    """Return the mark of what was found in ``text``, 16 hexadecimal digits; None where the text cannot be had.

    It is made of the code, the text found and up to 40 characters of its line on either side, white space left out: no
    path, no line number, so it outlives edits elsewhere.
    """
    before = after = ""
    if text is not None:
        start, end = diagnostic.span
        before = text[max(0, start - _REACH) : start].replace("\r", "\n").rpartition("\n")[2]
        after = text[end : end + _REACH].replace("\r", "\n").partition("\n")[0]
    parts = ("".join(part.split()) for part in (diagnostic.code, before, diagnostic.text, after))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
