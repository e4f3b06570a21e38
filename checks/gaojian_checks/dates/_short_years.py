"""Years of two digits that can be nothing else: 09年, ’98年, 12年底, 98年3月, the 13年 of 2012年、13年."""

from gaojian import Document, Pattern, Span
from gaojian_checks.language.dates import years

_FIGURES = frozenset("0123456789")
_HAN = frozenset("〇零○一二三四五六七八九")
_HAN_OR_FIGURE = _FIGURES | _HAN | frozenset("０１２３４５６７８９")
_APOSTROPHES = frozenset("’'‘＇")
# 第09年, 近12年底子, 有期徒刑12年6月, 2009—12年: it counts, or the century stands before.
_NEVER_BEFORE = _HAN_OR_FIGURE | frozenset("第十百千万两几.．,%％—–-－~～/〔[［￼")
_NOT_BEFORE = frozenset("近过過约約逾满滿共期历歷达達长長隔超每刑役足早晚余多至到时職职龄齡任作")
# What follows says that it is no number of years: 12年底, 12年度, 12年3月.
_YEARLY = Pattern(
    "[底末](?![期子层層气氣蕴薪座部线線细])|初(?![步期级級中高五旬十一二三四六七八九见見显有露具始建创創])|度(?![过過假夏日量数])|[上下]半年"
    "|(?:1[0-2]|[1-9])月(?![内內龄齡余]|以[上下内內])"
)
_DATE = Pattern("年[0-9]{1,2}月[0-9]{1,2}日[ \u3000）)]*(?:\n|$)")
_WHOLE_YEAR = Pattern("(?:19|20)([0-9]{2})年[、，,和与及]([0-9]{2})$")
_COUNTED, _NEAR = frozenset("后後来來间間内內以多期"), 5


def short_years(document: Document) -> list[Span]:
    """Return the spans of the years of two digits in ``document``."""
    prose = document.prose
    # Most years are whole, and most other words before 年 no numbers: they cost no call.
    short = [
        at
        for at in document.get(years)
        if prose[at - 3 : at - 2] not in _HAN_OR_FIGURE and prose[at - 1] in _HAN_OR_FIGURE
    ]
    return [span for at in short if (span := _short_year(prose, at))]


def _short_year(prose: str, at: int) -> Span | None:
    """Return the span of the year of two digits whose 年 is at ``at``."""
    written, before = prose[at - 2 : at], prose[max(0, at - 3) : at - 2]
    is_han = _HAN.issuperset(written)
    # ○○年 holds a place open, 00年代 is a decade.
    if (
        at < 2
        or not (is_han or _FIGURES.issuperset(written))
        or not written.strip("〇零○")
        or prose[at + 1 : at + 2] == "代"
    ):
        return None
    if before in _APOSTROPHES:
        return None if is_han else Span(at - 3, at + 1)
    if before in _NEVER_BEFORE or (before.isascii() and before.isalnum()) or _DATE.match(prose, at):
        return None
    if written[0] in "0〇零○":
        return Span(at - 2, at + 1)
    counts = before in _NOT_BEFORE and not prose.startswith("通过", at - 4)
    # 七八年 are seven or eight.
    is_about = is_han and (written[0] not in "五六七八九" or _worth(written[1]) - _worth(written[0]) == 1)
    is_year = not counts and not is_about and (_YEARLY.match(prose, at + 1) or _continues(prose, at))
    return Span(at - 2, at + 1) if is_year else None


def _continues(prose: str, at: int) -> bool:
    """Return whether the number before ``at`` goes on from a whole year: the 13 of 2012年、13年."""
    full = _WHOLE_YEAR.search(prose, max(0, at - 8), at)
    return full is not None and 0 < int(full[2]) - int(full[1]) <= _NEAR and prose[at + 1 : at + 2] not in _COUNTED


def _worth(digit: str) -> int:
    return "〇一二三四五六七八九".find(digit)
