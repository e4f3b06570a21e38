"""Chronology: sessions, the user's own tables, and what a masked number can be."""

import os
import pickle
from pathlib import Path

import pytest
from conftest import Gaojian

from gaojian import Check, Document, Safety, Severity
from gaojian.config import Config
from gaojian.plan import make_plan
from gaojian.registry import load_rules
from gaojian_checks.chronology.local_committee import LocalCommittee
from gaojian_checks.chronology.npc_session import NpcSessionYear
from gaojian_checks.chronology.slogan_before_birth import SloganBeforeBirth
from gaojian_checks.language.local_meetings import local_mentions
from gaojian_checks.language.sessions import session_mentions
from gaojian_checks.placeholders.placeholder_ordinal import PlaceholderOrdinal

TABLE = '[[congresses]]\ncommittee = "临江市委"\nnumber = 3\nstart = 2011-11-28\n'
REPORT = "档案局2013年度工作总结\n我们学习了临江市委二届四次全会精神。\n"


def table(folder: Path, text: str) -> Path:
    file = folder / "local.toml"
    file.write_text(text, "utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第十二届全国人民代表大会第一次会议", ("全国人大", 12, 1)),
        ("十二届全国人大三次会议", ("全国人大", 12, 3)),
        ("12届全国人大3次会议", ("全国人大", 12, 3)),
        ("全国十二届人大三次会议", ("全国人大", 12, 3)),
        ("全国政协十二届三次会议", ("全国政协", 12, 3)),
        ("政协第十二届全国委员会第三次会议", ("全国政协", 12, 3)),
        ("十二届全国政协三次会议", ("全国政协", 12, 3)),
        ("十二届全国人大常委会第九次会议", ("全国人大常委会", 12, 9)),
        ("第xx届全国人民代表大会第三次会议", ("全国人大", None, 3)),
    ],
)
def test_the_names_of_a_session_are_read(text: str, expected: tuple[str, int | None, int]) -> None:
    """Every usual form gives the body, the term and the session, and spans the whole name."""
    mentions = session_mentions(Document("a.txt", f"会议：{text}。"))

    assert [expected] == [(mention.body, mention.congress, mention.number) for mention in mentions]
    assert [(3, 3 + len(text))] == [tuple(mention.span) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习了省委九届七次全会精神。", ["省委九届七次全会"]),
        ("中共临江市第三届委员会第四次全体会议召开。", ["市第三届委员会第四次全体会议"]),
        ("中共临江市委支持，政协临江市第三届委员会第四次会议召开。", []),
        ("县纪委三届四次全会召开。", []),
        ("二十届中央纪委四次全会召开。", []),
        ("自治区党委九届五次全会召开。", ["自治区党委九届五次全会"]),
        ("市人大三届四次会议召开。", []),
    ],
)
def test_plenums_of_local_committees_are_those_of_the_party(text: str, expected: list[str]) -> None:
    """Conferences, congresses and commissions of discipline count otherwise."""
    assert expected == [text[slice(*mention.span)] for mention in local_mentions(Document("a.txt", text))]


@pytest.mark.parametrize("text", ["省十二届人大三次会议", "市政协九届三次会议", "十届县政协一次会议", "第三届三次会议"])
def test_sessions_of_other_bodies_are_none(text: str) -> None:
    """Provinces, cities and counties count their own."""
    assert session_mentions(Document("a.txt", f"会议：{text}。")) == ()


def test_the_message_names_the_session_of_the_stated_year() -> None:
    """Which number is wrong, or the year, is for the author to say."""
    findings = list(NpcSessionYear().check(Document("a.txt", "2013年3月，十一届全国人大一次会议在北京召开。")))

    assert [finding.message.zh for finding in findings] == [
        (
            "文中说时间是“2013年3月”，而十一届全国人大一次会议是2008年召开的（据资料表）；请核对届次和日期"
            "（2013年是十二届全国人大一次会议）"
        )
    ]
    assert [finding.severity for finding in findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014年3月，十二届全国人大一次会议在北京召开。", Severity.ERROR),
        ("2014年3月，全国政协十二届一次会议在北京召开。", Severity.WARNING),
        ("全国政协十二届六次会议精神。", Severity.WARNING),
        ("今年召开的十二届全国人大五次会议。\n\n2014年4月5日", Severity.ERROR),
        ("档案局2014年度工作总结\n今年召开的十一届全国人大五次会议。", Severity.WARNING),
    ],
    ids=["computed", "unverified", "unverified term", "by the signature", "by the title"],
)
def test_an_error_needs_a_verified_fact_and_a_certain_year(text: str, expected: Severity) -> None:
    """Sessions of the CPPCC are known from memory, and what 今年 means is told by a signature only."""
    assert [expected] == [finding.severity for finding in NpcSessionYear().check(Document("a.txt", text))]


