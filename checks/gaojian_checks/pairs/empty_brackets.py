"""QUO002 empty-brackets."""

from collections.abc import Iterator

from gaojian import HIDDEN, Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.latin import latin

_EMPTY = (
    Pattern("《[ \u3000]?》", "《"),
    Pattern("〈[ \u3000]?〉", "〈"),
    Pattern("（）", "（"),
    Pattern("【[ \u3000]?】", "【"),
    Pattern("〔[ \u3000]?〕(?![ \u3000]?[第0-9号號])", "〔"),
)
_HALF_WIDTH = (Pattern(r"\(\)"), Pattern(r"\[\]"), Pattern(r"\{\}"))
# 用书名号《》, （）内填写, 〔　〕内为五年累计数: the text is about the brackets.
_ABOUT_BEFORE = Pattern(
    "(?:[书書]名[号號]|括[号號弧]|符[号號]|[标標][点點]|中括|方括|六角|改[为為用成]|[写寫]成)[ \u3000“「]{0,2}$"
)
_ABOUT_AFTER = Pattern(
    "[ \u3000”」]{0,2}(?:[内內里裡中处處填]|是[书書括方六引]|符[号號]|表示|括起|[与與和或、][ \u3000]?[（(〔\\[【])"
)
# Half-width brackets are code before anything else: 数组[], 返回{}, 函数().
_CODE = Pattern("(?:函[数數]|方法|[数數][组組]|列表|[对對]象|空|返回|[为為或和与及是])$")
_BRACKET_WORDS = Pattern("括[号號]|[书書]名[号號]")
_QUIZ = Pattern("下列|以下|[单單多][选選]|[选選][择擇项項]|判[断斷]|哪[个個项項些种種]|填空")
_CHINESE = Pattern("[\u4e00-\u9fff，。、；：！？”》）】]")


class EmptyBrackets(Check):
    """空括号、空书名号：（）【】〔〕《》或 ()[]{} 里什么也没有，内容丢了。

    最常见的是网页里带链接的法律名称没有复制下来，剩下“依照《》予以处理”；请按原文补上。

    不报：函数名“mount()”、数学公式、任务列表“[ ]”、Markdown 链接、选择题的“（ ）”、谈论符号的句子
    （“书名号《》”“〔　〕内为累计数”）；“〔〕75号”归文号缺数（BLK006）。

    Brackets or title marks with nothing between them beside Chinese text. Function names, formulas, task lists, links,
    quizzes and text about the marks are left alone; document numbers belong to BLK006.
    """

    code = "QUO002"
    name = "empty-brackets"
    title = Text("空括号或空书名号", "empty brackets or title marks")
    severity = Severity.ERROR
    basis = ("GB/T 15834—2011 4.9、4.15", "实测：2190万字干净语料中空书名号4处，都是链接文字丢失")
    examples = (
        bad("依照⟦《》⟧予以处理。"),
        bad("根据⟦《》⟧⟦《》⟧等法律，制定本办法。"),
        bad("把安全放在首位。⟦（）⟧"),
        bad("由市水务局⟦【】⟧负责落实。"),
        bad("投资三亿元⟦()⟧，年内开工。"),
        bad("按职责分工⟦〔〕⟧办理。"),
        good("引用文件标题用书名号《》。"),
        good("每个实例的mount()只能调用一次。"),
        good("例如 $(())()$ 是合法的括号序列。"),
        good("注：〔　〕内为五年累计数。"),
        good("- [ ] 核对附件\n- [x] 校对正文"),
        good("下列说法正确的是（ ）。属于以下哪一项（）？"),
        good("某局函〔〕75号"),
        good({"示例.md": "[](https://example.com)说明[正文]()结束。"}),
        good("数据为空时返回[]或{}。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every empty pair of brackets beside Chinese text."""
        prose, ascii_text = document.prose, document.get(latin)
        half_width = _HALF_WIDTH if any(pair in ascii_text for pair in ("()", "[]", "{}")) else ()
        for pattern in (*_EMPTY, *half_width):
            for match in pattern.finditer(prose):
                span = Span(*match.span())
                if _touches_chinese(prose, span) and not _is_about_marks(prose, span) and not _is_quiz(document, span):
                    yield Finding(
                        span,
                        Text("括号或书名号里没有内容，可能丢失了文字，请补上", "nothing stands between these brackets"),
                    )


def _touches_chinese(prose: str, span: Span) -> bool:
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    if prose[span.start] in "([{":
        if _CODE.search(prose, max(0, span.start - 4), span.start):
            return False
        # Half-width brackets are code unless Chinese text stands on both sides.
        ended = not after or after in "\r\n" or _CHINESE.match(after) is not None
        return ended and _CHINESE.match(before) is not None
    return prose[span.start] != "（" or HIDDEN not in {before, after}


def _is_about_marks(prose: str, span: Span) -> bool:
    before = prose[max(0, span.start - 12) : span.start]
    about = _ABOUT_AFTER.match(prose, span.end) or _ABOUT_BEFORE.search(before) or _BRACKET_WORDS.search(before)
    return about is not None or _BRACKET_WORDS.search(prose, span.end, span.end + 12) is not None


def _is_quiz(document: Document, span: Span) -> bool:
    """Whether the brackets wait for the answer to a question: 下列说法正确的是（）."""
    if document.prose[span.start] not in "（(":
        return False
    line = document.line_around(span.start, 60)
    return _QUIZ.search(document.prose, line.start, line.end) is not None
