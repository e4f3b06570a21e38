"""``gaojian test-rules`` and ``gaojian new-check``: rules of one's own, from the first line to the last example."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Gaojian

RULE = """
[[rules]]
kind = "{kind}"
code = "{code}"
name = "{name}"
title = "用语"
message = "“{{text}}”"
basis = "本单位规定"
{table}
"""
CHECK = '''
from gaojian import Check, Finding, Pattern, Severity, Span, Text, bad, good
class Own(Check):
    """用语。"""
    code, name, severity = "OWN001", "own-word", Severity.NOTE
    title, basis = Text("用语", "word"), ("本单位规定",)
    examples = (bad("⟦旧称⟧"), good("新称"))
    def check(self, document):
        {body}
'''


def rule(table: str, kind: str = "forbidden", code: str = "OWN001", name: str = "own-word") -> str:
    return RULE.format(kind=kind, code=code, name=name, table=table)


def write(folder: Path, *rules: str) -> None:
    (folder / "gaojian.toml").write_text("".join(rules), "utf-8")


def test_an_example_that_fails_shows_what_was_expected_and_what_was_found(folder: Path, gaojian: Gaojian) -> None:
    """With marks, on one line each; the other rules are tried as well."""
    write(
        folder,
        rule("texts = ['狠抓']\nexamples = [\"⟦狠抓落实⟧。\\n狠抓\", '没有。']"),
        rule("terms = {'帐号' = '账号'}\nexamples = ['⟦帐号⟧', '账号']", "preferred", "OWN002", "other"),
    )
    result = gaojian("test-rules")

    assert result.stdout == (
        "OWN001 own-word：示例 1：不符\n"
        "  应为：⟦狠抓落实⟧。⏎狠抓\n"
        "  实为：⟦狠抓⟧落实。⏎⟦狠抓⟧\n"
        "规则 2 条，示例 4 个：1 处不符\n"
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert gaojian("test-rules", "--lang", "en").stdout.startswith(
        "OWN001 own-word: example 1: fails\n  expected: ⟦狠抓落实⟧。⏎狠抓\n  found:    ⟦狠抓⟧落实"
    )


@pytest.mark.parametrize(
    ("text", "expected", "code"),
    [
        (rule("texts = ['甲']\nexamples = ['⟦甲⟧']"), "OWN001 own-word（提醒）：没有“不报”的示例", 0),
        (rule("texts = ['甲']"), "OWN001 own-word（提醒）：没有“应报”的示例", 0),
        (
            rule("terms = {'甲' = '乙'}\nexamples = ['丙', {text = '⟦甲⟧', fixed = '丁'}]", "preferred"),
            "OWN001 own-word：示例 2：改后不符\n  应为：丁\n  实为：乙",
            1,
        ),
        (
            rule("patterns = ['甲|(?=乙)']\nexamples = ['⟦甲⟧', '丙', '丙乙']"),
            "OWN001 own-word：示例 3：报在空文字上，处处都可能报",
            1,
        ),
        (
            rule("patterns = ['(一|一一)+。']\nexamples = ['⟦一。⟧', '二']"),
            "太慢：100 字（一一一一一一一一一一一一…）",
            1,
        ),
        (
            rule("patterns = ['据.*?透露']\nexamples = ['⟦据甲透露⟧', '二']"),
            "（提醒）：正则表达式 据.*?透露 在 20000 字的一行",
            0,
        ),
        ("selct = []", "没有本地规则；写在 plugins 所指的文件里", 2),
        ("", "没有本地规则；写在 plugins 所指的文件里", 0),
    ],
)
def test_each_fault_of_a_rule_is_named(folder: Path, gaojian: Gaojian, text: str, expected: str, code: int) -> None:
    """What fails is exit code 1, what ought to be better a warning."""
    write(folder, text)
    result = gaojian("test-rules")

    assert expected in result.stdout
    assert result.returncode == code


def test_a_rule_that_cannot_be_read_is_exit_code_two(folder: Path, gaojian: Gaojian) -> None:
    """The others are tried."""
    write(folder, rule("textes = ['甲']"), rule("texts = ['甲']\nexamples = ['⟦甲⟧', '乙']", code="OWN002", name="b"))
    result = gaojian("test-rules")

    assert result.returncode == 2
    assert "rules#1 OWN001.textes：不认识 textes；是不是 texts？" in result.stderr
    assert result.stdout == "规则 1 条，示例 2 个：全部相符\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("raise RuntimeError('坏了')", "OWN001 own-word：示例 1：检查出错（RuntimeError: 坏了）"),
        ("return []", "  应为：⟦旧称⟧\n  实为：旧称\n"),
    ],
)
def test_checks_in_python_are_tried_as_well(folder: Path, gaojian: Gaojian, body: str, expected: str) -> None:
    """A file is named on the command line, without any configuration."""
    (folder / "own.py").write_text(CHECK.format(body=body), "utf-8")
    result = gaojian("test-rules", "own.py")

    assert expected in result.stdout
    assert result.returncode == 1


def test_paths_are_files_folders_or_configurations(folder: Path, gaojian: Gaojian) -> None:
    """Those that are named count, and no other."""
    (folder / "一").mkdir()
    (folder / "二").mkdir()
    examples = "texts = ['甲']\nexamples = ['⟦甲⟧', '乙']"
    (folder / "一" / "规则.toml").write_text(rule(examples), "utf-8")
    write(folder / "二", rule(examples, code="OWN002", name="b"), rule(examples, code="OWN003", name="c"))

    assert gaojian("test-rules", "一").stdout == "规则 1 条，示例 2 个：全部相符\n"
    assert gaojian("test-rules", "一/规则.toml").stdout == "规则 1 条，示例 2 个：全部相符\n"
    assert gaojian("test-rules", "二").stdout == "规则 2 条，示例 4 个：全部相符\n"
    assert gaojian("test-rules", "一", "二/gaojian.toml").stdout == "规则 3 条，示例 6 个：全部相符\n"
    assert gaojian("test-rules", "无").returncode == 2


@pytest.mark.parametrize("arguments", [[], ["--data"]], ids=["python", "table"])
def test_a_new_check_runs_at_once(folder: Path, gaojian: Gaojian, arguments: list[str]) -> None:
    """It is found without another line, its examples hold, and it finds what they mark."""
    made = gaojian("new-check", "plain_words", *arguments)
    (folder / "稿.txt").write_text("共有 3 个待核实。\n", "utf-8")
    tried, found = gaojian("test-rules"), gaojian("check", "--select", "OWN")

    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[1] == ('已写入 gaojian.toml：plugins = ["rules"]；现在可以运行 gaojian test-rules')
    assert (tried.stdout, tried.stderr, tried.returncode) == ("规则 1 条，示例 2 个：全部相符\n", "", 0)
    assert found.stdout.startswith("稿.txt:1:7: OWN001 “待核实”还留在定稿里")


@pytest.mark.parametrize("name", ["empty-phrase", "check", "span"])
def test_what_new_check_writes_is_as_clean_as_this_project(folder: Path, gaojian: Gaojian, name: str) -> None:
    """Ruff with every rule that holds here, its formatter, and mypy --strict; though it be called as an import."""
    gaojian("new-check", name, "--code", "ABC123", "--folder", "own")
    file = f"own/{name.replace('-', '_')}.py"
    ruff = [sys.executable, "-m", "ruff"]
    settings = ["--no-cache", "--config", str(ROOT / "pyproject.toml")]

    def run(*command: str) -> tuple[int, str]:
        process = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
        return process.returncode, process.stdout

    assert run(*ruff, "check", *settings, "--ignore", "INP001", file)[0] == 0
    assert run(*ruff, "format", "--check", *settings, file)[0] == 0
    assert run(sys.executable, "-m", "mypy", "--strict", file)[0] == 0
    assert gaojian("test-rules").stdout == "规则 1 条，示例 2 个：全部相符\n"


def test_a_new_check_takes_the_next_code_and_says_what_to_add(folder: Path, gaojian: Gaojian) -> None:
    """A configuration that is there is left alone: the line to put into it is shown."""
    (folder / "gaojian.toml").write_text('plugins = ["a.toml"]\n', "utf-8")
    (folder / "a.toml").write_text(rule("texts = ['甲']"), "utf-8")
    result = gaojian("new-check", "other", "--data", "--folder", "own/rules")

    assert result.stdout == (
        "已写入 own/rules/other.toml（OWN002）\n"
        f'请在 {folder / "gaojian.toml"} 里写 plugins = ["a.toml", "own/rules"]，再运行 gaojian test-rules\n'
    )
    assert (folder / "gaojian.toml").read_text("utf-8") == 'plugins = ["a.toml"]\n'


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["missing-percent"], "已经有 BLK002 missing-percent，请换一个代码或名称"),
        (["other", "--code", "BLK002"], "已经有 BLK002 missing-percent，请换一个代码或名称"),
        (["other", "--code", "OWN1"], "代码 OWN1 应为三个大写字母加三个数字，如 OWN001"),
        (["套话"], "名称 套话 应为小写英文单词，用连字符相连，如 empty-phrase"),
        (["../x"], "名称 ../x 应为小写英文单词"),
        (["there"], "已经有了，没有改写"),
    ],
)
def test_a_new_check_overwrites_nothing_and_clashes_with_none(
    folder: Path, gaojian: Gaojian, arguments: list[str], expected: str
) -> None:
    """Exit code 2 and one sentence; nothing is written."""
    (folder / "rules").mkdir()
    (folder / "rules" / "there.py").write_text("mine = 1\n", "utf-8")
    result = gaojian("new-check", *arguments)

    assert (result.returncode, result.stdout) == (2, "")
    assert expected in result.stderr
    assert [path.name for path in folder.rglob("*.*")] == ["there.py"]
    assert (folder / "rules" / "there.py").read_text("utf-8") == "mine = 1\n"
