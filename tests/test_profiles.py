"""Kinds of document: how one is told, what checks do in it, what configuration says over them, who is told."""

from dataclasses import replace
from pathlib import Path

import pytest

import recognition
from gaojian import Document, Kind, Severity
from gaojian.config import Config, read_config
from gaojian.diagnostic import Outcome, Recognition, Text
from gaojian.examine import Source, examine
from gaojian.plan import Plan, make_plan
from gaojian.profiles import by_declaration, severity_in, table_of, told
from gaojian.registry import load_recogniser, load_rules
from gaojian.report.kinds import kinds
from gaojian.run import run
from gaojian_checks import recognise
from gaojian_checks.language.fold import fold, simplified
from gaojian_checks.language.genre import Genre, verdict

LETTER = "{}\n\n各乡镇人民政府：\n请按要求报送材料。\n\n{}\n2013年3月5日\n"


@pytest.mark.parametrize(
    ("text", "genre", "reason"),
    [
        ("办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n", Genre.STATUTE, "题目以“办法”结尾"),
        ("水库的事\n第一条 甲。\n第二条 乙。\n第三条 丙。\n", Genre.STATUTE, "有 3 条以“第…条”开头"),
        (
            "某市人民代表大会关于修渠的决议\n2013年3月5日 某市第一届人民代表大会第二次会议通过\n",
            Genre.STATUTE,
            "会议通过",
        ),
        ("关于修渠的决定\n各科室：\n请办理。\n", Genre.GENERAL, "默认"),
        ("2013年水利工作要点\n一、修渠\n", Genre.GENERAL, "默认"),
        ("水庫管理要點\n一、為管理水庫，特訂定本要點。\n", Genre.STATUTE, "题目以“要点”结尾"),
        ("勞動局編制表\n2013年\n", Genre.STATUTE, "题目以“编制表”结尾"),
        (LETTER.format("夏粮收购的事", "青山市粮食局"), Genre.NOTICE, "有主送机关“各乡镇人民政府”和落款“2013年3月5日”"),
        (LETTER.format("关于粮库改造情况的报告", "青山市粮食局"), Genre.REPORT, "题目中有“报告”"),
        ("青政函〔2013〕7号\n收粮\n市粮食局：\n同意。\n", Genre.NOTICE, "青政函〔2013〕7号"),
        ("关于开展夏粮收购检查\n和整改工作的通知\n各乡镇：\n", Genre.NOTICE, "题目以“通知”结尾"),
        (f"关于{'加强小型水库管理、' * 12}确保安全度汛的通知\n各乡镇：\n", Genre.NOTICE, "题目以“通知”结尾"),
        ("夏收\n我代表市政府，向大会作工作报告，请审议。\n", Genre.REPORT, "开头有“向大会作工作报告”"),
        ("防汛\n现将有关情况汇报如下。\n", Genre.REPORT, "现将有关情况汇报如下"),
        ("周某诉某公司借款纠纷案\n要点\n", Genre.CASE, "诉某公司借款纠纷案"),
        ("关于办理虚假诉讼案件若干问题的解释\n", Genre.STATUTE, "题目以“解释”结尾"),
        ("修渠总方案\n一、目标\n", Genre.GENERAL, "默认"),
        ("买房之后\n\n## 基本案情\n周某买房。\n\n## 裁判结果\n判决赔偿。\n", Genre.CASE, "基本案情、裁判结果"),
        (
            "民事纠纷\n（2013）青民初字第12号\n原告：周某。\n被告：李某。\n",
            Genre.CASE,
            "（2013）青民初字第12号、原告、被告",
        ),
        ("典型案例通报\n一、周某案\n", Genre.CASE, "题目中有“案例”"),
        ("租船合同（示范文本）\n甲方：\n", Genre.SPECIMEN, "题目中有“示范文本”"),
        ("登记表\n" + "姓名：____ 住址：________\n" * 4, Genre.SPECIMEN, "有 8 处待填的空格"),
        ("修渠\n" + "投入____万元，修渠____条。\n" * 9, Genre.GENERAL, "默认"),
        ("调研报告\n第一条 甲。\n第二条 乙。\n第三条 丙。\n", Genre.REPORT, "题目中有“报告”"),
        ("随笔\n今天天气好。\n", Genre.GENERAL, "默认"),
    ],
)
def test_the_kind_is_told_by_title_and_structure(text: str, genre: Genre, reason: str) -> None:
    """The verdict comes with what told it."""
    found = Document("稿.txt", text).get(verdict)

    assert found.genre is genre
    assert reason in found.reason.zh
    assert found.reason.en


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ("# 模板语法\n\n" + "写作 `v-if` 即可。\n" * 8, Genre.TECHNICAL),
        ("# 告警规则\n\n" + "见 `rule` 一节。\n" * 8, Genre.TECHNICAL),
        ("# 概览\n\n用 Python 和 Go 写成，见[说明](a.md)和[例子](b.md)，装 make 即可。\n", Genre.TECHNICAL),
        ("# 通知模板\n\n" + "填 `名称`。\n" * 8, Genre.SPECIMEN),
        ("# 平台建设\n\n用 AI 改造 CRM 和 ERP 三个系统，培训 Python 人员。\n", Genre.GENERAL),
        ("# 概览\n\n去年修渠三条，见[照片](a.md)。" + "渠道全部通水，农户满意。" * 60, Genre.GENERAL),
    ],
)
def test_a_manual_is_told_by_its_code_and_links(text: str, genre: Genre) -> None:
    """Code comes before the words of the title, few links before nothing."""
    assert genre is Document("手册.md", text, Kind.MARKDOWN).get(verdict).genre
    if genre is Genre.TECHNICAL:
        assert Document("手册.txt", text).get(verdict).genre is not Genre.TECHNICAL


