"""SPC002 space-beside-punctuation."""

from collections.abc import Iterator

from gaojian import HIDDEN, Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.habits import each_or_once
from gaojian_checks.spacing._blanks import CLOSERS, HAN, OPENERS, STOPS, blanks, shown, text_around

# 一、 and （一） and 1． may be set off from the heading or item that follows, and so may a short label.
_NUMBER = "[（(]?[〇一二三四五六七八九十百0-9]{1,5}[）)、．.：:]"
_OPENING = Pattern(rf"[ \t\u3000\u00a0#*>+-]*(?:{_NUMBER}|(?:{HIDDEN}++|[^，。；：！？]{{1,8}})：)[*_]{{0,2}}$")
_ITEM = Pattern(r"[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、]")
_LABEL = Pattern(rf"[{HAN}]{{1,6}}[：:]")
_DATE_UNITS = frozenset("年月日号號")
_IS_HAN = Pattern(f"[{HAN}]")


class SpaceBesidePunctuation(Check):
    """标点旁多余空格：“获得了 “一等奖””“实施细则 》”“办法。 各县”。

    全角标点本身占一个字的位置，前后都不再空格。多因复制、转换或误按空格而来，排版后成为明显的空洞。
    每处报一条；全文到处都有时只报一条，给出处数，修复一次改完。

    不报：“一、”“（一）”一类序号和“电话：”一类标签之后、条款序号之后的书名号和括号、日期之后的文件名、
    “。　　”一类丢了换行的段首缩进、括号里留空待填、接排的“（一）…； （二）…”、表格；
    技术文档中引号和括号两边（那里常与代码、外文留空），只查点号旁边。

    Blanks beside full-width marks, which hold their own space. Numbers and labels at the start of a line, blanks to be
    filled in, lost indents and tables are left alone; in technical documents only stops are looked at.
    """

    code = "SPC002"
    name = "space-beside-punctuation"
    title = Text("标点旁多余空格", "blank beside a punctuation mark")
    severity = Severity.WARNING
    weight = 0.1
    needs = (" |　|\u00a0",)
    basis = ("GB/T 15834—2011 5.1：标点各占一个字的位置", "实测：除序号和标签后外，正文中标点旁的空格都是差错")
    examples = (
        bad("我局获得了⟦ ⟧“全市先进单位”称号。", fixed="我局获得了“全市先进单位”称号。"),
        bad("制定了《奖励办法实施细则⟦ ⟧》和配套文件。", fixed="制定了《奖励办法实施细则》和配套文件。"),
        bad("开展“读书月”、⟦ ⟧“科技周”活动。⟦ ⟧各县都有行动。", fixed="开展“读书月”、“科技周”活动。各县都有行动。"),
        bad("加快“示范区”⟦ ⟧建设步伐，严防“⟦ ⟧走过场”。", fixed="加快“示范区”建设步伐，严防“走过场”。"),
        bad("增长8％⟦ ⟧，完成年度任务⟦　⟧。", fixed="增长8％，完成年度任务。"),
        bad(
            {"手册.md": "服务会重试。⟦ ⟧它用 `retry` 配置，⟦ ⟧默认三次。\n"},
            fixed="服务会重试。它用 `retry` 配置，默认三次。\n",
            profile="technical",
        ),
        good("一、 工作回顾\n（一） 加强领导\n1． 落实责任\n## 第2步： 部署"),
        good("联系电话： 12345\n地址：人民路3号。 邮编：600000"),
        good("第三条 《食品安全法》另有规定的除外。\n第十条 （删除）"),
        good("2024年3月5日 《国务院关于修改部分行政法规的决定》修订"),
        good("各地要抓紧落实。　　二、改革体制机制，提高效率。"),
        good("共有（　）人，参加了“ ”活动。"),
        good("下列用地免缴： （一）军事用地； （二）公务用地。"),
        good("| 项目 | 内容。 说明 |\n|---|---|"),
        good("由投资人（Plain Vanilla） 承担。"),
        good({"手册.md": "点击 “确定” 按钮（默认） 即可，详见 `a`、`b`。\n"}, profile="technical"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every blank beside a mark, or one for all if they are many."""
        candidates = document.get(blanks).mark
        if not candidates:
            return
        prose = document.prose
        stops_only = document.get(genre) is Genre.TECHNICAL
        edits = [Edit(span, "") for span in candidates if _is_slip(document, span, stops_only=stops_only)]

        yield from each_or_once(
            edits,
            lambda edit: Text(
                f"标点旁多了空格，应删去：{shown(prose, edit.span)}",
                f"delete the blank beside the punctuation mark: {shown(prose, edit.span)}",
            ),
            lambda count: Text(
                f"标点旁多了空格，全文共{count}处", f"{count} blanks beside full-width punctuation marks"
            ),
            Text("删去空格", "delete the blank"),
        )


def _is_slip(document: Document, span: Span, *, stops_only: bool) -> bool:
    around = text_around(document, span)
    if around is None:
        return False
    before, after = around
    if stops_only and not (
        (before[-1] in STOPS and _IS_HAN.match(after)) or (after[0] in STOPS and _IS_HAN.match(before[-1]))
    ):
        return False
    if before[-1] in STOPS + CLOSERS:
        return not (
            _OPENING.match(before)
            or _ITEM.match(after)
            or _LABEL.match(after)
            or (before[-1] in CLOSERS and before[-2:-1].isascii())
        )
    if after[0] in OPENERS:
        # “Alice” is set off as a foreign word is.
        return not (after[1:2].isascii() or (before[-1] in _DATE_UNITS and before[-2:-1].isdigit()))
    # F ：取下列较小值者 defines a sign of a formula.
    return not before.rstrip("0123456789")[-1:].isascii()
