"""ARI005 target-excess."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.arithmetic._outcomes import outcomes
from gaojian_checks.language.twin import in_both_scripts


class TargetExcess(Check):
    """完成情况不符：目标、完成数和超额数（或完成率）算不拢。

    “目标630万元，完成800万元，超额180万元”，800-630=170，三个数里必有一个写错；超额百分之几、“完成率85%”
    “占年度计划1000万元的85%”同样核算。

    不报：约数；单位不同；一句里有几个目标的；目标调整、追加过的；累计数；四舍五入能解释的出入。

    Target, outcome and excess, or share of the target, in one sentence that do not agree. Approximations, other units
    and several targets are left alone.
    """

    code = "ARI005"
    name = "target-excess"
    title = Text("完成情况不符", "excess or share does not follow from target and outcome")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９",)
    examples = (
        bad("全年⟦目标630万元，完成800万元，超额180万元⟧。"),
        bad("招商⟦任务200亿元，实际完成250亿元，超额完成30%⟧。"),
        bad("改厕⟦计划1000户，完成800户，完成率85%⟧。"),
        bad("道路完成投资⟦800万元，占年度计划1000万元的85%⟧。"),
        good("全年目标630万元，完成800万元，超额170万元。"),
        good("招商任务20亿元，实际完成25亿元，超额完成25%。"),
        good("改厕计划1000户，完成800户，完成率80%。"),
        good("道路完成投资800万元，占年度计划1000万元的80%。"),
        good("目标约630万元，完成800万元，超额180万元。"),
        good("原目标600万元，调整后目标630万元，完成800万元，超额200万元。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every excess or share that target and outcome contradict."""
        for outcome in outcomes(document):
            if outcome.agrees:
                continue
            target, actual, stated = outcome.target.written, outcome.actual.written, outcome.stated.written
            what = "超额" if outcome.is_excess else "完成"
            yield Finding(
                outcome.span,
                Text(
                    f"目标{target}，完成{actual}，{what}应是{outcome.computed}，文中写{stated}，请核对三个数",
                    f"target {target} and outcome {actual} make {outcome.computed}, not {stated}",
                ),
            )
