"""ARI003 percent-sum."""

from collections.abc import Iterator
from decimal import Decimal

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_SHARES = Pattern(r"分别占(?:总数|总量|总额|全部|总人数)?的?(?=[0-9])", "分别占")
_PERCENTS = Pattern(r"(?:[0-9]{1,3}(?:\.[0-9]{1,4})?[%％][、，,和及]{0,2}){2,12}")
_PERCENT = Pattern(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]")
# Shares of different totals, or of one that each case may belong to several times.
_SEVERAL = Pattern(r"多选|同期|各自|全国|全省|全市|上年|去年|以上|达到|各占|党员|女|学历")
_ENDS = "。；;！？\n\r"
_REACH, _MOST = 80, 160


class PercentSum(Check):
    """百分比合计超过百分之百：“三类分别占30%、40%、35%”，加起来是105%。

    同一整体的各部分占比之和不能超过100%，超过就有一个写错，或者几类互有重叠、需要说明。

    不报：四舍五入能解释的；和小于100%的（可能只列了主要几类）；占全国、全省等不同总数的；多选题；可能重叠的身份。

    Shares of one whole that make more than 100 %. Sums below, shares of several wholes, and differences that rounding
    explains are left alone.
    """

    code = "ARI003"
    name = "percent-sum"
    title = Text("百分比合计超过百分之百", "shares make more than 100 per cent")
    severity = Severity.WARNING
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    examples = (
        bad("甲、乙、丙三类分别占⟦30%、40%、35%⟧。"),
        bad("种植业、养殖业分别占总量的⟦62.5%和47.5%⟧。"),
        good("甲、乙、丙三类分别占30%、40%、30%。"),
        good("甲、乙、丙三类分别占33.3%、33.4%、33.4%。"),
        good("甲、乙两类分别占30%和40%。"),
        good("产量和销量分别占全国的60%和70%。"),
        good("用电量、用水量分别占各自总量的60%和70%。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every list of shares that exceeds its whole."""
        prose = document.prose
        for match in _SHARES.finditer(prose):
            listed = _PERCENTS.match(prose, match.end(), match.end() + _MOST)
            start = max(0, match.start() - _REACH)
            start += max(prose[start : match.start()].rfind(end) for end in _ENDS) + 1
            if listed is None or _SEVERAL.search(prose, start, match.end() + 8):
                continue
            written = [share[1] for share in _PERCENT.finditer(listed[0])]
            added = sum(map(Decimal, written), Decimal(0))
            slack = sum((Decimal(1).scaleb(-len(share.partition(".")[2])) for share in written), Decimal(0)) / 2
            if added > 100 + slack:
                end = listed.end() - len(listed[0]) + len(listed[0].rstrip("、，,和及"))
                yield Finding(
                    Span(match.end(), end),
                    Text(
                        f"各部分占比{'+'.join(written)}={added}，超过100%，请核对",
                        f"the shares {'+'.join(written)} make {added} per cent",
                    ),
                )
