"""Opening brackets that may begin a remark: one scan for instructions, work markers and review marks alike."""

from gaojian import Document, Pattern
from gaojian_checks.language.latin import latin

OPENING = "[【〔（("
CLOSING = "]】〕）)"
# The first characters of all remarks that the family knows, and the blanks of a bracket to be filled in: round
# brackets are everywhere, so this must sort them out.
_FIRST = " \u3000此本该該请請填待建批审審修删刪补補重数數单單点點输輸插在核暂暫TF"
_SCANS = tuple((opening, Pattern(rf"\{opening}(?=[{_FIRST}])", opening)) for opening in OPENING)


def openings(document: Document) -> tuple[int, ...]:
    """Return the offsets of the brackets, left to right."""
    prose, ascii_text = document.prose, document.get(latin)
    scans = [scan for opening, scan in _SCANS if opening in ascii_text or not opening.isascii()]
    return tuple(sorted(match.start() for scan in scans for match in scan.finditer(prose)))


def closing_after(prose: str, opening: int, reach: int = 40) -> int:
    """Return the offset just behind the partner of the bracket at ``opening``, or -1 if the sentence ends before."""
    partner = CLOSING[OPENING.index(prose[opening])]
    inner = prose[opening + 1 : opening + 1 + reach]
    end = inner.find(partner)
    if end < 0 or any(character in inner[:end] for character in "\r\n。"):
        return -1
    return opening + end + 2
