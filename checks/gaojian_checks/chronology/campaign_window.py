"""ANA007 campaign-window."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.dated_clauses import dated_clauses
from gaojian_checks.language.facts import Campaign, authority, campaigns
from gaojian_checks.language.mentions import CampaignMention, campaign_mentions
from gaojian_checks.language.passages import dates_within, is_in_title_marks, is_intended, sentence_around, stated_years
from gaojian_checks.language.period import period
from gaojian_checks.language.twin import in_both_scripts

_CARRIED_OUT = Pattern("开展|開展|部署|启动|啟動|动员|動員|推进|推進|参加|參加|组织|按照|根据|实施|安排|投入")
_ELSEWHEN = (
    *("以来", "以來", "成果", "巩固", "回顾", "曾", "长效", "常态化", "历次", "先后", "期间获", "荣获", "称号", "早在"),
    *("经验", "周年", "任期", "五年", "时期"),
)
_GRACE, _NEAR = 1, 16


class CampaignWindow(Check):
    """活动时间不符：2013年的报告说“按照……学习实践科学发展观活动的部署”，那次活动在2008年9月至2010年4月。

    党内集中教育活动都有起止时间。句首写明年份、或者报告标题和成文日期的年份，在活动起止的前后一年以外，而文中说的是部署、
    开展这项活动，多半是旧稿新用、年份套改。

    不报：巩固成果、总结经验、回顾以往的；回顾几年工作的报告；没有收结束日期的活动（只查是否早于开始）。若所说的是本单位
    后来自行补办的活动，这条不成立。

    A campaign of the party that is carried out in a year more than one away from its time: the year that opens the
    sentence, or that of the title or signature. What is remembered or built upon is left alone.
    """

    code = "ANA007"
    name = "campaign-window"
    title = Text("活动时间不符", "campaign at a time when there was none")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("facts/campaigns.toml：党内集中教育活动的起止时间",)
    examples = (
        bad("档案局2013年度工作总结\n按照县委关于⟦学习实践科学发展观活动⟧的部署，召开了动员大会。", whole=True),
        bad("2018年，全镇扎实开展党的⟦群众路线教育实践活动⟧，整改问题六项。"),
        bad("关于学习安排的通知\n请各支部深入开展⟦“两学一做”学习教育⟧。\n2013年9月2日", whole=True),
        good("档案局2009年度工作总结\n按照县委关于学习实践科学发展观活动的部署，召开了动员大会。", whole=True),
        good("档案局2013年度工作总结\n巩固学习实践科学发展观活动成果，开展回头看。", whole=True),
        good("2014年，全镇扎实开展党的群众路线教育实践活动，整改问题六项。"),
        good("档案局2023年度工作总结\n开展党史学习教育，上党课四次。", whole=True),
        good("档案局2013年度工作总结\n组织人员编目，收入《学习实践科学发展观活动文件选编》等书。", whole=True),
        good("2013年以来，我们学习实践科学发展观。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every campaign that is carried out in a year when it was not."""
        dated = {finding.span: finding for finding in _in_dated_clauses(document)}
        yield from dated.values()
        told = document.get(period)
        if told is None:
            return
        for mention in document.get(campaign_mentions):
            if _fits(mention.campaign, told.first, told.last) or mention.span in dated:
                continue
            sentence = sentence_around(document.prose, mention.span)
            if _is_carried_out(document.prose, mention.span, sentence) and not any(
                map(stated_years, dates_within(document, sentence))
            ):
                label = Text(f"{told.label.zh}的年份", f"the year in {told.label.en}")
                yield _finding(mention, told.evidence(document), Related(told.span, label))


def _in_dated_clauses(document: Document) -> Iterator[Finding]:
    for date, told in document.get(dated_clauses):
        year = date.start.year if date.start else 0
        for mention in _mentions_within(document.prose, told):
            sentence = sentence_around(document.prose, date.span)
            if not _fits(mention.campaign, year, year) and _is_carried_out(document.prose, mention.span, sentence):
                written = document.text[slice(*date.span)]
                related = Related(date.span, Text(f"句中的年份：{written}", f"the year in the sentence: {written}"))
                yield _finding(mention, Text(f"句中的{written}", f"{written} in the sentence"), related)


def _mentions_within(prose: str, told: Span) -> Iterator[CampaignMention]:
    words = prose[slice(*told)]
    if "教育" in words or "活动" in words:
        for campaign in campaigns():
            for form in campaign.forms:
                place = words.find(form)
                if place >= 0:
                    yield CampaignMention(Span(told.start + place, told.start + place + len(form)), campaign)
                    break


def _fits(campaign: Campaign, first: int, last: int) -> bool:
    ends = campaign.end.year if campaign.end else last
    return last >= campaign.start.year - _GRACE and first <= ends + _GRACE


def _is_carried_out(prose: str, place: Span, sentence: Span) -> bool:
    words = prose[slice(*sentence)]
    before, after = max(sentence.start, place.start - _NEAR), min(sentence.end, place.end + _NEAR)
    verb = _CARRIED_OUT.search(prose, before, place.start) or _CARRIED_OUT.search(prose, place.end, after)
    remembered = is_intended(words) or any(word in words for word in _ELSEWHEN) or is_in_title_marks(prose, place)
    return verb is not None and not remembered


def _finding(mention: CampaignMention, evidence: Text, related: Related) -> Finding:
    campaign, source = mention.campaign, authority(mention.campaign.certainty)
    since, until = f"{campaign.start:%Y-%m}", f"{campaign.end:%Y-%m}" if campaign.end else ""
    message = Text(
        f"{campaign.name}的时间是{since}{f'至{until}' if until else '开始'}（{source.zh}），与{evidence.zh}不符；"
        "请核对是不是旧稿的内容",
        f"{campaign.name} was held {f'from {since} to {until}' if until else f'since {since}'} ({source.en}), "
        f"against {evidence.en}",
    )
    return Finding(mention.span, message, related=(related,))
