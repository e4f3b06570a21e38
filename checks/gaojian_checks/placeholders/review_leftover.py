"""PLH011 review-leftover."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts
from gaojian_checks.placeholders._openings import OPENING
from gaojian_checks.placeholders._reviews import reviews

# What a remark begins with behind its bracket.
_FIRST = "此本该該建请請批审審修"


class ReviewLeftover(Check):
    """审稿痕迹残留：“【此段删】”“[批注：……]”“批注[A1]：”“（此句建议删）”“【修改】”等审稿意见留在正文里。

    审稿意见应当采纳或退回之后删去；随正文发出，读者会看到内部意见。

    不报：法规中“（删除）”的条文、更新日志行首的“【修改】”、谈论批注的句子、修改决定的正文。

    A remark of a reviewer left in the text: bracketed, about this passage. Repealed articles, change logs, and
    sentences about remarks are left alone.
    """

    code = "PLH011"
    name = "review-leftover"
    title = Text("审稿痕迹残留", "review remark left")
    severity = Severity.WARNING
    needs = (
        "|".join(["批注[", *[opening + first for opening in OPENING for first in _FIRST]])
        + "|【删|【刪|【补|【補|【重",
    )
    basis = ("GB/T 9704—2012 7", "实测：干净语料中为零")
    examples = (
        bad("⟦【此段删】⟧我局高度重视安全生产工作。"),
        bad("成效显著⟦[批注：数据来源？]⟧，群众满意。"),
        bad("全力推进⟦（此句建议删）⟧各项改革。"),
        bad("加快建设⟦【修改】⟧现代化产业体系。"),
        bad("全年增长8%⟦（请核实）⟧。"),
        bad("⟦（建议改为“巩固提升”）⟧抓好衔接。"),
        bad("超额完成任务⟦[批注 A1]⟧。"),
        bad("⟦批注[W3]：⟧这一段移到第二部分。"),
        bad("⟦【审核意见：补充例子】⟧下一步继续推进。"),
        good("第五條 （刪除）"),
        good("【修改】登录页面的显示问题\n【新增】导出功能"),
        good("审稿人可以在批注中写明意见，见旧批注[2]。"),
        good("（此件公开发布）"),
        good("将第三条修改为：县级以上人民政府负责本办法的实施（修改决定见附件）。"),
        good("（建议稿）（征求意见稿）"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every remark of a reviewer."""
        for span in document.get(reviews):
            text = document.text[span.start : span.end]
            yield Finding(
                span,
                Text(
                    f"审稿意见没有清除：“{text}”，请处理后删去", f"a reviewer's remark is still in the text: “{text}”"
                ),
            )
