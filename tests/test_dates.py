"""Dates: what is found, what it means, and what the checks on dates make of it."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gaojian import Check, Document, Span
from gaojian_checks.dates.impossible_date import ImpossibleDate
from gaojian_checks.dates.inconsistent_date_style import InconsistentDateStyle
from gaojian_checks.dates.reversed_range import ReversedRange
from gaojian_checks.dates.weekday_mismatch import WeekdayMismatch
from gaojian_checks.language import calendar
from gaojian_checks.language.anchors import signature
from gaojian_checks.language.dates import DateExpression, Kind, NumeralStyle, dates

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "dirty" / "lookalikes_public.jsonl"
HAN = "〇一二三四五六七八九"
Day = tuple[int, int, int]


def document_of(text: str) -> Document:
    return Document("日期.txt", text)


def read(text: str) -> list[tuple[str, Kind, Day | None, Day | None]]:
    document = document_of(text)
    return [(text[slice(*each.span)], each.kind, parts(each.start), parts(each.end)) for each in document.get(dates)]


def parts(day: date | None) -> Day | None:
    return (day.year, day.month, day.day) if day else None


def only(text: str) -> DateExpression:
    (expression,) = document_of(text).get(dates)
    return expression


def found(check: Check, text: str) -> list[str]:
    return [text[slice(*finding.span)] for finding in check.check(document_of(text))]


def in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    return {0: "", 1: "十"}.get(tens, HAN[tens] + "十") + (HAN[ones] if ones else "")


def in_han(day: date) -> str:
    return f"{''.join(HAN[int(digit)] for digit in str(day.year))}年{in_words(day.month)}月{in_words(day.day)}日"


def in_fullwidth(text: str) -> str:
    return text.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})


def writings(day: date) -> Iterable[str]:
    year, month, number = day.year, day.month, day.day
    yield f"{year}年{month}月{number}日"
    yield f"{year}年{month:02}月{number:02}日"
    yield f"{year} 年 {month} 月 {number} 日"
    yield f"{year}年{month}月{number}号"
    yield in_han(day)
    yield in_fullwidth(f"{year}年{month}月{number}日")
    yield f"{year}-{month:02}-{number:02}"
    yield f"{year}/{month}/{number}"
    yield f"{year}.{month}.{number}"


any_day = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@settings(deadline=None)
@given(any_day)
def test_a_full_date_in_any_writing_is_that_day(day: date) -> None:
    """Figures, blanks, strokes, dots, full-width and Chinese numerals all mean the same day, with exact spans."""
    for written in writings(day):
        expected = [(written, Kind.FULL_DATE, parts(day), parts(day))]

        assert expected == read(f"会议定于{written}召开。")


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2013年3月", Kind.YEAR_MONTH, (2013, 3, 1), (2013, 3, 31)),
        ("2012年2月下旬", Kind.TEN_DAYS, (2012, 2, 21), (2012, 2, 29)),
        ("2013年3月中旬", Kind.TEN_DAYS, (2013, 3, 11), (2013, 3, 20)),
        ("2013年4月底", Kind.YEAR_MONTH, (2013, 4, 21), (2013, 4, 30)),
        ("2013年底", Kind.YEAR, (2013, 12, 1), (2013, 12, 31)),
        ("2013年", Kind.YEAR, (2013, 1, 1), (2013, 12, 31)),
        ("2013年度", Kind.FISCAL_YEAR, (2013, 1, 1), (2013, 12, 31)),
        ("2013财年", Kind.FISCAL_YEAR, (2013, 1, 1), (2013, 12, 31)),
        ("2013学年", Kind.SCHOOL_YEAR, (2013, 9, 1), (2014, 8, 31)),
        ("2012—2013学年度", Kind.SCHOOL_YEAR, (2012, 9, 1), (2013, 8, 31)),
        ("2013年秋季学期", Kind.SCHOOL_YEAR, (2013, 9, 1), (2014, 1, 31)),
        ("2013年第一季度", Kind.QUARTER, (2013, 1, 1), (2013, 3, 31)),
        ("2013年第二季", Kind.QUARTER, (2013, 4, 1), (2013, 6, 30)),
        ("2013年前三季度", Kind.QUARTER, (2013, 1, 1), (2013, 9, 30)),
        ("2013年下半年", Kind.HALF_YEAR, (2013, 7, 1), (2013, 12, 31)),
        ("20世纪80年代", Kind.DECADE, (1980, 1, 1), (1989, 12, 31)),
        ("二十一世纪二十年代", Kind.DECADE, (2020, 1, 1), (2029, 12, 31)),
        ("90年代末", Kind.DECADE, (1990, 1, 1), (1999, 12, 31)),
        ("1990年代", Kind.DECADE, (1990, 1, 1), (1999, 12, 31)),
        ("二十年代", Kind.DECADE, None, None),
        ("“十一五”期间", Kind.PERIOD, (2006, 1, 1), (2010, 12, 31)),
        ("第十二个五年规划", Kind.PERIOD, (2011, 1, 1), (2015, 12, 31)),
        ("十五计划", Kind.PERIOD, (2001, 1, 1), (2005, 12, 31)),
        ("2009—2012年", Kind.YEAR_RANGE, (2009, 1, 1), (2012, 12, 31)),
        ("2009年至2012年", Kind.YEAR_RANGE, (2009, 1, 1), (2012, 12, 31)),
        ("2009—12年", Kind.YEAR_RANGE, (2009, 1, 1), (2012, 12, 31)),
        ("2013年12月—2014年3月", Kind.RANGE, (2013, 12, 1), (2014, 3, 31)),
        ("2013年3—5月", Kind.RANGE, (2013, 3, 1), (2013, 5, 31)),
        ("2013年8月12—15日", Kind.RANGE, (2013, 8, 12), (2013, 8, 15)),
        ("2013年8月30日至9月2日", Kind.RANGE, (2013, 8, 30), (2013, 9, 2)),
        ("2010年以来", Kind.OPEN, (2010, 1, 1), None),
        ("2013年5月1日起", Kind.OPEN, (2013, 5, 1), None),
        ("截至2013年底", Kind.OPEN, None, (2013, 12, 31)),
        ("民国三十年", Kind.ERA, (1941, 1, 1), (1941, 12, 31)),
        ("民國102年3月5日", Kind.ERA, (2013, 3, 5), (2013, 3, 5)),
        ("中華民國 102 年 3 月 5 日", Kind.ERA, (2013, 3, 5), (2013, 3, 5)),
        ("民國前5年", Kind.ERA, (1907, 1, 1), (1907, 12, 31)),
        ("光绪二十年三月初五", Kind.REIGN, (1894, 1, 1), (1894, 12, 31)),
        ("宣统元年", Kind.REIGN, (1909, 1, 1), (1909, 12, 31)),
        ("昭和20年8月15日", Kind.REIGN, (1945, 8, 15), (1945, 8, 15)),
        ("2013-03-05T08:30", Kind.TIMESTAMP, (2013, 3, 5), (2013, 3, 5)),
        ("2024-08-10 18:57:23", Kind.TIMESTAMP, (2024, 8, 10), (2024, 8, 10)),
        ("二００八年八月", Kind.YEAR_MONTH, (2008, 8, 1), (2008, 8, 31)),
        ("二000年三月", Kind.YEAR_MONTH, (2000, 3, 1), (2000, 3, 31)),
        ("九八年三月", Kind.YEAR_MONTH, (1998, 3, 1), (1998, 3, 31)),
        ("09年3月", Kind.YEAR_MONTH, (2009, 3, 1), (2009, 3, 31)),
        ("癸巳年", Kind.SEXAGENARY, None, None),
        ("农历八月十五", Kind.LUNAR, None, None),
        ("腊月廿三", Kind.LUNAR, None, None),
        ("星期六", Kind.WEEKDAY, None, None),
        ("上午8时30分", Kind.CLOCK, None, None),
        ("去年", Kind.RELATIVE_YEAR, None, None),
        ("近三年来", Kind.SPAN, None, None),
        ("三十日内", Kind.DEADLINE, None, None),
        ("日前", Kind.RELATIVE_SHORT, None, None),
        ("3月5日", Kind.MONTH_DAY, None, None),
    ],
)
def test_an_expression_has_its_kind_and_interval(text: str, kind: Kind, start: Day | None, end: Day | None) -> None:
    """Each kind of expression is one whole expression, and means the interval it names."""
    tail = "初五" if text.endswith("初五") else ""

    assert [(text.removesuffix(tail), kind, start, end)] == read(f"，{text}，")


@pytest.mark.parametrize(
    "text",
    [
        "三年中，工期3个月，月龄3月以上，每周五天工作，四周一片寂静",
        "光明年画，文明年度表彰，以前年度，过去年均增长，应当年满十八周岁，合同年限，如今年轻人",
        "执行GB/T 9704-2012，电话0838-5201314，版本2021.3，比分3-2，编号20130305，第2008-8号",
        "出资2.15亿元，日产5吨，5千年历史，自己申请，岁月如歌，三五成群，满五日，六月以下有期徒刑",
        "判处有期徒刑五年六个月，满12年，第三年，学习两会精神，3点意见，比例1:50000，月月红，日日新",
    ],
)
def test_what_only_looks_like_time_is_no_expression(text: str) -> None:
    """Durations, names, numbers and words that hold 年, 月 or 日 are left alone."""
    assert read(text) == []


def test_a_year_is_carried_forward_within_its_paragraph() -> None:
    """A date without a year takes the last year before it on the same line, and none from after or another line."""
    text = "6月1日立项，2013年3月开工，5月8日封顶，次年2月29日复核。\n7月1日验收。"

    assert [start for _, _, start, _ in read(text)] == [None, (2013, 3, 1), (2013, 5, 8), (2014, 1, 1), None, None]


def test_a_relative_or_recurring_year_breaks_the_chain() -> None:
    """After 去年, or in 每年, a month and day has no known year."""
    text = "2013年投产，去年3月5日检修，每年6月1日评比。"

    starts = {written: start for written, _, start, _ in read(text)}

    assert starts == {"2013年": (2013, 1, 1), "去年": None, "3月5日": None, "6月1日": None}


def test_a_bare_year_of_the_republic_needs_a_document_in_traditional_characters() -> None:
    """一百零二年三月五日 is 2013 in Taiwan; on the mainland it is no known year."""
    assert date(2013, 3, 5) == only("本條例自一百零二年三月五日施行。").start
    assert only("本条例自一百零二年三月五日施行。").start is None


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("本會民國102年至103年", Kind.YEAR_RANGE, (2013, 1, 1), (2014, 12, 31)),
        ("本會民國98-100年", Kind.YEAR_RANGE, (2009, 1, 1), (2011, 12, 31)),
        ("本會中華民國一百年度至一百零三年度", Kind.YEAR_RANGE, (2011, 1, 1), (2014, 12, 31)),
        ("國會102.3.5", Kind.ERA, (2013, 3, 5), (2013, 3, 5)),
        ("國會 102/3/5", Kind.ERA, (2013, 3, 5), (2013, 3, 5)),
        ("萬曆十五年", Kind.REIGN, (1587, 1, 1), (1587, 12, 31)),
    ],
)
def test_eras_are_read_in_ranges_and_figures(text: str, kind: Kind, start: Day, end: Day) -> None:
    """The second year of a range belongs to the era of the first; 102.3.5 is a date of Taiwan."""
    assert [(kind, start, end)] == [each[1:] for each in read(text)]


@pytest.mark.parametrize("text", ["国会102.3.5", "國會192.168.1.1", "國會3.102.3.5", "國會12.3.5", "國會102.3.5.1"])
def test_versions_and_addresses_are_no_dates_of_taiwan(text: str) -> None:
    """Only in Traditional documents, only for years of our time, and never within a longer number."""
    assert read(text) == []


@pytest.mark.parametrize("signed", ["中華民國102年3月5日", "中華民國一百零二年三月五日", "民國102年3月5日"])
def test_a_signature_may_count_years_by_the_republic(signed: str) -> None:
    """中華民國102年3月5日 at the end of a letter signs it on 5 March 2013."""
    anchor = document_of(f"關於防汛之報告\n本會辦理完成。\n{signed}").get(signature)

    assert anchor is not None
    assert (date(2013, 3, 5), len(signed)) == (anchor.day, anchor.span.end - anchor.span.start)


def test_dates_in_figures_join_like_the_others() -> None:
    """2013-03-05至2013-03-08 is one range with two members."""
    expression = only("展期2013-03-05至2013-03-08")

    assert (Kind.RANGE, date(2013, 3, 5), date(2013, 3, 8)) == (expression.kind, expression.start, expression.end)
    assert [point.kind for point in expression.points] == [Kind.FULL_DATE, Kind.FULL_DATE]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_any_line_ending_ends_a_paragraph(ending: str) -> None:
    """No year is carried over a line break, whichever it is."""
    starts = [start for _, _, start, _ in read(f"2013年3月5日立项。{ending}6月1日开工。")]

    assert starts == [(2013, 3, 5), None]


def test_members_of_a_range_are_reached_by_first_and_last() -> None:
    """The left member lends the right one what it doesn't write."""
    expression = only("展期2013年8月12—15日")
    first, last = expression.points

    assert (first.year, first.month, first.day, last.month, last.day) == (2013, 8, 12, None, 15)
    assert (date(2013, 8, 12), date(2013, 8, 15)) == (first.start, last.start)


