"""Dates and times in figures: 2013-03-05, 2013.3.5, 2013/3/5, 20130305, 2013-03-05T08:30, 8:30, 8时30分."""

import re

from gaojian import Pattern
from gaojian_checks.language import calendar
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.phrases import Reader
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import REPUBLIC
from gaojian_checks.language.numerals import NumeralStyle

_TIME = r"((?:T|[ \t\u3000]{1,2})[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
# What may not follow keeps out longer numbers, paths and versions.
_DATES = {
    "-": (NumeralStyle.ISO, Pattern(rf"-([0-9]{{1,2}})-([0-9]{{1,2}})(?![0-9A-SU-Za-z/_-]){_TIME}")),
    "/": (NumeralStyle.SLASHED, Pattern(rf"/([0-9]{{1,2}})/([0-9]{{1,2}})(?![0-9A-Za-z/._-]){_TIME}")),
    ".": (NumeralStyle.DOTTED, Pattern(rf"\.([0-9]{{1,2}})\.([0-9]{{1,2}})(?![0-9A-Za-z/_]|\.[0-9]){_TIME}")),
}
_NOT_BEFORE = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ./_-")
_FIGURES = frozenset("0123456789")
# 1991 to 2041: what else has this form in a document of Taiwan is no year of its time.
_REPUBLIC_YEARS = range(80, 131)
_COMPACT = Pattern("[0-9]{8}(?![0-9A-Za-z.%-])")
_FRAME = Pattern(r"(?:[（(]|日期[：:]?|时间[：:]?|時間[：:]?|截至|截止|于|於|[自从從])[ \u3000]?$")
_HOURS, _MINUTES_IN_HOUR = 24, 60
_HOUR = Pattern(r"(?:(上午|下午|凌晨|早上|晚上|中午|傍晚|晚)[ \u3000]?)?(?<![0-9:：.,])([0-9]{1,2})$")
_MINUTES = Pattern(
    r"[:：]([0-5][0-9])(?:[:：][0-5][0-9])?(?![0-9:：.])|(?![:：]).(?:([0-9]{1,2})分(?![0-9之])(?:[0-9]{1,2}秒)?|[半整钟鐘许許])?"
)


def _date(prose: str, at: int, floor: int) -> Raw | None:
    """Read 2013-03-05, its time of day included; ``at`` is the first stroke."""
    how, pattern = _DATES[prose[at]]
    match = pattern.match(prose, at)
    start = at - 4
    if match is not None and not prose[max(0, start) : at].isdecimal():
        return _of_the_republic(prose, floor, match, how)
    if match is None or start < floor or prose[start] not in "12" or _is_glued(prose, start):
        return None
    year, kind = int(prose[at - 4 : at]), Kind.TIMESTAMP if match[3] else Kind.FULL_DATE
    return Raw(at - 4, match.end(), kind, how, year, int(match[1]), int(match[2]), gregorian=year)


def _of_the_republic(prose: str, floor: int, match: re.Match[str], how: NumeralStyle) -> Raw | None:
    """Read 102.3.5 and 102/3/5, dates of Taiwan."""
    end = match.start()
    start = end - (3 if prose[max(0, end - 3)] in _FIGURES else 2)
    if start < floor or match[3] or _is_glued(prose, start) or int(prose[start:end]) not in _REPUBLIC_YEARS:
        return None
    year = int(prose[start:end])
    parts = (year, int(match[1]), int(match[2]))
    return Raw(start, match.end(), Kind.ERA, how, *parts, gregorian=year + REPUBLIC - 1)


def _compact(prose: str, at: int, floor: int) -> Raw | None:
    """Read 20130305, which is a date only where something says so."""
    if _COMPACT.match(prose, at) is None or _is_glued(prose, at):
        return None
    year, month, day = int(prose[at : at + 4]), int(prose[at + 4 : at + 6]), int(prose[at + 6 : at + 8])
    framed = _FRAME.search(prose, max(floor, at - 5), at)
    if framed is None or not calendar.exists(year, month, day):
        return None
    return Raw(at, at + 8, Kind.FULL_DATE, NumeralStyle.COMPACT, year, month, day, gregorian=year)


def _is_glued(prose: str, start: int) -> bool:
    return prose[max(0, start - 1) : start] in _NOT_BEFORE


def _clock(prose: str, at: int, floor: int) -> Raw | None:
    hour = _HOUR.search(prose, max(floor, at - 6), at)
    minutes = _MINUTES.match(prose, at)
    if hour is None or minutes is None:
        return None
    # 3点意见 is three points: 点 tells a time only after a part of the day or before minutes.
    if minutes[0] in {"点", "點"} and not hour[1]:
        return None
    number, past = int(hour[2]), int(minutes[1] or minutes[2] or 0)
    # 25:20 is a score, unless a date stands right before it.
    if number > _HOURS and prose[at] in ":：" and not hour[1] and not 0 < floor >= hour.start() - 1:
        return None
    return Raw(
        hour.start(),
        minutes.end(),
        Kind.CLOCK,
        NumeralStyle.ARABIC,
        number=number,
        possible=past < _MINUTES_IN_HOUR and (number < _HOURS or (number == _HOURS and not past)),
    )


# Who reads on from a mark among figures, or from the first figure of a date without marks.
READERS: dict[str, Reader] = {
    **dict.fromkeys("-/.", _date),
    **dict.fromkeys("12", _compact),
    **dict.fromkeys(":：时時点點", _clock),
}
