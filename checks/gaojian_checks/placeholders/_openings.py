"""Opening brackets that may begin a remark: one scan for instructions, work markers and review marks alike."""

from gaojian import Document
from gaojian_checks.language.clues import clues

OPENING = "[【〔（("
CLOSING = "]】〕）)"
# The first characters of all remarks that the family knows, and the blanks of a bracket to be filled in: round
# brackets are everywhere, so this must sort them out. Those are found with much else.
_FIRST = frozenset(" \u3000此本该該请請填待建批审審修删刪补補重数數单單点點输輸插在核暂暫TF")


def openings(document: Document) -> tuple[int, ...]:
    """Return the offsets of the brackets, left to right."""
    prose, signs = document.prose, document.get(clues).signs
    found = [at for opening in OPENING for at in signs.get(opening, ()) if prose[at + 1] in _FIRST]
    return tuple(sorted(found))


def closing_after(prose: str, opening: int, reach: int = 40) -> int:
    """Return the offset just behind the partner of the bracket at ``opening``, or -1 if the sentence ends before."""
    partner = CLOSING[OPENING.index(prose[opening])]
    inner = prose[opening + 1 : opening + 1 + reach]
    end = inner.find(partner)
    if end < 0 or any(character in inner[:end] for character in "\r\n。"):
        return -1
    return opening + end + 2
