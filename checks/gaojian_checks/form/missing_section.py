"""FMT007 missing-section."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Kind, Pattern, Severity, Text, bad, good
from gaojian_checks.language.outline import title
from gaojian_checks.language.twin import in_both_scripts

_REPORT = Pattern("(?:履职|述职|述廉|年度?工作)(?:情况)?(?:报告|总结)|工作总结")
_PARTS = (
    (
        Pattern("问题|不足|困难|差距|短板|薄弱"),
        Text("存在的问题", "problems"),
    ),
    (
        Pattern("打算|计划|思路|下一步|下一年|下阶段|明年|来年|今后|努力方向|工作安排|工作重点|整改"),
        Text("今后的打算", "plans"),
    ),
)
_SHORTEST = 500


class MissingSection(Check):
    """缺结尾部分：履职报告、工作总结通篇没有写存在的问题或今后的打算。

    这类文稿通例写三块：做了什么，还有什么问题，下一步怎么办。全文找不到有关的词，可能是后半篇丢了，也可能本来就不写，
    所以默认不查。

    不报：不满五百字的短稿，标题不是履职报告、述职报告、工作总结、年度工作报告的文稿。

    A report on one's work that says nothing of problems or of plans. Off by default: it may be meant so.
    """

    code = "FMT007"
    name = "missing-section"
    title = Text("缺结尾部分", "part of a report missing")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    basis = ("履职报告、工作总结的通例（成绩、问题、打算），没有成文标准",)
    examples = (
        bad("⟦粮食局局长2013年履职报告⟧\n" + "夏粮收购全部开秤，资金及时到位。\n" * 40, whole=True),
        good(
            "粮食局局长2013年履职报告\n" + "夏粮收购全部开秤，资金及时到位。\n" * 40 + "还有不足，下一步要加快。",
            whole=True,
        ),
        good("粮食局2013年收购简报\n" + "夏粮收购全部开秤，资金及时到位。\n" * 40, whole=True),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding on the title of a report that lacks one of its parts."""
        span, prose = document.get(title), document.prose
        if span is None or len(prose) < _SHORTEST or document.kind is Kind.MARKDOWN:
            return
        if not _REPORT.search(prose, span.start, span.end):
            return
        lacking = [part for pattern, part in _PARTS if not pattern.search(prose, span.end)]
        if lacking:
            zh, en = "和".join(part.zh for part in lacking), " and ".join(part.en for part in lacking)
            yield Finding(span, Text(f"全文没有写{zh}，请核对是否缺了一部分", f"the report says nothing of {en}"))
