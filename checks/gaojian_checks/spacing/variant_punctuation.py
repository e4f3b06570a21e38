"""WID004 variant-punctuation."""

from collections import Counter
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once
from gaojian_checks.language.scarce import VARIANTS, offsets
from gaojian_checks.spacing._blanks import CLOSERS, HAN

# Small forms of CNS 11643, half-width forms of JIS X 0201, and forms for vertical lines.
_STANDARD = dict(
    zip("﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞｡､｢｣︰︵︶︽︾﹁﹂﹃﹄", "，、。；：？！（）〔〕。、「」：（）《》「」『』", strict=True)
)
_VARIANTS = Pattern(f"[{VARIANTS}]")
_FULL_STOP = Pattern(rf"．(?<=[{HAN}{CLOSERS}]．)(?=[{CLOSERS}]?[ \t\r]*+(?:\n|\Z))", "．")


class VariantPunctuation(Check):
    """标点变体：“﹐”“﹔”“､”“｡”“︰”等小号、半角、竖排字形，应用“，；、。：”；句末的“．”与“。”混用。

    看来只是字形小一点，却是另外的字符，多由旧的内码或输入法带来，查找和断句都认不得。
    全文只报一条，给出处数，修复一次改完。半角的“,;:()”由 WID001、WID002 报。

    不报：通篇以“．”为句号的科技文稿、“１．”一类序号和小数点、繁体文稿（旧内码以“︰”“﹔”为常）、代码。

    Small, half-width and vertical forms of Chinese marks, and a full-width dot as full stop beside 。, once a document.
    Text that uses the dot throughout, numbers, and Traditional text are left alone.
    """

    code = "WID004"
    name = "variant-punctuation"
    title = Text("标点变体", "variant form of a punctuation mark")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    needs = ("|".join([*_STANDARD, "．"]),)
    basis = ("GB/T 15834—2011 4：各种标点的形式", "Unicode 15.0 第6章：小写变体和竖排形式只为与旧编码兼容而设")
    examples = (
        bad("各县⟦﹐⟧各部门﹔都要抓落实｡", fixed="各县，各部门；都要抓落实。"),
        bad("如下⟦︰⟧一是改革､二是开放。", fixed="如下：一是改革、二是开放。"),
        bad("会议结束⟦．⟧\n散会。", fixed="会议结束。\n散会。"),
        good("水由氢和氧组成．\n氧气助燃．"),
        good("１．加强领导。\n增长６．４％。"),
        good("有左列情形之一者︰依本條例規定，請洽國稅局。"),
        good({"手册.md": "写作`﹐`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first variant."""
        prose = document.prose
        spans = [(at, at + 1) for at in offsets(document, _VARIANTS) if prose[at] in _STANDARD]
        if "。" in prose:
            spans = sorted([*spans, *[match.span() for match in _FULL_STOP.finditer(prose)]])
        if not spans:
            return
        edits = [Edit(Span(*span), _STANDARD.get(prose[span[0]], "。")) for span in spans]
        counts = Counter(prose[start] for start, _ in spans)
        zh = "、".join(f"“{mark}”{count}处" for mark, count in counts.items())
        en = ", ".join(f"{count} × “{mark}”" for mark, count in counts.items())
        yield once(
            edits,
            Text(f"标点用了变体字形，应改为通用的全角标点：全文{zh}", f"variant forms of punctuation marks: {en}"),
            Text("改为通用的标点", "change to the standard marks"),
        )
