"""In which script a document is written, and which of its characters are unusual in that script."""

import codecs
from typing import NamedTuple

from gaojian import HIDDEN, Document
from gaojian_checks.language.latin import latin

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
    # Most texts lose nothing in their own script, and to look for the first character lost takes no time.
    if _holds(SIMPLIFIED, beginning):
        return None if _holds(TRADITIONAL, beginning) else SIMPLIFIED
    traditional, simplified = _lost(beginning, SIMPLIFIED), _lost(beginning, TRADITIONAL)
    if 4 * traditional < simplified:
        return SIMPLIFIED
    return TRADITIONAL if 4 * simplified < traditional else None


def _holds(own: Script, text: str) -> bool:
    try:
        text.encode(own.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _lost(text: str, own: Script) -> int:
    return len(text) - _encoded(text, own, len(text.encode("ascii", "ignore")))


def _encoded(text: str, own: Script, ascii_characters: int) -> int:
    """Return how many characters the encoding of ``own`` holds: two bytes each but for those of ASCII."""
    return (len(text.encode(own.encoding, "ignore")) + ascii_characters) // 2


def unusual(document: Document) -> frozenset[str]:
    """Return the characters that the encoding of the document's script does not hold; through ``document.get``.

    To encode is the fastest way to learn that a long text holds none, and to find the few of another.
    """
    prose, own = document.prose, document.get(script) or SIMPLIFIED
    hidden = prose.count(HIDDEN) if HIDDEN in prose else 0
    if _encoded(prose, own, len(document.get(latin).encode("ascii", "ignore"))) == len(prose) - hidden:
        return frozenset()
    found: set[str] = set()

    def collect(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        found.update(error.object[error.start : error.end])
        return "", error.end

    codecs.register_error(_HANDLER, collect)
    # Half of a manual is hidden, and the handler would be called for every character of it.
    prose.replace(HIDDEN, "").encode(own.encoding, _HANDLER)
    return frozenset(found)
