"""What the tests share: a folder to work in, and the command line as a user runs it."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

# What the tests keep is theirs alone, and lasts as long as they do: set before gaojian is first imported.
_KEPT = tempfile.mkdtemp(prefix="gaojian-tests-")
atexit.register(shutil.rmtree, _KEPT, ignore_errors=True)
os.environ["GAOJIAN_CACHE"] = f"{_KEPT}/cache"

Gaojian = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def outside_environment() -> dict[str, str]:
    """Return the environment of a person's shell: nothing of a git hook or of gaojian that these tests run under."""
    own = ("GIT_", "GAOJIAN", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    author = {f"GIT_{role}_{key}": "tests" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    unsigned = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "commit.gpgsign", "GIT_CONFIG_VALUE_0": "false"}
    # Without compiled modules each of the thousand processes would spend most of its time in compiling them.
    kept = {"GAOJIAN_CACHE": os.environ["GAOJIAN_CACHE"], "PYTHONPYCACHEPREFIX": f"{_KEPT}/modules"}
    return {**inherited, **author, **unsigned, **kept, "PYTHONIOENCODING": "utf-8"}


def git(folder: Path, *arguments: str) -> str:
    """Run git in ``folder`` and return what it prints."""
    process = subprocess.run(
        ["git", *arguments], cwd=folder, env=outside_environment(), capture_output=True, encoding="utf-8", check=True
    )
    return process.stdout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds this work tree in one commit: builds leave nothing in the tree itself."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0"):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git(copy, "init", "--quiet")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "Work tree")
    return copy


@pytest.fixture(scope="session")
def package_index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where no package can be had. What is asked for is none of ours, so a fault of ours is never skipped."""
    folder = tmp_path_factory.mktemp("index")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--retries", "1", "--timeout", "20"]
    command = [*pip, "--dest", str(folder), "hatchling"]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if process.returncode:
        pytest.skip(f"no package index can be reached: {process.stderr.strip().splitlines()[-1]}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def gaojian(folder: Path) -> Gaojian:
    """Return a function that runs the command line in ``folder``, in a process of its own."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[str]":
        process = subprocess.run(
            [sys.executable, "-m", "gaojian", *arguments],
            cwd=folder,
            env={**outside_environment(), **environment},
            input=stdin,
            capture_output=True,
            check=False,
        )
        return subprocess.CompletedProcess(
            process.args, process.returncode, process.stdout.decode(), process.stderr.decode()
        )

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of reference documents; a test that needs it skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the reference documents (../shared) are not beside this checkout")
    return SHARED
