"""Numbers that begin paragraphs: the series they make, where those break, and what is said of it."""

import json
import time
from pathlib import Path

import pytest

from gaojian import Check, Document, Finding, Kind
from gaojian.registry import load_rules
from gaojian_checks.language.numbering import IrregularityKind, irregularities, marks, numbering, numbers, renumbered
from gaojian_checks.numbering.enumeration_gap import EnumerationGap

CHECKS = [rule() for code, rule in load_rules().items() if code.startswith("NMB") and issubclass(rule, Check)]
HAN = "零一二三四五六七八九"


def found(text: str, kind: Kind = Kind.TEXT) -> list[tuple[str, str]]:
    """Return code and text of every finding of the family, in order."""
    document = Document("稿.txt", text, kind)
    findings: list[tuple[Finding, str]] = [(each, check.code) for check in CHECKS for each in check.check(document)]
    return [(code, text[each.span.start : each.span.end]) for each, code in sorted(findings, key=lambda pair: pair[0])]


def items(*worths: int) -> str:
    return "".join(f"{HAN[worth]}、甲\n" for worth in worths)


def values(text: str, kind: Kind = Kind.TEXT) -> list[list[int]]:
    """Return the values of every series."""
    document = Document("稿.txt", text, kind)
    read = document.get(numbers)
    return [[read[place].value for place in series.members] for series in document.get(numbering)]


def test_a_list_under_each_parent_is_a_series_of_its_own() -> None:
    """Inner lists restart, and the outer list goes on after them."""
    text = "一、甲\n（一）子\n1.寅\n2.卯\n（二）丑\n二、乙\n（一）子\n（二）丑\n1.寅\n三、丙\n"

    assert values(text) == [[1, 2, 3], [1, 2], [1, 2], [1, 2], [1]]


def test_a_list_within_an_item_of_the_same_style_does_not_break_it() -> None:
    """一、二、三、 within the second heading, then the third heading."""
    assert values(items(1, 2, 1, 2, 3, 4, 3)) == [[1, 2, 3], [1, 2, 3, 4]]


def test_articles_count_on_across_chapters_and_items_do_not() -> None:
    """A chapter ends lists and sections; the article after it follows the last one of the chapter before."""
    text = "第一章　甲\n第一条 甲：\n（一）子；\n（二）丑。\n第二章　乙\n第二条 乙：\n（一）子；\n（二）丑。\n"

    assert values(text) == [[1, 2], [1, 2], [1, 2], [1, 2]]


def test_questions_count_on_across_parts() -> None:
    """What was once continued under another parent is continuous: a gap then is one, and no missing first."""
    text = "一、选择\n1.甲\n2.乙\n二、填空\n3.丙\n4.丁\n三、问答\n6.己\n7.庚\n"

    assert found(text) == [("NMB001", "6.")]


def test_markdown_headings_of_two_levels_are_two_series() -> None:
    """## 二、 follows ## 一、 though ### 一、二、 stand between."""
    text = "## 一、甲\n\n### 一、子\n\n### 二、丑\n\n## 二、乙\n\n### 一、子\n"

    assert values(text, Kind.MARKDOWN) == [[1, 2], [1, 2], [1]]


