"""Years named by stem and branch or by their animal, and the year that is told beside them."""

import bisect
import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import matches
from gaojian_checks.language.dates import Kind, dates, kinds, years
from gaojian_checks.language.dates.years import ANIMALS, BRANCHES, sexagenary
from gaojian_checks.language.lunar_words import CALENDAR
from gaojian_checks.language.numerals import value

_TRADITIONAL = {"龍": "龙", "馬": "马", "雞": "鸡", "豬": "猪"}
_ORDER = "鼠牛虎兔龙蛇马羊猴鸡狗猪"
_STEMS = frozenset("甲乙丙丁戊己庚辛壬癸")
_NAMES = frozenset(ANIMALS + BRANCHES)
_BRACKETS = frozenset("（(")
_REMARK = Pattern(r"[（(](..)(?=[）)，, \u3000])")
_LABELLED = Pattern("[岁歲]次(..)")
# 牛年产奶六吨 and 猪年出栏 count by the year.
_LIVESTOCK = frozenset("牛马馬羊鸡雞猪豬兔")
_MAY_FOLLOW = frozenset("。，、；！？）)”」』\n\r 春大新吉贺賀邮郵迎来到的是（(")
_CYCLE, _ANIMALS, _FIRST = 60, 12, 4
_REACH = 40
_SPRING, _AUTUMN = 2, 11

_NUMBER = "[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3}"
_MONTH = "(?:(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9一二三四五六七八九十]{1,3}日)?)?"
_GAP = (
    rf"[ \u3000]?(?:[（(]|是|[为為]|即|也是|[恰正适適]逢)?[ \u3000]?(?:是|[为為]|即)?"
    rf"(?:{CALENDAR}|[岁歲]次|干支|生肖|[传傳][统統]|中国|的|“|「)*$"
)
_BEFORE = Pattern(rf"(?<![0-9前—–~～\-－至到])(?P<year>{_NUMBER})(?:年{_MONTH})?{_GAP}")
_ONLY_GAP = Pattern(_GAP)
_AFTER = Pattern(
    rf"[”」]?[ \u3000]?(?:[（(]|，?即)(?:公元|[西公][历曆元])?[ \u3000]?(?P<year>{_NUMBER})(?:年{_MONTH}|(?=[）)，,]))"
    r"(?![—–~～\-－至到])"
)


class Told(NamedTuple):
    """The years that a named year may be, the likeliest first; ``is_exact`` where a month or a reign tells."""

    years: tuple[int, ...]
    is_exact: bool


class Named(NamedTuple):
    """A year by stem and branch (``number``, 甲子 is 0), by its ``animal`` (鼠 is 0), or both.

    ``span`` is the whole of it, ``words`` its stem, branch and animal.
    """

    span: Span
    words: Span
    number: int | None
    animal: int | None

    @property
    def contradicts_itself(self) -> bool:
        """Whether branch and animal belong to different years."""
        return self.number is not None and self.animal is not None and self.number % _ANIMALS != self.animal

    def fits(self, told: tuple[int, ...]) -> bool:
        """Return whether one of the Gregorian years in ``told`` has this name."""
        if self.number is not None:
            return any((year - _FIRST) % _CYCLE == self.number for year in told)
        return any((year - _FIRST) % _ANIMALS == self.animal for year in told)


def named_years(document: Document) -> Iterator[Named]:
    """Yield the years that ``document`` names by stem and branch or by animal."""
    prose = document.prose
    last = len(prose) - 1
    for at in document.get(years):
        named = _before(prose, at) if prose[at - 1] in _NAMES else None
        if named is None and at < last and prose[at + 1] in _BRACKETS and prose[at + 2 : at + 3] in _STEMS:
            named = _in_brackets(prose, at + 1)
        if named is not None:
            yield named
    yield from _after_label(document)


def _after_label(document: Document) -> Iterator[Named]:
    """Yield the years named without 年: 岁次癸巳."""
    prose = document.prose
    for match in (match for mark in "岁歲" for match in matches(document, mark, _LABELLED)):
        number = sexagenary(match[1])
        if number is not None and not prose.startswith("年", match.end()):
            yield Named(Span(*match.span(1)), Span(*match.span(1)), number, None)


def _before(prose: str, at: int) -> Named | None:
    """Return the year whose 年 is at ``at``: 癸巳年, 蛇年, 癸巳蛇年."""
    animal = _ORDER.find(_TRADITIONAL.get(prose[at - 1], prose[at - 1]))
    end = at if animal < 0 else at - 1
    number = sexagenary(prose[max(0, end - 2) : end])
    start = end if number is None else end - 2
    if number is None and (animal < 0 or (prose[at - 1] in _LIVESTOCK and prose[at + 1 : at + 2] not in _MAY_FOLLOW)):
        return None
    return Named(Span(start, at + 1), Span(start, at), number, None if animal < 0 else animal)


def _in_brackets(prose: str, at: int) -> Named | None:
    remark = _REMARK.match(prose, at)
    number = sexagenary(remark[1]) if remark else None
    return None if number is None else Named(Span(at + 1, at + 3), Span(at + 1, at + 3), number, None)


def told_year(document: Document, named: Named) -> Told | None:
    """Return the year told right beside ``named``, None where there is none."""
    prose, (start, end) = document.prose, named.span
    beside = _BEFORE.search(prose, max(0, start - _REACH), start) or _AFTER.match(prose, end)
    return _told(beside, named) if beside else _of_era(document, start)


def _told(beside: re.Match[str], named: Named) -> Told | None:
    year, month = value(beside["year"]), value(beside["month"]) if beside["month"] else None
    if year is None:
        return None
    if month is not None and month <= _SPRING:
        return Told((year, year - 1), is_exact=True)
    # In the last months the animal of the next year is in all mouths.
    ahead = month is not None and month >= _AUTUMN and named.number is None
    return Told((year, year + 1) if ahead else (year,), is_exact=month is not None)


def _of_era(document: Document, start: int) -> Told | None:
    """Return the year of the reign before ``start``: 光绪二十年（甲午年）."""
    if document.get(kinds).isdisjoint({Kind.REIGN, Kind.ERA}):
        return None
    expressions = document.get(dates)
    index = bisect.bisect_left(expressions, start, key=lambda expression: expression.span.start)
    era = expressions[index - 1]
    is_near = index > 0 and era.kind in {Kind.REIGN, Kind.ERA} and 0 <= start - era.span.end <= _REACH
    if is_near and era.start and era.month is None and _ONLY_GAP.match(document.prose, era.span.end, start):
        return Told((era.start.year,), is_exact=True)
    return None
