"""Faults as a table: sessions, plans, anniversaries and names out of their time.

Clean text seldom dates a session, so a sentence that does is put before the full stop of a paragraph; what adoption
lines of statutes say is changed where it stands. Facts are taken from the tables of the checks, and then displaced.
"""

import re
from collections.abc import Iterator
from random import Random

from gaojian import Document
from gaojian_checks.language.facts import campaigns, congresses, event_series, five_year_plans, npc_sessions, plenums
from gaojian_checks.language.phrase_facts import Agency, agencies, anniversaries, slogans
from gaojian_checks.language.session_facts import terms
from gaojian_checks.language.session_names import congress_name, han, plenum_name, session_name
from gaojian_checks.language.title_years import reviews_several_years
from seeding import Form, InlineFault, Seeded, Site, genre_of
from sites import ORDINAL

GROUP = "chronology"
END = r"(?<=[一-鿿])。(?=\n)"
ADOPTED = rf"(?<=[0-9]日 )第(?P<term>{ORDINAL})届全国人民代表大会第(?P<number>[一二三四五])次会议(?=通过|《关于修改)"
SESSION = rf"第(?P<term>{ORDINAL})届(?P<body>全国人民代表大会)(?=(?:常务委员会)?第{ORDINAL}次会议)"
DATED_GENRES = ("work-reports", "policy")


class DatedFault(InlineFault):
    """A fault that brings its own date of signature, which ends the document. Statutes have none."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the sites in reports and policies."""
        return super().sites(document) if genre_of(document) in DATED_GENRES else iter(())

    def exclusion(self, site: Site) -> str | None:
        """Return why one year cannot be told."""
        several = reviews_several_years(self.seed(site).document)
        return (
            "the passage looks back over several years, and may name what belongs to any of them" if several else None
        )

    def seed(self, site: Site) -> Seeded:
        """Return the passage up to the date of signature after the fault."""
        seeded = super().seed(site)
        document, spans = seeded.document, seeded.spans
        end = document.text.index("日", spans[0].end) + 1
        return Seeded(Document(document.path, document.text[:end], document.kind), spans)


def adopted_by_another_session(match: re.Match[str], random: Random) -> str:
    """Return the session of another year of the same term."""
    other = random.choice([number for number in "一二三四五" if number != match["number"]])
    return f"⟦第{match['term']}届全国人民代表大会第{other}次会议⟧"


def session_held(body: str, years: tuple[int, ...] = (-3, -2, -1, 1, 2, 3)) -> Form:
    """Return a form that has a session of ``body`` held some years off."""

    def form(_: re.Match[str], random: Random) -> str:
        term = random.choice([term for term in terms().values() if term.body == body and term.congress < 14])
        number = random.randint(1, 5)
        year = term.first_year + number - 1 + random.choice(years)
        name = session_name(body, term.congress, number).zh
        shape = random.choice(
            (
                "。{year}年3月，⟦{name}⟧在北京召开。",
                "。{year}年召开的⟦{name}⟧审议了报告。",
                "。⟦{name}⟧于{year}年3月闭幕。",
            )
        )
        return shape.format(year=year, name=name)

    return form


def session_studied(_: re.Match[str], random: Random) -> str:
    """Return a session that is studied before it was held."""
    term = random.choice([term for term in terms().values() if term.body == "全国人大" and term.congress < 14])
    name, year = session_name(term.body, term.congress, 3).zh, term.first_year + 2
    return f"。{year - random.randint(1, 3)}年，各地认真学习贯彻⟦{name}⟧精神。"


def no_such_session(_: re.Match[str], random: Random) -> str:
    """Return the sixth session of a term of five."""
    return f"，传达了⟦{session_name('全国人大', random.randint(5, 14), random.randint(6, 8)).zh}⟧精神。"


def standing_session(_: re.Match[str], random: Random) -> str:
    """Return a session of the Standing Committee half a year or more off."""
    row = random.choice(list(npc_sessions().values()))
    month = row.adopted.month
    later = (month + random.randint(4, 8) - 1) % 12 + 1
    name = session_name("全国人大常委会", row.congress, row.number).zh
    return f"。{row.adopted.year}年{later}月召开的⟦{name}⟧审议了草案。"


def plenum_held(_: re.Match[str], random: Random) -> str:
    """Return a plenum held in another year."""
    row = random.choice(list(plenums().values()))
    year = row.start.year + random.choice((-2, -1, 1, 2))
    return f"。{year}年{row.start.month}月召开的⟦{plenum_name(row.congress, row.number).zh}⟧作出了部署。"


def congress_held(_: re.Match[str], random: Random) -> str:
    """Return a congress of the party held in another year."""
    row = random.choice([row for row in congresses().values() if row.number > 11])
    name = congress_name(row.number).zh.removeprefix("党的")
    return f"。{row.start.year + random.choice((-1, 1, 2))}年{row.start.month}月召开的党的⟦{name}⟧作出了部署。"


def word_order(match: re.Match[str], _: Random) -> str:
    """Return the number of the term on the wrong side."""
    return f"⟦全国第{match['term']}届人民代表大会⟧"


def conference_order(_: re.Match[str], random: Random) -> str:
    """Return the number of the term before the conference."""
    return f"，⟦{han(random.randint(5, 14))}届全国政协⟧{han(random.randint(1, 5))}次会议开幕。"


