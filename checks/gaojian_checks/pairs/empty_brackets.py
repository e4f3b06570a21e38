"""QUO002 empty-brackets."""

from collections.abc import Iterator

from gaojian import HIDDEN, Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.latin import latin
from gaojian_checks.language.scarce import scarce
from gaojian_checks.pairs._blanks import is_box, is_gap
from gaojian_checks.pairs._mentions import is_about_brackets
from gaojian_checks.pairs._quizzes import is_quiz

_EMPTY = (
    Pattern("《[ \u3000]?》", "《"),
    Pattern("〈[ \u3000]?〉", "〈"),
    Pattern("（ ?）", "（"),
    Pattern("【[ \u3000]?】", "【"),
    Pattern("〔[ \u3000]?〕(?![ \u3000]?[第0-9号號])", "〔"),
)
_COMMON = frozenset("《（")
# A second literal at the start would take the scan twice as long.
_HALF_WIDTH = (
    ("()", Pattern(r"\((?=\)).")),
    ("( )", Pattern(r"\((?= \))..")),
    ("[]", Pattern(r"\[(?=\]).")),
    ("{}", Pattern(r"\{(?=\}).")),
)
# Half-width brackets are code before anything else: 数组[], 返回{}, 函数().
_CODE = Pattern("(?:函[数數]|方法|[数數][组組]|列表|[对對]象|空|返回|[为為或和与及是])$")
_LOST = Text("括号或书名号里没有内容，可能丢失了文字，请补上", "nothing stands between these brackets")
_BLANK = Text("括号里只有一个空格，像是没有填上的内容，请补上或删去", "only a blank stands between these brackets")
_CHINESE = Pattern("[\u4e00-\u9fff，。、；：！？”》）】]")


class EmptyBrackets(Check):
    """空括号、空书名号：（）【】〔〕《》或 ()[]{} 里什么也没有，内容丢了。

    最常见的是网页里带链接的法律名称没有复制下来，剩下“依照《》予以处理”；请按原文补上。
    汉字中间只含一个空格的“（ ）”作警告。

    不报：函数名“mount()”、数学公式、任务列表“[ ]”、Markdown 链接、选择题的“（ ）”、谈论符号的句子
    （“书名号《》”“〔　〕内为累计数”）；“〔〕75号”归文号缺数（BLK006）。

    Brackets or title marks with nothing between them beside Chinese text; one blank between words is a warning.
    Function names, formulas, task lists, links, quizzes and text about the marks are left alone; document numbers
    belong to BLK006.
    """

    code = "QUO002"
    name = "empty-brackets"
    title = Text("空括号或空书名号", "empty brackets or title marks")
    severity = Severity.ERROR
    needs = ("《》|《 》|《　》|〈〉|〈 〉|〈　〉|（）|（ ）|【】|【 】|【　】|〔〕|〔 〕|〔　〕|()|( )|[]|{}",)
    basis = ("GB/T 15834—2011 4.9、4.15", "实测：2190万字干净语料中空书名号4处，都是链接文字丢失")
    examples = (
        bad("依照⟦《》⟧予以处理。"),
        bad("根据⟦《》⟧⟦《》⟧等法律，制定本办法。"),
        bad("把安全放在首位。⟦（）⟧"),
        bad("由市水务局⟦【】⟧负责落实。"),
        bad("投资三亿元⟦()⟧，年内开工。"),
        bad("按职责分工⟦〔〕⟧办理。"),
        bad("乡镇⟦（）⟧人民政府（以下简称乡级政府）依照前款规定执行，下列情形除外。"),
        bad("证人改口的，以其在⟦《》⟧中的陈述为准；答复类事项改用⟦《》⟧。"),
        bad("各县⟦（ ）⟧人民政府和市直单位⟦()⟧应当落实。"),
        bad("中心城区⟦（）⟧内的停车场由市政公司管理。"),
        good("请在（ ）内打勾，其余各栏由经办人填写。"),
        good("引用文件标题用书名号《》。"),
        good("书名外层用《》和〈〉，年份外面的（）改成〔〕。"),
        good("我国的根本法是（）。\nA. 民法典\nB. 宪法"),
        good("三、判断题\n1. 消防通道可以临时停车。（）"),
        good("每个实例的mount()只能调用一次。"),
        good("例如 $(())()$ 是合法的括号序列。"),
        good("注：〔　〕内为五年累计数。"),
        good("- [ ] 核对附件\n- [x] 校对正文"),
        good("下列说法正确的是（ ）。属于以下哪一项（）？"),
        good("某局函〔〕75号"),
        good("性别：男（ ）女（ ）\n签字：甲方（）乙方（）\n第（ ）期简报"),
        good("文件名里的“《》”应当删去；标题用《》，不用“”。"),
        good("《红楼梦》的作者是（ ）代的文学家，他是（ ）人。"),
        good({"示例.md": "[](https://example.com)说明[正文]()结束。"}),
        good("数据为空时返回[]或{}。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every empty pair of brackets beside Chinese text."""
        prose, latin_text, leads = document.prose, document.get(latin), document.get(scarce).leads
        present = [pattern for pattern in _EMPTY if pattern.gate[0] in _COMMON or pattern.gate[0] in leads]
        for pattern in (
            *present,
            *[pattern for pair, pattern in _HALF_WIDTH if pair[0] in latin_text and pair in latin_text],
        ):
            for match in pattern.finditer(prose):
                span = Span(*match.span())
                if not _touches_chinese(prose, span) or is_about_brackets(prose, span):
                    continue
                if is_box(prose, span) or is_quiz(document, span):
                    continue
                if match[0] not in {"（ ）", "( )"}:
                    yield Finding(span, _LOST)
                elif is_gap(document, span):
                    yield Finding(span, _BLANK, severity=Severity.WARNING)


def _touches_chinese(prose: str, span: Span) -> bool:
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    if prose[span.start] in "([{":
        if _CODE.search(prose, max(0, span.start - 4), span.start):
            return False
        # Half-width brackets are code unless Chinese text stands on both sides.
        ended = not after or after in "\r\n" or _CHINESE.match(after) is not None
        return ended and _CHINESE.match(before) is not None
    return prose[span.start] != "（" or HIDDEN not in {before, after}
