"""FMT001 salutation-colon."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good

# Title, metadata, number and date of the document come before it.
_FIRST_LINES = 12
_LONGEST = 60
_REACH = 2000
# A title that ends in a mark (FMT002) is no sentence.
_BODY = Pattern(
    r"(?<!报告)(?<!通知)(?<!请示)(?<!总结)(?<!方案)(?<!意见)[。；]$|^(?:[#|>*+-]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)
_SALUTATION = Pattern(
    r"(?:(?:各|全)[\u4e00-\u9fff]{1,12}、|尊敬的|[\u4e00-\u9fff（）()]{2,24}[、，,])*"
    r"[\u4e00-\u9fff（）()“”]{0,30}"
    r"(?:政府|委员会|常委会|[省市县区旗团党纪政工]委|[^结布格大]局|[^大客]厅|[^举主]办|部门?|法院|检察院|学院|研究院|医院|党组|总队|支队"
    r"|单位|机构|机关|公司|集团|学校|中心|银行|协会|学会|管理处|代表|委员|主席团|同志们?|领导|来宾|朋友们|专家|家长)"
    r"(?:（[^（）]{1,20}）)?:$"
)


class SalutationColon(Check):
    """主送机关冒号：标题之下的主送机关（或称呼）后面用了半角冒号“:”。

    主送机关顶格写在标题下面，末尾标全角冒号“：”。正文里的半角冒号归 WID001，这里只认标题以后、正文以前独占一行的称呼。

    不报：正文开始以后的行，“发布时间:”一类元数据，繁体文稿。

    The line that names whom a document is sent to ends in a half-width colon. Only the line between the title and the
    body is looked at.
    """

    code = "FMT001"
    name = "salutation-colon"
    title = Text("主送机关冒号", "half-width colon after the addressee")
    severity = Severity.WARNING
    weight = 0.1
    basis = ("GB/T 9704—2012 7.3.2：主送机关编排于标题下空一行位置，最后一个机关名称后标全角冒号",)
    needs_paragraphs = True
    profiles = {"zh-hant": None}
    needs = (":",)
    examples = (
        bad(
            "青山市粮食局2013年度工作报告\n市人大常委会⟦:⟧\n现将情况报告如下。",
            fixed="青山市粮食局2013年度工作报告\n市人大常委会：\n现将情况报告如下。",
        ),
        bad(
            "关于开展夏粮收购检查的通知\n发布时间:2014-06-02 08:30\n各县（区）人民政府⟦:⟧\n请抓好落实。",
            fixed="关于开展夏粮收购检查的通知\n发布时间:2014-06-02 08:30\n各县（区）人民政府：\n请抓好落实。",
        ),
        bad("述职报告\n各位代表、同志们⟦:⟧\n请予审议。", fixed="述职报告\n各位代表、同志们：\n请予审议。"),
        good("关于开展夏粮收购检查的通知\n各县（区）人民政府：\n请抓好落实。"),
        good("工作简报\n来源:市粮食局办公室\n本周完成收购。"),
        good("关于夏粮收购的报告\n本月收购已经结束。\n参加单位:\n市粮食局。"),
        good("關於辦理評鑑之通知\n各機關學校:\n請配合辦理。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for the colon of the first line that addresses somebody."""
        prose = document.prose
        if ":" not in prose[:_REACH]:
            return
        for span in document.first_paragraphs(_FIRST_LINES):
            line = prose[span.start : min(span.end, span.start + _LONGEST + 1)]
            if line.endswith("：") or _BODY.search(line) or len(line) > _LONGEST:
                return
            if _SALUTATION.match(line):
                colon = Span(span.end - 1, span.end)
                yield Finding(
                    colon,
                    Text(
                        "主送机关后面应标全角冒号“：”，这里是半角“:”",
                        "the colon after the addressee must be full-width",
                    ),
                    Fix(Text("改为“：”", "change to “：”"), (Edit(colon, "："),), Safety.SAFE),
                )
                return
