"""ARI013 capital-amount."""

from collections.abc import Iterator
from decimal import Decimal

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language import numerals
from gaojian_checks.language.clues import clues

_CAPITALS = "壹贰叁肆伍陆柒捌玖貳參陸"
_SET = f"{_CAPITALS}拾佰仟万萬亿億零〇"
_AMOUNT = Pattern(
    rf"(?P<yuan>[{_SET}]{{1,30}})[元圆圓](?:零?(?P<jiao>[{_CAPITALS}])角)?(?:零?(?P<fen>[{_CAPITALS}])分)?[整正]?",
)
# Signs of capitals besides 元整.
_WHOLE = Pattern("[拾佰仟圆圓]", "拾", "佰", "仟", "圆整", "圓整")
_FIGURES = r"(?P<figures>(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})(?:\.[0-9]{1,6})?)(?P<scale>[万亿]?)"
_LABEL = r"(?:人民币|人民幣)?[（(]?(?:金额)?(?:大写|大寫)?[）)]?[：:]?(?:人民币|人民幣)?"
_BEFORE = Pattern(rf"(?<![0-9.,]){_FIGURES} ?(?:元|(?<=\.[0-9][0-9]))(?:整|正)?[（(，, ]?{_LABEL}[：:]? ?$")
_AFTER = Pattern(
    rf"[（(，,]?(?:人民币)?[（(]?(?:小写)?[）)]?[：:]?(?:人民币)?[￥¥]?{_FIGURES}(?:元|(?<=[.][0-9][0-9])(?=[）)]))"
)
_SCALES = {"": 1, "万": 10**4, "亿": 10**8}
_REACH = 40


class CapitalAmount(Check):
    """大小写金额不符：“35.5元（叁拾伍元整）”。

    合同、票据以大写为准，大写和小写不一样会引起纠纷，必须核对。

    不报：大写和小写不紧挨着的；大写写法不规范、读不出确定数值的；以万元为单位、尾数四舍五入能对上的。

    An amount of money in figures and in capitals side by side, with different values. Capitals that make no definite
    number are left alone.
    """

    code = "ARI013"
    name = "capital-amount"
    title = Text("大小写金额不符", "amounts in figures and capitals differ")
    severity = Severity.ERROR
    basis = ("GB/T 15835—2011 4.3", "《支付结算办法》：大小写金额必须一致")
    weight = 2.0
    needs = ("拾|佰|仟|元整|圆整|圓整",)
    examples = (
        bad("餐费⟦35.5元（叁拾伍元整）⟧。"),
        bad("合同总价⟦128,000元（大写：壹拾贰万伍仟圆整）⟧。"),
        bad("押金人民币⟦伍仟元整（￥6000元）⟧。"),
        bad("小写：￥⟦36000.00 大写：叁万伍仟元整⟧"),
        good("餐费35.5元（叁拾伍元伍角整），票价￥35.50（叁拾伍元伍角整）。"),
        good("合同总价12.8万元（大写：壹拾贰万捌仟圆整）。"),
        good("押金人民币伍仟元整（￥5,000.00）。"),
        good("单价20元，总价叁佰元整。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every amount in capitals that its figures beside it contradict."""
        prose = document.prose
        if not (_WHOLE.may_match(prose) or any(prose.startswith("元整", at) for at in document.get(clues).of("元"))):
            return
        for match in _AMOUNT.finditer(prose):
            yuan = numerals.value(match["yuan"])
            if yuan is None:
                continue
            amount = Decimal(yuan) + _digit(match["jiao"]) / 10 + _digit(match["fen"]) / 100
            before = _BEFORE.search(prose, max(0, match.start() - _REACH), match.start())
            figures = before or _AFTER.match(prose, match.end(), match.end() + _REACH)
            if figures is None:
                continue
            digits = figures["figures"].replace(",", "")
            scale = _SCALES[figures["scale"]]
            step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale if scale > 1 else Decimal(0)
            stated = Decimal(digits) * scale
            if abs(stated - amount) > step / 2:
                start, end = min(figures.start("figures"), match.start()), max(figures.end(), match.end())
                if prose[end : end + 1] in tuple("）)"):
                    end += 1
                yield Finding(
                    Span(start, end),
                    Text(
                        f"大写“{match[0]}”是{amount.normalize():f}元，小写是{stated.normalize():f}元，两者不符，请核对",
                        f"the capitals say {amount.normalize():f}, the figures {stated.normalize():f}",
                    ),
                )


def _digit(numeral: str | None) -> Decimal:
    return Decimal((numerals.value(numeral) if numeral else 0) or 0)
