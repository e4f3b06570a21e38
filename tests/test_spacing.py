"""The spacing family as a whole: a slip where it is, a habit once; what goes together; long input; the first report."""

import csv
import time
from pathlib import Path

import pytest

from gaojian import Check, Document, Edit, Finding, Kind, Safety, Severity
from gaojian.origin import Origin
from gaojian_checks.spacing.broken_line import BrokenLine
from gaojian_checks.spacing.fullwidth_alphanumeric import FullwidthAlphanumeric
from gaojian_checks.spacing.halfwidth_brackets import HalfwidthBrackets
from gaojian_checks.spacing.halfwidth_punctuation import HalfwidthPunctuation
from gaojian_checks.spacing.invisible_character import InvisibleCharacter
from gaojian_checks.spacing.space_beside_punctuation import SpaceBesidePunctuation
from gaojian_checks.spacing.space_between_cjk import SpaceBetweenCjk
from gaojian_checks.spacing.space_between_han_and_digits import SpaceBetweenHanAndDigits
from gaojian_checks.spacing.spaced_digits import SpacedDigits
from gaojian_checks.spacing.variant_punctuation import VariantPunctuation
from profiled import findings, severity_on

FAMILY: tuple[type[Check], ...] = (
    SpaceBetweenCjk,
    SpaceBesidePunctuation,
    InvisibleCharacter,
    SpacedDigits,
    BrokenLine,
    SpaceBetweenHanAndDigits,
    HalfwidthPunctuation,
    HalfwidthBrackets,
    FullwidthAlphanumeric,
    VariantPunctuation,
)


def find(check: type[Check], text: str, *, path: str = "示例.txt", profile: str = "auto") -> list[Finding]:
    kind = Kind.MARKDOWN if path.endswith(".md") else Kind.TEXT
    return findings(check(), Document(path, text, kind, profile=profile))


def fixed(text: str) -> str:
    """Return ``text`` after the fixes of all checks of the family, made one after the other until none is left."""
    for _ in range(10):
        for check in FAMILY:
            findings = find(check, text)
            edits: set[Edit] = {edit for finding in findings if finding.fix for edit in finding.fix.edits}
            for edit in sorted(edits, reverse=True):
                text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
        if not any(find(check, text) for check in FAMILY):
            return text
    raise AssertionError(f"the fixes do not come to an end: {text!r}")


@pytest.mark.parametrize(
    ("check", "slip"),
    [
        (SpaceBetweenCjk, "扎实推进 各项工作，"),
        (SpaceBesidePunctuation, "扎实推进各项工作， "),
        (SpacedDigits, "完成投资1 2 3亿元，"),
    ],
    ids=["Han", "mark", "digits"],
)
def test_slips_are_shown_one_by_one_and_a_habit_once(check: type[Check], slip: str) -> None:
    """Up to twenty places have a finding each; from twenty-one on one finding counts them and mends them all."""
    few, many = find(check, slip * 20 + "好。"), find(check, slip * 21 + "好。")

    assert len(few) == 20
    assert len(many) == 1
    assert many[0].fix is not None
    assert len(many[0].fix.edits) == 21
    assert "21" in many[0].message.zh


def test_half_width_marks_are_counted_by_mark() -> None:
    """The message names every mark with its count."""
    (finding,) = find(HalfwidthPunctuation, "一是抓改革,促发展,保稳定;二是抓落实:\n好!\n")

    assert finding.message.zh.endswith("“,”2处、“;”1处、“:”1处、“!”1处")


def test_half_width_brackets_beside_full_width_ones_are_a_warning() -> None:
    """A document that uses both contradicts itself; one that uses the half-width form throughout has a habit."""
    mixed = find(HalfwidthBrackets, "县(市)和乡（镇）都要落实。")
    throughout = find(HalfwidthBrackets, "县(市)和乡(镇)都要落实。")

    assert [finding.severity for finding in mixed] == [None]
    assert [finding.severity for finding in throughout] == [Severity.NOTE]


def test_half_width_marks_in_technical_documents_are_a_note() -> None:
    """Where code and foreign words are mixed in, a half-width mark is a small thing."""
    text = "执行以下命令,再重启：" + "`make` " * 20 + "\n"

    assert len(find(HalfwidthPunctuation, text, path="手册.md")) == 1
    assert severity_on(HalfwidthPunctuation, Document("手册.md", text, Kind.MARKDOWN)) is Severity.NOTE


def test_the_fixes_together_come_to_an_end_and_leave_clean_text() -> None:
    """Blanks, marks and brackets that touch each other are all mended, and no fix provokes another check."""
    text = (
        "一年来,我局 (以下简称局) 获得了 “一等奖”,完成投资１２．５亿元。 各县( 市)\u200b都有进步\u00a0，进展如下:\n"
        "要抓紧推进 各项工作, 确保1 9 9 8 年底完成｡\n"
    )
    expected = (
        "一年来，我局（以下简称局）获得了“一等奖”，完成投资12.5亿元。各县（市）都有进步，进展如下：\n"
        "要抓紧推进各项工作，确保1998年底完成。\n"
    )

    assert expected == fixed(text)


