import os
from pathlib import Path

import pytest
from conftest import Gaojian

from gaojian.discover import Discovery, PathPatterns, discover


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("文稿。\n", "utf-8")


def names(found: Discovery) -> list[str]:
    return [file.as_posix() for file in found.files]


def walk(folder: Path, *exclude: str) -> Discovery:
    return discover([Path()], PathPatterns(folder, exclude))


def test_documents_are_found_in_order(folder: Path) -> None:
    """Text and Markdown, sorted, whatever the case of the suffix; hidden folders and other suffixes are left."""
    make(folder, "乙.md", "甲.txt", "子/丙.TXT", "图.png", ".git/x.md", "node_modules/y.md", "子/.隐藏/z.md")

    assert names(walk(folder)) == ["乙.md", "子/丙.TXT", "甲.txt"]


def test_gitignore_is_minded_at_every_level(folder: Path) -> None:
    """Deeper files add to and except from higher ones, as git has it; folders above count inside a repository."""
    make(folder, ".git/HEAD", "稿/甲.md", "稿/旧/乙.md", "稿/丙.tmp.md", "稿/留.tmp.md", "丁.md")
    (folder / ".gitignore").write_text("旧/\n*.tmp.md\n", "utf-8")
    (folder / "稿" / ".gitignore").write_text("!留.tmp.md\n", "utf-8")

    assert names(walk(folder)) == ["丁.md", "稿/甲.md", "稿/留.tmp.md"]
    assert names(discover([Path("稿")], PathPatterns(folder, ()))) == ["稿/甲.md", "稿/留.tmp.md"]


def test_exclude_stands_above_gitignore(folder: Path) -> None:
    """What the configuration excludes is out, even if .gitignore excepts it."""
    make(folder, "稿/甲.md", "稿/乙.md", "档/丙.md")
    (folder / ".gitignore").write_text("!稿/乙.md\n", "utf-8")

    assert names(walk(folder, "乙.md", "档/")) == ["稿/甲.md"]


def test_a_named_file_is_taken(folder: Path) -> None:
    """Whatever its suffix, and excluded or not, once; force_exclude lets the configuration decide."""
    make(folder, "甲.log", "档/乙.md")
    paths = [Path("甲.log"), Path("档/乙.md"), Path("档") / ".." / "甲.log", Path("甲.log")]
    patterns = PathPatterns(folder, ("档/",))

    assert names(discover(paths[:2] + paths[3:], patterns)) == ["甲.log", "档/乙.md"]
    assert names(discover(paths[:2], patterns, force_exclude=True)) == ["甲.log"]


def test_what_is_not_there_is_a_failure(folder: Path) -> None:
    """A missing path and a folder without documents are named, the others are found."""
    make(folder, "甲.md", "空/图.png")
    found = discover([Path("无.md"), Path("空"), Path("甲.md")], PathPatterns(folder, ()))

    assert [failure.path for failure in found.failures] == ["无.md", "空"]
    assert names(found) == ["甲.md"]


def test_links_are_not_followed_out_of_the_tree(folder: Path) -> None:
    """A link to a file inside the tree is a file; one that leads out is named and skipped, a folder never followed."""
    make(folder, "外/密.md", "内/甲.md")
    (folder / "内" / "里.md").symlink_to("甲.md")
    (folder / "内" / "出.md").symlink_to(folder / "外" / "密.md")
    (folder / "内" / "圈").symlink_to(folder / "内", target_is_directory=True)
    found = discover([Path("内")], PathPatterns(folder, ()))

    assert names(found) == ["内/甲.md", "内/里.md"]
    assert [text.zh for text in found.notices] == ["跳过 内/出.md：链接指向文件夹之外"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_cannot_be_listed_is_a_failure(folder: Path) -> None:
    """The folder is named, and the rest of the tree is walked."""
    make(folder, "甲.md", "锁/乙.md")
    (folder / "锁").chmod(0)
    found = walk(folder)
    (folder / "锁").chmod(0o755)

    assert [failure.path for failure in found.failures] == ["锁"]
    assert names(found) == ["甲.md"]


def test_every_file_is_explained(folder: Path, gaojian: Gaojian) -> None:
    """Each is listed once, with what it goes by or why it is passed over; nothing is checked."""
    for name in ("a.md", "旧/b.md", "c.png", "~$d.docx", "忽略.txt", ".git/e.md", "node_modules/f.md", "子/g.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("全年下拨万元。\n", "utf-8")
    (folder / ".gitignore").write_text("忽略.txt\n", "utf-8")
    (folder / "gaojian.toml").write_text('exclude = ["旧/"]\n', "utf-8")
    (folder / "子" / "gaojian.toml").write_text('profile = "statute"\n', "utf-8")
    (folder / "外.md").symlink_to("/etc/hostname")

    process = gaojian("check", "--explain-files")

    assert (process.returncode, process.stderr) == (0, "")
    assert process.stdout.splitlines() == [
        "- .git：隐藏文件夹",
        "- .gitignore：后缀不是文稿的（点名则照查）",
        "+ a.md：配置 gaojian.toml，体裁 报告（看不出别的体裁，按默认）",
        "- c.png：后缀不是文稿的（点名则照查）",
        "- gaojian.toml：后缀不是文稿的（点名则照查）",
        "- node_modules：第三方软件包的文件夹",
        "- ~$d.docx：Word 打开文稿时的临时文件",
        "- 外.md：链接指向文件夹之外",
        "+ 子/g.md：配置 子/gaojian.toml，体裁 法规（配置中声明）",
        "- 子/gaojian.toml：后缀不是文稿的（点名则照查）",
        "- 忽略.txt：.gitignore 忽略了它",
        "- 旧：配置的 exclude 排除了它",
    ]
