"""QUO006 nested-same-quotes."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Safety, Severity, Text, bad, good
from gaojian_checks.pairs._findings import nested_pairs
from gaojian_checks.pairs._marks import QUOTES


class NestedSameQuotes(Check):
    """引号嵌套同级：双引号里又用双引号。引号里面还要用引号时，外面一层用双引号，里面一层用单引号；繁体「」里用『』。

    内外同形，读者分不清哪一个后引号结束哪一层。

    不报：书名号里面的引号（“《论‘一’与‘多’》”以书名为准）；分属不同层次的“‘“”’”；跨段落的引文里面的引号；
    打反了方向的引号（归 QUO005）；代码。

    Double quotation marks directly inside double ones: the inner ones are single (『』 in 「」). Marks inside a title,
    alternating levels, quotations over several paragraphs and code are left alone.
    """

    code = "QUO006"
    name = "nested-same-quotes"
    title = Text("引号嵌套同级", "nested quotation marks of one kind")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("“|‘|「|『",)
    basis = ("GB/T 15834—2011 4.8.3.4",)
    examples = (
        bad("他说“要弘扬⟦“老黄牛”⟧精神”。", fixed="他说“要弘扬‘老黄牛’精神”。"),
        bad("“要守住⟦“红线”⟧和⟦“底线”⟧。”", fixed="“要守住‘红线’和‘底线’。”"),
        bad("本辦法所稱「⟦「河川」⟧區域」之範圍。", fixed="本辦法所稱「『河川』區域」之範圍。"),
        good("他说“要弘扬‘老黄牛’精神”。"),
        good("“他讲：‘这叫“以邻为壑”。’”"),
        good("“学习《论“河长”制度》一文。”"),
        good("“安全”和“质量”并重。"),
        good("他说：“第一句话。“第二句话。“最后一句话。”随后散会。"),
        good({"示例.md": "`“甲“乙”丙”`"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every quotation directly inside one with the same marks."""
        message = Text(
            "引号里面再用引号，里层应与外层不同，改为 {}", "inside a quotation the inner marks differ: write {}"
        )
        return nested_pairs(document, QUOTES, message, Safety.UNSAFE)
