"""DAT003 weekday-mismatch."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.dates._weekdays import date_of, possible_days
from gaojian_checks.language import calendar
from gaojian_checks.language.dates import DateExpression, Kind, dates, kinds

_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


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
    weight = 2.0
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
            "关于召开2013年冬训会的通知\n时间：12月5日（⟦周一⟧）",
            fixed="关于召开2013年冬训会的通知\n时间：12月5日（周四）",
            whole=True,
        ),
        bad("2013年3月5日（农历正月廿四，⟦周三⟧）。", fixed="2013年3月5日（农历正月廿四，周二）。"),
        bad("会议定于2013年3月5日（⟦三⟧）上午召开。", fixed="会议定于2013年3月5日（二）上午召开。"),
        bad("2013年3月5日是⟦星期三⟧。", fixed="2013年3月5日是星期二。"),
        bad("| 2013年3月5日 | ⟦周三⟧ |", fixed="| 2013年3月5日 | 周二 |"),
        good("会议定于2013年3月5日（星期二）召开，3月8日（周五）结束。"),
        good("展期为2013年3月5日至4月6日（周日闭馆），3月11日（周二至周五）布展。"),
        good("3月5日（星期三）开会。", whole=True),
        good("2013年3月5日，每周三开放；3月5日，一周后复查。"),
        good("2013年3月5日，星期三（3月6日）开会；3月4日（周一）、3月5日（周二）。"),
        good("2013年3月5日、周三、周四都可报名。"),
        good("中華民國102年3月5日（星期二）公布。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every weekday that its date doesn't fall on."""
        if Kind.WEEKDAY not in document.get(kinds):
            return
        expressions = tuple(expression for expression in document.get(dates) if expression.kind is not Kind.LUNAR)
        for before, here, after in zip((None, *expressions), expressions, (*expressions[1:], None), strict=False):
            if here.kind is not Kind.WEEKDAY:
                continue
            day = date_of(document.prose, before, here, after)
            if day is not None:
                yield from _compare(document, day, here)


def _compare(document: Document, day: DateExpression, weekday: DateExpression) -> Iterator[Finding]:
    candidates = [day.start] if day.start else []
    if day.year is None:
        candidates += possible_days(document, day)
    if not candidates or any(candidate.isoweekday() == weekday.number for candidate in candidates):
        return
    only = candidates[0]
    name = calendar.weekday_name(only)
    last = Span(weekday.span.end - 1, weekday.span.end)
    word = (document.text[weekday.span.start : last.start] or "星期") + name
    message = Text(
        f"{only.year}年{only.month}月{only.day}日是{word}；请核对日期和星期",
        f"{only} is a {_NAMES[only.weekday()]}; check the date and the weekday",
    )
    fix = Fix(Text(f"改为“{name}”", f"change to {name}"), (Edit(last, name),), Safety.UNSAFE)
    severity = None if day.year is not None else Severity.WARNING
    yield Finding(weekday.span, message, fix, severity=severity)
