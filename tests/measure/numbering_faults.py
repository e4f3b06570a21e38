"""The faults of numbers that begin paragraphs: gaps, repeats, wrong orders, wrong forms."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gaojian import Document, Span
from gaojian_checks.language.numerals import value
from seeding import Fault, InlineFault, Seeded, Site, genre_of
from sites import because

NUMBERING = "numbering"
HAN = "[一二三四五六七八九十百]"
LEAD = r"(?m)^[ \t\u3000]*"
HEADING = rf"{LEAD}(?P<number>{HAN}{{1,4}})、(?!{HAN})"
ITEM = rf"{LEAD}（(?P<number>{HAN}{{1,4}})）(?!项)"
DIVISION = rf"{LEAD}(?:#+ )?第(?P<number>{HAN}{{1,4}})章(?=[ \u3000])"
ARTICLE = rf"{LEAD}第(?P<number>{HAN}{{1,6}})条(?=[ \u3000])"
POINT = rf"{LEAD}(?P<number>[0-9]{{1,2}})\.(?![0-9 ])"
LONGEST = 400_000
"""Longer documents are left out: each sample checks a whole document."""

Change = Callable[[str, "Triple"], tuple[str, Span]]


class Triple(NamedTuple):
    """A mark with the one before and the one after it, which count n-1, n and n+1; ``None`` before the first."""

    before: re.Match[str] | None
    mark: re.Match[str]
    after: re.Match[str]


@dataclass(frozen=True)
class NumberFault(Fault):
    """A fault made by changing one mark of a series, in the whole document.

    ``change`` returns the faulty text and where the finding is expected. ``first`` takes the first mark of a series,
    else one that has an elder and a younger sibling.
    """

    pattern: str
    change: Change
    first: bool = False

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, ready."""
        return re.compile(self.pattern)

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the start of every mark with the siblings that the fault needs."""
        if len(document.text) <= LONGEST:
            for triple in self._triples(document):
                yield Site(document, triple.mark.start(), genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where the clean text is no plain list."""
        triple = self._triple(site)
        text = site.document.text[(triple.before or triple.mark).start() : triple.after.end()]
        if text.count("“") > text.count("”") or site.document.text.rfind("“", 0, triple.mark.start()) > max(
            site.document.text.rfind("”", 0, triple.mark.start()), triple.mark.start() - 4000
        ):
            return "within a quotation, which may leave parts out"
        return None

    def seed(self, site: Site) -> Seeded:
        """Return the document with the mark changed."""
        text, span = self.change(site.document.text, self._triple(site))
        return Seeded(Document(site.document.path, text, site.document.kind), (span,))

    def _triples(self, document: Document) -> Iterator[Triple]:
        found = [match for match in self.compiled.finditer(document.prose) if value(match["number"])]
        numbers = [value(match["number"]) or 0 for match in found]
        for index in range(len(found) - 1):
            number = numbers[index]
            if numbers[index + 1] != number + 1:
                continue
            if self.first:
                if number == 1:
                    yield Triple(None, found[index], found[index + 1])
            elif index and numbers[index - 1] == number - 1:
                yield Triple(found[index - 1], found[index], found[index + 1])

    def _triple(self, site: Site) -> Triple:
        return next(triple for triple in self._triples(site.document) if triple.mark.start() == site.start)


def lose_paragraph(text: str, triple: Triple) -> tuple[str, Span]:
    """Take the paragraph of the mark away; the next mark does not follow then."""
    end = text.find("\n", triple.mark.end()) + 1
    return text[: triple.mark.start()] + text[end:], mark_of(triple.after, triple.mark.start() - end)


def lose_number(text: str, triple: Triple) -> tuple[str, Span]:
    """Take the mark away and leave its words; the next mark does not follow then."""
    start, end = mark_of(triple.mark)
    return text[:start] + text[end:], mark_of(triple.after, start - end)


def like_the_next(text: str, triple: Triple) -> tuple[str, Span]:
    """Give the mark the number of the one after it."""
    return renumber(text, triple, triple.after["number"])


def like_the_one_before(text: str, triple: Triple) -> tuple[str, Span]:
    """Give the mark the number of the one before it."""
    return renumber(text, triple, triple.before["number"] if triple.before else "")


