"""The faults that are made in a whole document: paragraphs, blocks and bodies that stand there twice."""

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from gaojian import Document, Span
from seeding import Fault, Seeded, Site, genre_of

BLOCK, PARAGRAPH, NEAR = 300, 150, 100
LONGEST = 300_000
"""Longer documents are left out of pasting: each sample checks a whole document."""

_NUMBER = re.compile(r"(?<![0-9.第])[1-9][0-9]{0,5}(?=[万亿元个项件家次名户吨亩％%])")


def content(document: Document, first: int, last: int) -> int:
    """Return how many characters of prose from paragraph ``first`` to ``last`` are letters or digits of any script."""
    sums = document.get(sums_of_content)
    return sums[last + 1] - sums[first]


def sums_of_content(document: Document) -> list[int]:
    """Return for every paragraph how many letters and digits stand in all before it, and their number at the end."""
    counts = (sum(map(str.isalnum, document.prose[start:end])) for start, end in document.paragraphs)
    return list(accumulate(counts, initial=0))


def filled_paragraphs(document: Document) -> list[int]:
    """Return the numbers of the paragraphs that hold a letter or digit; zero-width blanks alone are no text."""
    return [number for number in range(len(document.paragraphs)) if content(document, number, number)]


@dataclass(frozen=True)
class Pasting(Fault):
    """A fault made by pasting part of a document into it again.

    ``choose`` gives the first and last paragraph to copy from the first one's index, or None where none begins there;
    ``place`` the paragraph before which the copy goes, or None for the end; ``change`` alters the copy.
    """

    choose: Callable[[Document, int], tuple[int, int] | None]
    place: Callable[[Document, tuple[int, int], Random], int | None]
    change: Callable[[str], str] = str

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the start of every paragraph at which a copied part can begin."""
        if len(document.text) <= LONGEST:
            for index, paragraph in enumerate(document.paragraphs):
                if self.choose(document, index):
                    yield Site(document, paragraph.start, genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where the clean document already repeats what would be copied, or what stands around it."""
        document, (first, last) = site.document, self._chosen(site)
        target = self._place(site, (first, last))
        copied = _text(document, first, last)
        prose = document.prose[document.paragraphs[first].start : document.paragraphs[last].end]
        if first == last and ("|" in copied or "\t" in copied):
            return "a row of a table, which may stand again"
        if first < last and sum(map(str.isalnum, "".join(set(prose.split("\n"))))) < BLOCK:
            return "a form: equal lines counted once, it holds too little"
        if document.text.count(copied) > 1:
            return "the part already stands twice in the clean text"
        around = {_text(document, *pair) for pair in ((first - 1,) * 2, (last + 1,) * 2) if _is_inside(document, *pair)}
        beside = len(document.paragraphs) if target is None else target
        neighbours = {_text(document, index, index) for index in (beside - 1, beside) if _is_inside(document, index)}
        if around & neighbours and not first <= beside <= last + 1:
            return "an equal paragraph stands beside both places, so the copy is longer than what was pasted"
        return None

    def seed(self, site: Site) -> Seeded:
        """Return the document with the copy, and the lines of whichever of the two stands later."""
        document, (first, last) = site.document, self._chosen(site)
        text, lines, paragraphs = document.text, document.lines, document.paragraphs
        start = lines.line_span(lines.line_number(paragraphs[first].start)).start
        end = lines.line_span(lines.line_number(paragraphs[last].end)).end
        gap = "\n\n" if "\n\n" in text[start:end] or document.path.endswith(".md") else "\n"
        copy = self.change(text[start:end])
        target = self._place(site, (first, last))
        if target is None:
            before = text.rstrip() + gap
            return _seeded(document, before + copy + "\n", len(before), len(copy))
        at = lines.line_span(lines.line_number(paragraphs[target].start)).start
        later = at if at >= end else start + len(copy) + len(gap)
        return _seeded(document, text[:at] + copy + gap + text[at:], later, len(copy))

    def _chosen(self, site: Site) -> tuple[int, int]:
        index = bisect.bisect_left(site.document.paragraphs, site.start, key=lambda span: span.start)
        chosen = self.choose(site.document, index)
        if chosen is None:
            raise ValueError(f"{self.name}: nothing to copy at {site.start} of {site.document.path}")
        return chosen

    def _place(self, site: Site, chosen: tuple[int, int]) -> int | None:
        return self.place(site.document, chosen, Random(site.start))  # noqa: S311 (not for secrets)


