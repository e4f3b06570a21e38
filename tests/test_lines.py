"""Findings that are ignored by the text of their line, for formats in which no directive can stand."""

from pathlib import Path

import pytest
from conftest import Gaojian

from gaojian.config import read_config
from gaojian.plan import make_plan
from word_files import document, paragraph

ENTRY = "[[per-file]]\npaths = {paths}\nignore = {ignore}\nlines = {lines}\n"
FAULTS = "全年产值增长%。\n全县税收增长%。\n"


def write(folder: Path, paths: str = '["稿.txt"]', ignore: str = '["BLK002"]', lines: str = '["产值"]') -> None:
    (folder / "gaojian.toml").write_text(ENTRY.format(paths=paths, ignore=ignore, lines=lines), "utf-8")
    (folder / "稿.txt").write_text(FAULTS, "utf-8")


def places(output: str) -> list[list[str]]:
    return [line.split(" ")[:2] for line in output.splitlines()]


@pytest.mark.parametrize("ignore", ['["BLK002"]', '["BLK"]', '["ALL"]'])
def test_a_finding_is_ignored_where_its_line_holds_the_text(folder: Path, gaojian: Gaojian, ignore: str) -> None:
    """The other line is reported, whatever word stands for the code."""
    write(folder, ignore=ignore)

    assert places(gaojian("check", "--select", "BLK002").stdout) == [["稿.txt:2:7:", "BLK002"]]


def test_other_codes_and_other_files_are_reported(folder: Path, gaojian: Gaojian) -> None:
    """An entry holds for its paths and its codes."""
    write(folder, ignore='["BLK001"]')
    (folder / "另.txt").write_text(FAULTS, "utf-8")

    assert len(places(gaojian("check", "--select", "BLK002").stdout)) == 4


def test_a_text_of_no_use_is_reported(folder: Path, gaojian: Gaojian) -> None:
    """Where the entry names this very file; one that fits many may be of use in another."""
    write(folder, lines='["税收", "已经改掉的话"]')
    result = gaojian("check", "--select", "BLK002,SUP")

    assert places(result.stdout) == [["稿.txt:1:1:", "SUP001"], ["稿.txt:1:7:", "BLK002"]]
    assert "lines “已经改掉的话”没有屏蔽任何 BLK002 问题；请删去" in result.stdout
    write(folder, paths='["*.txt"]', lines='["税收", "已经改掉的话"]')
    assert places(gaojian("check", "--select", "BLK002,SUP").stdout) == [["稿.txt:1:7:", "BLK002"]]
    write(folder, lines='["已经改掉的话"]')
    assert gaojian("check", "--select", "BLK001,SUP").stdout == ""


def test_a_paragraph_of_word_is_a_line(folder: Path, gaojian: Gaojian) -> None:
    """What the report in full says can be copied into the configuration, and silences that finding."""
    (folder / "总结 [定].docx").write_bytes(document(paragraph("全年产值增长%。"), paragraph("全县税收增长%。")))
    first = gaojian("check", "--select", "BLK002", "--output-format", "full")
    advice = first.stderr[first.stderr.index("[[per-file]]") :]
    entry = advice[: advice.index("要记下")]

    assert (
        entry
        == '[[per-file]]\npaths = ["总结\\\\ \\\\[定\\\\].docx"]\nignore = ["BLK002"]\nlines = ["全年产值增长%。"]\n'
    )
    (folder / "gaojian.toml").write_text(entry, "utf-8")
    result = gaojian("check", "--select", "BLK002,SUP")
    assert len(result.stdout.splitlines()) == 1
    assert "gaojian baseline write" in first.stderr


def test_markdown_gets_no_advice(folder: Path, gaojian: Gaojian) -> None:
    """It takes directives."""
    (folder / "稿.md").write_text(FAULTS, "utf-8")

    assert "[[per-file]]" not in gaojian("check", "--output-format", "full").stderr


def test_explain_says_how_to_suppress(gaojian: Gaojian) -> None:
    """For formats with comments, and for those without."""
    told = gaojian("explain", "BLK002").stdout

    assert told.endswith(
        "屏蔽：在 Markdown 和纯文本里，前一行写 <!-- gaojian: next BLK002 — 理由 -->；\n"
        'Word、PDF 里写不了，可在 gaojian.toml 的 [[per-file]] 里写 ignore = ["BLK002"] 和 lines = ["所在行的文字"]\n'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('lines = ["甲"]', "per-file.lines：须与 ignore 同写，指明屏蔽哪些检查"),
        ('ignore = ["BLK"]\nlines = [""]', 'per-file.lines：应为文字列表，如 ["甲", "乙"]'),
        ('ignore = ["BLK"]\nlines = ["甲"]\nprofile = "notice"', "per-file.lines：体裁属于整份文稿，请另写一条"),
    ],
)
def test_an_entry_that_cannot_mean_anything_is_named(folder: Path, text: str, expected: str) -> None:
    """A text that is empty would silence every line."""
    (folder / "gaojian.toml").write_text(f'[[per-file]]\npaths = ["稿.txt"]\n{text}\n', "utf-8")
    config, found = read_config(folder / "gaojian.toml", folder)

    assert [f"{folder / 'gaojian.toml'}：{expected}"] == [text.zh for text in found]
    assert make_plan(config).line_entries("稿.txt") == ()


def test_the_configuration_shows_its_rules_and_lines(folder: Path, gaojian: Gaojian) -> None:
    """With the file that they stand in."""
    write(folder)
    with (folder / "gaojian.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[rules]]\nkind = "forbidden"\ncode = "OWN001"\nname = "own"\ntitle = "词"\n'
            'message = "词"\nbasis = "规定"\ntexts = ["词"]\n'
        )
    told = gaojian("config").stdout
    place = folder / "gaojian.toml"

    assert f'[[per-file]]  # {place}\npaths = ["稿.txt"]\nignore = ["BLK002"]\nlines = ["产值"]\n' in told
    assert f'[[rules]]  # {place}\nkind = "forbidden"\ncode = "OWN001"\nname = "own"\n' in told
