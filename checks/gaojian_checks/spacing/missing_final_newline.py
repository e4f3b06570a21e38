"""SPC006 missing-final-newline."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Kind, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once


class MissingFinalNewline(Check):
    """文件末无换行：最后一行没有换行符。

    合并、追加文件时，下一份文件的首行会接在这一行后面；版本管理工具也会把没有改动的最后一行显示为改动。
    默认不查：办公文稿不讲究这一点（实测1421份文件中668份没有），管理纯文本和 Markdown 的仓库可以打开。

    The last line does not end in a line break. Opt-in: 668 of 1,421 published documents lack it, and only repositories
    of plain text care.
    """

    code = "SPC006"
    name = "missing-final-newline"
    title = Text("文件末无换行", "no line break at the end of the file")
    severity = Severity.NOTE
    weight = 0.1
    basis = ("POSIX.1—2017 3.206：行以换行符结束", "实测：1421份文件中668份没有")
    opt_in = True
    examples = (
        bad("特此通知⟦。⟧", fixed="特此通知。\n", whole=True),
        bad("第一行\r\n第二⟦行⟧", fixed="第一行\r\n第二行\r\n", whole=True),
        good("特此通知。\n", whole=True),
        good("第一行\n\n第三行\n", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding if the last line of a text file is not ended."""
        text = document.text
        if not text or text[-1] in "\r\n" or document.kind is Kind.LINES or document.origin is not None:
            return
        # One character is looked for in a twentieth of the time of two.
        newline = "\r\n" if "\r" in text and "\r\n" in text else "\n"
        message = Text("文件最后一行没有换行符", "the last line of the file does not end in a line break")
        end = len(text)
        finding = once([Edit(Span(end, end), newline)], message, Text("补上换行符", "add a line break"))
        yield finding._replace(span=Span(end - 1, end))
