"""FMT006 copy-line-end."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good

_COPY = Pattern("抄送[：:]", "抄送")
_LAST_PARAGRAPHS = 6
_ENDS = "。，、；：:;,"


class CopyLineEnd(Check):
    """抄送句号：抄送机关写完，末尾要标句号。

    版记中“抄送：”之后各机关用逗号隔开，最后一个机关后标句号。很多单位的旧稿不标，不影响理解，所以默认不查。

    不报：抄送机关写成几行的（以逗号、顿号转行），正文里的“抄送：”。

    The list of recipients of copies ends in a full stop. Off by default: many offices leave it out.
    """

    code = "FMT006"
    name = "copy-line-end"
    title = Text("抄送句号", "no full stop after the copies")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    basis = ("GB/T 9704—2012 7.4.2：抄送机关之间用逗号隔开，最后一个抄送机关名称后标句号",)
    needs_paragraphs = True
    needs = ("抄送",)
    examples = (
        bad(
            "特此通知。\n抄送：市粮食局，市财政局⟦⟧\n2014年6月2日印发",
            fixed="特此通知。\n抄送：市粮食局，市财政局。\n2014年6月2日印发",
            whole=True,
        ),
        good("特此通知。\n抄送：市粮食局，市财政局。\n2014年6月2日印发", whole=True),
        good("特此通知。\n抄送：市粮食局，\n市财政局。\n2014年6月2日印发", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding at the end of a list of copies without a full stop."""
        prose = document.prose
        if not _COPY.may_match(prose):
            return
        for span in document.last_paragraphs(_LAST_PARAGRAPHS):
            if _COPY.match(prose, span.start) and prose[span.end - 1] not in _ENDS:
                place = Span(span.end, span.end)
                yield Finding(
                    place,
                    Text("最后一个抄送机关后面标句号", "the last recipient of a copy is followed by a full stop"),
                    Fix(Text("补上句号", "add a full stop"), (Edit(place, "。"),), Safety.SAFE),
                )
