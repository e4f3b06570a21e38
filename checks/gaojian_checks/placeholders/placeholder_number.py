"""PLH003 placeholder-number."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._masks import Frame, masks_of


class PlaceholderNumber(Check):
    """数字占位：单位或量词前的数字写成“XX万元”“X.X%”“××项”，没有填上。

    也报只遮住一部分的数字（“xx.51亿元”“494xx6元”“20xx0亩”）：那是批量替换年份时误伤了数字。只报占位的字符本身。
    只有一个 X 或 × 的，前面有“投入”“提高到”“之日起”等字样，或上下文有同类的数字，才算漏填。

    不报：变量（“N+X”“1+X证书”“X个活动点位”）、X光、XL、乘号（“4×6厘米”“单价×数量”）、项目、人民、条例等以量词开头的词、
    引语里的“XX时”、法规规定的格式、隐去的电话和证件号（“138****1234”）。

    A number before a unit or a counter left as a mask, wholly or in part. One letter alone counts where a verb of
    quantity stands before it, or numbers of its kind around it. Variables, multiplication, words that begin with a
    counter, prescribed forms and privacy masks are left alone.
    """

    code = "PLH003"
    name = "placeholder-number"
    title = Text("数字占位", "placeholder number")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = ("X|x|Ｘ|×",)
    basis = ("实测：干净语料中单位前的 XX、×× 为零，出现的都是漏填",)
    examples = (
        bad("全年完成投资⟦XX⟧亿元，增长⟦X.X⟧%。"),
        bad("修建道路⟦××⟧公里，涉及⟦XX⟧个村、⟦XX⟧户。"),
        bad("比上年同期增长⟦xx0.9⟧%，绝对额⟦xx.51⟧亿元。"),
        bad("种植面积⟦20xx0⟧亩，实收⟦494xx6⟧元。"),
        bad("今年是建所⟦xx⟧周年。"),
        bad("听取⟦X⟧个镇党委和⟦X⟧个部门的汇报。"),
        bad("会议定于5月⟦X⟧日召开，材料于⟦X月X日⟧前报送。"),
        bad("共投入資金⟦ＸＸ⟧萬元。"),
        bad("见县政府〔2019〕⟦XX⟧号文件。"),
        bad("修缮校舍⟦X⟧间，投入⟦×⟧万元，比预算节省8万元。"),
        bad("入园率提高到⟦×⟧%，经费占总支出的⟦X⟧%，自受理之日起⟦X⟧个工作日内办结。"),
        good("推行1+X证书制度，设一个主会场、X个活动点位，形成“1+X”格局。"),
        good("XX项目于三月开工，XX人民政府出席。"),
        good("图纸4厘米×6厘米，费用为单价×8小时。"),
        good("联系电话138****1234。"),
        good("帖子称“将于XX时动手”，警方已介入。"),
        good("购置X射线机两台，工装XL码三十套。"),
        good("设X为年产量，则X%表示占比。"),
        good("设一个总店和X个分店，投入300万元；若X个班报名，则每班5人。"),
        good("补助额为标准×亩数，每亩300元；论坛以“科技×万物”为题。"),
        good("当概率为X%时，期望为8元。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every masked number."""
        for mask in masks_of(document, Frame.NUMBER):
            text = document.text[mask.span.start : mask.span.end]
            yield Finding(
                mask.span,
                Text(f"数字没有填：“{text}”是占位符，请补上数字", f"number not filled in: “{text}” is a placeholder"),
                severity=mask.severity,
            )
