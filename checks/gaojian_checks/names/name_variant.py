"""ABB002 name-variant."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good

_NOUNS = Pattern(
    "试验区|示范区|开发区|示范园|产业园|工业园|科技园|基地|研究院|研究所|实验室|领导小组|指挥部|基金会|工程|计划|委员会|办公室|公司"
)
_MARKED = Pattern("[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{2,14}$")
_REACH = 20
_BEFORE, _LONGEST_BEFORE, _SHORTEST = 4, 16, 10
# Each is looked for in the whole text.
_MOST_NAMES = 200


class NameVariant(Check):
    """名称前后不一：前面写“……计划科技扶贫试验区”，后面写“……计划、科技扶贫试验区”。

    同一个名称（十个字以上，以试验区、基地、委员会、公司等收尾），一处中间有顿号，一处没有：总有一处写错。信息指出前一处所在的行，
    请统一为正式名称。

    不报：法规和技术文档，不满十个字的名称，真正并列的两个机构（没有连写的）。

    One name of at least ten characters stands in the text with and without a mark inside; one of the two is wrong.
    Statutes and manuals are left alone.
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
        good("建立了青山市富民计划农业科技示范区，示范区效益良好。"),
        good("市发展改革委员会、市农业农村委员会联合检查。"),
        good("粮食、物资储备局办公室，粮食物资储备局办公室。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every name with a mark inside that also stands without it."""
        prose = document.prose
        looked_for: dict[str, int] = {}
        for noun in _NOUNS.finditer(prose):
            marked = _MARKED.search(prose, max(0, noun.start() - _REACH), noun.end())
            if marked is None:
                continue
            joined = marked[0].replace("、", "")
            if joined not in looked_for:
                if len(looked_for) == _MOST_NAMES:
                    return
                looked_for[joined] = prose.find(joined)
            start, other = marked.start(), looked_for[joined]
            while other > 0 and marked.start() - start < _LONGEST_BEFORE and _is_same_han(prose, start - 1, other - 1):
                start, other = start - 1, other - 1
            length = noun.end() - start - 1
            if other >= 0 and length >= _SHORTEST:
                yield _finding(document, Span(start, noun.end()), Span(other, other + length))


def _is_same_han(prose: str, one: int, other: int) -> bool:
    return prose[one] == prose[other] and "\u4e00" <= prose[one] <= "\u9fff"


def _finding(document: Document, span: Span, other: Span) -> Finding:
    line = document.line_number(other.start)
    name = document.text[other.start : other.end]
    return Finding(
        span,
        Text(
            f"同一个名称前后写法不一：第{line}行作“{name}”，请统一",
            f"one name is written in two ways; line {line} has “{name}”",
        ),
        related=(Related(other, Text("另一种写法", "the other form")),),
    )
