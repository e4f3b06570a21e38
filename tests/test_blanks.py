"""The blanks family as a whole: one blank is one finding; look-alikes by structure; long lines; the first report."""

import csv
from pathlib import Path

import pytest

from gaojian import Check, Document, Kind, Severity
from gaojian_checks.blanks.empty_field import EmptyField
from gaojian_checks.blanks.missing_amount import MissingAmount
from gaojian_checks.blanks.missing_count import MissingCount
from gaojian_checks.blanks.missing_date_part import MissingDatePart
from gaojian_checks.blanks.missing_document_number import MissingDocumentNumber
from gaojian_checks.blanks.missing_percent import MissingPercent
from gaojian_checks.blanks.missing_session_ordinal import MissingSessionOrdinal
from gaojian_checks.blanks.missing_text_after_range import MissingTextAfterRange

FAMILY: tuple[type[Check], ...] = (
    MissingAmount,
    MissingPercent,
    MissingCount,
    MissingDatePart,
    MissingSessionOrdinal,
    MissingDocumentNumber,
    EmptyField,
    MissingTextAfterRange,
)
SEED = Path(__file__).parent.parent.parent / "shared" / "seed"


def find(text: str, *, path: str = "示例.txt", profile: str = "auto") -> list[tuple[str, str]]:
    kind = Kind.MARKDOWN if path.endswith(".md") else Kind.TEXT
    document = Document(path, text, kind, profile=profile)
    found = [(finding.span, check.code) for check in FAMILY for finding in check().check(document)]
    return [(code, text[span.start : span.end]) for span, code in sorted(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至年月，全镇新增用水户。", [("BLK004", "年月")]),
        ("项目于2013年月开工，投资万元。", [("BLK004", "2013年月"), ("BLK001", "万元")]),
        ("党的届四中全会以来，共召开会议次。", [("BLK005", "届"), ("BLK003", "次")]),
        ("增长5—%，提高个百分点，占百分之。", [("BLK010", "%"), ("BLK002", "个百分点"), ("BLK002", "百分之")]),
        ("见市政发〔〕号文件，第次会议通过。", [("BLK006", "〔〕号"), ("BLK005", "第次")]),
        ("全年完成造林万亩，修路公里，人均收入元。", [("BLK003", "万亩"), ("BLK003", "公里"), ("BLK001", "元")]),
    ],
    ids=["date", "date and amount", "session", "percent", "number", "counts"],
)
def test_each_blank_is_one_finding_of_one_check(text: str, expected: list[tuple[str, str]]) -> None:
    """Every place that lacks a number is reported once, by the check it belongs to."""
    assert expected == find(text)


