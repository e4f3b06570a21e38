"""Which paired marks belong together, and which have no partner: decided once for all checks of the family.

Marks are paired in their line, each kind for itself, the nearest first. What is left over is paired across lines where
the text is wrapped, or where a quotation or a bracket holds whole paragraphs.
"""

from bisect import bisect_right
from collections.abc import Iterable

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.pairs._directions import Reversal, misread, reversals
from gaojian_checks.pairs._lookalikes import intervals, is_apostrophe, is_half_label, is_label, is_lookalike
from gaojian_checks.pairs._marks import (
    FAMILIES,
    QUOTES,
    ROUND_BRACKETS,
    SINGLE_QUOTES,
    SQUARE_BRACKETS,
    Family,
    disorder,
    skeleton_of,
    unsettled,
)
from gaojian_checks.pairs._paragraphs import begins_paragraph, closes_paragraph, continues, lines_of, may_span

# A scan for each mark takes a fraction of the time of one for a class of two or four.
_PATTERNS = {family: tuple([Pattern(rf"\{mark}") for mark in family.marks]) for family in FAMILIES}
_HALF_WIDTH = frozenset("()[]")
_OPENING = "".join(family.opening for family in FAMILIES)
_CLOSING = "".join(family.closing for family in FAMILIES)
# Signs of less and greater that do the work of inner title marks.
_TITLES, _SIGNS = ("《》", "〈〉"), ("<>", "＜＞")
_PENDING = 8
_NEXT_OPENINGS = 8
# （ at the end of a line and 三一） at the start of the next.
_LABEL_NEAR = 12
_LABEL_REACH, _MISMATCH_REACH, _NEST_REACH = 200, 60, 2000


class Pair(NamedTuple):
    """The places of an opening mark and of the mark that closes it."""

    start: int
    end: int


class Pairing(NamedTuple):
    """What is out of order.

    ``lone`` are marks without a partner; ``mismatched`` an opening mark and the closing one of another kind right
    after it, both without a partner; ``reversed`` quotation marks of the wrong direction; ``nested`` pairs directly
    inside a pair of their own kind; ``mixed`` pairs of two widths.
    """

    lone: tuple[int, ...] = ()
    mismatched: tuple[Pair, ...] = ()
    reversed: tuple[Reversal, ...] = ()
    nested: tuple[Pair, ...] = ()
    mixed: tuple[Pair, ...] = ()


def pairing(document: Document) -> Pairing:
    """Return what is out of order in ``document``; call it through ``document.get``."""
    unpaired, nested, numbers = document.get(disorder)
    if not unpaired and not nested:
        return Pairing()
    prose = document.prose.replace("\r", "\n")
    brackets = ROUND_BRACKETS in unpaired or SQUARE_BRACKETS in unpaired
    skipped = frozenset(intervals(prose)) if brackets else frozenset()
    lone: list[int] = []
    wrong: list[Reversal] = []
    inside: list[Pair] = []
    mixed: list[Pair] = []
    troubled = list(lines_of(prose, numbers))
    for family in dict.fromkeys((*unpaired, *nested)):
        # What is in order needs no look, but for quotations that go on, and nests, which are told by the pairs beside.
        everywhere = family in QUOTES or family in nested
        lines = _Lines(prose, family, skipped, [Span(0, len(prose))] if everywhere else troubled)
        mixed += lines.mixed()
        nests, misdirected = _nests(prose, family, lines.pairs) if family in nested else ([], [])
        inside += nests
        wrong += misdirected
        left = _pair_across(prose, family, lines)
        if family in QUOTES:
            left = _without_continued(prose, family, lines.pairs, left)
            misdirected, left = reversals(prose, family, left)
            wrong += misdirected
        lone += left
    lone = [at for at in _first_of_runs(prose, sorted(lone)) if not is_lookalike(document, at)]
    mismatched, lone = _mismatches(prose, lone)
    return Pairing(tuple(lone), tuple(mismatched), tuple(sorted(wrong)), tuple(sorted(inside)), tuple(sorted(mixed)))


