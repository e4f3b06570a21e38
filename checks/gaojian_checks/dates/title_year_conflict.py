"""DAT006 title-year-conflict."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.dates._dated_facts import DatedFact, cluster, distinct, tabled_facts, told_years
from gaojian_checks.language.title_years import TitleYears, report_years, reviews_several_years
from gaojian_checks.language.twin import in_both_scripts

_TERM = 5
# A single mention of the year in the title doesn't outweigh a text that speaks of another year all along.
_MANY_TIMES = 4
# The longer a report, the more history it recalls: one more fact is wanted for so many characters.
_LONG = 10_000
_MOST_NAMED, _MOST_RELATED = 4, 20


@dataclass(frozen=True, eq=False, repr=False)
class TitleYearConflict(Check):
    """标题年份与正文不符：标题写某年，正文的几件事却都在另一年。

    旧稿新用、整篇改年份的报告，标题改了，正文里的届会、活动、时间却留着。报告的标题写明年份，而正文中至少有两件
    彼此独立的事（按届次举办的活动、有起止时间的集中教育、正在学习的全会、写明了年份的过去的事）都落在同一个别的年份，
    前后宽限一年之内又没有一件事支持标题，就报标题的年份，并把这几件事列出来。

    不报：标题没有年份的；规划、通知和审计、调查、单个项目的报告，它们不总结一年的工作；句中已写明年份的往事；“以来”
    “曾”“筹备”等说的别的时间；回顾几年工作的报告，放宽到前五年。

    The title of a report names a year, but at least two independent facts of the text belong together to another one:
    numbered events, campaigns, the plenum being studied, past years that the text states. The facts are listed. Plans
    and notices, dated reminiscences, and reports on several years are left alone or given more room.
    """

    code = "DAT006"
    name = "title-year-conflict"
    title = Text("标题年份与正文不符", "the title names another year than the text")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("facts/*.toml：届会、活动、全会的年份；报告写于所述年份的十月至次年六月",)
    fewest_facts: Annotated[int, Text("至少几件事不符才报", "facts that must disagree")] = 2
    examples = (
        bad(
            "商务局局长⟦2015年度⟧述职报告\n按照部署开展了学习实践科学发展观活动，办实事六件。\n"
            "组织两户企业参加第16届杨凌“农高会”，签约四项。",
            whole=True,
        ),
        bad("⟦2020⟧城建局年全年工作总结\n2016年，共修路三公里。\n2016年8月，完成了桥梁加固。", whole=True),
        bad("⟦2021年⟧粮食局工作总结及2021年工作计划\n一、2015年工作总结\n收购粮食六千吨。", whole=True),
        good(
            "商务局局长2009年度述职报告\n按照部署开展了学习实践科学发展观活动，办实事六件。\n"
            "组织两户企业参加第16届杨凌“农高会”，签约四项。",
            whole=True,
        ),
        good("2021年粮食局工作总结\n2009年，建成了库房。2021年，收购了粮食六千吨。", whole=True),
        good(
            "2022年度工作总结\n自第16届杨凌“农高会”以来，曾获奖三次。\n2009年开展了学习实践科学发展观活动。", whole=True
        ),
        good("2021—2025年发展规划\n2016年，建成了库房。2017年，建成了码头。", whole=True),
        good("2013年度工作总结\n2012年底启动的工程全部完成了。2014年1月，召开了总结会。", whole=True),
        good("2013年工作总结\n2009年，我局被评为文明单位。2010年，建成了码头。", whole=True),
        good(
            "关于2013年专项审计情况的报告\n2010年，支出六万元。2010年3月，账目移交。\n2010年5月，项目结束。", whole=True
        ),
        good("工作总结\n2009年，建成了库房。2010年，建成了码头。", whole=True),
        good("2013年度工作总结\n2014年3月至2012年5月，建成了库房。", whole=True),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield at most one finding, on the year in the title."""
        titled = document.get(report_years)
        if titled is None:
            return
        first = min(titled.years) - (_TERM if document.get(reviews_several_years) else 1)
        last = max(titled.years) + 1
        tabled = distinct(tabled_facts(document))
        if any(first <= fact.last and fact.first <= last for fact in tabled):
            return
        stated = distinct(told_years(document, last))
        contrary = cluster([fact for fact in tabled + stated if fact.last < first or fact.first > last])
        supporting = sum(first <= fact.first <= last for fact in stated)
        if supporting * _MANY_TIMES > len(contrary):
            contrary = [fact for fact in contrary if fact in tabled]
        if not _proves(contrary, tabled):
            return
        wanted = self.fewest_facts + len(document.prose) // _LONG
        if sum(fact.weight for fact in contrary) >= wanted:
            yield _finding(document, titled, contrary)


def _proves(contrary: Sequence[DatedFact], tabled: Sequence[DatedFact]) -> bool:
    """Return whether more than scattered years speak: a tabled fact, a heading, or one year stated again and again."""
    if any(fact in tabled or fact.weight > 1 for fact in contrary):
        return True
    return any(count > 1 for count in Counter(fact.first for fact in contrary).values())


def _finding(document: Document, titled: TitleYears, contrary: Sequence[DatedFact]) -> Finding:
    written = document.text[titled.span.start : titled.span.end]
    named = [(fact.label, document.line_number(fact.span.start)) for fact in contrary[:_MOST_NAMED]]
    zh = "、".join(f"{label.zh}在第{line}行" for label, line in named)
    en = ", ".join(f"{label.en} in line {line}" for label, line in named)
    more = len(contrary) > len(named)
    message = Text(
        f"标题写“{written}”，正文却有{len(contrary)}处是另一年份的事：{zh}{'等' if more else ''}；"
        "请核对标题的年份，看是否用了旧稿",
        f"the title says {written}, but {len(contrary)} facts of the text belong to another year: "
        f"{en}{', …' if more else ''}",
    )
    related = tuple(Related(fact.span, fact.label) for fact in contrary[:_MOST_RELATED])
    return Finding(titled.span, message, related=related)
