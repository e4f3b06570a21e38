"""ARI005 target-excess."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.quantities import PERCENT, POINTS, TIMES, Quantity, plain, quantities
from gaojian_checks.language.twin import in_both_scripts

_EXCESS = Pattern(
    r"(?:超额|超目标|超任务|超计划)(?:完成|实现)?(?:了)?(?=[0-9０-９])", "超额", "超目标", "超任务", "超计划"
)
_TARGET = Pattern(r"(?:目标|任务|计划)(?:任务|数|值|额|总额)?(?:为|是|共)?(?=[0-9０-９])")
_ACTUAL = Pattern(r"(?:实际|已|共)?(?:完成|实现|达到)(?:了)?(?=[0-9０-９])")
_OTHER = Pattern(r"调整|追加|分别|其中|每|各|累计")
_ENDS = "。；;！？\n\r"
_REACH, _NEAR, _BEFORE = 80, 24, 10


class TargetExcess(Check):
    """超额完成不符：目标、完成数和超额数算不拢。

    “目标630万元，完成800万元，超额180万元”，800-630=170，三个数里必有一个写错；超额百分之几同样核算。

    不报：约数；单位不同；一句里有几个目标的；目标调整、追加过的；累计数。

    Target, outcome and excess in one sentence that do not agree. Approximations, other units and several targets are
    left alone.
    """

    code = "ARI005"
    name = "target-excess"
    title = Text("超额完成不符", "excess does not follow from target and outcome")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    examples = (
        bad("全年⟦目标630万元，完成800万元，超额180万元⟧。"),
        bad("招商⟦任务200亿元，实际完成250亿元，超额完成30%⟧。"),
        good("全年目标630万元，完成800万元，超额170万元。"),
        good("招商任务20亿元，实际完成25亿元，超额完成25%。"),
        good("目标约630万元，完成800万元，超额180万元。"),
        good("原目标600万元，调整后目标630万元，完成800万元，超额200万元。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every excess that target and outcome contradict."""
        prose = document.prose
        for match in _EXCESS.finditer(prose):
            start = max(0, match.start() - _REACH)
            start += max(prose[start : match.start()].rfind(end) for end in _ENDS) + 1
            targets = list(_TARGET.finditer(prose, start, match.start()))
            actuals = list(_ACTUAL.finditer(prose, start, match.start()))
            if (
                len(targets) != 1
                or len(actuals) != 1
                or _OTHER.search(prose, max(start, targets[0].start() - _BEFORE), match.end())
            ):
                continue
            found = [_quantity_at(prose, at.end()) for at in (targets[0], actuals[0], match)]
            if targets[0].end() < actuals[0].start() and (finding := _compare(targets[0].start(), found)):
                yield finding


def _quantity_at(prose: str, start: int) -> Quantity | None:
    found = next(quantities(prose, start, start + _NEAR), None)
    return found if found is not None and found.span.start == start and found.exact and found.unit else None


def _compare(start: int, found: list[Quantity | None]) -> Finding | None:
    target, actual, excess = found
    if target is None or actual is None or excess is None or target.unit != actual.unit or target.low <= 0:
        return None
    if excess.unit == PERCENT and target.unit != PERCENT:
        low, high = (actual.low / target.high - 1) * 100, (actual.high / target.low - 1) * 100
        computed = f"{plain(round((actual.value / target.value - 1) * 100, 1))}%"
    elif excess.unit == target.unit and excess.unit not in (PERCENT, POINTS, TIMES):
        low, high = actual.low - target.high, actual.high - target.low
        computed = plain(actual.value - target.value, excess.scale) + excess.unit
        if all(number.value == int(number.value) for number in (target, actual, excess)) and target.step == actual.step:
            low = high = actual.value - target.value
    else:
        return None
    if low - excess.step <= excess.value <= high + excess.step and not (
        low == high and excess.step == target.step and excess.value != low
    ):
        return None
    return Finding(
        Span(start, excess.span.end),
        Text(
            f"目标{target.written}，完成{actual.written}，超额应是{computed}，文中写{excess.written}，请核对三个数",
            f"target {target.written} and outcome {actual.written} make {computed}, not {excess.written}",
        ),
    )