class CopiedElsewhere(Pasting):
    """A fault made by putting part of a document into another one, between two paragraphs of that."""

    def seed(self, site: Site) -> Seeded:
        """Return a document that holds the part, beside the one that it was taken from."""
        document, (first, last) = site.document, self._chosen(site)
        copy = document.text[document.paragraphs[first].start : document.paragraphs[last].end]
        before = "各村上报的材料汇总如下。\n"
        text = f"{before}{copy}\n以上材料由办公室归档。\n"
        span = Span(len(before), len(before) + len(copy))
        # The first by name is taken for the source.
        return Seeded(
            Document(f"~/汇总{document.path[-4:]}", text, document.kind), (span,), whole_lines=True, beside=(document,)
        )


def _seeded(document: Document, text: str, start: int, length: int) -> Seeded:
    return Seeded(Document(document.path, text, document.kind), (Span(start, start + length),), whole_lines=True)


def _is_inside(document: Document, *indices: int) -> bool:
    return all(0 <= index < len(document.paragraphs) for index in indices)


def _text(document: Document, first: int, last: int) -> str:
    return document.text[document.paragraphs[first].start : document.paragraphs[last].end]


def block_at(document: Document, index: int) -> tuple[int, int] | None:
    """Return two to six paragraphs from ``index`` on that hold enough, a number of them set by the place."""
    if not content(document, index, index):
        return None
    fitting = [
        (index, index + more)
        for more in range(1, 6)
        if _is_inside(document, index + more)
        and content(document, index, index + more) >= BLOCK
        and content(document, index + more, index + more)
    ]
    return fitting[document.paragraphs[index].start % len(fitting)] if fitting else None


def paragraph_at(document: Document, index: int) -> tuple[int, int] | None:
    """Return the paragraph if it is long enough to be an error when it stands twice."""
    return (index, index) if content(document, index, index) >= PARAGRAPH else None


def body_at(document: Document, index: int) -> tuple[int, int] | None:
    """Return all from the second, third or fourth paragraph, which is where the body begins in most drafts."""
    filled = document.get(filled_paragraphs)
    begins = 1 + len(document.text) % 3
    if len(filled) < begins + 2 or index != filled[begins] or content(document, index, filled[-1]) < BLOCK:
        return None
    return index, filled[-1]


def numbered_paragraph_at(document: Document, index: int) -> tuple[int, int] | None:
    """Return the paragraph if it is long and holds a number that can be changed."""
    text = _text(document, index, index)
    return (index, index) if content(document, index, index) >= NEAR and _NUMBER.search(text) else None


def anywhere_else(document: Document, chosen: tuple[int, int], random: Random) -> int | None:
    """Return a paragraph outside the chosen ones, every one as likely, or the end."""
    first, last = chosen
    places = [index for index in range(1, len(document.paragraphs)) if not first < index <= last]
    return random.choice([*places, None])


def at_the_end(document: Document, chosen: tuple[int, int], random: Random) -> int | None:
    """Return the end, wherever the copied part stands."""
    del document, chosen, random
    return None


def with_another_number(text: str) -> str:
    """Return ``text`` with its first quantity one higher."""
    return _NUMBER.sub(lambda match: str(int(match[0]) + 1), text, count=1)


COPIES, CHANGED = "blocks and paragraphs", "near copies with another number"
ELSEWHERE = "copies in other documents"

DOCUMENT_FAULTS: tuple[Pasting, ...] = (
    Pasting("block of 2 to 6 paragraphs pasted again", COPIES, ("DUP001", "DUP009"), block_at, anywhere_else),
    CopiedElsewhere("block copied into another document", ELSEWHERE, ("DUP011",), block_at, at_the_end),
    Pasting("paragraph pasted again", COPIES, ("DUP002",), paragraph_at, anywhere_else),
    Pasting("body pasted after the end", COPIES, ("DUP001", "DUP009"), body_at, at_the_end),
    Pasting(
        "paragraph pasted again with another number",
        CHANGED,
        ("DUP010",),
        numbered_paragraph_at,
        anywhere_else,
        with_another_number,
    ),
)
