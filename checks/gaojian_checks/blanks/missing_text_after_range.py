"""BLK010 missing-text-after-range."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.blanks._numbers import Kind, missing_numbers
from gaojian_checks.blanks._surroundings import BLANKS, FIGURES
from gaojian_checks.language.clues import matches
from gaojian_checks.language.latin import latin

# 2009—年, 1～月; 3-4年 is whole. Most documents have none of the dashes, and all have the units.
_LATIN_DASHES = "-~"
_WIDE_DASHES = "—–－～"
_OPEN_RANGES = {dash: Pattern(f"{dash}[{BLANKS}]?[年月日届屆](?![报報])") for dash in _LATIN_DASHES + _WIDE_DASHES}


class MissingTextAfterRange(Check):
    """区间缺端：“5—%”“2009—年”的连接号后面没有数字。

    连接号两头都要有数：只有起点没有终点，范围就不成立。多由抄录或转换时丢掉后一个数字造成。
    不报：两端俱全的“5%—10%”“2009—2013年”；标准号、型号、编号里的连接号；“至今”。

    A range whose second number is gone: 5—%, 2009—年. Ranges with both ends, standard numbers and models are left
    alone.
    """

    code = "BLK010"
    name = "missing-text-after-range"
    title = Text("区间缺端", "missing end of a range")
    severity = Severity.ERROR
    needs = ("—|–|－|-|~|～|〜",)
    basis = ("GB/T 15834—2011 4.13（连接号表示数值、时间的起止）",)
    examples = (
        bad("预计全年增长5—⟦%⟧，好于预期。"),
        bad("该规划实施于2009—⟦年⟧，成效明显。"),
        bad("每户补助3000～⟦元⟧，按季发放。"),
        bad("投资规模为2—⟦亿元⟧，分三年完成。"),
        bad("工期安排在3-⟦月⟧完成。"),
        good("预计全年增长5—10%，实施期为2009—2013年。"),
        good("每户补助3000～5000元，工期3-6月。"),
        good("按GB/T 9704—2012执行，型号为A-5，2009年—2013年。"),
        good("温度为-5%以内，比分3-2，电话010-1234。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every unit that a range runs into without its second number."""
        for number in document.get(missing_numbers):
            if number.kind is Kind.RANGE_END:
                yield Finding(number.span, _message(number.text(document.prose)))
        prose, latin_text = document.prose, document.get(latin)
        for dash in _LATIN_DASHES + _WIDE_DASHES:
            pattern = _OPEN_RANGES[dash]
            if dash in _WIDE_DASHES:
                found = matches(document, dash, pattern)
            elif dash in latin_text:
                found = pattern.finditer(prose)
            else:
                continue
            for match in found:
                if _begins_range(prose, match.start()):
                    end = match.end()
                    yield Finding(Span(end - 1, end), _message(prose[end - 1]))


def _begins_range(prose: str, dash: int) -> bool:
    """Return whether a number stands before ``dash``, or before two of it."""
    if dash and prose[dash - 1] == prose[dash]:
        dash -= 1
    last = prose[max(0, dash - 2) : dash]
    return last[-1:] in FIGURES or (last[-1:] in ("年", "月", "日") and last[0] in FIGURES)


def _message(unit: str) -> Text:
    return Text(
        f"连接号与“{unit}”之间没有数字：范围只有起点，请补上终点",
        f"no number stands between the dash and {unit}: the range has no end",
    )
