"""PLH007 work-marker."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._markers import markers


class WorkMarker(Check):
    """待办标记：TODO、FIXME、TBD、“待补充”“待核实”“待定”、“？？”留在稿子里，说明还没写完。

    只在明确是记号的地方报：方括号、圆括号里，冒号后独占一格，表格里独占一格；“？？”只在单位、年份前报。

    不报：句子里的“待定”“有待完善”“待遇”、软件文档和待办应用里的 TODO、连用问号表示语气（“真的吗？？”）。

    A note that something is still to be done. Only where it stands as a note: in brackets, alone after a colon or in a
    cell; question marks only before a unit. Ordinary sentences, software and emotional marks are left alone.
    """

    code = "PLH007"
    name = "work-marker"
    title = Text("待办标记", "work marker")
    severity = Severity.WARNING
    needs = ("待补|待補|待核|待查|待定|待完善|待续|待續|待确|待確|待填|待更新|TODO|TBD|FIXME|??|？？|?？|？?",)
    basis = ("实测：干净语料的正文中括号内、单元格内的待办标记为零",)
    examples = (
        bad("⟦TODO⟧：补充去年数据"),
        bad("全县参保率96%⟦（待核实）⟧。"),
        bad("主讲人：⟦待定⟧"),
        bad("| 项目 | 金额 |\n| 甲 | ⟦待补充⟧ |"),
        bad("投资⟦???⟧万元，建于⟦？？⟧年。"),
        bad("⟦【数字待核】⟧"),
        bad("此处缺图⟦[TBD]⟧"),
        bad("⟦TODO⟧ 补充二季度数据\n其余照旧。", whole=True),
        good("制度有待完善，人员待定，待遇不变。"),
        good("具体时间待定，另行通知。"),
        good("真的能办成吗？？大家都在问。"),
        good("他做了一个 todo 应用。"),
        good("待业人员（待岗职工）按规定登记。"),
        good("状态：待审核通过后公布"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every marker of unfinished work."""
        for span in document.get(markers):
            text = document.text[span.start : span.end]
            yield Finding(
                span,
                Text(f"待办标记没有处理：“{text}”，请办结后删去", f"unfinished: “{text}” is still to be dealt with"),
            )
