"""The one search for units without a number; BLK001, BLK002, BLK003 and BLK010 each report their kind."""

from collections.abc import Iterator
from enum import Enum
from itertools import chain

from gaojian import Document, NamedTuple, Severity, Span
from gaojian_checks.blanks._counters import measure_words
from gaojian_checks.blanks._labels import is_label
from gaojian_checks.blanks._percentages import percentages
from gaojian_checks.blanks._scaled import Bare, scaled_units
from gaojian_checks.blanks._surroundings import DASHES, NUMERALS, is_han
from gaojian_checks.blanks._units import units
from gaojian_checks.language.genre import Genre, genre

# Statutes, judgments and forms speak of 约定条款, 处理人, 有项: there the words around a measure word prove nothing.
_PRESCRIBING = (Genre.STATUTE, Genre.CASE, Genre.SPECIMEN)


_MOST_WORDS = 6


class Kind(Enum):
    """What the missing number would have told."""

    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    RANGE_END = "range end"


class MissingNumber(NamedTuple):
    """A unit that stands without its number."""

    span: Span
    kind: Kind
    certain: bool = True

    @property
    def severity(self) -> Severity | None:
        """The severity of the finding, where it is lower than that of the check."""
        return None if self.certain else Severity.WARNING

    def text(self, prose: str) -> str:
        """Return the unit as it stands in ``prose``."""
        return prose[self.span.start : self.span.end]


def phrase(prose: str, span: Span) -> str:
    """Return the unit with the few words before it, for messages."""
    left = prose[max(0, span.start - 8) : span.start]
    first = end = len(left.rstrip("\u3000 "))
    while first and end - first < _MOST_WORDS and (is_han(left[first - 1]) or "A" <= left[first - 1] <= "Z"):
        first -= 1
    return left[first:] + prose[span.start : span.end]


def missing_numbers(document: Document) -> tuple[MissingNumber, ...]:
    """Return every unit that lacks its number; call it through ``document.get(missing_numbers)``."""
    prose = document.prose
    found = []
    for bare, kind in _bare_units(document):
        if bare.left[-1:] in DASHES and bare.left:
            if _range_begins(bare.left, prose[bare.span.start : bare.span.end]):
                found.append(MissingNumber(bare.span, Kind.RANGE_END))
        elif not is_label(prose, *bare.span):
            found.append(MissingNumber(bare.span, kind, bare.certain))
    return tuple(found)


def _bare_units(document: Document) -> Iterator[tuple[Bare, Kind]]:
    for bare in percentages(document):
        yield bare, Kind.PERCENT
    words = () if document.get(genre) in _PRESCRIBING else measure_words(document)
    for bare in chain(scaled_units(document), units(document), words):
        yield bare, Kind.AMOUNT if bare.money else Kind.COUNT


def _range_begins(left: str, unit: str) -> bool:
    start = left.rstrip(DASHES).rstrip(" %％").removesuffix(unit)
    return start[-1:] in NUMERALS and len(left) - len(left.rstrip(DASHES)) <= 2
