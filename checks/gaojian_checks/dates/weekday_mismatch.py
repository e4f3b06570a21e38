"""DAT003 weekday-mismatch."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language import calendar
from gaojian_checks.language.anchors import publication, signature, title_years
from gaojian_checks.language.dates import DateExpression, Kind, dates

_DAYS = frozenset({Kind.FULL_DATE, Kind.MONTH_DAY, Kind.ERA, Kind.TIMESTAMP})
_GAP = re.compile(r"(?:[上下]午|晚上?)?[ \u3000]?(?:[，,][ \u3000]?)?$")
_BRACKET = re.compile(r"[ \u3000]?[（(][ \u3000]?$")
# （周日闭馆）, 星期一至星期五: what follows makes it another statement than the weekday of the date.
_AFTER_BRACKETED = re.compile(r"[ \u3000]?[）)，,；;]|[ \u3000]?(?:[上下]午|凌晨|早上?|晚上?|中午|[0-9])")
_NOT_AFTER = re.compile(r"[ \u3000]?(?:[至到—–－~～、和及或与-]|闭馆|休息|除外|以外|起?每)")
_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_HALF_YEAR = timedelta(days=183)


class WeekdayMismatch(Check):
    """星期不符：“2013年3月5日（星期三）”，那天是星期二。

    日期和星期只有一个对得上历法：不是日期错，就是星期错，会议通知里错一天就要误事。年份写明的，报错误；年份取自同一段
    前文，或取自标题、成文日期的，报警告。订正星期的修改须人工确认，因为错的也可能是日期。

    不报：“10月28日（周日闭馆）”“3月5日（周二至周五）”一类说明；没有年份可依据的日期。

    A weekday beside a date that the calendar gives another weekday. With the year written, an error; with a year from
    the paragraph, the title or the signature, a warning. Opening hours and ranges of weekdays are left alone.
    """

    code = "DAT003"
    name = "weekday-mismatch"
    title = Text("星期不符", "weekday does not match the date")
    severity = Severity.ERROR
    basis = ("公历推算",)
    examples = (
        bad("会议定于2013年3月5日（⟦星期三⟧）召开。", fixed="会议定于2013年3月5日（星期二）召开。"),
        bad("2024年2月29日⟦周五⟧上午报到。", fixed="2024年2月29日周四上午报到。"),
        bad("二〇一三年三月五日（⟦礼拜天⟧）开工。", fixed="二〇一三年三月五日（礼拜二）开工。"),
        bad("时间：2013-03-05 ⟦星期一⟧", fixed="时间：2013-03-05 星期二"),
        bad(
            "2013年3月4日（星期一）报到，3月5日（⟦周三⟧）开会。",
            fixed="2013年3月4日（星期一）报到，3月5日（周二）开会。",
        ),
        bad("⟦周三⟧（2013年3月5日）上午开会。", fixed="周二（2013年3月5日）上午开会。"),
        bad(
            "关于召开2013年冬训会的通知\n时间：12月5日（⟦周三⟧）",
            fixed="关于召开2013年冬训会的通知\n时间：12月5日（周四）",
            whole=True,
        ),
        good("会议定于2013年3月5日（星期二）召开，3月8日（周五）结束。"),
        good("展期为2013年3月5日至4月6日（周日闭馆），3月11日（周二至周五）布展。"),
        good("3月5日（星期三）开会。", whole=True),
        good("2013年3月5日，每周三开放；3月5日，一周后复查。"),
        good("2013年3月5日、周三、周四都可报名。"),
        good("中華民國102年3月5日（星期二）公布。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every weekday that its date doesn't fall on."""
        expressions = document.get(dates)
        if not any(expression.kind is Kind.WEEKDAY for expression in expressions):
            return
        for before, here, after in zip((None, *expressions), expressions, (*expressions[1:], None), strict=False):
            if here.kind is not Kind.WEEKDAY:
                continue
            day = _dated_by(document.prose, before, here, after)
            if day is not None:
                yield from _compare(document, day, here)


def _dated_by(
    prose: str, before: DateExpression | None, weekday: DateExpression, after: DateExpression | None
) -> DateExpression | None:
    """Return the date whose weekday ``weekday`` states, or None."""
    start, end = weekday.span
    if before is not None and start - before.span.end <= 3 and not _NOT_AFTER.match(prose, end):
        gap = prose[before.span.end : start]
        bracketed = _BRACKET.match(gap) is not None and _AFTER_BRACKETED.match(prose, end) is not None
        day = before.points[-1]
        if (bracketed or _GAP.match(gap)) and day.kind in _DAYS and day.span.end == before.span.end:
            return day
    if after is not None and after.span.start == end + 1 and prose[end] in "（(" and after.kind in _DAYS:
        return after
    return None


def _compare(document: Document, day: DateExpression, weekday: DateExpression) -> Iterator[Finding]:
    candidates = [day.start] if day.start else list(_anchored(document, day))
    if not candidates or any(candidate.isoweekday() == weekday.count for candidate in candidates):
        return
    only = candidates[0]
    name = calendar.weekday_name(only)
    last = Span(weekday.span.end - 1, weekday.span.end)
    word = document.text[weekday.span.start : last.start] + name
    message = Text(
        f"{only.year}年{only.month}月{only.day}日是{word}；请核对日期和星期",
        f"{only} is a {_NAMES[only.weekday()]}; check the date and the weekday",
    )
    fix = Fix(Text(f"改为“{word}”", f"change to {word}"), (Edit(last, name),), Safety.UNSAFE)
    severity = None if day.year is not None else Severity.WARNING
    yield Finding(weekday.span, message, fix, severity=severity)


def _anchored(document: Document, day: DateExpression) -> Iterator[date]:
    """Yield the days that a date without a year may be: near the signature or the publication, in the title's year."""
    if day.month is None or day.day is None:
        return
    for anchor in (document.get(signature), document.get(publication)):
        if anchor is not None:
            for year in (anchor.day.year, anchor.day.year - 1, anchor.day.year + 1):
                only = calendar.interval(year, day.month, day.day)
                if only and abs(only[0] - anchor.day) <= _HALF_YEAR:
                    yield only[0]
    titled = document.get(title_years)
    for year in titled.years if titled else ():
        only = calendar.interval(year, day.month, day.day)
        if only:
            yield only[0]
