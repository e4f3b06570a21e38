"""SCR003 letter-for-digit."""

import re
from collections.abc import Iterator, Sequence

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.latin import latin
from gaojian_checks.language.twin import in_both_scripts

_DIGITS = str.maketrans("lIOo", "1100")
_UNITS = (
    "[万亿千百]?(?:元|人次|人|户|名|个|项|件|家|次|吨|亩|公里|公斤|公顷|平方米|立方米|千瓦|倍|台|套|辆|座|处|所|条|篇|份|岁|天|小时)"
    "|[万亿]|[年月日号时分]|%|％|个百分点"
)
# A number in which a letter stands among digits: 25l亿元, l000元, 2O13年; or letters alone before 万元, as in lO万元.
_HEAD, _LONGEST_HEAD = "0123456789.,，", 12
_NUMBER = r"[0-9lIOo][0-9lIOo.,，]{0,14}"
_TOKEN = Pattern(rf"(?<![0-9A-Za-z_.\-/#&])(?=[0-9.,，]{{0,12}}[lIOo]){_NUMBER}(?={_UNITS})")
# A letter that no other one stands before, with what may go on behind one that is no letter: 25l亿, 3月l日, 30o以上.
_LONE = {
    letter: Pattern(
        rf"{letter}(?<![A-Za-z_]{letter})"
        "(?=[0-9lIOo.,，万亿千百元人户名个项件家次吨亩公平立倍台套辆座处所条篇份岁天小年月日号时分%％以左角至])"
    )
    for letter in "lIOo"
}
# Somewhere a letter must stand right beside another figure.
_BESIDE = Pattern("[0-9.,][lIOo]|[lIO][0-9lIO]")
# 公历l月1日, 3月l日.
_DAY = Pattern("l(?=[月日])(?:(?<![0-9A-Za-z_]l)(?=月[0-9l]{1,2}日)|(?<=月l)(?=日))")
_AMOUNTS = ("万元", "亿元")
# Ozone is averaged over days and years; I2号 and O1座 are zones and towers.
_FORMULAS = {"O2", "O3"}
_ZONE, _NAMED = Pattern("[IO][0-9]{1,3}"), "号座处所条台"
# A degree sign that came down to the line.
_DEGREES = Pattern("o(?=[以左角至])(?:(?<=[^0-9.][0-9]o)|(?<=[0-9]{2}o))(?=以[上下内內]|左右|[角至])")


class LetterForDigit(Check):
    """字母误作数字：“25l亿元”“2O13年”“l月1日”，把字母 l、I、O 当成了数字 1、0。

    多因扫描识别错误或误按键盘，看上去几乎一样，检索、计算和朗读都会出错。改法是推断的，请核对原件。

    角度“30o以上”里的 o 应是“°”，也在这里报。

    不报：外文词、型号、“O型血”“I类”一类字母本义、臭氧（O3日均值）、片区和楼座（I2号）、升的符号“5l水”、代码；
    年份里的“二O一三年”另见 DAT013。

    The letters l, I and O typed for the digits 1 and 0 in a number before a Chinese unit, and o for the degree sign.
    Words, models, O型, ozone, zones, the sign of the litre and code are left alone.
    """

    code = "SCR003"
    name = "letter-for-digit"
    title = Text("字母误作数字", "letter for a digit")
    severity = Severity.ERROR
    needs = ("l|I|O|o",)
    basis = ("报纸编校质量评比差错认定细则：数字差错", "实测：797万字干净语料中的各处都是原文差错")
    examples = (
        bad("完成投资⟦25l⟧亿元，新建⟦l2⟧万亩。", fixed="完成投资251亿元，新建12万亩。"),
        bad("每户补助⟦l000⟧元，⟦2O13⟧年起执行。", fixed="每户补助1000元，2013年起执行。"),
        bad("自公历⟦l⟧月1日起，至3月⟦l⟧日止。", fixed="自公历1月1日起，至3月1日止。"),
        bad("处5万元以上⟦lO⟧万元以下罚款，占⟦3O.5⟧%。", fixed="处5万元以上10万元以下罚款，占30.5%。"),
        bad("屋面坡度在30⟦o⟧以上，仰角为5⟦o⟧左右。", fixed="屋面坡度在30°以上，仰角为5°左右。"),
        good("O3日最大8小时平均浓度下降，O3年均值达标；I2号地块、O1座已封顶。"),
        good("O型血，I类水质，III级，每桶5l水，PM10年均值。"),
        good("二O一三年三月，IO设备，Olive个头，l个。"),
        good("型号A3O1条，图号X-1O5号，编码#1O条。"),
        good({"手册.md": "设为 `25l亿元`。\n"}),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every number with a letter in it."""
        prose, letters = document.prose, document.get(latin)
        lone = [pattern.finditer(prose) for letter, pattern in _LONE.items() if letter in letters]
        places = sorted([match.start() for matches in lone for match in matches])
        tokens = list(_tokens(prose, places))
        for match in tokens if tokens and _BESIDE.search(letters) else ():
            number = match[0]
            if number in _FORMULAS or (_ZONE.compiled.fullmatch(number) and prose[match.end()] in _NAMED):
                continue
            if any(map(str.isdigit, number)) or (len(number) > 1 and prose.startswith(_AMOUNTS, match.end())):
                yield _finding(Span(*match.span()), number)
        for match in filter(None, [_DAY.match(prose, at) for at in places]):
            yield _finding(Span(*match.span()), match[0])
        for match in filter(None, [_DEGREES.match(prose, at) for at in places]):
            span = Span(*match.span())
            message = Text("数字后的字母“o”应是角度的“°”，请核对", "the letter o after a number: the sign of degrees?")
            yield Finding(span, message, Fix(Text("改为“°”", "change to “°”"), (Edit(span, "°"),)))


def _tokens(prose: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the numbers that hold letters, each found by its first letter, which stands at one of ``places``."""
    end = 0
    for at in places:
        if at < end:
            continue
        low = max(end, at - _LONGEST_HEAD)
        start = low + len(prose[low:at].rstrip(_HEAD))
        match = next(filter(None, (_TOKEN.match(prose, place) for place in range(start, at + 1))), None)
        if match is not None:
            end = match.end()
            yield match


def _finding(span: Span, number: str) -> Finding:
    meant = number.translate(_DIGITS)
    return Finding(
        span,
        Text(f"“{number}”里有字母，应是数字“{meant}”，请核对", f"a letter among the digits of “{number}”: {meant}?"),
        Fix(Text(f"改为“{meant}”", f"change to {meant}"), (Edit(span, meant),)),
    )