@pytest.mark.parametrize(
    ("word", "offset"), [("前年", -2), ("去年", -1), ("上年", -1), ("今年", 0), ("明年", 1), ("后年", 2)]
)
def test_a_relative_year_has_its_offset(word: str, offset: int) -> None:
    """去年 is one year before the year of writing, and so on."""
    assert offset == only(f"，{word}，").offset


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("2013年3月5日", NumeralStyle.ARABIC),
        ("二〇一三年三月五日", NumeralStyle.HAN),
        ("２０１３年３月５日", NumeralStyle.FULLWIDTH),
        ("二〇一三年3月5日", NumeralStyle.MIXED),
        ("2013-03-05", NumeralStyle.ISO),
        ("2013/3/5", NumeralStyle.SLASHED),
        ("2013.3.5", NumeralStyle.DOTTED),
        ("（20130305）", NumeralStyle.COMPACT),
    ],
)
def test_a_date_knows_how_it_is_written(text: str, style: NumeralStyle) -> None:
    """The style is that of all its numbers."""
    assert style == only(text).style


fragments = st.sampled_from(
    [
        "2013年",
        "3月",
        "5日",
        "12",
        "—",
        "至",
        "二〇",
        "一三年",
        "去年",
        "周三",
        "（",
        "）",
        "近",
        "三年来",
        "十二五",
        "”",
        "“",
        "期间",
        "世纪",
        "80年代",
        "季度",
        "前三",
        "上半年",
        ": ",
        "：",
        "8:30",
        "-",
        "/",
        ".",
        "2013-02-30",
        "20130305",
        "民國",
        "农历",
        "初五",
        "内",
        "以来",
        "截至",
        "，",
        "\n",
        " ",
        "\u3000",
        "癸巳",
        "每",
        "第",
        "日",
        "月",
        "年",
        "时",
        "0",
        "９",
        "元",
    ]
)