def test_blanks_at_the_end_of_a_line_are_left_alone() -> None:
    """Two blanks that end a line break it in Markdown, and an indent begins one."""
    assert find(SpaceBesidePunctuation, "说明。  \n　　“换行” \n", path="说明.md") == []


def test_a_lost_decimal_point_is_left_to_people() -> None:
    """5 9亿元 may be 59 or 5.9: such a fix is not safe, that of a longer number is."""
    short, long = find(SpacedDigits, "总值5 9亿元，累计4 6 2 8亿元。")

    assert short.fix is not None
    assert long.fix is not None
    assert (short.fix.safety, long.fix.safety) == (Safety.UNSAFE, Safety.SAFE)


def test_bidirectional_controls_are_named_as_a_danger() -> None:
    """What is shown may not be what is there, and the message says so with the code point."""
    (finding,) = find(InvisibleCharacter, "账号\u202e见附件。")

    assert "双向控制符" in finding.message.zh
    assert "U+202E" in finding.message.zh


def test_no_break_spaces_of_web_pages_and_word_files_are_layout() -> None:
    """Where text was taken out of markup, a no-break space and a soft hyphen were put there on purpose."""
    text = "联系人\u00a0\u00a0张某\u00ad某\u200b。"
    extracted = Document("网页.html", text, origin=Origin())

    assert [text[finding.span.start] for finding in InvisibleCharacter().check(extracted)] == ["\u200b"]


def test_a_declared_profile_decides_about_blanks_beside_digits() -> None:
    """The same text is held to no blanks as a notice, to blanks as a manual, and to nothing undeclared."""
    text = "截至2024年，共有 12 户。"

    assert find(SpaceBetweenHanAndDigits, text) == []
    assert [
        len(finding.fix.edits) for finding in find(SpaceBetweenHanAndDigits, text, profile="notice") if finding.fix
    ] == [2]
    assert [
        len(finding.fix.edits) for finding in find(SpaceBetweenHanAndDigits, text, profile="technical") if finding.fix
    ] == [2]


HOSTILE = {
    "blanks": "汉字字字 ",
    "marks": "，“ 字 ” ，",
    "commas": "字,",
    "brackets": "(字",
    "nested": "(字(字)",
    "open": "(",
    "digits": "1 2 3 ",
    "points": "1 ．1 ",
    "zero width": "\u200b",
    "joiners": "字\u200d",
    "controls": "\u202e字",
    "full width": "１，２３４",
    "lines": "\n，",
    "empty lines": "\n",
    "small": "﹐",
    "Latin": "字a字 a",
}


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MARKDOWN], ids=["text", "Markdown"])
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_is_linear_in_hostile_input(unit: str, kind: Kind) -> None:
    """A long text comes to an end: a scan of the square of its length would take minutes."""

    def seconds(size: int) -> float:
        document = Document("长行.txt", unit * (size // len(unit)) + "。汉", kind)
        start = time.process_time()
        for check in FAMILY:
            list(check().check(document))
        return time.process_time() - start

    assert seconds(100_000) < 60


@pytest.fixture(scope="module")
def report(shared: Path) -> Document:
    path = shared / "seed" / "report.txt"
    return Document("report.txt", path.read_text("utf-8"))


def places(check: type[Check], report: Document) -> list[tuple[int, int, int]]:
    """Return line, first and last column of every finding."""
    found = []
    for finding in check().check(report):
        line, column = report.lines.position(finding.span.start)
        found.append((line, column, column + finding.span.end - finding.span.start - 1))
    return found


def rows(shared: Path, *classes: str) -> list[tuple[str, int, int, int]]:
    with (shared / "seed" / "truth.tsv").open(encoding="utf-8") as file:
        return [
            (row["code"], int(row["line"]), int(row["col"]), int(row["end"]))
            for row in csv.DictReader(file, delimiter="\t")
            if row["class"] in classes
        ]


def test_every_stray_blank_of_the_first_report_is_found(shared: Path, report: Document) -> None:
    """The six of the first copy exactly, the six of the second beside them, and nothing else."""
    expected = [row[1:] for row in rows(shared, "A") if row[0] == "SPC002"]
    found = places(SpaceBesidePunctuation, report)

    assert expected == [place for place in found if place[0] < 19]
    assert len(found) == 2 * len(expected)


def test_the_half_width_marks_of_the_first_report_are_one_finding(report: Document) -> None:
    """At the salutation, its first; all others are in the fix, the two of a time and of metadata are not."""
    (finding,) = HalfwidthPunctuation().check(report)

    assert places(HalfwidthPunctuation, report) == [(3, 7, 7)]
    assert finding.message.zh.endswith("“,”200处、“;”2处、“:”3处")
    assert finding.fix is not None
    assert min(edit.span.start for edit in finding.fix.edits) == finding.span.start


def test_what_is_legal_in_the_first_report_is_not_touched(shared: Path, report: Document) -> None:
    """No finding stands on a place that the truth names as legal."""
    legal = [row[1:] for row in rows(shared, "N")]
    touched = [
        (check.code, place)
        for check in FAMILY
        for place in places(check, report)
        for line, first, last in legal
        if place[0] == line and place[1] <= last and first <= place[2]
    ]

    assert touched == []
