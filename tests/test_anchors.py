"""Anchors and mentions: what fixes the time of a document, and which dated facts it names."""

from datetime import date

import pytest

from gaojian import Document, Kind
from gaojian_checks.language.anchors import horizon, publication, signature
from gaojian_checks.language.mentions import campaign_mentions, congress_mentions, event_mentions, plenum_mentions
from gaojian_checks.language.title_years import report_years, reviews_several_years, title_years


def document_of(*lines: str, kind: Kind = Kind.TEXT) -> Document:
    return Document("报告.txt", "\n".join(lines), kind)


@pytest.mark.parametrize(
    "lines",
    [
        ("关于抗旱的报告", "机井全部修复。", "2013年3月5日"),
        ("关于抗旱的报告", "机井全部修复。", "镇水利站　　2013年3月5日", ""),
        ("关于抗旱的报告", "机井全部修复。", "二〇一三年三月五日"),
        ("关于抗旱的报告", "机井全部修复。", "（2013年3月5日）"),
        ("关于抗旱的报告", "（2013年3月5日）", "机井全部修复。"),
        ("关于抗旱的报告", "——2013年3月5日在镇人民代表大会上", "机井全部修复。"),
        ("关于抗旱的报告", "成文日期：2013-03-05", "机井全部修复。"),
        ("关于抗旱的报告", "机井全部修复。", "2013年3月5日", "附件：机井清单"),
    ],
)
def test_the_signature_stands_alone_at_the_end_or_under_the_title(lines: tuple[str, ...]) -> None:
    """A date that fills its line, with at most a signatory before it, signs the document."""
    found = signature(document_of(*lines))

    assert found is not None
    assert found.day == date(2013, 3, 5)


@pytest.mark.parametrize(
    "lines",
    [
        ("关于抗旱的报告", "机井到2013年3月5日全部修复。"),
        ("关于抗旱的报告", "机井修复，工期到2013年3月5日"),
        ("关于抗旱的报告", "发布时间：2013-03-05", "机井全部修复。"),
        ("关于抗旱的报告", "2013年3月5日，机井全部修复。"),
        ("关于抗旱的报告", "机井全部修复。", "2013年2月30日"),
    ],
)
def test_a_date_in_a_sentence_or_in_metadata_signs_nothing(lines: tuple[str, ...]) -> None:
    """Neither a date within a sentence, nor the publication, nor a day that doesn't exist is a signature."""
    assert signature(document_of(*lines)) is None


def test_an_amended_text_is_as_late_as_its_last_date() -> None:
    """Under the title of an amended text the latest date counts."""
    found = signature(document_of("水库管理办法", "（2001年5月1日通过　2010年7月30日修正）", "第一条　为了防汛。"))

    assert found is not None
    assert found.day == date(2010, 7, 30)


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("水利站站长2013年度述职报告", (2013,)),
        ("二〇一三年工作总结", (2013,)),
        ("水利站工作总结（2013年）", (2013,)),
        ("2009—2012年工作总结", (2009, 2012)),
        ("2009年至2012年工作总结", (2009, 2012)),
        ("2013年工作总结和2014年工作计划", (2013, 2014)),
        ("2013水利站全年工作总结", (2013,)),
    ],
)
def test_the_title_tells_the_years_reported_on(heading: str, years: tuple[int, ...]) -> None:
    """Years, ranges of years and bare years of the title are found, in order."""
    found = title_years(document_of(heading, "机井全部修复。"))

    assert found is not None
    assert found.years == years


@pytest.mark.parametrize("heading", ["水利站工作总结", "关于转发水发〔2013〕5号文件的通知", "第2013号提案的答复"])
def test_a_title_without_a_year_tells_none(heading: str) -> None:
    """The year of a document number is not the year of the report."""
    assert title_years(document_of(heading, "机井全部修复。")) is None


def test_the_span_of_the_title_year_ends_with_its_unit() -> None:
    """What is marked is 2013年度, not the digits alone."""
    document = document_of("水利站2013年度述职报告", "机井全部修复。")
    found = title_years(document)

    assert found is not None
    assert document.text[slice(*found.span)] == "2013年度"


@pytest.mark.parametrize(
    "document",
    [
        document_of("抗旱总结", "发布时间:2024-08-10 18:57:23", "机井全部修复。"),
        document_of("抗旱总结", "来源：水利站　更新日期：2024年8月10日", "机井全部修复。"),
        document_of("抗旱总结", "2024-08-10 18:57  来源：水利站", "机井全部修复。"),
        document_of("---", "title: 抗旱总结", "date: 2024-08-10", "---", "机井全部修复。", kind=Kind.MARKDOWN),
        document_of("抗旱总结", "机井全部修复。", "【发布日期】2024-08-10"),
    ],
    ids=["label", "second label", "time stamp", "front matter", "foot"],
)
def test_metadata_tell_the_publication(document: Document) -> None:
    """A labelled date, a time stamp near the top and the front matter of Markdown are publication dates."""
    found = publication(document)

    assert found is not None
    assert found.day == date(2024, 8, 10)


def test_a_document_without_metadata_has_no_publication() -> None:
    """A date in the text is no publication."""
    assert publication(document_of("抗旱总结", "2024年8月10日，机井全部修复。")) is None


