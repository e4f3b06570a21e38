"""ARI009 same-metric-two-values."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.arithmetic._conflicts import conflicts
from gaojian_checks.language.twin import in_both_scripts


class SameMetricTwoValues(Check):
    """同一指标两个数：前文写“全县常住人口45.2万人”，后文写“全县常住人口54.2万人”。

    同一份文件里，同一个指标、同一时间、同一范围，数值只能有一个；前后不一，多半是改了一处、漏了另一处。
    只比较说明了范围的指标：“全县、全市、我校……”“国内生产总值”这类整体指标，或者指明了名称的工程、项目、单位；
    题目只讲一个项目的报告、方案、合同等，“总投资”“建筑面积”就是指这个项目的。少数服从多数，一样多的报后一处。

    不报：换算单位、四舍五入、去尾后一致的；时间不同，或一处写明时间、另一处没有写的；一处是计划、预计、目标，另一处是完成数的；
    约数、区间；其中、人均、新增、增减一类；出现三个以上不同数值的（多半是分项罗列）；前面分句所说的地方不同的。

    One indicator of one whole at one time with two values in one document. Values that agree once converted or
    rounded, other times, plans beside outcomes, approximations, parts, means and changes are left alone, and so are
    indicators with more than two values, which are those of several things.
    """

    code = "ARI009"
    name = "same-metric-two-values"
    title = Text("同一指标两个数", "one indicator with two values")
    severity = Severity.WARNING
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9",)
    examples = (
        bad("全县常住人口45.2万人，其中城镇20万人。\n乡村占一半以上，全县常住人口⟦54.2万人⟧。"),
        bad("青山水库加固工程总投资1200万元，分两期实施。\n资金已落实，青山水库加固工程总投资为⟦0.21亿元⟧。"),
        bad("我校占地面积150亩。\n我校占地面积⟦12公顷⟧，绿化率四成。"),
        bad("全镇辖12个行政村。\n全镇辖⟦13个⟧行政村，人口3万。"),
        good("全县常住人口45.2万人。\n全县常住人口45万人，与上年持平。"),
        good("我校占地面积150亩。\n我校占地面积10公顷。"),
        good("2021年，全县常住人口45.2万人。\n2022年，全县常住人口45.5万人。"),
        good("全县财政收入12.5亿元。\n明年全县财政收入力争达到13.8亿元。"),
        good("东镇：全镇总人口5000人。\n西镇：全镇总人口6000人。"),
        good("甲项目总投资500万元。\n乙项目总投资600万元。"),
        good("总投资500万元的泵站已开工。\n总投资600万元的水闸已完工。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every value that contradicts another one of the same indicator."""
        for mention, other in document.get(conflicts):
            line = document.line_number(other.span.start)
            yield Finding(
                mention.span,
                Text(
                    f"“{mention.label}”这里是{mention.written}，第{line}行是{other.written}，请核对",
                    f"{mention.label} is {mention.written} here and {other.written} in line {line}",
                ),
                related=(Related(other.span, Text("另一个数", "the other value")),),
            )
