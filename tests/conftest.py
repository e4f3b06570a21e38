"""What the tests share: a folder to work in, and the command line as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Gaojian = Callable[..., "subprocess.CompletedProcess[str]"]
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def gaojian(folder: Path) -> Gaojian:
    """Return a function that runs the command line in ``folder``, in a process of its own."""

    def run(*arguments: str, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[str]":
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("GAOJIAN", "NO_COLOR"))}
        process = subprocess.run(
            [sys.executable, "-m", "gaojian", *arguments],
            cwd=folder,
            env={**inherited, "PYTHONIOENCODING": "utf-8", **environment},
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