@settings(deadline=None)
@given(st.lists(fragments, max_size=40).map("".join))
@example("2013年—")
@example("—2013年至")
@example("五“五”五")
@example("日（三")
def test_expressions_are_sorted_and_never_overlap(text: str) -> None:
    """Whatever the text, spans lie inside it, in order; members lie inside their range; intervals run forward."""
    end = 0
    for expression in document_of(text).get(dates):
        assert end <= expression.span.start < expression.span.end <= len(text)
        end = expression.span.end
        for point in expression.points:
            assert expression.span.start <= point.span.start < point.span.end <= expression.span.end
            assert point.start is None or point.end is None or point.start <= point.end


@settings(deadline=None)
@given(any_day, st.integers(min_value=1, max_value=99))
def test_a_day_is_impossible_exactly_when_the_calendar_lacks_it(day: date, number: int) -> None:
    """Any day number that the month has is silent; any other is found with its exact span, in figures and words."""
    exists = number <= calendar.days_in_month(day.year, day.month)
    for written in (
        f"{day.year}年{day.month}月{number}日",
        f"{in_han(day)[:5]}{in_words(day.month)}月{in_words(number)}日",
    ):
        text = f"工程于{written}竣工。"

        assert ([] if exists else [written]) == found(ImpossibleDate(), text)


