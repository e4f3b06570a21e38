"""Fixes: which are made together, what they leave alone, and how they reach the file."""

import codecs
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import Gaojian, git

from gaojian import repair
from gaojian.config import read_config
from gaojian.diagnostic import Diagnostic, Edit, Fix, Safety, Severity, Text
from gaojian.examine import Source
from gaojian.fix import apply, choose
from gaojian.plan import make_plan
from gaojian.reading.rewrite import rewrite
from gaojian.run import run
from gaojian.text import Position, Span
from gaojian.writing import replace, temporary_for

PLUGIN = '''
from gaojian import Check, Edit, Finding, Fix, Preferred, Safety, Severity, Span, Text, bad, good


class Login(Preferred):
    """登陆应写作登录。 Log in, not land."""

    code, name, title, severity = "ZZZ001", "login", Text("登陆", "login"), Severity.WARNING
    basis = ("测试",)
    terms = {"登陆": "登录", "登陆艇": "登陆艇"}
    safety = Safety.SAFE


class Account(Preferred):
    """帐号应写作账号。 Account."""

    code, name, title, severity = "ZZZ002", "account", Text("帐号", "account"), Severity.WARNING
    basis = ("测试",)
    terms = {"帐号": "账号"}
'''
SWAPS = '''
from gaojian import Preferred, Safety, Severity, Text


class There(Preferred):
    """甲地改为乙地。 There."""

    code, name, title, severity = "ZZY001", "there", Text("去", "there"), Severity.WARNING
    basis = ("测试",)
    terms = {"甲地": "乙地"}
    safety = Safety.SAFE


class Back(Preferred):
    """乙地改为甲地。 Back."""

    code, name, title, severity = "ZZY002", "back", Text("回", "back"), Severity.WARNING
    basis = ("测试",)
    terms = {"乙地": "甲地"}
    safety = Safety.SAFE
'''
CONFIG = 'plugins = ["rules"]\nselect = ["ZZ"]\n'


@pytest.fixture
def house(folder: Path) -> Path:
    """Return a folder whose configuration knows two checks with fixes."""
    (folder / "rules").mkdir()
    (folder / "rules" / "terms.py").write_text(PLUGIN, "utf-8")
    (folder / "gaojian.toml").write_text(CONFIG, "utf-8")
    return folder


def diagnostic(code: str, *edits: Edit, safety: Safety = Safety.SAFE) -> Diagnostic:
    fix = Fix(Text("改", "fix"), edits, safety)
    span = edits[0].span if edits else Span(0, 0)
    start, end = Position(1, span.start + 1), Position(1, span.end + 1)
    return Diagnostic("a.txt", code, "name", Severity.WARNING, Text("甲", "a"), span, start, end, "", fix)


def test_fixes_that_overlap_or_touch_wait_for_the_next_round() -> None:
    """The first of those that meet is taken, and any that is apart from it."""
    first, touching = diagnostic("AAA001", Edit(Span(0, 2), "一")), diagnostic("AAA002", Edit(Span(2, 3), "二"))
    overlapping, apart = diagnostic("AAA003", Edit(Span(1, 4), "三")), diagnostic("AAA004", Edit(Span(5, 5), "四"))

    choice = choose([apart, overlapping, touching, first], unsafe=False)

    assert (choice.made, apply("零壹贰叁肆伍", choice.edits)) == ((first, apart), "一贰叁肆四伍")


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    """One edit that meets a taken fix keeps all the others of its fix back."""
    first = diagnostic("AAA001", Edit(Span(4, 5), ""))
    several = diagnostic("AAA002", Edit(Span(6, 7), ""), Edit(Span(9, 9), "。"))
    meeting = diagnostic("AAA003", Edit(Span(0, 1), ""), Edit(Span(5, 6), ""))

    assert choose([first, several], unsafe=False).made == (first, several)
    assert choose([first, meeting], unsafe=False).made == (meeting,)


