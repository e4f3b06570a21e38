"""FMT002 title-punctuation."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_FIRST_LINES = 4
_MARKS = "。，；、.,;"
_KINDS = (
    "(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|细则|总结|要点|计划|规划)"
    "(?:（[^（）]{1,12}）)?"
)
# A sentence begins with what it is about to do: 现印发关于……的通知。
_TITLE = Pattern(
    rf"(?![现请根按为本这该此我经特你您请以由在对把将])[^\n，。；：？！,;:|]{{0,24}}"
    rf"(?:关于(?:(?!关于)[^\n。；：|]){{2,50}}的{_KINDS}"
    rf"|(?:[市县区省局委院校处厅司会]|[0-9]{{4}}年度?)[^\n，。；：|的了是]{{0,24}}"
    rf"(?:(?:工作|履职|述职|调研|情况)(?:报告|总结|汇报|要点|计划)|(?:实施|工作)方案))"
    rf"(?P<mark>[{_MARKS}]+)$"
)
_LONGEST = 90


class TitlePunctuation(Check):
    """标题标点：公文标题末尾不用标点，“关于……的通知。”多了句号。

    只看文稿开头、以文种（通知、报告、请示、方案……）收尾的标题行。问号、叹号、省略号可以用在文章标题末尾，不报。

    不报：开头就是正文的文稿（“现印发……的通知。”），不以文种收尾的行。

    The title of an official document ends without a mark. Only lines at the start that end in the kind of document are
    looked at.
    """

    code = "FMT002"
    name = "title-punctuation"
    title = Text("标题末尾标点", "mark at the end of a title")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 9704—2012 7.3.1", "GB/T 15834—2011 附录 B.4：标题末尾一般不用标点")
    needs_paragraphs = True
    examples = (
        bad(
            "关于开展夏粮收购检查的通知⟦。⟧\n各乡镇人民政府：\n请抓好落实。",
            fixed="关于开展夏粮收购检查的通知\n各乡镇人民政府：\n请抓好落实。",
        ),
        bad(
            "青山市粮食局2013年度工作报告⟦。⟧\n一年来，收购平稳。",
            fixed="青山市粮食局2013年度工作报告\n一年来，收购平稳。",
        ),
        good("关于开展夏粮收购检查的通知\n各乡镇人民政府：\n请抓好落实。"),
        good("现印发关于开展夏粮收购检查的通知。\n请抓好落实。"),
        good("粮食丰收之后怎么办？\n要算好三笔账。"),
        good("工作简报\n市粮食局召开会议，传达关于夏粮收购的通知。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for the marks that end the title."""
        prose = document.prose
        for span in document.first_paragraphs(_FIRST_LINES):
            start = span.start
            while start < span.end and prose[start] in "#*_ ":
                start += 1
            ends_in_mark = prose[span.end - 1] in _MARKS and span.end - start <= _LONGEST
            match = _TITLE.match(prose, start, span.end) if ends_in_mark else None
            if match:
                marks = Span(*match.span("mark"))
                yield Finding(
                    marks,
                    Text("公文标题末尾不用标点", "the title of a document ends without a mark"),
                    Fix(Text("删去标点", "delete the mark"), (Edit(marks, ""),)),
                )
            if match or prose[span.end - 1] in "。：:":
                return
