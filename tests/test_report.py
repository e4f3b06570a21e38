"""Reports: what each format prints, to the character."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Edit, Failure, Fix, Outcome, Place, Safety, Severity, Text
from gaojian.report import FORMATS, Style, render, summary
from gaojian.report.excerpt import excerpt
from gaojian.report.screen import cells, visible
from gaojian.text import LineIndex, Span

HERE = Path(__file__).parent
SARIF_SCHEMA = json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
JSON_SCHEMA = json.loads((resources.files("gaojian.report") / "schema.json").read_text("utf-8"))
ODD_PATHS = [
    "两 个 空格.txt",
    "中文/通知（定稿）.md",
    "100%.txt",
    "a#b?c.txt",
    "a:b,c.txt",
    "第一\n行.txt",
    "\udcff.txt",
]


@dataclass(frozen=True)
class Amount(Rule):
    """金额缺数：单位前没有数字。

    读者无从知道是多少。

    A unit of money without a number.
    """

    code = "BLK001"
    name = "missing-amount"
    title = Text("金额缺数", "missing amount")
    severity = Severity.ERROR
    basis = ("GB/T 15835—2011 5.1.1",)


@dataclass(frozen=True)
class Doubled(Rule):
    """段落重复：同一段文字出现两次。"""

    code = "DUP002"
    name = "duplicate-paragraph"
    title = Text("段落重复", "duplicate paragraph")
    severity = Severity.WARNING
    basis = ()


RULES: Mapping[str, type[Rule]] = {rule.code: rule for rule in (Amount, Doubled)}
DRAFT = "关于修桥的报告\n全年下拨万元，用于修桥。\n桥长三里。\n桥宽两丈。\n桥长三里。\n桥宽两丈。\n"


def place(path: str, text: str, span: Span, message: Text) -> Place:
    index = LineIndex(text)
    return Place(path, span, index.position(span.start), index.position(span.end), message)


def diagnose(text: str, span: Span, rule: type[Rule] = Amount, **fields: Any) -> Diagnostic:
    index = LineIndex(text)
    given = {"path": "报告.txt", "message": Text("“万元”前缺数字", "no number before 万元"), "severity": rule.severity}
    start, end = index.position(span.start), index.position(span.end)
    return Diagnostic(
        code=rule.code,
        name=rule.name,
        span=span,
        start=start,
        end=end,
        text=text[span.start : span.end],
        **{**given, **fields},
    )


def span_of(text: str, part: str, start: int = 0) -> Span:
    found = text.index(part, start)
    return Span(found, found + len(part))


def outcome_of(*diagnostics: Diagnostic, failures: tuple[Failure, ...] = (), files: int = 1) -> Outcome:
    return Outcome(diagnostics, failures, files)


def report(
    output_format: str, outcome: Outcome, texts: Mapping[str, str] | None = None, style: Style | None = None
) -> str:
    chunks = list(render(output_format, outcome, RULES, style or Style(), (texts or {"报告.txt": DRAFT}).get))

    assert [chunk for chunk in chunks if not chunk.endswith("\n")] == []
    return "".join(chunks)


def amount(**fields: Any) -> Diagnostic:
    return diagnose(DRAFT, span_of(DRAFT, "万元"), **fields)


AMOUNT = amount()
FIRST, SECOND = span_of(DRAFT, "桥长三里。\n桥宽两丈。\n"), span_of(DRAFT, "桥长三里。\n桥宽两丈。\n", 32)
COPY = diagnose(
    DRAFT,
    SECOND,
    Doubled,
    message=Text("与第 3—4 行重复", "repeats lines 3-4"),
    related=(place("报告.txt", DRAFT, FIRST, Text("首次出现", "first here")),),
    fix=Fix(Text("删去后一份", "delete the later copy"), (Edit(SECOND, ""),)),
)
FAILURE = Failure("坏 件.txt", Text("无法读取：编码不明", "cannot be read: unknown encoding"))
BOTH = outcome_of(AMOUNT, COPY)


# --- text


def test_text_is_one_grepable_line_a_finding() -> None:
    """A line holds path, line, column, code and message, and nothing else."""
    expected = "报告.txt:2:5: BLK001 “万元”前缺数字\n报告.txt:5:1: DUP002 与第 3—4 行重复\n"

    assert expected == report("text", BOTH)


def test_text_speaks_english_on_demand() -> None:
    """The style decides the language of messages."""
    expected = "报告.txt:2:5: BLK001 no number before 万元\n报告.txt:5:1: DUP002 repeats lines 3-4\n"

    assert expected == report("text", BOTH, style=Style("en"))


def test_colour_is_on_the_code_and_tells_the_severity() -> None:
    """Errors are red, warnings yellow, notes cyan."""
    note = amount(severity=Severity.NOTE)
    expected = (
        "报告.txt:2:5: \x1b[31mBLK001\x1b[0m “万元”前缺数字\n"
        "报告.txt:5:1: \x1b[33mDUP002\x1b[0m 与第 3—4 行重复\n"
        "报告.txt:2:5: \x1b[36mBLK001\x1b[0m “万元”前缺数字\n"
    )

    assert expected == report("text", outcome_of(AMOUNT, COPY, note), style=Style(color=True))


def test_statistics_are_aligned_and_the_most_frequent_comes_first() -> None:
    """After a blank line: count, code, name and title, aligned by the cells they take."""
    outcome = outcome_of(COPY, *[AMOUNT] * 11)
    expected = "\n11  BLK001  missing-amount       金额缺数\n 1  DUP002  duplicate-paragraph  段落重复\n"

    assert report("text", outcome, style=Style(statistics=True)).endswith(expected)
    assert report("full", outcome, style=Style(statistics=True)).endswith(expected)


@dataclass(frozen=True)
class Grave(Doubled):
    """排重。"""

    weight = 3.0


def test_the_rate_of_errors_stands_beside_the_pass_line() -> None:
    """Warnings and errors count by their weight, notes do not; one in 10,000 characters passes."""
    note = amount()._replace(severity=Severity.NOTE)

    def rate(characters: int) -> str:
        outcome = outcome_of(AMOUNT, COPY, note)._replace(characters=characters)
        rules = {Amount.code: Amount, Doubled.code: Grave}
        return list(render("text", outcome, rules, Style(statistics=True), lambda _: None))[-1]

    assert rate(40_000).startswith("\n差错率：加权差错 4.0 个，全文 40000 字，每万字 1.00 个；合格线每万字 1 个")
    assert "，合格。" in rate(40_000)
    assert "，不合格。" in rate(39_999)


def test_statistics_of_nothing_are_nothing() -> None:
    """Without findings there is no table."""
    assert report("text", outcome_of(), style=Style(statistics=True)) == ""


def test_a_code_without_its_rule_is_counted_all_the_same() -> None:
    """A code that the rules do not know is listed without a title."""
    chunks = list(render("text", outcome_of(AMOUNT), {}, Style(statistics=True), lambda _: None))

    assert chunks[1:] == ["\n", "1  BLK001  missing-amount\n"]


# --- full


def test_full_shows_the_line_with_a_marker_below_it() -> None:
    """The marker stands under the characters found, two cells for each Chinese one."""
    expected = (
        "报告.txt:2:5: BLK001 “万元”前缺数字\n"
        "  |\n"
        "2 | 全年下拨万元，用于修桥。\n"
        "  |         ^^^^ 错误\n"
    )  # fmt: skip

    assert expected == report("full", outcome_of(AMOUNT))


def test_full_shows_both_places_of_a_duplicate_and_the_fix() -> None:
    """A range of lines is shown by its first line and its line numbers; the fix says what it would do."""
    expected = (
        "报告.txt:5:1: DUP002 与第 3—4 行重复\n"
        "  |\n"
        "5 | 桥长三里。\n"
        "  | ^^^^^^^^^^ 警告 … 共 2 行（第 5—6 行）\n"
        "  |\n"
        "3 | 桥长三里。\n"
        "  | ---------- 首次出现 … 共 2 行（第 3—4 行）\n"
        "  = 建议（改前请核对）：删去后一份\n"
    )

    assert expected == report("full", outcome_of(COPY))


def test_full_in_english() -> None:
    """Words of the report follow the language, too."""
    fix = Fix(Text("补数", "put a number"), (), Safety.SAFE)
    expected = (
        "报告.txt:2:5: BLK001 no number before 万元\n"
        "  |\n"
        "2 | 全年下拨万元，用于修桥。\n"
        "  |         ^^^^ error\n"
        "  = suggestion: put a number\n"
        "\n"
        "报告.txt:5:1: DUP002 repeats lines 3-4\n"
        "  |\n"
        "5 | 桥长三里。\n"
        "  | ^^^^^^^^^^ warning … 2 lines (5-6)\n"
        "  |\n"
        "3 | 桥长三里。\n"
        "  | ---------- first here … 2 lines (3-4)\n"
        "  = suggestion, to be reviewed: delete the later copy\n"
    )

    assert expected == report("full", outcome_of(amount(fix=fix), COPY), style=Style("en"))


def test_full_names_the_other_file_of_a_copy() -> None:
    """A related place elsewhere is introduced by its path; without its text the message stands alone."""
    other = "前言\n桥长三里。\n"
    known = place("别处.txt", other, span_of(other, "桥长三里。"), Text("同文", "same text"))
    unknown = place("不在.txt", other, known.span, known.message)
    expected = (
        "报告.txt:2:5: BLK001 “万元”前缺数字\n"
        "  |\n"
        "2 | 全年下拨万元，用于修桥。\n"
        "  |         ^^^^ 错误\n"
        "  --> 别处.txt:2:1\n"
        "  |\n"
        "2 | 桥长三里。\n"
        "  | ---------- 同文\n"
        "  --> 不在.txt:2:1\n"
        "  = 同文\n"
    )
    outcome = outcome_of(amount(related=(known, unknown)))

    assert expected == report("full", outcome, {"报告.txt": DRAFT, "别处.txt": other})


def test_full_without_the_source_tells_what_it_can() -> None:
    """Where the text is not to be had, or has become shorter, the severity is still told."""
    expected = "报告.txt:2:5: BLK001 “万元”前缺数字\n  = 错误\n"

    assert expected == report("full", outcome_of(AMOUNT), {"别的.txt": ""})
    assert expected == report("full", outcome_of(AMOUNT), {"报告.txt": "短"})


def test_line_numbers_of_all_places_are_aligned() -> None:
    """The gutter is as wide as the longest line number of a finding."""
    text = "桥长三里。\n" + "路。\n" * 99 + "桥长三里。"
    first, second = span_of(text, "桥长三里。"), span_of(text, "桥长三里。", 1)
    copy = diagnose(text, second, Doubled, related=(place("报告.txt", text, first, Text("首次出现", "first here")),))
    lines = report("full", outcome_of(copy), {"报告.txt": text}).splitlines()

    assert lines[1:] == [
        "    |",
        "101 | 桥长三里。",
        "    | ^^^^^^^^^^ 警告",
        "    |",
        "  1 | 桥长三里。",
        "    | ---------- 首次出现",
    ]


def test_a_label_that_does_not_fit_gets_its_own_line() -> None:
    """A label beyond the width stands below the marker."""
    text = "路" * 8 + "万元"
    lines = report("full", outcome_of(diagnose(text, Span(8, 10))), {"报告.txt": text}, Style(width=20)).splitlines()

    assert lines[2:] == ["1 | 路路路路路路路路万元", "  |                 ^^^^", "  | 错误"]


def test_colour_paints_markers_and_labels() -> None:
    """The marker and its label have the colour of the severity, related places that of a note."""
    lines = report("full", outcome_of(COPY), style=Style(color=True)).splitlines()

    assert lines[3] == "  | \x1b[33m^^^^^^^^^^\x1b[0m \x1b[33m警告 … 共 2 行（第 5—6 行）\x1b[0m"
    assert lines[6] == "  | \x1b[36m----------\x1b[0m \x1b[36m首次出现 … 共 2 行（第 3—4 行）\x1b[0m"


# --- excerpts


def shown(text: str, span: Span, width: int = 200, ambiguous: int = 1) -> tuple[str, str]:
    """Return the excerpt and the part of it that stands above the marker, cell by cell."""
    result = excerpt(text, LineIndex(text).line_span(LineIndex(text).line_number(span.start)), span, width, ambiguous)
    above, column, inside = "", 0, False
    for character in result.line:
        size = cells(character, ambiguous)
        if size:  # a combining mark stands where its base does
            inside = result.indent <= column < result.indent + result.marked
        above += character if inside else ""
        column += size
    return result.line, above


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("全年下拨", "万元"),
        ("全年“下拨”——共计……", "万元"),
        ("ａｂｃ，ﾊﾝｶｸ", "万元"),
        ("e\u0301t\u0302e ", "万元"),
        ("😀𠮷", "万元"),
        ("㈠①Ⅳ℃", "万元"),
        ("", "𠮷😀"),
        ("甲", "e\u0301"),
    ],
    ids=["wide", "ambiguous", "half", "combining", "astral", "symbols", "emoji", "marked"],
)
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_the_marker_stands_under_the_characters_found(before: str, found: str, ambiguous: int) -> None:
    """Whatever the width of what stands before, the cells of the marker are those of the finding."""
    text = before + found + "，用于修桥。"
    span = Span(len(before), len(before) + len(found))

    assert (text, found) == shown(text, span, ambiguous=ambiguous)


def test_an_empty_finding_is_marked_by_one_cell() -> None:
    """A place between characters, or at the end of the line, has a marker of one cell."""
    line = Span(0, 2)

    assert [excerpt("修桥", line, Span(at, at), 80)[1:] for at in (0, 1, 2)] == [(0, 1), (2, 1), (4, 1)]


def test_tabs_become_spaces_and_the_marker_follows() -> None:
    """A tab takes four cells, in the line and for the marker."""
    assert excerpt("\t甲\t乙", Span(0, 4), Span(3, 4), 80) == ("    甲    乙", 10, 2)


@pytest.mark.parametrize("width", [20, 40, 100])
@pytest.mark.parametrize("at", [0, 1, 7, 250, 490, 498])
def test_long_lines_are_cut_around_the_finding(at: int, width: int) -> None:
    """A paragraph of 500 characters is cut to the width, and the finding is in what is left."""
    text = "修" * at + "万元" + "桥" * (498 - at)
    line, above = shown(text, Span(at, at + 2), width)

    assert cells(line) <= width
    assert cells(line) >= width - 4
    assert above == "万元"
    assert line.strip("…") in text
    assert line.startswith("…") == (not text.startswith(line.rstrip("…")))
    assert line.endswith("…") == (not text.endswith(line.lstrip("…")))


def test_a_finding_longer_than_the_width_shows_its_beginning() -> None:
    """The marker then ends with the line."""
    text = "修" * 50 + "桥" * 300
    line, above = shown(text, Span(50, 350), 40)

    assert line == "…" + "桥" * 19 + "…"
    assert above == "桥" * 19


def test_a_cut_never_leaves_a_mark_without_its_letter() -> None:
    """A combining mark goes with its base."""
    text = "e\u0301" * 100 + "万元" + "e\u0301" * 100

    for width in range(20, 30):
        line, above = shown(text, Span(200, 202), width)

        assert above == "万元"
        assert unicodedata.category(line.lstrip("…")[0]) != "Mn"
        assert cells(line) <= width


def test_a_line_break_belongs_to_no_excerpt() -> None:
    """A finding at a CR LF is marked behind the last character."""
    text = "修桥\r\n铺路"

    assert excerpt(text, LineIndex(text).line_span(1), Span(2, 4), 80) == ("修桥", 4, 1)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(20, 60), st.integers(1, 2))
def test_an_excerpt_is_safe_and_fits(text: str, one: int, two: int, width: int, ambiguous: int) -> None:
    """Any line, any span: no unsafe character, never wider than the width, the marker inside the line or behind it."""
    text = text.replace("\r", "").replace("\n", "")
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    result = excerpt(text, Span(0, len(text)), Span(start, end), width, ambiguous)

    assert visible(result.line) == result.line
    assert cells(result.line, ambiguous) <= width
    assert 0 <= result.indent <= cells(result.line, ambiguous)
    assert result.marked >= 1


# --- hostile documents


HOSTILE = "甲\x1b[2J\x9b2J\u202e乙\u2066丙\u200b丁\x07\u2028戊万元\udcff\x00"


@pytest.mark.parametrize("output_format", ["text", "full"])
def test_nothing_of_a_document_controls_the_terminal(output_format: str) -> None:
    """Escapes, overrides of direction and hidden characters are spelled out in source, messages and paths."""
    diagnostic = diagnose(
        HOSTILE,
        span_of(HOSTILE, "万元"),
        path="a\nb\x1b.txt",
        message=Text(f"见{HOSTILE}\r\n", "x"),
        related=(place("c\n.txt", HOSTILE, Span(0, 1), Text("\x1b\n", "x")),),
        fix=Fix(Text("\x1b]0;\x07", "x"), ()),
    )
    output = report(output_format, outcome_of(diagnostic), {"a\nb\x1b.txt": HOSTILE})

    assert [c for c in output if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}] == []
    assert output.startswith("a\\nb\\x1b.txt:1:18: BLK001 见甲\\x1b[2J\\x9b2J\\u202e乙")


def test_the_marker_is_right_after_spelled_out_characters() -> None:
    """What is spelled out takes the cells of its spelling."""
    text = "甲\x1b万元"

    assert excerpt(text, Span(0, 4), Span(2, 4), 80) == ("甲\\x1b万元", 6, 4)


@given(st.text(), st.text(), st.text())
def test_text_is_one_line_whatever_it_holds(path: str, zh: str, text: str) -> None:
    """One finding, one line, which any UTF-8 writer takes."""
    source = text + "万元"
    output = report("text", outcome_of(diagnose(source, span_of(source, "万元"), path=path, message=Text(zh, zh))))

    assert output.count("\n") == len(output.splitlines()) == 1
    output.encode("utf-8")


# --- summary


@pytest.mark.parametrize(
    ("severities", "failures", "files", "zh", "en"),
    [
        (
            (3, 3, 3, 2, 2, 1),
            0,
            5,
            "检查 5 个文件：错误 3、警告 2、提示 1",
            "5 files checked: 3 errors, 2 warnings, 1 note",
        ),
        ((3, 2), 0, 1, "检查 1 个文件：错误 1、警告 1", "1 file checked: 1 error, 1 warning"),
        ((), 0, 0, "检查 0 个文件：未发现问题", "0 files checked: no findings"),
        ((1, 1), 1, 2, "检查 2 个文件：提示 2；1 项未能完成", "2 files checked: 2 notes; 1 failure"),
        ((), 2, 3, "检查 3 个文件：未发现问题；2 项未能完成", "3 files checked: no findings; 2 failures"),
    ],
)
def test_the_summary_counts(severities: Iterable[int], failures: int, files: int, zh: str, en: str) -> None:
    """The sentence has what was found, the gravest first, and what failed; English plurals are right."""
    diagnostics = tuple(amount(severity=Severity(severity)) for severity in severities)
    outcome = Outcome(diagnostics, (FAILURE,) * failures, files)

    assert (zh, en) == (summary(outcome, "zh"), summary(outcome, "en"))


# --- json


def test_json_is_exactly_the_documented_object() -> None:
    """Members, order and numbers are those of the documentation; one finding stands on one line."""
    fix = Fix(Text("删去", "delete"), (Edit(AMOUNT.span, ""),), Safety.SAFE)
    note = place("别处.txt", "甲\n乙", Span(2, 3), Text("另见", "see"))
    expected = (
        '{"version": 1, "summary": {"files": 2, "errors": 1, "warnings": 1, "notes": 0, "characters": 0, '
        '"left_out": {}, "failures": [{"path": "坏 件.txt", "message": "无法读取：编码不明"}]}, "diagnostics": [\n'
        '{"path": "报告.txt", "code": "BLK001", "name": "missing-amount", "severity": "error", '
        '"message": "“万元”前缺数字", "start": {"line": 2, "column": 5, "offset": 12}, '
        '"end": {"line": 2, "column": 7, "offset": 14}, "text": "万元", '
        '"fix": {"title": "删去", "safety": "safe", "edits": [{"start": 12, "end": 14, "replacement": ""}]}, '
        '"related": [{"path": "别处.txt", "start": {"line": 2, "column": 1, "offset": 2}, '
        '"end": {"line": 2, "column": 2, "offset": 3}, "message": "另见"}]},\n'
        '{"path": "报告.txt", "code": "DUP002", "name": "duplicate-paragraph", "severity": "warning", '
        '"message": "与第 3—4 行重复", "start": {"line": 5, "column": 1, "offset": 33}, '
        '"end": {"line": 7, "column": 1, "offset": 45}, "text": "桥长三里。\\n桥宽两丈。\\n", '
        '"fix": null, "related": []}\n'
        "]}\n"
    )
    diagnostics = (amount(fix=fix, related=(note,)), diagnose(DRAFT, SECOND, Doubled, message=COPY.message))

    assert expected == report("json", Outcome(diagnostics, (FAILURE,), 2))


def test_json_of_nothing() -> None:
    """Without findings the list is empty."""
    assert json.loads(report("json", outcome_of()))["diagnostics"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "outcome", [outcome_of(), outcome_of(failures=(FAILURE,), files=0), BOTH], ids=["nothing", "failures", "findings"]
)
def test_json_validates_against_the_schema_we_ship(outcome: Outcome, language: str) -> None:
    """The schema takes every report, and it is a schema."""
    jsonschema.Draft202012Validator.check_schema(JSON_SCHEMA)

    jsonschema.validate(json.loads(report("json", outcome, style=Style(language))), JSON_SCHEMA)


def test_the_schema_refuses_what_is_not_documented() -> None:
    """A member too many is a mistake in the report or in its documentation."""
    value = json.loads(report("json", BOTH))
    value["diagnostics"][0]["colour"] = "red"

    with pytest.raises(jsonschema.ValidationError, match="colour"):
        jsonschema.validate(value, JSON_SCHEMA)


def test_json_writes_diagnostics_one_at_a_time() -> None:
    """Chunks come as they are asked for: a hundred thousand findings are never one string."""
    chunks = render("json", outcome_of(*[AMOUNT] * 3), RULES, Style(), dict[str, str]().get)

    assert [next(chunks).count("\n") for _ in range(5)] == [1, 1, 1, 1, 1]
    assert next(chunks, None) is None


@given(st.text(), st.text(), st.text())
def test_json_gives_back_what_went_in(path: str, zh: str, text: str) -> None:
    """Any path, message and text comes out of a JSON parser as it went in, and goes through UTF-8."""
    output = report("json", outcome_of(diagnose(text, Span(0, len(text)), path=path, message=Text(zh, zh))))
    (diagnostic,) = json.loads(output.encode("utf-8"))["diagnostics"]

    assert (path, zh, text) == (diagnostic["path"], diagnostic["message"], diagnostic["text"])


# --- sarif


def sarif(outcome: Outcome, texts: Mapping[str, str] | None = None, style: Style | None = None) -> Any:
    log = json.loads(report("sarif", outcome, texts, style).encode("utf-8"))
    jsonschema.validate(log, SARIF_SCHEMA)
    return log["runs"][0]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "outcome", [outcome_of(), outcome_of(failures=(FAILURE,), files=0), BOTH], ids=["nothing", "failures", "findings"]
)
def test_sarif_validates_against_the_oasis_schema(outcome: Outcome, language: str) -> None:
    """Every log is SARIF 2.1.0, and tells whether the run did what it was asked for."""
    run = sarif(outcome, style=Style(language))

    assert run["invocations"][0]["executionSuccessful"] == (not outcome.failures)
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(outcome.diagnostics)


def test_the_oasis_schema_refuses_a_bad_log() -> None:
    """The vendored schema is no rubber stamp."""
    log = json.loads(report("sarif", BOTH))
    log["runs"][0]["results"][0]["level"] = "grave"

    with pytest.raises(jsonschema.ValidationError, match="grave"):
        jsonschema.validate(log, SARIF_SCHEMA)


def test_a_sarif_result_has_place_fingerprint_related_places_and_fix() -> None:
    """All that a diagnostic knows is in the result, counted in code points."""
    artifact = {"uri": "%E6%8A%A5%E5%91%8A.txt", "uriBaseId": "%SRCROOT%"}
    result = sarif(BOTH)["results"][1]
    fingerprint = result.pop("partialFingerprints")["primaryLocationLineHash"]

    assert re.fullmatch("[0-9a-f]{16}:1", fingerprint)
    assert result == {
        "ruleId": "DUP002",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "与第 3—4 行重复"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 5, "startColumn": 1, "endLine": 7, "endColumn": 1},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 5, "endColumn": 1},
                },
                "message": {"text": "首次出现"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "删去后一份"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": {"charOffset": 33, "charLength": 12}, "insertedContent": {"text": ""}}
                        ],
                    }
                ],
            }
        ],
    }


def test_sarif_describes_the_rules_that_found_something() -> None:
    """A rule without findings is left out; the help is the docstring and the norm."""
    (rule,) = sarif(outcome_of(AMOUNT))["tool"]["driver"]["rules"]

    assert rule == {
        "id": "BLK001",
        "name": "missing-amount",
        "shortDescription": {"text": "金额缺数"},
        "fullDescription": {"text": "金额缺数：单位前没有数字。"},
        "help": {
            "text": "金额缺数：单位前没有数字。\n\n读者无从知道是多少。\n\nA unit of money without a number.\n\n"
            "GB/T 15835—2011 5.1.1"
        },
        "defaultConfiguration": {"level": "error"},
    }


def test_sarif_names_failures() -> None:
    """What could not be done is a notification with its place."""
    (invocation,) = sarif(outcome_of(failures=(FAILURE, Failure("", Text("配置有误", "bad config")))))["invocations"]

    assert invocation["toolExecutionNotifications"] == [
        {
            "level": "error",
            "message": {"text": "无法读取：编码不明"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "%E5%9D%8F%20%E4%BB%B6.txt", "uriBaseId": "%SRCROOT%"}
                    }
                }
            ],
        },
        {"level": "error", "message": {"text": "配置有误"}},
    ]


@pytest.mark.parametrize("path", ODD_PATHS)
def test_sarif_uris_are_percent_encoded(path: str) -> None:
    """Whatever a file is called, its URI is plain ASCII and decodes to its name."""
    location = sarif(outcome_of(amount(path=path)))["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]

    assert re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri)
    assert path == unquote(uri, errors="surrogateescape")


def test_absolute_paths_below_the_working_directory_become_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Services know files by their place in the repository; what lies elsewhere has a file URI."""
    monkeypatch.chdir(tmp_path)
    inside, outside = f"{tmp_path}/稿/a.txt", f"{tmp_path.parent}/b.txt"
    run = sarif(outcome_of(amount(path=inside), amount(path="./c.txt"), amount(path=outside)))
    artifacts = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
    base = "%SRCROOT%"

    assert artifacts[:2] == [{"uri": "%E7%A8%BF/a.txt", "uriBaseId": base}, {"uri": "c.txt", "uriBaseId": base}]
    assert artifacts[2] == {"uri": f"file://{outside}"}


