"""DAT014 signature-date-format."""

from collections.abc import Iterator
from datetime import date

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.dates._lines import closing_offset, line_of, may_end_line, opening_offset
from gaojian_checks.language.dates import DateExpression, Kind, NumeralStyle, dates

_ARABIC = Pattern(r"([0-9]{2}|[0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
_PRINTED = Pattern("印[发發]")
_IN_FORCE = date(2012, 7, 1)


class SignatureDateFormat(Check):
    """成文日期格式：“2013年03月05日”“13年3月5日”应作“2013年3月5日”。

    公文的成文日期和印发日期用阿拉伯数字，年份写全四位，月、日不编虚位，即 1 不写成 01。只看文末单独成行的日期、标题下
    括号里的日期和“印发”前的日期。去掉虚位的零可以自动改；补全年份、改汉字为数字须人工确认。

    不报：正文里的日期；“2013-03-05”（GB/T 15835 许可前置零）；2012年7月以前用汉字写的成文日期，那是旧格式。以后的仍用
    汉字，只作提示。

    The date of signature or of printing with leading zeros, a year of two digits, or, since July 2012, Chinese
    numerals. Dates in the running text and ISO dates are left alone.
    """

    code = "DAT014"
    name = "signature-date-format"
    title = Text("成文日期格式", "format of the date of signature")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 9704—2012 7.3.5.4", "GB/T 9704—2012 7.4.3")
    examples = (
        bad(
            "关于开展秋季植树的通知\n各村：\n现将有关事项通知如下。\n镇林业站\n⟦2013年03月05日⟧\n",
            fixed="关于开展秋季植树的通知\n各村：\n现将有关事项通知如下。\n镇林业站\n2013年3月5日\n",
            whole=True,
        ),
        bad(
            "防汛工作报告\n（⟦2014年6月08日⟧）\n各位代表：\n",
            fixed="防汛工作报告\n（2014年6月8日）\n各位代表：\n",
            whole=True,
        ),
        bad("特此报告。\n镇林业站\n⟦13年3月5日⟧", fixed="特此报告。\n镇林业站\n2013年3月5日", whole=True),
        bad("特此报告。\n镇林业站\n⟦二〇一四年三月五日⟧", fixed="特此报告。\n镇林业站\n2014年3月5日", whole=True),
        bad("镇林业站办公室　⟦2013年03月05日⟧印发", fixed="镇林业站办公室　2013年3月5日印发", whole=True),
        good("特此报告。\n镇林业站\n2013年3月5日", whole=True),
        good("特此报告。\n镇林业站\n二〇〇九年三月五日", whole=True),
        good("会议定于2013年03月05日召开，\n逾期不候。", whole=True),
        good("发布日期：2013年03月05日\n来源：镇林业站", whole=True),
        good("特此报告。\n2013-03-05", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date of signature or printing in another form than 2013年3月5日."""
        for expression in document.get(dates):
            if expression.kind is not Kind.FULL_DATE or not expression.possible:
                continue
            if may_end_line(document, expression.span) and _is_signature(document, expression.span):
                yield from _deviation(document.text, expression)


def _is_signature(document: Document, span: Span) -> bool:
    """Return whether the date stands alone at the end, in brackets at either end, or before 印发 at the end."""
    prose = document.prose
    line = line_of(document, span)
    bracketed = line == (span.start - 1, span.end + 1) and prose[line.start] in "（(" and prose[span.end] in "）)"
    printed = line.end == span.end + 2 and _PRINTED.match(prose, span.end) is not None
    if not (bracketed or printed or line == span):
        return False
    # Asked last: to find the ends of a document costs more than to look around a date.
    closes = span.start >= document.get(closing_offset)
    return closes or (bracketed and span.start <= document.get(opening_offset))


def _deviation(text: str, expression: DateExpression) -> Iterator[Finding]:
    written = text[expression.span.start : expression.span.end]
    right = f"{_full_year(expression)}年{expression.month}月{expression.day}日"
    title = Text(f"改为“{right}”", f"change to {right}")
    arabic = _ARABIC.match(written)
    if arabic is not None and arabic[0] != right:
        short = len(arabic[1]) == 2
        reason = "年份应写全四位" if short else "月、日不编虚位（1不写成01）"
        message = Text(
            f"成文日期{reason}，应作“{right}”",
            f"the date of signature should be {right}: four digits for the year, no leading zeros",
        )
        fix = Fix(title, (Edit(expression.span, right),), Safety.UNSAFE if short else Safety.SAFE)
        yield Finding(expression.span, message, fix)
    elif expression.style is NumeralStyle.HAN and expression.start is not None and expression.start >= _IN_FORCE:
        message = Text(
            f"成文日期自2012年7月起用阿拉伯数字，应作“{right}”",
            f"since July 2012 the date of signature is written in figures: {right}",
        )
        yield Finding(expression.span, message, Fix(title, (Edit(expression.span, right),)), severity=Severity.NOTE)


def _full_year(expression: DateExpression) -> int | None:
    return expression.start.year if expression.start else expression.year
