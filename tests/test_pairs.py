"""What paired marks are out of order in a whole document, what is legal there, and that the work stays linear."""

import csv
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaojian import Check, Document, Finding, Kind
from gaojian_checks.pairs._marks import disorder, skeleton_of, unsettled
from gaojian_checks.pairs.misused_title_marks import MisusedTitleMarks
from gaojian_checks.pairs.mixed_bracket_width import MixedBracketWidth
from gaojian_checks.pairs.nested_same_quotes import NestedSameQuotes
from gaojian_checks.pairs.nested_title_marks import NestedTitleMarks
from gaojian_checks.pairs.reversed_quotes import ReversedQuotes
from gaojian_checks.pairs.straight_quotes import StraightQuotes
from gaojian_checks.pairs.unbalanced_brackets import UnbalancedBrackets
from gaojian_checks.pairs.unbalanced_quotes import UnbalancedQuotes

FAMILY: tuple[type[Check], ...] = (
    UnbalancedQuotes,
    UnbalancedBrackets,
    ReversedQuotes,
    NestedSameQuotes,
    NestedTitleMarks,
    StraightQuotes,
    MixedBracketWidth,
)
MARKS = "“”‘’「」『』《》〈〉（）()［］[]〔〕【】\"'"


def findings(text: str, kind: Kind = Kind.TEXT) -> list[tuple[str, Finding]]:
    document = Document("示例.txt", text, kind)
    found = [(check.code, finding) for check in FAMILY for finding in check().check(document)]
    return sorted(found, key=lambda item: item[1].span)


def codes(text: str, kind: Kind = Kind.TEXT) -> list[str]:
    return [code for code, _ in findings(text, kind)]


def fixed(text: str) -> str:
    edits = sorted({edit for _, finding in findings(text) if finding.fix for edit in finding.fix.edits}, reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def test_clean_text_is_settled_by_its_skeleton() -> None:
    """Pairs that stand in one line, one in another, need no closer look."""
    text = "（一）推行“一窗‘受理’”。\n《关于印发〈办法〉的通知》〔2022〕3号[1]\n"

    assert unsettled(skeleton_of(text)).strip("\n") == ""
    assert document_of(text).get(disorder) == ((), (), ())


def document_of(text: str) -> Document:
    return Document("示例.txt", text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("会议强调：\n“今年任务很重。\n\n“首先抓春耕。\n\n“其次抓防汛。”\n", id="each paragraph opens"),
        pytest.param("他说：“任务很重。\n首先抓春耕。\n其次抓防汛。”散会。", id="opened once"),
        pytest.param("修改为：“第三条　建立“河长”制度。\n（一）县级；\n（二）乡级。”\n", id="an amended article"),
        pytest.param("本办法所称“河道管理范围\n”，是指堤防之间的水域。", id="a mark at the start of a line"),
        pytest.param("他念道：\n“山重水复疑无路，\n柳暗花明又一村。”\n众人称好。", id="a poem"),
        pytest.param("《云岭\n县志》和（见\n附件）", id="wrapped"),
        pytest.param("│單位（課 │主任│\n│、室）   │一  │\n", id="cells of a drawn table"),
        pytest.param("a）登记；\nb）复核；\nc）归档。\n1)登记 2)复核", id="labels"),
        pytest.param("Don’t use users’ names in the ’90s.", id="apostrophes"),
    ],
)
def test_what_is_legal_over_lines_is_silent(text: str) -> None:
    """Quotations of several paragraphs, wrapped lines, tables, labels and apostrophes have no finding."""
    assert codes(text) == []
    assert codes(text.replace("\n", "\r\n")) == []


def test_wrapped_lines_of_a_pdf_are_one_text() -> None:
    """In a document without paragraphs a pair may span lines; half a pair is found all the same."""
    assert codes("要做到“应保\n尽保”，落实（一）\n至（三）项。", Kind.LINES) == []
    assert codes("要做到“应保\n尽保，落实。\n到此为止。", Kind.LINES) == ["QUO003"]


def test_two_faults_in_two_paragraphs_do_not_make_up_for_each_other() -> None:
    """A mark that opens in one paragraph is not closed by one that lost its partner in another."""
    text = "落实“河长制责任。\n推行一窗受理”改革。\n宣传《节水条例。\n修订供水办法》等。"

    assert codes(text) == ["QUO003", "QUO003", "QUO004", "QUO004"]