def test_the_same_fix_from_two_findings_is_made_once() -> None:
    """Both findings count as mended, and the text changes once."""
    twins = [diagnostic("AAA001", Edit(Span(1, 1), "。")), diagnostic("AAA002", Edit(Span(1, 1), "。"))]

    choice = choose(twins, unsafe=False)

    assert (list(choice.made), apply("完", choice.edits)) == (twins, "完。")


def test_unsafe_fixes_are_made_only_when_asked_for() -> None:
    """``unsafe`` adds them; a fix without edits is never one."""
    safe, unsafe = diagnostic("AAA001", Edit(Span(0, 1), "")), diagnostic("AAA002", Edit(Span(5, 6), ""))
    unsafe = unsafe._replace(fix=Fix(Text("改", "fix"), (Edit(Span(5, 6), ""),), Safety.UNSAFE))

    assert choose([safe, unsafe], unsafe=False).made == (safe,)
    assert choose([safe, unsafe, diagnostic("AAA003")], unsafe=True).made == (safe, unsafe)


ENCODINGS: dict[str, tuple[bytes, str]] = {
    "utf-8": (b"", "utf-8"),
    "utf-8 with byte order mark": (codecs.BOM_UTF8, "utf-8"),
    "gb18030": (b"", "gb18030"),
    "utf-16-le with byte order mark": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be with byte order mark": (codecs.BOM_UTF16_BE, "utf-16-be"),
}
DRAFT = (
    "请先登陆平台，再登陆邮箱。\r\n第二行没有问题，𠮷字也在。\r最后一行\u2028还要登陆系统，然后提交本年度的全部材料。\n"
)


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_file_keeps_encoding_mark_and_newlines(name: str, house: Path, gaojian: Gaojian) -> None:
    """Only the edits change: mark, encoding, mixed newlines and rights stay as they were."""
    mark, encoding = ENCODINGS[name]
    file = house / "草稿.txt"
    file.write_bytes(mark + DRAFT.encode(encoding))
    file.chmod(0o640)

    process = gaojian("check", "--fix", "草稿.txt")

    assert mark + DRAFT.replace("登陆", "登录").encode(encoding) == file.read_bytes()
    assert (process.returncode, file.stat().st_mode & 0o777) == (0, 0o640)
    assert "改好 3 处（1 个文件）" in process.stderr
    assert sorted(path.name for path in house.iterdir()) == ["gaojian.toml", "rules", "草稿.txt"]


def test_big5_is_written_back_as_it_was(house: Path, gaojian: Gaojian) -> None:
    """A character that two codes share keeps the bytes it had."""
    (house / "rules" / "terms.py").write_text(PLUGIN.replace("登陆", "登陸").replace("登录", "登錄"), "utf-8")
    # A2CC and A451 are both 十 in the table of Microsoft.
    line = "本會依章程規定辦理，請先登陸系統後填寫申請書，並於期限內送交。".encode("cp950")
    data = b"\xa2\xcc" + line + b"\r\n" + "十".encode("cp950") + line
    (house / "公文.txt").write_bytes(data)

    gaojian("check", "--fix", "公文.txt")

    assert data.replace("登陸".encode("cp950"), "登錄".encode("cp950")) == (house / "公文.txt").read_bytes()


def test_unsafe_fixes_need_their_own_option(house: Path, gaojian: Gaojian) -> None:
    """--fix leaves them and says how many; --unsafe-fixes makes all."""
    file = house / "a.md"
    file.write_text("登陆后填写帐号。\n", "utf-8")

    safe = gaojian("check", "--fix", "a.md")
    after_safe = file.read_text("utf-8")
    unsafe = gaojian("check", "--unsafe-fixes", "a.md")

    assert (safe.returncode, after_safe, safe.stdout) == (
        1,
        "登录后填写帐号。\n",
        "a.md:1:6: ZZZ002 “帐号”应写作“账号”\n",
    )
    assert (unsafe.returncode, file.read_text("utf-8"), unsafe.stdout) == (0, "登录后填写账号。\n", "")


