"""What an editor can do about a finding, without an editor: directives, and the edits of many fixes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.diagnostic import Severity
from gaojian.examine import Source
from gaojian.fix import apply
from gaojian.lsp.actions import differences, is_asked, made_together
from gaojian.lsp.hover import escaped, page, plain
from gaojian.lsp.messages import Change, Mark, Remedy
from gaojian.lsp.positions import Range, Ruler
from gaojian.lsp.suppressing import has_comments, silence_everywhere, silence_here
from gaojian.plan import Plan
from gaojian.run import run
from gaojian.session import Overrides, Session

COMMENT = "<!-- gaojian: next BLK002 — 已核对 -->"
SILENCED = {
    "a paragraph by itself": ("甲。\n\n增长%。\n", f"甲。\n\n{COMMENT}\n增长%。\n"),
    "the first line": ("增长%。\n", f"{COMMENT}\n增长%。\n"),
    "lines of Windows": ("甲。\r\n\r\n增长%。\r\n", f"甲。\r\n\r\n{COMMENT}\r\n增长%。\r\n"),
    "the next line of a paragraph": ("甲。\n增长%。\n", f"甲。 {COMMENT}\n增长%。\n"),
    "a part of a list": ("- 甲\n\n  增长%。\n", f"- 甲\n\n  {COMMENT}\n  增长%。\n"),
    "a row of a table": (
        "|甲|\n|-|\n|乙|\n|产值增长%，创历史新高。|\n",
        "|甲|\n|-|\n|乙| <!-- gaojian: next BLK002 — 已核对 -->\n|产值增长%，创历史新高。|\n",
    ),
    "the first row of a table": (
        "|甲|\n|-|\n|产值增长%，创历史新高。|\n",
        "<!-- gaojian: off BLK002 — 已核对 -->\n|甲|\n|-|\n|产值增长%，创历史新高。|\n<!-- gaojian: on BLK002 -->\n",
    ),
    "below a fence": (
        "```\n甲\n```\n增长%。",
        "<!-- gaojian: off BLK002 — 已核对 -->\n```\n甲\n```\n增长%。\n<!-- gaojian: on BLK002 -->",
    ),
    "below another directive": (
        "<!-- gaojian: next PUN001, SPC001 — 引文 -->\n增长%。\n",
        "<!-- gaojian: next PUN001, SPC001, BLK002 — 引文 -->\n增长%。\n",
    ),
}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return Session(Overrides(select=("BLK002", "SUP"))).plan_for(tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("case", SILENCED)
def test_a_directive_silences_and_stands_where_the_page_stays_as_it_was(plan: Plan, case: str) -> None:
    """Above a paragraph, at the end of the line before, or around what has no room for it; and it is of use."""
    text, expected = SILENCED[case]
    found = run(plan, [Source("稿.md", data=text.encode())]).diagnostics
    (finding,) = [diagnostic for diagnostic in found if diagnostic.code != "SUP001"]
    after = apply(text, silence_here("稿.md", text, finding.span, finding.code, "已核对"))
    left = [diagnostic.code for diagnostic in run(plan, [Source("稿.md", data=after.encode())]).diagnostics]

    assert (after, [code for code in left if code != "SUP001" or "引文" not in text]) == (expected, [])


def test_a_page_is_silenced_around_the_finding(plan: Plan) -> None:
    """The lines of a source are not those that people read."""
    text = "<body><p>上年\n增长%。</p>\n<p>增长%。</p></body>"
    page_of = Source("页.html", data=text.encode())
    first, second = run(plan, [page_of]).diagnostics
    start = text.index("%")
    span = first.span._replace(start=start, end=start + 1)
    after = apply(text, silence_here("页.html", text, span, "BLK002", "已核对"))

    left = run(plan, [Source("页.html", data=after.encode())]).diagnostics
    assert [(diagnostic.code, diagnostic.start.line) for diagnostic in left] == [(second.code, second.start.line)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("稿.md", "增长%。\n", "<!-- gaojian: file BLK — r -->\n增长%。\n"),
        ("稿.md", "---\na: 1\n---\n\n增长%。\n", "---\na: 1\n---\n<!-- gaojian: file BLK — r -->\n\n增长%。\n"),
        ("页.html", "<html><body id=a>增长%。", "<html><body id=a><!-- gaojian: file BLK — r -->\n增长%。"),
    ],
)
def test_a_whole_document_is_silenced_at_its_head(plan: Plan, name: str, text: str, expected: str) -> None:
    """Behind the front matter, or in the body of a page."""
    after = apply(text, silence_everywhere(name, text, "BLK", "r"))

    assert (after, run(plan, [Source(name, data=after.encode())]).diagnostics) == (expected, ())


def test_comments_are_for_formats_that_hide_them() -> None:
    """Plain text and Word files have none."""
    names = ["稿.md", "稿.MARKDOWN", "页.htm", "稿.txt", "稿.docx"]
    assert [has_comments(name) for name in names] == [True, True, True, False, False]


def test_fixes_that_touch_are_not_made_together() -> None:
    """The first is made, whole or not at all; the doubtful ones only if they are asked for."""

    def mark(start: int, end: int, *, is_safe: bool = True, also: int | None = None) -> Mark:
        changes = [Change(Range((0, start), (0, end)), "x")]
        changes += [Change(Range((0, also), (0, also + 1)), "y")] if also is not None else []
        return Mark("AAA001", Severity.NOTE, "", changes[0].range, (), Remedy("", is_safe, tuple(changes)))

    marks = [mark(0, 2), mark(2, 3), mark(4, 5, also=10), mark(9, 10), mark(7, 8, is_safe=False)]

    def starts(*, unsafe: bool) -> list[int]:
        return [change.range.start[1] for change in made_together(marks, unsafe=unsafe)]

    assert (starts(unsafe=False), starts(unsafe=True)) == ([0, 4, 10], [0, 4, 7, 10])


LINES = st.lists(st.sampled_from(["甲。", "甲，", "", "😀乙", "a\u2028b"]), max_size=8).map("\n".join)


@given(LINES, LINES)
def test_differences_make_one_text_of_the_other(before: str, after: str) -> None:
    """Whatever was fixed, the edits lead there, do not overlap, and leave equal texts alone."""
    ruler = Ruler(before, "utf-16")
    changes = list(differences(before, after, "utf-16"))
    text = before
    for change in reversed(changes):
        start, end = ruler.offset(change.range.start), ruler.offset(change.range.end)
        text = text[:start] + change.text + text[end:]

    assert text == after
    assert all(one.range.end <= other.range.start for one, other in pairwise(changes))
    assert (not changes) == (before == after)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (None, True),
        ([], True),
        (["source"], True),
        (["source.fixAll"], True),
        (["source.fixAll.gaojian"], True),
        (["source.fix"], False),
        (["quickfix"], False),
    ],
)
def test_a_client_gets_the_kinds_that_it_asks_for(only: list[str] | None, expected: object) -> None:
    """A kind holds all kinds below it."""
    assert is_asked("source.fixAll.gaojian", only) is expected


def test_what_hovers_is_never_markup(plan: Plan) -> None:
    """Links, pictures and tags of a draft are shown as they are written; the plain page is the same without marks."""
    hostile = "![图](http://a.example/x.png) <img src=x> `甲` **乙**\n- 丙"
    assert plain(escaped(hostile)) == "![图](http://a.example/x.png) <img src=x> `甲` **乙** - 丙".replace("**", "")
    assert "http://" not in escaped(hostile)

    pages = [page(rule, language) for rule in plan.rules.values() for language in ("zh", "en")]
    assert [text for text in pages if text.count("```text") * 2 > text.count("```")] == []