def test_a_run_of_marks_without_partners_is_told_at_its_first() -> None:
    """The same mark several times in a row is one slip of the finger, at the start of a document too."""
    assert [finding.span.start for _, finding in findings("“““甲")] == [0]
    assert [finding.span.start for _, finding in findings("“甲“")] == [0]
    assert [finding.span.start for _, finding in findings("（（（")] == [0]


def test_a_font_without_opening_marks_is_one_finding() -> None:
    """All quotations closed on both sides are a habit: one finding, and one fix for all."""
    text = "推行”一窗受理”改革。\n落实”河长制”责任。\n宣传”节水”理念。\n评为”先进集体”。"
    ((code, finding),) = findings(text)

    assert code == "QUO005"
    assert "共4处" in finding.message.zh
    assert fixed(text) == "推行“一窗受理”改革。\n落实“河长制”责任。\n宣传“节水”理念。\n评为“先进集体”。"


def test_each_fault_is_told_once() -> None:
    """One fault is not told by two checks of the family."""
    faults = {
        "落实“河长制”和”湖长制“责任。": "QUO005",
        "落实“河长制“责任。": "QUO005",
        "他说“落实“河长制”责任”。": "QUO006",
        "印发《关于《节水办法》的通知》。": "QUO007",
        '落实"河长制"责任。': "QUO009",
        '落实“河长制"责任。': "QUO003",
        "临江水务（集团)公司": "QUO010",
        "落实（河长制】责任。": "QUO004",
        "落实“河长制’责任。": "QUO003",
    }

    assert {text: [code] for text, code in faults.items()} == {text: codes(text) for text in faults}


@pytest.mark.parametrize("check", FAMILY)
def test_what_a_fix_makes_is_in_order_for_the_whole_family(check: type[Check]) -> None:
    """No fix provokes another check of the family."""
    results = [example.fixed for example in check.examples if example.fixed and example.profile == "auto"]

    assert [codes(text) for text in results] == [[] for _ in results]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(MARKS + "甲乙和、。：1a \n"), max_size=60))
def test_any_order_of_marks_is_taken(text: str) -> None:
    """Findings lie in the text, their edits are sorted and apart, whatever the order of the marks."""
    for _, finding in findings(text):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
        edits = finding.fix.edits if finding.fix else ()
        assert all(first.span.end <= second.span.start for first, second in pairwise(edits))


@pytest.mark.parametrize(
    "unit", ["“", "”", "’", "（", "1）", "《", "“汉”", "“汉“", "“。", "：“汉\n", "汉”\n", '"汉', '"\n', "(1,"]
)
def test_endless_marks_take_linear_time(unit: str) -> None:
    """A long run of marks comes to an end: a scan of the square of its length would take minutes."""

    def seconds(size: int) -> float:
        document = document_of("（甲，1）“汉\n" + unit * (size // len(unit)))
        start = time.process_time()
        for check in FAMILY:
            list(check().check(document))
        return time.process_time() - start

    assert seconds(100_000) < 60


def test_the_titles_of_the_seed_report_that_name_no_works(shared: Path) -> None:
    """The opt-in check finds the rows of class C, at their columns, and nothing of class N."""
    table = (shared / "seed" / "truth.tsv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines(), delimiter="\t"))
    expected = {(int(row["line"]), int(row["col"]), int(row["end"])) for row in rows if row["code"] == "QUO008"}
    document = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8"))
    found = set()
    for finding in MisusedTitleMarks().check(document):
        start, end = document.position(finding.span.start), document.position(finding.span.end)
        found.add((start.line, start.column, end.column - 1))

    assert expected <= found
    # The body stands there twice.
    assert len(found) == 2 * len(expected)


def test_the_seed_report_has_no_other_paired_mark_out_of_order(shared: Path) -> None:
    """Half-width brackets, slashes and dates in it are in order."""
    assert codes((shared / "seed" / "report.txt").read_text("utf-8")) == []


def test_real_reversed_quotes_are_found(shared: Path) -> None:
    """Published sentences with marks of the wrong direction, among defects and among what looks like empty quotes."""
    found = {}
    for name in ("defects", "lookalikes"):
        for line in (shared / "corpora" / "dirty" / f"{name}_public.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            found[row["id"]] = codes(row["sentence"]).count("QUO005")

    assert {number for number, count in found.items() if count} == {"P101", "L100", "L101"}
    assert found["P101"] == found["L100"] == found["L101"] == 2


def test_a_numeral_of_hundreds_is_no_label() -> None:
    """What is before and after it in a list need not be looked for."""
    assert codes("）加强培训。\n二五二）改进作风。\n") == ["QUO004"]