def test_a_check_says_what_could_be_fixed(house: Path, gaojian: Gaojian) -> None:
    """Without an option nothing is written, and the summary names the options."""
    (house / "a.md").write_text("登陆后填写帐号。\n", "utf-8")

    process = gaojian("check", "a.md")

    assert "其中 1 处可用 --fix 改好\n另有 1 处可用 --unsafe-fixes 修改，改前请用 --diff 核对\n" in process.stderr
    assert (house / "a.md").read_text("utf-8") == "登陆后填写帐号。\n"


def test_silenced_findings_are_not_fixed(house: Path, gaojian: Gaojian) -> None:
    """What a directive or the configuration silences stays as it is."""
    text = "<!-- gaojian: next ZZZ001 — 军事 -->\n部队登陆作战。\n部队登陆以后。\n"
    (house / "a.md").write_text(text, "utf-8")

    gaojian("check", "--fix", "--ignore", "SUP", "a.md")

    assert text.replace("登陆以后", "登录以后") == (house / "a.md").read_text("utf-8")


def test_a_patch_gives_the_same_bytes_as_fixing(house: Path, gaojian: Gaojian) -> None:
    """--diff writes nothing, ends in 1, and git apply makes of it what --fix writes."""
    drafts = {
        "空 格.md": "# 说明\n\n登陆系统。\n" + "平行的一行。\n" * 30 + "再登陆。".rstrip("\n"),
        "gbk.txt": "请登陆平台办理年度检验手续，逾期不再受理任何申请。\r\n其余不变。\r\n",
        "无.txt": "没有问题。\n",
    }
    for name, text in drafts.items():
        (house / name).write_bytes(text.encode("gb18030" if name == "gbk.txt" else "utf-8"))
    git(house, "init", "--quiet")
    git(house, "add", "--all")
    process = subprocess.run(
        [sys.executable, "-m", "gaojian", "check", "--diff", "."], cwd=house, capture_output=True, check=False
    )
    unchanged = git(house, "status", "--short", "--", "*.md", "*.txt")

    (house / "fix.patch").write_bytes(process.stdout)
    git(house, "apply", "fix.patch")
    patched = {name: (house / name).read_bytes() for name in drafts}
    git(house, "checkout", "--quiet", "--", ".")
    gaojian("check", "--fix", ".")

    assert (process.returncode, [line[:1] for line in unchanged.splitlines()]) == (1, ["A"] * 3)
    assert patched == {name: (house / name).read_bytes() for name in drafts}
    assert patched["空 格.md"] != drafts["空 格.md"].encode()


def test_a_patch_without_changes_is_empty(house: Path, gaojian: Gaojian) -> None:
    """Nothing to fix is exit code 0, whatever else was found."""
    (house / "a.md").write_text("填写帐号。\n", "utf-8")

    process = gaojian("check", "--diff", "a.md")

    assert (process.returncode, process.stdout) == (0, "")


def test_utf_16_is_no_patch(house: Path, gaojian: Gaojian) -> None:
    """A patch of UTF-16 would be of no use to anybody: it is said, exit code 2."""
    (house / "a.txt").write_bytes(codecs.BOM_UTF16_LE + DRAFT.encode("utf-16-le"))

    process = gaojian("check", "--diff", "a.txt")

    assert (process.returncode, process.stdout) == (2, "")
    assert "a.txt：UTF-16 文件不能表示成补丁" in process.stderr


@pytest.mark.usefixtures("house")
def test_standard_input_goes_out_mended(gaojian: Gaojian) -> None:
    """The document stands alone on standard output, changed or not; findings go to standard error."""
    mended = gaojian("check", "--fix", "--stdin-filename", "a.md", "-", stdin="登陆，帐号。".encode())
    clean = gaojian("check", "--fix", "--stdin-filename", "a.md", "-", stdin="没有问题。\r\n".encode())

    assert (mended.stdout, clean.stdout) == ("登录，帐号。", "没有问题。\r\n")
    assert "a.md:1:4: ZZZ002" in mended.stderr


