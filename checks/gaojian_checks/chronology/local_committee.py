"""ANA010 local-committee."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.chronology._local_terms import by_count, by_table
from gaojian_checks.language.local_meetings import committee_of, local_mentions
from gaojian_checks.language.local_table import local_table
from gaojian_checks.language.twin import in_both_scripts


@dataclass(frozen=True, eq=False, repr=False)
class LocalCommittee(Check):
    """地方届次不符：四川省委第十届2012年5月产生，2013年的报告不会学习“省委九届七次全会”。

    有党代会日期的（内置的和用户自己的表），在下一届产生以后还说上一届全会，或者说还没有产生的一届，报警告。没有日期的，
    按一般规律提示：地方党委都在全国代表大会前的一年多里换届，每年开两三次全会，报告所说的那一年如果连每年三次都开不到那个
    次数，多半是旧稿新用。本地换届不在全国统一的时间，或者一年开三次以上全会的，这条提示不成立。

    自己的表：`[checks.ANA010] facts = "local.toml"`（相对于配置文件）。其中 `[[congresses]]` 是党代会，有
    `committee = "临江市委"`、`number = 3`、`start = 2011-11-28`（开幕日）；`[[plenums]]` 是全会，另有 `congress = 3`。

    不报：“以来”“曾”等回顾；没有标题年份和成文日期的；换届那两年的；届次被隐去的。

    A plenum of a local party committee after the next one was elected, or before its own was, by the built-in table or
    yours; without dates, a note where the number is too high for a committee elected at the usual time. Which committee
    省委 is, is told by its name or by the province that the document is about. The option ``facts`` names your table.
    """

    code = "ANA010"
    name = "local-committee"
    title = Text("地方届次不符", "plenum of a local committee out of its term")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("facts/local_congresses.toml：地方党代会的日期和换届的时间",)
    examples = (
        bad("四川档案局2013年度工作总结\n学习了⟦省委九届七次全会⟧精神，四川各地都有参加。", whole=True),
        bad("档案局2013年度工作总结\n学习了中共⟦四川省第九届委员会第七次全体会议⟧精神。", whole=True),
        bad("四川档案局2010年度工作总结\n学习了⟦省委十届二次全会⟧精神，四川各地都有参加。", whole=True),
        bad("档案局2013年度工作总结\n学习了⟦市委二届十二次全会⟧精神。", whole=True),
        good("四川档案局2013年度工作总结\n学习了省委十届三次全会精神，四川各地都有参加。", whole=True),
        good("四川档案局2013年度工作总结\n湖南省委九届七次全会的做法值得借鉴，四川也可参考。", whole=True),
        good("档案局2013年度工作总结\n学习了市委二届四次全会精神。", whole=True),
        good("档案局2012年度工作总结\n学习了市委二届十二次全会精神。", whole=True),
        good("档案局2013年度工作总结\n自市委一届十二次全会以来，馆舍变了样。", whole=True),
        good("学习了市委二届十二次全会精神。"),
        good("学习了党的十八届三中全会精神。"),
    )

    facts: Annotated[
        Path,
        Text("自己的党代会、全会日期表（TOML）", "a table of congresses and plenums of your own (TOML)"),
    ] = Path()

    def __post_init__(self) -> None:
        """Read the user's table, so that a mistake in it is named before anything is checked."""
        if self.facts != Path():
            local_table(self.facts)

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every plenum that its committee cannot have held by then."""
        for mention in document.get(local_mentions):
            table = local_table(None if self.facts == Path() else self.facts)
            committee = committee_of(document, mention, table.committees)
            finding = by_table(document, mention, committee, table) if committee else None
            is_dated = (committee, mention.congress, mention.number) in table.plenums
            finding = finding or (None if is_dated else by_count(document, mention))
            if finding:
                yield finding
