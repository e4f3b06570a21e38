"""What the examples of the punctuation checks cannot show: documents, neighbours, reference texts and hostile input."""

import csv
import json
import time
from pathlib import Path

import pytest

from gaojian import Check, Document, Edit, Finding, Kind, Severity
from gaojian.registry import load_rules

FAMILY: dict[str, Check] = {
    code: rule()
    for code, rule in load_rules().items()
    if issubclass(rule, Check) and (code.startswith("PUN") or code == "DUP007")
}
DEFAULT = [check for check in FAMILY.values() if not check.opt_in]


def findings(document: Document, *codes: str) -> list[tuple[str, Finding]]:
    """Return what the checks of ``codes`` say, or else all that run by default, in order."""
    checks = [FAMILY[code] for code in codes] or DEFAULT
    found = [(check.code, finding) for check in checks for finding in check.check(document)]
    return sorted(found, key=lambda pair: (pair[1].span, pair[0]))


def reported(text: str, *codes: str) -> list[tuple[str, str]]:
    """Return code and text of each finding."""
    return [(code, text[f.span.start : f.span.end]) for code, f in findings(Document("稿.txt", text), *codes)]


def fixed(text: str) -> tuple[str, int]:
    """Return ``text`` after all fixes of the family, overlapping ones one after the other, and the rounds it took."""
    for rounds in range(10):
        end = -1
        edits: list[Edit] = []
        for _, finding in findings(Document("稿.txt", text)):
            if finding.fix and finding.fix.edits[0].span.start > end:
                edits += finding.fix.edits
                end = finding.fix.edits[-1].span.end
        if not edits:
            return text, rounds
        for edit in sorted(edits, reverse=True):
            text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    pytest.fail(f"no end of fixes: {text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修了水渠、水闸、、等。", "修了水渠、水闸等。"),
        ("修了水渠、水闸、...等，通了水。", "修了水渠、水闸等，通了水。"),
        ("修了水渠、水闸等等……\n通了水。。\n", "修了水渠、水闸等等。\n通了水。\n"),
        ("工期三、四个月，，会期8月12--15日。。", "工期三四个月，会期8月12—15日。"),
        ("（一）、修渠--通水，。\n（二）、建闸……等", "（一）修渠——通水。\n（二）建闸等"),
        ("—修渠\n—建闸、，办“3.15”活动", "——修渠\n——建闸，办“3·15”活动"),
    ],
)
def test_fixes_of_the_family_end_in_clean_text(text: str, expected: str) -> None:
    """No fix provokes another check of the family, in whatever order they are made."""
    result, rounds = fixed(text)

    assert expected == result
    assert rounds <= 3


def test_a_habit_is_one_finding_with_its_count() -> None:
    """Forms that a writer uses throughout are shown once, at the first place, and its fix changes all."""
    text = "修渠...\n建闸...\n通水--试水，灌田——排水\n（一）、甲地\n（二）、乙地\n"

    assert reported(text) == [("PUN004", "..."), ("PUN006", "--"), ("PUN007", "（一）、")]
    assert ["全文共2处" in f.message.zh for _, f in findings(Document("稿.txt", text))] == [True, False, True]


@pytest.mark.parametrize(
    "text",
    [
        "他问：“走吗？”“走！”他说：“好。”于是……走了。",
        "《水法》《防洪法》、水利厅、“两手发力”，等等；——完。",
        "报名方式：电话、传真（任选），详见附件1、2、3。",
        "比例1:500，单价3.15元，区间[0,1]，时间18:57:23。",
        "第一、二、三产业，一、二级保护区，第（一）、（二）项。",
        "目录\n第一章 总则……1\n第二章 水源......2\n",
        "├──┤\n│、，│\n| -- | -- |\n",
        "附件：1.名单\n　　　2.回执\n",
        "你好，……你好！！！真的吗？？？",
    ],
)
def test_legal_marks_are_silent(text: str) -> None:
    """Neighbouring marks that belong together are no fault."""
    assert reported(text) == []


def test_emphasis_is_no_fault_until_the_fourth_mark() -> None:
    """Three question or exclamation marks are the most."""
    assert reported("好！！！真好！！！！") == [("PUN001", "！！！！")]


def test_a_document_with_both_commas_and_points_is_left_to_numbering() -> None:
    """1、 beside 1. is a mixture, which another check tells."""
    assert reported("1、修渠\n2、建闸\n") == [("PUN007", "1、")]
    assert reported("1、修渠\n2.建闸\n") == []


