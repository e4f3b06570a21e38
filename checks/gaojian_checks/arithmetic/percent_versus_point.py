"""ARI004 percent-vs-point."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Severity, Span, Text, bad, good
from gaojian_checks.arithmetic._changes import Change, changes
from gaojian_checks.language.quantities import PERCENT, POINTS


class PercentVersusPoint(Check):
    """百分点误作%：两个百分数相减，差是“个百分点”，不是“%”。

    “由20%提高到25%，提高5%”：25%比20%高5个百分点，提高的幅度则是25%。两种说法都可以，但“提高5%”不对。

    不报：按比例算得上的（由40%提高到50%，提高25%）；差和比例都对不上的见ARI002。

    The difference of two percentages is in percentage points. Where the stated per cent is the relative growth, it is
    left alone.
    """

    code = "ARI004"
    name = "percent-vs-point"
    title = Text("百分点误作%", "per cent written for percentage points")
    severity = Severity.WARNING
    needs = ("0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９",)
    basis = ("国家统计局：百分数之差用百分点表示",)
    examples = (
        bad(
            "覆盖率由20%提高到25%，提高⟦5%⟧。",
            fixed="覆盖率由20%提高到25%，提高5个百分点。",
        ),
        bad("发病率从3.2％下降到2.1％，下降了⟦1.1％⟧。", fixed="发病率从3.2％下降到2.1％，下降了1.1个百分点。"),
        good("覆盖率由20%提高到25%，提高5个百分点。"),
        good("及格率由40%提高到50%，提高25%。"),
        good("产值由20万元提高到25万元，提高25%。"),
        good("合格率由约20%提高到25%，提高5%。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every difference of percentages that is called per cent."""
        for change in document.get(changes):
            if change.after.unit == PERCENT and change.by.unit == PERCENT and _is_difference(change):
                yield _finding(change)


def _is_difference(change: Change) -> bool:
    sign = -1 if change.falls else 1
    difference = change.after.value - change.before.value
    growth = difference / change.before.value * 100
    return change.by.value == sign * difference and abs(sign * growth - change.by.value) > change.by.step / 2


def _finding(change: Change) -> Finding:
    by = change.by
    sign = Span(by.span.end - 1, by.span.end)
    message = Text(
        f"{change.after.written}与{change.before.written}相差{by.written[:-1]}个百分点，不是{by.written}",
        f"{change.before.written} and {change.after.written} differ by percentage points, not per cent",
    )
    return Finding(by.span, message, Fix(Text("改为个百分点", "write percentage points"), (Edit(sign, POINTS),)))
