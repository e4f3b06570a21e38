"""Only what concerns a changed line: since a revision, or staged."""

from pathlib import Path

import pytest
from conftest import Gaojian, git

from gaojian.changed import Changes
from gaojian.config import Config
from gaojian.examine import Source
from gaojian.plan import make_plan

OLD = "全年产值增长%，创历史新高。\n"
NEW = "全年完成投资万元，比上年多。\n"
FIRST, SECOND = (
    "".join(f"第{turn * 100 + number}行没有问题，只是凑数。\n" for number in range(100)) for turn in (1, 2)
)
LINES = FIRST + SECOND


@pytest.fixture
def repository(folder: Path) -> Path:
    """Return a repository whose one commit holds two documents with an old fault each."""
    (folder / "文稿").mkdir()
    (folder / "文稿" / "甲.md").write_text(LINES + OLD, "utf-8")
    (folder / "乙.txt").write_text(OLD, "utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "one")
    return folder


def found(gaojian: Gaojian, *arguments: str) -> list[str]:
    process = gaojian("check", *arguments)
    assert process.returncode < 2, process.stderr
    return [line.partition(": ")[0] + " " + line.partition(": ")[2][:6] for line in process.stdout.splitlines()]


def test_nothing_changed_is_nothing_found(repository: Path, gaojian: Gaojian) -> None:
    """Old faults are not seen, and unchanged documents are not read."""
    process = gaojian("check", "--changed")

    assert (process.returncode, process.stderr) == (0, "检查 0 个文件：未发现问题\n")
    assert len(found(gaojian)) == 2
    assert repository.is_dir()


def test_a_faulty_line_is_seen_wherever_it_is_put(repository: Path, gaojian: Gaojian) -> None:
    """The old fault of the same document is not, though it moved."""
    (repository / "文稿" / "甲.md").write_text(NEW + SECOND + FIRST + OLD, "utf-8")

    assert found(gaojian, "--changed") == ["文稿/甲.md:1:7 BLK001"]


def test_a_new_document_is_all_new(repository: Path, gaojian: Gaojian) -> None:
    """Untracked as well as added, ignored ones not."""
    (repository / ".gitignore").write_text("丁.md\n", "utf-8")
    for name in ("丙.md", "丁.md", "戊.md"):
        (repository / name).write_text(NEW, "utf-8")
    git(repository, "add", "丙.md")

    assert found(gaojian, "--changed=HEAD", ".") == ["丙.md:1:7 BLK001", "戊.md:1:7 BLK001"]


def test_a_renamed_document_is_followed(repository: Path, gaojian: Gaojian) -> None:
    """Only what was written into it since is new."""
    git(repository, "mv", "文稿/甲.md", "丙.md")
    (repository / "丙.md").write_text(LINES + NEW + OLD, "utf-8")

    assert found(gaojian, "--changed") == ["丙.md:201:7 BLK001"]


def test_a_duplicate_counts_when_either_place_changed(repository: Path, gaojian: Gaojian) -> None:
    """The first of two equal paragraphs was added: the finding stands at the later, older one."""
    paragraph = (
        "".join(
            f"为了推进第{number}项工作，各科室逐条核对台账，并把结果按时报送办公室存档备查；" for number in range(6)
        )
        + "\n"
    )
    (repository / "乙.txt").write_text("通报\n" + "中间的文字。\n" + paragraph, "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "two")
    (repository / "乙.txt").write_text("通报\n" + paragraph + "中间的文字。\n" + paragraph, "utf-8")

    assert found(gaojian, "--changed", "--select", "DUP002") == ["乙.txt:4:1 DUP002"]


def test_a_revision_counts_from_where_the_branch_left_it(repository: Path, gaojian: Gaojian) -> None:
    """What was changed on main since is not this branch's doing."""
    git(repository, "checkout", "--quiet", "-b", "draft")
    (repository / "乙.txt").write_text(OLD + NEW, "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "draft")
    git(repository, "checkout", "--quiet", "main")
    (repository / "文稿" / "甲.md").write_text(OLD, "utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "main")
    git(repository, "checkout", "--quiet", "draft")

    assert found(gaojian, "--changed", "main") == ["乙.txt:2:7 BLK001"]
    assert found(gaojian, "--changed", "HEAD") == []


def test_what_is_staged_is_read_from_the_index(repository: Path, gaojian: Gaojian) -> None:
    """The work tree has gone on; the commit will not."""
    (repository / "乙.txt").write_text(NEW + OLD, "utf-8")
    git(repository, "add", "乙.txt")
    (repository / "乙.txt").write_text("已经改好。\n" + OLD, "utf-8")

    assert found(gaojian, "--staged") == ["乙.txt:1:7 BLK001"]
    assert found(gaojian, "--changed") == []


def test_it_works_below_the_root_of_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths of git are relative to its root, ours to the current folder."""
    (repository / "文稿" / "甲.md").write_text(NEW, "utf-8")
    monkeypatch.chdir(repository / "文稿")

    changes = Changes(Path())
    sources = [Source("甲.md", Path("甲.md")), Source("../乙.txt", Path("../乙.txt"))]

    assert changes.select(make_plan(Config(repository)), sources) == sources[:1]


def test_a_document_is_compared_with_its_folder_though_it_alone_changed(repository: Path) -> None:
    """Its neighbours are read, and no document of another folder; with DUP011 all are."""
    (repository / "文稿" / "附件.md").write_text("附件\n", "utf-8")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Attachment")
    (repository / "文稿" / "甲.md").write_text(NEW, "utf-8")
    names = ("文稿/甲.md", "文稿/附件.md", "乙.txt")
    sources = [Source(name, repository / name) for name in names]
    changes = Changes(repository)

    near, wide = (make_plan(Config(repository, select=select)) for select in (("DEFAULT",), ("DEFAULT", "DUP011")))

    assert changes.select(near, sources) == sources[:2]
    assert changes.select(wide, sources) == sources


def test_mistakes_are_one_sentence(folder: Path, gaojian: Gaojian) -> None:
    """No repository, no such revision, a path taken for one, two ways at once, fixing what is staged."""
    (folder / "a.md").write_text(OLD, "utf-8")
    outside = gaojian("check", "--changed", "--", "a.md")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "one")
    path = gaojian("check", "--changed", "a.md")
    both = gaojian("check", "--changed=HEAD", "--staged")
    fix = gaojian("check", "--staged", "--fix")

    assert [process.returncode for process in (outside, path, both, fix)] == [2, 2, 2, 2]
    assert "只能用在 git 仓库里" in outside.stderr
    assert path.stderr == (
        "gaojian: --changed a.md：git 里没有这个版本；文件和文件夹请写在最后，例如 --changed=HEAD a.md\n"
    )
    assert "请只用一个" in both.stderr
    assert "--staged 只看暂存区" in fix.stderr