def test_kinds_of_one_check_have_a_severity_of_their_own() -> None:
    """A comma after （一） is a fault, one after 第一 or 1 a habit."""
    found = findings(Document("稿.txt", "（一）、修渠\n第一、建闸\n1、通水\n"))

    assert [finding.severity for _, finding in found] == [None, Severity.NOTE, Severity.NOTE]


@pytest.mark.parametrize(
    ("head", "expected"), [("", 1), ("2010年度总结\n", 0), ("发布时间：2011-03-05\n", 0), ("2013年度总结\n", 1)]
)
def test_older_documents_follow_the_older_norm(head: str, expected: int) -> None:
    """GB/T 15834—2011 binds what is dated after May 2012, or not dated at all."""
    assert len(reported(f"{head}学习《水法》、《防洪法》。", "PUN003")) == expected


def test_a_manual_shows_dots_and_strokes() -> None:
    """In technical documents three dots and two hyphens belong to what is typed or shown."""
    text = "# 手册\n\n点“更多...”，加--选项。" + "`x`" * 10 + "\n"

    assert findings(Document("手册.md", text, Kind.MARKDOWN)) == []


def test_a_broken_document_is_one_finding() -> None:
    """Paragraphs broken all over are told once, without a fix."""
    line = "渠道已经修好。水闸也已经装好，泵站正在调试，沿线各村的群众都说今年浇地不用再发愁了水费也比往年便宜"
    text = ("　　通水了。\n" * 30) + f"　　{line}\n" * 3

    found = findings(Document("稿.txt", text))

    assert [(code, finding.fix) for code, finding in found] == [("PUN012", None)]
    assert "全文共3处" in found[0][1].message.zh


def test_every_comma_between_marks_in_the_seed_is_found(shared: Path) -> None:
    """The class C rows of PUN003, with exact places, blanks included; nothing else runs by default there."""
    text = (shared / "seed" / "report.txt").read_text("utf-8-sig")
    document = Document("report.txt", text)
    with (shared / "seed" / "truth.tsv").open(encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table, delimiter="\t") if row["code"] == "PUN003"]
    expected = {(int(row["line"]), int(row["col"]), int(row["end"])) for row in rows}

    found = [finding.span for _, finding in findings(document, "PUN003")]
    places = {(*document.position(span.start), document.position(span.end).column - 1) for span in found}

    assert expected <= places
    assert findings(document) == []


def test_the_run_on_of_the_seed_is_found_where_it_can_be_divided(shared: Path) -> None:
    """PUN013 tells the whole sentence, and from the verb to the date where another begins."""
    document = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8-sig"))
    found = [f for _, f in findings(document, "PUN013") if document.line_number(f.span.start) == 13]

    assert [tuple(document.position(f.span.start)) for f in found] == [(13, 1), (13, 77), (13, 224)]


def test_real_defects_are_found(shared: Path) -> None:
    """Doubled and conflicting marks of published pages; a lost ³ is no fault of punctuation."""
    lines = (shared / "corpora" / "dirty" / "defects_public.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = [row for row in rows if row["cat"] in {"dup_punct", "lost_text"}]

    silent = [row["id"] for row in wanted if not reported(row["sentence"])]

    assert (len(wanted), silent) == (9, [])


UNITS = (
    *(
        "，",
        "、",
        "。",
        "， ",
        "，。",
        "（，",
        "…",
        ".",
        "。。。甲",
        "---",
        "—",
        "甲—",
        "─",
        "）、",
        "（一）、",
        "三、四年，",
    ),
    *(
        "甲、等。",
        "、甲等……",
        "了",
        "《甲》、",
        "“3.15”",
        "五·",
        "8月12--15日",
        "# 甲。\n",
        "一、甲乙。\n",
        "一、甲乙\n丙\n",
    ),
    *("甲" * 50 + "。甲\n", "甲，3月5日，", "一是甲。；二是", "第一、甲。", "1、甲\n", "\u3000", "\r\n"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    """A long line of whatever a check looks for comes to an end: a quadratic scan would take minutes."""

    def seconds(length: int) -> float:
        document = Document("稿.md", f"一、甲\n{(unit * length)[:length]}", Kind.MARKDOWN)
        document.prose  # noqa: B018 (reading is not measured)
        start = time.process_time()
        for check in FAMILY.values():
            for finding in check.check(document):
                assert len(finding.message.zh) < 200
        return time.process_time() - start

    assert seconds(150_000) < 60
