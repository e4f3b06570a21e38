"""ANA001 plenum-date."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Span, Text, bad, good
from gaojian_checks.chronology._meetings import Verdict, contradiction
from gaojian_checks.chronology._plenum_evidence import as_meeting, masked, unknown
from gaojian_checks.language.facts import congresses, plenums
from gaojian_checks.language.mentions import PlenumMention, congress_mentions, plenum_mentions
from gaojian_checks.language.twin import in_both_scripts


class PlenumDate(Check):
    """全会届次与时间不符：某年不可能有的“X届Y中全会”。

    把党的历次全国代表大会和中央全会的日期表同文中的年份对照：写明某年某月召开的，与表不符；某年“学习贯彻”当时还没有开
    的会；成文日期、发布日期或标题年份早于开会的时间；没有过的届次（如“十八届九中全会”）；届次被隐去（“xx届四中全会”），而
    标题的年份或成文日期没有任何一次全会能对上。年份套改、旧稿新用的文稿，常在这里露出破绽。

    不报：单纯提到以往的全会（“十一届三中全会以来”）；第十一届以前和表末以后的全会；共青团、民主党派和外国政党的全会；
    说“将召开”的。

    A plenum of the Central Committee or a congress at a time when the tables have none: a stated date that differs, one
    studied before it was held, one later than the signature, the publication or the title year, a number that never
    was, or a masked number where no plenum fits. Plain mentions of earlier meetings are left alone.
    """

    code = "ANA001"
    name = "plenum-date"
    title = Text("全会届次与时间不符", "plenum at a time when there was none")
    severity = Severity.ERROR
    weight = 2.0
    basis = ("facts/plenums.toml、congresses.toml：第十一届以来全国代表大会和中央全会的日期",)
    examples = (
        bad("2013年11月召开的⟦十八届四中全会⟧作出了部署。"),
        bad("⟦十八届三中全会⟧于2014年10月在北京举行。"),
        bad("2013年，全局干部认真学习贯彻党的⟦十八届四中全会⟧精神。"),
        bad("会议传达了⟦十八届九中全会⟧精神。"),
        bad("民政局2013年度工作总结\n一年来，我们学习了党的xx届⟦四中全会⟧精神。", whole=True),
        bad("关于防汛工作的报告\n各单位要落实⟦十八届四中全会⟧精神。\n2013年3月5日", whole=True),
        bad("2013年召开的党的⟦十八大⟧作出了部署。"),
        good("2012年11月，党的十八大胜利召开；2013年以来，我们学习贯彻十八大精神。"),
        good("2011年，全党喜迎十八大；共青团十八大于2018年召开。全市十一大类产品。"),
        bad("关于防汛工作的报告\n要将学习⟦十八届四中全会⟧精神作为首要任务。\n2013年3月5日", whole=True),
        good("关于防汛工作的报告\n以优异成绩迎接十八届三中全会召开。\n2013年3月5日", whole=True),
        good("党的十一届三中全会以来，农村面貌发生了深刻变化。"),
        good("2014年10月20日至23日召开的十八届四中全会通过了决定。"),
        good("2016年，我们继续落实十八届三中、四中、五中全会部署。"),
        good("2013年，共青团十七届四中全会尚未召开。"),
        good("2014年7月29日的会议决定召开十八届四中全会。"),
        good("二十届九中全会的日期本表不收。"),
        good("民政局2014年度工作总结\n一年来，我们学习了党的xx届四中全会精神。", whole=True),
        good("省委九届七次全会审议了这份意见。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every plenum and congress that the tables contradict."""
        for mention in document.get(plenum_mentions):
            verdict = _verdict(document, mention)
            if verdict:
                yield Finding(_place(mention), verdict.message, severity=verdict.severity)
        for congress in congress_mentions(document):
            verdict = contradiction(document, congress.span, as_meeting(congresses()[congress.number]))
            if verdict:
                yield Finding(congress.span, verdict.message, severity=verdict.severity)


def _verdict(document: Document, mention: PlenumMention) -> Verdict | None:
    if mention.congress is None:
        message = masked(document, mention)
        return Verdict(message, Severity.WARNING) if message else None
    plenum = plenums().get((mention.congress, mention.number))
    if plenum is None:
        message = unknown(mention)
        return Verdict(message, Severity.ERROR) if message else None
    return contradiction(document, mention.span, as_meeting(plenum))


def _place(mention: PlenumMention) -> Span:
    """Return the plenum alone where it is one of a list (三中、四中全会) or its committee is masked."""
    is_listed = mention.session.end < mention.span.end
    return mention.session if is_listed or mention.congress is None else mention.span
