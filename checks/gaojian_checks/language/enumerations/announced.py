"""Counts that announce a list: 三项工作：一是……, 以下四个方面：⏎（一）……, with the list that follows."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.enumerations.numbered import Counted, introductions, told_lists, written_list
from gaojian_checks.language.numerals import value

_MEASURE = (
    r"(?:[个個](?![月人百国國]|小[时時]|工作日)|项|項|条(?![例约线])|條(?![例約線])|点(?![零一二三四五六七八九十0-9])|點|件|种|種"
    r"|类|類|步(?=走|进行|实施|推进|完成|来|[：:。，]|$)|大(?!队|型|部)|方面|手(?=抓)|句话|环节|层面)"
)
# One class at its head, and what may not stand before it second: that is how the library scans fast.
_COUNT = Pattern(
    r"(?P<count>(?P<number>[二两兩三四五六七八九十1１2-9２-９]"
    r"(?<![第0-9０-９.．%％一二三四五六七八九十百千万亿两兩几幾数數多余餘近约約前后後头頭上每该該各另至到超逾达達年月中零〇“‘「"
    r"—–~～\-/].)(?:(?<=十)[一二三四五六]?|(?<=1)0|(?<=[1１])[2-9２-９]|(?<![十1１])))"
    rf"{_MEASURE})"
)
_NOUN = Pattern(r"(?P<noun>[\u4e00-\u9fffA-Za-z“”‘’《》「」]{0,16})$")
# What ends in a full stop announces only where it says so, or says nothing else: 有三个方面。
_SHORT = 5
_TELLING = Pattern("以下|如下|下列")
_INEXACT_BEFORE = Pattern("(?:[上前]述|其中|任[意何选選]|[至最][少多]|不[少低]于|等)$")
_INEXACT_AFTER = Pattern("以[上下内內外]|左右|不等|[之其]外")
_LONGEST_WORD = 4
_REACH = 80
_LONGEST = 22
_BLANKS = " \t\r\u3000*#>"
_MARKS = "：:。，,；;"
_SENTENCE_ENDS = "。；;！？\n"
_CLAUSE_ENDS = "，,：:"


class Announcement(NamedTuple):
    """A count right before a list: ``span`` is that of 三项, ``number`` what it says, ``listed`` the list.

    ``others`` are the counts that the same sentence says before.
    """

    span: Span
    number: int
    listed: Counted
    others: tuple[int, ...]

    @property
    def holds(self) -> bool:
        """Whether the list may have as many items as announced, or as many as another count of the sentence."""
        return any(self.listed.may_be(number) for number in (self.number, *self.others))


def announcements(document: Document) -> tuple[Announcement, ...]:
    """Return the counts before lists whose numbers are in order; call it through ``document.get``."""
    return tuple(sorted(_announcements(document)))


def _announcements(document: Document) -> Iterator[Announcement]:
    prose = document.prose
    for told in told_lists(document):
        counts = _counts_before(prose, told.first.start)
        if counts:
            yield Announcement(*counts[-1], told, tuple([number for _, number in counts[:-1]]))
    for gap in introductions(document):
        # There are thousands of lists, and few of them are counted.
        if not _COUNT.search(prose, max(0, gap.start - _LONGEST), gap.start):
            continue
        counts = _counts_before(prose, gap.end)
        if counts and (listed := written_list(document, gap.end)) is not None:
            yield Announcement(*counts[-1], listed, tuple([number for _, number in counts[:-1]]))


def _counts_before(prose: str, start: int) -> list[tuple[Span, int]]:
    """Return the counts in the sentence that ends before ``start``, where its last clause is an announcement."""
    low = max(0, start - _REACH)
    told = prose[low:start]
    before = told.rstrip(_BLANKS + "\n")
    mark = before[-1:]
    if mark in _MARKS:
        before = before[:-1]
    elif "\n" not in told[len(before) :]:
        return []
    first = max(map(before.rfind, _SENTENCE_ENDS)) + 1
    clause = max(first, max(map(before.rfind, _CLAUSE_ENDS)) + 1)
    counts = list(_COUNT.finditer(before, first))
    noun = _NOUN.match(before, counts[-1].end()) if counts and counts[-1].start() >= clause else None
    if noun is None or not (mark in "：:" or len(noun["noun"]) <= _SHORT or _TELLING.search(before, first)):
        return []
    start = counts[-1].start()
    if _INEXACT_BEFORE.search(before, max(first, start - _LONGEST_WORD), start) or _INEXACT_AFTER.search(noun["noun"]):
        return []
    return [
        (Span(low + count.start(), low + count.end()), number)
        for count in counts
        if (number := value(count["number"])) is not None
    ]
