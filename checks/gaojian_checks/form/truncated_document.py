"""FMT005 truncated-document."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Span, Text, bad, good
from gaojian_checks.language.truncation import broken_end

_LAST_WORD = 3


class TruncatedDocument(Check):
    """疑似残缺：报告在“二是……”处突然结束，没有结尾、落款和日期。

    网页转载、分段复制时最容易丢掉后半篇。只看报告一类的文稿：有“一、”“（一）”各级标题，最后一段却停在“一是”“二是”的列举中。
    请对照原件补全；文稿本来如此，可以加注忽略。

    不报：有结尾段、落款或日期的文稿，没有分级标题的短文，法规、技术文档。

    A report ends in the middle of an enumeration (二是…), without a closing, a signature or a date: its end was lost.
    """

    code = "FMT005"
    name = "truncated-document"
    title = Text("疑似残缺", "the end seems to be lost")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("《党政机关公文处理工作条例》第九条：公文由正文、发文机关署名、成文日期等组成",)
    needs_paragraphs = True
    examples = (
        bad(
            "粮食局2013年度工作报告\n一、收购工作\n（一）抓好夏粮收购\n"
            + "收购网点全部开秤，资金及时到位。\n" * 28
            + "二、仓储工作\n（一）改造仓房\n一是维修旧仓，安全度汛。\n二是新建烘干线，荣获先进⟦称号。⟧",
            whole=True,
        ),
        good(
            "粮食局2013年度工作报告\n一、收购工作\n（一）抓好夏粮收购\n"
            + "收购网点全部开秤，资金及时到位。\n" * 28
            + "二、仓储工作\n一是维修旧仓。\n二是新建烘干线。\n特此报告。\n青山市粮食局\n2014年1月6日",
            whole=True,
        ),
        good("粮食局2013年度工作报告\n一是维修旧仓。\n二是新建烘干线。", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for the last word of a report that stops in an enumeration."""
        ending = document.get(broken_end)
        if ending is None:
            return
        item = document.prose[ending.start : ending.start + 2]
        yield Finding(
            Span(ending.end - _LAST_WORD, ending.end),
            Text(
                f"文稿停在“{item}……”的列举中，没有结尾、落款和日期，后文可能丢失，请对照原件补全",
                "the report stops in an enumeration, without closing, signature or date; its end may be lost",
            ),
        )
