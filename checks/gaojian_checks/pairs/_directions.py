"""Quotation marks of the wrong direction: ”一把手“, “一把手“, ”一把手”."""

from gaojian import HIDDEN, NamedTuple, Pattern
from gaojian_checks.pairs._marks import Family

_REACH = 200
_LONGEST = 40
_NO_START = frozenset("，。、；：！？）》」』”’】〕,.;:!?) \n\r" + HIDDEN)
_NO_END = frozenset("，、：；（《「『“‘【〔,:;( \n\r" + HIDDEN)
_STOPS = frozenset("。；！？\n\r")
# What stands between two quotations, not in one: “甲”和“乙”.
_JOINT = Pattern("(?:以?及|[和与與或为為是的在]|[等的]?[、，])[^“”‘’「」『』]{0,1}\\Z|[和与與或]?\\Z")


class Reversal(NamedTuple):
    """A quotation with marks of the wrong direction, from its first mark to its last.

    ``opening`` and ``closing`` tell whether that mark is wrong; ``isolated`` that the line holds no other.
    """

    start: int
    end: int
    opening: bool
    closing: bool
    isolated: bool


def reversals(prose: str, family: Family, lone: list[int]) -> tuple[list[Reversal], list[int]]:
    """Return the quotations that the ``lone`` marks belong to if their direction is wrong, and the marks left."""
    found: list[Reversal] = []
    left: list[int] = []
    position = 0
    while position < len(lone):
        pair = lone[position : position + 2]
        read = _read(prose, family, pair[0], pair[1]) if len(pair) == 2 else []
        if read:
            found += read
            position += 2
        else:
            left.append(pair[0])
            position += 1
    return found, left


def misread(prose: str, family: Family, outer: tuple[int, int], inner: tuple[int, int]) -> list[Reversal]:
    """Return the quotations of wrong direction that only look nested: “安全“和”质量”."""
    words = prose[inner[0] + 1 : inner[1]]
    if words and words[0] not in _NO_START and words[-1] not in _NO_END and not _JOINT.match(words):
        return []
    return _read(prose, family, *outer)


def _read(prose: str, family: Family, start: int, end: int) -> list[Reversal]:
    """Return the wrong quotations between the two marks if every other mark there can open and the next one close."""
    if end - start > _REACH or "\n" in prose[start:end]:
        return []
    marks = [at for at in range(start, end + 1) if prose[at] in family.marks]
    if len(marks) % 2:
        return []
    if all(prose[at - 1 : at].isdigit() for at in marks):
        # 6’2”, 24” and 27”: feet and inches.
        return []
    before = prose[max(0, start - _REACH) : start].rpartition("\n")[2]
    after = prose[end + 1 : end + _REACH].partition("\n")[0]
    alone = len(marks) == 2 and not any(mark in before + after for mark in family.marks)
    found = []
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        words = prose[opening + 1 : closing]
        wrong = (prose[opening] in family.closing, prose[closing] in family.opening)
        if not any(wrong):
            continue
        if not _is_quotable(words, *wrong):
            return []
        found.append(Reversal(opening, closing + 1, *wrong, isolated=alone and all(wrong)))
    return found


def _is_quotable(words: str, opening: bool, closing: bool) -> bool:  # noqa: FBT001 (which of the two is wrong)
    """Whether ``words`` can stand between quotation marks of which those told are wrong."""
    if not 0 < len(words) <= _LONGEST or not _STOPS.isdisjoint(words[:-1]) or words.isspace():
        return False
    if (opening and words[0] in _NO_START) or (closing and words[-1] in _NO_END):
        return False
    return _JOINT.match(words) is None