def plan_years(_: re.Match[str], random: Random) -> str:
    """Return a plan with a year of another."""
    plan = random.choice([plan for plan in five_year_plans().values() if plan.number > 10])
    off = random.choice((-5, 5))
    shape = random.choice(
        (
            "。到⟦“{name}”末的{last}年⟧，产值翻一番。",
            "。⟦{first}年是“{name}”开局之年⟧。",
            "。⟦{last}年是“{name}”收官之年⟧。",
            "。⟦“{name}”时期（{first}—{last}年）⟧，新增绿地。",
        )
    )
    return shape.format(name=plan.name, first=plan.start + off, last=plan.end + off)


def anniversary(_: re.Match[str], random: Random) -> str:
    """Return an anniversary with a number that does not lead to its year."""
    form, row = random.choice(list(anniversaries().items()))
    years = random.choice((20, 30, 60, 70, 80))
    year = row.base + years + random.choice((-4, -3, -2, 2, 3, 5))
    number = random.choice((str(years), han(years)))
    shape = random.choice(
        (
            "。{year}年，各地隆重庆祝⟦{named}周年⟧。",
            "。{year}年是⟦{named}周年⟧。",
            "。{year}年，举办⟦{named}周年⟧文艺演出。",
        )
    )
    return shape.format(year=year, named=form + number)


def event(_: re.Match[str], random: Random) -> str:
    """Return a numbered event some years off."""
    row = random.choice([row for row in event_series() if row.name in ("杨凌农高会", "进博会", "高交会", "全运会")])
    number = random.randint(row.first_number, row.last_number)
    year = min(row.years(number)) + random.choice((-3, -2, 2, 3))
    return f"。{year}年，两家企业参加了⟦第{han(number)}届{row.forms[0]}⟧。"


def campaign(_: re.Match[str], random: Random) -> str:
    """Return a campaign that is carried out years after, or before, its time."""
    row = random.choice(campaigns())
    years = [row.start.year - random.randint(2, 5)]
    if row.end:
        years.append(row.end.year + random.randint(2, 6))
    year = random.choice(years)
    return f"。{year}年，全县扎实开展⟦{row.forms[0]}⟧，整改问题六项。"


def slogan(_: re.Match[str], random: Random) -> str:
    """Return a phrase that is put into practice before it was coined."""
    row = random.choice(slogans())
    verb = random.choice(("全面落实", "扎实推进", "深入贯彻"))
    return f"。{row.since.year - random.randint(1, 6)}年，全县{verb}⟦{row.forms[0]}⟧部署，修路六十公里。"


def slogan_in_a_dated_text(_: re.Match[str], random: Random) -> str:
    """Return a phrase in a document that was signed before it was coined."""
    row = random.choice(slogans())
    return f"。这体现了⟦{row.forms[0]}⟧的要求。\n{row.since.year - random.randint(1, 6)}年{random.randint(1, 12)}月6日"


def agency(_: re.Match[str], random: Random) -> str:
    """Return an agency by the name that it gave up years before the signature."""
    row: Agency = random.choice(agencies())
    return f"。材料已报⟦{random.choice(row.forms)}⟧备案。\n{row.until.year + random.randint(2, 6)}年5月6日"


def local_term(_: re.Match[str], random: Random) -> str:
    """Return a plenum of a committee that another had followed."""
    return f"。学习了⟦四川省委九届{han(random.randint(2, 11))}次全会⟧精神。\n{random.randint(2014, 2018)}年5月6日"


def local_count(_: re.Match[str], random: Random) -> str:
    """Return a number of plenums that two years cannot hold."""
    year = random.choice((2009, 2014, 2019, 2024))
    number = f"{random.choice('市县')}委{han(random.randint(2, 9))}届十{random.choice('二四六')}次全会"
    return f"。学习了⟦{number}⟧精神。\n{year}年2月6日"


def _fault(name: str, code: str, form: Form, pattern: str = END) -> InlineFault:
    return InlineFault(name, GROUP, (code,), pattern, (form,))


def _dated(name: str, code: str, form: Form) -> InlineFault:
    return DatedFault(name, GROUP, (code,), END, (form,))


CHRONOLOGY_FAULTS: tuple[InlineFault, ...] = (
    _fault("a plenum held in another year", "ANA001", plenum_held),
    _fault("a congress held in another year", "ANA001", congress_held),
    _fault("a statute adopted by another session", "ANA002", adopted_by_another_session, ADOPTED),
    _fault("a session of the NPC in another year", "ANA002", session_held("全国人大")),
    _fault("a session of the CPPCC in another year", "ANA002", session_held("全国政协")),
    _fault("a session studied before it was held", "ANA002", session_studied),
    _fault("a session that never was", "ANA002", no_such_session),
    _fault("a session of the Standing Committee in another month", "ANA002", standing_session),
    _fault("the term of the NPC on the wrong side", "ANA003", word_order, SESSION),
    _fault("the term of the CPPCC on the wrong side", "ANA003", conference_order),
    _fault("a plan with the years of another", "ANA004", plan_years),
    _fault("an anniversary in another year", "ANA005", anniversary),
    _fault("an edition of an event in another year", "ANA006", event),
    _fault("a campaign out of its time", "ANA007", campaign),
    _fault("a phrase put into practice before it was coined", "ANA008", slogan),
    _dated("a phrase in a document older than it", "ANA008", slogan_in_a_dated_text),
    _dated("an agency by its former name", "ANA009", agency),
    _dated("a plenum of a local committee after its term", "ANA010", local_term),
    _dated("more plenums than two years hold", "ANA010", local_count),
)
