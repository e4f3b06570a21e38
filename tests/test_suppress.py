from pathlib import Path

import pytest

from gaojian.config import Config
from gaojian.diagnostic import Diagnostic, Outcome
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.run import run

FAULT = "全年产值增长%，创历史新高。"


def lint(text: str, path: str = "稿.md", select: tuple[str, ...] = ("BLK002", "SUP")) -> Outcome:
    plan = make_plan(Config(Path.cwd(), select=select))
    return run(plan, [Source(path, data=text.encode())])


def found(outcome: Outcome) -> list[tuple[str, int]]:
    def place(diagnostic: Diagnostic) -> tuple[str, int]:
        return (diagnostic.code, diagnostic.start.line)

    return [place(diagnostic) for diagnostic in outcome.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FAULT}\n", [("BLK002", 1)]),
        (f"<!-- gaojian: off BLK002 -->\n{FAULT}\n", []),
        (f"<!-- gaojian: off BLK — 模板 -->\n{FAULT}\n", []),
        (f"<!-- gaojian: off BLK002，DUP001 — 数字待报 -->\n{FAULT}\n", []),
        (f"<!-- gaojian: off BLK002 -->\n{FAULT}\n<!-- gaojian: on BLK002 -->\n{FAULT}\n", [("BLK002", 4)]),
        (f"<!-- gaojian: off BLK002 -->\n{FAULT}\n<!-- gaojian: on -->\n{FAULT}\n", [("BLK002", 4)]),
        (f"<!-- gaojian: next BLK002 -->\n\n{FAULT}\n{FAULT}\n", [("BLK002", 4)]),
        (f"{FAULT}\n\n<!-- gaojian: file BLK002 -- 表格 -->\n{FAULT}\n", []),
        (f"{FAULT}\n<!-- gaojian: off BLK002 -->\n", [("BLK002", 1), ("SUP001", 2)]),
    ],
)
def test_directives_reach_as_far_as_they_say(text: str, expected: list[tuple[str, int]]) -> None:
    """Off lasts until on or the end, next for one line that is not blank, file for all."""
    assert expected == found(lint(text))


@pytest.mark.parametrize(
    "directive",
    ["off", "of BLK002", "off BLK999", "off blk002", "", "on BLK002", "off 全部", "off BLK002 数字待报"],
)
def test_a_directive_that_says_nothing_is_a_finding(directive: str) -> None:
    """Unknown actions, unknown codes, missing codes and an on without off are named; the fault stays."""
    outcome = lint(f"<!-- gaojian: {directive} -->\n{FAULT}\n")

    assert found(outcome) == [("SUP002", 1), ("BLK002", 2)]


def test_an_unused_directive_is_a_finding_only_if_its_check_ran() -> None:
    """Selecting one family does not make the directives of the others useless."""
    text = "<!-- gaojian: file BLK002 -->\n产值增长12%。\n"

    assert found(lint(text)) == [("SUP001", 1)]
    assert found(lint(text, select=("DUP", "SUP"))) == []


def test_a_directive_in_code_is_an_example_of_one() -> None:
    """In a fence or between backticks the directive is text, and silences nothing."""
    fence = f"```\n<!-- gaojian: file BLK002 -->\n```\n\n{FAULT}\n"
    inline = f"写作 `<!-- gaojian: file BLK002 -->`。\n\n{FAULT}\n"

    assert found(lint(fence)) == [("BLK002", 5)]
    assert found(lint(inline)) == [("BLK002", 3)]


def test_plain_text_knows_the_same_grammar() -> None:
    """A directive works in plain text as it does in Markdown."""
    assert found(lint(f"<!-- gaojian: next BLK002 -->\n{FAULT}\n{FAULT}\n", "稿.txt")) == [("BLK002", 3)]


def test_directives_about_directives_can_be_ignored() -> None:
    """SUP codes are selected and ignored like all others."""
    assert found(lint("<!-- gaojian: file BLK002 -->\n", select=("BLK002",))) == []
