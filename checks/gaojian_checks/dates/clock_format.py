"""DAT019 clock-format."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Related, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.dates import DateExpression, Kind, dates, kinds
from gaojian_checks.language.numerals import value

_PART = Pattern(
    r"(?:午(?<=[上下]午)|晨(?<=[凌清早]晨)|晚上?|早上)[ \u3000]?(?P<hour>[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?=[时時](?![间間期候代段])|[点點](?!意见|意見|建议|建議|要求|体会|措施|内容|问题|共识|感想|经验)|[:：][0-5][0-9])",
)
# 最晚15时 is a limit, 今晚20时 says which evening.
_NOT_BEFORE_LATE = frozenset("最早夜不较過过延推至今明昨当當每次同")
_NOON, _AFTERNOON, _LAST_HOUR = 12, 13, 23
_PARTS = ("上午", "下午", "凌晨", "早上", "晚上", "中午", "傍晚", "晚")
_LATER = ("下午", "晚", "傍晚")


class ClockFormat(Check):
    """时间写法：“下午15时”应作“15时”或“下午3时”；同一篇文稿里12小时制和24小时制混用。

    24小时制已经说明是下午，再写“下午”就重复了；“上午15时”自相矛盾，报警告。两种计时制都可以用，但一篇文稿只用一种，混用的
    全文只报一处。

    不报：“最晚15时”“今晚20时”；“夜间二十二时”一类泛指的时段；“下午3时”“15时”；时间戳和代码里的时间。

    A part of the day before an hour of the 24-hour clock: after noon it is redundant, before noon it contradicts the
    hour (a warning). One more finding a document where both clocks are in use.
    """

    code = "DAT019"
    name = "clock-format"
    title = Text("时间写法", "form of a time of day")
    severity = Severity.NOTE
    weight = 0.1
    basis = ("GB/T 15835—2011 5.1.5：12小时制和24小时制都可以，同一篇里不混用",)
    examples = (
        bad("会议定于3月5日⟦下午15时⟧召开。", fixed="会议定于3月5日15时召开。"),
        bad("演出⟦晚上20:30⟧开始，⟦晚22点⟧结束。", fixed="演出20:30开始，22点结束。"),
        bad(
            "请于⟦下午十四时⟧三十分前到场。",
            fixed="请于十四时三十分前到场。",
        ),
        bad("请于⟦上午15时⟧到场，⟦凌晨14时⟧清场。"),
        bad("上午9时开会，下午3时分组，⟦15:30⟧参观，下午5时散会。"),
        good("上午9时开会，下午3时30分分组，晚上8点观看演出。"),
        good("9时开会，15时分组，20:30观看演出，凌晨0时清场，至晚12时。"),
        good("最晚15时交稿；今晚20时开演；夜间二十二时至次日六时；下午20点意见汇总；早上15时段客流大。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every hour with a part of the day too much, and one where two clocks are mixed."""
        prose = document.prose
        spans = []
        found = [match for mark in "午晨晚早" for match in matches(document, mark, _PART)]
        for match in sorted(found, key=lambda match: match.start()):
            start = match.start() - (prose[match.start()] in "午晨")
            hour = value(match["hour"]) or 0
            is_limit = prose[match.start()] == "晚" and prose[start - 1 : start] in _NOT_BEFORE_LATE
            if _AFTERNOON <= hour <= _LAST_HOUR and not is_limit:
                end = match.end() + (3 if prose[match.end()] in ":：" else 1)
                spans.append(Span(start, end))
                yield _redundant(prose, spans[-1], match.start("hour"))
        if Kind.CLOCK in document.get(kinds):
            yield from _mixed(document, spans)


def _redundant(prose: str, span: Span, hour: int) -> Finding:
    part, written = prose[span.start : hour].strip(), prose[hour : span.end]
    if part.startswith(("下", "晚", "傍")):
        message = Text(
            f"“{written}”已是24小时制，不必再写“{part}”", f"{written} is by the 24-hour clock: {part} is redundant"
        )
        title = Text(f"删去“{part}”", f"delete {part}")
        return Finding(span, message, Fix(title, (Edit(Span(span.start, hour), ""),), Safety.UNSAFE))
    message = Text(f"“{part}”没有{written}；请核对", f"there is no {written} {part}; check both")
    return Finding(span, message, severity=Severity.WARNING)


def _mixed(document: Document, reported: list[Span]) -> Iterator[Finding]:
    """Yield one finding, at the first time by the rarer clock, where hours are told by both."""
    starts = {span.start for span in reported}
    told = [each for each in document.get(dates) if each.kind is Kind.CLOCK and each.span.start not in starts]
    by_day = [each for each in told if not _part(document, each) and _AFTERNOON <= (each.number or 0) <= _LAST_HOUR]
    by_half = [each for each in told if _part(document, each) in _LATER and (each.number or 0) < _NOON]
    if not by_day or not by_half:
        return
    common, rare = sorted((by_day, by_half), key=len, reverse=True)
    example = document.text[slice(*common[0].span)]
    message = Text(
        f"文中另有“{example}”（第{document.line_number(common[0].span.start)}行），12小时制和24小时制混用；请统一",
        f"the 12-hour and the 24-hour clock are mixed: {example} elsewhere",
    )
    related = (Related(common[0].span, Text("另一种计时制", "by the other clock")),)
    yield Finding(rare[0].span, message, related=related)


def _part(document: Document, clock: DateExpression) -> str:
    written = document.text[slice(*clock.span)]
    return next((part for part in _PARTS if written.startswith(part)), "")
