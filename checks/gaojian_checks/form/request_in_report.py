"""FMT004 request-in-report."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.outline import title
from gaojian_checks.language.twin import in_both_scripts

_REQUEST = Pattern(
    r"(?:妥否|当否|可否|是否妥当|是否可行|是否同意)，?(?:恳|敬)?请(?:予)?(?:以)?"
    r"(?:领导|上级|市委|市政府|县委|县政府|省政府|省委)?(?:审查|研究)?(?:批示|批复|审批|批准|核准|核批|审定|指示|示复|批转)",
    *("妥否", "当否", "可否", "是否妥当", "是否可行", "是否同意"),
)
_REPORT = ("报告", "报告（讨论稿）", "报告（送审稿）", "报告（征求意见稿）", "报告（代拟稿）")


class RequestInReport(Check):
    """报告夹带请示：标题是“报告”，正文却写“妥否，请批示”。

    报告不得夹带请示事项：上级对报告可以不答复，夹在里面的请示容易落空。请另行文请示，或者把文种改为“请示”。

    不报：标题不是“报告”的文稿，引号里的句子，技术文档。

    A report (报告) must not ask for a decision: that is what a request (请示) is for.
    """

    code = "FMT004"
    name = "request-in-report"
    title = Text("报告夹带请示", "request for a decision in a report")
    severity = Severity.WARNING
    weight = 2.0
    profiles = {"technical": None}
    needs = ("妥否|当否|可否|是否妥当|是否可行|是否同意",)
    basis = ("《党政机关公文处理工作条例》第十五条：不得在报告等非请示性公文中夹带请示事项",)
    examples = (
        bad("关于粮库改造情况的报告\n拟增拨经费8万元。\n⟦妥否，请批示⟧。"),
        bad("青山市粮食局关于购置车辆的报告\n以上意见⟦当否，请予批复⟧。"),
        good("关于购置车辆的请示\n妥否，请批示。"),
        good("关于公文质量检查的报告\n有的报告写“妥否，请批示”，应当纠正。"),
        good("关于粮库改造情况的报告\n特此报告，请审阅。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every phrase that asks for a decision in a report."""
        prose, span = document.prose, document.get(title)
        if span is None or not prose[span.start : span.end].endswith(_REPORT):
            return
        for match in _REQUEST.finditer(prose):
            if not _is_quoted(prose[max(0, match.start() - 20) : match.start()]):
                yield Finding(
                    Span(*match.span()),
                    Text(
                        "报告不得夹带请示事项，请另行文请示，或者把文种改为“请示”",
                        "a report must not ask for a decision; write a request (请示) of its own",
                    ),
                )


def _is_quoted(before: str) -> bool:
    return before.rfind("“") > before.rfind("”")
