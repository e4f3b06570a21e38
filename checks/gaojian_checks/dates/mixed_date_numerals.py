"""DAT012 mixed-date-numerals."""

from collections.abc import Iterator
from itertools import pairwise

from gaojian import Check, Document, Finding, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import DateExpression, Kind, NumeralStyle, dates

_DATES = frozenset(
    {Kind.FULL_DATE, Kind.YEAR_MONTH, Kind.MONTH_DAY, Kind.TEN_DAYS, Kind.ERA, Kind.RANGE, Kind.YEAR_RANGE, Kind.OPEN}
)
_PURE = frozenset({NumeralStyle.ARABIC, NumeralStyle.HAN})
_FIGURES = frozenset("123456789１２３４５６７８９")
_HAN = frozenset("一二三四五六七八九十廿卅")


class MixedDateNumerals(Check):
    """日期汉阿混用：“二〇〇八年8月8日”。

    同一个日期里，年、月、日应当都用汉字，或者都用阿拉伯数字；起止日期也一样。混用多是套改旧稿时只换了一半。

    不报：“二○一三年”一类只是零的写法不同的（见 DAT013）；“2013年第一季度”“2013年上半年”；不同日期之间的差别（见
    DAT020）。

    One date, or the two ends of one range, written partly in Chinese numerals and partly in figures. Zeros of another
    script inside a year are the business of DAT013.
    """

    code = "DAT012"
    name = "mixed-date-numerals"
    title = Text("日期汉阿混用", "mixed numerals in a date")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 15835—2011 4.3",)
    examples = (
        bad("展会于⟦二〇〇八年8月8日⟧开幕。"),
        bad("截至⟦2013年三月底⟧，到位资金六成。"),
        bad("会期改为⟦3月五日⟧。"),
        bad("自⟦三月五日至8日⟧停水。"),
        good("展会于2008年8月8日开幕，二〇〇八年八月二十四日闭幕。"),
        good("二○一三年三月五日，二０一四年三月。"),
        good("2013年第一季度和2013年上半年持平，2013年五一期间。"),
        good("3月5日至8日，三月五日至八日。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date with Chinese numerals and figures."""
        for expression in document.get(dates):
            if expression.last is None and expression.style in _PURE:
                continue
            if expression.kind in _DATES and _is_mixed(document.prose, expression):
                written = document.text[expression.span.start : expression.span.end]
                message = Text(
                    f"“{written}”兼用汉字和阿拉伯数字，请统一成一种",
                    f"{written} mixes Chinese numerals and figures; use one kind",
                )
                yield Finding(_core(expression), message)


def _is_mixed(prose: str, expression: DateExpression) -> bool:
    start, end = _core(expression)
    written = prose[start:end]
    if _FIGURES.isdisjoint(written) or _HAN.isdisjoint(written):
        return False
    # 一季度 and 上半年 are words, not numbers.
    return any(here in _HAN and after not in {"半", "季"} for here, after in pairwise(f"{written} "))


def _core(expression: DateExpression) -> Span:
    """Return the span of the date without 截至, 以来 and the like."""
    return Span(expression.points[0].span.start, expression.points[-1].span.end)
