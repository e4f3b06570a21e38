"""Festivals and the lunar calendar: the tables are whole, and two libraries that compute them agree."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian import Check, Document, Severity
from gaojian_checks.dates._beside import BEGINNINGS, ENDINGS
from gaojian_checks.dates.era_mismatch import EraMismatch
from gaojian_checks.dates.lunar_festival_mismatch import LunarFestivalMismatch
from gaojian_checks.dates.sexagenary_mismatch import SexagenaryMismatch
from gaojian_checks.language.facts import Certainty
from gaojian_checks.language.festivals import festivals
from gaojian_checks.language.lunar import TERMS, animal, days_of, lunar_years, on, sexagenary_name

FIRST, LAST = 1900, 2100


def found(check: Check, text: str) -> list[tuple[str, Severity]]:
    document = Document("节日.txt", text)
    return [
        (text[slice(*finding.span)], check.severity if finding.severity is None else finding.severity)
        for finding in check.check(document)
    ]


def test_lunar_years_follow_each_other_without_a_gap() -> None:
    """The months of a year end on the day before the next New Year's Day, and a leap month is one month more."""
    rows = list(lunar_years().values())
    ends = [sum(length for *_, length in row.months()) for row in rows]

    assert [row.year for row in rows] == list(range(FIRST, LAST + 1))
    assert [row.new_year + timedelta(days) for row, days in zip(rows, ends, strict=True)][:-1] == [
        row.new_year for row in rows[1:]
    ]
    assert [row.year for row in rows if len(row.lengths) != 12 + bool(row.leap)] == []
    assert [row.year for row in rows if not date(row.year, 1, 21) <= row.new_year <= date(row.year, 2, 21)] == []


def test_solar_terms_are_two_weeks_apart() -> None:
    """Every year has its 24 terms in order, 14 to 16 days from one to the next."""
    days = [row.term(name) for row in lunar_years().values() for name in TERMS]

    assert [(a, b) for a, b in pairwise(days) if not 14 <= (b - a).days <= 16] == []


def test_a_library_computes_the_same_lunar_days() -> None:
    """New Year's Days, leap months, lengths of months and solar terms are those of tyme4py, where it is installed."""
    lunar = pytest.importorskip("tyme4py.lunar")
    solar = pytest.importorskip("tyme4py.solar")
    wrong = []
    for row in lunar_years().values():
        year = lunar.LunarYear.from_year(row.year)
        lengths = "".join("L" if month.get_day_count() == 30 else "S" for month in year.get_months())
        first = lunar.LunarDay.from_ymd(row.year, 1, 1).get_solar_day()
        terms = [solar.SolarTerm.from_index(row.year, number).get_solar_day() for number in range(1, 25)]
        computed = (
            date(first.get_year(), first.get_month(), first.get_day()),
            year.get_leap_month(),
            lengths,
            [date(each.get_year(), each.get_month(), each.get_day()) for each in terms],
        )
        if (row.new_year, row.leap, row.lengths, [row.term(name) for name in TERMS]) != computed:
            wrong.append(row.year)

    assert wrong == []


@pytest.mark.parametrize(
    ("day", "name", "year"),
    [
        (date(2013, 2, 9), "腊月廿九", 2012),
        (date(2013, 2, 10), "正月初一", 2013),
        (date(2013, 9, 19), "八月十五", 2013),
        (date(1995, 10, 9), "闰八月十五", 1995),
        (date(2033, 12, 22), "闰冬月初一", 2033),
        (date(2020, 1, 24), "腊月三十", 2019),
    ],
)
def test_a_day_has_its_place_in_the_lunar_calendar(day: date, name: str, year: int) -> None:
    """A date is a lunar day of a lunar year, and that day falls on the date again."""
    lunar = on(day)

    assert lunar is not None
    assert (lunar.name, lunar.year) == (name, year)
    assert day in days_of(lunar.month, lunar.day, day.year, is_leap=lunar.is_leap)


def test_the_table_says_nothing_beyond_its_years() -> None:
    """Before the New Year of 1900 and after 2101 there is no answer."""
    assert on(date(1900, 1, 30)) is None
    assert on(date(2101, 6, 1)) is None
    assert days_of(8, 15, 1890) == frozenset()
    assert festivals()["中秋节"].days(1890) == frozenset()


@pytest.mark.parametrize(
    ("form", "year", "expected"),
    [
        ("春节", 2013, {(2, 10)}),
        ("除夕", 2013, {(2, 9)}),
        ("除夕", 2012, {(1, 22)}),
        ("元宵", 2014, {(2, 14)}),
        ("端午", 2024, {(6, 10)}),
        ("中秋节", 2030, {(9, 12)}),
        ("腊八节", 2014, {(1, 8)}),
        ("小年", 2013, {(2, 3), (2, 4)}),
        ("清明", 2013, {(4, 4)}),
        ("冬至", 2021, {(12, 21)}),
        ("国庆", 2013, {(10, 1)}),
        ("母亲节", 2013, {(5, 12)}),
        ("父亲节", 2013, {(6, 16)}),
        ("助残日", 2013, {(5, 19)}),
    ],
)
def test_a_festival_falls_on_its_day(form: str, year: int, expected: set[tuple[int, int]]) -> None:
    """Lunar days, solar terms, fixed days and weekdays give the dates that calendars print."""
    assert {(day.month, day.day) for day in festivals()[form].days(year)} == expected


