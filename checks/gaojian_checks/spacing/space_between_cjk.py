"""SPC001 space-between-cjk."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.habits import each_or_once
from gaojian_checks.spacing._blanks import HAN, blanks, shown, text_around

_HAN_RUN = Pattern(f"[{HAN}]*+")
_SENTENCE = frozenset("，。；！？,;")
# 国函〔1999〕1号 begins anew.
_OPENINGS = frozenset("〔[")
_QUOTES = frozenset("“‘「")
_COLON = frozenset("：:")
_BLANKS = " \u3000\u00a0"
# What may stand before the first word of a line: an indent, Markdown marks, a list number.
_LINE_START = Pattern(
    r"[ \t\u3000\u00a0#*>_+-]*(?:[0-9]{1,3}[.．、)）]|[（(]?[一二三四五六七八九十百0-9]{1,4}[）)、])?[ *_]*"
)
# 国务院总理 张某某, 记者 李某: the blank sets off a name.
_ROLES = frozenset("理长長员員记記者任授士师師官席书書辑輯作")
_DATE_UNITS = frozenset("年月日号號时時")
_DIGITS = frozenset("0123456789一二三四五六七八九十〇○")
_LONGEST_NAME = 4
_LONGEST_LABEL = 6
_LONGEST_NUMBER = 2


class SpaceBetweenCjk(Check):
    """汉字间多余空格：“获得 殊荣”。中文字与字之间不空格，句子中间的空格多是排版、扫描或复制时带进来的。

    全文到处都有时只报一条，给出处数，修复一次改完。

    不报：两字姓名和拉开的标题（“王 刚”“目 录”“总  则”）、没有标点的行（标题、题注、名单）、“第一条 为了”一类编号之后、
    职务与姓名之间、日期之后、名称的并列（“张三 李四 王五”）、“时间：… 地点：”一类标签、书名号里两行合成的标题、
    引号里字数相同的口号、丢了换行的段首缩进、表格、对齐用的连续空格、繁体文稿的挪抬和对齐。

    Blanks between Chinese characters inside a sentence. Names of two characters, spread titles, lines without stops,
    numbers of articles, names after titles, labels, slogans in quotes, tables and alignment are left alone.
    """

    code = "SPC001"
    name = "space-between-cjk"
    title = Text("汉字间多余空格", "blank between Chinese characters")
    severity = Severity.WARNING
    weight = 0.1
    needs = (" |　|\u00a0",)
    basis = ("GB/T 9704—2012 5.2.3：每行排28个字，撑满版心", "实测：句中汉字之间的空格都是原文的差错")
    examples = (
        bad("今年以来，全县获得⟦ ⟧殊荣多项。", fixed="今年以来，全县获得殊荣多项。"),
        bad(
            "有关部门应当指导⟦  ⟧和推进落实⟦　⟧校外教育，加强管理。",
            fixed="有关部门应当指导和推进落实校外教育，加强管理。",
        ),
        bad(
            "我们要⟦ ⟧坚持改革⟦ ⟧创新，扎实推进各项工作。",
            fixed="我们要坚持改革创新，扎实推进各项工作。",
        ),
        good("出席：王 刚、李 芳，列席：赵 明。"),
        good("目 录\n第一章 总 则\n附 件\n表 一 各区名单"),
        good("第三条 为了规范管理，制定本办法。"),
        good("## 第二章 组织机构，职责\n\n其 他"),
        good("省林业局局长 张大山，记者 李小河（本报记者 周明）在现场。"),
        good("2024年3月5日 市人民政府第十次常务会议通过，自公布之日起施行。"),
        good("到会的有陈平 吴晓东 郑和 王安石，会议由县长主持。"),
        good("时间：3月5日下午 地点：县政府三楼，请准时参加。"),
        good("印发《关于完善信用制度 构建长效机制的意见》，请遵照执行。"),
        good("开展“不忘初心 牢记使命”主题教育，成效明显。"),
        good("水稻    三百亩，小麦    五百亩"),
        good("各地要抓紧落实工作规划　　根据规划纲要，制定本规划。"),
        good("| 项目 | 内容 说明，备注 |\n|---|---|"),
        good("檔案銷燬須呈請　院長核定後，始得為之。"),
        good({"手册.md": "# 手册\n\n运行 `make` 之后，再运行 `make install` 安装。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every blank inside a sentence, or one for all if they are many."""
        edits = [Edit(span, "") for span in document.get(blanks).han if _is_slip(document, span)]
        prose = document.prose
        if document.get(is_taiwanese):
            # A wide blank before a person of rank is a mark of respect, two blanks align what follows.
            edits = [edit for edit in edits if prose[edit.span.start : edit.span.end] == " "]

        yield from each_or_once(
            edits,
            lambda edit: Text(
                f"汉字之间多了空格，应删去：{shown(prose, edit.span)}",
                f"delete the blank between Chinese characters: {shown(prose, edit.span)}",
            ),
            lambda count: Text(f"汉字之间多了空格，全文共{count}处", f"{count} blanks between Chinese characters"),
            Text("删去空格", "delete the blank"),
        )


def _is_slip(document: Document, span: Span) -> bool:
    around = text_around(document, span)
    if around is None:
        return False
    before, after = around
    if _SENTENCE.isdisjoint(before) and _SENTENCE.isdisjoint(after):
        return False
    left, right = _han_run(before[::-1]), _han_run(after)
    rest, following = before[: len(before) - left], after[right : right + 1]
    return not (
        left + right <= _LONGEST_NAME - 1
        or (rest.endswith(tuple(_BLANKS)) and left < _LONGEST_NAME)
        or (following in _BLANKS and right < _LONGEST_NAME)
        or "\u3000\u3000" in document.prose[span.start : span.end]
        or following in _OPENINGS
        or (following in _COLON and right <= _LONGEST_LABEL)
        or (left <= _LONGEST_NUMBER and _LINE_START.compiled.fullmatch(rest))
        or (before[-1] in _DATE_UNITS and before[-2:-1] in _DIGITS)
        or (right <= _LONGEST_NAME and (before[-1] in _ROLES or following in "）)"))
        or rest.rfind("《") > rest.rfind("》")
        or (left == right and rest[-1:] in _QUOTES)
    )


def _han_run(text: str) -> int:
    match = _HAN_RUN.match(text)
    return match.end() if match else 0
