"""Mentions of dated facts: plenums, numbered events and campaigns, found once for all checks."""

import functools
import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import clues
from gaojian_checks.language.facts import Campaign, Certainty, EventSeries, campaigns, event_series
from gaojian_checks.language.numerals import value

_HAN = "一二三四五六七八九十"
_FIGURES = "0123456789"
_MASKS = "xX×ＸｘNn某○*＊※_＿?？"
# 届 comes first: it is rare, and what it counts follows it. What is no number is sorted out in Python, for classes of
# many Han characters take longer to compile than most documents to read.
_PLENUM = Pattern(r"(中央委.[会會]第)?(.{1,24}?)(次全[体體][会會][议議]|中全[会會])")
_WITHIN_EVENT = 27
_STOPS = frozenset("\n\r，。；：、,;届屆")
_LIST_JOINTS = Pattern("中?[、和及与]")
_MOST_PLENUMS = 6
# Only texts that name the party are looked through; 十一大类, 十八大员 count something else.
_CONGRESS = Pattern("大(?:(?<=二十大)|(?<=十.大))")
_OTHER_NOUNS = frozenset("类類件项項型家队员城街院户会會")
_CONGRESS_IN_FULL = Pattern("次全国代表大会", "次")
_CONGRESSES = frozenset(("二十", *(f"十{digit}" for digit in "一二三四五六七八九")))
# The Youth League, the other parties and parties abroad hold plenums with numbers of their own.
_OTHER_BODIES = (
    *(
        "团",
        "團",
        "妇女",
        "工会",
        "作协",
        "文联",
        "民革",
        "民盟",
        "民建",
        "民进",
        "民進",
        "民主",
        "农工",
        "農工",
        "致公",
        "九三",
    ),
    *(
        "台盟",
        "工商联",
        "国民党",
        "國民党",
        "国民黨",
        "國民黨",
        "越共",
        "越南",
        "老挝",
        "古巴",
        "朝鲜",
        "朝鮮",
        "劳动党",
        "苏共",
        "联共",
        "日共",
    ),
)
_EVENT_ENDINGS = ("博览会", "交易会", "运动会", "博会", "交会", "高会", "奥会", "运会", "交會", "運會", "奧會")
_MARKS = "“”\"'‘’「」『』《》 \u3000\u00a0"
_WITHOUT_MARKS = str.maketrans("", "", _MARKS)
_CLAUSE_MARKS = "，。；、,;\n"
_COUNTING = frozenset("一二三四五六七八九十百千")


class PlenumMention(NamedTuple):
    """十八届四中全会; ``congress`` is None where its number is masked (xx届四中全会).

    ``session`` is the span of what numbers the plenum (四中全会), ``span`` that of the whole.
    """

    span: Span
    session: Span
    congress: int | None
    number: int


class CongressMention(NamedTuple):
    """十八大, or 中国共产党第十八次全国代表大会."""

    span: Span
    number: int


class EventMention(NamedTuple):
    """第16届“农高会”; ``years`` are those that the edition belongs to, of every event that goes by the name."""

    span: Span
    number: int
    name: str
    years: tuple[int, ...]
    certainty: Certainty


class CampaignMention(NamedTuple):
    """A campaign that is named."""

    span: Span
    campaign: Campaign


def plenum_mentions(document: Document) -> tuple[PlenumMention, ...]:
    """Return the plenums of the Central Committee that ``document`` names, in order."""
    found = document.get(editions)
    if not found:
        return ()
    prose = document.prose
    matches = [(start, _PLENUM.match(prose, start)) for start in found]
    return tuple([mention for start, match in matches if match for mention in _plenums(prose, start, match)])


def congress_mentions(document: Document) -> tuple[CongressMention, ...]:
    """Return the national congresses of the CPC, from the eleventh on, that ``document`` names."""
    prose = document.prose
    if "党" not in prose and "黨" not in prose:
        return ()
    found = []
    for pattern, lead in ((_CONGRESS, 0), (_CONGRESS_IN_FULL, 1)):
        for match in pattern.finditer(prose):
            start = match.start() - 2 - lead
            written = prose[max(0, start + lead) : match.start()]
            if written not in _CONGRESSES or prose[start : start + lead] != "第" * lead:
                continue
            before = _clause_before(prose, start)
            is_other = not lead and prose[match.end() : match.end() + 1] in _OTHER_NOUNS
            if not is_other and before[-1:] not in _COUNTING and not names_other_body(before):
                found.append(CongressMention(Span(start, match.end()), value(written) or 0))
    return tuple(sorted(found))