def test_a_document_of_taiwan_is_its_genre_and_keeps_its_habits() -> None:
    """Both profiles hold, each with its own evidence; declared habits hold in any script."""
    regulation = recognise(Document("稿.txt", "水庫管理規則\n第 1 條 為管理國有水庫，訂定本規則。\n"))
    declared = recognise(Document("稿.txt", "工作报告\n一切如常。\n", profile="zh-hant"))

    assert regulation.profiles == ("statute", "zh-hant")
    assert [reason.zh for reason in regulation.reasons] == ["题目以“规则”结尾", "用正体字"]
    assert declared.profiles == ("report", "zh-hant")
    assert declared.reasons[1].zh == "配置中声明"


def test_the_engine_takes_the_recogniser_of_an_installed_package() -> None:
    """The built-in package has one; without any the engine goes by what is declared."""
    assert load_recogniser(load_rules().packages) is recognise
    assert by_declaration(Document("稿.txt", "")) == Recognition(("report",), (Text("默认", "by default"),))
    assert by_declaration(Document("稿.txt", "", profile="case")).profiles == ("case",)


@pytest.mark.parametrize(
    ("profiles", "expected"),
    [
        (("report",), Severity.WARNING),
        (("statute",), None),
        (("technical",), Severity.NOTE),
        (("case", "technical"), Severity.NOTE),
        (("technical", "statute"), None),
        (("notice",), Severity.ERROR),
    ],
)
def test_the_mildest_of_several_profiles_counts(profiles: tuple[str, ...], expected: Severity | None) -> None:
    """A profile that says nothing changes nothing; not to run is milder than any severity."""
    table = {"statute": None, "technical": Severity.NOTE, "notice": Severity.ERROR, "case": Severity.WARNING}

    assert severity_in(profiles, table, Severity.WARNING) is expected


def test_configuration_stands_over_what_a_check_declares() -> None:
    """A table by profile counts by itself; a severity counts wherever the check runs."""
    own = {"statute": None, "technical": Severity.NOTE}

    assert table_of(own, {}) == own
    assert table_of(own, {"severity": "error"}) == {"statute": None}
    assert table_of(own, {"profiles": {"statute": "warning", "case": "off"}}) == {
        "statute": Severity.WARNING,
        "technical": Severity.NOTE,
        "case": None,
    }


def test_what_differs_is_told_in_both_languages() -> None:
    """Where a check does not run comes first, then where its severity is another."""
    assert told({}) is None
    assert told({"technical": Severity.NOTE, "statute": None, "zh-hant": None}) == Text(
        "法规、台湾习惯中不查；技术文档中为 note", "not run in statute, Taiwan habits; note in technical"
    )


def plan_of(folder: Path, **checks: object) -> Plan:
    return make_plan(Config(folder, checks=checks))  # type: ignore[arg-type]  # what TOML gives


def found(plan: Plan, text: str, name: str = "稿.txt") -> list[tuple[str, Severity]]:
    return [(d.code, d.severity) for d in examine(plan, Source(name, data=text.encode())).diagnostics]


def test_a_check_is_silent_in_the_profiles_that_it_declares(tmp_path: Path) -> None:
    """Half-width marks of levels are told in a report, left alone in a statute, and told if configuration says so."""
    text = "(一)加强培训，略。\n(二)改进作风，略。\n"
    report, statute = f"工作报告\n{text}", f"渠道管理办法\n{text}"

    assert found(plan_of(tmp_path), report) == [("NMB011", Severity.NOTE)]
    assert found(plan_of(tmp_path), statute) == []
    assert found(plan_of(tmp_path, NMB011={"profiles": {"statute": "error"}}), statute) == [("NMB011", Severity.ERROR)]
    assert found(plan_of(tmp_path, NMB011={"profiles": {"report": "off"}}), report) == []


