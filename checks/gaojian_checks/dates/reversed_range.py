"""DAT002 reversed-range."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import DateExpression, Kind, dates, kinds

# GB 2828—2003年版: the first number is that of a standard.
_NUMBERED_BEFORE = Pattern(r"[A-Za-z][/A-Za-z]{0,6}[ \u3000]?$|[0-9.][ ]?$|第$|[〔\[]$")
_JOINT = Pattern(r"[（(](?:星期|[周週]|[礼禮]拜).[）)][ \u3000]?(?:[—–－~～-]{1,2}|[至到])[ \u3000]?$")
_RANGES = frozenset({Kind.RANGE, Kind.YEAR_RANGE, Kind.SCHOOL_YEAR})
# One of these is in every document with a range.
_ENOUGH = _RANGES | {Kind.WEEKDAY}


class ReversedRange(Check):
    """起止颠倒：“2012—2009年”“8月15—12日”。

    范围的终点早于起点，两端必有一处写错，或者写反了。只比较两端都写明了的：年份对年份，写全了年份的日期对日期，
    同一个月里的日对日。

    不报：“12月—3月”“10月8日—3月5日”一类没写年份、可以跨年的；“每月25日至5日”；“GB 2828—2003年版”一类标准编号。

    A range that ends before it begins, when both ends are stated: years, full dates, or days of one month. Months
    without a year may cross the New Year and are left alone.
    """

    code = "DAT002"
    name = "reversed-range"
    title = Text("起止颠倒", "reversed range")
    severity = Severity.ERROR
    weight = 2.0
    basis = ("GB/T 15835—2011 5.1.3", "范围的终点不早于起点")
    examples = (
        bad("规划期为⟦2012—2009年⟧。"),
        bad("展览于⟦8月15—12日⟧举行，布展⟦8月9日至8月3日⟧。"),
        bad("项目自⟦2014年3月至2013年12月⟧实施。"),
        bad("任期为⟦2013年5月8日—2013年5月1日⟧。"),
        bad("⟦二〇一五年至二〇一一年⟧，累计造林三万亩。"),
        bad("⟦2013—2012学年⟧第一学期开设新课。"),
        bad("任期为⟦2015.3.1—2012.2.28⟧，展期⟦2015-03-01至2015-02-28⟧。"),
        bad("报到时间为⟦2013年3月8日（周五）至3月5日⟧（周二）。"),
        good("2013年3月5日（周二）至8日（周五），3月5日（周二）至次年1月。"),
        good("供暖期为12月—3月，轮值10月8日—3月5日。"),
        good("2013年12月—2014年3月，分三批检修。"),
        good("每月25日至5日集中报税；2009—2012年完成。"),
        good("执行GB 2828—2003年版抽样标准。"),
        good("8月30日—9月2日报到，2013年11月—3月停航。"),
        good("由2012年降至2009年的水平。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every range that ends before it begins."""
        for first, last in _ranges(document):
            if _is_reversed(first, last) and not _is_numbered(document.prose, first):
                yield _finding(document.text, first, last)


def _ranges(document: Document) -> Iterator[tuple[DateExpression, DateExpression]]:
    """Yield both ends of every range, also of 3月5日（周二）至8日（周五）."""
    if document.get(kinds).isdisjoint(_ENOUGH):
        return
    before: DateExpression | None = None
    weekday = False
    for expression in document.get(dates):
        if expression.kind is Kind.WEEKDAY:
            weekday = True
            continue
        if expression.kind in _RANGES and expression.first is not None and expression.last is not None:
            yield expression.first, expression.last
        elif weekday and before is not None and _are_joined(document.prose, before.span.end, expression.span.start):
            yield before, expression
        before, weekday = expression, False


def _are_joined(prose: str, start: int, end: int) -> bool:
    """Return whether a weekday in brackets and a joint stand in between."""
    return prose[start] in "（(" and _JOINT.match(prose, start, end) is not None


def _is_reversed(first: DateExpression, last: DateExpression) -> bool:
    if not first.possible or not last.possible:
        return False
    if first.year is not None and last.year is not None:
        # 2012年至2012年3月: a year and a month of it are no contradiction.
        if first.start is None or last.start is None or last.end is None:
            return False
        return first.start.year > last.start.year or first.start > last.end
    if first.month is None or first.day is None or last.day is None or last.year is not None:
        return False
    return last.month in {None, first.month} and first.day > last.day


def _is_numbered(prose: str, first: DateExpression) -> bool:
    start = first.span.start
    return _NUMBERED_BEFORE.search(prose, max(0, start - 9), start) is not None


def _finding(text: str, first: DateExpression, last: DateExpression) -> Finding:
    begin, end = (text[member.span.start : member.span.end] for member in (first, last))
    message = Text(
        f"终点“{end}”早于起点“{begin}”；请核对两端，或调换次序",
        f"the end {end} is before the beginning {begin}",
    )
    return Finding(Span(first.span.start, last.span.end), message)