def event_mentions(document: Document) -> tuple[EventMention, ...]:
    """Return the numbered events that ``document`` names and the table holds, in order."""
    found = document.get(editions)
    if not found:
        return ()
    prose = document.prose
    mentions = (_event(prose, start) for start in found)
    return tuple([mention for mention in mentions if mention])


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


def editions(document: Document) -> tuple[int, ...]:
    """Return where the words after every 届 begin; an analysis, to be called through ``document.get``."""
    found = document.get(clues)
    return tuple(sorted([at + 1 for edition in "届屆" for at in found.of(edition)]))


def _clause_before(prose: str, end: int) -> str:
    """Return up to twelve characters before ``end`` that belong to the same clause."""
    before = prose[max(0, end - 12) : end]
    return before[max(map(before.rfind, _CLAUSE_MARKS)) + 1 :]


def names_other_body(clause: str) -> bool:
    """Return whether ``clause`` names a party or league that holds congresses and anniversaries of its own."""
    return any(body in clause for body in _OTHER_BODIES)


def _plenums(prose: str, start: int, match: re.Match[str]) -> Iterator[PlenumMention]:
    committee, listed, noun = match.groups()
    numbers = _numbers(listed)
    found = _committee_number(prose, start - 1)
    if not numbers or found is None or (noun[0] == "次") is (committee is None):
        return
    start, written = found
    before = _clause_before(prose, start)
    if names_other_body(before) or (committee and not any(party in before for party in "共党黨")):
        return
    first = match.start(2)
    for place, number in numbers:
        stop = first + place + len(number)
        stop = match.end() if stop == match.end(2) else stop + (prose[stop] == "中")
        session = Span(first + place, stop)
        yield PlenumMention(Span(start, match.end()), session, value(written) or None, value(number) or 0)


def _numbers(listed: str) -> list[tuple[int, str]]:
    """Return the numbers of 三中、四中、五 with their places; none where anything else is among them."""
    numbers, start = [], 0
    for joint in _LIST_JOINTS.finditer(listed):
        numbers.append((start, listed[start : joint.start()]))
        start = joint.end()
    numbers.append((start, listed[start:]))
    fits = all(0 < len(number) <= 2 and not number.strip(_HAN) for _, number in numbers)
    return numbers if fits and len(numbers) <= _MOST_PLENUMS else []


def _committee_number(prose: str, end: int) -> tuple[int, str] | None:
    """Return the number, or its mask, before the 届 at ``end``, with its place, a 第 before it included."""
    before = prose[max(0, end - 6) : end]
    number = _ending(before, _HAN, 3) or _ending(before, _FIGURES, 2) or _ending(before, _MASKS, 4)
    if not number and not before.endswith("党的"):
        return None
    stem = before[: len(before) - len(number)]
    if number and number[0] in _MASKS and stem.endswith("十"):
        stem, number = stem[:-1], "十" + number
    return end - len(number) - (stem.endswith("第") and number != ""), number


def _ending(text: str, characters: str, longest: int) -> str:
    """Return up to ``longest`` of ``characters`` that ``text`` ends with."""
    return text[max(len(text.rstrip(characters)), len(text) - longest) :]


def _event(prose: str, start: int) -> EventMention | None:
    """Return the event whose name begins at ``start``, after its 届."""
    told = prose[start : start + _WITHIN_EVENT]
    end = min([place for place in map(told.find, "会會") if place >= 0], default=-1) + 1
    written = told[:end]
    if not end or not _STOPS.isdisjoint(written):
        return None
    name = written.translate(_WITHOUT_MARKS)
    if not name.endswith(_EVENT_ENDINGS):
        return None
    before = prose[max(0, start - 8) : start - 1]
    figure = _ending(before, _HAN, 5) or _ending(before, _FIGURES, 3)
    number, rows = value(figure), _series(name)
    if number is None or not rows:
        return None
    holding = [row for row in rows if row.years(number)]
    # 西博会 is the fair of Chengdu and that of Hangzhou: what one table doesn't hold can't be judged by the other.
    if {row.name for row in holding} != {row.name for row in rows}:
        return None
    years = tuple(sorted({year for row in holding for year in row.years(number)}))
    end += start
    if end < len(prose) and prose[end] in "”’」』\"'" and any(mark in written for mark in "“‘「『\"'"):
        end += 1
    weakest = max(holding, key=lambda row: row.certainty is Certainty.MEMORY)
    first = start - 1 - len(figure) - before.removesuffix(figure).endswith("第")
    return EventMention(Span(first, end), number, name, years, weakest.certainty)


@functools.cache
def _series(name: str) -> tuple[EventSeries, ...]:
    return tuple(row for row in event_series() if name in row.forms)
