"""Opening brackets that may begin a remark: one scan for instructions, work markers and review marks alike."""

from gaojian import Document, Pattern
from gaojian_checks.language.latin import latin

OPENING = "[【〔（("
CLOSING = "]】〕）)"
# The first characters of all remarks that the family knows, and the blanks of a bracket to be filled in: round
# brackets are everywhere, so this must sort them out.
_FIRST = " \u3000此本该該请請填待建批审審修删刪补補重数數单單点點输輸插在核暂暫TF"
_LATIN = tuple((opening, Pattern(rf"\{opening}(?=[{_FIRST}])")) for opening in "[(")
_WIDE = tuple(Pattern(rf"{opening}(?=[{_FIRST}])", opening) for opening in "【〔（")


def openings(document: Document) -> tuple[int, ...]:
    """Return the offsets of the brackets, left to right."""
    prose, latin_text = document.prose, document.get(latin)
    found = [match.start() for scan in _WIDE for match in scan.finditer(prose)]
    for opening, scan in _LATIN:
        if opening in latin_text:
            found += [match.start() for match in scan.finditer(prose)]
    return tuple(sorted(found))


def closing_after(prose: str, opening: int, reach: int = 40) -> int:
    """Return the offset just behind the partner of the bracket at ``opening``, or -1 if the sentence ends before."""
    partner = CLOSING[OPENING.index(prose[opening])]
    inner = prose[opening + 1 : opening + 1 + reach]
    end = inner.find(partner)
    if end < 0 or any(character in inner[:end] for character in "\r\n。"):
        return -1
    return opening + end + 2
