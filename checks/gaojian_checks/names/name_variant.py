"""ABB002 name-variant."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.fold import simplified
from gaojian_checks.names._variants import coinages, marked

_OTHER = Text("另一种写法", "the other form")


class NameVariant(Check):
    """名称前后不一：前面写“……计划科技扶贫试验区”，后面写“……计划、科技扶贫试验区”。

    同一个名称（十个字以上，以试验区、基地、委员会、公司等收尾），一处中间有顿号，一处没有：总有一处写错。信息指出另一种写法
    所在的行，请统一为正式名称；没有顿号的写法反而少见时，那几处也报。引号里自拟的名称（“创新引领型”种粮模式、
    “创新推广型”种粮模式），首尾和后文都相同，只有中间不同，也可能是写走了样，作提示。

    不报：法规和技术文档，不满十个字的名称，真正并列的两个机构（没有连写的），相隔不到二百字、有意对照的两种提法。

    One name of at least ten characters stands in the text with and without a mark inside; one of the two is wrong.
    The form without it is reported too where it is the rarer one. Names in quotation marks that only differ in the
    middle, and are followed by the same words, are a note. Statutes and manuals are left alone.
    """

    code = "ABB002"
    name = "name-variant"
    title = Text("名称前后不一", "variants of a name")
    severity = Severity.WARNING
    profiles = {"statute": None, "technical": None}
    basis = ("GB/T 15834—2011 4.5：顿号表示并列，名称内部不用",)
    examples = (
        bad(
            "建立了青山市富民计划农业科技示范区。两年来，⟦青山市富民计划、农业科技示范区⟧效益良好。",
        ),
        bad(
            "《⟦青山市富民计划农业科技示范区⟧简报》每月一期。⟦青山市富民计划、农业科技示范区⟧已经验收。"
            "⟦青山市富民计划、农业科技示范区⟧效益良好。",
        ),
        bad(
            "推广“创新引领型”种粮模式。"
            + "夏粮收购网点全部开秤，资金及时到位，农户满意。" * 10
            + "总结出“⟦创新推广型⟧”种粮模式。",
        ),
        good("建立了青山市富民计划农业科技示范区，示范区效益良好。"),
        good("市发展改革委员会、市农业农村委员会联合检查。"),
        good("粮食、物资储备局办公室，粮食物资储备局办公室。"),
        good("既有“政府引导型”种粮模式，也有“政府主导型”种粮模式。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every name that is written in another way elsewhere."""
        for span, other in marked(document.get(simplified)):
            yield _finding(document, span, other)
        for coinage in coinages(document):
            yield _likely(document, *coinage)


def _finding(document: Document, span: Span, other: Span) -> Finding:
    line = document.line_number(other.start)
    name = document.text[other.start : other.end]
    return Finding(
        span,
        Text(
            f"同一个名称前后写法不一：第{line}行作“{name}”，请统一",
            f"one name is written in two ways; line {line} has “{name}”",
        ),
        related=(Related(other, _OTHER),),
    )


def _likely(document: Document, span: Span, other: Span) -> Finding:
    line = document.line_number(other.start)
    name, before = document.text[span.start : span.end], document.text[other.start : other.end]
    return Finding(
        span,
        Text(
            f"“{name}”与第{line}行的“{before}”似是同一个提法，请核对",
            f"“{name}” seems to be what line {line} calls “{before}”",
        ),
        related=(Related(other, _OTHER),),
        severity=Severity.NOTE,
    )
