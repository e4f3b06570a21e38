"""The paired marks, and a quick look whether any of them can be out of order."""

import codecs
import functools
from typing import TYPE_CHECKING

from gaojian import Document, NamedTuple, Pattern

if TYPE_CHECKING:
    from _codecs import _EncodingMap


class Family(NamedTuple):
    """Marks that open and close one another; those of two widths stand at the same place in both strings.

    ``letters`` write the opening marks in a skeleton, their small letters the closing ones. ``inner`` are the marks
    that take the place of these inside them: ‘’ inside “”.
    """

    opening: str
    closing: str
    letters: str
    inner: str = ""

    @property
    def marks(self) -> str:
        """All marks of the family."""
        return self.opening + self.closing


DOUBLE_QUOTES = Family("“", "”", "Q", "‘’")
SINGLE_QUOTES = Family("‘", "’", "S", "“”")
CORNER_QUOTES = Family("「", "」", "C", "『』")
WHITE_CORNER_QUOTES = Family("『", "』", "W", "「」")
TITLE_MARKS = Family("《", "》", "D", "〈〉")
ROUND_BRACKETS = Family("（(", "）)", "RP")
SQUARE_BRACKETS = Family("［[", "］]", "FB")
QUOTES = (DOUBLE_QUOTES, SINGLE_QUOTES, CORNER_QUOTES, WHITE_CORNER_QUOTES)
FAMILIES = (
    *QUOTES,
    TITLE_MARKS,
    Family("〈", "〉", "A"),
    ROUND_BRACKETS,
    SQUARE_BRACKETS,
    Family("〔", "〕", "T"),
    Family("【", "】", "L"),
)
_WRITTEN = [(letter + letter.lower(), family) for family in FAMILIES for letter in family.letters]
_NESTED = tuple(
    (family, Pattern(f"{letter}[^{letter.lower()}\n\r]*{letter}", letter))
    for family in FAMILIES
    if family.inner
    for letter in family.letters
)
# Deeper nesting is looked at mark by mark; this keeps endless opening brackets linear.
_MOST_ROUNDS = 6


class Disorder(NamedTuple):
    """The families with marks that lack a partner in their line, and those with marks inside marks of their own.

    ``lines`` are the numbers, from 0, of the lines in which a mark lacks its partner.
    """

    unpaired: tuple[Family, ...]
    nested: tuple[Family, ...]
    lines: tuple[int, ...]


def disorder(document: Document) -> Disorder:
    """Return which families a closer look is worth; in clean text none. Call it through ``document.get``."""
    skeleton = skeleton_of(document.prose)
    nested = tuple([family for family, pattern in _NESTED if pattern.search(skeleton)])
    left = unsettled(skeleton)
    present = set(left)
    unpaired = tuple(dict.fromkeys([family for pair, family in _WRITTEN if not present.isdisjoint(pair)]))
    lines = left.replace("\r", "\n").split("\n") if unpaired else ()
    return Disorder(unpaired, nested, tuple([number for number, line in enumerate(lines) if line]))


def unsettled(skeleton: str) -> str:
    """Return ``skeleton`` without the pairs that stand in one line, of one width and free of all else."""
    # Most texts have two or three of the kinds.
    present = [pair for pair, _family in _WRITTEN if pair[0] in skeleton and pair[1] in skeleton]
    for _ in range(_MOST_ROUNDS):
        size = len(skeleton)
        for pair in present:
            skeleton = skeleton.replace(pair, "")
        if len(skeleton) == size:
            break
    return skeleton


def skeleton_of(prose: str) -> str:
    """Return the marks of ``prose`` as letters, with its line breaks and nothing else."""
    # An encoding that knows these characters alone takes half the time of a pattern that finds them.
    return codecs.charmap_encode(prose, "ignore", _encoding())[0].decode("latin-1")


@functools.cache
def _encoding() -> "dict[int, int] | _EncodingMap":
    written = {"\n": "\n", "\r": "\r"}
    for family in FAMILIES:
        for opening, closing, letter in zip(family.opening, family.closing, family.letters, strict=True):
            written[letter], written[letter.lower()] = opening, closing
    # U+FFFE stands for nothing.
    return codecs.charmap_build("\0" + "".join(written.get(chr(code), "\ufffe") for code in range(1, 256)))
