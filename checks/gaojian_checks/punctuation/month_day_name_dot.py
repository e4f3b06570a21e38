"""PUN014 month-day-name-dot."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good

_CLOSERS = '”’」"'
_IN_FIGURES = tuple(Pattern(rf"{closer}(?<=[0-9]{closer})", closer) for closer in _CLOSERS)
_NUMBERS = Pattern(r"[“‘「\"](?P<month>0?[1-9]|1[0-2])(?P<dot>[.．。・•‧∙⋅])(?P<day>0?[1-9]|[12][0-9]|3[01])$")
_IN_NUMERALS = Pattern("·(?<=[一二三四五六七八九十]·)(?=[一二三四五六七八九十])", "·")
_MONTH = Pattern('[“‘「"](?P<month>[二三四五六七八九十])$')
_DAY = Pattern('(?P<day>[一二三四五六七八九十]{1,3})[\u4e00-\u9fff]{0,6}[”’」"]')
# Days that need no word to be known; 5.1 and 7.1 may as well be versions.
_KNOWN = frozenset({"3.15", "4.26", "5.12", "6.26", "9.18", "11.9", "12.4", "12.9"})
_OCCASION = Pattern(
    "国际|国家|全国|全省|全市|世界|消费者|特大|特别重大|重大|大?地震|事件|事故|案|专案|惨案|纪念|活动|晚会|重要|讲话|宣传|黄金周"
    "|[劳儿妇青建国学植]|长假|小长假|爆炸|火灾|暴雨|洪|抗震|禁毒|法[制治]|宪法|知识产权|安全|消防|扶贫|公益|批示|指示|系列"
)
_DOT = "·"
_REACH = 8


class MonthDayNameDot(Check):
    """月日间隔号：“3.15”应作“3·15”，“五·四”应作“五四”。

    用月日称呼节日、事件，数字是阿拉伯数字的，月、日之间用间隔号，外加引号；是汉字的，只有一月、十一月、十二月为避免歧义才用
    （“一·二八”“一二·九”），其余不用。

    不报：版本、倍数、章节号等小数（“2.0”“1.5倍”，不像日期或后面没有“事件”“活动”“消费者权益日”一类词），
    “一·二八”“一二·九”“十一·一七”，没有引号的。

    The dot in names of days: in figures it is ·, in Chinese numerals there is none but for the months one, eleven and
    twelve. Decimal numbers, and names without quotation marks, are left alone.
    """

    code = "PUN014"
    name = "month-day-name-dot"
    title = Text("月日间隔号", "dot in the name of a day")
    severity = Severity.WARNING
    weight = 0.1
    needs = ('”|’|」|"', "·|.|．|。|・|•|‧|∙|⋅")
    basis = (
        "GB/T 15834—2011 4.14.3.5",
        "GB/T 15835—2011 5.1.6、5.2.3",
        "实测 797 万字干净语料：1 处，是差错（用项目符“•”代替间隔号）",
    )
    examples = (
        bad("组织“⟦3.15⟧”消费者权益日和“⟦12.4⟧”宣传。", fixed="组织“3·15”消费者权益日和“12·4”宣传。"),
        bad("妥善处置“⟦7•20⟧”特大暴雨，查清‘⟦6．1⟧’事故。", fixed="妥善处置“7·20”特大暴雨，查清‘6·1’事故。"),
        bad("传承“⟦五·四⟧”精神，勿忘“⟦九·一八⟧事变”。", fixed="传承“五四”精神，勿忘“九一八事变”。"),
        good("“3·15”晚会，“12·4”国家宪法日，“12·5”方案。"),
        good("“一·二八”事变、“一二·九”运动、“十一·一七”案、“五四”运动。"),
        good("升级到“2.0”版和“5.1”版，温控目标“1.5”度，见“3.2”节、“13.5”规划。"),
        good("3.15亿元，8.1元，（5.12）"),
        good("“阿·托尔斯泰”和“爱新觉罗·溥仪”。"),
        good({"手册.md": "升级到`“3.15”`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every name of a day with a wrong dot."""
        prose = document.prose
        for pattern in _IN_FIGURES:
            for closer in pattern.finditer(prose):
                match = _NUMBERS.search(prose, max(0, closer.start() - _REACH), closer.start())
                if match and (f"{match['month']}.{match['day']}" in _KNOWN or _OCCASION.match(prose, closer.end())):
                    yield _finding(match, match.span("dot"), _DOT)
        for dot in _IN_NUMERALS.finditer(prose):
            month = _MONTH.search(prose, max(0, dot.start() - 2), dot.start())
            day = _DAY.match(prose, dot.end())
            if month and day:
                yield _finding(month, dot.span(), "", day)


def _finding(match: re.Match[str], dot: tuple[int, int], mark: str, day: re.Match[str] | None = None) -> Finding:
    day = day or match
    span = Span(match.start("month"), day.end("day"))
    written = f"{match['month']}{match.string[dot[0] : dot[1]]}{day['day']}"
    right = f"{match['month']}{mark}{day['day']}"
    return Finding(
        span,
        Text(f"“{written}”应作“{right}”", f"write “{right}” instead of “{written}”"),
        Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(Span(*dot), mark),), Safety.SAFE),
    )
