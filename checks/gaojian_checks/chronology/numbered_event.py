"""ANA006 numbered-event."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.dates import DateExpression
from gaojian_checks.language.facts import authority
from gaojian_checks.language.mentions import EventMention, event_mentions
from gaojian_checks.language.passages import dates_within, is_intended, sentence_around, stated_years
from gaojian_checks.language.period import period
from gaojian_checks.language.twin import in_both_scripts

# What is prepared or remembered happens in another year than that of the sentence.
_ELSEWHEN = (
    *(
        "申办",
        "申辦",
        "筹办",
        "籌辦",
        "筹备",
        "籌備",
        "备战",
        "備戰",
        "举办权",
        "舉辦權",
        "迎接",
        "即将",
        "即將",
        "拟",
        "争取",
    ),
    *("以来", "以來", "曾", "早在", "回顾", "历届", "歷屆", "上一届", "上届", "下届", "周年", "往届"),
)


class NumberedEvent(Check):
    """届会与年份不符：某一届展会、运动会不在文中所说的年份。

    按届次举办的活动，届次和年份是对应的（第16届杨凌农高会在2009年）。句中写明了年份，就同这个年份对照；没有写明的，
    同报告标题的年份或成文日期对照，前后宽限一年。年份套改、旧稿新用时，届次常常忘了改。

    不报：表外的活动和届次；同名活动中表里没有收全的；申办、筹备、迎接和回顾某一届的；回顾几年工作的报告。

    A numbered fair or games that did not take place in the year the sentence states, or, where it states none, within
    one year of the title of a report or of the signature. Events that the table does not hold, preparations and
    reminiscences are left alone.
    """

    code = "ANA006"
    name = "numbered-event"
    title = Text("届会与年份不符", "edition of an event in the wrong year")
    severity = Severity.WARNING
    weight = 2.0
    needs = ("届|屆",)
    basis = ("facts/numbered_events.toml：展会、运动会的届次与年份",)
    examples = (
        bad("2013年，我市两家企业参加了⟦第16届杨凌“农高会”⟧。"),
        bad("2012年⟦第29届奥运会⟧期间，全市安全稳定。"),
        bad("⟦第十届中国—东盟博览会⟧（2011年）签约项目创新高。"),
        bad("农业局2018年度工作总结\n组织企业参展⟦第十六届杨凌农高会⟧，签约三项。", whole=True),
        bad("关于组织参展的通知\n请组织企业参加⟦第十六届杨凌农高会⟧。\n2013年9月2日", whole=True),
        good("关于组织参展的通知\n请组织企业参加第二十届杨凌农高会。\n2013年9月2日", whole=True),
        good("2009年，我市两家企业参加了第16届杨凌“农高会”。"),
        good("2001年，北京获得第29届奥运会举办权。"),
        good("第127届广交会于2020年6月在网上举办。"),
        good("2021年，第32届奥运会在东京举行。"),
        good("农业局2009年度工作总结\n组织企业参展第十六届杨凌农高会，签约三项。", whole=True),
        good("农业局2010年度工作总结\n自第十六届杨凌农高会以来，签约项目陆续投产。", whole=True),
        good("2013年，第3届镇农民运动会顺利闭幕。"),
        good("2019年，我市组团参加第90届西博会。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every edition that was not held in the year of its sentence or of the title."""
        for mention in document.get(event_mentions):
            sentence = sentence_around(document.prose, mention.span)
            words = document.prose[sentence.start : sentence.end]
            if is_intended(words) or any(word in words for word in _ELSEWHEN):
                continue
            stated = [date for date in dates_within(document, sentence) if stated_years(date)]
            if stated:
                yield from _against_the_sentence(document, mention, stated)
            else:
                yield from _against_the_title(document, mention)


def _against_the_sentence(document: Document, mention: EventMention, stated: list[DateExpression]) -> Iterator[Finding]:
    before = [date for date in stated if date.span.end <= mention.span.start]
    following = document.prose[mention.span.end : mention.span.end + 2]
    after = [date for date in stated if date.span.start >= mention.span.end]
    if before:
        bound = before[-1]
    elif after and (following[:1] in ("（", "(", "于", "於", "在")) and after[0].span.start - mention.span.end < 3:
        bound = after[0]
    else:
        return
    if any(year in (stated_years(date) or ()) for date in stated for year in mention.years):
        return
    written = document.text[bound.span.start : bound.span.end]
    related = Related(bound.span, Text(f"句中的年份：{written}", f"the year in the sentence: {written}"))
    yield _finding(mention, f"句中的{written}", written, related)


def _against_the_title(document: Document, mention: EventMention) -> Iterator[Finding]:
    """Yield a finding where the year of the title, or without one that of the signature, is years away."""
    told = document.get(period)
    if told and not any(told.first - 1 <= year <= told.last + 1 for year in mention.years):
        evidence = told.evidence(document)
        label = Text(f"{told.label.zh}的年份", f"the year in {told.label.en}")
        yield _finding(mention, evidence.zh, evidence.en, Related(told.span, label))


def _finding(mention: EventMention, zh: str, en: str, related: Related) -> Finding:
    years = [str(year) for year in mention.years]
    source = authority(mention.certainty)
    message = Text(
        f"第{mention.number}届{mention.name}在{'或'.join(years)}年（{source.zh}），与{zh}不符；请核对届次和年份",
        f"edition {mention.number} of {mention.name} was in {' or '.join(years)} ({source.en}), against {en}",
    )
    return Finding(mention.span, message, related=(related,))
