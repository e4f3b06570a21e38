"""The formats that CI services read, to the character, and read back by what is made for them."""

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from conftest import Gaojian
from junitparser import JUnitXml
from lxml import etree
from markdown_it import MarkdownIt

from gaojian.diagnostic import Diagnostic, Edit, Failure, Fix, Outcome, Safety, Severity, Text
from gaojian.report import FORMATS, MACHINE_FORMATS, Style, render
from gaojian.report.github import job_summary
from gaojian.text import LineIndex, Span

TEXT = "甲乙全年下拨万元。\n𠮷市增长%。\n"
PATH = "文稿/报告.txt"
FAILURE = Failure("坏 件.txt", Text("无法读取", "cannot be read"))


def diagnose(part: str, severity: Severity, code: str, *, path: str = PATH, text: str = TEXT) -> Diagnostic:
    start = text.index(part)
    span, index = Span(start, start + len(part)), LineIndex(text)
    message = Text(f"“{part}”前缺数 <&>", f"no number before {part}")
    fix = Fix(Text("补", "fill"), (Edit(Span(start, start), "12"),), Safety.UNSAFE)
    begin, end = index.position(span.start), index.position(span.end)
    return Diagnostic(path, code, "missing", severity, message, span, begin, end, part, fix)


AMOUNT, PERCENT = diagnose("万元", Severity.ERROR, "BLK001"), diagnose("%", Severity.NOTE, "BLK002")
OUTCOME = Outcome((AMOUNT, PERCENT), (FAILURE,), 3)


def report(output_format: str, outcome: Outcome = OUTCOME, language: str = "zh") -> str:
    return "".join(render(output_format, outcome, {}, Style(language), {PATH: TEXT}.get))


def test_gitlab_has_what_its_documentation_asks_for() -> None:
    """Each object has description, name, fingerprint, severity and place; failures are blockers."""
    blocker, major, info = json.loads(report("gitlab"))

    assert blocker == {
        "description": "无法读取",
        "check_name": "gaojian",
        "fingerprint": blocker["fingerprint"],
        "severity": "blocker",
        "location": {"path": "坏 件.txt", "lines": {"begin": 1}},
    }
    assert major == {
        "description": "BLK001 “万元”前缺数 <&>",
        "check_name": "missing",
        "fingerprint": major["fingerprint"],
        "severity": "major",
        "location": {"path": PATH, "lines": {"begin": 1, "end": 1}},
    }
    assert (info["severity"], len(info["fingerprint"])) == ("info", 32)


def test_gitlab_fingerprints_are_unique_and_outlive_moved_lines() -> None:
    """GitLab shows only one of equal ones: the same fault in another document, or twice in one, is another."""
    other = AMOUNT._replace(path="文稿/另一份.txt")
    items = json.loads(report("gitlab", Outcome((AMOUNT, AMOUNT, PERCENT, other), (), 2)))
    marks = [item["fingerprint"] for item in items]
    longer = "新的一行。\n" + TEXT
    moved = diagnose("万元", Severity.ERROR, "BLK001", text=longer)
    later = "".join(render("gitlab", Outcome((moved,), (), 1), {}, Style(), {PATH: longer}.get))

    assert len(set(marks)) == 4
    assert json.loads(later)[0]["fingerprint"] == marks[0]


def test_junit_is_read_back() -> None:
    """A suite a document, a case a finding: failed, or skipped for a note; failures of the run are errors."""
    suites = JUnitXml.fromstring(report("junit").encode())
    cases = [(suite.name, case.name, type(case.result[0]).__name__) for suite in suites for case in suite]

    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (3, 1, 1, 1)
    assert cases == [
        ("gaojian", "坏 件.txt", "Error"),
        (PATH, "BLK001 missing (1:7)", "Failure"),
        (PATH, "BLK002 missing (2:5)", "Skipped"),
    ]
    failure = etree.fromstring(report("junit").encode()).find(".//failure")
    assert failure is not None
    assert failure.text == "文稿/报告.txt:1:7: BLK001 “万元”前缺数 <&>"


def test_junit_of_nothing_has_one_passed_test() -> None:
    """An empty report would look like a broken one."""
    suites = JUnitXml.fromstring(report("junit", Outcome((), (), 7)).encode())

    assert [(case.name, case.is_passed) for suite in suites for case in suite] == [("7 files", True)]


def test_checkstyle_is_exactly_this() -> None:
    """A file element a document, an error element a finding."""
    assert report("checkstyle") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
        '<file name="坏 件.txt">\n<error line="1" severity="error" message="无法读取" source="gaojian"/>\n</file>\n'
        f'<file name="{PATH}">\n'
        '<error line="1" column="7" severity="error" message="“万元”前缺数 &lt;&amp;&gt;" source="gaojian.BLK001"/>\n'
        '<error line="2" column="5" severity="info" message="“%”前缺数 &lt;&amp;&gt;" source="gaojian.BLK002"/>\n'
        "</file>\n</checkstyle>\n"
    )


def test_rdjson_counts_bytes_of_utf_8() -> None:
    """Columns of reviewdog are bytes: six Han are eighteen of them, and one beyond the first plane four."""
    failure, amount, percent = json.loads(report("rdjson"))["diagnostics"]

    assert failure == {"message": "无法读取", "location": {"path": "坏 件.txt"}, "severity": "ERROR"}
    assert amount["location"]["range"] == {"start": {"line": 1, "column": 19}, "end": {"line": 1, "column": 25}}
    assert percent["location"]["range"]["start"] == {"line": 2, "column": 14}
    assert (amount["severity"], percent["severity"], amount["code"]) == ("ERROR", "INFO", {"value": "BLK001"})
    assert amount["suggestions"] == [
        {"range": {"start": {"line": 1, "column": 19}, "end": {"line": 1, "column": 19}}, "text": "12"}
    ]