@pytest.mark.parametrize(
    ("opening", "expected"),
    [("五年来，机井全部修复。", True), ("任期以来，机井全部修复。", True), ("一年来，机井全部修复。", False)],
)
def test_a_declared_period_of_several_years_is_known(opening: str, expected: bool) -> None:  # noqa: FBT001  # a table
    """五年来 and 任期 declare several years, 一年来 doesn't."""
    assert reviews_several_years(document_of("水利站工作总结", opening)) == expected


def test_only_a_report_reports_on_the_year_of_its_title() -> None:
    """A plan names a year that is still to come, an audit or a report on one project tells of other years as well."""
    for heading in ("2013年水利站工作计划", "关于2013年水利资金审计情况的报告", "关于2013年机井工程的整改报告"):
        assert report_years(document_of(heading, "修复机井。")) is None
    assert report_years(document_of("2013年水利站履职情况", "机井全部修复。")) == title_years(
        document_of("2013年水利站履职情况", "机井全部修复。")
    )


@pytest.mark.parametrize(
    ("lines", "day", "is_signed"),
    [
        (("2013年抗旱总结", "发布时间：2014-02-03", "机井全部修复。", "2014年1月5日"), date(2014, 1, 5), True),
        (("2013年抗旱总结", "发布时间：2014-02-03", "机井全部修复。"), date(2014, 2, 3), False),
        (("2013年抗旱总结", "发布时间：2024-02-03", "机井全部修复。"), date(2014, 12, 31), False),
        (("抗旱总结", "发布时间：2024-02-03", "机井全部修复。"), date(2024, 2, 3), False),
    ],
    ids=["signature", "publication", "title", "publication alone"],
)
def test_the_horizon_is_the_signature_or_the_earliest_bound(lines: tuple[str, ...], day: date, is_signed: bool) -> None:  # noqa: FBT001  # a table
    """A signature decides; else the earlier of the publication and the end of the year after that in the title."""
    found = horizon(document_of(*lines))

    assert found is not None
    assert (found.day, found.is_signed) == (day, is_signed)


@pytest.mark.parametrize("lines", [("抗旱总结", "机井全部修复。"), ("水库管理条例", "2013年3月5日")])
def test_undated_texts_and_statutes_have_no_horizon(lines: tuple[str, ...]) -> None:
    """A statute carries the dates of its amendments."""
    assert horizon(document_of(*lines)) is None


def test_a_chronicle_is_not_signed_by_its_first_lines() -> None:
    """A line that goes on after its date tells an event."""
    assert signature(document_of("抗旱大事记", "2013年3月5日　机井开钻", "2013年4月1日　机井出水，全站验收。")) is None


def test_listed_plenums_are_told_apart() -> None:
    """十八届三中、四中全会 are two plenums of one committee."""
    found = plenum_mentions(document_of("学习十八届三中、四中全会精神。"))

    assert [(mention.congress, mention.number) for mention in found] == [(18, 3), (18, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "共青团十八届四中全会",
        "民盟十二届三中全会",
        "越共十三届九中全会",
        "省委九届七次全会",
        "第十二届全国人大第四次会议",
    ],
)
def test_plenums_of_other_bodies_are_left_alone(text: str) -> None:
    """Only the Central Committee of the CPC is in the table."""
    assert plenum_mentions(document_of(text)) == ()


@pytest.mark.parametrize("text", ["党的十八大", "中国共产党第十八次全国代表大会"])
def test_a_congress_is_named_short_or_in_full(text: str) -> None:
    """十八大 and 第十八次全国代表大会 are one congress."""
    (found,) = congress_mentions(document_of(f"{text}精神，党员学习。"))

    assert found.number == 18


@pytest.mark.parametrize("text", ["共青团十八大", "十一大类产品，党员三名", "五十二大本，党员三名", "党员学习十大精神"])
def test_what_only_looks_like_a_congress_is_none(text: str) -> None:
    """Other bodies, kinds of goods and longer numbers are no congress of the CPC."""
    assert congress_mentions(document_of(text)) == ()


@pytest.mark.parametrize("text", ["党的xx届四中全会", "党的XX届四中全会", "党的届四中全会", "党的×届四中全会"])
def test_a_masked_committee_has_no_number(text: str) -> None:
    """A plenum whose committee is masked or lost is found all the same."""
    (found,) = plenum_mentions(document_of(text))

    assert (found.congress, found.number) == (None, 4)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("第16届杨凌“农高会”", (2009,)),
        ("第十六届中国杨凌农业高新科技成果博览会", (2009,)),
        ("第32届奥运会", (2020, 2021)),
        ("第24届冬奥会", (2022,)),
    ],
)
def test_a_numbered_event_tells_its_years(text: str, years: tuple[int, ...]) -> None:
    """Quotation marks inside a name don't matter, and belong to the span."""
    document = document_of(f"参加了{text}。")
    (found,) = event_mentions(document)

    assert found.years == years
    assert document.text[slice(*found.span)] == text


@pytest.mark.parametrize("text", ["第3届镇农民运动会", "第90届西博会", "第19届西博会", "第十届全国人民代表大会"])
def test_what_no_table_holds_is_no_event(text: str) -> None:
    """An edition beyond a table says nothing, nor does one that only one of two events of the name can have."""
    assert event_mentions(document_of(text)) == ()


def test_campaigns_are_found_by_any_of_their_forms() -> None:
    """With and without quotation marks a campaign is the same."""
    found = campaign_mentions(document_of("开展三严三实专题教育；开展“三严三实”专题教育。"))

    assert len(found) == 2
    assert len({mention.campaign.name for mention in found}) == 1
