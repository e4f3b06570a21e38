"""Whether a date can be the festival or the lunar day that stands beside it."""

import functools
from collections.abc import Iterable
from datetime import date

from gaojian import Document, Edit, Finding, Fix, Safety, Severity, Span, Text
from gaojian_checks.dates._beside import Beside
from gaojian_checks.dates._weekdays import possible_days
from gaojian_checks.language import calendar
from gaojian_checks.language.dates import DateExpression, NumeralStyle, is_taiwanese
from gaojian_checks.language.facts import authority, cap
from gaojian_checks.language.festivals import Festival, festivals
from gaojian_checks.language.lunar import MONTHS, on

_OUR_TIME = range(1949, 2101)
_LUNAR = ("农历", "農曆", "阴历", "陰曆", "夏历", "夏曆", "旧历", "舊曆")
_TRADITIONAL = frozenset("農曆臘閏")


def festival_conflict(document: Document, place: Beside) -> Finding | None:
    """Return what is wrong with the date beside a festival, None where nothing is known to be."""
    day, festival = place.day, place.festival
    if festival is None or _is_lunar(document, day) or (not festival.is_movable and document.get(is_taiwanese)):
        return None
    month_and_day = (day.month, day.day)
    if day.year is None and month_and_day in festival.lunar:
        # 9月9日重阳节: the lunar date, written as if it were another.
        return None
    days = sorted({each for year in _years(document, place, festival) for each in festival.days(year)})
    if month_and_day in ({(each.month, each.day) for each in days} or _ever(festival.forms[0])):
        return None
    certainty = festival.certainty_in(days[0].year) if days else festival.certainty
    is_sure = day.year is not None and festival.is_movable and not festival.weekday
    severity = cap(Severity.ERROR if is_sure else Severity.WARNING, certainty)
    return Finding(day.span, _message(festival, day, days), _fix(document, day, days), severity=severity)


def lunar_conflict(document: Document, place: Beside) -> Finding | None:
    """Return what is wrong with the lunar day beside a date, None where nothing is known to be."""
    if place.lunar is None or _is_lunar(document, place.day):
        return None
    month, number, is_leap = place.lunar
    known = [lunar for each in _possible(document, place.day, (0, -1, 1)) if (lunar := on(each))]
    if not known or any((lunar.month, lunar.day) == (month, number) and lunar.is_leap >= is_leap for lunar in known):
        return None
    right = known[0]
    source = authority(right.certainty)
    first = _possible(document, place.day, (0,))[0]
    message = Text(
        f"{first.year}年{first.month}月{first.day}日是农历{right.name}（{source.zh}）；请核对两个日期",
        f"{first} is {right.name} of the lunar calendar ({source.en}); check both dates",
    )
    written = document.text[place.span.start - 2 : place.span.end]
    title = Text(f"改为“{right.name}”", f"change to {right.name}")
    edits = () if _TRADITIONAL.intersection(written) else (Edit(place.span, right.name),)
    severity = cap(Severity.ERROR if place.day.year is not None else Severity.WARNING, right.certainty)
    return Finding(place.span, message, Fix(title, edits, Safety.UNSAFE) if edits else None, severity=severity)


def _is_lunar(document: Document, day: DateExpression) -> bool:
    start = day.span.start
    return document.text[max(0, start - 2) : start] in _LUNAR


def _years(document: Document, place: Beside, festival: Festival) -> Iterable[int]:
    """Return the years that the date of a festival may be in; that of a fixed one is the same in all of them."""
    if festival.solar:
        return (_OUR_TIME[0],)
    # 2012年除夕 may be that of the lunar year 2012, which is in 2013.
    is_late = any(month == MONTHS or not day for month, day in festival.lunar)
    around = (0,) if place.is_of_year and not is_late else (0, 1)
    return {each.year for each in _possible(document, place.day, around)}


def _possible(document: Document, day: DateExpression, around: tuple[int, ...]) -> list[date]:
    """Return the days that ``day`` may be: itself, or in the years ``around`` the one that its paragraph names."""
    if day.start is None:
        return list(possible_days(document, day))
    if day.year is not None:
        return [day.start]
    years = (day.start.year + more for more in around)
    intervals = (calendar.interval(year, day.month, day.day) for year in years)
    return [interval[0] for interval in intervals if interval]


@functools.cache
def _ever(form: str) -> frozenset[tuple[int, int]]:
    """Return every month and day that the festival called ``form`` falls on in our time."""
    return frozenset((each.month, each.day) for year in _OUR_TIME for each in festivals()[form].days(year))


def _message(festival: Festival, day: DateExpression, days: list[date]) -> Text:
    written = f"{day.month}月{day.day}日"
    source = authority(festival.certainty_in(days[0].year) if days else festival.certainty)
    if not days:
        return Text(
            f"{festival.name}不会在{written}（{source.zh}）；请核对",
            f"{festival.name} is never on {written} ({source.en})",
        )
    only = days[0]
    year = f"{only.year}年的" if festival.is_movable else ""
    right = "或".join(f"{each.month}月{each.day}日" for each in days if each.year == only.year)
    return Text(
        f"{year}{festival.name}是{right}，不是{written}（{source.zh}）；请核对",
        f"{festival.name} is on {right}, not on {written} ({source.en}); check both",
    )


def _fix(document: Document, day: DateExpression, days: list[date]) -> Fix | None:
    written = document.text[day.span.start : day.span.end]
    own = [each for each in days if each.year == days[0].year]
    if len(own) != 1 or day.style is not NumeralStyle.ARABIC or " " in written:
        return None
    start = day.span.start + written.find("年") + 1
    right = f"{own[0].month}月{own[0].day}{written[-1]}"
    title = Text(f"改为“{right}”", f"change to {right}")
    return Fix(title, (Edit(Span(start, day.span.end), right),), Safety.UNSAFE)
