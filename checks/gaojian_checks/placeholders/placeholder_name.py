"""PLH004 placeholder-name."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.placeholders._masks import Frame, masks_of


class PlaceholderName(Check):
    """名称占位：地名、单位名、人名写成“XX市”“××局”“XXX同志”，没有填上。

    套用范文后最容易漏改的是名称；正式行文中名称必须写全。只报占位的字符本身，紧挨汉字的两个以上 X 或 × 都算。

    法规的标题、题注和条文里的“XX市”也报。

    不报：案例和判决（名称依法隐去）、法规附的式样、写作教材和举例、“XX染色体”“XX型”等词、隐去的人名（“胡XX等人”“张××”）、
    书名号和引号里泛指的“XX”。

    A place, organisation or person left as a mask, in the titles and articles of statutes as well. Cases, judgments,
    the forms of statutes, guides, anonymised people and generic XX inside quotation or title marks are left alone.
    """

    code = "PLH004"
    name = "placeholder-name"
    title = Text("名称占位", "placeholder name")
    severity = Severity.WARNING
    profiles = {"case": None, "specimen": None}
    needs = ("X|x|Ｘ|×",)
    basis = ("GB/T 9704—2012 7.2", "实测：干净语料中为零")
    examples = (
        bad("⟦XX⟧市⟦XX⟧局关于报送总结的报告"),
        bad("在⟦××⟧县水利部门的支持下，工程如期完工。"),
        bad("由⟦XXX⟧同志牵头负责。"),
        bad("引进了⟦xx⟧畜牧、⟦xx⟧饲料等企业。"),
        bad("⟦XXXX⟧人民政府办公室"),
        bad("坚持以⟦XXXXXX⟧为指导，抓好落实。"),
        bad("⟦X⟧市⟦X⟧区人民政府"),
        bad("# ⟦xx⟧市公共厕所管理办法\n\n2016年4月8日 ⟦XX⟧市第九届人大常委会第三次会议通过", profile="statute"),
        bad("第七条 本办法由⟦××⟧市城市管理部门负责解释，可以授予“⟦xx⟧市示范公厕”称号。", profile="statute"),
        good("公司名称应当为“××律师事务所”。"),
        good("第三条 行政印章的样式如下：××市公安局。", profile="statute"),
        good("申请人×××，住××省××市××路。", profile="statute"),
        good("提交××人民法院的函由办公室登记。", profile="statute"),
        good("女性有XX染色体，男性有XY染色体。"),
        good("胡XX1等人被依法处理，张××另案处理。"),
        good("小时候读过《XX 未解之谜》，街上有人自称“XX大师”。"),
        good("SpaceX公司与X光室都不是占位。"),
        good("“戏剧×音乐工作坊”圆满结营。"),
        good("- 《关于召开××会议的通知》\n- 《关于××事项的请示》"),
        good("## 某某公司申请执行案\n\nXX公司与XX银行达成和解。", profile="case"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every masked name."""
        for mask in masks_of(document, Frame.NAME):
            text = document.text[mask.span.start : mask.span.end]
            yield Finding(
                mask.span,
                Text(f"名称没有填：“{text}”是占位符，请写全称", f"name not filled in: “{text}” is a placeholder"),
                severity=mask.severity,
            )