def fingerprints(text: str, *parts: str) -> list[str]:
    diagnostics = [diagnose(text, span_of(text, part)) for part in parts]
    results = sarif(outcome_of(*diagnostics), {"报告.txt": text})["results"]
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]


def test_fingerprints_outlive_edits_elsewhere() -> None:
    """Lines put in front, other white space and another line ending leave a fingerprint as it was."""
    (before,) = fingerprints("一、概况\n全年下拨万元。\n完", "万元")

    assert fingerprints("新的一行\n\n一、概况\n  全年下拨 万元。\n完了", "万元") == [before]
    assert fingerprints("一、概况\r\n全年下拨万元。\r\n完", "万元") == [before]
    assert fingerprints("一、概况\n全年收回万元。\n完", "万元") != [before]


def test_equal_fingerprints_are_numbered() -> None:
    """Two equal findings of a document differ by their number; each document counts for itself."""
    other = amount(path="二.txt")
    results = sarif(outcome_of(AMOUNT, AMOUNT, other), {"报告.txt": DRAFT, "二.txt": DRAFT})["results"]
    marks = [result["partialFingerprints"]["primaryLocationLineHash"].partition(":") for result in results]

    assert len({digest for digest, _, _ in marks}) == 1
    assert [number for _, _, number in marks] == ["1", "2", "1"]


