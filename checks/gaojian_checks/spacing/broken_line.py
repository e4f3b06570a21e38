"""SPC005 broken-line."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Kind, Pattern, Severity, Span, Text, bad, good

# No line begins with a stop or a closing mark, and no paragraph ends in an opening mark or, verse apart, in a comma.
_START = "[ \t\u3000>]*+(?=[，。；：？！、）”’》」』】])(?!”[^”\n]{1,40}“)"
_BREAK = Pattern(
    "\n(?:(?<=[，、（“‘《「『【]\n)(?P<after>[ \t\u3000]*+(?=[\u4e00-\u9fff0-9A-Za-z“‘《（「]))"
    rf"|(?<![\n\r\ufffc]\n)(?:[ \t\r]*+\n)?+{_START})",
    "\n",
)
# In Markdown a paragraph goes on until a blank line.
_BLANK_LINE = Pattern(rf"\n(?<![\n\r\ufffc]\n)[ \t\r]*+\n{_START}", "\n")
_COMMAS = frozenset("，、")
_SHORTEST = 20
# 一、 or （一） or 1． begins an item of its own.
_ITEM = Pattern(r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、．.]|第[一二三四五六七八九十百0-9]{1,5}[条條章节節]")
# Text is wrapped at 60 to 80 columns; a paragraph that is one line is often wider.
_FULL, _WIDE = 50, 90
_SHARE_OF_WIDE = 0.1


class BrokenLine(Check):
    """句中断行：一句话中间多了换行，例如“制定《”后面另起一行，下一行以“》，”开头。

    多因网页上的链接、PDF 换行或误按回车而来，排版后成为残缺的段落。行首出现点号、后半个括号或引号，行末停在逗号、
    顿号或前半个书名号，都不可能是段落的起止。全文只报一条，给出处数；接回上一行的修改请核对后再用（--unsafe-fixes）。

    不报：全文按固定宽度折行的文稿、诗词和称呼（行末是逗号的短行）、逐项分行的列举、Markdown 中同一段之内的换行、
    只有行没有段的格式（PDF）。断在两个汉字之间、两头都没有标点的，看不出来，也不报。

    A line break inside a sentence, told by a line that begins with a stop or closing mark or ends in a comma or opening
    mark; once a document. Hard-wrapped text, verse, lists and line breaks inside a Markdown paragraph are left alone.
    """

    code = "SPC005"
    name = "broken-line"
    title = Text("句中断行", "line break inside a sentence")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 15834—2011 5.1：点号和后半个括号、引号、书名号不出现在一行之首，前半个不出现在一行之末",)
    needs_paragraphs = True
    examples = (
        bad("制定《⟦\n⟧管理条例\n》，并严格执行。", fixed="制定《管理条例》，并严格执行。"),
        bad(
            "要按照全省统一部署推进国有林场改革，妥善安置富余职工，⟦\n⟧确保林区稳定。\n各县要" + "精心组织" * 12 + "。",
            fixed="要按照全省统一部署推进国有林场改革，妥善安置富余职工，确保林区稳定。\n各县要"
            + "精心组织" * 12
            + "。",
        ),
        bad(
            {"报告.md": "报酬应当按月支付。⟦\n\n⟧”从上述规定可知，不得拖欠。\n"},
            fixed="报酬应当按月支付。”从上述规定可知，不得拖欠。\n",
        ),
        good("各位代表，\n现在开会。"),
        good("远上寒山石径斜，\n白云生处有人家。"),
        good("本办法所称企业，是指在本市行政区域内依法设立的下列单位，\n（一）公司；\n（二）合作社。"),
        good("甲" * 30 + "乙\n" + "丙" * 31 + "\n，应当报告。"),
        good({"手册.md": "先编译全部模块并检查依赖关系是否完整，\n再运行。\n"}),
        good({"手册.md": "```\na\n```\n，略。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for all line breaks that no paragraph can have."""
        breaks = list(_breaks(document))
        if breaks and not _has_wide_lines(document.prose):
            breaks = [span for span in breaks if _width_before(document.prose, span.start) < _FULL]
        if not breaks:
            return
        zh, en = (f"，全文共{len(breaks)}处", f", {len(breaks)} in all") if len(breaks) > 1 else ("", "")
        yield Finding(
            breaks[0],
            Text(f"句子在这里断成了两行，应接起来{zh}", f"a line break inside a sentence; join the lines{en}"),
            Fix(Text("接回上一行", "join the lines"), tuple(Edit(span, "") for span in breaks)),
        )


def _breaks(document: Document) -> Iterator[Span]:
    prose = document.prose
    if document.kind is Kind.MARKDOWN:
        yield from [Span(*match.span()) for match in _BLANK_LINE.finditer(prose) if match.start()]
        return
    for match in _BREAK.finditer(prose):
        start = match.start()
        if match["after"] is None:
            if start:
                yield Span(*match.span())
        else:
            is_long = start - prose.rfind("\n", max(0, start - _SHORTEST), start) > _SHORTEST
            if (prose[start - 1] not in _COMMAS or is_long) and not _ITEM.match(prose, match.end()):
                yield Span(*match.span())


def _has_wide_lines(prose: str) -> bool:
    """Return whether paragraphs stand on one line each, and so are not wrapped."""
    lines = prose.split("\n")
    # No character takes more than two columns.
    wide = sum(_width(line) > _WIDE for line in lines if 2 * len(line) > _WIDE)
    # Mostly either of the first two tells, and the lines that are not blank need not be counted.
    return wide > 0 and (
        wide >= _SHARE_OF_WIDE * len(lines) or wide >= _SHARE_OF_WIDE * sum(map(bool, map(str.strip, lines)))
    )


def _width_before(prose: str, end: int) -> int:
    """Return the width of the line that ends at ``end``, as far as it matters."""
    low = max(0, end - _FULL)
    return _width(prose[max(low, prose.rfind("\n", low, end) + 1) : end])


def _width(line: str) -> int:
    """Return the columns that ``line`` takes: two for a Han, as it takes bytes."""
    return len(line.rstrip().encode("gbk", "replace"))
