"""Mentions of dated facts: plenums, numbered events and campaigns, found once for all checks."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from gaojian import Document, Pattern, Span
from gaojian_checks.language.dates import DateExpression, dates
from gaojian_checks.language.facts import Campaign, Certainty, EventSeries, campaigns, event_series
from gaojian_checks.language.numerals import value

_HAN = "[一二三四五六七八九十]"
# 届 comes first: it is rare, and what it counts follows it.
_EDITIONS = tuple(
    Pattern(
        rf"{edition}(?:(?P<committee>中央委[員员][会會]第)?"
        rf"(?P<numbers>{_HAN}{{1,2}}(?:中?[、和及与]{_HAN}{{1,2}}){{0,5}})(?(committee)次全[体體][会會][议議]|中全[会會])"
        r"|(?P<event>[^\n\r，。；：、,;届屆]{0,26}?[会會]))",
        edition,
    )
    for edition in "届屆"
)
_COMMITTEE_NUMBER = Pattern(rf"第?({_HAN}{{1,3}}|[0-9]{{1,2}}|十?[xX×ＸｘNn某○*＊※_＿?？]{{1,4}}|(?<=党的))$")
_NUMBER = Pattern(f"{_HAN}{{1,2}}")
# Only texts that name the party are looked through; 十一大类, 十八大员 count something else.
_CONGRESS = Pattern("大(?:(?<=二十大)|(?<=十[一二三四五六七八九]大))(?![类類件项項型家队员城街院户会會])", "党", "黨")
_CONGRESS_IN_FULL = Pattern(
    "次全国代表大会(?:(?<=第二十次全国代表大会)|(?<=第十[一二三四五六七八九]次全国代表大会))", "党", "黨"
)
# The Youth League, the other parties and parties abroad hold plenums with numbers of their own.
_OTHER_BODY = Pattern(
    r"[团團]|妇女|工会|作协|文联|民革|民盟|民建|民进|民進|民主|农工|農工|致公|九三|台盟|工商联|[国國]民党|國民黨|越共|越南|老挝|古巴|朝鲜|朝鮮|劳动党|苏共|联共|日共"
)
_EVENT_NUMBER = Pattern(rf"第?({_HAN}{{1,5}}|[0-9]{{1,3}})$")
_EVENT_ENDINGS = ("博览会", "交易会", "运动会", "博会", "交会", "高会", "奥会", "运会", "交會", "運會", "奧會")
_MARKS = "“”\"'‘’「」『』《》 \u3000\u00a0"
_WITHOUT_MARKS = str.maketrans("", "", _MARKS)
_THE_PARTY = Pattern("[共党黨]")
_CLAUSE_MARK = Pattern("[，。；、,;\n]")
_COUNTING = frozenset("一二三四五六七八九十百千")
_SENTENCE_END = Pattern(r"[。！？!?；;\n\r]")
_REACH = 80


@dataclass(frozen=True, slots=True)
class PlenumMention:
    """十八届四中全会; ``congress`` is None where its number is masked (xx届四中全会).

    ``session`` is the span of what numbers the plenum (四中全会), ``span`` that of the whole.
    """

    span: Span
    session: Span
    congress: int | None
    number: int


@dataclass(frozen=True, slots=True)
class CongressMention:
    """十八大, or 中国共产党第十八次全国代表大会."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """第16届“农高会”; ``years`` are those that the edition belongs to, of every event that goes by the name."""

    span: Span
    number: int
    name: str
    years: tuple[int, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class CampaignMention:
    """A campaign that is named."""

    span: Span
    campaign: Campaign


def plenum_mentions(document: Document) -> tuple[PlenumMention, ...]:
    """Return the plenums of the Central Committee that ``document`` names, in order."""
    prose = document.prose
    editions = document.get(_editions)
    return tuple(mention for match in editions if not match["event"] for mention in _plenums(prose, match))


def congress_mentions(document: Document) -> tuple[CongressMention, ...]:
    """Return the national congresses of the CPC, from the eleventh on, that ``document`` names."""
    prose = document.prose
    found = []
    for pattern, lead in ((_CONGRESS, 0), (_CONGRESS_IN_FULL, 1)):
        for match in pattern.finditer(prose):
            start = match.start() - 2 - lead
            number = value(prose[match.start() - 2 : match.start()])
            before = _CLAUSE_MARK.compiled.split(prose[max(0, start - 12) : start])[-1]
            if number and before[-1:] not in _COUNTING and not _OTHER_BODY.search(before):
                found.append(CongressMention(Span(start, match.end()), number))
    return tuple(sorted(found, key=lambda mention: mention.span))


def event_mentions(document: Document) -> tuple[EventMention, ...]:
    """Return the numbered events that ``document`` names and the table holds, in order."""
    mentions = (_event(document.prose, match) for match in document.get(_editions) if match["event"])
    return tuple(mention for mention in mentions if mention)


def campaign_mentions(document: Document) -> tuple[CampaignMention, ...]:
    """Return the campaigns that ``document`` names, in order."""
    found = []
    for campaign in campaigns():
        for form in campaign.forms:
            start = document.prose.find(form)
            while start >= 0:
                found.append(CampaignMention(Span(start, start + len(form)), campaign))
                start = document.prose.find(form, start + 1)
    return tuple(sorted(found, key=lambda mention: mention.span))


def sentence_around(prose: str, span: Span) -> Span:
    """Return the sentence that holds ``span``, as far as it lies within reach."""
    low, high = max(0, span.start - _REACH), min(len(prose), span.end + _REACH)
    starts = [match.end() for match in _SENTENCE_END.finditer(prose, low, span.start)]
    stop = _SENTENCE_END.search(prose, span.end, high)
    return Span(starts[-1] if starts else low, stop.start() if stop else high)


def dates_within(document: Document, span: Span) -> tuple[DateExpression, ...]:
    """Return the expressions of time that lie in ``span``, in order."""
    found = document.get(dates)
    first = last = bisect_left(found, span.start, key=lambda expression: expression.span.start)
    while last < len(found) and found[last].span.end <= span.end:
        last += 1
    return found[first:last]


def stated_years(expression: DateExpression) -> range | None:
    """Return the Gregorian years that ``expression`` writes: 2009—2012年 four, 民国102年 one, 去年 None.

    An open interval (2010年以来) counts from or to its only member.
    """
    if expression.year is None:
        return None
    days = [day for point in expression.points for day in (point.start, point.end) if day]
    return range(days[0].year, days[-1].year + 1) if days else None


def _editions(document: Document) -> tuple[re.Match[str], ...]:
    """Return every 届 with the plenum or the meeting that it counts."""
    found = [match for pattern in _EDITIONS for match in pattern.finditer(document.prose)]
    return tuple(sorted(found, key=lambda match: match.start()))


def _plenums(prose: str, match: re.Match[str]) -> Iterator[PlenumMention]:
    low = max(0, match.start() - 6)
    congress = _COMMITTEE_NUMBER.search(prose[low : match.start()])
    if congress is None:
        return
    start = low + congress.start()
    before = _CLAUSE_MARK.compiled.split(prose[max(0, start - 12) : start])[-1]
    if _OTHER_BODY.search(before) or (match["committee"] and not _THE_PARTY.search(before)):
        return
    first = match.start("numbers")
    numbers = list(_NUMBER.finditer(match["numbers"]))
    for number in numbers:
        stop = first + number.end()
        stop = match.end() if number is numbers[-1] else stop + (prose[stop] == "中")
        session = Span(first + number.start(), stop)
        yield PlenumMention(Span(start, match.end()), session, value(congress[1]) or None, value(number[0]) or 0)


def _event(prose: str, match: re.Match[str]) -> EventMention | None:
    name = match["event"].translate(_WITHOUT_MARKS)
    if not name.endswith(_EVENT_ENDINGS):
        return None
    before = _EVENT_NUMBER.search(prose[max(0, match.start() - 7) : match.start()])
    number = value(before[1]) if before else None
    rows = _series(name)
    if before is None or number is None or not rows:
        return None
    holding = [row for row in rows if row.years(number)]
    # 西博会 is the fair of Chengdu and that of Hangzhou: what one table doesn't hold can't be judged by the other.
    if {row.name for row in holding} != {row.name for row in rows}:
        return None
    years = tuple(sorted({year for row in holding for year in row.years(number)}))
    end = match.end()
    if end < len(prose) and prose[end] in "”’」』\"'" and any(mark in match[0] for mark in "“‘「『\"'"):
        end += 1
    weakest = max(holding, key=lambda row: row.certainty is Certainty.MEMORY)
    span = Span(match.start() - len(before[0]), end)
    return EventMention(span, number, name, years, weakest.certainty)


@functools.cache
def _series(name: str) -> tuple[EventSeries, ...]:
    return tuple(row for row in event_series() if name in row.forms)
