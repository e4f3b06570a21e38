"""The page as its templates see it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from os.path import commonprefix

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome, Severity
from gaojian.record import NamedTuple
from gaojian.report.html.cards import Cards, Family
from gaojian.report.html.charts import Bar, bars
from gaojian.report.html.families import family_of, title_of
from gaojian.report.html.manuscript import Manuscript, Mark, Paragraph
from gaojian.report.html.timeline import Timeline, timeline
from gaojian.report.html.words import say
from gaojian.report.kinds import evidence
from gaojian.report.rating import rate, score, weigh
from gaojian.report.style import Source, Style
from gaojian.report.summary import count
from gaojian.text import Span

# A browser takes so many cards, and so many characters, without becoming slow.
_MOST_FINDINGS = 4000
_MOST_CHARACTERS = 12_000_000


class Line(NamedTuple):
    """A document in the table: ``number`` is that of its part of the page, 0 where it has none."""

    number: int
    path: str
    characters: int
    errors: int
    warnings: int
    notes: int
    rate: float
    score: int

    @property
    def found(self) -> int:
        """The number of findings."""
        return self.errors + self.warnings + self.notes


class View(NamedTuple):
    """A document in full: what ``kind`` it was read as and why; ``remarks`` are sentences about what is lacking."""

    line: Line
    kind: str
    families: list[Family]
    chunks: Iterator[list[Paragraph]]
    numbered: bool
    timeline: Timeline | None
    remarks: list[str]


class Page:
    """All that the page holds; documents are made one at a time, as they are asked for."""

    def __init__(self, outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> None:
        self._outcome = outcome
        self._rules = rules
        self._style = style
        self._source = source
        self._found: dict[str, list[Diagnostic]] = {path: [] for path in sorted(outcome.documents)}
        for diagnostic in outcome.diagnostics:
            self._found.setdefault(diagnostic.path, []).append(diagnostic)
        with_part = [path for path, found in self._found.items() if found or len(self._found) == 1]
        self._numbers = {path: number for number, path in enumerate(with_part, 1)}
        self._kept = _gravest(outcome)
        self._manuscript = lru_cache(maxsize=8)(self._read)
        self.lines = [self._line(path, found) for path, found in self._found.items()]

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of findings by severity."""
        return {severity.label: number for severity, number in count(self._outcome).items()}

    @property
    def total(self) -> Line:
        """All documents together."""
        characters = sum(line.characters for line in self.lines)
        return self._rated(0, "", characters, self._outcome.diagnostics)

    @property
    def cut(self) -> str:
        """A sentence where there are more findings than the page takes; else empty."""
        total = len(self._outcome.diagnostics)
        return self._cut(total, len(self._kept)) if total > len(self._kept) else ""

    @property
    def failures(self) -> list[tuple[str, str]]:
        """What could not be done, by path."""
        return [(failure.path, failure.message.in_language(self._style.language)) for failure in self._outcome.failures]

    @property
    def rules(self) -> list[type[Rule]]:
        """The checks that found something."""
        codes = sorted({diagnostic.code for diagnostic in self._outcome.diagnostics})
        return [self._rules[code] for code in codes if code in self._rules]

    def by_family(self) -> list[Bar]:
        """Return the findings by family, the most frequent first."""
        counts: dict[str, Counter[Severity]] = defaultdict(Counter)
        for diagnostic in self._outcome.diagnostics:
            counts[family_of(diagnostic.code)][diagnostic.severity] += 1
        return bars(
            {
                (f"{family} {title_of(family, self._rules, self._style.language)}", ""): found
                for family, found in counts.items()
            }
        )

    def by_document(self) -> list[Bar]:
        """Return the findings by document, the most frequent first."""
        shared = _shared_folder(list(self._found))
        return bars(
            {
                (path[shared:], f"#d{self._numbers[path]}"): Counter(diagnostic.severity for diagnostic in found)
                for path, found in self._found.items()
                if found
            }
        )

    def documents(self) -> Iterator[View]:
        """Yield the documents that have a part of the page."""
        cards = Cards(self._rules, self._style.language, self._find)
        number = characters = 0
        for line in self.lines:
            if not line.number:
                continue
            kept = [d for index, d in enumerate(self._found[line.path]) if (line.path, index) in self._kept]
            numbered = list(enumerate(kept, number + 1))
            number += len(kept)
            characters += line.characters
            yield self._view(line, numbered, cards, room=line.number == 1 or characters <= _MOST_CHARACTERS)

    def _view(self, line: Line, numbered: list[tuple[int, Diagnostic]], cards: Cards, *, room: bool) -> View:
        manuscript = self._manuscript(line.path)
        remarks = [self._cut(line.found, len(numbered))] if len(numbered) < line.found else []
        codes = self._outcome.left_out.get(line.path)
        if codes:
            remarks.append(self._say("left_out").format(codes="、".join(codes)))
        if manuscript is None or not room:
            remarks.append(self._say("no_text" if manuscript is None else "too_long"))
        drawing = None
        if manuscript is not None and self._style.moments is not None:
            try:
                drawing = self._timeline(line, manuscript)
            except Exception as error:  # noqa: BLE001 (a plugin may raise anything; the page must be made)
                reason = f"{type(error).__name__}: {error}"
                remarks.append(self._say("timeline_failed").format(reason=reason))
        marks = [Mark(number, diagnostic.span, diagnostic.severity) for number, diagnostic in numbered]
        recognition = self._outcome.recognised.get(line.path)
        return View(
            line,
            evidence(recognition).in_language(self._style.language) if recognition else "",
            list(cards.families(numbered)),
            manuscript.chunks(marks) if manuscript is not None and room else iter(()),
            manuscript is not None and _counts_lines(manuscript, numbered),
            drawing,
            remarks,
        )

    def _timeline(self, line: Line, manuscript: Manuscript) -> Timeline | None:
        def link(span: Span) -> str:
            return f"#d{line.number}-{manuscript.anchor(span.start)}"

        moments = self._style.moments(line.path) if self._style.moments else ()
        return timeline(moments, self._found[line.path], link, manuscript, self._style.language)

    def _find(self, path: str) -> tuple[int, Manuscript] | None:
        manuscript = self._manuscript(path)
        return None if manuscript is None or path not in self._numbers else (self._numbers[path], manuscript)

    def _read(self, path: str) -> Manuscript | None:
        text = self._source(path)
        return None if text is None else Manuscript(text)

    def _line(self, path: str, found: list[Diagnostic]) -> Line:
        characters = self._outcome.documents.get(path)
        if characters is None:
            characters = len(self._source(path) or "")
        return self._rated(self._numbers.get(path, 0), path, characters, found)

    def _rated(self, number: int, path: str, characters: int, found: Sequence[Diagnostic]) -> Line:
        severities = Counter(diagnostic.severity for diagnostic in found)
        errors = rate(weigh(found, self._rules), characters)
        return Line(
            number,
            path,
            characters,
            severities[Severity.ERROR],
            severities[Severity.WARNING],
            severities[Severity.NOTE],
            errors,
            _rounded(score(errors)),
        )

    def _cut(self, total: int, shown: int) -> str:
        return self._say("cut").format(total=total, shown=shown)

    def _say(self, key: str) -> str:
        return say(key, self._style.language)


def _shared_folder(paths: Sequence[str]) -> int:
    """Return the length of the folder that all ``paths`` begin with, its last slash included."""
    return commonprefix(paths).rfind("/") + 1 if len(paths) > 1 else 0  # noqa: RUF071 (cut at a slash anyway)


def _rounded(value: float) -> int:
    """Return ``value`` as a whole number; 100 is kept for what has no fault at all."""
    return min(round(value), 99) if value < 100 else 100


def _gravest(outcome: Outcome) -> set[tuple[str, int]]:
    """Return path and index of the findings that the page takes, the gravest of all."""
    places: list[tuple[int, str, int]] = []
    seen: Counter[str] = Counter()
    for diagnostic in outcome.diagnostics:
        places.append((-diagnostic.severity, diagnostic.path, seen[diagnostic.path]))
        seen[diagnostic.path] += 1
    return {(path, index) for _, path, index in sorted(places)[:_MOST_FINDINGS]}


def _counts_lines(manuscript: Manuscript, numbered: list[tuple[int, Diagnostic]]) -> bool:
    """Return whether the lines of the text are those that the findings name: those of an HTML source are not."""
    return all(
        diagnostic.start.line == manuscript.lines.line_number(diagnostic.span.start) for _, diagnostic in numbered
    )
