"""Find the expressions of time in a document, in one pass from left to right."""

from functools import partial

from gaojian import Document
from gaojian_checks.language.clues import clues
from gaojian_checks.language.dates import figures, phrases
from gaojian_checks.language.dates.expression import DateExpression, Kind
from gaojian_checks.language.dates.openings import opened
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.resolve import resolve
from gaojian_checks.language.dates.units import BEFORE, read_units
from gaojian_checks.language.dates.words import END_OF_YEAR
from gaojian_checks.language.taiwan import is_taiwanese

_READERS = {**phrases.READERS, **figures.READERS}
_FIGURES = frozenset({Kind.FULL_DATE, Kind.TIMESTAMP})
_JOINTS = frozenset({"—", "——", "–", "－", "~", "～", "-", "至", "到"})
_WIDEST_JOINT = 4
_PART_OF_YEAR = frozenset({Kind.QUARTER, Kind.HALF_YEAR})


def dates(document: Document) -> tuple[DateExpression, ...]:
    """Return every expression of time in the prose of ``document``, sorted, none overlapping another.

    The members of a range lie inside the range and are reached by its ``first`` and ``last``. Call it through
    ``document.get(dates)``.
    """
    prose = document.prose
    taiwanese = partial(document.get, is_taiwanese)
    found: list[Raw] = []
    end = 0
    for at in document.get(clues).times:
        if at < end:
            continue
        mark = prose[at]
        before = BEFORE.get(mark)
        if before is None:
            raw = _READERS[mark](prose, at, end)
        elif prose[at - 1] in before or (mark == "年" and prose[at + 1 : at + 2] in END_OF_YEAR):
            raw = read_units(prose, at, end, taiwanese)
        else:
            # 成年, 之日, 个月: every other 年, 月 and 日 of a statute.
            continue
        if raw is not None:
            _add(prose, found, raw)
            end = raw.end
    return resolve(prose, [opened(prose, raw) for raw in found])


def kinds(document: Document) -> frozenset[Kind]:
    """Return the kinds of the expressions of ``document``, members of ranges apart; most documents have few."""
    return frozenset([expression.kind for expression in document.get(dates)])


def years(document: Document) -> list[int]:
    """Return where every 年 stands, whatever it means."""
    return document.get(clues).of("年")


def fives(document: Document) -> list[int]:
    """Return where every 五 stands that may end the name of a five-year plan."""
    return document.get(clues).of("五")


def _add(prose: str, found: list[Raw], raw: Raw) -> None:
    """Add ``raw``; 2013年 and 一季度 become one expression, and 2013-03-05 and 2013-03-08 joined by 至 a range."""
    last = found[-1] if found else None
    if last and raw.kind in _FIGURES and last.kind in _FIGURES and _are_joined(prose, last.end, raw.start):
        parts = (last.style, last.year, last.month, last.day)
        found[-1] = Raw(last.start, raw.end, Kind.RANGE, *parts, first=last, last=raw)
        return
    joins = raw.kind in _PART_OF_YEAR or (raw.kind is Kind.SCHOOL_YEAR and raw.year is None)
    if joins and last and last.kind is Kind.YEAR and last.end == raw.start and not last.part:
        found[-1] = raw._replace(start=last.start, year=last.year, gregorian=last.gregorian)
    else:
        found.append(raw)


def _are_joined(prose: str, start: int, end: int) -> bool:
    return end - start <= _WIDEST_JOINT and prose[start:end].strip() in _JOINTS
