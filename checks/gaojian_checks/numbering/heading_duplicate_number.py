"""NMB002 heading-duplicate-number."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.numbering import Irregularity, IrregularityKind, irregularities
from gaojian_checks.numbering._wording import elder, mistyped, renumbering

_ENOUGH_SIBLINGS = 3


class HeadingDuplicateNumber(Check):
    """标题重号：同级标题有两个“二、”，或者两个“第五条”。

    多半是插入一段之后没有重排，或者这一段被粘贴了两次。后面的序号接得上的（二、二、四、），后一个就是写错了，给出应有的序号，
    确认后用 --unsafe-fixes 改；后面也跟着错的（二、二、三、），从这里起要重排。

    不报：每个上级标题之下重新编号，目录，附件，引文，台湾法规的“第六條之一”，Markdown 的有序列表。

    Two siblings have the same number. Where those after them go on as if the second were the next one, the right number
    is offered; else all have to be renumbered from there. Lists that restart, tables of contents, annexes, quotations
    and articles put in later (第六條之一) are left alone.
    """

    code = "NMB002"
    name = "heading-duplicate-number"
    title = Text("标题重号", "number stands twice among siblings")
    severity = Severity.ERROR
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件的 6.3 万个序号：2 处，都是网页转录时丢了标题",
    )
    needs_paragraphs = True
    examples = (
        bad(
            "一、水利\n略。\n二、交通\n略。\n⟦二、⟧能源\n略。\n四、通信\n略。",
            fixed="一、水利\n略。\n二、交通\n略。\n三、能源\n略。\n四、通信\n略。",
        ),
        bad("一、水利\n略。\n二、交通\n略。\n⟦二、⟧能源\n略。\n三、通信\n略。"),
        bad("第一条 为了规范集市，制定本办法。\n第二条 集市逢五开市。\n⟦第二条⟧ 摊位抽签分配。"),
        bad("（1）测量\n（2）放样\n⟦（2）⟧开挖"),
        good("一、城区\n（一）道路。\n（二）桥梁。\n二、乡村\n（一）道路。\n（二）桥梁。"),
        good(
            "第 1 條 本規則依法訂定。\n第 2 條 本會置委員九人。\n"
            "第 2 條之 1 委員任期二年。\n第 3 條 本規則自發布日施行。"
        ),
        good("第六條 會員大會每年召開一次。\n第六條 之一 理事會每季召開一次。\n第七條 會費另定之。"),
        good(
            "第三条 夜间停渡。（原文）\n第三条 夜间和大雾时停渡。（修改后）\n第五条 渡船每年检验。（原文）\n"
            "第五条 渡船每半年检验。（修改后）\n第八条 罚款十元。（原文）\n第八条 罚款百元。（修改后）"
        ),
        good({"步骤.md": "1. 下载\n1. 解压\n1. 运行\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every later mark of two with the same number."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.REPEAT:
                yield _finding(document, each)


def _finding(document: Document, repeat: Irregularity) -> Finding:
    severity = None if repeat.siblings >= _ENOUGH_SIBLINGS else Severity.WARNING
    related = elder(document, repeat.before)
    if repeat.is_mistyped:
        fix = renumbering(repeat.mark, repeat.expected)
        return Finding(repeat.mark.span, mistyped(repeat), fix, related, severity=severity)
    written, line = repeat.mark.number.written, document.line_number(repeat.before.span.start)
    message = Text(
        f"“{written}”与第 {line} 行的序号重复，请从这里起重排，或者删去重复的一段",
        f"“{written}” repeats the number of line {line}; renumber from here, or remove what stands twice",
    )
    return Finding(repeat.mark.span, message, related=related, severity=severity)
