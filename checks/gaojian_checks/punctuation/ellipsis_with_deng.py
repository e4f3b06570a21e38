"""PUN005 ellipsis-with-deng."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._ellipses import Omission, ellipses

_LEFT_OVER = frozenset("，、")
_ENDS = frozenset("\n\r")


class EllipsisWithDeng(Check):
    """省略号与“等”并用：“铁路、公路……等”，两者意思相同，只用一个。

    省略号和“等”“等等”都表示列举未尽。修复删去省略号，保留“等”。

    不报：“……等待”“……等于”一类“等”不表示列举的词语，“等”前没有列举的“等……一下”。

    An ellipsis beside 等, which says the same. Words that begin with 等 for another reason, and a pause after the verb
    等, are left alone.
    """

    code = "PUN005"
    name = "ellipsis-with-deng"
    title = Text("省略号与“等”并用", "ellipsis beside 等")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("…|···|...|。。|。.|.。|。 |。　|。\u00a0",)
    basis = ("GB/T 15834—2011 A.9：省略号和“等”“等等”“什么的”不能同时使用", "实测 2190 万字干净语料：1 处，是差错")
    examples = (
        bad("展出了农具、织机⟦……等⟧老物件。", fixed="展出了农具、织机等老物件。"),
        bad(
            "展出了农具、织机、⟦...等⟧。另有粮票、布票⟦等……⟧\n还有徽章、奖状⟦等等……⟧，",
            fixed="展出了农具、织机等。另有粮票、布票等。\n还有徽章、奖状等等，",
        ),
        good("展出了农具、织机……他等……等了很久。"),
        good("他说：“等……等一下。”大家都在……等待，三加二……等于五。"),
        good("展出了农具、织机等。……"),
        good({"手册.md": "```\n农具、织机……等\n```\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every ellipsis beside 等."""
        for ellipsis in document.get(ellipses):
            if ellipsis.deng is not None:
                yield _finding(document.prose, ellipsis, ellipsis.deng)


def _finding(prose: str, ellipsis: Omission, deng: Span) -> Finding:
    start, end = ellipsis.span
    span = Span(min(start, deng.start), max(end, deng.end))
    replacement = ""
    if deng.start < start:
        replacement = "。" if prose[end : end + 1] in _ENDS else ""
    elif prose[start - 1] in _LEFT_OVER:
        # 织机、……等: the comma was meant for the ellipsis.
        start -= 1
    return Finding(
        span,
        Text(
            f"“{prose[span.start : span.end]}”：省略号和“等”意思相同，只用一个",
            f"“{prose[span.start : span.end]}”: the ellipsis and 等 say the same; keep one",
        ),
        Fix(Text("删去省略号", "delete the ellipsis"), (Edit(Span(start, end), replacement),), Safety.SAFE),
    )