@settings(deadline=None)
@given(any_day, st.integers(min_value=0, max_value=6))
def test_a_weekday_is_wrong_exactly_when_the_calendar_says_so(day: date, weekday: int) -> None:
    """The right weekday is silent, each of the other six is found."""
    word = f"星期{calendar.WEEKDAYS[weekday]}"
    text = f"会议定于{day.year}年{day.month}月{day.day}日（{word}）召开。"

    assert ([] if weekday == day.weekday() else [word]) == found(WeekdayMismatch(), text)


@settings(deadline=None)
@given(any_day, st.integers(min_value=1, max_value=20_000))
def test_a_range_is_reversed_exactly_when_it_ends_before_it_begins(day: date, length: int) -> None:
    """Full dates in order are silent, the same dates exchanged are found."""
    later = day + timedelta(days=length)
    forward, backward = (
        f"{a.year}年{a.month}月{a.day}日至{b.year}年{b.month}月{b.day}日" for a, b in ((day, later), (later, day))
    )

    assert found(ReversedRange(), f"任期{forward}。") == []
    assert [backward] == found(ReversedRange(), f"任期{backward}。")


def test_real_look_alikes_are_silent() -> None:
    """Glued numbers, opening hours and talk about invalid dates, from ../shared, give no finding."""
    if not SHARED.exists():
        pytest.skip("../shared/corpora/dirty is absent")
    sentences = [json.loads(line)["sentence"] for line in SHARED.read_text("utf-8").splitlines()]
    checks = (ImpossibleDate(), ReversedRange(), WeekdayMismatch(), InconsistentDateStyle())

    assert [(sentence, check.code) for sentence in sentences for check in checks if found(check, sentence)] == []


