"""FMT003 attachment-line."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Severity, Text, bad, good
from gaojian_checks.language.attachments import Attachment, attachments
from gaojian_checks.language.genre import Genre, genre

# Without a number only what is plainly the name of a paper: 附件：未提交的，不予受理。 is a rule.
_PAPER = (
    "表",
    "方案",
    "办法",
    "名单",
    "清单",
    "细则",
    "规定",
    "计划",
    "说明",
    "通知",
    "材料",
    "目录",
    "汇总表",
    "回执",
    "样式",
)


class AttachmentLine(Check):
    """附件说明标点：“附件：1、方案。”应作“附件：1. 方案”。

    附件说明的顺序号用阿拉伯数字加下脚点，附件名称后面不加标点。一份附件说明报一处，修改时逐项一起改。

    不报：顺序号和名称都合规的附件说明，单独一个“附件：”，法规，名称里有句子的行。

    The list of attachments: numbers are followed by a dot and names by no mark. One finding a list, with an edit for
    each item.
    """

    code = "FMT003"
    name = "attachment-line"
    title = Text("附件说明标点", "marks in the list of attachments")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 9704—2012 7.3.4：附件名称后不加标点符号，多个附件使用阿拉伯数字标注附件顺序号",)
    needs_paragraphs = True
    needs = ("附件：|附件:",)
    examples = (
        bad("特此通知。\n附件：1⟦、⟧实施方案。\n", fixed="特此通知。\n附件：1. 实施方案\n"),
        bad(
            "特此通知。\n　　附件：1⟦、⟧收购计划表；\n　　　　　2、责任分工表。\n青山市粮食局\n",
            fixed="特此通知。\n　　附件：1. 收购计划表\n　　　　　2. 责任分工表\n青山市粮食局\n",
        ),
        bad(
            "特此通知。\n附件：1.收购计划表⟦；⟧\n2.责任分工表\n", fixed="特此通知。\n附件：1.收购计划表\n2.责任分工表\n"
        ),
        bad("特此通知。\n\n附件：收购工作实施方案⟦。⟧\n", fixed="特此通知。\n\n附件：收购工作实施方案\n"),
        bad(
            "特此通知。\n附件：\n1⟦、⟧收购计划表\n2、责任分工表\n",
            fixed="特此通知。\n附件：\n1. 收购计划表\n2. 责任分工表\n",
        ),
        good("特此通知。\n附件：1. 收购计划表\n      2. 责任分工表\n1、正文另起。"),
        good("特此通知。\n附件：收购工作实施方案\n"),
        good("特此通知。\n附件：\n收购工作实施方案\n一、总则。"),
        good("申请人应当提交下列附件：1、申请表。\n"),
        good("附件：逾期未提交的，不予受理。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for every list of attachments with marks that do not belong there."""
        for listed in document.get(attachments):
            edits = [edit for attachment in listed for edit in _edits(document.prose, attachment)]
            if edits and document.get(genre) is not Genre.STATUTE:
                yield Finding(
                    edits[0].span,
                    Text(
                        "附件说明的顺序号用“1.”，附件名称后面不加标点",
                        "attachments are numbered 1. and their names end without a mark",
                    ),
                    Fix(Text("改正附件说明的标点", "correct the marks of the list"), tuple(edits)),
                )


def _edits(prose: str, attachment: Attachment) -> Iterator[Edit]:
    if prose.startswith("、", attachment.separator.start) and attachment.number:
        yield Edit(attachment.separator, ". ")
    start, end = attachment.mark
    is_named = attachment.number is not None or prose.endswith(_PAPER, attachment.name.start, attachment.name.end)
    if start < end and is_named:
        yield Edit(attachment.mark, "")
