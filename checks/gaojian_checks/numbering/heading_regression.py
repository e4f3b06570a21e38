"""NMB003 heading-regression."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.numbering import Irregularity, IrregularityKind, irregularities
from gaojian_checks.numbering._wording import elder, mistyped, renumbering


class HeadingRegression(Check):
    """标题倒号：同级标题排到“三、”又回到“二、”，或者前后两个颠倒了。

    多半是移动段落之后没有改序号，或者混进了另一稿的一段。后面的序号接得上的，给出应有的序号，确认后用
    --unsafe-fixes 改。

    不报：从“一”重新开始（附件、汇编、每个上级标题之下都可以重新编号；正文整个重来的由 DUP009 检查），目录，引文，
    接排在段落之中的序号，Markdown 的有序列表。

    A number is lower than that of the sibling before it: a part was moved, or comes from another draft. A restart at
    one is legal in annexes and compilations and left alone; a document that starts again as a whole is DUP009.
    """

    code = "NMB003"
    name = "heading-regression"
    title = Text("标题倒号", "number lower than the one before")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件的 6.3 万个序号：0 处；从“一”重新开始的不算倒退",
    )
    needs_paragraphs = True
    examples = (
        bad("一、水利\n略。\n二、交通\n略。\n三、能源\n略。\n⟦二、⟧通信\n略。"),
        bad("一、水利\n略。\n三、交通\n略。\n⟦二、⟧能源\n略。\n四、通信\n略。"),
        bad(
            "（一）选种。\n（二）育苗。\n（三）移栽。\n⟦（二）⟧施肥。\n（五）收割。",
            fixed="（一）选种。\n（二）育苗。\n（三）移栽。\n（四）施肥。\n（五）收割。",
        ),
        bad(
            "一、水利\n略。\n二、交通\n略。\n⟦一、⟧能源\n略。\n四、通信\n略。",
            fixed="一、水利\n略。\n二、交通\n略。\n三、能源\n略。\n四、通信\n略。",
        ),
        good("一、水利\n略。\n二、交通\n略。\n附件1\n一、水库名册\n略。\n二、渡口名册\n略。"),
        good("1.清淤\n1.挖泥\n2.外运\n2.护岸\n3.绿化"),
        good("理由：一、本条新增。\n二、参照上年做法。\n三、文字整理。\n理由：一、未修改。\n二、文字整理。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every mark with a lower number than the one before."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.REGRESSION:
                yield _finding(document, each)


def _finding(document: Document, regression: Irregularity) -> Finding:
    related = elder(document, regression.before)
    if regression.is_mistyped:
        fix = renumbering(regression.mark, regression.expected)
        return Finding(regression.mark.span, mistyped(regression), fix, related)
    written, before = regression.mark.number.written, regression.before.number.written
    message = Text(
        f"“{written}”排在“{before}”之后，序号倒退；请核对顺序，或者重排序号",
        f"“{written}” stands after “{before}”; check their order, or renumber",
    )
    return Finding(regression.mark.span, message, related=related)
