"""NMB012 first-not-one."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.numbering import IrregularityKind, irregularities, renumbered
from gaojian_checks.numbering._unnumbered import numbering_of


class FirstNotOne(Check):
    """首项非一：有“（二）”而没有“（一）”，有“第二章”而没有“第一章”。

    前面的标题漏了，或者前几项的序号丢了；清单里恰有没编号的段落的，指出它，确认后用 --unsafe-fixes 补上序号。

    不报：首项接排在上一段里的（“理由：一、……”），引文，目录，Markdown 的有序列表，只有一章或一条的文件（书的一章、
    摘录的条文），单独一个“2.”“（2）”，小数编号。

    A series begins with another number than one: its first heading, or the number of it, was lost. What runs in within
    the paragraph before, quotations and documents that hold but one chapter of a larger work are left alone.
    """

    code = "NMB012"
    name = "first-not-one"
    title = Text("首项非一", "series does not begin with one")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件的 6.3 万个序号：32 处，都是网页转录时丢了章名或项号",
    )
    needs_paragraphs = True
    examples = (
        bad("一、水利\n全年完成投资六千万元。\n⟦（二）⟧清淤护岸\n略。\n（三）水库除险\n略。"),
        bad(
            "渡口管理办法\n第一条 为了渡运安全，制定本办法。\n⟦第二章⟧　渡工\n"
            "第二条 渡工须持证上岗。\n第三章　罚则\n略。"
        ),
        bad("今年抓好三件事：\n⟦2.⟧修桥。\n3.铺路。"),
        bad("第一章　总则\n⟦第二条⟧ 本办法所称渡口，是指河上摆渡的地方。\n第三条 渡工须持证上岗。"),
        bad(
            "窗口提供下列服务：\n受理申请；\n审核材料；\n⟦（三）⟧发放证照；\n（四）其他事项。",
            fixed="窗口提供下列服务：\n（一）受理申请；\n（二）审核材料；\n（三）发放证照；\n（四）其他事项。",
        ),
        good("理由：一、本条新增。\n二、参照上年做法。"),
        good("（一）水利。\n（二）交通。"),
        good("第三章　渡船\n渡船每年检验一次。"),
        good("第十一条 渡工须持证上岗。\n第十二条 渡船每年检验一次。"),
        good("一、水利\n共投入\n2.5亿元。"),
        good("一、水利\n依照前款第\n（三）项的规定办理。"),
        good({"步骤.md": "接着上文：\n\n2. 解压\n3. 运行\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every series that lacks its first."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.FIRST:
                written, first = each.mark.number.written, renumbered(each.mark.number, 1)
                zh, en = f"“{written}”之前没有“{first}”", f"there is no “{first}” before “{written}”"
                fix = numbering_of(document, each)
                if fix is None:
                    zh, en = f"{zh}：前面的标题或者序号漏了", f"{en}: a heading or its number is missing"
                else:
                    line = document.line_number(fix.edits[0].span.start)
                    zh, en = (
                        f"{zh}：从第 {line} 行起似乎漏了序号",
                        f"{en}: from line {line} on, numbers seem to be missing",
                    )
                yield Finding(each.mark.span, Text(zh, en), fix)
