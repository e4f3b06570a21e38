"""BLK002 missing-percent."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.blanks._numbers import Kind, missing_numbers, phrase


class MissingPercent(Check):
    """百分比缺数：“增长%”“占%”“提高个百分点”“百分之以上”里没有数字。

    百分号、个百分点和“百分之”离开数字没有意义：规范文本里汉字后面直接跟百分号的，一处也没有。
    不报：表头和栏目名里的“增长%”“比例（%）”“单位：%”；“几个百分点、每个百分点”；代码、网址和格式串里的百分号；
    下画线、X、× 遮住的数字（归占位符检查）。

    A percent sign, 个百分点 or 百分之 without its number. Column headings, captions (单位：%), format strings, code and
    masked numbers are left alone.
    """

    code = "BLK002"
    name = "missing-percent"
    title = Text("百分比缺数", "missing percentage")
    severity = Severity.ERROR
    needs = ("%|％|‰|百",)
    basis = (
        "GB/T 15835—2011 4.1.1（计量、百分比须用数字）",
        "规范文本二千万字，百分号一千六百余处，汉字后直接跟百分号的为零",
    )
    examples = (
        bad("全年产值增长⟦%⟧，创历史新高。"),
        bad("粮食增产，产值同比提高⟦％⟧以上。"),
        bad("研发投入占GDP⟦%⟧，比上年提高⟦个百分点⟧。"),
        bad("合格率由⟦%⟧提高到95%。"),
        bad("超过百分之五，不足⟦百分之⟧，都要说明。"),
        bad("城鎮化率提高⟦個百分點⟧，增長⟦%⟧。"),
        good("全年产值增长12%，提高3.5个百分点，占百分之八。"),
        good("每提高一个百分点，几个百分点的差距就会缩小。"),
        good("| 项目 | 比上年增长% |\n| --- | --- |\n| 产值 | 3 |"),
        good("优良天数比率（%）按月公布，单位：%。"),
        good("审结率＿%，结案率XX%，由原告填写。"),
        good("用 `%s` 输出，模式写作“%”，例如 LIKE '%稿%'。"),
        good("比重接近 100 %，误差在5 %以内。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every percentage that lacks its number."""
        for number in document.get(missing_numbers):
            if number.kind is Kind.PERCENT:
                text = phrase(document.prose, number.span)
                yield Finding(
                    number.span,
                    Text(
                        f"“{text}”缺百分比数字：请对照原件补上",
                        f"{text} has no number for its percentage: fill it in from the source",
                    ),
                )
