"""What the panel tells of each finding: the message, the words around it, its evidence, what would mend it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from markupsafe import Markup

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Fix, Place, Safety
from gaojian.record import NamedTuple
from gaojian.report.html.comparison import Comparer, Comparison
from gaojian.report.html.families import family_of, title_of
from gaojian.report.html.inscription import has_number, inscribe, inscribe_numbers
from gaojian.report.html.manuscript import Manuscript
from gaojian.report.html.words import say
from gaojian.report.summary import WORDS
from gaojian.text import Span

_REACH, _LONGEST, _LONGEST_EDIT = 30, 80, 40
_MOST_EDITS, _MOST_PLACES = 3, 20
_SHORTEST_COMPARED, _LONGEST_COMPARED, _LONGEST_FIGURE = 12, 40_000, 16
_BREAKS = "\r\n"
_BLANKS = re.compile("[ \t\u3000]{2,}")

Find = Callable[[str], tuple[int, Manuscript] | None]
"""From the path of a document to its number on the page and its text; None where it is not there."""


class Excerpt(NamedTuple):
    """The words before a place, at it and after it."""

    before: Markup
    here: Markup
    after: Markup


class Evidence(NamedTuple):
    """Another place that explains a finding; ``link`` is empty where it is not on the page."""

    label: str
    where: str
    link: str
    excerpt: Excerpt | None


class Opposition(NamedTuple):
    """Two places beside each other: the same text changed (``comparison``), or numbers that are to be compared.

    ``figures`` are pairs of numbers that ought to be the same.
    """

    titles: tuple[str, str]
    links: tuple[str, str]
    figures: list[tuple[str, str]]
    comparison: Comparison | None = None
    excerpts: tuple[Excerpt, Excerpt] | None = None


class Card(NamedTuple):
    """One finding as the panel shows it."""

    number: int
    code: str
    title: str
    basis: str
    severity: str
    word: str
    message: str
    where: str
    link: str
    excerpt: Excerpt | None
    evidence: list[Evidence]
    opposition: Opposition | None
    fix: str
    edits: list[tuple[str, str]]


class Family(NamedTuple):
    """The findings of checks of one kind."""

    prefix: str
    title: str
    cards: list[Card]


class Cards:
    """Makes the cards of a page, whose documents ``find`` knows."""

    def __init__(self, rules: Mapping[str, type[Rule]], language: str, find: Find) -> None:
        self._rules = rules
        self._language = language
        self._find = find
        self._comparer = Comparer()

    def families(self, numbered: Iterable[tuple[int, Diagnostic]]) -> Iterator[Family]:
        """Yield the findings by family, those with the gravest faults first."""
        cards = [(diagnostic, self._card(number, diagnostic)) for number, diagnostic in numbered]
        cards.sort(key=lambda pair: (family_of(pair[0].code), pair[1].number))
        grouped = [(prefix, list(group)) for prefix, group in groupby(cards, key=lambda pair: family_of(pair[0].code))]
        grouped.sort(key=lambda item: (-max(diagnostic.severity for diagnostic, _ in item[1]), -len(item[1])))
        for prefix, pairs in grouped:
            yield Family(prefix, title_of(prefix, self._rules, self._language), [card for _, card in pairs])

    def _card(self, number: int, diagnostic: Diagnostic) -> Card:
        rule = self._rules.get(diagnostic.code)
        own = self._find(diagnostic.path)
        fix = diagnostic.fix
        return Card(
            number,
            diagnostic.code,
            rule.title.in_language(self._language) if rule else diagnostic.name,
            "；".join(rule.basis) if rule else "",
            diagnostic.severity.label,
            WORDS[diagnostic.severity].in_language(self._language),
            diagnostic.message.in_language(self._language),
            self._where(diagnostic),
            _link(own, diagnostic.span),
            _excerpt(own, diagnostic.span),
            [self._evidence(place, diagnostic) for place in diagnostic.related[:_MOST_PLACES]],
            self._opposition(diagnostic),
            _advice(fix, self._language) if fix else "",
            _edits(fix, own[1].text) if fix and own else [],
        )

    def _where(self, place: Diagnostic | Place) -> str:
        return say("place", self._language).format(line=place.start.line, column=place.start.column)

    def _evidence(self, place: Place, diagnostic: Diagnostic) -> Evidence:
        found = self._find(place.path)
        where = self._where(place) if place.path == diagnostic.path else f"{place.path} {self._where(place)}"
        label = place.message.in_language(self._language).strip()
        return Evidence(label, where, _link(found, place.span), _excerpt(found, place.span))

    def _opposition(self, diagnostic: Diagnostic) -> Opposition | None:
        """Return the finding beside the first of its related places, where the two are to be compared."""
        if not diagnostic.related:
            return None
        place = diagnostic.related[0]
        own, other = self._find(diagnostic.path), self._find(place.path)
        if own is None or other is None:
            return None
        texts = [
            manuscript.text[span.start : min(span.end, span.start + _LONGEST_COMPARED)]
            for (_, manuscript), span in ((other, place.span), (own, diagnostic.span))
        ]
        titles = self._where(place), self._where(diagnostic)
        if place.path != diagnostic.path:
            titles = f"{place.path} {titles[0]}", f"{diagnostic.path} {titles[1]}"
        links = _link(other, place.span), _link(own, diagnostic.span)
        if min(map(len, texts)) >= _SHORTEST_COMPARED:
            comparison = self._comparer.compare(*texts)
            if comparison is not None:
                return Opposition(titles, links, comparison.figures, comparison)
        excerpts = _excerpt(other, place.span), _excerpt(own, diagnostic.span)
        if excerpts[0] and excerpts[1] and all(map(has_number, texts)):
            figures = [(texts[0], texts[1])] if max(map(len, texts)) <= _LONGEST_FIGURE else []
            return Opposition(titles, links, figures, None, (excerpts[0], excerpts[1]))
        return None


def _link(found: tuple[int, Manuscript] | None, span: Span) -> str:
    return f"#d{found[0]}-{found[1].anchor(span.start)}" if found else ""


def _excerpt(found: tuple[int, Manuscript] | None, span: Span) -> Excerpt | None:
    """Return up to so many characters of the line of ``span`` and around it."""
    if found is None or span.start > len(found[1].text):
        return None
    text = found[1].text
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    here = text[span.start : span.end]
    before, after = (_BLANKS.sub(" ", words) for words in (text[low : span.start], text[span.end : high]))
    cut = max(map(before.rfind, _BREAKS)) + 1
    before = before[cut:] if cut else ("…" if low else "") + before
    shown = here[: _LONGEST + 1].replace("\r", "").strip("\n").split("\n")[0]
    if len(shown) > _LONGEST or len(shown) < len(here.strip(_BREAKS)):
        return Excerpt(inscribe(before.lstrip()), inscribe(shown[:_LONGEST] + "…"), Markup(""))
    end = min((place for place in map(after.find, _BREAKS) if place >= 0), default=-1)
    after = after[:end] if end >= 0 else after + ("…" if high < len(text) else "")
    return Excerpt(inscribe(before.lstrip()), inscribe_numbers(shown), inscribe(after.rstrip()))


def _advice(fix: Fix, language: str) -> str:
    label = say("suggestion" if fix.safety is Safety.SAFE else "suggestion_unsafe", language)
    return label + fix.title.in_language(language)


def _edits(fix: Fix, text: str) -> list[tuple[str, str]]:
    """Return what a short fix takes away and puts in; nothing of a long one, whose title says enough."""
    pairs = [(text[edit.span.start : edit.span.end], edit.replacement) for edit in fix.edits[:_MOST_EDITS]]
    if any(max(map(len, pair)) > _LONGEST_EDIT for pair in pairs):
        return []
    return [(_with_blanks(old), _with_blanks(new)) for old, new in pairs]


def _with_blanks(text: str) -> str:
    """Return ``text``, which would not be seen where it is all of blanks."""
    return text if text.strip(" \u3000") else "␣" * len(text)
