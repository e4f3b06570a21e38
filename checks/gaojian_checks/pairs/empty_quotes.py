"""QUO001 empty-quotes."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.latin import latin
from gaojian_checks.language.scarce import scarce
from gaojian_checks.pairs._mentions import is_about_quotes

_EMPTY = (
    Pattern("“[ \u3000]{0,4}”", "“"),
    Pattern("‘[ \u3000]{0,4}’", "‘"),
    Pattern("「[ \u3000]{0,4}」", "「"),
    Pattern("『[ \u3000]{0,4}』", "『"),
    Pattern('"(?<=[\u4e00-\u9fff、，：（]")"(?=[\u4e00-\u9fff、，。；）])', '"'),
)
_COMMON = "“"
# Straight marks with nothing inside are how programs write no text: 默认为"".
_PROGRAM = Pattern('(?:默[认認]|[为為是值空串作]|返回|[等于於])[：: ]?"$')
_REACH = 80
_LINE_REACH = 1000
_PHRASES = 40
_STOPS = "。；！？："


class EmptyQuotes(Check):
    """空引号：“”‘’「」『』之间什么也没有，引用的内容丢了。

    多半是数字、名称或图形字在转换、过滤时丢失（“‘’全国法制宣传日”丢了日期）；请按原文补上。
    引号方向打错、前后错位的（“”有用“”无用“”），不是丢字，不在这里报。

    不报：谈论引号本身的句子（“引号统一用“””“「」内的文字应删去”）、左右引号打反造成的相邻、代码。

    Quotation marks with nothing between them: what they quoted was lost. Marks that are typed the wrong way round, text
    about the marks themselves, and code are left alone.
    """

    code = "QUO001"
    name = "empty-quotes"
    title = Text("空引号", "empty quotation marks")
    severity = Severity.ERROR
    needs = ('“|‘|「|『|"',)
    basis = ("GB/T 15834—2011 4.8", "实测：2190万字干净语料中无一处合法的空引号")
    examples = (
        bad("组织了“四月读书节”、⟦“”⟧全国法制宣传日等活动。"),
        bad("刮出⟦“”⟧图符即可兑奖，刮出⟦“ ”⟧图符奖金加倍。"),
        bad("因此⟦“”⟧需要完善监督机制。"),
        bad("合格標誌為⟦「」⟧字正方形，⟦「」⟧字線條寬二公分。"),
        bad("要坚持“以服务为中心⟦“”⟧的理念。"),
        bad("他答⟦‘’⟧后离席。"),
        bad("开展“清朗”⟦“”⟧和“净网”行动，破除⟦“”⟧、“两张皮”现象。"),
        bad("将第三条中的“水产局”修改为⟦“”⟧，标题不宜泛写成⟦“”⟧。"),
        bad("要突出⟦“”⟧内容，所称⟦“”⟧、“三日”均指工作日。"),
        bad('组织了⟦""⟧全国法制宣传日活动。'),
        bad('开展"护苗"、⟦""⟧、"净网"行动（⟦""⟧专班负责）。'),
        good('坚持"安全第一""预防为主"的方针。'),
        good('会上提出"' + "这一句很长" * 20 + '""后一句很短"。'),
        good('配置项默认为""，查不到时返回""。'),
        good("摒弃”有用“”无用“的划分。"),
        good("类似”吃苦型“”冒险型“的做法值得商榷。"),
        good("引号统一使用 “ ” 和 ‘ ’。"),
        good("（「」內文字應刪除。）"),
        good("把直引号改为“”。"),
        good("先输入“”和‘’，再输入「」、『』，把「」改为“”。"),
        good("“有始有终”“善作善成”是我们的要求。"),
        good({"示例.md": "```\nprint(“”)\n```"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every pair of quotation marks that truly opens and closes around nothing."""
        prose = document.prose
        leads, latin_text = document.get(scarce).leads, document.get(latin)
        for pattern in _EMPTY:
            mark = pattern.gate[0]
            if mark != _COMMON and mark not in leads and mark not in latin_text:
                continue
            for match in pattern.finditer(prose):
                span = Span(*match.span())
                if not (is_about_quotes(prose, span) or _is_reversed(document, span)):
                    yield Finding(
                        span,
                        Text(
                            "引号里没有内容，引用的文字可能丢失，请补上", "nothing stands between these quotation marks"
                        ),
                    )


def _is_reversed(document: Document, span: Span) -> bool:
    """Whether the marks are typed the wrong way round: ”有用“”无用“ closes before and opens after."""
    text = document.prose
    opening, closing = text[span.start], text[span.end - 1]
    line = document.line_around(span.start, _REACH)
    before, after = text[line.start : span.start], text[span.end : line.end]
    if opening == closing:
        return _is_program_or_joint(document, span)
    left, right = before.rpartition(closing), after.partition(opening)
    if not left[1] or not right[1] or before.count(closing) <= before.count(opening):
        return False
    phrases = left[2] + right[0]
    return len(phrases) < _PHRASES and not any(mark in phrases for mark in _STOPS + opening + closing)


def _is_program_or_joint(document: Document, span: Span) -> bool:
    """Whether straight marks write an empty text in a program, or close one quotation and open the next: "甲""乙"."""
    text = document.prose
    if _PROGRAM.search(text, max(0, span.start - 4), span.start + 1):
        return True
    line = document.line_around(span.start, _LINE_REACH)
    # The first of two straight marks closes if an odd number stands before it in the line, which must be seen whole.
    whole = line.start == 0 or text[line.start - 1] in "\r\n"
    return not whole or text.count('"', line.start, span.start) % 2 == 1
