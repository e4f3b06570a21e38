"""In which script a document is written, and which of its characters are unusual in that script."""

import codecs
from typing import NamedTuple

from gaojian import HIDDEN, Document

# A few lines tell the script.
_BEGINNING = 2000
_HANDLER = "gaojian-collect"


class Script(NamedTuple):
    """A script: the encoding that holds its characters and not those of the other, and the conversion into it."""

    encoding: str
    conversion: str


SIMPLIFIED = Script("gb2312", "t2s")
TRADITIONAL = Script("cp950", "s2t")


def script(document: Document) -> Script | None:
    """Return the script of the beginning of ``document``, None where that does not tell; through ``document.get``."""
    beginning = document.prose[:_BEGINNING].replace(HIDDEN, "")
    traditional, simplified = _lost(beginning, SIMPLIFIED.encoding), _lost(beginning, TRADITIONAL.encoding)
    if 4 * traditional < simplified:
        return SIMPLIFIED
    return TRADITIONAL if 4 * simplified < traditional else None


def _lost(text: str, encoding: str) -> int:
    return len(text) - len(text.encode(encoding, "ignore").decode(encoding))


def unusual(document: Document) -> frozenset[str]:
    """Return the characters that the encoding of the document's script does not hold; through ``document.get``.

    To encode is the fastest way to find the few rare characters of a long text.
    """
    found: set[str] = set()

    def collect(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        found.update(error.object[error.start : error.end])
        return "", error.end

    codecs.register_error(_HANDLER, collect)
    # Half of a manual is hidden, and the handler would be called for every character of it.
    document.prose.replace(HIDDEN, "").encode((document.get(script) or SIMPLIFIED).encoding, _HANDLER)
    return frozenset(found)
