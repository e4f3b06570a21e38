"""The faults of lists within sentences: items lost, numbered twice or too early, counts that the list contradicts.

Lists are taken from clean text, and each is also written anew in every other form there is, so that real words and real
layouts try them all. Counts are those of clean text, and others of our own put before lists that a colon introduces.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from clean_lists import CONTEXT, FORMS, HAN, IN_ONE_PARAGRAPH, CleanList, Written, joined, lists, rewritten
from gaojian import Document, Span
from seeding import Fault, Seeded, Site

NUMBERING = "numbering"
VALUES = {"二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
ANNOUNCED = re.compile(
    rf"(?<=[^第前后{HAN}百零〇、0-9])(?P<count>(?P<number>[{''.join(VALUES)}])(?P<measure>[个個](?![月工])|[项項条條点點件种種类類大步]|方面))"
    r"[^。；：，\n]{0,12}[：。，；]\s*(?P<first>一是|一要|第一，|第一步|其一|一、|（一）|\(一\)|1[.、]|（1）|①)"
)
ALREADY_COUNTED = re.compile(f"[{''.join(VALUES)}][^，。；]{{0,12}}[：。]$")
MEASURES = ("点", "项", "条", "件")
UNCOUNTED = frozenset({"首先", "第一步"})
"""首先、其次、最后 end in no number, and steps are no 三点."""
MARKED_WITHIN = "the items have such marks within themselves"

Change = Callable[[Written, int], tuple[Written, int] | None]
"""Makes item ``index`` faulty and returns the index of the item that shows it."""


@dataclass(frozen=True)
class ListFault(Fault):
    """A fault in one item of a list; ``change`` makes it in the list as written in each of ``forms``."""

    change: Change
    first: int = 1
    after: int = 0
    forms: tuple[str, ...] = tuple(FORMS)
    stop: int | None = None

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the items that have as many others before and after them as the fault needs, once a form."""
        for listed in lists(document):
            for form in self.forms:
                size = min(len(listed.marks), len(FORMS[form]))
                for index in range(self.first, size - self.after)[: self.stop]:
                    yield Site(document, listed.marks[index].start, form)

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where the list, as written anew, would be another."""
        listed, index = self._place(site)
        written = rewritten(site.document, listed, site.part)
        if any(mark in "".join(written.words) for mark in written.marks):
            return MARKED_WITHIN
        if self.stop and ALREADY_COUNTED.search(written.before.rstrip()):
            return "a count before it shows it (NMB008)"
        text = site.document.text
        if text.count("“", listed.start, site.start) > text.count("”", listed.start, site.start):
            return "within a quotation"
        if self.change(written, index) is None:
            return "no colon before the list, one item left of two, or a number that begins a paragraph (NMB012)"
        if site.part in IN_ONE_PARAGRAPH and any(word.rstrip()[-1:] not in "。；！？" for word in written.words[:-1]):
            return "numbers after a comma may be references"
        return None

    def seed(self, site: Site) -> Seeded:
        """Return the passage with the list in the form of the site, one item of it changed."""
        listed, index = self._place(site)
        changed = self.change(rewritten(site.document, listed, site.part), index)
        if changed is None:
            raise ValueError(f"{self.name}: nothing to change at {site.start} of {site.document.path}")
        return joined(*changed, site.document)

    def _place(self, site: Site) -> tuple[CleanList, int]:
        return next(
            (listed, index)
            for listed in lists(site.document)
            for index, mark in enumerate(listed.marks)
            if mark.start == site.start
        )


def lose(written: Written, index: int) -> tuple[Written, int]:
    """Take the item away; the next shows it."""
    before, marks, words, after = written
    return Written(before, marks[:index] + marks[index + 1 :], words[:index] + words[index + 1 :], after), index


def lose_first(written: Written, index: int) -> tuple[Written, int] | None:
    """Take the first item away where a colon introduces the list."""
    opens = written.before.rstrip(" \u3000").endswith("\n")
    is_clear = len(written.marks) > 2 and (written.marks[0][-1] in "是要，" or not opens)
    return lose(written, index) if is_clear and written.before.rstrip().endswith("：") else None


def repeat(written: Written, index: int) -> tuple[Written, int]:
    """Give the item the number of the one before it."""
    marks = list(written.marks)
    marks[index] = marks[index - 1]
    return written._replace(marks=marks), index


def swap(written: Written, index: int) -> tuple[Written, int]:
    """Let the item and the next change their numbers; the one that comes too late shows it."""
    marks = list(written.marks)
    marks[index], marks[index + 1] = marks[index + 1], marks[index]
    return written._replace(marks=marks), index + 1


def leave_first(written: Written, index: int) -> tuple[Written, int]:
    """Take all items but the first away."""
    before, marks, words, after = written
    return Written(before, marks[: index + 1], words[: index + 1], after), index


@dataclass(frozen=True)
class PlantedCount(Fault):
    """A count of our own, wrong by ``change``, before a list of clean text that a colon introduces."""

    change: int

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the lists behind a colon, once a form."""
        for listed in lists(document):
            start = listed.marks[0].start
            if document.text[:start].rstrip().endswith("："):
                yield from (Site(document, start, form) for form in FORMS if form not in UNCOUNTED)

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where the list, as written anew, would be another."""
        written = rewritten(site.document, self._list(site), site.part)
        if any(mark in "".join(written.words) for mark in FORMS[site.part]):
            return MARKED_WITHIN
        if ALREADY_COUNTED.search(written.before.rstrip()):
            return "the sentence has a count already"
        return "nothing is left of two" if len(written.marks) + self.change < 2 else None

    def seed(self, site: Site) -> Seeded:
        """Return the passage with 抓好以下三点： before the list."""
        written = rewritten(site.document, self._list(site), site.part)
        lead, colon, blanks = written.before.rpartition("：")
        before = f"{lead}，抓好以下"
        told = HAN[len(written.marks) + self.change - 1] + MEASURES[site.start % len(MEASURES)]
        listed = "".join(mark + words for mark, words in zip(written.marks, written.words, strict=True))
        span = Span(len(before), len(before) + len(told))
        text = f"{before}{told}{colon}{blanks}{listed}{written.after}"
        return Seeded(Document(site.document.path, text, site.document.kind), (span,))

    @staticmethod
    def _list(site: Site) -> CleanList:
        return next(listed for listed in lists(site.document) if listed.marks[0].start == site.start)


class Announced(NamedTuple):
    """A count of clean text with the list that it announces: where the last item begins, and its paragraph ends."""

    match: re.Match[str]
    last: int
    end: int


@dataclass(frozen=True)
class FoundCount(Fault):
    """A count of clean text made wrong by ``change``, or, where that is 0, right no more since the last item is cut."""

    change: int

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield every count with a list right behind it."""
        for match in ANNOUNCED.finditer(document.prose):
            yield Site(document, match.start(), match["first"])

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where no count can be made wrong."""
        announced = self._announced(site)
        if announced is None:
            return "the last item of the list was not found"
        small = VALUES[announced.match["number"]] + self.change < 2 or (not self.change and "二" in announced.match[0])
        return "nothing is left of two" if small else None

    def seed(self, site: Site) -> Seeded:
        """Return the passage with another count, or without the last item."""
        announced = self._announced(site)
        if announced is None:
            raise ValueError(f"{self.name}: no list at {site.start} of {site.document.path}")
        text, match, low = site.document.text, announced.match, max(0, site.start - CONTEXT)
        number = HAN[VALUES[match["number"]] + self.change - 1]
        high = announced.end + CONTEXT
        listed = text[match.end("number") : high]
        if not self.change:
            listed = text[match.end("number") : announced.last] + text[announced.end : high]
        span = Span(site.start - low, site.start - low + len(match["count"]))
        return Seeded(
            Document(site.document.path, text[low : site.start] + number + listed, site.document.kind), (span,)
        )

    @staticmethod
    def _announced(site: Site) -> Announced | None:
        text, match = site.document.text, ANNOUNCED.match(site.document.prose, site.start)
        if match is None:
            return None
        size = VALUES[match["number"]]
        last = match["first"].replace("一", HAN[size - 1]).replace("1", str(size)).replace("①", "①②③④⑤⑥⑦⑧⑨"[size - 1])
        start = text.find(last, match.end(), match.end() + 4 * CONTEXT)
        end = text.find("\n", start)
        return Announced(match, start, len(text) if end < 0 else end) if start >= 0 else None


ENUMERATION_FAULTS: tuple[Fault, ...] = (
    ListFault("an item of a list in the text lost", NUMBERING, ("NMB006",), lose, after=1),
    ListFault("an item of a list in the text numbered like the one before", NUMBERING, ("NMB006",), repeat, first=2),
    ListFault("two items of a list in the text swapped", NUMBERING, ("NMB006",), swap, after=1),
    ListFault("the first item of a list in the text lost", NUMBERING, ("NMB006",), lose_first, first=0, after=1),
    ListFault(
        "all items but the first lost",
        NUMBERING,
        ("NMB007",),
        leave_first,
        first=0,
        after=1,
        forms=("一是", "一要", "其一"),
        stop=1,
    ),
    FoundCount("an announced count one too high", NUMBERING, ("NMB008",), 1),
    FoundCount("an announced count one too low", NUMBERING, ("NMB008",), -1),
    FoundCount("the last item of an announced list cut", NUMBERING, ("NMB008",), 0),
    PlantedCount("a count put before a list, one too high", NUMBERING, ("NMB008",), 1),
    PlantedCount("a count put before a list, one too low", NUMBERING, ("NMB008",), -1),
)
