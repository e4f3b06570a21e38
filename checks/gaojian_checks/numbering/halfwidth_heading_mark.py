"""NMB011 halfwidth-heading-mark."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.numbering import NumberStyle, flawed_marks

_FULL_WIDTH = {"(": "（", ")": "）"}
_BRACKETED = frozenset({NumberStyle.HAN_BRACKETS, NumberStyle.ARABIC_BRACKETS})


class HalfwidthHeadingMark(Check):
    """序数括号半角：“(一)”应作“（一）”。

    公文的层次序数“（一）”“（1）”用全角括号；半角括号多是英文输入法带来的。全文只报一处，写明共有几处，可以放心改。
    一边全角一边半角的也报。

    不报：正文中间的括号（属于标点检查），“1)”，技术文档，繁体文稿，代码。

    The brackets of the marks （一） and （1） are full-width in Chinese. One finding a document, with its count.
    Brackets within paragraphs, technical documents and documents in Traditional characters are left alone.
    """

    code = "NMB011"
    name = "halfwidth-heading-mark"
    title = Text("序数括号半角", "half-width brackets around a number")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"statute": None, "technical": None, "zh-hant": None}
    needs = ("(|)",)
    basis = ("GB/T 9704—2012 7.3.3", "GB/T 15834—2011 5.1：括号占一个字的位置")
    examples = (
        bad("⟦(一)⟧加强培训。略。\n(二)改进作风。略。", fixed="（一）加强培训。略。\n（二）改进作风。略。"),
        bad("（一）加强培训。\n⟦（二)⟧改进作风。", fixed="（一）加强培训。\n（二）改进作风。"),
        bad("⟦(1)⟧测量；\n(2)放样。", fixed="（1）测量；\n（2）放样。"),
        good("（一）加强培训。\n（二）改进作风。"),
        good("1)测量；\n2)放样。"),
        good("依照第(一)项办理。"),
        good("(一)國民住宅之興建。\n(二)國民住宅之管理。"),
        good({"手册.md": "`(一)`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding, at the first mark, with edits for all."""
        found = [mark for mark in document.get(flawed_marks) if mark.number.style in _BRACKETED]
        if not found or document.get(is_technical):
            return
        first = found[0].number.written
        right = first.replace("(", "（").replace(")", "）")
        message = Text(
            f"层次序数用全角括号：“{first}”应作“{right}”（全文共 {len(found)} 处）",
            f"numbers of headings have full-width brackets: “{first}” → “{right}” ({len(found)} in all)",
        )
        edits = tuple(
            Edit(Span(place, place + 1), _FULL_WIDTH[document.text[place]])
            for mark in found
            for place in (mark.span.start, mark.span.end - 1)
            if document.text[place] in _FULL_WIDTH
        )
        fix = Fix(Text("改为全角括号", "make the brackets full-width"), edits, Safety.SAFE)
        yield Finding(found[0].span, message, fix)
