"""ANA004 five-year-plan."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.chronology._plan_years import Claim, claims
from gaojian_checks.language.dates import fives
from gaojian_checks.language.facts import FiveYearPlan, authority, five_year_plans
from gaojian_checks.language.twin import in_both_scripts

_AFTER_NAME = frozenset("”\"’」』'期时時末初规規计計开開收第最")
_NUMBER = Pattern(r"(?<![一二三四五六七八九十百千零〇0-9第月初])(?:十[一二三四五]?|[一二三四五六七八九])五$")
_MARKS = "“\"‘「『'"
_MISNAMED = Pattern(r"[”\"’」』'](计划)(?=[，。；、：）》]|的|纲要|期间|时期|末|执行)")
# Campaigns of legal education count their own five-year terms: “八五”普法 is 2021 to 2025.
_OTHER_TERMS = Pattern(r"[”\"’」』']?[^，。；]{0,10}?(?:普法|法治宣传|法制宣传|依法治)")


class FiveYearPlanYears(Check):
    """五年规划的年份不符：“X五”同所说的年份对不上。

    “十二五”是2011—2015年，“十三五”是2016—2020年：把“十二五”末说成2010年，把2017年说成“十三五”开局之年，括注的
    起止年写错，或者2023年的报告说“实现‘十二五’良好开局”，都是年份套改留下的破绽。从“十一五”起称“规划”，写作
    “‘十二五’计划”的，只作提示。

    不报：只提到规划而没有同年份绑在一起的；谋划、编制下一个规划的；“七五”普法等另有起止的；“计划”作动词的。

    A year that the text binds to a five-year plan but that lies outside it, or elsewhere in it than stated. Since the
    eleventh the plans are called 规划: the old noun is a note. Plain mentions, the drawing up of the next plan, and the
    terms of other campaigns are left alone.
    """

    code = "ANA004"
    name = "five-year-plan"
    title = Text("五年规划的年份不符", "year outside the five-year plan")
    severity = Severity.WARNING
    weight = 2.0
    needs = ("五",)
    basis = ("facts/five_year_plans.toml：历次五年计划（规划）的起止年",)
    examples = (
        bad("到⟦“十二五”末的2010年⟧，全县农民人均纯收入翻一番。"),
        bad("⟦2017年是“十三五”开局之年⟧。"),
        bad("⟦2010年，“十二五”开局之年⟧，全县修路六十公里。"),
        bad("⟦2018年是“十三五”规划的收官之年⟧，任务繁重。"),
        bad("⟦“十四五”时期（2020—2025年）⟧，全区新增绿地。"),
        bad("水利局2023年度工作总结\n一年来，实现了⟦“十二五”良好开局⟧。", whole=True),
        bad("落实⟦“十二五”计划⟧。", fixed="落实“十二五”规划。"),
        good("到“十一五”末的2010年，全县农民人均纯收入翻一番。"),
        good("2016年是“十三五”开局之年。"),
        good("2015年是“十二五”收官之年，也是谋划“十三五”的关键一年。"),
        good("2020年是“七五”普法收官之年。"),
        good("“十四五”时期（2021—2025年），全区新增绿地。"),
        good("比“十一五”初的2005年增长一倍。"),
        good("2021年，“十三五”建成的项目全部投产。"),
        good("“十二五”计划新建学校3所。"),
        good("落实“十五”计划。"),
        good("二十五期间刊物已经出齐，第十五期即将付印。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every plan with a year that isn't its own, and for every plan with the old noun."""
        prose = document.prose
        for end in [at + 1 for at in document.get(fives) if prose[at + 1] in _AFTER_NAME]:
            number = _NUMBER.search(prose, max(0, end - 4), end)
            plan = five_year_plans().get(number[0]) if number else None
            if number is None or plan is None or _OTHER_TERMS.match(prose, end):
                continue
            is_quoted = number.start() > 0 and prose[number.start() - 1] in _MARKS
            if not is_quoted and plan.number <= 10:
                continue
            name = Span(number.start() - is_quoted, end)
            yield from (_wrong(claim, plan) for claim in claims(document, name, plan) if not claim.holds)
            if plan.noun == "规划":
                yield from _misnamed(prose, name, plan)


def _wrong(claim: Claim, plan: FiveYearPlan) -> Finding:
    said = "、".join(map(str, sorted(claim.years)))
    source = authority(plan.certainty)
    message = Text(
        f"“{plan.name}”是{plan.start}—{plan.end}年（{source.zh}），这里说的却是{said}年；请核对年份和规划的序数",
        f"the plan {plan.name} runs from {plan.start} to {plan.end} ({source.en}), but here it is given to {said}",
    )
    return Finding(claim.span, message)


def _misnamed(prose: str, name: Span, plan: FiveYearPlan) -> Iterator[Finding]:
    match = _MISNAMED.match(prose, name.end)
    if match:
        message = Text(
            f"从“十一五”起称“规划”，“{plan.name}计划”应为“{plan.name}规划”",
            f"since the eleventh the plans are called 规划: {plan.name}规划",
        )
        fix = Fix(Text("改“计划”为“规划”", "write 规划"), (Edit(Span(*match.span(1)), "规划"),))
        yield Finding(Span(name.start, match.end()), message, fix=fix, severity=Severity.NOTE)
