"""FMT005 truncated-document."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Kind, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import outline

_ITEM = Pattern("(?P<number>[一二三四五六七八])是")
_SHORTEST = 400
_FIRST_LEVEL, _SECOND_LEVEL = 14, 15
_CLOSING = Pattern("特此|以上报告|请予?审[议阅]|请批评指正|谢谢|汇报完毕|报告完毕|下一步|今后|明年|展望|总之|为此")
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
        prose = document.prose
        if len(prose) < _SHORTEST or document.kind is Kind.MARKDOWN:
            return
        ending = document.last_paragraphs(1)
        if not ending or not _ITEM.match(prose, ending[0].start) or prose[ending[0].end - 1] == "：":
            return
        last = prose[ending[0].start : ending[0].end]
        if _CLOSING.search(last) or document.get(genre) is not Genre.REPORT:
            return
        levels = {heading.level for heading in document.get(outline)}
        if not {_FIRST_LEVEL, _SECOND_LEVEL} <= levels:
            return
        # A body that stands there twice lost its end in both copies; the later is explained by its repetition.
        end = prose.find(last) + len(last)
        yield Finding(
            Span(end - _LAST_WORD, end),
            Text(
                f"文稿停在“{last[:2]}……”的列举中，没有结尾、落款和日期，后文可能丢失，请对照原件补全",
                "the report stops in an enumeration, without closing, signature or date; its end may be lost",
            ),
        )
