"""ARI010 unit-scale-slip."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.arithmetic._changes import steps
from gaojian_checks.arithmetic._conflicts import conflicts
from gaojian_checks.arithmetic._metrics import Mention, mentions
from gaojian_checks.language.twin import in_both_scripts

# 万 for 亿 is ten thousand times; no budget or crop grows by half of that.
_ABSURD = 5000
_FEWEST_DIGITS = 2
_MOST_MENTIONS = 12


class UnitScaleSlip(Check):
    """单位量级异常：一处写“174亿元”，另一处写“174万元”，数字一样，量级相差万倍。

    同一个指标，有效数字相同（两位以上）而相差一万倍、一亿倍，多半是“万”和“亿”写混了；
    “由174万元增加到180亿元”，前后相差五千倍以上，也是如此。只作提示，请核对单位。

    不报：相差不是整万倍的（同一范围、同一时间的见ARI009）；有效数字只有一位的；约数。

    One indicator with the same digits and a scale that differs by 10⁴ or 10⁸, or a change of more than 5000 times: 万
    and 亿 were probably mixed up. A note, for the text does not prove it.
    """

    code = "ARI010"
    name = "unit-scale-slip"
    title = Text("单位量级异常", "scale of a unit that is out of line")
    severity = Severity.NOTE
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９",)
    examples = (
        bad("到位的项目资金总额174亿元。\n县里要求，到位的项目资金总额⟦174万元⟧要全部下拨。"),
        bad("年产值⟦由174万元增加到180亿元⟧。"),
        good("到位的项目资金总额174万元。\n县里要求，到位的项目资金总额174万元要全部下拨。"),
        good("甲园区总投资5亿元。\n乙园区总投资5万元。"),
        good("甲园区总产值12.5亿元。\n乙园区总产值13万元。"),
        good("年产值由174万元增加到1.8亿元。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every value with the digits of another one, ten thousand times as much or as little."""
        known = {conflict.mention.span for conflict in document.get(conflicts)}
        for one, other in _slips(document.get(mentions)):
            if other.span not in known:
                yield _finding(document, one, other)
        for span, before, after in document.get(steps):
            less, more = sorted((before.value, after.value))
            if after.unit and less > 0 and more / less >= _ABSURD:
                yield Finding(
                    span,
                    Text(
                        f"从{before.written}到{after.written}，相差{more / less:.0f}倍，请核对单位的量级",
                        f"from {before.written} to {after.written} is {more / less:.0f} times as much or as little",
                    ),
                )


def _slips(found: tuple[Mention, ...]) -> Iterator[tuple[Mention, Mention]]:
    groups: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.label, mention.base].append(mention)
    for group in groups.values():
        if len(group) > _MOST_MENTIONS:
            continue
        seen = set()
        for one, other in combinations(group, 2):
            if other.span not in seen and _is_slip(one, other):
                seen.add(other.span)
                yield one, other


def _is_slip(one: Mention, other: Mention) -> bool:
    digits = [mention.value.normalize().as_tuple() for mention in (one, other)]
    if digits[0].digits != digits[1].digits or len(digits[0].digits) < _FEWEST_DIGITS:
        return False
    return abs(int(digits[0].exponent) - int(digits[1].exponent)) in (4, 8)


def _finding(document: Document, one: Mention, other: Mention) -> Finding:
    line = document.line_number(one.span.start)
    return Finding(
        other.span,
        Text(
            f"“{other.label}”这里是{other.written}，第{line}行是{one.written}，数字相同、量级不同，请核对单位",
            f"{other.label} is {other.written} here and {one.written} in line {line}: the same digits, another scale",
        ),
        related=(Related(one.span, Text("另一个数", "the other value")),),
    )
