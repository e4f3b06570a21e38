"""DAT021 publication-date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.anchors import publication
from gaojian_checks.language.title_years import report_years
from gaojian_checks.language.twin import in_both_scripts

_PLANS = ("计划", "計劃", "要点", "要點", "思路", "安排", "打算", "规划", "預算", "预算", "方案")


@dataclass(frozen=True, eq=False, repr=False)
class PublicationDate(Check):
    """发布日期与报告年份相差太远：网页或元数据里的发布日期，离标题的年份好几年。

    发布日期不是成文日期，但它是一个上限：总结某一年的报告，不会在那一年以前发布，这样的报警告；隔了三年以上才发布的，
    多半是旧稿重发或整篇改过年份，作提示，请核对标题的年份。

    不报：标题没有年份的；不是报告、总结的；计划性的文稿在前一年发布的。

    The publication date of the metadata lies years from the year in the title of a report: before that year it is a
    warning, three or more years after it a note, for the text was probably taken from an older one.
    """

    code = "DAT021"
    name = "publication-date"
    title = Text("发布日期与报告年份相差太远", "publication date far from the year of the report")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("报告写于所述年份的十月至次年六月；发布日期只是上限",)
    years_apart: Annotated[int, Text("晚几年以上算相差太远", "years after which a publication is late")] = 3
    examples = (
        bad("林业局2013年度述职报告\n发布时间：⟦2024-08-10⟧ 10:20:30\n一年来，造林六百亩。", whole=True),
        bad("2021年林业工作总结\n更新时间：⟦2016年1月11日⟧\n全年造林六百亩。", whole=True),
        good("林业局2013年度述职报告\n发布时间：2014-01-10 10:20:30\n一年来，造林六百亩。", whole=True),
        good("2014年林业工作计划和2013年工作总结\n发布时间：2013-12-25\n全年造林六百亩。", whole=True),
        good("林业局述职报告\n发布时间：2024-08-10\n一年来，造林六百亩。", whole=True),
        good("2013年林业技术规程\n发布时间：2024-08-10\n本规程适用于苗圃。", whole=True),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield at most one finding, on the publication date."""
        titled = document.get(report_years)
        published = document.get(publication) if titled else None
        if titled is None or published is None:
            return
        first, last = min(titled.years), max(titled.years)
        line = document.line_number(titled.span.start)
        related = (Related(titled.span, Text("标题的年份", "the year in the title")),)
        heading = document.prose[titled.span.start : titled.span.start + 60]
        ahead = any(word in heading for word in _PLANS)
        if published.day.year < first - ahead:
            message = Text(
                f"发布日期{published.day}早于标题（第{line}行）的{first}年：那时还没有这一年的报告；请核对标题的年份",
                f"published on {published.day}, before the year {first} that the title (line {line}) reports on",
            )
            yield Finding(published.span, message, related=related)
        elif published.day.year - last >= self.years_apart:
            message = Text(
                f"发布日期{published.day}比标题（第{line}行）的{last}年晚{published.day.year - last}年，"
                "可能是旧稿重发或改过年份；请核对",
                f"published on {published.day}, {published.day.year - last} years after {last}, "
                f"the year in the title (line {line}): possibly an old text",
            )
            yield Finding(published.span, message, related=related, severity=Severity.NOTE)