def with_a_comma(text: str, triple: Triple) -> tuple[str, Span]:
    """Write 2、 for 2."""
    start, end = mark_of(triple.mark)
    return text[: end - 1] + "、" + text[end:], Span(start, end)


def swapped(text: str, triple: Triple) -> tuple[str, Span]:
    """Let the mark and the one after it change their numbers."""
    first, second = triple.mark.span("number"), triple.after.span("number")
    changed = (
        text[: first[0]]
        + triple.after["number"]
        + text[first[1] : second[0]]
        + triple.mark["number"]
        + text[second[1] :]
    )
    moved = len(triple.after["number"]) - len(triple.mark["number"])
    start, end = mark_of(triple.after, moved)
    return changed, Span(start, end - moved)


def renumber(text: str, triple: Triple, number: str) -> tuple[str, Span]:
    """Write ``number`` for that of the mark."""
    low, high = triple.mark.span("number")
    start, end = mark_of(triple.mark)
    return text[:low] + number + text[high:], Span(start, end + len(number) - (high - low))


def mark_of(match: re.Match[str], moved: int = 0) -> Span:
    """Return the span of the mark itself, blanks and Markdown before it left out, ``moved`` along."""
    lead = len(match[0]) - len(match[0].lstrip(" \t\u3000#"))
    return Span(match.start() + lead + moved, match.end() + moved)


KINDS = (
    ("一、", HEADING, "NMB001"),
    ("（一）", ITEM, "NMB001"),
    ("第一章", DIVISION, "NMB001"),
    ("第一条", ARTICLE, "NMB009"),
)

NUMBERING_FAULTS: tuple[Fault, ...] = (
    *(
        NumberFault(f"the number of {name} lost", NUMBERING, (code,), pattern, lose_number)
        for name, pattern, code in KINDS
    ),
    *(
        NumberFault(f"the paragraph of {name} lost", NUMBERING, (code,), pattern, lose_paragraph)
        for name, pattern, code in KINDS
    ),
    *(
        NumberFault(f"{name} numbered like the next", NUMBERING, (code,), pattern, like_the_next)
        for name, pattern, code in KINDS
    ),
    *(
        NumberFault(
            f"{name} numbered like the one before", NUMBERING, ("NMB002", "NMB003"), pattern, like_the_one_before
        )
        for name, pattern, _ in KINDS
    ),
    *(
        NumberFault(f"{name} swapped with the next", NUMBERING, ("NMB003", "NMB002"), pattern, swapped)
        for name, pattern, _ in KINDS
    ),
    *(
        NumberFault(
            f"the first number of {name} lost", NUMBERING, ("NMB012", "NMB003"), pattern, lose_number, first=True
        )
        for name, pattern, _ in KINDS[:3]
    ),
    NumberFault("the number of 1. lost", NUMBERING, ("NMB001",), POINT, lose_number),
    NumberFault("2、 among 1. and 3.", NUMBERING, ("NMB005",), POINT, with_a_comma),
    InlineFault(
        "half-width brackets around a number",
        NUMBERING,
        ("NMB011",),
        rf"(?<=\n)（(?P<number>{HAN}{{1,4}})）",
        (r"⟦(\g<number>)⟧", r"⟦（\g<number>)⟧"),
        (
            because("Traditional: the norm is the mainland's", "[條關國為與請會業發個學總項實臺導萬]"),
            because("half-width already", rf"(?m)^\({HAN}"),
        ),
    ),
    InlineFault(
        "dot after a decimal number",
        NUMBERING,
        ("NMB010",),
        r"(?<=# )(?P<number>[0-9]+(?:\.[0-9]+)+)(?= )",
        (r"⟦\g<number>.⟧",),
    ),
    InlineFault(
        "article number misprinted",
        NUMBERING,
        ("NMB013",),
        rf"(?<=\n)第(?P<tens>{HAN}{{0,4}}十)一条(?= )",
        (r"⟦笫\g<tens>一条⟧", r"⟦第\g<tens>－条⟧"),
    ),
    InlineFault(
        "blank within an article number",
        NUMBERING,
        ("NMB013",),
        rf"(?<=\n)第(?P<number>{HAN}{{2,6}})条 +(?=[一-鿿])",
        (r"⟦第\g<number> 条⟧",),
    ),
)
