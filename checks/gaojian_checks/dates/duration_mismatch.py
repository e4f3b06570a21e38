"""DAT010 duration-mismatch."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import DateExpression, Kind, dates, kinds
from gaojian_checks.language.numerals import value

_NUMBER = r"([0-9]{1,3}|[一二三四五六七八九十]{1,3})"
# 三年多 and 近三年 count roughly; 三年级, 三年期 and 第三年 don't count the years of the range.
_AFTER = Pattern(
    rf"[，,（(]?(?:共计?|历时|歷時|前后|前後|长达|長達|整整|这|這|的){{0,2}} ?{_NUMBER} ?个?年"
    r"(?:[间間来來里裡中内內]|时间|時間|期间|期間|[）)]|(?=[，。；、\r\n]|$))"
)
_BEFORE = Pattern(rf"(?<!第){_NUMBER} ?年(?:[间間来來里裡中内內]|时间|期间)?[（(]$")
_ROUGH = frozenset("近约約逾超每第")
_RANGES = frozenset({Kind.YEAR_RANGE, Kind.RANGE, Kind.SCHOOL_YEAR})
_LONGEST = 200


class DurationMismatch(Check):
    """年数与起止不符：“2009年至2012年六年间”。

    起止年份写明了，年数就能算出来；算头算尾是四年，只算间隔是三年，两种算法都通行，都不报。写成别的数，不是年数错，
    就是起止年份错。写有月份的，按月份折算，不足一年的进位、舍去都可以。

    不报：“近三年”“三年多”一类约数，“三年级”“三年期”“每三年”；年数不紧跟着起止年份的。

    A number of years right beside a range of years that it doesn't fit, whether both ends are counted or not. Rough
    numbers and numbers further away are left alone.
    """

    code = "DAT010"
    name = "duration-mismatch"
    title = Text("年数与起止不符", "number of years does not fit the range")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("年数＝终年－始年，或再加一：正式文献两种算法并用（实测）",)
    examples = (
        bad("⟦2009年至2012年六年间⟧，全市造林三万亩。"),
        bad("⟦2001—2010年的8年来⟧，没有发生事故。"),
        bad("修渠⟦五年（1998—2005年）⟧，受益万户。"),
        bad("⟦二〇〇一年至二〇〇五年，共三年⟧。"),
        bad("⟦2010年3月至2012年3月共4年⟧。"),
        good("2009年至2012年三年间，造林三万亩；2009—2012年四年间，修路百里。"),
        good("2009年9月至2012年7月三年间，在校学习；2008—2012学年四年间。"),
        good("2009年至2012年三年多时间，2001—2010年近8年。"),
        good("五年来（2008年至2012年），财政收入翻番。"),
        good("2009年至2012年，六年级学生减少；2012—2020年10年禁渔。"),
        good("2009年至2030年，每五年评估一次。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every range of years beside a number of years that it doesn't fit."""
        if document.get(kinds).isdisjoint(_RANGES):
            return
        prose = document.prose
        for expression in document.get(dates):
            if expression.kind not in _RANGES:
                continue
            spread = _years(expression)
            stated = _stated(prose, expression) if spread else None
            if spread is None or stated is None or stated[0] in spread:
                continue
            count, span = stated
            fitting = "或".join(str(years) for years in spread)
            message = Text(
                f"起止之间是{fitting}年，文中写作{count}年；请核对",
                f"the range covers {' or '.join(map(str, spread))} years, the text says {count}",
            )
            yield Finding(span, message)


def _years(expression: DateExpression) -> range | None:
    """Return the numbers of years that may be said of the range, or None when its ends aren't written."""
    first, last = expression.points[0], expression.points[-1]
    if first.year is None or last.year is None or not first.start or not last.start or not last.end:
        return None
    if first.start > last.start:
        return None
    difference = last.start.year - first.start.year
    if first.month is None or last.month is None:
        return range(difference, difference + 2) if difference else None
    months = 12 * difference + last.start.month - first.start.month
    return range(months // 12, (months + 1) // 12 + 1 + bool((months + 1) % 12)) if months >= 12 else None


def _stated(prose: str, expression: DateExpression) -> tuple[int, Span] | None:
    """Return the number of years stated beside the range, with the span of both."""
    start, end = expression.span
    after = _AFTER.match(prose, end)
    if after is not None:
        count = value(after[1])
        return None if count is None or count > _LONGEST else (count, Span(start, after.end()))
    if prose[start - 1 : start] not in {"（", "("} or prose[end : end + 1] not in {"）", ")"}:
        return None
    before = _BEFORE.search(prose, max(0, start - 9), start)
    if before is None or prose[before.start() - 1 : before.start()] in _ROUGH:
        return None
    count = value(before[1])
    return None if count is None or count > _LONGEST else (count, Span(before.start(), end + 1))