def test_a_directive_for_a_check_that_does_not_run_is_no_fault(tmp_path: Path) -> None:
    """What was not asked cannot be silenced, so the directive is not called unused."""
    plan = plan_of(tmp_path)
    codes = {}
    for title in ("渠道管理办法", "工作报告"):
        text = f"{title}\n<!-- gaojian: file NMB011 — 原文如此 -->\n一切如常。\n"
        codes[title] = [d.code for d in run(plan, [Source("稿.txt", data=text.encode())]).diagnostics]

    assert codes == {"渠道管理办法": [], "工作报告": ["SUP001"]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("3", 'checks.WID002.profiles：应为表，如 {statute = "off"}'),
        ('{law = "off"}', "checks.WID002.profiles.law：不认识 law"),
        ('{statute = "none"}', "checks.WID002.profiles.statute：应为 note、warning、error、off 之一"),
    ],
)
def test_a_mistake_in_a_table_is_named(folder: Path, value: str, expected: str) -> None:
    """The key, and what it may be."""
    (folder / "gaojian.toml").write_text(f"[checks.WID002]\nprofiles = {value}\n", "utf-8")
    config, _ = read_config(folder / "gaojian.toml", folder)

    assert [expected in failure.zh for failure in make_plan(config).failures] == [True]


def test_a_recogniser_that_crashes_is_named_and_the_checks_still_run(tmp_path: Path) -> None:
    """A fault in telling the kind of a document costs an exit code and no check."""

    def crash(document: Document) -> Recognition:
        raise ValueError(document.path)

    result = examine(replace(plan_of(tmp_path), recognise=crash), Source("稿.txt", data="渠道(支渠)通水。\n".encode()))

    assert [failure.message.zh for failure in result.failures] == [
        "认不出体裁（ValueError: 稿.txt），按声明或默认的体裁检查；可在配置中用 profile 声明，并请报告此错误"
    ]
    assert [d.code for d in result.diagnostics] == ["WID002"]


def test_folding_keeps_every_place() -> None:
    """Word by word where it can be, character by character where a half of a surrogate pair stands in the text."""
    assert fold("計畫與圖畫，後臺皇后。\r\n\ufffc") == "计划与图画，后台皇后。\r\n\ufffc"
    assert fold("計畫\ud800") == "计画\ud800"
    assert Document("稿.txt", "国家考试规定").get(simplified) == "国家考试规定"
    assert Document("稿.txt", "國家考試規定").get(simplified) == "国家考试规定"


def test_the_kinds_of_real_documents_are_recognised(shared: Path) -> None:
    """At least 97 of 100 files of the reference corpora, whatever a title says at least 90, and no corpus is lost."""
    found = list(recognition.readings(shared / "corpora"))
    by_folder = {
        folder: [each for each in found if each.folder == folder] for folder in {each.folder for each in found}
    }

    assert recognition.share(found) >= recognition.FLOOR
    assert sum(each.kind_without_title in each.right for each in found) / len(found) >= 0.9
    assert {folder: share >= 0.9 for folder, each in by_folder.items() if (share := recognition.share(each))} == (
        dict.fromkeys(by_folder, True)
    )


def test_a_report_is_never_taken_for_what_silences_checks(shared: Path) -> None:
    """No work report, and not the first report, is read as a statute, a case, a specimen or a manual."""
    found = [each for each in recognition.readings(shared / "corpora") if each.folder == "work-reports"]
    first = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8"))

    assert {each.kind for each in found} | {each.kind_without_title for each in found} == {"report"}
    assert recognise(first).profiles == ("report",)


def outcome_of(*recognitions: Recognition) -> Outcome:
    return Outcome((), (), len(recognitions), recognised={f"{at}.txt": each for at, each in enumerate(recognitions)})


def test_statistics_tell_few_documents_with_their_evidence_and_count_many() -> None:
    """The reader of one draft sees what it was taken for and why; the reader of a folder, how many of each kind."""
    law = Recognition(("statute", "zh-hant"), (Text("有 12 条", "12 articles"), Text("用正体字", "Traditional")))
    report = Recognition(("report",), (Text("默认", "by default"),))

    assert "".join(kinds(outcome_of(law, report), "zh")) == (
        "\n0.txt：体裁 法规（有 12 条）；台湾习惯（用正体字）\n1.txt：体裁 报告（默认）\n"
    )
    assert (
        "".join(kinds(outcome_of(law), "en")) == "\n0.txt: profile statute (12 articles); Taiwan habits (Traditional)\n"
    )
    assert "".join(kinds(outcome_of(report, law, *[report] * 4), "zh")) == (
        "\n体裁：报告 5 份，法规（台湾习惯） 1 份。逐份理由见 --explain-files\n"
    )
    assert "".join(kinds(outcome_of(report, law, *[report] * 4), "en")) == (
        "\nprofiles: report 5; statute (Taiwan habits) 1; --explain-files tells why\n"
    )
    assert list(kinds(outcome_of(), "zh")) == []
