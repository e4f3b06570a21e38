"""Facts of a document that belong to certain years, whatever its title says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gaojian import Document, NamedTuple, Pattern, Span, Text
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.dates import Kind, dates
from gaojian_checks.language.facts import five_year_plans, plenums
from gaojian_checks.language.mentions import campaign_mentions, event_mentions, plenum_mentions
from gaojian_checks.language.outline import title
from gaojian_checks.language.passages import dates_within, is_intended, sentence_around, stated_years

# What is remembered, prepared or carried on belongs to another year than the report that mentions it.
_ELSEWHEN = (
    *(
        "以来",
        "以來",
        "曾",
        "早在",
        "回顾",
        "巩固",
        "拓展",
        "成果",
        "申办",
        "筹办",
        "筹备",
        "备战",
        "举办权",
        "迎接",
        "即将",
        "即將",
    ),
    *("拟", "历届", "上届", "下届", "成立于", "始建", "建于"),
)
_PAST = Pattern("了|已|完成|实现|實現|达到|增长|召开|召開|举办|举行|荣获|获得|开展|開展|建成|同比|全年")
_PLANNED = Pattern("计划|計劃|规划|規劃|目标|目標|打算|力争|预计|預計|预期|預期|将|將|拟|擬|争取|爭取")
_STUDY = Pattern("学习|學習|传达|傳達|贯彻|貫徹")
_CITED = Pattern("[《〔〕》]|文号|修订|修正|施行|颁布|号）|号\\)|出生|毕业|参加工作|入党|入职|任职|调入|担任|以来")
_SUMMARY_HEADING = Pattern(
    r"年度?[^。，；：\n]{0,12}(?:总结|總結|回顾|回顧|完成情况|开展情况|工作情况)[^。，；\n]{0,6}$", flags=re.MULTILINE
)
_CLAUSE_OPENING = frozenset("。；，,;！：:、）)\n\r\u3000 　")
_PLAN_OPENING = Pattern(
    r"(?P<plan>十[一二三四五]五)[”\"’」』']?(?:规划|規劃)?的?(?:良好|顺利|圆满)?(?:(?P<opening>开局|起步)|收官)(?:之年)?",
    "开局",
    "起步",
    "收官",
)
_YEARLY = frozenset(
    {
        Kind.FULL_DATE,
        Kind.YEAR_MONTH,
        Kind.YEAR,
        Kind.TEN_DAYS,
        Kind.RANGE,
        Kind.HALF_YEAR,
        Kind.QUARTER,
        Kind.FISCAL_YEAR,
    }
)
_HEADING_REACH = 30


class DatedFact(NamedTuple):
    """Something that belongs to the years ``first`` to ``last``.

    ``weight`` is 1; 2 for a heading that names the year reviewed; ``key`` is the same for a fact that is told twice.
    """

    span: Span
    first: int
    last: int
    label: Text
    key: str
    weight: int = 1


def tabled_facts(document: Document) -> Iterator[DatedFact]:
    """Yield what the fact tables date: events, campaigns, the latest plenum; not where the sentence states the year."""
    for event in document.get(event_mentions):
        if _is_undated(document, event.span):
            years = "、".join(map(str, event.years))
            label = Text(
                f"第{event.number}届{event.name}（{years}年）", f"edition {event.number} of {event.name} ({years})"
            )
            yield DatedFact(event.span, event.years[0], event.years[-1], label, label.zh)
    for mention in document.get(campaign_mentions):
        campaign = mention.campaign
        if campaign.end and _is_undated(document, mention.span):
            period = f"{campaign.start:%Y-%m}至{campaign.end:%Y-%m}"
            label = Text(f"{campaign.name}（{period}）", f"{campaign.name} ({period.replace('至', ' to ')})")
            yield DatedFact(mention.span, campaign.start.year, campaign.end.year, label, campaign.name)
    yield from _plan_openings(document)
    yield from _latest_plenum(document)


def told_years(document: Document, latest: int) -> Iterator[DatedFact]:
    """Yield the year of the signature and those that the text states of what is past, title and metadata apart.

    A year up to ``latest`` is past unless it is planned; a later one only where the sentence says so.
    """
    signed = document.get(signature)
    if signed:
        label = Text(f"成文日期{signed.day}", f"the signature of {signed.day}")
        yield DatedFact(signed.span, signed.day.year, signed.day.year, label, label.zh)
    passed = [anchor.span for anchor in (signed, document.get(publication)) if anchor]
    passed.append(document.get(title) or Span(0, 0))
    for expression in document.get(dates):
        span = expression.span
        if expression.kind not in _YEARLY or not _may_tell(document.prose, span):
            continue
        years = stated_years(expression)
        # A range that ends before it begins states no year.
        if not years or any(low <= span.start < high for low, high in passed):
            continue
        sentence = sentence_around(document.prose, span)
        weight = _weight(document.prose, span, sentence)
        if weight and (years[0] <= latest or _PAST.search(document.prose, *sentence)):
            written = document.text[span.start : span.end]
            key = f"{years[0]} {document.prose[sentence.start : sentence.end].strip()}"
            yield DatedFact(span, years[0], years[0], Text(f"“{written}”", f"“{written}” "), key, weight)


def distinct(facts: Iterable[DatedFact]) -> list[DatedFact]:
    """Return the facts in order, each once however often it is told: a doubled text proves nothing more."""
    return sorted({fact.key: fact for fact in sorted(facts, reverse=True)}.values())


def cluster(facts: Sequence[DatedFact]) -> list[DatedFact]:
    """Return the most facts that one year can explain; a history spreads over many years and explains nothing."""
    counts = Counter((fact.first - 1, fact.last + 1) for fact in facts)
    years = sorted({year for fact in facts for year in (fact.first, fact.last)})
    best = max(years, key=lambda year: _together(counts, year), default=0)
    if _together(counts, best) * 2 <= len(facts):
        return []
    return [fact for fact in facts if fact.first - 1 <= best <= fact.last + 1]


def _is_undated(document: Document, span: Span) -> bool:
    sentence = sentence_around(document.prose, span)
    words = document.prose[sentence.start : sentence.end]
    if is_intended(words) or any(word in words for word in _ELSEWHEN):
        return False
    return all(stated_years(expression) is None for expression in dates_within(document, sentence))


def _plan_openings(document: Document) -> Iterator[DatedFact]:
    """Yield the first or last year of a five-year plan, where the text claims to have lived it."""
    for match in _PLAN_OPENING.finditer(document.prose):
        plan = five_year_plans()[match["plan"]]
        span = Span(*match.span())
        if _is_undated(document, span):
            year = plan.start if match["opening"] else plan.end
            label = Text(f"{match[0]}（{year}年）", f"{match[0]} ({year})")
            yield DatedFact(span, year, year + 1, label, label.zh)


def _latest_plenum(document: Document) -> Iterator[DatedFact]:
    """Yield the latest plenum named, where it is being studied: earlier ones are cited for ever."""
    known = [
        (plenums()[mention.congress, mention.number], mention)
        for mention in document.get(plenum_mentions)
        if mention.congress is not None and (mention.congress, mention.number) in plenums()
    ]
    if known:
        plenum, mention = max(known, key=lambda pair: pair[0].start)
        sentence = sentence_around(document.prose, mention.span)
        if _STUDY.search(document.prose, sentence.start, sentence.end) and _is_undated(document, mention.span):
            written = document.text[mention.span.start : mention.span.end]
            label = Text(f"学习{written}（{plenum.start:%Y-%m}）", f"the study of {written} ({plenum.start:%Y-%m})")
            yield DatedFact(mention.span, plenum.start.year, plenum.start.year + 1, label, label.zh)


def _may_tell(prose: str, span: Span) -> bool:
    """Return whether ``span`` opens a clause, or may be in a heading: what is quick to ask."""
    return not span.start or prose[span.start - 1] in _CLAUSE_OPENING or prose[span.end - 1] == "年"


def _weight(prose: str, span: Span, sentence: Span) -> int:
    start, end = span
    if _SUMMARY_HEADING.match(prose, end - 1, end + _HEADING_REACH) and sentence.end - sentence.start < _HEADING_REACH:
        return 2
    if start and prose[start - 1] not in _CLAUSE_OPENING:
        return 0
    if _CITED.search(prose, max(sentence.start, start - 2), min(sentence.end, end + 24)):
        return 0
    return 0 if _PLANNED.search(prose, sentence.start, sentence.end) else 1


def _together(counts: Counter[tuple[int, int]], year: int) -> int:
    return sum(count for (first, last), count in counts.items() if first <= year <= last)
