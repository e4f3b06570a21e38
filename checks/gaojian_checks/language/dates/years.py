"""What the number before 年 means: a Gregorian year, a year of an era, or no year at all."""

from collections.abc import Callable

from gaojian import NamedTuple
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import BLANKS
from gaojian_checks.language.dates.reigns import REIGNS
from gaojian_checks.language.numerals import value

REPUBLIC = 1912
ERA_ENDS = frozenset({name[-1] for name in REIGNS} | set("国國前"))
_CHINESE_REIGNS_END = 1911
_STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ANIMALS = "鼠牛虎兔龙蛇马羊猴鸡狗猪龍馬雞豬"
_PIVOT = 50
# 中華民國前, and blanks before the number.
_REACH = 7
# 二００八 mixes scripts at its zeros.
_ZEROS = {ord("0"): "〇", ord("０"): "〇"}


class Year(NamedTuple):
    """A year: how it is counted, the number written, the Gregorian year it falls in, and where it begins."""

    kind: Kind
    written: int
    gregorian: int | None
    start: int


def read_year(prose: str, start: int, written: str, *, with_month: bool, taiwanese: Callable[[], bool]) -> Year | None:
    """Return the year of the number ``written`` at ``start``, which stands before 年; None when it is no year.

    ``taiwanese`` tells whether 102年 is one of the Republic; it is only asked where that makes a difference.
    """
    number = 1 if written == "元" else value(written) or value(written.translate(_ZEROS))
    if number is None:
        number = _two_digits(written)
    if number is None:
        return None
    if len(written) == 4 and 1000 <= number <= 2999:
        return Year(Kind.YEAR, number, number, start)
    before = prose[max(0, start - _REACH) : start].rstrip(BLANKS)
    era = _era(before, number, max(0, start - _REACH)) if before[-1:] in ERA_ENDS else None
    if era is not None:
        return era
    if not with_month or written == "元":
        return None
    if 1 <= number <= 199 and taiwanese():
        return Year(Kind.ERA, number, number + REPUBLIC - 1, start)
    # 有期徒刑12年6月 and 满12年 count years.
    if len(written) == 2 and "十" not in written and not before.endswith(("第", "满", "滿", "刑", "役")):
        return Year(Kind.YEAR, number, number + (1900 if number >= _PIVOT else 2000), start)
    return None


def _two_digits(written: str) -> int | None:
    # 九八年三月: digits read one by one, which elsewhere would be an approximation.
    if len(written) != 2:
        return None
    tens, ones = value(written[0]), value(written[1])
    return None if tens is None or ones is None else tens * 10 + ones


def _era(before: str, number: int, offset: int) -> Year | None:
    """Return the year of the era that ``before``, which begins at ``offset``, ends with."""
    ancient = before.endswith(("民国前", "民國前"))
    name = before.removesuffix("前") if ancient else before
    if name.endswith(("民国", "民國")):
        length = 4 if name.endswith(("中华民国", "中華民國")) else 2
        year = REPUBLIC - number if ancient else REPUBLIC + number - 1
        return Year(Kind.ERA, number, year, offset + len(name) - length)
    reign = REIGNS.get(before[-2:])
    if reign is None:
        return None
    return Year(Kind.REIGN, number, reign.first + number - 1, offset + len(before) - 2)


def is_lunar_reign(year: int | None) -> bool:
    """Return whether months of a reign that fell in ``year`` were lunar months."""
    return year is not None and year <= _CHINESE_REIGNS_END


def sexagenary(pair: str) -> int | None:
    """Return the number (0 for 甲子 … 59 for 癸亥) of a pair of stem and branch; None if there is no such pair."""
    if len(pair) != 2:
        return None
    stem, branch = _STEMS.find(pair[0]), BRANCHES.find(pair[1])
    if stem < 0 or branch < 0 or (stem - branch) % 2:
        return None
    return next(number for number in range(60) if number % 10 == stem and number % 12 == branch)
