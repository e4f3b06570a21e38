"""Where a document may tell time or state an amount: one scan for dates and for arithmetic.

The characters of both are common, and to scan for fifty of them takes no longer than for three.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from gaojian import Document, Pattern
from gaojian_checks.language.dates.figures import HOURS
from gaojian_checks.language.dates.phrases import BRACKETS, PHRASES
from gaojian_checks.language.dates.taiwan import is_taiwanese
from gaojian_checks.language.dates.units import BEFORE

# What stands right before the figures that a check reads: the ends of verbs, of labels, of 占 and 目标.
_READ_AFTER = (
    "为到至达共计合价位值入出制力口员容工师数是有本生积程算象资辖部量长额："
    "加收少降了标务划成现率例的占比用登发载"
)
# A blank may stand between the name of an amount and its figures.
_LABEL_ENDS = "为价位值入共出到制力口员容工师数是有本生积程算计象资辖达部量长额："
_FIGURES, _WIDE_FIGURES = "0123456789", "０１２３４５６７８９"
_READ = rf"(?<=[{_READ_AFTER}].)|(?<=[{_LABEL_ENDS}] .)|(?<=[0-9][:：∶].)|(?<=[0-9]{{4}}[-/.].)"
_READ_IN_TAIWAN = rf"{_READ}|(?<=[0-9]{{2}}/.)(?=[0-9]?/[0-9])|(?<=[0-9]{{2}}\..)(?=[0-9]?\.[0-9])"
# 20130305: eight figures of a year of this century or the last.
_COMPACT = {"1": "(?=9[0-9]{6})(?<![0-9].)|", "2": "(?=0[0-9]{6})(?<![0-9].)|"}
_CENTURIES = ("19", "20")
_MAY_PRECEDE = {unit: f"(?<=[{''.join(sorted(before))}].)" for unit, before in BEFORE.items()}
_UNITS = ("年", f"日(?:{_MAY_PRECEDE['日']}|(?=[（(]))", f"月{_MAY_PRECEDE['月']}")


def _pattern(read: str) -> Pattern:
    # Every branch begins with a literal: the library then looks for all of these characters at once, and passes over
    # the branches that begin with another.
    figures = [f"{figure}(?:{_COMPACT.get(figure, '')}{read})" for figure in _FIGURES + _WIDE_FIGURES]
    return Pattern("|".join([*_UNITS, *(source for source, _ in (*PHRASES, *HOURS)), *figures]))


_CLUES, _CLUES_IN_TAIWAN = _pattern(_READ), _pattern(_READ_IN_TAIWAN)
_ALL_FIGURES = frozenset(_FIGURES + _WIDE_FIGURES)
_MARKS_OF_DATES, _MARKS_OF_CLOCKS = frozenset("-/."), frozenset(":：")


class Clues(NamedTuple):
    """Offsets in order: where time may be told, with every 年 and the 五 of plans among them; and first figures.

    ``figures`` holds those that follow one of the characters that checks wait for, by that character, or by it and the
    blank between.
    """

    times: list[int]
    years: list[int]
    fives: list[int]
    figures: Mapping[str, list[int]]


class After:
    """The figures that stand right behind one of ``characters``, or, if asked for, a blank behind it."""

    def __init__(self, characters: str, *, or_blank: bool = False) -> None:
        unknown = set(characters) - set(_READ_AFTER + ":：∶")
        if unknown:
            raise ValueError(f"figures after {unknown} are not looked for")
        self._before = frozenset(characters) | frozenset(f"{one} " for one in characters if or_blank)

    def find(self, document: Document) -> list[int]:
        """Return where these figures begin, in order."""
        found = document.get(clues).figures
        return sorted(at for before, places in found.items() if before in self._before for at in places)


def clues(document: Document) -> Clues:
    """Return where time may be told and where amounts stand; call it through ``document.get(clues)``."""
    prose = document.prose
    pattern = _CLUES_IN_TAIWAN if document.get(is_taiwanese) else _CLUES
    times: list[int] = []
    years: list[int] = []
    fives: list[int] = []
    figures: defaultdict[str, list[int]] = defaultdict(list)
    for at in [match.start() for match in pattern.finditer(prose)]:
        mark = prose[at]
        if mark in _ALL_FIGURES:
            before = prose[at - 1] if at else ""
            figures[prose[at - 2 : at] if before == " " else before].append(at)
            if before in _MARKS_OF_DATES or (before in _MARKS_OF_CLOCKS and prose[at - 2] in _ALL_FIGURES):
                times.append(at - 1)
            elif prose.startswith(_CENTURIES, at):
                times.append(at)
            continue
        times.append(at)
        if mark == "年":
            years.append(at)
        elif mark == "日":
            # 3月5日（三）: the bracket behind a day may hold that of the week.
            if prose[at + 1 : at + 2] in BRACKETS:
                times.append(at + 1)
        elif mark == "五":
            fives.append(at)
    return Clues(times, years, fives, dict(figures))