@given(st.text(), st.text(min_size=1), st.text())
def test_sarif_holds_whatever_a_document_holds(path: str, zh: str, text: str) -> None:
    """Any path, message and text makes a log that UTF-8 can write and a parser can read."""
    diagnostic = diagnose(text, Span(0, len(text)), path=path, message=Text(zh, zh))
    run = json.loads(report("sarif", outcome_of(diagnostic), {path: text}).encode("utf-8"))["runs"][0]

    assert run["results"][0]["message"]["text"] == zh


# --- github


def test_github_annotations_come_gravest_first_with_the_totals_after() -> None:
    """A range in one line has columns; one of several lines has lines alone, for the runner rejects both."""
    note = amount(severity=Severity.NOTE)
    expected = (
        "::error file=坏 件.txt,title=gaojian::无法读取：编码不明\n"
        "::error file=报告.txt,line=2,endLine=2,col=5,endColumn=7,title=BLK001 missing-amount::“万元”前缺数字\n"
        "::warning file=报告.txt,line=5,endLine=6,title=DUP002 duplicate-paragraph::与第 3—4 行重复\n"
        "::notice file=报告.txt,line=2,endLine=2,col=5,endColumn=7,title=BLK001 missing-amount::“万元”前缺数字\n"
        "检查 2 个文件：错误 1、警告 1、提示 1；1 项未能完成\n"
    )

    assert expected == report("github", Outcome((note, COPY, AMOUNT), (FAILURE,), 2))


