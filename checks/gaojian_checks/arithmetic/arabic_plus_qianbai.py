"""ARI012 arabic-plus-qianbai."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches

_COUNTED = "(?:多|余)?(?:户|元|人|名|家|个|件|亩|吨|公里|项|套|辆|台|所|册|美元|多万|斤|株|头|只|份|篇|次(?!方)|平方)"
_MIXED = {power: Pattern(rf"{power}(?<=[0-9０-９]{power})(?={_COUNTED})") for power in "千百"}
_DIGITS = Pattern(r"(?<![0-9０-９.．,，])[0-9]{1,3}$")
_ANY_DIGITS = Pattern(r"(?<![0-9０-９.．,万亿])[0-9０-９.．,]{1,9}$")
_POWERS = {"千": "000", "百": "00"}
_REACH = 10


class ArabicPlusQianbai(Check):
    """阿拉伯数字加千百：“5千户”“3百多人”。

    阿拉伯数字后面可以接“万”“亿”，不能接“十、百、千”：应写“5000户”或“五千户”。

    不报：法定计量单位（5千克、3千米、2千瓦、5百米）；“5千万”“1万6千”之类复合数位；繁体文稿（台湾公文惯用“5千元”）。

    After Arabic digits 万 and 亿 may follow, but not 百 or 千, units of measurement (千克, 千米) apart. Documents in
    Traditional characters are left alone.
    """

    code = "ARI012"
    name = "arabic-plus-qianbai"
    title = Text("阿拉伯数字加千百", "Arabic digits with 百 or 千")
    severity = Severity.WARNING
    profiles = {"zh-hant": None}
    needs = ("千|百", "0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９")
    basis = ("GB/T 15835—2011 5.3",)
    examples = (
        bad("走访农户⟦5千⟧户。", fixed="走访农户5000户。"),
        bad("慰问困难群众⟦3百⟧多人。", fixed="慰问困难群众300多人。"),
        bad("罚款⟦1.5千⟧元。"),
        good("走访农户5000户，五千户，3万户。"),
        good("重5千克，长3千米，功率2千瓦，电压10千伏，跑1百米。"),
        good("投资5千万元，用户1万6千多户。"),
        good("處新臺幣5千元以下罰鍰，應繳納之費用為2千元。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every Arabic number that 千 or 百 follows before a counter."""
        prose = document.prose
        for power, pattern in _MIXED.items():
            for match in matches(document, power, pattern):
                number = _ANY_DIGITS.search(prose, max(0, match.start() - _REACH), match.start())
                if number is None:
                    continue
                span = Span(number.start(), match.end())
                plain = _DIGITS.search(prose, max(0, match.start() - _REACH), match.start())
                right = plain[0] + _POWERS[match[0]] if plain else None
                yield Finding(
                    span,
                    Text(
                        f"阿拉伯数字后不接“{match[0]}”，“{prose[span.start : span.end]}”应写作{right or '完整的数字'}",
                        f"{match[0]} does not follow Arabic digits; write the number out",
                    ),
                    Fix(Text(f"改为{right}", f"write {right}"), (Edit(span, right),)) if right else None,
                )
