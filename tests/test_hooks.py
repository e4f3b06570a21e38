"""The pre-commit hooks, run by pre-commit on repositories of documents."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, git, outside_environment

from gaojian.reading import SUFFIXES

FAULT = "全年产值增长%，创历史新高。\n"
CLEAN = "全年产值增长百分之十二，创历史新高。\n"
COPIED = """\
本季度共走访社区七处，登记困难家庭四十一户，逐户核实收入和住房情况，凡有疑问的当场记录，隔周再访一次，直到双方都认可所填的内容。
核实的结果已交街道存档，不合条件的两户当面说明了理由，并告知可以在半个月内提出复核；两户都表示理解，没有提出异议，有关表格由本人签字后退回。
下季度起改为每月走访一次，由网格员和社工两人同行并签字，路线事先公布在楼门口，住户不在家的留下联系卡，约好时间补访，不得以电话代替上门。
走访中收集的意见分类转交有关科室，十个工作日内答复本人；涉及几个科室的由街道办公室牵头，答复之前先碰头商量，口径不一的不得对外发出。
另有三处楼道照明长期失修，物业答应换成声控灯，费用从公共收益里支出，换好以后请楼长验收，验收单贴在公告栏里，供大家随时查看和监督。
"""
CONFIGURATION = 'exclude = ["旧稿/"]\n'


def pre_commit(folder: Path, *arguments: str, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env={**outside_environment(), "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def commit(repository: Path, home: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "commit", "--message", "新稿"],
        cwd=repository,
        env={**outside_environment(), "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write(folder: Path, documents: Mapping[str, str]) -> None:
    for name, text in documents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    git(folder, "add", "--all")


def outcomes(output: str) -> dict[str, str]:
    """Return Passed, Failed or Skipped for each hook, by the word that ends its name."""
    return dict(re.findall(r"^gaojian 稿检 \((\w+)\)\.+(?:\([^)]*\))?(\w+)$", output, re.MULTILINE))


def findings(output: str) -> list[str]:
    """Return path, line, column and code of each finding that the hooks printed."""
    return re.findall(r"^(.+:\d+:\d+: [A-Z]+\d+) ", output, re.MULTILINE)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which pre-commit keeps the environment that all tests here use."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def repository(tmp_path: Path, checkout: Path) -> Path:
    """Return a repository of documents that uses both hooks."""
    hooks = [{"id": hook["id"]} for hook in manifest()]
    config = {"repos": [{"repo": str(checkout), "rev": git(checkout, "rev-parse", "HEAD").strip(), "hooks": hooks}]}
    git(tmp_path, "init", "--quiet")
    write(tmp_path, {".pre-commit-config.yaml": yaml.safe_dump(config), "gaojian.toml": CONFIGURATION})
    return tmp_path


def manifest() -> list[dict[str, str]]:
    hooks: list[dict[str, str]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return hooks


def test_pre_commit_accepts_the_manifest(tmp_path: Path) -> None:
    """The manifest is valid, and so is the configuration that we show."""
    hooks = pre_commit(ROOT, "validate-manifest", ".pre-commit-hooks.yaml", home=tmp_path)
    example = pre_commit(ROOT, "validate-config", "examples/ci/pre-commit-config.yaml", home=tmp_path)

    assert (hooks.returncode, hooks.stdout) == (0, "")
    assert (example.returncode, example.stdout) == (0, "")


@pytest.mark.parametrize("hook", manifest(), ids=lambda hook: hook["id"])
def test_hooks_take_the_files_that_a_folder_is_searched_for(hook: dict[str, str]) -> None:
    """Each suffix that gaojian reads starts the hook, in capitals too; nothing else does."""
    taken = [name for suffix in SUFFIXES for name in (f"报告/年 度{suffix}", f"稿{suffix.upper()}")]
    others = ["稿.py", "稿.txt.bak", "md", "稿.png"]

    assert taken == [name for name in (*taken, *others) if re.search(hook["files"], name)]


@pytest.mark.usefixtures("package_index")
def test_both_hooks_tried_on_a_repository_with_faults(checkout: Path, repository: Path, home: Path) -> None:
    """`pre-commit try-repo` prints the faults of each file, and what two files share; what is excluded stays out."""
    write(repository, {"报告/第一 稿.md": FAULT, "报告/说明.TXT": f"\n{FAULT}", "报告/终稿.md": CLEAN})
    write(
        repository, {"旧稿/存档.md": FAULT, "报告/附件.xlsx": FAULT, "甲.md": COPIED, "乙 稿.md": f"# 乙\n\n{COPIED}"}
    )
    result = pre_commit(repository, "try-repo", str(checkout), "--all-files", home=home)
    files, project = result.stdout.split("gaojian 稿检 (project)")

    assert result.returncode == 1, result.stdout + result.stderr
    assert outcomes(result.stdout) == {"files": "Failed", "project": "Failed"}
    assert findings(files) == ["报告/第一 稿.md:1:7: BLK002", "报告/说明.TXT:2:7: BLK002"]
    assert "- exit code: 1\n" in files
    assert "- exit code: 1\n" in project
    assert [finding.split()[-1] for finding in findings(project)] == ["DUP011"]
    assert all(name in project for name in ("甲.md", "乙 稿.md"))


@pytest.mark.usefixtures("package_index")
def test_hooks_pass_clean_documents(repository: Path, home: Path) -> None:
    """Both pass; a directive for the one hook does not trouble the other."""
    silenced = f"<!-- gaojian: next BLK002 — 待报 -->\n\n{FAULT}"
    write(repository, {"终 稿.md": CLEAN, "待报.md": silenced, "旧稿/存档.md": FAULT})
    result = pre_commit(repository, "run", "--all-files", home=home)

    assert outcomes(result.stdout) == {"files": "Passed", "project": "Passed"}, result.stdout + result.stderr
    assert result.returncode == 0


@pytest.mark.usefixtures("package_index")
def test_a_commit_is_checked_for_its_own_files(repository: Path, home: Path) -> None:
    """A fault that is committed already stands in nobody's way; a new one is refused."""
    write(repository, {"已发.md": FAULT})
    git(repository, "commit", "--quiet", "--message", "Before the hooks")
    pre_commit(repository, "install", home=home)
    write(repository, {"新稿.md": CLEAN})
    clean = commit(repository, home)
    write(repository, {"新稿.md": FAULT})
    faulty = commit(repository, home)

    assert clean.returncode == 0, clean.stderr
    assert faulty.returncode == 1
    assert findings(faulty.stderr) == ["新稿.md:1:7: BLK002"]
    assert git(repository, "rev-list", "--count", "HEAD").strip() == "2"


@pytest.mark.usefixtures("package_index")
def test_hooks_are_skipped_without_documents(repository: Path, home: Path) -> None:
    """A commit without documents starts neither hook."""
    write(repository, {"工具.py": "", "附件.xlsx": FAULT})
    result = pre_commit(repository, "run", "--all-files", home=home)

    assert outcomes(result.stdout) == {"files": "Skipped", "project": "Skipped"}
    assert result.returncode == 0
