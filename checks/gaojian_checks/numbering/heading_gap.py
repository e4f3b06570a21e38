"""NMB001 heading-gap."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.numbering import Irregularity, IrregularityKind, NumberStyle, irregularities
from gaojian_checks.numbering._unnumbered import numbering_of
from gaojian_checks.numbering._wording import elder, missing, mistyped, renumbering

# Four of a series, two of them after the gap, tell that it is a series.
_ENOUGH_SIBLINGS = 4
_ENOUGH_AFTER = 2


class HeadingGap(Check):
    """标题跳号：同级的“一、”之后是“三、”，“（一）”之后是“（三）”。

    不是漏了一段，就是删改之后没有重排序号；读者会以为文件缺了内容。认“第一章”“第一节”“一、”“（一）”“1.”“（1）”“1）”“①”和
    “2.3.1”。同级四项以上、缺口后面至少还有两项的，报错误；依据不足的，报警告。序号只是写错了一个（后面接得上）的，给出应有的序号；
    清单里恰有没编号的段落的，指出它，确认后用 --unsafe-fixes 补上序号。

    不报：每个上级标题之下重新编号，目录，附件，引文，接排在段落之中的序号（“……；（三）……”），Markdown 的有序列表，
    “三、四个月”一类概数，只摘录部分条目的清单；“第某条”由 NMB009 检查。

    A number is missing between siblings: 一、 is followed by 三、. Either a part was lost or the rest not renumbered.
    Lists that restart under each parent, tables of contents, annexes, quotations, numbers that run in within a
    paragraph, lists of Markdown, approximate numbers and selections are left alone.
    """

    code = "NMB001"
    name = "heading-gap"
    title = Text("标题跳号", "gap in numbered headings")
    severity = Severity.ERROR
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件的 6.3 万个序号：13 处，都是网页转录时丢了章名或项号",
    )
    needs_paragraphs = True
    examples = (
        bad("一、基本情况\n略。\n二、主要做法\n略。\n⟦四、⟧存在问题\n略。\n五、下步打算\n略。"),
        bad(
            "一、基本情况\n略。\n二、主要做法\n略。\n⟦五、⟧存在问题\n略。\n四、下步打算\n略。",
            fixed="一、基本情况\n略。\n二、主要做法\n略。\n三、存在问题\n略。\n四、下步打算\n略。",
        ),
        bad(
            "窗口提供下列服务：\n（一）受理申请；\n（二）审核材料；\n发放证照；\n⟦（四）⟧接受咨询；\n（五）其他事项。",
            fixed=(
                "窗口提供下列服务：\n（一）受理申请；\n（二）审核材料；\n"
                "（三）发放证照；\n（四）接受咨询；\n（五）其他事项。"
            ),
        ),
        bad("第一章　总则\n略。\n⟦第三章⟧　附则\n略。"),
        bad("1.清淤。\n2.护岸。\n⟦4.⟧绿化。"),
        bad({"标准.md": "# 规程\n\n## 1.1 范围\n\n## 2.1 选址\n\n## ⟦2.3⟧ 验收\n"}),
        good("一、城区\n（一）道路。\n（二）桥梁。\n二、乡村\n（一）道路。\n三、山区\n（一）道路。"),
        good(
            "一、总体要求……1\n二、重点任务……2\n三、保障措施……5\n\n一、总体要求\n"
            "略。\n二、重点任务\n略。\n三、保障措施\n略。"
        ),
        good("一、受理；二、审核；\n三、发证。\n四、归档。"),
        good("（一）受理申请；（二）审核材料；\n（三）发放证照；\n（四）接受咨询。"),
        good("一、水泥供应\n够用。\n三、四个月后到货的，另行登记。\n二、钢材供应\n够用。"),
        good("1.选址。\n1.1亿元用于征地。\n2.施工。\n2.5亿元用于建设。\n3.验收。"),
        good("5.1 放假\n5.4 补课\n5.9 考试"),
        good({"记录.md": "## 2.0.1 修订\n\n略。\n\n## 2.0.2 修订\n\n略。\n\n## 2.0.5 修订\n"}),
        good({"步骤.md": "1. 下载\n2. 解压\n4. 运行\n"}),
        good(
            {"步骤.md": "## 一、准备\n\n### 一、下载\n\n### 二、解压\n\n## 二、运行\n\n### 一、启动\n\n### 二、停止\n"}
        ),
        good("一、将章名改为：\n“第三章　奖惩\n第五章　附则”\n二、增加一款。"),
        good("1.甲地\n5.乙地\n9.丙地\n14.丁地\n20.戊地"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every mark before which one is missing."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.GAP and each.mark.number.style is not NumberStyle.ARTICLE:
                yield _finding(document, each)


def _finding(document: Document, gap: Irregularity) -> Finding:
    if gap.is_mistyped:
        return Finding(gap.mark.span, mistyped(gap), renumbering(gap.mark, gap.expected), elder(document, gap.before))
    before, mark = gap.before.number.written, gap.mark.number.written
    zh, en = (
        f"“{before}”之后是“{mark}”，缺{missing(gap)}",
        f"“{before}” is followed by “{mark}”: {missing(gap)} missing",
    )
    fix = numbering_of(document, gap)
    if fix is not None:
        line = document.line_number(fix.edits[0].span.start)
        zh, en = f"{zh}；第 {line} 行似乎漏了序号", f"{en}; line {line} seems to lack its number"
    is_proven = gap.siblings >= _ENOUGH_SIBLINGS and gap.run >= _ENOUGH_AFTER
    severity = None if is_proven else Severity.WARNING
    return Finding(gap.mark.span, Text(zh, en), fix, elder(document, gap.before), severity=severity)
