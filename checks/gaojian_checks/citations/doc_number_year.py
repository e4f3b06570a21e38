"""CIT002 doc-number-year."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.anchors import Horizon, horizon
from gaojian_checks.language.twin import in_both_scripts

_NUMBER = Pattern(r"〔(?P<year>(?:19|20)[0-9]{2})〕 ?[0-9]{1,5} ?号", "〔")
# The number of the document itself stands alone on a line above the title.
_HEAD = 400
_OWN = Pattern(r"[ \t\u3000]*[\u4e00-\u9fff]{1,12}〔[0-9]{4}〕 ?[0-9]{1,5} ?号[ \t\u3000]*\r?$")
_JANUARY = 1


class DocNumberYear(Check):
    """文号年份矛盾：2013年的文稿里出现“〔2015〕”的发文字号，或者文稿自己的字号和成文日期不在一年。

    2013年的文稿不可能引用2015年的文件：不是文号写错，就是套用旧稿没有改日期。信息指出依据（成文日期、发布日期或标题年份）
    所在的行。

    不报：引用以前的文件，跨年签发（上年的字号、1月成文），没有日期可比的文稿。

    A document cites the number of a later document, or its own number and its date are of different years.
    """

    code = "CIT002"
    name = "doc-number-year"
    title = Text("文号年份矛盾", "year of a document number")
    severity = Severity.WARNING
    needs = ("〔",)
    basis = ("GB/T 9704—2012 7.2.5、7.3.5.4：发文字号的年份与成文日期一致",)
    examples = (
        bad("防汛工作总结\n按照青政发⟦〔2015〕6号⟧文件要求完成。\n2013年3月5日", whole=True),
        bad("防汛局2013年度工作总结\n按照青政发⟦〔2016〕6号⟧文件要求完成。", whole=True),
        bad("青汛发⟦〔2011〕6号⟧\n关于防汛的通知\n请抓好落实。\n2013年3月5日", whole=True),
        good("防汛工作总结\n按照青政发〔2012〕6号文件要求完成。\n2013年3月5日", whole=True),
        good("青汛发〔2012〕96号\n关于防汛的通知\n请抓好落实。\n2013年1月4日", whole=True),
        good("防汛局2013年度工作总结\n按照青政发〔2014〕6号文件要求总结。", whole=True),
        good("按照青政发〔2015〕6号文件要求完成。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every number of a year that the document cannot know, or is not its own."""
        prose = document.prose
        for match in _NUMBER.finditer(prose):
            known = document.get(horizon)
            if known is None:
                return
            year = int(match["year"])
            if year > known.day.year or (
                known.is_signed and _is_own(document, match.start()) and _is_older(year, known)
            ):
                yield _finding(document, Span(*match.span()), year, known)


def _is_own(document: Document, start: int) -> bool:
    line = document.line_around(start, 60)
    return start < _HEAD and _OWN.match(document.prose, line.start, line.end) is not None


def _is_older(year: int, known: Horizon) -> bool:
    return year < known.day.year - (known.day.month == _JANUARY)


def _finding(document: Document, span: Span, year: int, known: Horizon) -> Finding:
    line = document.line_number(known.span.start)
    message = Text(
        f"发文字号的年份{year}与{known.label.zh}（第{line}行）矛盾，请核对",
        f"the year of the number, {year}, contradicts {known.label.en} (line {line})",
    )
    return Finding(span, message, related=(Related(known.span, known.label),))
