"""Runs of mask characters, with the digits that cling to them: XX, 20XX, 201X, xx.51, 494xx6."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern
from gaojian_checks.language.clues import clues
from gaojian_checks.language.latin import latin
from gaojian_checks.placeholders._frames import CROSS, FRAME_CHARACTERS, LETTERS, SYMBOLS

_MARKS = LETTERS + CROSS + SYMBOLS
_LATIN_MARKS = "".join([mark for mark in _MARKS if mark <= "\xff"])
_WIDE_MARKS = "".join([mark for mark in _MARKS if mark > "\xff"])
# A Latin word before or after makes the letters part of it: MAX, xls, 8x8px.
_RUNS = {mark: Pattern(rf"[{mark}](?<![A-Za-z].)[{mark}]{{0,40}}(?![A-Za-z])") for mark in _MARKS}
_DIGITS = frozenset("0123456789０１２３４５６７８９.．")
_REACH = 8
_RULER = 30


class Token(NamedTuple):
    """One mask, its digits included; ``mark`` is the character that masks, ``length`` how often it stands."""

    start: int
    end: int
    mark: str
    length: int
    has_digits: bool


def tokens(document: Document) -> list[Token]:
    """Return every run of mask characters that stands beside Chinese text, a unit or a bracket, left to right."""
    prose, latin_text = document.prose, document.get(latin)
    found: list[Token] = []
    # One character alone is scanned for several times as fast as a class of them.
    signs = document.get(clues).signs
    for mark in (*filter(latin_text.__contains__, _LATIN_MARKS), *filter(signs.__contains__, _WIDE_MARKS)):
        found += _tokens_of(prose, _RUNS[mark])
    found.sort()
    return found


def _tokens_of(prose: str, runs: Pattern) -> Iterator[Token]:
    done = 0
    for match in runs.finditer(prose):
        start, end = match.span()
        if start < done or end - start > _RULER:
            continue
        if prose[start] in "*_":
            # Most of these are emphasis: what no unit or noun follows need not be looked at.
            blank = end - start > 2 and prose[max(0, start - 1) : start] in {"：", ":"}
            if not blank and prose[end : end + 2].lstrip(" \u3000")[:1] not in FRAME_CHARACTERS:
                continue
        elif not (_is_beside(prose, end) or _is_after(prose, start)):
            continue
        token = _extend(prose, start, end)
        if token is not None:
            done = token.end
            yield token


def _is_beside(prose: str, end: int) -> bool:
    after = prose[end : end + 2].lstrip(" \u3000")[:1]
    return after > "\u2e80" or after in _DIGITS or (after != "" and after in "%-—–~/〕]")


def _is_after(prose: str, start: int) -> bool:
    before = prose[max(0, start - 2) : start].rstrip(" \u3000")[-1:]
    return "\u2e80" < before < "\ufb00" or before in {"：", ":"}


def _extend(prose: str, start: int, end: int) -> Token | None:
    mark = prose[start]
    left, right = start, end
    while left > max(0, start - _REACH) and prose[left - 1] in _DIGITS:
        left -= 1
    limit = min(len(prose), end + _REACH)
    while right < limit and (prose[right] in _DIGITS or prose[right] == mark):
        right += 1
    while prose[right - 1] in ".．":
        right -= 1
    while prose[left] in ".．":
        left += 1
    if left and prose[left - 1].isascii() and (prose[left - 1].isalnum() or prose[left - 1] in "_/\\@#$=^&"):
        return None
    text = prose[left:right]
    length = text.count(mark)
    return Token(left, right, mark, length, len(text) > length)
