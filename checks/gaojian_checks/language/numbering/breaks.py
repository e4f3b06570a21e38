"""Where a series breaks, and what that most likely is."""

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise

from gaojian import Document, NamedTuple
from gaojian_checks.language.numbering.number import NumberStyle
from gaojian_checks.language.numbering.scan import Mark, marks, numbers
from gaojian_checks.language.numbering.series import Series, numbering

# Selected articles, or each with its old wording: what skips or repeats all the time, or skips far, is no series.
_MANY_BREAKS = 3
_ONE_IN = 3
_FARTHEST = 9
_DIVISIONS = frozenset({NumberStyle.PART, NumberStyle.CHAPTER, NumberStyle.SECTION})
# What may stand alone without its elder siblings and still is a heading.
_TELLING_ALONE = _DIVISIONS | {NumberStyle.HAN, NumberStyle.HAN_BRACKETS}


class IrregularityKind(Enum):
    """What is wrong with a mark."""

    __hash__ = object.__hash__

    GAP = "gap"
    REPEAT = "repeat"
    REGRESSION = "regression"
    FIRST = "first"
    STYLE = "style"


class Irregularity(NamedTuple):
    """A mark that does not follow from ``before``, its elder sibling, or itself where it is the first.

    ``expected`` is the value that would follow. ``is_mistyped`` tells that the marks after it go on as if it were
    ``expected``. ``siblings`` counts all marks of the series, ``run`` those that follow one another from this one on. A
    mark of the kind STYLE stands where ``before`` and its siblings lack just its value.
    """

    kind: IrregularityKind
    mark: Mark
    before: Mark
    expected: int
    siblings: int
    run: int
    is_mistyped: bool = False


def irregularities(document: Document) -> tuple[Irregularity, ...]:
    """Return what is wrong with the numbers of ``document``; call it through ``document.get(irregularities)``."""
    broken = [series for series in document.get(numbering) if series.breaks]
    if not broken:
        return ()
    places = document.get(marks)
    broken = [series for series in broken if series.style is not NumberStyle.DECIMAL or _is_outline(document, series)]
    found = [each for series in broken for each in _of_series(series, places)]
    lone = {each.mark.number.value: each for each in found if each.kind is IrregularityKind.FIRST and each.run == 1}
    explained = set()
    for index, each in enumerate(found):
        other = lone.get(each.expected)
        if other is not None and _is_between(other.mark, each):
            found[index] = each._replace(kind=IrregularityKind.STYLE, mark=other.mark)
            explained.add(other)
    return tuple([each for each in found if each not in explained and not _is_no_fault(each, places)])


def _is_outline(document: Document, series: Series) -> bool:
    """Return whether decimal numbers count sections: 5.1 comes after some 4.1 or stands under 5.

    The days of a month (5.1, 5.4) and versions do not.
    """
    found, prefix = document.get(numbers), series.prefix
    upper, _, own = prefix.rpartition(".")
    if found[series.members[0]].value != 1:
        return False
    if own == "1" or (series.parent is not None and found[series.parent].value == int(own)):
        return True
    earlier = f"{upper}.{int(own) - 1}" if upper else str(int(own) - 1)
    return (earlier, 1) in document.get(_decimals)


def _decimals(document: Document) -> frozenset[tuple[str, int]]:
    return frozenset(
        [(number.prefix, number.value) for number in document.get(numbers) if number.style is NumberStyle.DECIMAL]
    )


def _is_between(other: Mark, gap: Irregularity) -> bool:
    """Return whether ``other``, of another style, stands where just its number is missing."""
    return (
        gap.kind is IrregularityKind.GAP
        and gap.mark.number.value == gap.expected + 1
        and other.number.style is not gap.mark.number.style
        and gap.before.span.end <= other.span.start < gap.mark.span.start
    )


def _is_no_fault(each: Irregularity, places: tuple[Mark, ...]) -> bool:
    number = each.mark.number
    if each.kind is IrregularityKind.GAP and not each.is_mistyped:
        return number.value > each.expected + _FARTHEST
    if each.kind is not IrregularityKind.FIRST:
        return False
    # The chapter or the article of another work may be all that a document holds.
    return (number.style not in _TELLING_ALONE and each.siblings == 1) or (
        each.siblings == 1 and each.mark is places[0]
    )


def _is_selection(values: list[int], breaks: list[int]) -> bool:
    if len(breaks) < _MANY_BREAKS or len(breaks) * _ONE_IN <= len(values):
        return False
    # Two that changed places make three breaks.
    return len(breaks) > _MANY_BREAKS or all(earlier < later for earlier, later in pairwise(values))


def _of_series(series: Series, places: tuple[Mark, ...]) -> Iterator[Irregularity]:
    found = [places[place] for place in series.members]
    values = [mark.number.value for mark in found]
    size = len(found)
    if _is_selection(values, series.breaks):
        return
    settled = 0
    for place, stop in zip(series.breaks, [*series.breaks[1:], size], strict=True):
        mark, worth, run = found[place], values[place], stop - place
        if place < settled:
            continue
        if place == 0:
            if _may_lack_its_first(series, places):
                yield Irregularity(IrregularityKind.FIRST, mark, mark, 1, size, run)
            elif series.style is NumberStyle.ARTICLE:
                return
            continue
        expected = values[place - 1] + 1
        after = values[place + 1] if place + 1 < size else None
        is_mistyped = after == expected + 1 and worth != expected
        if is_mistyped:
            # The next one follows from what this should be.
            values[place] = expected
            settled = place + 2
        elif after == expected and worth == expected + 1:
            # Two that changed places: …一、三、二、四…
            values[place : place + 2] = [expected, worth]
            settled = place + 2 + (values[place + 2 : place + 3] == [worth + 1])
            yield Irregularity(IrregularityKind.REGRESSION, found[place + 1], mark, worth + 1, size, run)
            continue
        yield Irregularity(_kind(worth, expected), mark, found[place - 1], expected, size, run, is_mistyped)


def _may_lack_its_first(series: Series, places: tuple[Mark, ...]) -> bool:
    """Return whether a series that does not begin with one should: an article must be of the first chapter."""
    parent = places[series.parent].number if series.parent is not None else None
    if series.style is NumberStyle.ARTICLE:
        return parent is not None and parent.style is NumberStyle.CHAPTER and parent.value == 1
    if series.style is NumberStyle.SECTION:
        return len(series.members) > 1 if parent is None else parent.style in _DIVISIONS
    return series.style is not NumberStyle.DECIMAL


def _kind(worth: int, expected: int) -> IrregularityKind:
    if worth == expected - 1:
        return IrregularityKind.REPEAT
    return IrregularityKind.GAP if worth > expected else IrregularityKind.REGRESSION
