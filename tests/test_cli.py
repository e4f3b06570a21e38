import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Gaojian

FAULT = "全年产值增长%，创历史新高。\n"
CLEAN = "全年产值增长百分之十二，创历史新高。\n"


@pytest.fixture
def draft(folder: Path) -> Path:
    file = folder / "稿.md"
    file.write_text(FAULT, "utf-8")
    return file


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--ignore", "BLK"], 0),
        (["--select", "DUP"], 0),
        (["--fail-on", "sometimes"], 2),
        (["--selct", "DUP"], 2),
        (["无.md"], 2),
    ],
)
@pytest.mark.usefixtures("draft")
def test_exit_codes(gaojian: Gaojian, arguments: list[str], expected: int) -> None:
    """0 clean or told so, 1 findings as grave as asked, 2 could not do the job."""
    assert gaojian("check", *arguments).returncode == expected


def test_notes_do_not_fail_a_run_unless_asked(gaojian: Gaojian, draft: Path) -> None:
    """A check made a note reports and passes; --fail-on note fails it."""
    (draft.parent / "gaojian.toml").write_text('select = ["BLK"]\n[checks.BLK002]\nseverity = "note"\n', "utf-8")

    assert gaojian("check").returncode == 0
    assert gaojian("check", "--fail-on", "note").returncode == 1


def test_standard_input_has_a_name(gaojian: Gaojian, folder: Path) -> None:
    """The name decides the format and the configuration; the path - is not needed with it."""
    fence = f"```\n{FAULT}```\n".encode()
    (folder / "子").mkdir()
    (folder / "子" / "gaojian.toml").write_text('ignore = ["BLK"]\n', "utf-8")

    assert gaojian("check", "-", stdin=FAULT.encode()).stdout.startswith("<stdin>:1:7: BLK002 ")
    assert gaojian("check", "--stdin-filename", "稿.txt", stdin=fence).stdout.startswith("稿.txt:2:7: BLK002 ")
    assert gaojian("check", "-", "--stdin-filename", "稿.md", stdin=fence).stdout == ""
    assert gaojian("check", "-", "--stdin-filename", "子/稿.txt", stdin=FAULT.encode()).stdout == ""


@pytest.mark.usefixtures("draft")
def test_language_is_set_by_flag_environment_and_file(gaojian: Gaojian, folder: Path) -> None:
    """The flag stands above GAOJIAN_LANG, which stands above the configuration."""
    assert "检查 1 个文件：错误 1" in gaojian("check").stderr
    assert "1 file checked: 1 error" in gaojian("check", GAOJIAN_LANG="en").stderr
    assert "检查 1 个文件" in gaojian("check", "--lang", "zh", GAOJIAN_LANG="en").stderr
    (folder / "gaojian.toml").write_text('lang = "en"\n', "utf-8")
    assert "1 file checked" in gaojian("check").stderr


