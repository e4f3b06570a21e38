"""Bad input and the pipeline, through the command line as a user meets them."""

import json
import os
from pathlib import Path

import pytest
from conftest import Gaojian

FAULT = "全年产值增长%，创历史新高。\n"
CLEAN = "全年产值增长百分之十二，创历史新高。\n"
CRASH = """
from gaojian import Check, Finding, Severity, Span, Text
class Crash(Check):
    "出错的检查。"
    code, name, severity = "OWN001", "crash", Severity.NOTE
    title, basis = Text("出错", "crash"), ("无",)
    def check(self, document):
        yield Finding(Span(0, 1), Text("先报一个", "one before"))
        if "坏" in document.text:
            raise ValueError("内部错误")
"""


def codes(report: str) -> list[tuple[str, str, int]]:
    return [(d["path"], d["code"], d["start"]["line"]) for d in json.loads(report)["diagnostics"]]


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("无.md", None, "无.md：没有这个文件或文件夹"),
        ("夹", "folder", "夹：文件夹里没有可检查的文稿"),
        ("图.txt", b"\x89PNG\r\n\0\0\0", "图.txt：不是文本文件"),
        (
            "旧.txt",
            "全年产值。\n第二行".encode() + b"\xff",
            "旧.txt：第 2 行（第 26 字节）不是 UTF-8；请把文件转存为 UTF-8",
        ),
        ("报告.docx", b"PK\x03\x04", "报告.docx：不是完整的 Word 文档"),
        ("管道", "fifo", "管道：不是普通文件"),
    ],
)
def test_what_cannot_be_checked_is_named_and_the_rest_is_checked(
    folder: Path, gaojian: Gaojian, name: str, data: bytes | str | None, sentence: str
) -> None:
    """One clear sentence with file and cure, exit code 2, and the findings of the other file."""
    (folder / "稿.md").write_text(FAULT, "utf-8")
    if data == "folder":
        (folder / name).mkdir()
    elif data == "fifo":
        os.mkfifo(folder / name)
    elif isinstance(data, bytes):
        (folder / name).write_bytes(data)

    result = gaojian("check", name, "稿.md")

    assert sentence in result.stderr
    assert result.stdout.startswith("稿.md:1:7: BLK002 ")
    assert result.returncode == 2


def test_an_empty_file_is_clean(folder: Path, gaojian: Gaojian) -> None:
    """Nothing to check is nothing to find, in text and in Markdown, with a byte order mark or without."""
    (folder / "空.txt").write_bytes(b"")
    (folder / "空.md").write_bytes(b"\xef\xbb\xbf")
    result = gaojian("check", "空.txt", "空.md")

    assert (result.stdout, result.returncode) == ("", 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_do_not_move_columns(folder: Path, gaojian: Gaojian, encoding: str) -> None:
    """The mark is no character of the text."""
    (folder / "稿.txt").write_bytes(FAULT.encode(encoding))

    assert gaojian("check", "稿.txt").stdout.startswith("稿.txt:1:7: BLK002 ")


def test_a_check_that_crashes_costs_only_itself(folder: Path, gaojian: Gaojian) -> None:
    """The failure names check and file; its findings before the crash, the other checks and the other file stay."""
    (folder / "crash.py").write_text(CRASH, "utf-8")
    (folder / "gaojian.toml").write_text('plugins = ["crash.py"]\n', "utf-8")
    (folder / "坏.md").write_text("坏" + FAULT, "utf-8")
    (folder / "好.md").write_text(FAULT, "utf-8")
    result = gaojian("check", "坏.md", "好.md", "--output-format", "json", "--select", "OWN,BLK002")

    assert codes(result.stdout) == [
        ("坏.md", "OWN001", 1),
        ("坏.md", "BLK002", 1),
        ("好.md", "OWN001", 1),
        ("好.md", "BLK002", 1),
    ]
    assert "坏.md：检查 OWN001 在这份文稿上出错（ValueError: 内部错误）" in result.stderr
    assert result.returncode == 2


def test_a_plugin_that_cannot_be_imported_costs_only_itself(folder: Path, gaojian: Gaojian) -> None:
    """The built-in checks still run; the exit code says that something did not."""
    (folder / "bad.py").write_text("raise RuntimeError('坏了')\n", "utf-8")
    (folder / "gaojian.toml").write_text('plugins = ["bad.py"]\nselect = ["BLK002", "OWN001"]\n', "utf-8")
    (folder / "稿.md").write_text(FAULT, "utf-8")
    result = gaojian("check")

    assert "bad.py：检查插件无法加载（RuntimeError: 坏了）" in result.stderr
    assert "OWN001" not in result.stderr
    assert result.stdout.startswith("稿.md:1:7: BLK002 ")
    assert result.returncode == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("select = [", "TOML 语法有误"),
        ('selct = ["BLK"]', "selct：不认识 selct；是不是 select？"),
        ('select = ["BLKK002", "BLK002"]', "select：不认识 BLKK002；是不是 BLK002？"),
    ],
)
def test_a_broken_configuration_is_named_and_documents_are_checked(
    folder: Path, gaojian: Gaojian, text: str, sentence: str
) -> None:
    """File, key and cure in one sentence, exit code 2, findings all the same."""
    (folder / "gaojian.toml").write_text(text, "utf-8")
    (folder / "稿.md").write_text(FAULT, "utf-8")
    result = gaojian("check")

    assert f"gaojian.toml：{sentence}" in result.stderr
    assert "稿.md:1:7: BLK002 " in result.stdout
    assert result.returncode == 2


