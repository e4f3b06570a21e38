"""The example drafts, run as a user would, give the output that stands beside them."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import outside_environment

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SAMPLES = ("drafts", "clean", "repository", "plugin", "house-style")


def lint(name: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "gaojian", "check", "."],
        cwd=EXAMPLES / name,
        env=outside_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_the_output_is_what_stands_beside_the_drafts(name: str) -> None:
    """Every finding, in order, word for word; `make expected` renews the files after a look at the difference."""
    expected = (EXAMPLES / "expected" / f"{name}.txt").read_text("utf-8")
    result = lint(name)

    assert expected == result.stdout
    assert result.returncode == int(bool(expected))


def test_clean_drafts_are_silent() -> None:
    """The drafts full of legal look-alikes give nothing at all."""
    assert (EXAMPLES / "expected" / "clean.txt").read_text("utf-8") == ""


def test_the_house_style_is_twenty_rules_that_a_draft_trips() -> None:
    """Each rule finds something in it, and what its own examples mark."""
    expected = (EXAMPLES / "expected" / "house-style.txt").read_text("utf-8")
    tried = subprocess.run(
        [sys.executable, "-m", "gaojian", "test-rules"],
        cwd=EXAMPLES / "house-style",
        env=outside_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert {line.split()[1] for line in expected.splitlines()} == {f"HSE{number:03}" for number in range(1, 21)}
    assert (tried.stdout, tried.stderr, tried.returncode) == ("规则 20 条，示例 44 个：全部相符\n", "", 0)