@pytest.mark.usefixtures("draft")
def test_color_is_asked_for_or_decided_by_the_environment(gaojian: Gaojian) -> None:
    """No colour into a pipe; FORCE_COLOR gives it, NO_COLOR and never take it, always gives it."""
    assert "\x1b[" not in gaojian("check").stdout
    assert "\x1b[" in gaojian("check", FORCE_COLOR="1").stdout
    assert "\x1b[" not in gaojian("check", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in gaojian("check", "--color", "never", FORCE_COLOR="1").stdout
    assert "\x1b[" in gaojian("check", "--color", "always", NO_COLOR="1").stdout


@pytest.mark.usefixtures("draft")
def test_an_output_file_holds_the_report_alone(gaojian: Gaojian, folder: Path) -> None:
    """The report is in the file, the summary on standard error, nothing on standard output, no leftovers."""
    result = gaojian("check", "--output-format", "json", "--output-file", "报告.json")

    assert result.stdout == ""
    assert json.loads((folder / "报告.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert sorted(path.name for path in folder.iterdir()) == ["报告.json", "稿.md"]


@pytest.mark.usefixtures("draft")
def test_quiet_and_statistics(gaojian: Gaojian) -> None:
    """Quiet leaves out the summary; statistics count by code, tell the kind of document and the rate."""
    quiet = gaojian("check", "--quiet")
    counted = gaojian("check", "--statistics", "--select", "BLK")

    assert quiet.stderr == ""
    assert "BLK002" in counted.stdout.splitlines()[-5]
    assert counted.stdout.splitlines()[-3] == "稿.md：体裁 报告（看不出别的体裁，按默认）"
    assert counted.stdout.splitlines()[-1].startswith("差错率：加权差错 1.0 个，全文 14 字")


@pytest.mark.usefixtures("draft")
def test_a_console_that_cannot_show_a_character_shows_its_code(gaojian: Gaojian, folder: Path) -> None:
    """A report in ASCII is ugly, and whole."""
    (folder / "𠮷.md").write_text(FAULT, "utf-8")
    result = gaojian("check", "𠮷.md", PYTHONIOENCODING="ascii")

    assert result.stdout.startswith("\\U00020bb7.md:1:7: BLK002")
    assert result.returncode == 1


def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    """A pipe that closes early ends the output without a traceback."""
    (folder / "稿.md").write_text("\n".join(f"第{n}项产值增长%，创历史新高。" for n in range(9000)), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "gaojian", "check", "--select", "BLK"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_explain_tells_of_a_check_by_code_or_name(gaojian: Gaojian) -> None:
    """Code and name lead to the same text, in both languages; a wrong word names the nearest."""
    chinese = gaojian("explain", "BLK002")
    english = gaojian("explain", "missing-percent", "--lang", "en")
    wrong = gaojian("explain", "BLKK002")

    assert "百分比缺数" in chinese.stdout
    assert "missing percentage" in english.stdout
    assert (wrong.returncode, "BLK002" in wrong.stderr) == (2, True)


def test_checks_are_listed_for_people_and_machines(gaojian: Gaojian, folder: Path) -> None:
    """The star follows the configuration; the JSON has what a tool needs to build a menu."""
    (folder / "gaojian.toml").write_text('select = ["BLK002"]\n', "utf-8")
    lines = gaojian("checks").stdout.splitlines()
    table = json.loads(gaojian("checks", "--output-format", "json").stdout)

    assert [line.split()[1] for line in lines if line.startswith("*")] == ["BLK002"]
    assert {"code", "name", "title", "severity", "active", "opt_in", "profiles", "project", "basis", "options"} == set(
        table[0]
    )
    assert [rule["code"] for rule in table if rule["active"]] == ["BLK002"]


def test_config_says_where_each_value_came_from(gaojian: Gaojian, folder: Path) -> None:
    """File, environment and default are told apart; what holds for one file is worked out."""
    (folder / "gaojian.toml").write_text(
        'exclude = ["旧/"]\n[[per-file]]\npaths = ["表/*"]\nignore = ["BLK"]\nprofile = "specimen"\n', "utf-8"
    )
    text = gaojian("config", "表/一.md", GAOJIAN_LANG="en").stdout

    assert f'exclude = ["旧/"]  # {folder / "gaojian.toml"}\n' in text
    assert 'lang = "en"  # GAOJIAN_LANG\n' in text
    assert 'fail-on = "warning"  # default\n' in text
    assert 'profile = "specimen"  # ' in text
    assert " BLK002" not in text.splitlines()[-1]


def test_a_nested_configuration_holds_for_its_folder(gaojian: Gaojian, folder: Path) -> None:
    """Each document goes by its nearest file, and its exclude counts below it."""
    for name in ("稿.md", "子/稿.md", "子/旧.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(FAULT, "utf-8")
    (folder / "子" / "gaojian.toml").write_text('exclude = ["旧.md"]\n[checks.BLK002]\nseverity = "note"\n', "utf-8")
    report = json.loads(gaojian("check", "--output-format", "json", "--select", "BLK").stdout)

    assert [(d["path"], d["severity"]) for d in report["diagnostics"]] == [("子/稿.md", "note"), ("稿.md", "error")]


def test_version_and_help(gaojian: Gaojian) -> None:
    """Both work as a module, and help names every command."""
    assert gaojian("--version").stdout.startswith("gaojian 0.")
    assert all(word in gaojian("--help").stdout for word in ("check", "checks", "config", "explain"))
