"""What contradicts a plenum of a local committee: its term, or how many plenums there can have been."""

from datetime import date, timedelta
from math import ceil

from gaojian import Document, Finding, Severity, Span, Text
from gaojian_checks.chronology._meetings import Meeting, contradiction
from gaojian_checks.language.facts import Certainty, authority
from gaojian_checks.language.local_meetings import LocalMention
from gaojian_checks.language.local_table import LocalTable
from gaojian_checks.language.passages import sentence_around
from gaojian_checks.language.period import Period, period
from gaojian_checks.language.session_facts import LocalCongress, LocalPlenum, turns
from gaojian_checks.language.session_names import han

_ELSEWHEN = ("以来", "以來", "曾", "回顾", "巩固", "历次", "早在", "当年", "时任")
_MOST_A_YEAR, _YEARS_OF_A_TERM = 3, 5
_YEAR, _SITTING = timedelta(days=366), timedelta(days=3)


def by_table(document: Document, mention: LocalMention, committee: str, table: LocalTable) -> Finding | None:
    """Return the finding where the congresses and plenums of ``committee`` contradict ``mention``."""
    congress = mention.congress
    own, following = table.congresses.get((committee, congress)), table.congresses.get((committee, congress + 1))
    dated = table.plenums.get((committee, congress, mention.number))
    if not (own or following or dated):
        return None
    span = _with_place(mention, committee)
    meeting = _held(mention, dated) if dated else _meeting(mention, committee, own, following)
    verdict = contradiction(document, span, meeting)
    if verdict:
        return Finding(span, verdict.message, severity=Severity.WARNING)
    told = document.get(period)
    if told is None or following is None or date(told.first, 1, 1) <= following.start or _is_remembered(document, span):
        return None
    evidence, source = told.evidence(document), authority(following.certainty)
    message = Text(
        f"{committee}第{han(following.number)}届由{following.start}召开的党代会产生（{source.zh}），与{evidence.zh}不符："
        f"这以后没有{meeting.name.zh}；请核对届次和年份",
        f"{committee} of number {following.number} was elected by the congress of {following.start} ({source.en}): "
        f"no plenum of number {mention.congress} since; against {evidence.en}",
    )
    return Finding(span, message)


def by_count(document: Document, mention: LocalMention) -> Finding | None:
    """Return a note where the committee elected at the usual time can hardly have held so many plenums."""
    told = document.get(period)
    turn = next((turn for turn in reversed(turns()) if told and turn.last.year < told.first), None)
    if told is None or turn is None or told.last > turn.last.year + _YEARS_OF_A_TERM - 1:
        return None
    years = (date(told.last, 12, 31) - turn.first).days / _YEAR.days
    most = ceil(_MOST_A_YEAR * years)
    if mention.number <= most or _is_remembered(document, mention.span):
        return None
    return Finding(mention.span, _too_many(document, mention, told, turn.first, most), severity=Severity.NOTE)


def _too_many(document: Document, mention: LocalMention, told: Period, since: date, most: int) -> Text:
    evidence, source = told.evidence(document), authority(Certainty.MEMORY)
    return Text(
        f"地方党委在{since:%Y-%m}以后换届（{source.zh}），每年开三次全会，到{told.last}年底也只有{most}次，开不到{han(mention.number)}次，"
        f"与{evidence.zh}不符；请核对是不是旧稿的内容（本地换届时间不同，或者一年开三次以上的，不算错）",
        f"local committees were elected anew after {since:%Y-%m} ({source.en}); with three plenums a year none was at "
        f"number {mention.number} by {told.last} ({evidence.en}), unless this one had another term or met more often",
    )


def _with_place(mention: LocalMention, committee: str) -> Span:
    """Return the span of ``mention`` with the name of the place, where that stands before it."""
    place = committee[: committee.rindex(mention.level)]
    return Span(mention.span.start - (len(place) if mention.place.endswith(place) else 0), mention.span.end)


def _held(mention: LocalMention, row: LocalPlenum) -> Meeting:
    day = row.start.isoformat()
    return Meeting(
        _name(mention, row.committee), row.start, row.start + _SITTING, Text(day, f"on {day}"), row.certainty
    )


def _name(mention: LocalMention, committee: str) -> Text:
    return Text(
        f"{committee}{han(mention.congress)}届{han(mention.number)}次全会",
        f"plenum {mention.number} of {committee} of number {mention.congress}",
    )


def _meeting(
    mention: LocalMention, committee: str, own: LocalCongress | None, following: LocalCongress | None
) -> Meeting:
    start, end = own.start if own else date.min, following.start if following else date.max
    bounds = [(own, "以后", "after"), (following, "以前", "before")]
    days = Text(
        "、".join(f"{row.start}{zh}" for row, zh, _ in bounds if row),
        " and ".join(f"{en} {row.start}" for row, _, en in bounds if row),
    )
    certainties = [row.certainty for row in (own, following) if row]
    weakest = Certainty.MEMORY if Certainty.MEMORY in certainties else certainties[0]
    return Meeting(_name(mention, committee), start, end, days, weakest)


def _is_remembered(document: Document, span: Span) -> bool:
    sentence = sentence_around(document.prose, span)
    words = document.prose[slice(*sentence)]
    return any(word in words for word in _ELSEWHEN)
