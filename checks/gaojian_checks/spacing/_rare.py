"""Characters that hardly any Chinese text holds, found in one pass for the checks that tell of them."""

from gaojian import Document, Pattern

FULLWIDTH = "０-９Ａ-Ｚａ-ｚ"
VARIANTS = "︰-﹞｡-､"
_INVISIBLE = "\0-\x08\x0b\x0e-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_RARE = Pattern(f"[{_INVISIBLE}{VARIANTS}{FULLWIDTH}]")


def rare_characters(document: Document) -> tuple[int, ...]:
    """Return the offsets of all invisible characters, variants of marks and full-width letters and digits.

    Call it through ``document.get(rare_characters)``.
    """
    return tuple([match.start() for match in _RARE.finditer(document.prose)])
