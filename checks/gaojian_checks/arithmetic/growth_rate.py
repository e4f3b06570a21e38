"""ARI002 growth-rate."""

from collections.abc import Iterator
from decimal import Decimal

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.arithmetic._changes import Change, changes
from gaojian_checks.language.quantities import PERCENT, POINTS, TIMES, plain
from gaojian_checks.language.twin import in_both_scripts


class GrowthRate(Check):
    """增幅与数值不符：“由甲增加到乙，增长丙”，三个数算不拢。

    “乙，比上年增加丁，增长丙”“乙，比上年的甲增长丙”“2022年产值甲，2023年产值乙，增长丙”也是这样。
    “由100万元增加到150万元，增长40%”，按前两个数应是增长50%，三个数里必有一个写错。
    增加的量（增加40万元）、百分点（提高6个百分点）和倍数（增长3倍）同样核算；“增长3倍”是原来的4倍，
    写“增长3倍”而实际是原来3倍的，口语里常见，不报。

    不报：四舍五入或去尾能解释的出入；约数；可比价、可比口径、不变价、实际增长、扣除、折算、年均、同比；
    生产总值、增加值、规上工业、固定资产投资等另有核算口径的；“由20%提高到25%，提高5%”见ARI004。

    From one value to another, by so much, and the three do not agree however they were rounded. Approximations, other
    bases of comparison and quantities whose official growth is no simple division are left alone.
    """

    code = "ARI002"
    name = "growth-rate"
    title = Text("增幅与数值不符", "growth does not follow from the values")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９",)
    examples = (
        bad("年产值⟦由100万元增加到150万元，增长40%⟧。"),
        bad("合作社⟦从20家增加到35家，增加了25家⟧。"),
        bad("入园率⟦由61.5%提高到68%，提高7.5个百分点⟧。"),
        bad("信访量⟦由400件下降到300件，下降30%⟧。"),
        bad("藏书⟦由20000册增加到50000册，增长4倍⟧。"),
        bad("年产值⟦由2021年的100万元增至2023年的150万元，增长40%⟧。"),
        bad("税收⟦15.5亿元，同比增加0.5亿元，增长5.3%⟧，学员⟦80人，比上年的100人减少25%⟧。"),
        bad("2022年⟦产值100万元，2023年产值150万元，增长40%⟧。"),
        good("税收15.5亿元，同比增加0.5亿元，增长3.3%，学员80人，比上年的100人减少20%。"),
        good("年产值由100万元增加到150万元，增长50%。"),
        good("年产值由0.99亿元增加到1.2亿元，增长21.3%。"),
        good("藏书由2万册增加到6万册，增长2倍；座位由2000个增加到6000个，增长3倍。"),
        good("生产总值由100亿元增加到150亿元，增长40%。"),
        good("产值由100亿元增加到150亿元，按可比口径增长40%。"),
        good("产值由100亿元增加到150亿元，年均增长8%。"),
        good("五年间产值由100亿元增加到150亿元，同比增长8%。"),
        good("产值由近100亿元增加到150亿元，增长40%。"),
        good("覆盖率由20%提高到25%，提高5%；及格率由40%提高到50%，提高25%。"),
        good("由2012年的100万元增加到2014年的150万元，增长50%。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every statement of a change that does not come out."""
        for change in document.get(changes):
            computed = None if _agrees(change) else _computed(change)
            if computed is not None:
                yield Finding(change.span, _message(change, computed))


def _agrees(change: Change) -> bool:
    stated, step, unit = change.by.value, change.by.step, change.by.unit
    if unit == PERCENT:
        possible = [change.rate()]
        if change.after.unit == PERCENT:
            possible.append(change.difference())
    elif unit == TIMES:
        low, high = change.rate()
        possible = [(low / 100, high / 100), (low / 100 + 1, high / 100 + 1)]
        if change.falls:
            return True
    else:
        possible = [change.difference()]
    return any(low - step <= stated <= high + step for low, high in possible)


def _computed(change: Change) -> str:
    """Return what the two values give, written as the text writes its figure."""
    before, after, unit = change.before.value, change.after.value, change.by.unit
    sign = -1 if change.falls else 1
    if unit in (PERCENT, TIMES):
        rate = sign * (after / before - 1) * (100 if unit == PERCENT else 1)
        return f"{plain(rate.quantize(min(change.by.step, Decimal('0.1'))))}{unit}"
    return f"{plain(sign * (after - before), '' if unit == POINTS else change.by.scale)}{unit}"


def _message(change: Change, computed: str) -> Text:
    before, after, verb = change.before, change.after, change.verb
    return Text(
        f"从{before.written}到{after.written}，应是{verb}{computed}，文中写{verb}{change.by.written}，请核对三个数",
        f"from {before.written} to {after.written} makes {computed}, not {change.by.written}",
    )
