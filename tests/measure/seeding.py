"""How one known fault is put into clean text: what a fault is, where it fits, and what must then be found."""

import bisect
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import NamedTuple

from gaojian import Document, Finding, Span
from gaojian.examples import CLOSE, OPEN, unmark

REACH = 120
"""How much of the line on either side of a fault decides whether the faulty text is legal."""

Form = str | Callable[[re.Match[str], Random], str]
"""The faulty text, marked: a replacement template, or a function for what needs the calendar."""


class Exclusion(NamedTuple):
    """A stated reason to leave a site out: ``pattern`` is searched in the marked line, after the fault is made."""

    reason: str
    pattern: re.Pattern[str]


class Seeded(NamedTuple):
    """A document with one fault; a finding on any of ``spans`` is exact.

    Where ``whole_lines`` is set, lines are compared instead of characters: a copy of a block is found if its first and
    its last line are. ``beside`` are the documents that it is compared with.
    """

    document: Document
    spans: tuple[Span, ...]
    whole_lines: bool = False
    beside: tuple[Document, ...] = ()

    def is_exact(self, finding: Finding) -> bool:
        """Whether ``finding`` stands exactly where the fault was put."""
        if not self.whole_lines:
            return finding.span in self.spans
        return self._lines(finding.span) in [self._lines(span) for span in self.spans]

    def is_nearby(self, finding: Finding) -> bool:
        """Whether ``finding`` touches a line that the fault stands on."""
        first, last = self._lines(finding.span)
        return any(first <= end and start <= last for start, end in map(self._lines, self.spans))

    def _lines(self, span: Span) -> tuple[int, int]:
        lines = self.document.lines
        return lines.line_number(span.start), lines.line_number(max(span.start, span.end - 1))


class Site(NamedTuple):
    """A place in clean text where a fault of one kind can be made; ``part`` is its unit, or else its genre."""

    document: Document
    start: int
    part: str


@dataclass(frozen=True)
class Fault(ABC):
    """A kind of fault: its name, the group whose target it counts for, and the checks of which one must find it."""

    name: str
    group: str
    codes: tuple[str, ...]

    @abstractmethod
    def sites(self, document: Document) -> Iterator[Site]:
        """Yield every place where the fault can be made."""

    @abstractmethod
    def exclusion(self, site: Site) -> str | None:
        """Return why the fault would be none at ``site``, or None."""

    @abstractmethod
    def seed(self, site: Site) -> Seeded:
        """Return a copy of the passage or document around ``site`` with the fault in it."""


@dataclass(frozen=True)
class InlineFault(Fault):
    """A fault made by replacing what ``pattern`` matches by one of ``forms``, in turn by the place it stands at."""

    pattern: str
    forms: tuple[Form, ...]
    exclusions: tuple[Exclusion, ...] = ()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, ready."""
        return re.compile(self.pattern)

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the start of every match in the prose, with the unit if the pattern names one."""
        for match in self.compiled.finditer(document.prose):
            yield Site(document, match.start(), match.groupdict().get("unit") or genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return the first reason whose pattern is found in the marked line."""
        if not self.exclusions:
            return None
        match = self._match(site)
        around = site.document.line_around(site.start, REACH)
        text = site.document.text
        marked = text[around.start : match.start()] + self._marked(match) + text[match.end() : around.end]
        return next((reason for reason, pattern in self.exclusions if pattern.search(marked)), None)

    def seed(self, site: Site) -> Seeded:
        """Return the paragraph with its neighbours, the match replaced."""
        match = self._match(site)
        passage = passage_around(site.document, site.start)
        text = site.document.text
        marked = text[passage.start : match.start()] + self._marked(match) + text[match.end() : passage.end]
        plain, spans = unmark(marked)
        return Seeded(Document(site.document.path, plain, site.document.kind), tuple(spans))

    def _match(self, site: Site) -> re.Match[str]:
        match = self.compiled.match(site.document.prose, site.start)
        if match is None:
            raise ValueError(f"{self.name}: nothing to replace at {site.start} of {site.document.path}")
        return match

    def _marked(self, match: re.Match[str]) -> str:
        form = self.forms[match.start() % len(self.forms)]
        return match.expand(form) if isinstance(form, str) else form(match, Random(match.start()))  # noqa: S311


def genre_of(document: Document) -> str:
    """Return the folder of clean text that ``document`` comes from."""
    return document.path.partition("/")[0]


def passage_around(document: Document, offset: int) -> Span:
    """Return the paragraph that holds ``offset`` with the one before and the one after it."""
    paragraphs = document.paragraphs
    index = max(0, bisect.bisect_right(paragraphs, offset, key=lambda span: span.start) - 1)
    return Span(paragraphs[max(0, index - 1)].start, paragraphs[min(len(paragraphs) - 1, index + 1)].end)


def show(seeded: Seeded, reach: int = 36) -> str:
    """Return the faulty place in its context, marked, on one line."""
    text, span = seeded.document.text, seeded.spans[0]
    shown = text[span.start : span.end]
    if len(shown) > reach:
        shown = f"{shown[: reach // 2]}…{shown[-reach // 2 :]}"
    context = text[max(0, span.start - reach) : span.start] + OPEN + shown + CLOSE + text[span.end : span.end + reach]
    return context.replace("\n", "⏎").replace("\r", "")
