"""DAT001 impossible-date."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.dates._evidence import is_certain, speaks_of_a_fault
from gaojian_checks.language import calendar
from gaojian_checks.language.dates import DateExpression, Kind, dates

_TIME = Pattern("[T \t\u3000]")
_MONTHS = frozenset({Kind.MONTH, Kind.YEAR_MONTH})


class ImpossibleDate(Check):
    """不存在的日期：“2月30日”“13月”“上午8时75分”。

    历法里没有的日期和钟点，一定是写错了：小月写出31日，平年写出2月29日，月份超过12，时间超过24点。这类差错读起来很顺，
    却会使通知、合同和报告失去依据。年份取自日期本身；没写年份的，取同一段前文的年份，这时2月29日只作警告。

    不报：“案例18月4日”“以上。17月28日”一类序号、比分和日期连在一起的；“9月31日（不合法的日期）”一类正在谈论错误日期
    的；“每月31日”和时长；点分的版本号“2021.13.4”“版本2021.2.30”。

    Days, months and times of day that no calendar or clock holds. A year comes from the date or from what stands before
    in the paragraph. List numbers glued to dates, talk about a wrong date and versions are left alone.
    """

    code = "DAT001"
    name = "impossible-date"
    title = Text("不存在的日期", "impossible date")
    severity = Severity.ERROR
    weight = 2.0
    basis = ("公历：大月31日，小月30日，2月28日，闰年29日", "GB/T 7408.1—2023（日期和时间的表示）")
    examples = (
        bad("会议定于⟦2013年2月30日⟧召开。"),
        bad("请于⟦9月31日⟧前报送材料。"),
        bad("工程于⟦2013年13月⟧竣工，⟦二〇一四年四月三十一日⟧验收。"),
        bad("展期为⟦8月12—32日⟧。"),
        bad("2013年3月立项，⟦2月29日⟧复核。"),
        bad("截稿日期：⟦2013-13-01⟧；⟦8时75分⟧集合，3月5日⟦25:30⟧散会。"),
        bad("登记日期：⟦2014-02-30⟧，到期⟦2015/4/31⟧。"),
        bad("报到时间：2023年9月⟦6月⟧，验收日期：⟦2014.2.30⟧。"),
        bad("原定九月⟦十六月⟧开工。"),
        bad("布展期⟦2014.2.30⟧—2014.3.5，⟦2014.4.31⟧前撤展。"),
        bad("大会于3月5日⟦上午8时75分⟧开始。"),
        good("2012年2月29日签约，2月28日以前送审。"),
        good("案例18月4日下午，来电咨询。"),
        good("累计降水80毫米以上。17月28日又有暴雨。"),
        good("程序把10月1日写成了9月31日（不合法的日期）。"),
        good("比分2比13月5日再战，第7组12月31日收官。"),
        good("升级到2021.13.4版；文号2013-15-3。"),
        good("驱动程序2021.2.30已经发布，兼容Foo 2020.6.31；见第2014.2.30条。"),
        good("培训满18月，每月31日结账，自○月○日起，20XX年0月0日止。"),
        good("全天开放到24:00，历时72时，主队25:20取胜。"),
        good("今年8月9月连续干旱，录取通知书把“9月6日”错写成了“9月6月”。"),
        good("2000年2月29日是闰日。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date that no calendar holds."""
        before: DateExpression | None = None
        for expression in document.get(dates):
            if not expression.possible and expression.kind is not Kind.DAY:
                yield from _impossible(document, expression, before)
            elif expression.kind is Kind.MONTH and before is not None and before.kind in _MONTHS:
                yield from _month_for_day(document, before, expression)
            before = expression


def _impossible(document: Document, expression: DateExpression, before: DateExpression | None) -> Iterator[Finding]:
    prose = document.prose
    if speaks_of_a_fault(prose, expression.span):
        return
    for point in expression.points:
        if not point.possible and is_certain(prose, point, before):
            # 8月12—32日: the second day means nothing without the month before it.
            span = expression.span if point.kind is Kind.DAY else _day_of(prose, point)
            yield _finding(span, point, expression)


def _month_for_day(document: Document, month: DateExpression, again: DateExpression) -> Iterator[Finding]:
    """Yield a finding for 9月6月: a second month in place of a day; 8月9月 are two months that follow each other."""
    gap = document.prose[month.span.end : min(again.span.start, month.span.end + 3)]
    first, second = month.points[-1].month, again.month
    if gap.strip() or again.part or first is None or second is None or second in {first, first % 12 + 1}:
        return
    if not speaks_of_a_fault(document.prose, again.span):
        written = document.text[again.span.start : again.span.end]
        message = Text(
            f"月份后面又是“{written}”，“日”是否误作“月”；请核对", "a month after a month: is 月 written for 日?"
        )
        yield Finding(again.span, message, severity=Severity.WARNING)


def _day_of(prose: str, point: DateExpression) -> Span:
    """Return the span of ``point`` without the time of day of a time stamp."""
    time = _TIME.search(prose, *point.span) if point.kind is Kind.TIMESTAMP else None
    return Span(point.span.start, time.start()) if time else point.span


def _finding(span: Span, point: DateExpression, expression: DateExpression) -> Finding:
    if point.kind is Kind.CLOCK:
        return Finding(span, Text("一天只有24小时，一小时只有60分", "a day has 24 hours, an hour 60 minutes"))
    month = point.month or (expression.first.month if expression.first else None)
    if month is None or not 1 <= month <= 12:
        return Finding(span, Text(f"没有{month}月，一年只有12个月；请核对", f"there is no month {month}"))
    leap_day = month == 2 and point.day == 29
    dated = point.year is not None and point.kind is Kind.FULL_DATE
    longest = 28 if leap_day else calendar.days_in_month(point.year if dated else None, month)
    year = f"{point.year}年" if dated else "这一年" if leap_day else ""
    # February is longer in some years: without one, 29 days are its most.
    only = "最多" if month == 2 and not year else "只有"
    message = Text(
        f"{year}{month}月{only}{longest}天，没有{point.day}日；请核对",
        f"month {month} has {longest} days only, there is no day {point.day}",
    )
    return Finding(span, message, severity=Severity.WARNING if leap_day and point.year is None else None)
