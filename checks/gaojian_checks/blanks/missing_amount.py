"""BLK001 missing-amount."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.blanks._numbers import Kind, missing_numbers, phrase


class MissingAmount(Check):
    """金额缺数：单位“万元”“亿元”“元”前没有数字。

    金额是报告的要害，“项目经费万元”这样的话等于没有说。数字多在过滤、转换、套用旧稿时丢失，单位还留在原处。
    “万元”“亿元”“亿美元”前面没有数字，本身就是证据；单独一个“元”还要看前面是不是收入、补助、罚款这类说金额的词，后面话是否说完。
    不报：“近万元、上万元、数亿元、几千万元”（万、亿本身就是数）；“亿元项目、万元户、亿元大关、亿元以上企业、万元GDP能耗”；
    “单位：万元”“（万元）”“以万元为单位”和表头、栏目名；“每亩补助5元/亩”之类的单价；未达到确数的“达万元”，同段有确数时作提醒。
    被 X、×、□、下画线遮住的数字归占位符检查。

    A unit of money without its amount. Units with 万 or 亿 prove the loss by themselves; a plain 元 needs an amount
    word before it or the end of the phrase after it. Round figures (近万元, 上亿元), adjectives (亿元项目, 万元户),
    captions, column headings and unit prices are left alone; masked numbers are the business of the placeholder
    checks. A round figure that may be a blank (产值达到亿元 among exact figures) is a warning.
    """

    code = "BLK001"
    name = "missing-amount"
    title = Text("金额缺数", "missing amount")
    severity = Severity.ERROR
    basis = (
        "GB/T 15835—2011 4.1.1（计量须用数字）",
        "规范文本二千万字，“万元”一万五千余处，左边无数字的误例只有三处",
    )
    needs_paragraphs = True
    needs = ("元|圆|圓|镑|鎊",)
    examples = (
        bad("全镇已到位扶持资金⟦万元⟧，占计划的六成。"),
        bad("争取上级补助85万元，合计⟦万元⟧，超额完成⟦万元⟧。"),
        bad("全年实现产值⟦亿元⟧，出口创汇⟦亿美元⟧。"),
        bad("农民人均纯收入⟦元⟧，比上年增加320元。"),
        bad("三年投入依次为536亿元、⟦亿元⟧和120亿元。"),
        bad("违者处5万元以上⟦万元⟧以下罚款；情节严重的，处⟦万元⟧以上20万元以下罚款。"),
        bad("水库加固共用去经费  ⟦万元⟧，按期完工。"),
        bad("累計完成投資⟦億元⟧，其中民間投資⟦萬元⟧。"),
        bad("三年来总投入⟦亿元⟧其中道路⟦万元⟧校舍⟦万元⟧农田水利改造成效显著"),
        bad("各村按时完成了水渠清淤和道路修补。\n筹集修路资金⟦万元⟧\n路灯线路已经全部检修。"),
        good("项目\n完成投资万元\n水渠\n12"),
        good("投入近万元，补助上万元，节约数亿元，贷款几千万元。"),
        good("新引进亿元项目12个，税收突破亿元大关，涌现一批万元户和亿元村。"),
        good("单位：万元\n总投资万元：\n表中金额（万元）以万元为单位。"),
        good("| 项目 | 总投资万元 | 增长% |\n| --- | --- | --- |\n| 道路 | 12 | 3 |"),
        good("项目,总投资万元,已到位万元\n道路,12,3\n桥梁,8,2\n"),
        good("万元工业增加值能耗下降，投资亿元以上的企业增多。"),
        good("资产数十万元，亩均效益达到每亩300元，单价5元/吨。"),
        good("元旦期间，多元投资，美元走强，公元纪年，单元划分。"),
        good({"示例.md": "投入12 万元，另有 `n` 万元未拨。"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every unit of money that lacks its amount."""
        for number in document.get(missing_numbers):
            if number.kind is Kind.AMOUNT:
                text = phrase(document.prose, number.span)
                yield Finding(
                    number.span,
                    Text(
                        f"“{text}”缺金额：单位前没有数字，请对照原件补上，或者删去这句话",
                        f"{text} has no amount before its unit: fill it in from the source or delete the phrase",
                    ),
                    severity=number.severity,
                )
