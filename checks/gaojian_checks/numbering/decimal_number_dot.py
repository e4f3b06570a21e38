"""NMB010 decimal-number-dot."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.numbering import NumberStyle, flawed_marks

_BLANKS = frozenset(" \t\u3000\u2002\u2003\u00a0\r\n*")


class DecimalNumberDot(Check):
    """章节号末点：“2.1.”应作“2.1”。

    小数式的章节编号，点只隔开两级数字，末尾不加点；“1.”只有一级，才带点。全文只报一处，写明共有几处，可以放心改。

    不报：单独一级的“1.”，代码，小数和金额。

    Decimal numbers of sections have dots between their parts and none at the end. One finding a document, with its
    count.
    """

    code = "NMB010"
    name = "decimal-number-dot"
    title = Text("章节号末点", "dot after a decimal number")
    severity = Severity.NOTE
    weight = 0.1
    basis = ("GB/T 15834—2011 附录 B.3.5：章节号末尾不用下脚点", "CY/T 35—2001")
    examples = (
        bad("⟦1.1.⟧ 适用范围", fixed="1.1 适用范围"),
        bad("⟦2.1.⟧概述\n2.1.1.选址\n2.1.2 施工", fixed="2.1 概述\n2.1.1 选址\n2.1.2 施工"),
        bad(
            {"手册.md": "# 手册\n\n## ⟦1.1.⟧ 安装\n\n略。\n\n## 1.2. 运行\n"},
            fixed="# 手册\n\n## 1.1 安装\n\n略。\n\n## 1.2 运行\n",
        ),
        good("1.适用范围\n1.1 选址\n1.1.1 施工"),
        good("全长\n2.1.\n完"),
        good({"手册.md": "运行 `1.1. x`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding, at the first dot, with edits for all."""
        found = [
            mark
            for mark in document.get(flawed_marks)
            if mark.number.style is NumberStyle.DECIMAL
            and document.prose[mark.span.end : mark.span.end + 1] not in "\r\n"
        ]
        if found:
            first = found[0].number.written
            message = Text(
                f"章节号末尾不加点：“{first}”应作“{first[:-1]}”（全文共 {len(found)} 处）",
                f"a decimal number ends without a dot: “{first}” → “{first[:-1]}” ({len(found)} in all)",
            )
            edits = tuple(
                Edit(Span(end - 1, end), "" if document.prose[end : end + 1] in _BLANKS else " ")
                for end in [mark.span.end for mark in found]
            )
            fix = Fix(Text("删去末尾的点", "remove the dots"), edits, Safety.SAFE)
            yield Finding(found[0].span, message, fix)