@pytest.mark.parametrize(
    "text",
    [
        "项目\t总投资万元\t增长%\n道路\t12\t3\n",
        "名称  投资额万元  增长%  完成个\n道路  12  3  1\n",
        "| 指标 | 完成投资万元 | 比上年增长% |\n| --- | --- | --- |\n| 道路 | 12 | 3 |",
        "地区,总投资万元,增长%,项目数个\n甲区,12,3,4\n",
        "表1 完成情况（单位：万元、%）",
        "总投资万元：\n建设面积平方米：\n",
    ],
    ids=["tabs", "blanks", "pipes", "commas", "caption", "labels"],
)
def test_headers_of_tables_and_forms_are_silent(text: str) -> None:
    """A unit in a column heading, a caption or a label names what stands elsewhere."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成投资万元", ["万元"]),
        ("堤防加固工程进展顺利，三月已经通水。\n新增绿地公顷\n", ["公顷"]),
        ("项目\n完成投资万元\n堤防\n12\n", []),
        ("累计完成投资额万元", []),
        ("同比增长 %", []),
    ],
    ids=["alone", "among sentences", "among labels", "heading", "growth"],
)
def test_a_short_line_with_a_verb_is_a_statement(text: str, expected: list[str]) -> None:
    """A line without marks says what was done, unless its neighbours are labels or it reads like a heading."""
    assert expected == [unit for _, unit in find(text)]


@pytest.mark.parametrize(("verb", "unit"), [("举办", "次"), ("连续", "次"), ("由", "名")])
def test_a_limit_without_its_number_is_one_finding(verb: str, unit: str) -> None:
    """A limit is reported once, however many signs prove it."""
    assert find(f"{verb}{unit}以上的单位，可以申请补助。") == [("BLK003", unit)]


def test_a_cell_that_holds_a_sentence_is_prose() -> None:
    """A full sentence in a table cell is checked as anywhere else."""
    text = "| 道路 | 全年完成投资万元，同比增长%。 |"

    assert find(text, path="表.md") == [("BLK001", "万元"), ("BLK002", "%")]


def test_text_whose_numbers_were_all_stripped_is_found() -> None:
    """Without a single number left, each self-evident unit is still reported."""
    text = "到年末新区面积达平方公里主干道总长公里投入万元绿化率提高个百分点新增水面万平方米"

    assert [unit for _, unit in find(text)] == ["平方公里", "公里", "万元", "个百分点", "万平方米"]


@pytest.mark.parametrize("mask", ["XX", "××", "＿＿", "**", "□□", "…", "?"])
def test_masked_numbers_are_left_to_the_placeholder_checks(mask: str) -> None:
    """A mask before a unit is a placeholder, not a blank."""
    assert find(f"全年完成投资{mask}万元，同比增长{mask}%。") == []


def test_a_number_in_hidden_code_counts_as_a_number() -> None:
    """What inline code hides may be the number."""
    assert find("写入 `n` 万元，占 `rate` %，共 `k` 公里。", path="说明.md") == []


def test_a_number_at_the_end_of_the_line_above_counts() -> None:
    """Text with hard line breaks keeps its numbers."""
    assert find("本年度共安排补助资金一百二十\n万元，比上年增长百分之\n五，面积三十\n平方公里。") == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_signature_dates_depend_on_the_genre(newline: str) -> None:
    """An empty signature date is a warning in a notice and nothing in a specimen; a half-empty one is an error."""
    notice = newline.join(["关于防汛工作的通知", "各村：", "请做好准备。", "　　年　月　日", ""])
    half = notice.replace("年　月", "2013年　月")

    findings = list(MissingDatePart().check(Document("通知.txt", notice)))

    assert [finding.severity for finding in findings] == [Severity.WARNING]
    assert find(notice, profile="specimen") == []
    assert [code for code, _ in find(half)] == ["BLK004"]


def test_a_round_figure_among_exact_ones_is_only_a_warning() -> None:
    """万 or 亿 may itself be the number: among exact figures the finding is a warning, alone it is silent."""
    likely = "全县粮食总产12.5万吨。种植面积达到万亩。油料产量3.25万吨。"

    findings = list(MissingCount().check(Document("报告.txt", likely)))

    assert [finding.severity for finding in findings] == [Severity.WARNING]
    assert find("开幕首日观众已达万人。园区面积达万亩。") == []


def test_measure_words_are_not_judged_in_statutes() -> None:
    """Statutes speak of parts and kinds, so a measure word proves nothing there."""
    assert find("处理项，办理件，受理起。", profile="statute") == []
    assert len(find("受理件，查处起。")) == 2


def test_a_long_line_stays_linear() -> None:
    """Half a million characters on one line give their findings without slicing the line for each."""
    text = "完成投资万元，增长%，召开会议次，于年月日开工，" * 20_000

    assert len(find(text)) == 80_000


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not here")
def test_the_first_report_has_the_blanks_of_its_truth_table() -> None:
    """On the first copy of the report the family finds the blanks of the truth table and nothing else."""
    with (SEED / "truth.tsv").open(encoding="utf-8") as rows:
        expected = [
            (int(row["line"]), int(row["col"]), row["code"])
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["code"].startswith("BLK")
        ]
    document = Document("report.txt", (SEED / "report.txt").read_text("utf-8"))
    places = [
        (*document.lines.position(finding.span.start), check.code)
        for check in FAMILY
        for finding in check().check(document)
    ]

    assert sorted(expected) == sorted(place for place in places if place[0] < 19)
