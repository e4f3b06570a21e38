"""ARI003 percent-sum."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.arithmetic._shares import shares
from gaojian_checks.language.twin import in_both_scripts

_WHOLE = 100


class PercentSum(Check):
    """百分比合计不是百分之百：“三类分别占30%、40%、35%”，加起来是105%。

    同一整体的各部分占比之和不能超过100%，超过就有一个写错，或者几类互有重叠、需要说明。认“分别占”后面的一串百分数、
    连着三个以上的“……占30%，……占40%”；男和女、城镇和农村两个占比，三次产业结构比（10:45:45），加起来应当正好是100%。

    不报：四舍五入能解释的；和小于100%的（可能只列了主要几类）；占全国、全省等不同总数的；多选题；可能重叠的身份、学历、年龄。

    Shares of one whole that make more than 100 %; those of men and women, of town and country, and of the three sectors
    that make less, too. Other sums below, shares of several wholes, and differences that rounding explains are left
    alone.
    """

    code = "ARI003"
    name = "percent-sum"
    title = Text("百分比合计不是百分之百", "shares do not make 100 per cent")
    severity = Severity.WARNING
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9", "占|产业")
    examples = (
        bad("甲、乙、丙三类分别占⟦30%、40%、35%⟧。"),
        bad("种植业、养殖业分别占总量的⟦62.5%和47.5%⟧。"),
        bad("⟦种植业占40%，养殖业占35%，加工业占30%⟧。"),
        bad("⟦男性占55%，女性占40%⟧，三次产业结构比由⟦10:45:50⟧调整为9:45:46。"),
        good("甲、乙、丙三类分别占30%、40%、30%。"),
        good("甲、乙、丙三类分别占33.3%、33.4%、33.4%。"),
        good("甲、乙两类分别占30%和40%，种植业占40%，养殖业占35%，加工业占20%。"),
        good("产量和销量分别占全国的60%和70%。"),
        good("用电量、用水量分别占各自总量的60%和70%。"),
        good("党员占60%，本科以上学历占70%，35岁以下占40%。"),
        good("男性占55%，女性占45%，三次产业比例为10:45:46，教师学生比为1:15。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every list of shares that exceeds its whole, or does not make it up where it has to."""
        for found in shares(document):
            added, slack = found.sum, found.slack
            if added > _WHOLE + slack or (found.is_whole and added < _WHOLE - slack):
                side = "超过100%" if added > _WHOLE else "不足100%"
                terms = "+".join(found.written)
                yield Finding(
                    found.span,
                    Text(
                        f"各部分占比{terms}={added}，{side}，请核对",
                        f"the shares {terms} make {added} per cent",
                    ),
                )
