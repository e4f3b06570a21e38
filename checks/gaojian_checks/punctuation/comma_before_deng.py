"""PUN010 comma-before-deng."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._commas import commas

# 等级, 等高, 等候 are items themselves: only what ends a list, or a noun that sums it up, follows 等.
_ENDS = Pattern(
    "、等(?:等?(?:[，。；：、）”’\n\r]|$)"
    "|(?:[一二三四五六七八九十0-9两]{1,3}|多|各|几)(?:个|個|种|種|项|項|类|類|名|家|大|方面|省|市|县|地)"
    "|[的各](?![一-鿿]?[级級])|产业|產業|领域|方面|地区|部门|單位|单位|行业|内容|问题|项目|工作|措施|活动|形式|方式|因素|人员|情况)"
)
_MARKS = frozenset("、，；：。")


class CommaBeforeDeng(Check):
    """等前顿号：“工业、农业、等产业”，“等”前的顿号多余。

    “等”表示列举未尽，与最后一项之间不停顿。修复删去这个顿号。

    不报：以“等”起头的并列项（等级、等高、等价），重复的“、、等”（另见 PUN001）。

    A comma before the 等 that ends a list. Items that begin with 等 for another reason are left alone.
    """

    code = "PUN010"
    name = "comma-before-deng"
    title = Text("等前顿号", "comma before 等")
    severity = Severity.NOTE
    weight = 0.1
    needs = ("、等",)
    basis = (
        "GB/T 15834—2011 B.1.2：“等”前不用顿号",
        "实测 797 万字干净语料：22 处“、等”只有 1 处是差错，其余是“等级”一类",
    )
    examples = (
        bad("收获小麦、玉米⟦、⟧等。", fixed="收获小麦、玉米等。"),
        bad(
            "发展林业、渔业⟦、⟧等产业，建成粮库、冷库⟦、⟧等五项工程⟦、⟧等等。",
            fixed="发展林业、渔业等产业，建成粮库、冷库等五项工程等等。",
        ),
        good("标明品名、等级、价格，按免耕、等高种植，坚持互利、等价有偿，类别、等次、等额选举。"),
        good("购票、等候入场、等待开演；小麦、玉米等。"),
        good({"手册.md": "`小麦、等`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every comma before 等."""
        prose = document.prose
        for at in document.get(commas).deng:
            if _ENDS.match(prose, at) and prose[at - 1 : at] not in _MARKS:
                span = Span(at, at + 1)
                yield Finding(
                    span,
                    Text("“等”前的顿号多余，请删去", "delete the comma before 等"),
                    Fix(Text("删去顿号", "delete the comma"), (Edit(span, ""),), Safety.SAFE),
                )
