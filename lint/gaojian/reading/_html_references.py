"""Character references: &mdash; and &#8212;."""

from html.entities import html5

REFERENCE = r"(?:\#(?:[0-9]++|[xX][0-9A-Fa-f]++);?|[A-Za-z][A-Za-z0-9]{0,31};?)"
"""The source of a pattern for what stands behind the ampersand."""
_LARGEST = 0x10FFFF
_UNKNOWN = "\ufffd"


def resolve(written: str) -> tuple[str, int]:
    """Return what a character reference stands for, "" for nothing, and how much of ``written`` belongs to it."""
    if written[1] == "#":
        return _resolve_number(written[2:].rstrip(";")), len(written)
    for end in range(len(written), 2, -1):
        # &copy without a semicolon is a reference, &copyright is one with letters behind it.
        meant = html5.get(written[1:end])
        if meant is not None:
            return meant, end
    return "&", 1


def _resolve_number(digits: str) -> str:
    hexadecimal = digits[0] in "xX"
    significant = digits.lstrip("xX").lstrip("0")
    if len(significant) > len(str(_LARGEST)):
        return _UNKNOWN
    code = int(significant or "0", 16 if hexadecimal else 10)
    if not code or 0xD800 <= code <= 0xDFFF or code > _LARGEST:
        return _UNKNOWN
    # What Windows wrote for its own characters: &#147; is a quotation mark.
    character = bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0x9F else chr(code)
    return "" if code < 0x20 and character not in "\t\n\f\r" else character
