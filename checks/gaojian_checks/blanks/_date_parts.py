"""Months, days and years as they stand, with or without their numbers."""

from gaojian import NamedTuple
from gaojian_checks.blanks._surroundings import BLANKS, FIGURES

# 3月日均, 月平均, 日报: here 日 or 月 begins another word.
NOT_AFTER_DAY = frozenset("均平常本报報程用产產照内內俄美韩韓军軍方籍式资資企趋趨夜")
NOT_AFTER_MONTH = frozenset("均平度报報刊薪租供费費季票饼餅嫂色光工经經活息")
_DIGITS = "0123456789０１２３４５６７８９"
_NUMBER = frozenset(_DIGITS + "一二三四五六七八九十〇○零元")
_YEAR_NUMERALS = _DIGITS + "〇○零一二三四五六七八九"
MONTH_NUMERALS = _DIGITS + "一二三四五六七八九十"
YEARS_BY_NAME = frozenset("今去本同明当當上次翌")
# 20  年  月  日: the form prints the century.
_CENTURIES = ("19", "20", "二〇", "二○", "二零")
_RANGE_DASHES = frozenset("—－~～-")
_WIDEST_GAP = 6
_LONGEST_NUMBER = 3
_LONGEST_MONTH = 2 * _WIDEST_GAP + _LONGEST_NUMBER + len("月")


class Part(NamedTuple):
    """A month or day after a year or month: where it ends, its number and, for a month, whether a day follows."""

    end: int
    number: str
    day: "Part | None" = None

    @property
    def lacks(self) -> str:
        return ("" if self.number else "月") + lacking_day(self.day)


def read_month(prose: str, place: int) -> Part | None:
    # Most years are followed by no month at all.
    if prose.find("月", place, place + _LONGEST_MONTH) < 0:
        return None
    number, place = _number(prose, place)
    if prose[place : place + 1] != "月" or prose[place + 1 : place + 2] in NOT_AFTER_MONTH:
        return None
    day = read_day(prose, place + 1)
    return Part(day.end if day else place + 1, number, day)


def read_day(prose: str, place: int, *, ranges: bool = False) -> Part | None:
    """Read the day at ``place``, with ``ranges`` also 3—5日 and 3—日."""
    number, end = _number(prose, place)
    if ranges and number[-1:] in FIGURES and prose[end : end + 1] in _RANGE_DASHES and prose[end - 1] == number[-1]:
        _, end = _number(prose, end + 1)
    if prose[end : end + 1] == "日" and prose[end + 1 : end + 2] not in NOT_AFTER_DAY:
        return Part(end + 1, number)
    return None


def _number(prose: str, place: int) -> tuple[str, int]:
    """Return the number of at most three characters after a few blanks, and where the blanks behind it end."""
    start = skip_blanks(prose, place)
    end = start
    while end < start + _LONGEST_NUMBER and prose[end : end + 1] in _NUMBER:
        end += 1
    return prose[start:end], skip_blanks(prose, end)


def skip_blanks(prose: str, place: int) -> int:
    window = prose[place : place + _WIDEST_GAP]
    return place + len(window) - len(window.lstrip(BLANKS))


def year_before(left: str) -> int | None:
    """Return where the year begins that ends ``left``: 2013年, 今年, 明年."""
    words = left.rstrip(BLANKS)
    if not words.endswith("年") or len(left) - len(words) > _WIDEST_GAP:
        return None
    words = words[:-1]
    digits = min(len(words) - len(words.rstrip(_YEAR_NUMERALS)), 4)
    if digits >= 2:
        return len(words) - digits
    return len(words) - 1 if words[-1:] in YEARS_BY_NAME else None


def century_before(left: str) -> int | None:
    words = left.rstrip(BLANKS)
    if not words.endswith("年") or len(left) - len(words) > _WIDEST_GAP:
        return None
    century = words[:-1].rstrip(BLANKS)
    blanks = len(words) - 1 - len(century)
    return len(century) - 2 if 0 < blanks <= _WIDEST_GAP and century.endswith(_CENTURIES) else None


def lacking_day(day: Part | None) -> str:
    return "日" if day and not day.number else ""
