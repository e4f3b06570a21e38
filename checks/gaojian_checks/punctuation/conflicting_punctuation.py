"""PUN002 conflicting-punctuation."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._marks import OPENERS, Run, marks, shown

# By strength: a pause that a stronger one follows is left over.
_STRENGTH = "、，；。？！"
_EMPHATIC = frozenset("？！")
_OPENERS = frozenset(OPENERS)


class ConflictingPunctuation(Check):
    """标点冲突：不同的点号连在一起，“，。”“；。”“：。”“、，”；逗号、顿号紧贴在括号里边，“（，”“、）”。

    多因改稿时新标点已加、旧标点未删，或者中间的文字丢失（“支持：。”丢了内容）。写出两个标点，请留一个、补缺字。
    后一个更强时（“，。”）可用 --unsafe-fixes 删去前一个。

    不报：“？！”连用，引号、括号隔开的标点（“好。”，），省略号、破折号旁的标点，引号方向打反的地方，
    谈论标点本身的文字，代码。

    Two different marks in a row, or a comma that touches the inner side of a bracket: one was left over from an
    edit, or what stood between was lost. ？！, marks parted by a quotation mark or bracket, and text about the marks
    themselves are left alone.
    """

    code = "PUN002"
    name = "conflicting-punctuation"
    title = Text("标点冲突", "conflicting punctuation marks")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "GB/T 15834—2011 4.1—4.7：一处停顿只用一个点号",
        "实测 797 万字干净语料：冲突的点号 2 处，都是差错",
    )
    examples = (
        bad("各村都已通车⟦，。⟧\n水渠也已修好⟦；。⟧", fixed="各村都已通车。\n水渠也已修好。"),
        bad("米面、油盐⟦、，⟧一应俱全⟦，；⟧肉蛋充足。", fixed="米面、油盐，一应俱全；肉蛋充足。"),
        bad("有下列情形之一的，应予支持⟦：。⟧"),
        bad("设置报警器⟦。、⟧学校另有规定⟦。，⟧从其规定。"),
        bad("如“抓手”、“支点”⟦、；⟧“引擎”。为何不办⟦？。⟧"),
        bad("依照（⟦，⟧2015年修订）办理，见附件（名单⟦、⟧）。", fixed="依照（2015年修订）办理，见附件（名单）。"),
        good("怎么会这样？！他问：“走不走？”，没人回答。他说：“好。”"),
        good("灌区、渠道……，都已检修。——完"),
        good("注意”为提示，“警告”则为”不要这样做“。示例如下："),
        good("点号统一用全角：，。；：！？\n把“，。”改为“。”。"),
        good("姓名： ，电话： 。"),
        good("电价（元/千瓦时，含税）上调；《办法》，同时废止。"),
        good({"手册.md": "写作`，。`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every two marks that exclude each other."""
        found = document.get(marks)
        for run in found.runs:
            if len(set(run.marks)) > 1 and not _EMPHATIC.issuperset(run.marks):
                yield _conflict(document, run)
        for span in found.inside:
            yield _inside(document, span)


def _conflict(document: Document, run: Run) -> Finding:
    written = shown(document, run)
    first, last = run.marks[0], run.marks[-1]
    fix = None
    # In 、；“ the list may go on.
    goes_on = document.prose[run.span.end : run.span.end + 1] in _OPENERS
    if _STRENGTH.find(last) > _STRENGTH.find(first) >= 0 and not goes_on:
        fix = Fix(Text(f"改为“{last}”", f"change to “{last}”"), (Edit(run.span, last),))
    cause = "冒号后面可能丢了内容，" if first == "：" else ""
    return Finding(
        run.span,
        Text(
            f"“{written}”是“{'”和“'.join(dict.fromkeys(run.marks))}”连在一起，{cause}请补缺字或只留一个",
            f"“{written}”: {' and '.join(dict.fromkeys(run.marks))} exclude each other; restore what is lost or keep"
            " one",
        ),
        fix,
    )


def _inside(document: Document, span: Span) -> Finding:
    prose, (start, end) = document.prose, span
    before, mark, after = prose[start - 1 : start], prose[start:end], prose[end : end + 1]
    written, place = (f"{before}{mark}", "后") if before in _OPENERS else (f"{mark}{after}", "前")
    return Finding(
        span,
        Text(
            f"“{written}”：{place}面可能丢了内容，请补上或删去“{mark}”",
            f"“{written}”: something may be lost beside the bracket; restore it or delete the mark",
        ),
        Fix(Text(f"删去“{mark}”", f"delete “{mark}”"), (Edit(span, ""),)),
    )
