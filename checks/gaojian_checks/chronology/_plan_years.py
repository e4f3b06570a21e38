"""Years that a text binds to a five-year plan: “十二五”末的2015年, 2016年是“十三五”开局之年."""

import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.facts import FiveYearPlan
from gaojian_checks.language.numerals import value
from gaojian_checks.language.present_years import present_years
from gaojian_checks.language.title_years import reviews_several_years

_DIGITS = "[0-9]{4}|[一二三四五六七八九〇零○]{4}"
_YEAR = rf"(?<![0-9])({_DIGITS})年"
_CLOSE = "[”\"’」』']?(?:规划|规劃|規劃|计划|計劃)?"
_LAST = Pattern(rf"{_CLOSE}(?:期末|末期|末年|末|收官之年|收官年|最后一年)的?(?:{_YEAR}|[（(]{_YEAR}[）)])")
_FIRST = Pattern(rf"{_CLOSE}(?:开局之年|开局年|起步之年|第一年|首年)的?(?:{_YEAR}|[（(]{_YEAR}[）)])")
# The beginning is often compared with the year before it: 比“十一五”初的2005年.
_BEGINNING = Pattern(rf"{_CLOSE}(?:期初|初期|初)的?{_YEAR}")
_DURING = Pattern(rf"{_CLOSE}(?:期间|时期|期間|時期)的{_YEAR}")
_INTERVAL = Pattern(
    rf"{_CLOSE}(?:期间|时期|期間|時期)?[（(](?<![0-9])({_DIGITS})年?(?:[-—–－~～]{{1,2}}|[至到])({_DIGITS})年?[）)]"
)
_YEAR_BEFORE = Pattern(
    rf"(?:{_YEAR}|([今去明])年)(?:[，,]?[既又也才正恰]?[是为為]([^，。；、\n]{{0,6}}?)|[，,]?(?=[“\"‘「『']?$))[“\"‘「『']?$"
)
_ROLE = Pattern(
    r"[”\"’」』']?(?P<between>[^，。；、\n]{0,9}?)"
    r"(?:(?P<first>开局|起步|首|第一)|(?P<last>收官|最后一|末)|第(?P<nth>[二三四])|(?P<inside>承上启下|攻坚|中期|关键))[^，。；、\n]{0,4}?年"
)
# The year in which the next plan is drawn up lies before that plan.
_PREPARED = Pattern(r"[谋謀编編备備迎][划劃制订訂接战]?|衔接|前期|研究|启动")
_ACHIEVED = Pattern(r"实现了?[^，。；、\n]{0,4}?[“\"‘「『']?$")
_OPENED = Pattern(rf"{_CLOSE}的?(?:良好|顺利|精彩|圆满)?(?:开局|开门红|起步)(?!之?年)")
_OFFSETS = {"今": 0, "去": -1, "明": 1}


class Claim(NamedTuple):
    """A plan and the years that the text gives it: true if any of ``years`` is ``allowed``, or all if ``whole``."""

    span: Span
    years: frozenset[int]
    allowed: frozenset[int]
    whole: bool = False

    @property
    def holds(self) -> bool:
        """Whether the table bears the claim out."""
        return self.years <= self.allowed if self.whole else not self.years.isdisjoint(self.allowed)


def claims(document: Document, name: Span, plan: FiveYearPlan) -> Iterator[Claim]:
    """Yield what the text around ``name`` (with its quotation mark) says of the years of ``plan``."""
    yield from _after(document.prose, name, plan)
    yield from _before(document, name, plan)


def _after(prose: str, name: Span, plan: FiveYearPlan) -> Iterator[Claim]:
    inside = frozenset(range(plan.start, plan.end + 1))
    for pattern, allowed in (
        (_LAST, frozenset({plan.end - 1, plan.end})),
        (_FIRST, frozenset({plan.start})),
        (_BEGINNING, frozenset({plan.start - 1, plan.start, plan.start + 1})),
        (_DURING, inside),
        (_INTERVAL, inside),
    ):
        match = pattern.match(prose, name.end)
        if match:
            yield Claim(
                Span(name.start, match.end()),
                _years(*filter(None, match.groups())),
                allowed,
                whole=pattern is _INTERVAL,
            )


def _before(document: Document, name: Span, plan: FiveYearPlan) -> Iterator[Claim]:
    prose = document.prose
    low = max(0, name.start - 18)
    before = prose[low : name.start]
    year, role = _YEAR_BEFORE.search(before), _ROLE.match(prose, name.end)
    if year and role and not _PREPARED.search((year[3] or "") + role["between"]):
        years = _years(year[1]) if year[1] else present_years(document, _OFFSETS[year[2]])
        if years:
            yield Claim(Span(low + year.start(), role.end()), years, _allowed(role, plan))
    opened = _OPENED.match(prose, name.end) if _ACHIEVED.search(before) else None
    if opened and not document.get(reviews_several_years):
        mentioned = frozenset(range(plan.start - 1, plan.end + 2))
        years = present_years(document, 0)
        if years:
            yield Claim(Span(name.start, opened.end()), years, mentioned)


def _allowed(role: re.Match[str], plan: FiveYearPlan) -> frozenset[int]:
    if role["first"]:
        return frozenset({plan.start})
    if role["last"]:
        return frozenset({plan.end})
    if role["nth"]:
        return frozenset({plan.start + 1 + "二三四".index(role["nth"])})
    return frozenset(range(plan.start, plan.end + 1))


def _years(*written: str) -> frozenset[int]:
    return frozenset(year for year in map(value, written) if year is not None)
