"""QUO005 reversed-quotes."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Safety, Severity, Span, Text, bad, good
from gaojian_checks.pairs._directions import Reversal
from gaojian_checks.pairs._findings import gathered, partner, replaced
from gaojian_checks.pairs._pairing import pairing


class ReversedQuotes(Check):
    """引号方向错误：”一把手“ 左右打反，或者 “一把手“、”一把手” 两边打成同一个方向。

    多因输入法或字体分不清左右引号。一行里只有这一对、而且两边都反的，可以放心改；其余的请看过再改。全文多处的合并成一条。

    不报：跨段落的引文；一行中“甲”和“乙”各丢了一半而碰在一起的（归 QUO003）；英文撇号；代码。

    Quotation marks typed the wrong way round, or both in the same direction. A pair that stands alone in its line with
    both marks wrong is fixed safely. Quotations over several paragraphs, apostrophes and code are left alone; marks
    that lost their partners belong to QUO003. Many in one document are one finding.
    """

    code = "QUO005"
    name = "reversed-quotes"
    title = Text("引号方向错误", "quotation marks of the wrong direction")
    severity = Severity.ERROR
    weight = 0.1
    needs = ("“|”|‘|’|「|」|『|』",)
    basis = ("GB/T 15834—2011 4.8.2",)
    examples = (
        bad("落实⟦”河长制“⟧责任，巡河一千二百次。", fixed="落实“河长制”责任，巡河一千二百次。"),
        bad("被评为⟦“群众满意单位“⟧，受到表彰。", fixed="被评为“群众满意单位”，受到表彰。"),
        bad("推行⟦”一窗受理”⟧改革。", fixed="推行“一窗受理”改革。"),
        bad("做到“应报尽报”、⟦”应保尽保“⟧。", fixed="做到“应报尽报”、“应保尽保”。"),
        bad("做到⟦“应报尽报“⟧和⟦”应保尽保”⟧。", fixed="做到“应报尽报”和“应保尽保”。"),
        bad("所稱⟦」河川「⟧，指公告之水道。", fixed="所稱「河川」，指公告之水道。"),
        bad("他说“要弘扬⟦’老黄牛‘⟧精神”。", fixed="他说“要弘扬‘老黄牛’精神”。"),
        bad(
            "⟦”甲组“⟧领先，”乙组“第二。\n”丙组“第三。\n”丁组“第四。",
            fixed="“甲组”领先，“乙组”第二。\n“丙组”第三。\n“丁组”第四。",
        ),
        good("做到“应报尽报”和“应保尽保”。"),
        good("会议指出：\n“今年的任务很重。\n“首先要抓好春耕。”他说，“时间不等人。”"),
        good("落实河长制”和“湖长制责任。"),
        good("the users’ guide and the editors’ notes"),
        good({"示例.md": "`echo ”x“`"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every quotation with a mark of the wrong direction."""
        prose = document.prose
        yield from gathered([_finding(prose, found) for found in document.get(pairing).reversed])


def _finding(prose: str, found: Reversal) -> Finding:
    first, last = found.start, found.end - 1
    marks = {at: partner(prose[at]) for at, wrong in ((first, found.opening), (last, found.closing)) if wrong}
    written, words = prose[first : found.end], prose[first + 1 : last]
    right = marks.get(first, prose[first]) + words + marks.get(last, prose[last])
    return Finding(
        Span(first, found.end),
        Text(f"引号方向不对：{written}应作{right}", f"quotation marks of the wrong direction: write {right}"),
        replaced(prose, marks, Safety.SAFE if found.isolated else Safety.UNSAFE),
    )
