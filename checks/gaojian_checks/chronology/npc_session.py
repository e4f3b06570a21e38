"""ANA002 npc-session."""

from collections.abc import Iterator
from datetime import date, timedelta

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.chronology._meetings import Meeting, contradiction
from gaojian_checks.chronology._renumbering import renumbering
from gaojian_checks.language.facts import Certainty, cap, npc_sessions
from gaojian_checks.language.session_facts import SESSIONS_OF_A_TERM, Term, session_in, terms
from gaojian_checks.language.session_names import han, session_name
from gaojian_checks.language.sessions import SessionMention, session_mentions
from gaojian_checks.language.twin import in_both_scripts

# The Standing Committee sits for a week or so, and adopts at the end; a session may end in the next month.
_DAYS_OF_SITTING = timedelta(days=14)


class NpcSessionYear(Check):
    """人大、政协届次与年份不符：“2013年……十一届全国人大一次会议”，那一年开的是十二届一次会议。

    全国人大和全国政协每届五年，每年开一次会，届次和年份是对应的。同句中写明的开会、通过的年份同表不符的，成文日期、
    标题年份早于开会年份的，以及没有过的会议（“十一届全国人大六次会议”），都报出来；信息里给出那一年开的是哪次会议。常委会
    会议按表中的表决日期对照到月。

    不报：第五届以前和表末以后的会议；地方人大、政协；只是提到以往会议的；写明年月日的常委会会议（由 CIT005 查）。

    A session of the NPC, its Standing Committee or the CPPCC with a year in which it was not held: one in the sentence,
    or one of the document that is too early; or a sixth session of a term, which has five. The fix, which is not safe,
    writes the session of the stated year. Earlier and later terms, and those of provinces, are left alone.
    """

    code = "ANA002"
    name = "npc-session"
    title = Text("人大政协届次不符", "session of the NPC or CPPCC in the wrong year")
    severity = Severity.ERROR
    weight = 2.0
    needs = ("次会议|次全体会议",)
    basis = ("facts/terms.toml：第五届以来历次会议的年份", "facts/npc_sessions.toml：常委会会议的表决日期")
    examples = (
        bad("2013年3月，⟦十一届全国人大一次会议⟧在北京召开。", fixed="2013年3月，十二届全国人大一次会议在北京召开。"),
        bad(
            "2012年3月14日⟦第十届全国人民代表大会第五次会议⟧通过",
            fixed="2012年3月14日第十一届全国人民代表大会第五次会议通过",
        ),
        bad("⟦全国政协十一届一次会议⟧于2010年3月开幕。", fixed="全国政协十一届三次会议于2010年3月开幕。"),
        bad("2013年，他列席了⟦十一届全国人大五次会议⟧。", fixed="2013年，他列席了十二届全国人大一次会议。"),
        bad(
            "今年3月召开的⟦十一届全国人大一次会议⟧提出了任务。\n\n2013年4月5日",
            whole=True,
            fixed="今年3月召开的十二届全国人大一次会议提出了任务。\n\n2013年4月5日",
        ),
        bad("2015年，全局认真学习贯彻⟦十二届全国人大四次会议⟧精神。"),
        bad("会议传达了⟦十一届全国人大六次会议⟧精神。"),
        bad("2013年12月召开的⟦十二届全国人大常委会第二次会议⟧审议了草案。"),
        bad("关于春耕的通知\n各村要贯彻⟦十二届全国人大三次会议⟧精神。\n2013年4月5日", whole=True),
        good("关于春耕的通知\n各村要贯彻十二届全国人大一次会议精神。\n2013年4月5日", whole=True),
        good("按照十届全国人大一次会议批准的方案，2008年改革继续深化。"),
        good("十一届全国人大一次会议以来的五年，工作成效明显。2013年任务更重。"),
        good("2013年，张代表曾参加十一届全国人大一次会议。"),
        good("2012年3月14日第十一届全国人民代表大会第五次会议通过"),
        good("2011年，政协第十一届全国委员会第四次会议举行。"),
        good("2013年4月召开的十二届全国人大常委会第二次会议审议了草案。"),
        good("2035年，十七届全国人大三次会议举行；2013年，省十一届人大一次会议召开。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every session that the tables contradict."""
        for mention in document.get(session_mentions):
            if mention.congress is None or mention.number is None:
                continue
            if mention.body == "全国人大常委会":
                yield from _standing(document, mention, mention.congress, mention.number)
                continue
            term = terms().get((mention.body, mention.congress))
            if term:
                yield from _plenary(document, mention, term, mention.number)


def _plenary(document: Document, mention: SessionMention, term: Term, number: int) -> Iterator[Finding]:
    year = term.year(number)
    if year is None:
        if number > SESSIONS_OF_A_TERM:
            yield Finding(mention.span, _no_such(term, number), severity=cap(Severity.ERROR, term.certainty))
        return
    name = session_name(term.body, term.congress, number)
    days = Text(f"{year}年", f"in {year}")
    meeting = Meeting(name, date(year, 1, 1), date(year, 12, 31), days, term.certainty, adopts=True)
    verdict = contradiction(document, mention.span, meeting)
    if verdict is None:
        return
    told = verdict.held.year if verdict.held else None
    right = session_in(term.body, told) if told else None
    if right is None:
        yield Finding(mention.span, verdict.message, severity=verdict.severity)
        return
    name, said = session_name(term.body, *right), verdict.message
    message = Text(f"{said.zh}（{told}年是{name.zh}）", f"{said.en}; {name.en} was in {told}")
    yield Finding(mention.span, message, renumbering(document, mention, right), severity=verdict.severity)


def _no_such(term: Term, number: int) -> Text:
    last = term.first_year + SESSIONS_OF_A_TERM - 1
    return Text(
        f"{han(term.congress)}届{term.body}（{term.first_year}—{last}年）每年开一次会，共五次，没有{han(number)}次会议；请核对届次",
        f"a term has five sessions, one a year: none of {term.first_year} to {last} has number {number}",
    )


def _standing(document: Document, mention: SessionMention, congress: int, number: int) -> Iterator[Finding]:
    row = npc_sessions().get((congress, number))
    if row is None:
        return
    name = session_name(mention.body, congress, number)
    first, last = row.adopted - _DAYS_OF_SITTING, max(row.adopted, row.also or row.adopted)
    days = Text(f"{row.adopted}（表决法律）前后", f"until {row.adopted} (statutes adopted)")
    meeting = Meeting(name, first, last, days, Certainty.COMPUTED, adopts=True)
    verdict = contradiction(document, mention.span, meeting)
    if verdict and not (verdict.held and verdict.held.is_day):
        yield Finding(mention.span, verdict.message, severity=verdict.severity)
