"""What a masked number of a session or a plan can be: what is near the year of the document, else the latest."""

from bisect import bisect_right
from datetime import date

from gaojian import Document, Edit, Fix, NamedTuple, Pattern, Safety, Span, Text
from gaojian_checks.language.anchors import horizon
from gaojian_checks.language.facts import Certainty, five_year_plans, plenums
from gaojian_checks.language.fitting import Window, fitting_plenums, fitting_sessions, is_beyond, writing_window
from gaojian_checks.language.numerals import value
from gaojian_checks.language.session_names import han, plenum_name, session_name
from gaojian_checks.language.sessions import session_mentions

_PLENUM = Pattern("[ \u3000]?[届屆]([一二三四五六七])中全[会會]")
_MASKED_PLENUM = Pattern("中全[会會]")
_COMMITTEE = Pattern("[一二三四五六七八九十]{1,3}(?=[届屆]$)")
_LOCAL = frozenset("委省市县縣区區")
_HAN = "一二三四五六七八九十"
# 三中全会以来 is mostly that of 1978, whatever the year of the document.
_LATER = ("以来", "以來", "以后", "以後")
_SHOWN = 4
_NOTHING = Text("", "")


class Candidate(NamedTuple):
    """A session that fits: its name, when it was held, and the numeral that is masked."""

    name: Text
    held: str
    numeral: str
    is_certain: bool


def candidates(document: Document, span: Span) -> tuple[Text, Fix | None]:
    """Return what to add to the message on the mask at ``span``, and its fix where one session alone can be meant."""
    prose = document.prose
    plenum = _PLENUM.match(prose, span.end)
    if plenum and prose[max(0, span.start - 1) : span.start] in _LOCAL:
        return _NOTHING, None
    window = document.get(writing_window)
    found = _fitting(document, span, window) if window else ()
    if window and found and not prose.startswith(_LATER, plenum.end() if plenum else span.end + 3):
        return _fit(document, window, found), _fix(span, found)
    return (_latest(plenum[1]) if plenum else _NOTHING), None


def _fitting(document: Document, span: Span, window: Window) -> tuple[Candidate, ...]:
    """Return the sessions by that name in ``window`` whose number begins as far as it is written."""
    prose = document.prose
    before = prose[max(0, span.start - 2) : span.start]
    written = before[len(before.rstrip(_HAN)) :]
    found = [*_plenums(prose, span, window), *_sessions(document, span, window), *_plans(prose, span, window)]
    known = document.get(horizon)
    latest = known.day if known else date(window.last, 12, 31)
    return tuple(
        candidate._replace(numeral=candidate.numeral.removeprefix(written))
        for candidate in found
        if candidate.numeral.startswith(written)
        and candidate.numeral != written
        and candidate.held <= f"{latest:%Y-%m}"
    )


def _plenums(prose: str, span: Span, window: Window) -> list[Candidate]:
    if is_beyond(window):
        return []
    match = _PLENUM.match(prose, span.end)
    committee = _COMMITTEE.search(prose, max(0, span.start - 4), span.start)
    if match:
        number = value(match[1])
        return [_plenum(*row[:3], row.certainty, han(row.congress)) for row in fitting_plenums(window, None, number)]
    if committee and _MASKED_PLENUM.match(prose, span.end):
        rows = fitting_plenums(window, value(committee[0]), None)
        return [_plenum(*row[:3], row.certainty, han(row.number)) for row in rows]
    return []


def _plenum(congress: int, number: int, start: date, certainty: Certainty, numeral: str) -> Candidate:
    name = plenum_name(congress, number)
    return Candidate(name, f"{start:%Y-%m}", numeral, certainty is not Certainty.MEMORY)


def _sessions(document: Document, span: Span, window: Window) -> list[Candidate]:
    mentions = document.get(session_mentions)
    place = bisect_right(mentions, span.start, key=lambda mention: mention.span.start) - 1
    mention = mentions[place] if place >= 0 and span.start < mentions[place].span.end else None
    if mention is None or (mention.congress is None and mention.number is None):
        return []
    is_term = span.start < mention.term.end
    rows = fitting_sessions(window, mention.body, mention.congress, mention.number)
    return [
        Candidate(
            session_name(term.body, term.congress, number),
            str(term.year(number)),
            han(term.congress if is_term else number),
            term.certainty is not Certainty.MEMORY,
        )
        for term, number in rows
    ]


def _plans(prose: str, span: Span, window: Window) -> list[Candidate]:
    """Return the five-year plans of those years; a text may as well look back or ahead, so none is certain."""
    if prose[span.end : span.end + 1] != "五":
        return []
    rows = [row for row in five_year_plans().values() if row.start <= window.last and row.end >= window.first]
    names = [(Text(f"“{row.name}”", f"plan {row.name}"), row) for row in rows]
    return [Candidate(name, f"{row.start}—{row.end}", row.name[:-1], is_certain=False) for name, row in names]


def _fit(document: Document, window: Window, found: tuple[Candidate, ...]) -> Text:
    line = document.line_number(window.span.start)
    written = document.text[slice(*window.span)]
    zh = "或".join(f"{candidate.name.zh}（{candidate.held}）" for candidate in found)
    en = " or ".join(f"{candidate.name.en} ({candidate.held})" for candidate in found)
    return Text(f"；按“{written}”（第{line}行）应是{zh}", f"; by {written} (line {line}) it should be {en}")


def _fix(span: Span, found: tuple[Candidate, ...]) -> Fix | None:
    if len(found) > 1 or not found[0].is_certain:
        return None
    title = Text(f"补为{found[0].name.zh}", f"write {found[0].name.en}")
    return Fix(title, (Edit(span, found[0].numeral),), Safety.UNSAFE)


def _latest(number: str) -> Text:
    """Return the latest plenums of that number."""
    rows = [row for row in plenums().values() if row.number == value(number)][-_SHOWN:]
    zh = "、".join(f"{row.congress}届（{row.start.year}年）" for row in rows)
    en = ", ".join(f"{row.congress} ({row.start.year})" for row in rows)
    return Text(f"；历次{number}中全会：{zh}", f"; plenums of that number: {en}")
