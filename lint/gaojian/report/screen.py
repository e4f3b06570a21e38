"""Text on a terminal: how many cells it takes, and what must never reach it as it is."""

import re
import unicodedata
from functools import lru_cache

from gaojian.diagnostic import Severity
from gaojian.pattern import Pattern

# Controls, among them those of the terminal; characters that reorder or hide their neighbours; line breaks of any kind;
# surrogates, which no encoding takes.
_UNSAFE = Pattern(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def visible(text: str) -> str:
    r"""Return ``text`` with every unsafe character spelled out, as ``\n``, ``\x1b`` or ``\u202e``: always one line."""
    return _UNSAFE.compiled.sub(_spell, text)


def _spell(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")


def cells(text: str, ambiguous: int = 1) -> int:
    """Return how many cells of a terminal ``text`` takes; it holds no unsafe characters."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character, ambiguous) for character in text)


@lru_cache(maxsize=4096)
def _cells_of(character: str, ambiguous: int) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    width = unicodedata.east_asian_width(character)
    return 2 if width in "WF" else ambiguous if width == "A" else 1


def pad(text: str, width: int, ambiguous: int = 1) -> str:
    """Return ``text`` with spaces after it up to ``width`` cells."""
    return text + " " * (width - cells(text, ambiguous))


def paint(text: str, severity: Severity, *, color: bool) -> str:
    """Return ``text`` in the colour of ``severity``, or as it is."""
    return f"\x1b[{_COLORS[severity]}m{text}\x1b[0m" if color else text