@pytest.mark.parametrize("path", ["稿.docx", "稿.html", "稿.pdf"])
def test_no_suggestion_replaces_what_is_no_text_file(path: str) -> None:
    """Offsets into a text that was taken out of a file are none into the file."""
    outcome = Outcome((AMOUNT._replace(path=path),), (), 1)
    texts = {path: TEXT}
    rdjson = json.loads("".join(render("rdjson", outcome, {}, Style(), texts.get)))["diagnostics"][0]
    sarif = json.loads("".join(render("sarif", outcome, {}, Style(), texts.get)))["runs"][0]["results"][0]

    assert (rdjson["location"]["range"], "suggestions" in rdjson) == ({"start": {"line": 1}, "end": {"line": 1}}, False)
    assert "fixes" not in sarif


def test_github_writes_no_more_than_it_keeps() -> None:
    """Ten of each kind, what was left out, and the totals."""
    many = tuple([AMOUNT] * 14 + [PERCENT] * 11)
    printed = report("github", Outcome(many, (FAILURE,) * 3, 1)).splitlines()

    assert Counter(line.split()[0] for line in printed if line.startswith("::")) == {"::error": 10, "::notice": 10}
    assert printed[-2] == "另有 错误 7、提示 1，没有逐条标注，见任务摘要"


def test_the_job_summary_is_a_table_in_which_nothing_is_markup() -> None:
    """Whatever a document or a file name holds, the page shows it as words."""
    hostile = "[x](javascript:1) <img src=x> `a` | @all ![y](z) *b* ~c~"
    outcome = Outcome((AMOUNT._replace(path=f"{hostile}.txt", message=Text(hostile, hostile)),), (FAILURE,), 1)
    page = "".join(job_summary(outcome, "zh"))
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(page)
    tokens = [child for token in parsed for child in token.children or ()]

    assert {token.type for token in tokens} == {"text"}
    assert f"{hostile}.txt:1:7" in "".join(token.content for token in tokens)


def test_the_job_summary_is_appended_where_the_runner_wants_it(folder: Path, gaojian: Gaojian) -> None:
    """The file named by GITHUB_STEP_SUMMARY keeps what other steps wrote."""
    (folder / "a.md").write_text("全年下拨万元。\n", "utf-8")
    (folder / "页.md").write_text("前一步\n", "utf-8")

    gaojian("check", "--output-format", "github", "a.md", GITHUB_STEP_SUMMARY=str(folder / "页.md"))
    broken = gaojian("check", "--output-format", "github", "a.md", GITHUB_STEP_SUMMARY=str(folder))

    assert (folder / "页.md").read_text("utf-8").startswith("前一步\n### gaojian 稿检\n\n检查 1 个文件：错误 1\n")
    assert "任务摘要写不进去" in broken.stderr
    assert broken.returncode == 1


@pytest.mark.parametrize("output_format", sorted(MACHINE_FORMATS))
@pytest.mark.parametrize("text", ["\x00\x1b[31m\ud800\uffff", "]]>", "\"'<>&", "a\u2028b\r\nc"])
def test_every_machine_format_parses_whatever_it_holds(output_format: str, text: str) -> None:
    """Control characters, half a surrogate pair and markup end no report before its time."""
    outcome = Outcome((AMOUNT._replace(path=f"{text}.txt", message=Text(text, text), text=text),), (), 1)
    printed = report(output_format, outcome)

    assert printed.encode()
    if output_format in {"junit", "checkstyle"}:
        assert etree.fromstring(printed.encode()) is not None
    elif output_format == "html":
        assert len(etree.HTML(printed).findall(".//script")) == 1
    elif output_format != "github":
        assert json.loads(printed)


def test_sarif_leaves_out_the_least_grave_beyond_the_limit_of_services() -> None:
    """25,000 results at most, the gravest, and a notification about the others."""
    run = json.loads(report("sarif", Outcome((PERCENT,) * 20_000 + (AMOUNT,) * 6_000, (), 1)))["runs"][0]

    assert Counter(result["ruleId"] for result in run["results"]) == {"BLK001": 6_000, "BLK002": 19_000}
    assert "另有 1000 处没有写入" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_all_formats_are_known() -> None:
    """The list is a promise: a format never goes away."""
    assert FORMATS == ("text", "full", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the SARIF multitool, installed from the npm registry; skip where that cannot be had."""
    folder = tmp_path_factory.mktemp("multitool")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so the SARIF multitool cannot be had")
    command = [npm, "install", "--silent", "--no-audit", "--prefix", str(folder), "@microsoft/sarif-multitool-linux"]
    try:
        process = subprocess.run(command, capture_output=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("the npm registry does not answer")
    program = folder / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    if process.returncode or not program.is_file():
        pytest.skip("the SARIF multitool cannot be installed here")
    program.chmod(0o755)
    return program


def test_sarif_passes_the_multitool_with_the_rules_of_github(multitool: Path, folder: Path, gaojian: Gaojian) -> None:
    """It has no errors to report; what it recommends of repositories and tools does not count."""
    (folder / "稿 件.md").write_text(TEXT + "始建于一九五○年。\n", "utf-8")
    gaojian("check", "--output-format", "sarif", "--output-file", "a.sarif", ".")
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    command = [str(multitool), "validate", "a.sarif", "--rule-kind", "Sarif;Ghas", "--output", "checked.sarif"]
    process = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    results = json.loads((folder / "checked.sarif").read_text("utf-8-sig"))["runs"][0]["results"]

    assert [(result["ruleId"], result["level"]) for result in results if result.get("level") == "error"] == []
    assert process.returncode == 0, process.stdout