def test_fixes_that_fight_are_named_and_nothing_is_written(house: Path, gaojian: Gaojian) -> None:
    """Two checks that undo each other leave the file alone; others are fixed, exit code 2."""
    (house / "rules" / "swaps.py").write_text(SWAPS, "utf-8")
    (house / "a.md").write_text("甲地登陆。\n", "utf-8")
    (house / "b.md").write_text("登陆。\n", "utf-8")

    process = gaojian("check", "--fix", "a.md", "b.md")

    assert (process.returncode, (house / "a.md").read_text("utf-8")) == (2, "甲地登陆。\n")
    assert (house / "b.md").read_text("utf-8") == "登录。\n"
    assert "a.md：ZZY001、ZZY002" in process.stderr.replace("ZZZ001、", "")


def test_what_was_saved_in_the_meantime_is_left_alone(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes between reading and writing is named and keeps the newer text."""
    file = house / "a.md"
    file.write_text("登陆。\n", "utf-8")
    plan = make_plan(read_config(house / "gaojian.toml", house)[0])
    source = Source("a.md", file)
    outcome = run(plan, [source])

    def save_first(*arguments: Any) -> bytes:
        file.write_text("有人改过：登陆。\n", "utf-8")
        return rewrite(*arguments)

    monkeypatch.setattr(repair, "rewrite", save_first)
    _, after = repair.Repairs(unsafe=False, write=True).make(plan, [source], outcome)

    assert [failure.message.zh for failure in after.failures] == ["检查期间文件有改动，没有改写；请再运行一次"]
    assert file.read_text("utf-8") == "有人改过：登陆。\n"


def test_word_files_are_not_rewritten(house: Path, gaojian: Gaojian) -> None:
    """What is taken out of a package cannot be written back by offsets; the way to do it is named."""
    (house / "a.html").write_text("<p>登陆系统。</p>\n", "utf-8")

    process = gaojian("check", "--fix", "a.html")

    assert (process.returncode, (house / "a.html").read_text("utf-8")) == (1, "<p>登陆系统。</p>\n")
    assert "a.html：不是纯文本，修改没有写入" in process.stderr


def test_a_link_stays_a_link(house: Path, gaojian: Gaojian) -> None:
    """What a named link leads to is rewritten."""
    (house / "真.md").write_text("登陆。\n", "utf-8")
    (house / "链.md").symlink_to("真.md")

    gaojian("check", "--fix", "链.md")

    assert ((house / "真.md").read_text("utf-8"), (house / "链.md").is_symlink()) == ("登录。\n", True)


def test_two_writers_of_one_file_do_not_meet(folder: Path) -> None:
    """The second is told that the first is at work; what a killed one left is overwritten."""
    fcntl = pytest.importorskip("fcntl")
    target = folder / "a.md"
    target.write_text("旧", "utf-8")
    left = temporary_for(target)
    left.write_text("残余" * 100, "utf-8")
    with left.open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(OSError, match="another process"):
            replace(b"never", target)

    replace("再新".encode(), target)

    assert (target.read_text("utf-8"), [path.name for path in folder.iterdir()]) == ("再新", ["a.md"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_each_file_is_whole(house: Path) -> None:
    """After kill -9 every file is as before or as after, and the next run leaves nothing behind."""
    before, after = "请登陆系统。\n" * 200, "请登录系统。\n" * 200
    files = [house / f"{number:03d}.md" for number in range(60)]
    command = [sys.executable, "-m", "gaojian", "check", "--fix", "--quiet", "--jobs", "1", "."]
    for delay in range(12):
        for file in files:
            file.write_text(before, "utf-8")
        process = subprocess.Popen(command, cwd=house, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and files[delay * 4].read_text("utf-8") == before:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert {file.read_text("utf-8") for file in files} <= {before, after}

    subprocess.run(command, cwd=house, stdout=subprocess.DEVNULL, check=True)

    assert {file.read_text("utf-8") for file in files} == {after}
    assert [path.name for path in house.iterdir() if path.name.startswith(".gaojian-")] == []