def test_github_of_nothing_is_the_totals() -> None:
    """Without findings there is one plain line."""
    assert report("github", outcome_of(), style=Style("en")) == "1 file checked: no findings\n"


def test_github_properties_and_messages_are_escaped() -> None:
    """Percent signs and line breaks are escaped everywhere, colons and commas in properties as well."""
    diagnostic = amount(path="100%:a,b\n.txt", message=Text("增长%：甲,乙\r\n丙\x1b", "x"))
    first = report("github", outcome_of(diagnostic)).partition("\n")[0]

    assert first == (
        "::error file=100%25%3Aa%2Cb%0A.txt,line=2,endLine=2,col=5,endColumn=7,title=BLK001 missing-amount"
        "::增长%25：甲,乙%0D%0A丙\\x1b"
    )


@given(st.text(), st.text())
def test_an_annotation_is_one_line_whatever_it_holds(path: str, zh: str) -> None:
    """No path and no message breaks the line, forges a property or another command."""
    output = report("github", outcome_of(amount(path=f"a{path}", message=Text(zh, zh))))
    command, _, rest = output.partition("\n")
    properties, _, _ = command.removeprefix("::error ").partition("::")

    assert len(output.splitlines()) == 2
    assert rest == "检查 1 个文件：错误 1\n"
    assert [pair.partition("=")[0] for pair in properties.split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]


# --- all formats


@pytest.mark.parametrize("path", ODD_PATHS)
@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_takes_any_file_name(output_format: str, path: str) -> None:
    """Spaces, Chinese, percent signs and line breaks in a name harm no format, with or without the source."""
    outcome = outcome_of(amount(path=path), failures=(Failure(path, Text("读不了", "unreadable")),))

    report(output_format, outcome, {path: DRAFT}).encode("utf-8")
    report(output_format, outcome, {"别的.txt": DRAFT}).encode("utf-8")


@pytest.mark.parametrize("output_format", FORMATS)
def test_without_colour_no_format_writes_an_escape(output_format: str) -> None:
    """Colour is what the style says and nothing else."""
    assert "\x1b" not in report(output_format, BOTH, style=Style(color=False, statistics=True))


@pytest.mark.parametrize("output_format", ["json", "sarif", "github"])
def test_machine_formats_have_no_colour_and_no_table(output_format: str) -> None:
    """Programs get the same whatever the terminal is like."""
    plain = report(output_format, BOTH, style=Style())

    assert plain == report(output_format, BOTH, style=Style(color=True, statistics=True, width=20))