def test_an_unknown_code_on_the_command_line_is_named(folder: Path, gaojian: Gaojian) -> None:
    """The codes that are known still run."""
    (folder / "稿.md").write_text(FAULT, "utf-8")
    result = gaojian("check", "--select", "BLKK002,BLK002")

    assert "--select：不认识 BLKK002；是不是 BLK002？" in result.stderr
    assert result.stdout.startswith("稿.md:1:7: BLK002 ")
    assert result.returncode == 2


def test_an_output_file_that_cannot_be_written_is_named(folder: Path, gaojian: Gaojian) -> None:
    """A folder that is not there, and a path that is a folder."""
    (folder / "稿.md").write_text(FAULT, "utf-8")
    missing = gaojian("check", "--output-file", "无/报告.txt")
    taken = gaojian("check", "--output-file", ".")

    assert (missing.returncode, taken.returncode) == (2, 2)
    assert "无/报告.txt：无法写入" in missing.stderr
    assert "是文件夹，不能写入" in taken.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(folder: Path, gaojian: Gaojian) -> None:
    """The reason of the system, and the cure."""
    (folder / "锁.md").write_text(FAULT, "utf-8")
    (folder / "锁.md").chmod(0)
    result = gaojian("check", "锁.md")

    assert "锁.md：无法读取" in result.stderr
    assert result.returncode == 2


def test_one_line_of_fifty_megabytes_is_checked(folder: Path, gaojian: Gaojian) -> None:
    """Every check is linear on one endless line; the fault at its end is found."""
    sentence = "推动高质量发展取得新的进展，全面完成年度目标任务。"
    data = (sentence * 20 + FAULT.strip()).encode() + sentence.encode() * (50 * 1024 * 1024 // len(sentence.encode()))
    (folder / "长.txt").write_bytes(data)
    result = gaojian("check", "长.txt", "--select", "DEFAULT", "--output-format", "json", "--ignore", "DUP")

    column = 20 * len(sentence) + 7
    found = [(d["code"], d["start"]["column"]) for d in json.loads(result.stdout)["diagnostics"]]
    assert ("BLK002", column) in found
    assert result.returncode == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_give_the_same_report(folder: Path, gaojian: Gaojian, jobs: str) -> None:
    """Sorted by path and place, however many processes worked on it; a file that fails fails alone."""
    for number in range(12):
        (folder / f"{number:02}.md").write_text(CLEAN * number + FAULT, "utf-8")
    (folder / "12.md").write_bytes(b"\xff")
    result = gaojian("check", "--jobs", jobs, "--output-format", "json", "--select", "BLK")

    assert codes(result.stdout) == [(f"{number:02}.md", "BLK002", number + 1) for number in range(12)]
    assert json.loads(result.stdout)["summary"]["files"] == 12
    assert result.returncode == 2
