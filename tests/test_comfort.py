"""What makes daily work easy: watching, completion, manual pages, and a matcher for editors."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, Gaojian, outside_environment

from manual import write_manual

FAULT, CLEAN = "全年产值增长%，创历史新高。\n", "全年产值增长一成，创历史新高。\n"


def wait_for(file: Path, text: str, count: int = 1) -> None:
    """Wait until ``text`` stands in ``file`` so many times; what is waited for comes within a second or so."""
    end = time.monotonic() + 60
    while file.read_text("utf-8").count(text) < count:
        assert time.monotonic() < end, file.read_text("utf-8")
        time.sleep(0.05)


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for a child alone on Windows")
def test_a_draft_is_checked_again_when_it_changes(folder: Path) -> None:
    """Each change brings a report; a broken configuration does not end the watch, Ctrl-C does."""
    (folder / "稿").mkdir()
    (folder / "稿" / "a.md").write_text(CLEAN, "utf-8")
    out, err = folder / "out.log", folder / "err.log"
    command = [sys.executable, "-m", "gaojian", "check", "--watch", "稿"]
    # A shell in the background has its children ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with out.open("w") as stdout, err.open("w") as stderr:
        process = subprocess.Popen(command, cwd=folder, env=outside_environment(), stdout=stdout, stderr=stderr)
    signal.signal(signal.SIGINT, before)
    try:
        wait_for(err, "检查 1 个文件：未发现问题")
        time.sleep(1)
        (folder / "稿" / "a.md").write_text(FAULT, "utf-8")
        wait_for(out, "稿/a.md:1:7: BLK002")
        (folder / "稿" / "gaojian.toml").write_text("profile = 1\n", "utf-8")
        wait_for(err, "profile：")
        (folder / "稿" / "gaojian.toml").unlink()
        wait_for(out, "稿/a.md:1:7: BLK002", 3)
    finally:
        process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130


def test_standard_input_cannot_be_watched(gaojian: Gaojian) -> None:
    """It is said in one sentence."""
    process = gaojian("check", "--watch", "-")

    assert (process.returncode, process.stderr) == (2, "gaojian: 标准输入没有可等的改动，不能用 --watch\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_their_script(shell: str, gaojian: Gaojian) -> None:
    """The script asks the program, by the variable that the program knows."""
    script = gaojian("completion", shell).stdout

    assert "_GAOJIAN_COMPLETE" in script
    assert f"{shell}_complete" in script


def test_completion_knows_commands_and_options(gaojian: Gaojian) -> None:
    """What the script asks for is answered."""
    commands = gaojian(_GAOJIAN_COMPLETE="bash_complete", COMP_WORDS="gaojian ", COMP_CWORD="1").stdout
    options = gaojian(_GAOJIAN_COMPLETE="bash_complete", COMP_WORDS="gaojian check --uns", COMP_CWORD="2").stdout

    assert "plain,check\n" in commands
    assert "plain,baseline\n" in commands
    assert options == "plain,--unsafe-fixes\n"


def test_the_manual_pages_are_those_of_the_commands(tmp_path: Path) -> None:
    """`make manual` renews them; the first line holds the day and is not compared."""
    write_manual(tmp_path, "0")
    pages = {page.name: page.read_text("utf-8").splitlines()[1:] for page in tmp_path.iterdir()}
    kept = {page.name: page.read_text("utf-8").splitlines()[1:] for page in (ROOT / "lint" / "man").iterdir()}

    assert len(pages) >= 10
    assert pages == kept


def test_the_problem_matcher_reads_our_lines(folder: Path, gaojian: Gaojian) -> None:
    """Editors and runners take file, line, column, code and message out of the text format."""
    (folder / "第一 稿.md").write_text(FAULT, "utf-8")
    matcher = json.loads((ROOT / "examples" / "ci" / "problem-matcher.json").read_text("utf-8"))
    pattern = matcher["problemMatcher"][0]["pattern"][0]
    match = re.match(pattern["regexp"], gaojian("check").stdout)

    assert match is not None
    fields = {name: match[number] for name, number in pattern.items() if name != "regexp"}
    assert (fields["file"], fields["line"], fields["column"], fields["code"]) == ("第一 稿.md", "1", "7", "BLK002")
    assert fields["message"].startswith("“全年产值增长%”缺百分比数字")
