"""MET001 scrape-metadata."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts
from gaojian_checks.residue._lines import deleting, is_web_page, lines_at

_LABELS = "(?:发布|發布|发表|發表|更新|录入|上传|抓取|采集|刊登|添加)(?:时间|時間|日期)"
_MOMENT = r"[12][0-9]{3}(?:[-/.年][0-9]{1,2}){2}日?[ T\u3000]{0,3}[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?"
_COUNTERS = "(?:浏览|阅读|点击|访问|瀏覽|點閱)(?:次数|次數|数|數|量|率)?"
_ORIGIN = "(?:来源|來源|作者|编辑|字号|字體)[：:][^：:]{0,30}"
_ITEM = rf"(?:{_LABELS}[：:] ?{_MOMENT}|{_COUNTERS}[：:] ?[0-9]{{1,9}}次?|{_ORIGIN})"
_LABELLED = "时间|時間|日期|浏览|阅读|点击|访问|瀏覽|點閱|次数|次數|[览读击问]量|[览读击问]数|[击问]率"
# The mark first: it is rarer than the words before it, which one look at their last character rules out.
_TRIGGERS = tuple(
    Pattern(f"{colon}(?<=[间間期览读击问覽閱数數量率]{colon})(?<=(?:{_LABELLED}){colon})", colon) for colon in "：:"
)
_WHOLE = Pattern(rf"(?:{_ITEM}[ \t\u3000|｜]{{0,6}}){{1,6}}[\[【(（]?(?:大 ?中 ?小)?[\]】)）]?")


class ScrapeMetadata(Check):
    """抓取元数据残留：正文里混进了网页的“发布时间:2024-08-10 18:57:23”“浏览次数:35”一类的行。

    多见于从网站复制、用程序抓取的文稿。这些行不是文稿的内容，留着会被当作成文日期或正文；请删去。

    不报：只写到日、不带钟点的“发布日期：2024年8月10日”（政府信息公开栏目有此要求）、句子里提到的时间、网页文件本身、
    Markdown 文首的元数据。

    A line of a web page's metadata within the text: the moment of publication, a count of visits. Dates without a time
    of day, times in sentences, web pages themselves and front matter are left alone.
    """

    code = "MET001"
    name = "scrape-metadata"
    title = Text("抓取元数据残留", "metadata of a web page")
    severity = Severity.WARNING
    needs = ("时间：|时间:|時間：|時間:|日期：|日期:|浏览|阅读|点击|访问|瀏覽|點閱", "0|1|2|3|4|5|6|7|8|9")
    basis = ("GB/T 9704—2012：公文各要素中没有网页发布时间和浏览次数", "实测：797万字干净语料中无一处")
    examples = (
        bad(
            "县水利局2019年工作总结\n⟦发布时间:2020-01-09 08:30:11⟧\n全年完成清淤。\n",
            fixed="县水利局2019年工作总结\n全年完成清淤。\n",
        ),
        bad(
            "工作总结\n⟦来源：县政府网 发布日期：2020-01-09 08:30 浏览次数：35次⟧\n全年完成清淤。",
            fixed="工作总结\n全年完成清淤。",
        ),
        bad("全年完成清淤。\n　⟦阅读量：1208⟧", fixed="全年完成清淤。"),
        good("发布日期：2020年1月9日\n索引号：000123\n来源：县政府网"),
        good("公告的发布时间：2020-01-09 08:30起，至招标截止时止。"),
        good("系统日志：更新时间：2020-01-09 08:30:11，状态正常。"),
        good({"页面.html": "发布时间:2020-01-09 08:30:11\n"}),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every line that is nothing but metadata with a moment or a count."""
        if is_web_page(document):
            return
        prose = document.prose
        places = sorted(match.start() for trigger in _TRIGGERS for match in trigger.finditer(prose))
        for span in lines_at(document, places, _WHOLE):
            yield Finding(
                span,
                Text(
                    "网页的发布信息混进了正文，请删去这一行", "metadata of a web page within the text; delete the line"
                ),
                deleting(document, span),
            )