def test_nothing_is_said_beyond_the_last_row() -> None:
    """A session that the table does not hold is not judged, but a sixth one in a known term is."""
    check = NpcSessionYear()

    assert list(check.check(Document("a.txt", "2011年，十四届全国人大五次会议在北京召开。"))) == []
    assert len(list(check.check(Document("a.txt", "十四届全国人大六次会议精神。")))) == 1


def test_a_phrase_is_found_once_where_title_and_sentence_both_tell() -> None:
    """One place is one finding."""
    text = "水务局2009年度工作总结\n2009年，全县实施乡村振兴战略，修路六十公里。\n"
    findings = list(SloganBeforeBirth().check(Document("a.txt", text)))

    assert [text[slice(*finding.span)] for finding in findings] == ["乡村振兴"]


def test_numbers_that_no_session_has_do_no_harm() -> None:
    """Whatever stands for a number is a finding or none, and never a crash."""
    text = "档案局2013年度工作总结\n十一届全国人大9999次会议、市委999届999次全会、全国政协0届0次会议，建党9999周年。\n"
    checks = [rule() for code, rule in load_rules().items() if code.startswith("ANA") and issubclass(rule, Check)]
    findings = [finding for check in checks for finding in check.check(Document("a.txt", text))]

    assert {text[slice(*finding.span)] for finding in findings} == {
        "十一届全国人大9999次会议",
        "市委999届999次全会",
        "建党9999周年",
    }


def test_a_table_of_the_user_adds_committees(tmp_path: Path) -> None:
    """The congress of a city, which no built-in table holds, makes the finding a warning."""
    check = LocalCommittee(facts=table(tmp_path, TABLE))
    findings = list(check.check(Document("a.txt", REPORT)))

    assert [REPORT[slice(*finding.span)] for finding in findings] == ["临江市委二届四次全会"]
    assert ["2011-11-28" in finding.message.zh for finding in findings] == [True]
    assert list(LocalCommittee().check(Document("a.txt", REPORT))) == []


def test_a_table_of_the_user_dates_plenums(tmp_path: Path) -> None:
    """A dated plenum is held against the date in the sentence, and no rule of thumb is asked about it."""
    rows = "".join(
        f'[[plenums]]\ncommittee = "临江市委"\ncongress = 2\nnumber = {number}\nstart = {day}\n'
        for number, day in ((4, "2009-12-20"), (12, "2013-06-01"))
    )
    check = LocalCommittee(facts=table(tmp_path, rows))
    wrong = "2012年12月召开的临江市委二届四次全会作出了部署。"
    right = "档案局2013年度工作总结\n学习了临江市委二届十二次全会精神。"

    assert [wrong[slice(*f.span)] for f in check.check(Document("a.txt", wrong))] == ["临江市委二届四次全会"]
    assert list(check.check(Document("a.txt", right))) == []
    assert len(list(LocalCommittee().check(Document("a.txt", right)))) == 1


def test_a_table_that_changes_is_read_again(tmp_path: Path) -> None:
    """An editor that stays open sees the dates that were mended."""
    check = LocalCommittee(facts=table(tmp_path, TABLE))
    before = len(list(check.check(Document("a.txt", REPORT))))
    os.utime(table(tmp_path, TABLE.replace("2011", "2016")), ns=(1, 1))

    assert (before, len(list(check.check(Document("a.txt", REPORT))))) == (1, 0)


