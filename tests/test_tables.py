"""Tables in every format, and the totals in them."""

import pytest

from gaojian import Document, Kind, Span
from gaojian.reading import read_bytes
from gaojian_checks.arithmetic.table_total import TableTotal
from gaojian_checks.language.tables import tables
from word_files import document as package
from word_files import paragraph, table

ROWS = (("镇", "户数", "人数"), ("东镇", "12", "40"), ("西镇", "20", "55"), ("合计", "32", "99"))


def html() -> Document:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return read_bytes(f"<p>前文</p><table>{rows}</table>".encode(), "表.html")


def written(separator: str, kind: Kind = Kind.TEXT) -> Document:
    return Document("表.md", "\n".join(["前文。", *[separator.join(row) for row in ROWS], "后文。"]), kind)


def word() -> Document:
    return read_bytes(package(paragraph("前文"), table(*ROWS)), "表.docx")


FORMATS = {"tabs": written("\t"), "pipes": written(" | ", Kind.MARKDOWN), "html": html(), "docx": word()}


@pytest.mark.parametrize("name", FORMATS)
def test_tables_have_one_shape_in_every_format(name: str) -> None:
    """Rows of cells, each with the span of its text."""
    document = FORMATS[name]

    assert [
        [[cell and document.text[slice(*cell.span)] for cell in row] for row in found.rows]
        for found in document.get(tables)
    ] == [[list(row) for row in ROWS]]


@pytest.mark.parametrize("name", FORMATS)
def test_a_wrong_total_is_found_in_every_format(name: str) -> None:
    """40 and 55 make 95; the finding stands on the total."""
    document = FORMATS[name]

    assert [document.text[slice(*finding.span)] for finding in TableTotal().check(document)] == ["99"]


def totals(text: str) -> list[str]:
    document = Document("表.txt", text)
    return [document.text[slice(*finding.span)] for finding in TableTotal().check(document)]


def test_frames_and_rules_are_no_cells() -> None:
    """A line with pipes at its ends has the same cells as one without; escaped pipes part nothing."""
    document = Document("表.md", "| 甲\\|乙 | **3** |\n|:--|--:|\n| 丙 | |\n", Kind.MARKDOWN)

    assert [[cell and cell.text for cell in row] for row in document.get(tables)[0].rows] == [
        ["甲\\|乙", "3"],
        ["丙", ""],
    ]


def test_a_heading_over_several_columns_counts_for_each() -> None:
    """Under headings in two rows each kind is added up by itself; a total that holds the wrong one is not reported."""
    heads = "<tr><td rowspan=2>镇<td colspan=2>东片<td colspan=2>西片<td colspan=2>合计"
    kinds = "<tr><td>户数<td>人数<td>户数<td>人数<td>户数<td>人数"
    rows = ("甲 1 4 2 5 3 9", "乙 2 5 2 5 4 10", "丙 2 5 2 6 4 13", "合计 5 14 6 16 11 30")
    body = "".join("<tr><td>" + "<td>".join(row.split()) for row in rows)
    document = read_bytes(f"<table>{heads}{kinds}{body}</table>".encode(), "表.html")

    assert [document.text[slice(*finding.span)] for finding in TableTotal().check(document)] == ["13"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地区\t户数\t人数\n合计\t32\t90\n东镇\t12\t40\n西镇\t20\t55", ["90"]),
        ("项目\t2022\t2023\n种植\t10\t20\n养殖\t30\t50\n合计\t40\t78", ["78"]),
        ("项目\t人数\t户数\n甲\t10\t20\n其中：男\t4\t8\n女\t6\t12\n乙\t30\t50\n合计\t40\t75", ["75"]),
        ("项目\t人数\t户数\n一、甲\t10\t20\n1.子\t4\t8\n2.子\t6\t12\n二、乙\t30\t50\n合计\t40\t75", ["75"]),
        ("类\t金额\n甲\t10\n乙\t20\n小计\t30\n丙\t5\n丁\t6\n小计\t11\n总计\t45", ["45"]),
        ("镇\t合计\t男\t女\t增长%\n东\t12\t6\t6\t5\n西\t9\t4\t5\t3\n南\t11\t7\t5\t3\n北\t8\t4\t4\t1", ["11"]),
        ("序号\t镇\t户数\n1\t东\t12\n2\t西\t13\n合计\t\t26", ["26"]),
        ("类\t构成\n甲\t45.5%\n乙\t20%\n丙\t30%\n合计\t100%", ["100%"]),
        ("镇\t户数\n东\t12户\n西\t20户\n合计\t33户", ["33户"]),
        ("镇\t资金\n东\t1200万元\n西\t0.2亿元\n合计\t3300万元", []),
        ("项目\t差额\n甲\t-10\n乙\t30\n丙\t5\n合计\t35", ["35"]),
        ("项目\t人数\t户数\n甲\t10\t\n乙\t30\t50\n合计\t40\t75", []),
        ("项目\t人数\t户数\n甲\t10\t—\n乙\t30\t50\n丙\t1\t2\n合计\t41\t45", ["45"]),
        ("镇\t合计\t男\t女\n东\t15\t6\t6\n西\t12\t4\t5\n南\t11\t7\t5", []),
    ],
)
def test_the_reading_is_taken_that_the_table_bears_out(text: str, found: list[str]) -> None:
    """Totals above or below, subtotals, parts of parts, levels, serial numbers, blanks and dashes."""
    assert totals(text) == found


def test_what_nothing_bears_out_is_a_warning() -> None:
    """Where every column of a table is out, its rows may not be all of it."""
    document = Document("表.txt", "项目\t人数\t户数\n甲\t10\t20\n乙\t30\t50\n合计\t45\t78")

    assert {finding.severity.label for finding in TableTotal().check(document) if finding.severity} == {"warning"}


def test_a_span_is_that_of_the_figure_alone() -> None:
    """Blanks and emphasis around a total are not marked."""
    document = Document("表.txt", "镇\t户数\n东\t12\n西\t13\n合计\t **26** ")

    assert [finding.span for finding in TableTotal().check(document)] == [Span(21, 23)]