@pytest.mark.parametrize(
    ("worths", "expected"),
    [
        ((1, 2, 4, 5), [("NMB001", "四、")]),
        ((1, 2, 3, 7, 5, 6), [("NMB001", "七、")]),
        ((1, 2, 4, 4, 5), [("NMB001", "四、")]),
        ((1, 2, 2, 3), [("NMB002", "二、")]),
        ((1, 2, 2, 4), [("NMB002", "二、")]),
        ((1, 2, 3, 2, 5), [("NMB003", "二、")]),
        ((1, 2, 3, 1, 5, 6), [("NMB003", "一、")]),
        ((1, 3, 2, 4), [("NMB003", "二、")]),
        ((2, 3), [("NMB012", "二、")]),
        ((1, 2, 3, 1, 2, 3), []),
        ((1, 1, 1), []),
    ],
)
def test_one_fault_is_one_finding(worths: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    """What the marks after it prove to be one mistyped number is not reported a second time."""
    assert found(items(*worths)) == expected


def test_a_gap_is_an_error_only_where_the_series_proves_it() -> None:
    """Four siblings, two of them after the gap, are proof; 一、三、 alone is not."""
    (gap,) = (check for check in CHECKS if check.code == "NMB001")

    def severities(text: str) -> list[object]:
        return [finding.severity for finding in gap.check(Document("稿.txt", text))]

    assert severities(items(1, 2, 4, 5)) == [None]
    assert severities(items(1, 3)) == [gap.severity - 1]


def test_a_misprinted_article_is_reported_and_not_a_gap() -> None:
    """笫三条 and 第四十－条 keep their places in the series."""
    text = "第一条 甲。\n第二条 乙。\n笫三条 丙。\n第四条 丁。\n"

    assert found(text) == [("NMB013", "笫三条")]


def test_articles_that_no_blank_follows_are_articles_where_all_are_written_so() -> None:
    """第一条为了… is a habit; a gap in it is found, and a reference at the start of a line is none of it."""
    text = "第一条为了渡运。\n第二条渡工持证。\n第三条规定的除外。\n第三条渡船年检。\n第五条本办法施行。\n第六条甲。\n"

    assert found(text) == [("NMB009", "第五条")]


def test_what_runs_in_within_a_paragraph_is_no_gap() -> None:
    """（一）…；（二）…； on one line, and a reason that begins after its label."""
    assert found("（一）甲；（二）乙；\n（三）丙。\n") == []
    assert found("理由：一、甲。\n二、一百零四年修正。\n三、丙。\n四、丁。\n") == []


def test_numbers_of_another_kind_are_no_series() -> None:
    """Days, amounts, years, versions and approximate numbers at the start of a line."""
    lines = ["3.15 晚会", "3.18 座谈", "2.5亿元", "2013.", "1.5公里", "三、四个月后", "2.1.3 版", "2.0.9 版", "12.1%"]

    assert found("\n".join(lines)) == []


def test_quotations_and_amendments_are_left_alone() -> None:
    """Numbers in an open quotation of several paragraphs belong to another text."""
    text = (
        "一、增加两条：\n“第三条 甲。\n第九条 乙。\n（四）丙。”\n二、将第五条修改为：\n第五条 丁。\n三、删去第七条。\n"
    )

    assert found(text) == []


def test_a_document_without_paragraphs_is_not_judged_by_them() -> None:
    """A PDF has only lines: the checks of series say that they need paragraphs."""
    assert {check.code for check in CHECKS if not check.needs_paragraphs} == {"NMB006", "NMB010", "NMB011", "NMB013"}


def test_carriage_returns_and_the_first_line_count_like_all_lines() -> None:
    """Spans are those of the text, whatever ends its lines."""
    text = "一、甲\r\n二、乙\r\n四、丙\r\n五、丁"

    assert found(text) == [("NMB001", "四、")]
    assert [text[each.span.start : each.span.end] for each in Document("稿.txt", text).get(marks)] == [
        "一、",
        "二、",
        "四、",
        "五、",
    ]


@pytest.mark.parametrize(
    ("written", "worth", "expected"),
    [
        ("（五）", 4, "（四）"),
        ("(12)", 3, "(3)"),
        ("第十－条", 21, "第二十一条"),
        ("第 15-1 條", 14, "第 14-1 條"),
        ("③", 2, "②"),
        ("2.3.10", 9, "2.3.9"),
        ("一百零二、", 110, "一百一十、"),
        ("2）", 1, "1）"),
    ],
)
def test_a_number_is_renumbered_in_its_own_form(written: str, worth: int, expected: str) -> None:
    """Brackets, blanks, prefixes and numerals stay as they are."""
    (number,) = Document("稿.txt", f"{written} 甲").get(numbers)

    assert renumbered(number, worth) == expected


@pytest.mark.parametrize(
    "part",
    [
        "三、甲\n",
        "一、甲\n（三）乙\n5.丙\n“二、丁\n",
        "四、二\n五、二\n",
        "（一）甲\n一、乙\n",
        "甲；\n（三）乙；\n",
        "".join(f"{worth + 2 - worth % 2 * 2}.甲\n" for worth in range(900)),
        "\n".join(f"{'#' * (depth % 40)} 1. 甲" for depth in range(400)),
        "第一条" * 500,
        "（" * 500,
        "一是",
        "一是甲。\n",
        "一是二是一是三是",
        "二是四是，",
        "；（1）；（3）",
        "①③",
        "抓好三件事：一是甲；",
        "抓好三件事：\n一、甲\n",
        "“一要甲，三要乙",
    ],
)
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MARKDOWN])
def test_time_grows_with_the_length(part: str, kind: Kind) -> None:
    """A long text comes to an end, whatever it is made of: a scan of the square of its length would take minutes."""

    def seconds(size: int) -> float:
        document = Document("稿.txt", "\n" + (part * (size // len(part) + 1))[:size], kind)
        started = time.process_time()
        for check in CHECKS:
            list(check.check(document))
        return time.process_time() - started

    assert seconds(150_000) < 60


def rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_real_misprints_are_found(shared: Path) -> None:
    """Of the published defects, those that a sentence alone can show; a gap needs the articles around it."""
    numbered = [row for row in rows(shared / "corpora" / "dirty" / "defects_public.jsonl") if row["cat"] == "numbering"]

    assert [row["id"] for row in numbered if not found(row["sentence"])] == ["D010", "D012", "D013"]


def test_real_lookalikes_are_left_alone(shared: Path) -> None:
    """No published look-alike is reported."""
    lookalikes = rows(shared / "corpora" / "dirty" / "lookalikes_public.jsonl")

    assert [row["sentence"] for row in lookalikes if found(row["sentence"])] == []


def test_the_seed_report_has_two_notes(shared: Path) -> None:
    """Its half-width brackets are one finding, its unfinished list another, and its copied body breaks no series."""
    text = (shared / "seed" / "report.txt").read_text(encoding="utf-8")

    assert found(text) == [("NMB011", "(一)"), ("NMB007", "一是")]


def test_every_irregularity_has_a_check() -> None:
    """Each kind is reported by one check at least."""
    texts = [items(1, 2, 4), items(1, 2, 2), items(1, 2, 3, 2), items(2, 3), "（一）甲\n二、乙\n（三）丙\n"]
    kinds = {each.kind for text in texts for each in Document("稿.txt", text).get(irregularities)}

    assert kinds == set(IrregularityKind)
    assert all(found(text) for text in texts)


LISTS = [
    ("一是甲。\n二是乙：一是子，二是丑。\n三是丙。", []),
    ("要做到：一是甲。\n二是乙。\n三是丙。", []),
    ("一是甲：一是子；二是丑。\n三是丙。", [("NMB006", "三是")]),
    ("一是甲。\n二是乙：一是子；三是丑。\n三是丙。", [("NMB006", "三是")]),
    ("一是甲。二是乙。二是丙。四是丁。", [("NMB006", "二是")]),
    ("一是甲。三是乙。二是丙。四是丁。", [("NMB006", "二是")]),
    ("一是甲。二是乙。四是丙。四是丁。五是戊。", [("NMB006", "四是")]),
    ("一是甲。二要乙。三是丙。", []),
    ("一个是甲。\n补充：二是乙，三是丙。", []),
    ("取一、二、六位：二是末位。", []),
    ("选①、③、④，其余①③不选。", []),
    ("首先，甲。\n乙。\n又说：再次，丙。", []),
    ("抓好三件事：\n1. 甲\n2. 乙\n   1. 子\n   2. 丑\n3. 丙\n", []),
    ("抓好三件事：\n（1）甲；（2）乙。\n", [("NMB008", "三件")]),
    ("一是甲。\n二是乙，两件事：一是子；二是丑。三是丙。", []),
    ("抓好三个工作重点：一是甲；二是乙。", [("NMB008", "三个")]),
    ("抓好三件事：\n1. 甲\n1. 乙\n1. 丙\n", []),
    ("抓好三件事：1.甲；2.乙；\n3.丙。", []),
    ("讲质量。一要甲。\n二要乙。\n讲节约。一要子。二要丑。三要寅。\n四要卯。五要辰。", []),
    ("一是甲。二是乙。要求：二是子，三是丑。", [("NMB006", "二是")]),
    ("一是甲，守住“五要”，二是乙。三是丙。", []),
    ("一是甲。二是乙。首先子；二是丑；三是寅；五是卯。", [("NMB006", "五是")]),
    ("首先，甲。二是乙。三是丙。", []),
    ("一是甲。其次，乙。三是丙。", []),
    ("（一）水利\n一是甲。二是乙。\n（二）交通\n要求：首先甲，三是乙。", []),
    ("他说：“一是甲，三是乙。”", []),
    ("第一，甲。第二，乙。第四，丙。", [("NMB006", "第四")]),
    ("第一，甲。讲第二个问题。第三，乙。", []),
    ("第一、第三产业和第二产业。第一，甲。第二，乙。", []),
    ("首先，甲。其次，乙。其次，丙。", [("NMB006", "其次")]),
    ("首先，甲。再次，乙。", [("NMB006", "再次")]),
    ("首先，甲。再次违反的，乙。", []),
    ("一、甲；二、乙；四、丙。", [("NMB006", "四、")]),
    ("含：（1）甲；（2）乙；（2）丙。", [("NMB006", "（2）")]),
    ("（1）甲；（2）乙。\n（1）丙；（2）丁。", []),
    ("见式（1）、（3）；按第（二）项，（四）项办理。", []),
    ("含①甲、②乙、④丙。", [("NMB006", "④")]),
    ("程序：1）甲；2）乙；4）丙。", [("NMB006", "4）")]),
    ("程序：1、甲；2、乙；4、丙。", [("NMB006", "4、")]),
    ("增长5.1。3.2升到1.5。共2、3、5号楼。", []),
    ("要做到：二是乙，三是丙。", [("NMB006", "二是")]),
    ("抓好三件事：一是甲；二是乙。", [("NMB008", "三件")]),
    ("抓好三件事：一是甲；三是乙。", [("NMB006", "三是")]),
    ("抓好三件事：一是甲。全年平稳。", [("NMB008", "三件")]),
    ("抓好10项工作：一是甲；二是乙。", [("NMB008", "10项")]),
    ("分下列三类：\n一、甲；\n二、乙。\n", [("NMB008", "三类")]),
    ("分下列三类：\n一、甲；二、乙；\n三、丙。\n", []),
    ("突出三个方面工作。\n（一）甲\n（二）乙\n", [("NMB008", "三个")]),
    ("有三十项措施：一是甲；二是乙。", []),
    ("三个月内：一是甲；二是乙。第三条：一是甲；二是乙。", []),
    ("推进“三大工程”：一是甲；二是乙。", []),
    ("收储抓得紧：一是甲。全年平稳。", [("NMB007", "一是")]),
    ("收储抓得紧：一是甲。全年平稳。\n加工：一是子；二是丑。", [("NMB007", "一是")]),
    ("收储抓得紧：一要甲。全年平稳。", [("NMB007", "一要")]),
    ("天上，一要下雨就收粮。", []),
    ("为了两头：一是农户，一是企业。", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_within_the_text_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    """Of every form, nested and restarted, in other words and in quotations: one fault is one finding."""
    assert [pair for pair in found(text) if pair[0] in ("NMB006", "NMB007", "NMB008")] == expected


def test_a_document_of_bare_lines_has_lists_of_sentences_only() -> None:
    """Its lines are no paragraphs, so that a list of numbers may begin at any line."""
    text = "甲（1）乙；（2）丙\n（1）丁；（2）戊；（4）己\n一是甲。\n二是乙。\n四是丙。\n"
    findings = EnumerationGap().check(Document("稿.pdf", text, Kind.LINES))

    assert [text[slice(*each.span)] for each in findings] == ["四是"]


def test_enumerations_go_on_over_paragraphs_and_lie_within_each_other() -> None:
    """Only a number that no open list waits for is a slip, and the message names what is missing."""
    inner = "一是抓防汛：一是备料；二是值班；三是巡查。\n二是抓抗旱。\n三是抓供水：一是查漏，二是换管。\n四是抓水质。\n"
    gap = inner + "六是抓水价。\n"
    (finding,) = EnumerationGap().check(Document("稿.txt", gap))

    assert list(EnumerationGap().check(Document("稿.txt", inner))) == []
    assert gap[slice(*finding.span)] == "六是"
    assert finding.message.zh == "“四是”（第 4 行）之后是“六是”，缺“五是”；请核对"


def test_a_code_has_more_than_a_thousand_articles() -> None:
    """The one that is missing is named, and a range of articles written digit by digit is no misprint."""
    code = "".join(f"第{number}条 甲。\n" for number in range(1, 1007) if number != 1004)

    assert found(code) == [("NMB009", "第1005条")]
    assert found("第三〇—五〇条 渡船每年检验一次。\n") == []
