"""WID002 halfwidth-brackets."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once
from gaojian_checks.language.latin import latin
from gaojian_checks.spacing._blanks import CLOSERS, HAN, OPENERS, STOPS

_PAIR = Pattern(r"\((?:[^()\n]{1,200}+|\([^()\n]{0,200}+\)){1,9}+\)", "(")
_HAN = Pattern(f"[{HAN}]")
_BRACKET = Pattern("[()]")
_WIDE = {"(": "（", ")": "）"}
_HEADING = Pattern(r"\([一二三四五六七八九十百]{1,5}\)")
_INDENT = " \t\u3000\u00a0#*>+-"
_NEIGHBOURS = Pattern(f"[{HAN}{OPENERS}{CLOSERS}{STOPS}]")


class HalfwidthBrackets(Check):
    """半角括号：“(以下简称试验区)”应作“（以下简称试验区）”。

    括号里是中文的，用全角括号。全文只报一条，在第一对，给出对数，修复一次改完，括号外多余的空格一并删去。
    全角、半角并用是自相矛盾，报警告；通篇都用半角，只作提示。

    不报：行首的“(一)”（另有检查）、里面没有汉字的括号（(GDP)、(2013)）、不配对的括号、一边全角一边半角的（另有检查）、
    技术文档和繁体文稿（那里以半角括号为惯例）、代码。

    Half-width brackets around Chinese text, once a document: a warning where full-width ones are used beside them, else
    a note. Heading marks, pairs without Han, technical documents and Traditional text are left alone.
    """

    code = "WID002"
    name = "halfwidth-brackets"
    title = Text("半角括号", "half-width brackets")
    severity = Severity.WARNING
    weight = 0.1
    profiles = {"statute": Severity.NOTE, "technical": None, "zh-hant": None}
    needs = ("(",)
    basis = (
        "GB/T 15834—2011 4.9、5.1：括号的形式为“（）”，各占一个字的位置",
        "实测：584份法规中近五分之一有，都是原文转换时的漏改",
    )
    examples = (
        bad(
            "有关县⟦(市、区)⟧应当（自收到之日起）备案，企业(含合作社(联社),下同)适用本办法。",
            fixed="有关县（市、区）应当（自收到之日起）备案，企业（含合作社（联社）,下同）适用本办法。",
        ),
        bad("我局 ⟦(以下简称局)⟧ 负责（全市）监管。", fixed="我局（以下简称局）负责（全市）监管。"),
        bad("共争取项目46项⟦(其中省级42项)⟧。", fixed="共争取项目46项（其中省级42项）。"),
        good("(一)加强领导\n　　(二)落实责任"),
        good("国内生产总值(GDP)增长，2013年(2012)数据，见 f(x)。"),
        good("集团（公司)和(分公司）另行处理；1)准备材料。"),
        good("依本法 (以下簡稱本法) 第二條規定辦理。"),
        good({"手册.md": "指定别名 (可选) 即可。\n"}, profile="technical"),
        good({"手册.md": "见[说明](说明.md)和`函数(参数)`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first pair of half-width brackets."""
        prose = document.prose
        if "(" not in document.get(latin):
            return
        pairs = [Span(*match.span()) for match in _PAIR.finditer(prose) if _is_chinese(prose, *match.span())]
        if not pairs:
            return
        edits = [edit for pair in pairs for edit in _edits(prose, pair)]
        zh = f"，全文共{len(pairs)}对" if len(pairs) > 1 else ""
        en = f", {len(pairs)} pairs in all" if len(pairs) > 1 else ""
        finding = once(
            edits,
            Text(f"括号里是中文，应用全角括号“（）”{zh}", f"Chinese text stands in full-width brackets{en}"),
            Text("改为全角括号", "change to full-width brackets"),
            None if "（" in prose else Severity.NOTE,
        )
        yield finding._replace(span=pairs[0])


def _is_chinese(prose: str, start: int, end: int) -> bool:
    if not _HAN.search(prose, start, end) or prose.count("（", start, end) != prose.count("）", start, end):
        return False
    line = prose[max(0, start - 12) : start].rpartition("\n")[2]
    return not (_HEADING.match(prose, start, end) and not line.strip(_INDENT))


def _edits(prose: str, pair: Span) -> Iterator[Edit]:
    """Yield what makes ``pair`` and the pairs in it full-width, without the blanks around it."""
    start, end = pair
    if prose[start - 1 : start] == " " and _NEIGHBOURS.match(prose, max(0, start - 2)):
        yield Edit(Span(start - 1, start), "")
    for match in _BRACKET.finditer(prose, start, end):
        yield Edit(Span(*match.span()), _WIDE[match[0]])
    if prose[end : end + 1] == " " and _NEIGHBOURS.match(prose, end + 1):
        yield Edit(Span(end, end + 1), "")