class _Lines:
    """The marks of one family paired line by line: ``pairs``, those ``left`` in order; ``labels`` need no partner.

    ``spans`` are those of whole lines, outside which all marks of the family are in order.
    """

    def __init__(self, prose: str, family: Family, skipped: frozenset[int], spans: Iterable[Span]) -> None:
        self.prose, self.family = prose, family
        self.pairs: list[Pair] = []
        self.left: list[int] = []
        self.labels: set[int] = set()
        patterns = _PATTERNS[family]
        places = [match.start() for span in spans for pattern in patterns for match in pattern.finditer(prose, *span)]
        self._pair([at for at in sorted(places) if at not in skipped])

    def _pair(self, places: Iterable[int]) -> None:
        prose, family, previous = self.prose, self.family, 0
        opened: list[int] = []
        for at in places:
            mark = prose[at]
            if family is SINGLE_QUOTES and is_apostrophe(prose, at):
                continue
            if opened and prose.find("\n", previous, at) >= 0:
                self.left += opened
                opened.clear()
            previous = at
            if mark in family.opening:
                opened.append(at)
            elif not opened:
                self._close_nothing(at)
            elif (prose[opened[-1]] in _HALF_WIDTH) == (mark in _HALF_WIDTH) or not is_label(prose, at):
                self.pairs.append(Pair(opened.pop(), at))
        self.left += opened

    def _close_nothing(self, at: int) -> None:
        """Take up a closing mark before which nothing is open: a label, or one whose partner a label has taken."""
        if self.family is not ROUND_BRACKETS:
            self.left.append(at)
        elif is_label(self.prose, at):
            self.left.append(at)
            if not is_half_label(self.prose, at):
                self.labels.add(at)
        elif self.pairs and self._is_in_line(self.pairs[-1].end, at) and is_label(self.prose, self.pairs[-1].end):
            self.pairs[-1] = Pair(self.pairs[-1].start, at)
        else:
            self.left.append(at)

    def _is_in_line(self, start: int, end: int) -> bool:
        return end - start <= _LABEL_REACH and "\n" not in self.prose[start:end]

    def mixed(self) -> list[Pair]:
        """Return the pairs of two widths."""
        if len(self.family.opening) == 1:
            return []
        prose = self.prose
        return [pair for pair in self.pairs if (prose[pair.start] in _HALF_WIDTH) != (prose[pair.end] in _HALF_WIDTH)]


def _nests(prose: str, family: Family, pairs: list[Pair]) -> tuple[list[Pair], list[Reversal]]:
    """Return the pairs directly inside pairs of their own, and the quotations that only look so."""
    found: list[Pair] = []
    wrong: list[Reversal] = []
    around: list[Pair] = []
    for pair in sorted(pairs):
        while around and around[-1].end < pair.start:
            around.pop()
        near = bool(around) and pair.start - around[-1].start <= _NEST_REACH
        if near and not _is_inside_another(prose, family, around[-1].start, pair.start):
            outer = around[0]
            if wrong and wrong[-1].end > outer.start:
                continue
            misdirected = misread(prose, family, outer, pair) if family in QUOTES else []
            wrong += misdirected
            if not misdirected:
                found.append(pair)
        around.append(pair)
    return found, wrong


def _is_inside_another(prose: str, family: Family, start: int, end: int) -> bool:
    """Whether a title or an inner quotation that opens between the two places is still open: “《论“三农”》”."""
    between = prose[start + 1 : end]
    return any(
        between.count(marks[0]) > between.count(marks[1])
        for marks in (family.inner, *(_TITLES if family in QUOTES else _SIGNS))
    )


def _pair_across(prose: str, family: Family, lines: _Lines) -> list[int]:
    """Add to the pairs those that span lines, and return the marks that are left."""
    pending: list[int] = []
    lone: list[int] = []
    for at in lines.left:
        if prose[at] in family.opening:
            pending.append(at)
            continue
        if at in lines.labels and not (
            pending and at - pending[-1] <= _LABEL_NEAR and may_span(prose, pending[-1], at)
        ):
            continue
        for depth in range(1, min(len(pending), _PENDING) + 1):
            if may_span(prose, pending[-depth], at):
                lines.pairs.append(Pair(pending[-depth], at))
                lone += pending[len(pending) - depth + 1 :]
                del pending[-depth:]
                break
        else:
            lone.append(at)
    return sorted(lone + pending)


def _without_continued(prose: str, family: Family, pairs: list[Pair], lone: list[int]) -> list[int]:
    """Return ``lone`` without the marks that open a paragraph of a quotation which goes on in the next one."""
    ends = dict(pairs)
    openings = sorted([*ends, *(at for at in lone if prose[at] in family.opening)])
    continued: set[int] = set()
    for at in reversed(lone):
        if prose[at] in family.closing or not begins_paragraph(prose, at):
            continue
        first = bisect_right(openings, at)
        for following in openings[first : first + _NEXT_OPENINGS]:
            if continues(prose, at, following) and (
                following in continued or (following in ends and closes_paragraph(prose, ends[following]))
            ):
                continued.add(at)
                break
    return [at for at in lone if at not in continued]


def _first_of_runs(prose: str, lone: list[int]) -> list[int]:
    """Return ``lone`` without those that repeat the mark right before them."""
    return [at for before, at in zip([-2, *lone], lone, strict=False) if before != at - 1 or prose[before] != prose[at]]


def _mismatches(prose: str, lone: list[int]) -> tuple[list[Pair], list[int]]:
    """Return opening marks with the closing mark of another kind that follows at once, and the marks left."""
    found: list[Pair] = []
    left: list[int] = []
    for at in lone:
        opened = left[-1] if left else None
        if (
            opened is not None
            and at - opened <= _MISMATCH_REACH
            and prose[opened] in _OPENING
            and prose[at] in _CLOSING
            and not unsettled(skeleton_of(prose[opened + 1 : at]))
        ):
            found.append(Pair(left.pop(), at))
        else:
            left.append(at)
    return found, left
