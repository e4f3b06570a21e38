"""The dates of a document against its own date and the facts it names, for those who look at them on a page."""

from collections.abc import Iterator
from datetime import date

from gaojian import Document, Moment, Role, Span, Text
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.dates import dates
from gaojian_checks.language.facts import Certainty, authority, congresses, five_year_plans, plenums
from gaojian_checks.language.mentions import campaign_mentions, congress_mentions, event_mentions, plenum_mentions
from gaojian_checks.language.title_years import title_years

_OPENINGS = ("“", "‘", "「", "『", '"')
_NUMERALS = tuple("一二三四五六七八九十百千")
_CALLED = ("规划", "規劃", "计划", "計劃", "期间", "期間", "时期", "時期", "末")


def chronicle(document: Document) -> Iterator[Moment]:
    """Yield the times that ``document`` is of, those that it states, and those of the dated facts that it names."""
    own = list(_own(document))
    yield from own
    yield from _known(document)
    for expression in document.get(dates):
        first, last = expression.start or expression.end, expression.end or expression.start
        if first and last and first <= last and not any(_meet(expression.span, moment.span) for moment in own):
            written = document.text[expression.span.start : expression.span.end]
            yield Moment(expression.span, first, last, Text(written, written), Role.STATED)


def _own(document: Document) -> Iterator[Moment]:
    signed, published = document.get(signature), document.get(publication)
    if signed:
        yield Moment(signed.span, signed.day, signed.day, Text("成文日期", "signed"), Role.OWN)
    if published and published != signed:
        yield Moment(published.span, published.day, published.day, Text("发布日期", "published"), Role.OWN)
    titled = document.get(title_years)
    if titled:
        first, last = date(min(titled.years), 1, 1), date(max(titled.years), 12, 31)
        yield Moment(titled.span, first, last, Text("标题的年份", "year in the title"), Role.OWN)


def _known(document: Document) -> Iterator[Moment]:
    for event in document.get(event_mentions):
        label = _labelled(f"第{event.number}届{event.name}", event.certainty)
        yield Moment(event.span, date(event.years[0], 1, 1), date(event.years[-1], 12, 31), label, Role.KNOWN)
    for plenum in document.get(plenum_mentions):
        known = plenums().get((plenum.congress or 0, plenum.number))
        if known:
            label = _labelled(document.text[plenum.span.start : plenum.span.end], known.certainty)
            yield Moment(plenum.span, known.start, known.end, label, Role.KNOWN)
    for congress in congress_mentions(document):
        row = congresses().get(congress.number)
        if row:
            label = _labelled(document.text[congress.span.start : congress.span.end], row.certainty)
            yield Moment(congress.span, row.start, row.end, label, Role.KNOWN)
    for mention in document.get(campaign_mentions):
        campaign = mention.campaign
        label = _labelled(campaign.name, campaign.certainty)
        yield Moment(mention.span, campaign.start, campaign.end or campaign.start, label, Role.KNOWN)
    yield from _plans(document)


def _plans(document: Document) -> Iterator[Moment]:
    """Yield the years of every five-year plan, at its first mention."""
    for name, plan in five_year_plans().items():
        place = document.prose.find(name)
        # 三五 is part of 十三五, and 十五 counts anything; a plan is quoted, or called one.
        while place >= 0:
            end = place + len(name)
            before = document.prose[max(0, place - 1) : place]
            if before in _OPENINGS or (before not in _NUMERALS and document.prose.startswith(_CALLED, end)):
                label = _labelled(f"“{name}”", plan.certainty)
                yield Moment(Span(place, end), date(plan.start, 1, 1), date(plan.end, 12, 31), label, Role.KNOWN)
                break
            place = document.prose.find(name, end)


def _labelled(name: str, certainty: Certainty) -> Text:
    source = authority(certainty)
    return Text(f"{name}（{source.zh}）", f"{name} ({source.en})")


def _meet(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
