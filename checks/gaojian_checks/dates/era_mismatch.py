"""DAT016 era-mismatch."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import REIGNS, DateExpression, Kind, dates, kinds
from gaojian_checks.language.numerals import value

_ERAS = frozenset({Kind.ERA, Kind.REIGN})
_NUMBER = "[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3}"
_MONTH = "(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?"
_AFTER = Pattern(
    r"[ \u3000]?(?:[（(]|[，,]?即)[ \u3000]?(?:即|[甲乙丙丁戊己庚辛壬癸].年?[，,、 ])?(?:公元|[西公][历曆元])?"
    rf"(?P<year>{_NUMBER})(?:年度?{_MONTH})?[ \u3000]?(?=[）)，,。；]|$)"
)
_BEFORE = Pattern(
    rf"(?<![0-9—–~～\-－至到])(?P<year>{_NUMBER})(?:年度?{_MONTH})?"
    r"[ \u3000]?(?:[（(]|[，,]?即)[ \u3000]?(?:即|[清明][朝代]?|日本)?$"
)
_REACH = 24
# The last two months of a lunar year may belong to the next Gregorian year.
_LATE_MONTHS = frozenset({11, 12})
_LATE = Pattern("[冬腊臘]月")


class EraMismatch(Check):
    """民国、年号不符：“民國102年（2014年）”，民國102年是2013年。

    民国、清代和明代的年号、日本的年号，和公元年份写在一起，换算不上，必有一个错；年号没有那么多年的（“光绪三十五年”），也是错。
    光绪以前的年按农历起讫，写明冬月、腊月的，下一个公元年也对。

    不报：单写的民国年、年号；“光绪二十年（1894—1895年）”一类起讫；日本年号超出末年的（旧计划常写“平成32年”）。

    A year of the Republic, of a reign of the Ming or the Qing, or of a Japanese reign beside another Gregorian year,
    and a year that a Chinese reign never reached.
    """

    code = "DAT016"
    name = "era-mismatch"
    title = Text("民国、年号不符", "year of an era does not match the Gregorian year")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("民国元年为1912年", "明清和日本各年号的起讫年份：language/dates/reigns.py，未经核实")
    examples = (
        bad("本辦法於民國102年（⟦2014年⟧）修正。", fixed="本辦法於民國102年（2013年）修正。"),
        bad("西元⟦2014年⟧（民國102年）修正。", fixed="西元2013年（民國102年）修正。"),
        bad("桥建于清光绪二十年（⟦1895年⟧）。", fixed="桥建于清光绪二十年（1894年）。"),
        bad(
            "桥建于⟦1895年⟧（清光绪二十年），民国三年（⟦1915⟧）重修。",
            fixed="桥建于1894年（清光绪二十年），民国三年（1914）重修。",
        ),
        bad("校舍落成于昭和10年（⟦1936年⟧）。", fixed="校舍落成于昭和10年（1935年）。"),
        bad("民國前5年（⟦1906年⟧）設校。", fixed="民國前5年（1907年）設校。"),
        bad("碑刻于⟦光绪三十五年⟧。"),
        good(
            "民國102年（2013年）修正，民國102年度（2013年度）決算；中華民國元年（西元1912年）；民國102年3月5日（2013年3月5日）。"
        ),
        good("桥建于清光绪二十年（甲午，1894年），万历十五年（1587年）始有渡口。"),
        good("光绪二十年腊月（1895年）封河；光绪二十年（1894—1895年）大水；昭和10年（1935年）。"),
        good("民国三十年的旧志，2013年（光绪版）影印；平成32年度计划。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every year of an era beside another Gregorian year, or beyond the end of its reign."""
        if document.get(kinds).isdisjoint(_ERAS):
            return
        prose = document.prose
        for era in document.get(dates):
            if era.kind not in _ERAS or era.start is None:
                continue
            if _is_beyond(document.text, era):
                yield Finding(era.span, _beyond(document.text, era))
                continue
            start, end = era.span
            for beside in (_AFTER.match(prose, end), _BEFORE.search(prose, max(0, start - _REACH), start)):
                if beside and value(beside["year"]) not in _gregorian(prose, era):
                    yield _finding(document.text, era, beside)


def _gregorian(prose: str, era: DateExpression) -> set[int]:
    """Return the Gregorian years that ``era`` may be."""
    year = era.start.year if era.start else 0
    reign = REIGNS.get(prose[era.span.start : era.span.start + 2])
    is_late = era.month in _LATE_MONTHS or _LATE.match(prose, era.span.end)
    return {year, year + 1} if reign and reign.is_lunar and is_late else {year}


def _is_beyond(text: str, era: DateExpression) -> bool:
    reign = REIGNS.get(text[era.span.start : era.span.start + 2])
    return bool(reign and reign.is_lunar and reign.last and era.start and era.start.year > reign.last)


def _beyond(text: str, era: DateExpression) -> Text:
    name = text[era.span.start : era.span.start + 2]
    reign = REIGNS[name]
    count = (reign.last or 0) - reign.first + 1
    return Text(f"{name}只有{count}年（资料表未经核实）；请核对", f"{name} had {count} years only (unverified); check")


def _finding(text: str, era: DateExpression, beside: re.Match[str]) -> Finding:
    written = text[slice(*era.span)]
    year = era.start.year if era.start else 0
    low, high = beside.span("year")
    is_unit = text[high : high + 1] == "年"
    right = str(year)
    message = Text(
        f"“{written}”是{year}年，不是{text[low:high]}年；请核对两者",
        f"{written} is {year}, not {text[low:high]}; check both",
    )
    fix = None
    if beside["year"].isascii():
        fix = Fix(Text(f"改为“{right}”", f"change to {right}"), (Edit(Span(low, high), right),), Safety.UNSAFE)
    return Finding(Span(low, high + is_unit), message, fix)