def test_the_calendar_agrees_with_the_standard_library() -> None:
    """Every day from 1900 to 2100 exists, and the day after the last of each month doesn't."""
    for year in range(1900, 2101):
        for month in range(1, 13):
            first, last = calendar.interval(year, month) or (date.max, date.min)

            assert (1, month) == (first.day, last.month)
            assert (last + timedelta(days=1)).day == 1
            assert not calendar.exists(year, month, last.day + 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("布展2014.2.30—2014.3.5。", ["2014.2.30"]),
        ("2014.4.31，全体撤展。", ["2014.4.31"]),
        ("王某，1985.9.31生。", ["1985.9.31"]),
        ("布展2014.2.28—2014.3.5。", []),
        ("第2014.2.30条，见2014.2.30节。", []),
        ("版本2021.2.30，Foo 2021.2.30，v2021.2.30。", []),
        ("| 驱动 | 2021.2.30 |", []),
        ("2014.2.45，1234.2.30。", []),
    ],
)
def test_a_dotted_date_is_judged_where_no_version_or_part_can_be_meant(text: str, found: list[str]) -> None:
    """Points join the parts of dates, versions, sections and cells: only the first are impossible dates."""
    assert [text[slice(*each.span)] for each in ImpossibleDate().check(document_of(text))] == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2月30日", "2月最多29天"),
        ("2014年2月30日", "2014年2月只有28天"),
        ("9月31日", "9月只有30天"),
    ],
)
def test_the_message_says_how_long_the_month_is(text: str, words: str) -> None:
    """February without a year has at most 29 days; any other month has its number."""
    (finding,) = ImpossibleDate().check(document_of(f"请于{text}前报送。"))

    assert words in finding.message.zh


def test_spans_are_offsets_of_the_document() -> None:
    """In Markdown, code is hidden one for one, so the span of a date points into the source."""
    text = "`2013年2月30日`之后，2014年3月5日开会。"
    (expression,) = document_of(text).get(dates)[-1:]

    assert Span(text.index("2014"), text.index("开会")) == expression.span
