"""PUN006 dash-form."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.habits import counted, once
from gaojian_checks.language.latin import latin
from gaojian_checks.language.scarce import scarce
from gaojian_checks.punctuation._marks import CLOSERS, HAN

_DASH = "——"
_TYPED = "--"
_OTHER = frozenset({"———", "──", "－－", "――", "―――", "––", "-—"})
# One stroke may as well join (北京—上海), unless it begins a line or has blanks around it.
_SINGLE = frozenset("—―–")
# The last stroke stands before text; the others are behind it.
_TEXT = rf"(?= ?[{HAN}“‘《「『（])"
_AFTER, _LAST_HYPHEN = Pattern(_TEXT), Pattern(f"-(?<=--){_TEXT}")
_RULE = "─"
_STROKES = "-—―─－–"
_WIDE_STROKES = frozenset("—―－–")
_MOST = 4
_BEFORE = Pattern(rf"[{HAN}{CLOSERS}，。：；！？]")
_BLANKS = " \t\u3000"
# 周一--周五, 八月--十月: a range.
_FROM = frozenset("年月日时時分点點一二三四五六七八九十")
_TO = frozenset("一二三四五六七八九十周星")
_FRAMES = frozenset("|│┃\t")
_REACH = 60
_DEEPEST = 8


class DashForm(Check):
    """破折号形式：“--”“―”“──”“———”、行首的单个“—”，应作“——”（占两个字的位置）。

    多因输入法不便。全文只报一条，在第一处，给出处数，修复一次改完；词语之间的“--”也可能是起止（周一--周五），须人工核对。

    不报：表示起止和连接的单个“—”（8月12—15日、北京—上海），数字之间的“--”（另见 PUN015），减号和型号，命令行选项，
    表格和表中表示“无”的“--”，分隔线，外文。

    A dash in another form than ——, once a document. A single em dash that joins, ranges, minus signs, options of
    programs, tables, rules and foreign text are left alone.
    """

    code = "PUN006"
    name = "dash-form"
    title = Text("破折号形式", "form of the dash")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("—|―|－|–|─|--",)
    basis = ("GB/T 15834—2011 4.10.2：破折号的形式是“——”", "实测 797 万字干净语料：3 份文稿 9 处，都是差错")
    examples = (
        bad("这就是我们的目标⟦--⟧让群众满意。", fixed="这就是我们的目标——让群众满意。"),
        bad(
            "⟦—⟧粮食总产创新高。\n　　———水利建设提速。\n副题──记老支书，“铁人”－－老王，他―一名老兵-—来了。",
            fixed="——粮食总产创新高。\n　　——水利建设提速。\n副题——记老支书，“铁人”——老王，他―一名老兵——来了。",
        ),
        bad("主题教育⟦ — ⟧为了谁\n总结 -- 经验与不足", fixed="主题教育——为了谁\n总结——经验与不足"),
        good("会期为8月12—15日，京沪线（北京—上海）停运，中国—东盟博览会、拟办—审议—签发。"),
        good("周一--周五开放，3月--四月休馆，气温-5℃--3℃。"),
        good("| 项目 | 指标 |\n| :-- | --- |\n| 氨氮 | -- |"),
        good("项目\t--\t无\n化学需氧量--〔10〕，氨氮 -- 〔10〕"),
        good("运行时加 --force 选项，或 git log --oneline；SELECT 1; -- 注释"),
        good("好了。\n\n---\n\n————————\n──────\n第二页"),
        good("Vue — The Progressive Framework, see pages 2–3."),
        good(
            {"手册.md": "---\ntitle: 说明\n---\n\n## 概述 -- 背景\n\n见[背景](#概述--背景)和--选项。\n"},
            profile="technical",
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first dash of another form."""
        prose = document.prose
        ends = [match.end() for match in _LAST_HYPHEN.finditer(prose)] if _TYPED in document.get(latin) else []
        leads = document.get(scarce).leads
        for stroke in leads.keys() & _WIDE_STROKES:
            ends += [at + 1 for at in leads[stroke] if _AFTER.match(prose, at + 1)]
        # One alone draws a table.
        rules = leads.get(_RULE, ())
        ends += [at + 1 for at in rules if at and prose[at - 1] == _RULE and _AFTER.match(prose, at + 1)]
        edits = sorted(edit for end in ends if (edit := _edit(document, end)) is not None)
        if not edits:
            return
        forms = list(dict.fromkeys(prose[edit.span.start : edit.span.end].strip(_BLANKS) for edit in edits))
        # 周一--周五 may be meant for a range.
        safe = all(_is_certain(prose, edit.span) for edit in edits)
        yield once(
            edits,
            counted(
                edits,
                Text(
                    f"破折号应作“——”，这里用了“{'”“'.join(forms)}”",
                    f"the dash is ——, here it is {' '.join(forms)}",
                ),
            ),
            Text("改为“——”", "change to “——”"),
            safety=Safety.SAFE if safe else Safety.UNSAFE,
        )


def _edit(document: Document, end: int) -> Edit | None:
    """Return the edit that makes a dash of the strokes before ``end``, or None if they are none."""
    prose = document.prose
    behind = prose[max(0, end - _MOST) : end]
    start = end - len(behind) + len(behind.rstrip(_STROKES))
    written, before = prose[start:end], prose[start - 1 : start]
    if not (written == _TYPED or written in _OTHER or written in _SINGLE):
        return None
    line = document.line_around(start, _REACH)
    if not _FRAMES.isdisjoint(prose[line.start : line.end].strip(_BLANKS)):
        return None
    spaced = prose[end] == " "
    # Manuals name options and link to headings: --选项, #概述--背景.
    if (spaced or written == _TYPED) and document.get(genre) is Genre.TECHNICAL:
        return None
    if spaced:
        return Edit(Span(start - 1, end + 1), _DASH) if before == " " and _BEFORE.match(prose, start - 2) else None
    if _begins_line(prose, start):
        return Edit(Span(start, end), _DASH)
    if written in _SINGLE or not _BEFORE.match(before) or (before in _FROM and prose[end] in _TO):
        return None
    return Edit(Span(start, end), _DASH)


def _begins_line(prose: str, start: int) -> bool:
    indent = prose[max(0, start - _DEEPEST) : start]
    return not indent[indent.rfind("\n") + 1 :].strip(_BLANKS) and ("\n" in indent or len(indent) == start)


def _is_certain(prose: str, span: Span) -> bool:
    """Return whether the strokes can only be a dash: in 甲--乙 two dashes may be meant to join."""
    return prose[span.start : span.end] != _TYPED or _begins_line(prose, span.start)