def test_clear_brightness_follows_the_rule_of_thumb() -> None:
    """From 2000 to 2099 清明 is on the day that a formula of the twenty-first century gives."""
    years = range(2000, 2100)
    expected = [int(year % 100 * 0.2422 + 4.81) - year % 100 // 4 for year in years]

    assert [day.day for year in years for day in festivals()["清明"].days(year)] == expected


def test_every_festival_has_one_rule_a_source_and_its_own_name() -> None:
    """A row says in one way when the festival is, and its name is among the forms."""
    rows = set(festivals().values())

    assert [row.name for row in rows if sum(map(bool, (row.lunar, row.solar, row.term, row.weekday))) != 1] == []
    assert [row.name for row in rows if not row.source or not isinstance(row.certainty, Certainty)] == []
    assert {row.name for row in rows if row.name not in festivals()} <= {"雨水", "霜降", "小雪", "大雪"}


def test_what_leads_to_the_table_fits_every_form_in_it() -> None:
    """The table is read only where a form may begin or end beside a date."""
    assert {form[:2] for form in festivals()} == BEGINNINGS
    assert {form[-1] for form in festivals()} - ENDINGS == set()


def test_years_of_the_cycle_have_their_names() -> None:
    """2013 is 癸巳, a year of the snake; 1984 begins a cycle."""
    assert [sexagenary_name(year) for year in (1911, 1949, 1978, 1984, 2013, 2024)] == [
        *("辛亥", "己丑", "戊午", "甲子", "癸巳", "甲辰"),
    ]
    assert [animal(year) for year in (2012, 2013, 2014, 1984)] == ["龙", "蛇", "马", "鼠"]


@given(
    st.sampled_from(["春节", "端午节", "中秋节", "重阳节", "清明节", "冬至"]),
    st.dates(date(1950, 1, 1), date(2056, 12, 31)),
)
def test_a_festival_is_wrong_exactly_when_the_table_says_so(name: str, day: date) -> None:
    """Whatever the day, it is reported as an error if and only if the festival is on another one."""
    written = f"{day.year}年{day.month}月{day.day}日"
    expected = [] if day in festivals()[name].days(day.year) else [(written, Severity.ERROR)]

    assert expected == found(LunarFestivalMismatch(), f"{written}（{name}）放假。")


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.integers(-40, 40))
def test_a_lunar_day_is_wrong_exactly_when_it_is_that_of_another_day(day: date, shift: int) -> None:
    """A day and its own lunar day agree; the lunar day of any other day near it does not."""
    other = on(day + timedelta(shift))
    own = on(day)
    assert other is not None
    assert own is not None
    certain = Severity.WARNING if own.certainty is Certainty.MEMORY else Severity.ERROR
    same = (other.month, other.day) == (own.month, own.day) and own.is_leap >= other.is_leap
    expected = [] if same else [(other.name, certain)]

    assert expected == found(LunarFestivalMismatch(), f"{day.year}年{day.month}月{day.day}日（农历{other.name}）开市。")


@given(st.integers(1000, 2999), st.integers(0, 59))
def test_a_sexagenary_year_is_wrong_exactly_when_it_is_that_of_another_year(year: int, shift: int) -> None:
    """The name of the year before is a warning, for January may belong to it; any other an error."""
    name = f"{sexagenary_name(year + shift)}年"
    severity = Severity.WARNING if shift == 59 else Severity.ERROR
    expected = [(name, severity)] if shift else []

    assert expected == found(SexagenaryMismatch(), f"{year}年（{name}）修志。")


@given(st.integers(1, 120), st.integers(-3, 3))
def test_a_year_of_the_republic_is_wrong_exactly_when_it_is_another_year(number: int, shift: int) -> None:
    """The Republic counts from 1912."""
    year = number + 1911 + shift
    expected = [(f"{year}年", Severity.WARNING)] if shift else []

    assert expected == found(EraMismatch(), f"民國{number}年（{year}年）修正。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1930年中秋节（10月7日）。", [("10月7日", Severity.WARNING)]),
        ("1930年10月7日中秋节。", [("1930年10月7日", Severity.WARNING)]),
        ("2013年9月11日教师节。", [("2013年9月11日", Severity.WARNING)]),
        ("2013年5月13日母亲节。", [("2013年5月13日", Severity.WARNING)]),
        ("2200年10月7日中秋节。", []),
        ("9月20日中秋节。", []),
        ("11月20日中秋节。", [("11月20日", Severity.WARNING)]),
        ("2012年除夕（2月9日）。", []),
        ("2012年除夕（2月8日）。", [("2月8日", Severity.WARNING)]),
    ],
)
def test_what_is_less_sure_is_a_warning_or_nothing(text: str, expected: list[tuple[str, Severity]]) -> None:
    """Unverified years, fixed festivals and years out of the context warn; no table and no year say nothing."""
    assert expected == found(LunarFestivalMismatch(), text)
