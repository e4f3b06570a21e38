"""QUO010 mixed-bracket-width."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.pairs._findings import gathered, replaced
from gaojian_checks.pairs._pairing import Pair, pairing

_CHINESE = Pattern("[\u3000-\u303f\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff1f]")
_FULL = dict(zip("()[]", "（）［］", strict=True))
_HALF = {full: half for half, full in _FULL.items()}
_REACH = 200


class MixedBracketWidth(Check):
    """括号全半角不一：一对括号左边全角、右边半角，或者相反，如“（集团)”。

    多因中途切换输入法。括号里面或者左右有汉字的，改为全角；全是西文的，改为半角。全文多处的合并成一条。

    不报：编号的后括号（1)、a)）；区间 (0，1］；两边一致的括号；代码。

    One bracket of a pair is full-width and the other half-width. Beside Chinese text both become full-width, otherwise
    half-width. Labels of lists, intervals, and code are left alone. Many in one document are one finding.
    """

    code = "QUO010"
    name = "mixed-bracket-width"
    title = Text("括号全半角不一", "brackets of two widths")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("(|)|[|]", "（|）|［|］")
    basis = ("GB/T 15834—2011 5.1.3",)
    examples = (
        bad("临江水务（集团⟦)⟧有限公司", fixed="临江水务（集团）有限公司"),
        bad("临江水务⟦(⟧集团）有限公司", fixed="临江水务（集团）有限公司"),
        bad("（一⟦)⟧清理河道", fixed="（一）清理河道"),
        bad("两阶段提交 （Commit⟦)⟧ 完成", fixed="两阶段提交 （Commit） 完成"),
        bad("see the book⟦（⟧2nd edition) again", fixed="see the book(2nd edition) again"),
        bad("系统（v1.0⟦)⟧发布", fixed="系统（v1.0）发布"),
        bad("（甲⟦)⟧（乙）", fixed="（甲）（乙）"),
        good("临江水务（集团）有限公司，see (2)，（详见：1)图纸；2)清单）。"),
        good("取值范围（0, 1]。"),
        good({"示例.md": "`（a)`"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every pair of brackets of two widths, at the one to be changed."""
        prose = document.prose
        yield from gathered([_finding(prose, pair) for pair in document.get(pairing).mixed])


def _finding(prose: str, pair: Pair) -> Finding:
    words = prose[max(0, pair.start - 2) : pair.start] + prose[pair.start + 1 : min(pair.end, pair.start + _REACH)]
    around = words + prose[pair.end + 1 : pair.end + 3]
    change = _FULL if _CHINESE.search(around) else _HALF
    at = pair.start if prose[pair.start] in change else pair.end
    right = change[prose[at]]
    zh, en = ("全角", "full-width") if change is _FULL else ("半角", "half-width")
    return Finding(
        Span(at, at + 1),
        Text(
            f"一对括号一边全角一边半角：{prose[pair.start]} 配 {prose[pair.end]} ，都应作{zh}",
            f"{prose[pair.start]} and {prose[pair.end]} are of two widths: make both {en}",
        ),
        replaced(prose, {at: right}, Safety.SAFE),
    )