def test_the_table_is_relative_to_the_configuration(gaojian: Gaojian, folder: Path) -> None:
    """A file of the configuration's folder is found from anywhere, and the report is checked by it."""
    table(folder, TABLE)
    (folder / "gaojian.toml").write_text('select = ["ANA010"]\n[checks.ANA010]\nfacts = "local.toml"\n', "utf-8")
    (folder / "a.txt").write_text(REPORT, "utf-8")
    process = gaojian("check", "a.txt")

    assert process.returncode == 1
    assert "a.txt:2:6: ANA010 临江市委第三届由2011-11-28召开的党代会产生" in process.stdout


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "读不了（No such file or directory）"),
        ("congresses = [", "不是 UTF-8 编码的 TOML（"),
        ("rows = 1\n", "中没有 congresses 或 plenums 表"),
        ("congresses = 1\n", "的 congresses 应写作 [[congresses]]"),
        (TABLE.replace("congresses", "plenums"), "的 plenums 第1行缺少 congress，或者写得不对（应如 congress = 10）"),
        (TABLE.replace("number = 3\n", ""), "的 congresses 第1行缺少 number，或者写得不对（应如 number = 10）"),
        (TABLE.replace("2011-11-28", '"2011-11-28"'), "第1行缺少 start，或者写得不对（应如 start = 2012-05-16）"),
        (TABLE.replace("临江市委", "临江"), '第1行缺少 committee，或者写得不对（应如 committee = "四川省委"）'),
    ],
    ids=["absent", "no TOML", "no table", "no rows", "no congress", "no number", "no date", "no committee"],
)
def test_a_table_that_is_wrong_is_one_sentence_and_exit_code_2(
    gaojian: Gaojian, folder: Path, text: str | None, expected: str
) -> None:
    """The sentence names configuration, key, file and cure; everything else is still checked."""
    if text is not None:
        table(folder, text)
    (folder / "gaojian.toml").write_text('select = ["ANA"]\n[checks.ANA010]\nfacts = "local.toml"\n', "utf-8")
    (folder / "a.txt").write_text("2013年11月召开的十八届四中全会作出了部署。\n", "utf-8")
    process = gaojian("check", "a.txt")

    assert process.returncode == 2
    assert [line for line in process.stderr.splitlines() if expected in line and "checks.ANA010" in line] != []
    assert len([line for line in process.stderr.splitlines() if "local.toml" in line]) == 1
    assert "a.txt:1:12: ANA001" in process.stdout


def test_a_plan_with_a_table_can_be_sent_to_another_process(folder: Path) -> None:
    """What ``--jobs`` hands over keeps the path."""
    file = table(folder, TABLE)
    plan = make_plan(Config(folder, select=("ANA010",), checks={"ANA010": {"facts": "local.toml"}}))

    assert plan.failures == ()
    (check,) = pickle.loads(pickle.dumps(plan.checks))  # noqa: S301 (our own)
    assert isinstance(check, LocalCommittee)
    assert check.facts == file


@pytest.mark.parametrize(
    ("title", "masked", "expected", "fixed"),
    [
        ("2009", "党的xx届四中全会", "；按“2009年度”（第1行）应是十七届四中全会（2009-09）", "十七"),
        (
            "2020",
            "党的十九届X中全会",
            "；按“2020年度”（第1行）应是十九届四中全会（2019-10）或十九届五中全会（2020-10）",
            None,
        ),
        ("2015", "第xx届全国人大第三次会议", "；按“2015年度”（第1行）应是十二届全国人大三次会议（2015）", "十二"),
        ("2015", "全国政协xx届三次会议", "；按“2015年度”（第1行）应是全国政协十二届三次会议（2015）", None),
        ("2013", "“十X五”规划", "；按“2013年度”（第1行）应是“十二五”（2011—2015）", None),
        (
            "2014",
            "党的xx届三中全会以来",
            "；历次三中全会：17届（2008年）、18届（2013年）、19届（2018年）、20届（2024年）",
            None,
        ),
        (
            "2013",
            "党的xx届四中全会",
            "；历次四中全会：17届（2009年）、18届（2014年）、19届（2019年）、20届（2025年）",
            None,
        ),
        ("2013", "县委xx届四中全会", "", None),
    ],
)
def test_a_masked_number_gets_what_would_fit(title: str, masked: str, expected: str, fixed: str | None) -> None:
    """What fits the year of the title is named; what alone fits, for certain, is the fix."""
    text = f"档案局{title}年度工作总结\n学习了{masked}精神。\n"
    (finding,) = PlaceholderOrdinal().check(Document("a.txt", text))

    assert expected == finding.message.zh.partition("请补上汉字序号")[2]
    assert fixed == (finding.fix.edits[0].replacement if finding.fix else None)
    assert finding.fix is None or finding.fix.safety is Safety.UNSAFE
