"""NMB013 misprinted-number."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.numbering import Mark, NumberStyle, flawed_marks, renumbered
from gaojian_checks.language.twin import in_both_scripts

_BLANKS = " \t\u3000"


class MisprintedNumber(Check):
    """条号误写：“笫五十四条”“第五十－条”“第三十五 条农村……”。

    “笫”是另一个字，“－”是横线，条号中间还可能多出空格；看上去差不多，但查找、引用和自动生成目录时都认不出这一条。
    文字识别和手工录入常出这种错。可以放心改：“笫”改“第”，横线改“一”，空格移到“条”字后面。

    不报：“第三—五条”一类范围，台湾法规的“第 1 條”，后面另有空格的“第 35 条 农村……”。

    The number of an article is misprinted: 笫 for 第, a dash for 一, or a blank within the number instead of after it.
    It looks right and cannot be found. Ranges and the blanks of Taiwan's statutes are left alone.
    """

    code = "NMB013"
    name = "misprinted-number"
    title = Text("条号误写", "misprinted article number")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "图书编校质量差错认定细则：错字",
        "实测 1421 份干净文稿：1 处，是原文的录入错误",
    )
    examples = (
        bad("⟦笫八条⟧ 渡船每年检验一次。", fixed="第八条 渡船每年检验一次。"),
        bad("第十条 夜间停渡。\n⟦第十－条⟧ 渡船每年检验一次。", fixed="第十条 夜间停渡。\n第十一条 渡船每年检验一次。"),
        bad("⟦第三十二 条⟧渡船每年检验一次。", fixed="第三十二条 渡船每年检验一次。"),
        good("第八条 渡船每年检验一次。"),
        good("第三—五条 渡船每年检验一次。"),
        good("第 8 条 渡船每年检验一次。\n第 9 條 渡船每年檢驗一次。"),
        good("依照本办法\n第十五 条规定处理。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every article whose number is misprinted."""
        for mark in document.get(flawed_marks):
            if mark.number.style is NumberStyle.ARTICLE:
                fix = _fix(document, mark)
                if fix is not None:
                    wrong, right = mark.number.written, renumbered(mark.number, mark.number.value).replace(" ", "")
                    message = Text(f"“{wrong}”应为“{right}”", f"“{wrong}” should be “{right}”")
                    yield Finding(mark.span, message, fix)


def _fix(document: Document, mark: Mark) -> Fix | None:
    (start, end), wrong = mark.span, mark.number.written
    right = renumbered(mark.number, mark.number.value)
    if right == wrong:
        # A blank after the number as well is a way to write.
        if document.prose[end : end + 1] in _BLANKS or wrong[-1] != "条" or wrong[1] == " ":
            return None
        right = wrong.replace(" ", "") + " "
    title = Text(f"改为“{right.strip()}”", f"change it to “{right.strip()}”")
    return Fix(title, (Edit(Span(start, end), right),), Safety.SAFE)
