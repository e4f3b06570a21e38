"""ARI011 range-unit."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches

_SIGNS = {sign: Pattern(rf"{sign}(?<=[0-9]{sign})") for sign in "%％"}
_RANGE = Pattern(
    r"(?<![0-9.．%％\-—–~～〜至])(?P<low>[0-9]{1,3}(?:\.[0-9]{1,4})?)(?P<to>[—–~～〜至\-]{1,2})[0-9]{1,3}(?:\.[0-9]{1,4})?$"
)
_REACH = 20


class RangeUnit(Check):
    """区间百分号省略：“15～30%”，前一个数也要带“%”，写作“15%～30%”。

    省去前一个“%”，可能误读为从15到30%。习惯写法很常见，所以默认不开，需要时用 select 选用。

    不报：两端都带“%”的；物理量单位（25～30g）允许省略；年份、编号。

    The first number of a range of percentages needs its sign too. Opt-in: published reports leave it out by habit
    (17 times in 21.9 million characters).
    """

    code = "ARI011"
    name = "range-unit"
    title = Text("区间百分号省略", "per cent sign missing in a range")
    severity = Severity.NOTE
    basis = ("GB/T 15835—2011 5.1.3",)
    weight = 0.5
    opt_in = True
    needs = ("%|％", "0|1|2|3|4|5|6|7|8|9")
    examples = (
        bad("增幅保持在⟦15～30%⟧。", fixed="增幅保持在15%～30%。"),
        bad("占⟦2.5-3％⟧，约⟦5至8%⟧。", fixed="占2.5％-3％，约5%至8%。"),
        good("增幅保持在15%～30%，重25～30克。"),
        good("2011—2015年增长30%，同比-3%。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every range of percentages whose first number has no sign."""
        prose = document.prose
        for sign, pattern in _SIGNS.items():
            for match in matches(document, sign, pattern):
                found = _RANGE.search(prose, max(0, match.start() - _REACH), match.start())
                if found is None:
                    continue
                at = found.end("low")
                right = prose[found.start() : at] + match[0] + prose[at : match.end()]
                yield Finding(
                    Span(found.start(), match.end()),
                    Text(f"区间的前一个数也要带“{match[0]}”，应写作{right}", f"both ends need the sign: {right}"),
                    Fix(Text(f"改为{right}", f"write {right}"), (Edit(Span(at, at), match[0]),)),
                )
