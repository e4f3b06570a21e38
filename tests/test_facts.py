"""The fact tables: every row is whole, in order, and says where it comes from."""

from datetime import date
from itertools import pairwise

import pytest

from gaojian import Severity
from gaojian_checks.language.facts import (
    Certainty,
    Congress,
    Plenum,
    campaigns,
    cap,
    congresses,
    event_series,
    five_year_plans,
    npc_sessions,
    plenums,
)
from gaojian_checks.language.phrase_facts import agencies, anniversaries, slogans
from gaojian_checks.language.session_facts import local_congresses, terms, turns

ROWS = [
    *congresses().values(),
    *plenums().values(),
    *five_year_plans().values(),
    *event_series(),
    *campaigns(),
    *terms().values(),
    *local_congresses(),
    *turns(),
    *dict.fromkeys(anniversaries().values()),
    *slogans(),
    *agencies(),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(map(str, row[:2])))
def test_every_row_has_a_source_and_a_certainty(row: tuple[object, ...]) -> None:
    """No fact stands without its origin."""
    *_, certainty, source = row

    assert isinstance(certainty, Certainty)
    assert isinstance(source, str)
    assert source.strip()


def test_dates_run_from_start_to_end() -> None:
    """Nothing ends before it begins, and a meeting lasts less than four months."""
    meetings: list[Congress | Plenum] = [*congresses().values(), *plenums().values()]
    wrong = [row for row in meetings if not 0 <= (row.end - row.start).days < 120]
    wrong_campaigns = [row for row in campaigns() if row.end and row.end < row.start]

    assert wrong == []
    assert wrong_campaigns == []


def test_congresses_follow_each_other() -> None:
    """Numbers have no gap and each congress opens after the one before has closed."""
    rows = list(congresses().values())

    assert list(range(1, len(rows) + 1)) == [row.number for row in rows]
    assert [(a.number, b.number) for a, b in pairwise(rows) if a.end >= b.start] == []


def test_plenums_lie_within_the_term_of_their_congress() -> None:
    """A Central Committee meets after the congress that elected it has closed and before the next one opens."""
    wrong = []
    for plenum in plenums().values():
        following = congresses().get(plenum.congress + 1)
        if plenum.start <= congresses()[plenum.congress].end or (following and plenum.end >= following.start):
            wrong.append(plenum)

    assert wrong == []


def test_plenums_of_a_committee_are_numbered_in_order_of_time() -> None:
    """Numbers begin at 1, have no gap, and rise with the dates."""
    for congress in {plenum.congress for plenum in plenums().values()}:
        rows = [plenum for plenum in plenums().values() if plenum.congress == congress]

        assert list(range(1, len(rows) + 1)) == [plenum.number for plenum in rows]
        assert [(a, b) for a, b in pairwise(rows) if a.end >= b.start] == []


def test_five_year_plans_last_five_years() -> None:
    """From the third on one plan follows the other without a gap; plans are called 规划 from the eleventh on."""
    rows = list(five_year_plans().values())

    assert [plan.name for plan in rows if plan.end - plan.start != 4] == []
    assert [b.name for a, b in pairwise(rows[2:]) if b.start != a.end + 1] == []
    assert [plan.noun for plan in rows] == ["计划"] * 10 + ["规划"] * 5


def test_editions_of_an_event_rise_with_the_years() -> None:
    """Rows of one event continue each other: a later edition is never in an earlier year."""
    for name in {series.name for series in event_series()}:
        rows = [series for series in event_series() if series.name == name]
        numbers = [number for row in rows for number in range(row.first_number, row.last_number + 1)]
        years = [min(row.years(number)) for row in rows for number in range(row.first_number, row.last_number + 1)]

        assert sorted(set(numbers)) == numbers
        assert sorted(years) == years


@pytest.mark.parametrize(
    ("form", "number", "years"),
    [
        ("杨凌农高会", 16, {2009}),
        ("中国西部国际博览会", 10, {2009}),
        ("广交会", 100, {2006}),
        ("广交会", 127, {2020}),
        ("奥运会", 29, {2008}),
        ("奥运会", 32, {2020, 2021}),
        ("冬奥会", 24, {2022}),
        ("全运会", 12, {2013}),
        ("进博会", 1, {2018}),
        ("东盟博览会", 99, set()),
    ],
)
def test_known_editions_fall_in_their_years(form: str, number: int, years: set[int]) -> None:
    """The rule of a row gives the years that are known, and nothing beyond the table."""
    found = {year for series in event_series() if form in series.forms for year in series.years(number)}

    assert years == found


def test_known_plenums_stand_in_the_table() -> None:
    """The fourth plenums of the 17th and 18th committees are five years apart."""
    assert date(2009, 9, 15) == plenums()[17, 4].start
    assert date(2014, 10, 23) == plenums()[18, 4].end


def test_terms_of_the_congress_and_the_conference_last_five_years() -> None:
    """Both bodies have the same terms, each five years after the one before, and at most five sessions."""
    for body in ("全国人大", "全国政协"):
        rows = [term for (name, _), term in terms().items() if name == body]

        assert [(5 + place, 1978 + 5 * place) for place in range(10)] == [
            (row.congress, row.first_year) for row in rows
        ]
        assert [row.sessions for row in rows] == [5] * 9 + [3]


def test_the_standing_committee_meets_within_its_term() -> None:
    """Two tables that were made apart agree: its sessions fall between the first sessions of two congresses."""
    wrong = [
        row
        for row in npc_sessions().values()
        if not 0 <= row.adopted.year - terms()["全国人大", row.congress].first_year <= 5
    ]

    assert wrong == []


def test_phrases_are_no_younger_than_the_reports_that_have_them() -> None:
    """The month since when a phrase is in use is not after the year of the earliest dated report with it."""
    earliest = {row.name: int(row.source[-4:]) for row in slogans() if row.source[-4:].isdigit()}

    assert len(earliest) > 15
    assert [row.name for row in slogans() if row.since.year > earliest.get(row.name, 9999)] == []


def test_former_names_end_before_their_successors_do() -> None:
    """A name that is given as the successor of another ended later than that."""
    until = {form: row.until for row in agencies() for form in row.forms}

    assert [row.name for row in agencies() if until.get(row.successor, date.max) <= row.until] == []


def test_what_is_known_from_memory_is_at_most_a_warning() -> None:
    """The certainty of a row caps the severity of a finding that rests on it."""
    assert cap(Severity.ERROR, Certainty.MEMORY) == Severity.WARNING
    assert cap(Severity.NOTE, Certainty.MEMORY) == Severity.NOTE
    assert cap(Severity.ERROR, Certainty.VERIFIED) == Severity.ERROR
