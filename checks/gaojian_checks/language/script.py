"""In which script a document is written, and which of its characters are unusual in that script."""

import codecs

from gaojian import HIDDEN, Document, NamedTuple

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
    beginning = _without_hidden(document.prose[:_BEGINNING])
    # Most texts lose nothing in their own script, and to look for the first character lost takes no time.
    is_traditional = _holds(TRADITIONAL, beginning)
    if document.get(simplified_until) >= len(beginning):
        return None if is_traditional else SIMPLIFIED
    if is_traditional:
        return TRADITIONAL
    traditional, simplified = _lost(beginning, SIMPLIFIED), _lost(beginning, TRADITIONAL)
    if 4 * traditional < simplified:
        return SIMPLIFIED
    return TRADITIONAL if 4 * simplified < traditional else None


def simplified_until(document: Document) -> int:
    """Return the place of the first character that the encoding of Simplified text does not hold, or the end.

    Call it through ``document.get``. One look at the whole prose answers both for the script and for what is unusual in
    it, and is cut short in a text of another script.
    """
    prose = _without_hidden(document.prose)
    try:
        prose.encode(SIMPLIFIED.encoding)
    except UnicodeEncodeError as error:
        return error.start
    return len(prose)


def unusual(document: Document) -> frozenset[str]:
    """Return the characters that the encoding of the document's script does not hold; through ``document.get``.

    To encode is the fastest way to learn that a long text holds none, and to find the few of another.
    """
    prose, own = document.prose, document.get(script) or SIMPLIFIED
    start = document.get(simplified_until) if own is SIMPLIFIED else 0
    if start == len(prose):
        return frozenset()
    found: set[str] = set()

    def collect(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        found.update(error.object[error.start : error.end])
        return "", error.end

    codecs.register_error(_HANDLER, collect)
    _without_hidden(prose[start:]).encode(own.encoding, _HANDLER)
    return frozenset(found)


def _without_hidden(text: str) -> str:
    """Return ``text`` of the same length with blanks, which every encoding holds, for what is hidden in it."""
    # Half of a manual is hidden, and would be taken for so many characters of another script.
    return text.replace(HIDDEN, " ")


def _holds(own: Script, text: str) -> bool:
    try:
        text.encode(own.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _lost(text: str, own: Script) -> int:
    """Return how many characters the encoding does not hold: those it holds take two bytes each but for ASCII."""
    return len(text) - (len(text.encode(own.encoding, "ignore")) + len(text.encode("ascii", "ignore"))) // 2
