"""CIT007 attachment-reference."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.attachments import attachments

_MENTION = Pattern(r"附件 ?(?P<number>[1-9][0-9]?)(?![0-9.．])", "附件")
_INDENT = 12


class AttachmentReference(Check):
    """附件引用不符：正文写“见附件3”，附件说明里只列了两个附件。

    以文末的“附件：1.…… 2.……”为准，另起一行的“附件3”也算有。信息给出附件说明所在的行，请补列附件或者改正序号。

    不报：没有附件说明的文稿，附件说明里有的序号，引用其他文件的附件（“《……》附件3”）。

    The text refers to an attachment that the list of attachments does not have. Documents without such a list, and
    attachments of other documents, are left alone.
    """

    code = "CIT007"
    name = "attachment-reference"
    title = Text("附件引用不符", "attachment that is not listed")
    severity = Severity.WARNING
    basis = ("GB/T 9704—2012 7.3.4、7.3.7：附件顺序号与附件说明的表述一致",)
    needs_paragraphs = True
    needs = ("附件：|附件:",)
    examples = (
        bad("请填写汇总表（见⟦附件3⟧）。\n附件：1. 收购计划表\n　　　2. 责任分工表\n"),
        bad("任务分工见附件1，进度见⟦附件2⟧。\n附件：收购工作实施方案\n"),
        good("请填写汇总表（见附件2）。\n附件：1. 收购计划表\n　　　2. 责任分工表\n"),
        good("请填写汇总表（见附件3）。\n附件：1. 收购计划表\n2. 责任分工表\n\n附件3\n汇总表"),
        good("按《储粮通知》附件3执行。\n附件：1. 收购计划表\n"),
        good("请填写汇总表（见附件3）。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every attachment that is referred to and nowhere listed."""
        listed = document.get(attachments)
        if not listed:
            return
        prose = document.prose
        last = max(attachment.number or 1 for each in listed for attachment in each)
        headed, referred = set(), []
        for match in _MENTION.finditer(prose):
            line = document.line_around(match.start(), _INDENT)
            if not prose[line.start : match.start()].strip(" \t\u3000*#"):
                headed.add(int(match["number"]))
            elif int(match["number"]) > last and prose[match.start() - 1] not in "》”）)的":
                referred.append(match)
        place = listed[0][0].name
        for match in referred:
            if int(match["number"]) not in headed:
                yield Finding(
                    Span(*match.span()),
                    Text(
                        f"附件说明（第{document.line_number(place.start)}行）只列到附件{last}，没有附件{match['number']}",
                        f"the list in line {document.line_number(place.start)} ends with attachment {last}",
                    ),
                    related=(Related(place, Text("附件说明", "list of attachments")),),
                )
