"""Find the expressions of time in a document, in one pass from left to right."""

from functools import partial

from gaojian import Document, Pattern
from gaojian_checks.language.dates.expression import DateExpression, Kind
from gaojian_checks.language.dates.figures import FIGURES, TAIWANESE_FIGURES
from gaojian_checks.language.dates.openings import opened
from gaojian_checks.language.dates.phrases import PHRASES
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.resolve import resolve
from gaojian_checks.language.dates.units import BEFORE, read_units
from gaojian_checks.language.dates.words import END_OF_YEAR
from gaojian_checks.language.script import SIMPLIFIED, TRADITIONAL, script

# Every branch begins with a literal: the library then looks for all of these characters at once.
_TRIGGER = Pattern("|".join(["年", "月", "日", *(source for source, _ in (*PHRASES, *FIGURES))]))
_TAIWANESE_TRIGGER = Pattern("|".join([_TRIGGER.source, *TAIWANESE_FIGURES]))
_READERS = {source.lstrip("\\")[0]: read for source, read in (*PHRASES, *FIGURES)}
_TAIWAN = "zh-hant"
_TRADITIONAL, _SIMPLIFIED = "國條號會為", "国条号会为"
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
    for at in document.get(_triggers):
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
    prose = document.prose
    return [at for at in document.get(_triggers) if prose[at] == "年"]


def fives(document: Document) -> list[int]:
    """Return where every 五 stands that may end the name of a five-year plan."""
    prose = document.prose
    return [at for at in document.get(_triggers) if prose[at] == "五"]


def is_taiwanese(document: Document) -> bool:
    """Return whether a year 102 is one of the Republic: in documents in Traditional characters only.

    That, or the profile that is declared, tells all habits of Taiwan.
    """
    if document.profile == _TAIWAN:
        return True
    kind, prose = document.get(script), document.prose
    # Documents of the mainland from before the reform of the script hold some forms of both.
    if kind is SIMPLIFIED or any(form in prose for form in _SIMPLIFIED):
        return False
    return kind is TRADITIONAL or any(form in prose for form in _TRADITIONAL)


def _triggers(document: Document) -> list[int]:
    trigger = _TAIWANESE_TRIGGER if document.get(is_taiwanese) else _TRIGGER
    return [match.start() for match in trigger.finditer(document.prose)]


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
