"""OpenDocument: what people read in a .odt, place by place, and what is refused."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from gaojian.config import Config
from gaojian.document import Document
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.reading import odt, read_bytes
from gaojian.reading.content import ReadError
from gaojian.run import run

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in ("office", "style", "text", "table")},
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)
MIME = "application/vnd.oasis.opendocument.text"
LEVELS = (
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
)
LIST_STYLE = f'<text:list-style style:name="L1">{LEVELS}</text:list-style>'


def content(body: str, styles: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def margins(master: str) -> str:
    return (
        f"<office:document-styles {NAMESPACES}><office:master-styles>{master}</office:master-styles>"
        "</office:document-styles>"
    )


def package(members: dict[str, str | bytes]) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return result.getvalue()


def draft(body: str, styles: str = "", master: str = "") -> bytes:
    members: dict[str, str | bytes] = {"mimetype": MIME, "content.xml": content(body, styles)}
    return package({**members, "styles.xml": margins(master)} if master else members)


def lines(body: str, styles: str = "", master: str = "") -> list[str]:
    return odt.read(draft(body, styles, master), None).text.split("\n")


def places(data: bytes) -> dict[str, str | None]:
    """Return the place in words of every line."""
    read = odt.read(data, None)
    document = Document("稿.odt", read.text, origin=read.origin)
    assert document.origin is not None
    result = {}
    for span in document.paragraphs:
        place = document.origin.describe(span.start)
        result[document.text[span.start : span.end]] = place.zh if place else None
    return result


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        odt.read(data, None)
    assert caught.value.text.zh != caught.value.text.en
    return caught.value.text.zh


def test_a_paragraph_is_a_line() -> None:
    """Paragraphs and headings stand a line each, empty ones too, and spans and links are no breaks."""
    body = (
        '<text:h text:outline-level="1">水利工作总结</text:h><text:p/>'
        "<text:p>全年<text:span>新建</text:span>水库<text:a>三座</text:a>。</text:p>"
    )

    assert lines(body) == ["水利工作总结", "", "全年新建水库三座。"]


def test_blanks_are_those_that_people_see() -> None:
    """Layout of the XML runs together; written-out spaces, tabs and line breaks stay."""
    body = (
        "<text:p>\n   甲\n   <text:span> 乙 </text:span> 丙<text:s text:c='3'/>丁<text:tab/>戊<text:line-break/>"
        "己\n </text:p>"
    )

    assert lines(body) == ["甲 乙 丙   丁\t戊", "己"]


def test_numbers_of_lists_are_written_out() -> None:
    """Labels stand as they are drawn, count on after other text, and start where they are told to."""
    item = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>总体要求</text:p><text:p>说明</text:p>'
        f"<text:list>{item.format('目标')}{item.format('原则')}</text:list></text:list-item></text:list>"
        "<text:p>插入的话</text:p>"
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item.format("主要任务")}</text:list>'
        f'<text:list text:style-name="L1">{item.format("从头数起")}'
        '<text:list-item text:start-value="5"><text:p>从五数起</text:p></text:list-item></text:list>'
    )

    assert lines(body, LIST_STYLE) == [
        *("一、总体要求", "说明", "一.1. 目标", "一.2. 原则", "插入的话"),
        *("二、主要任务", "一、从头数起", "五、从五数起"),
    ]


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("1", "12"),
        ("01, 02, 03, ...", "12"),
        ("a", "l"),
        ("I", "XII"),
        ("一, 二, 三, ...", "十二"),
        ("壹, 贰, 叁, ...", "壹拾贰"),
        ("壹, 貳, 參, ...", "壹拾貳"),
        ("①, ②, ③, ...", "⑫"),
        ("甲, 乙, 丙, ...", "12"),
        ("子, 丑, 寅, ...", "亥"),
    ],
)
def test_formats_of_numbers_are_those_of_chinese_offices(number_format: str, expected: str) -> None:
    """Every format that LibreOffice writes for Chinese gives the sign that it draws."""
    level = f'<text:list-level-style-number text:level="1" style:num-format="{number_format}" text:start-value="12"/>'
    style = f'<text:list-style style:name="L2">{level}</text:list-style>'
    body = '<text:list text:style-name="L2"><text:list-item><text:p>甲</text:p></text:list-item></text:list>'

    assert [line.replace(" ", "") for line in lines(body, style)] == [f"{expected}甲"]


def test_headings_have_the_numbers_of_the_outline() -> None:
    """A heading is numbered by the outline style of the document; one that says it is a list header is not."""
    level = '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
    heading = '<text:h text:outline-level="1"{}>{}</text:h>'
    body = (
        heading.format("", "基本情况")
        + heading.format(' text:is-list-header="true"', "附言")
        + heading.format("", "存在问题")
    )

    assert lines(body, f"<text:outline-style>{level}</text:outline-style>") == ["一、基本情况", "附言", "二、存在问题"]


def test_bullets_are_written_out() -> None:
    """A bullet stands before its text; that of a symbol font is a plain one."""
    level = '<text:list-level-style-bullet text:level="1" text:bullet-char="{}"/>'
    levels = "".join(
        f'<text:list-style style:name="B{number}">{level.format(sign)}</text:list-style>'
        for number, sign in enumerate("–\uf0b7")
    )
    body = "".join(
        f'<text:list text:style-name="B{number}"><text:list-item><text:p>防汛</text:p></text:list-item></text:list>'
        for number in range(2)
    )

    assert lines(body, levels) == ["– 防汛", "• 防汛"]


def test_cells_name_table_row_and_column() -> None:
    """Each paragraph of a cell is a line, and what a merged cell covers counts as a column and is not read."""
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    covered = "<table:covered-table-cell><text:p>看不见</text:p></table:covered-table-cell>"
    table = "<table:table>{}</table:table>"
    inner = table.format(row.format(cell.format("内表")))
    outer = f"<table:table-cell><text:p>外表</text:p>{inner}<text:p>外表之后</text:p></table:table-cell>"
    rows = row.format(cell.format("项目") + cell.format("金额"))
    rows += row.format(cell.format("合计") + covered + cell.format("备注"))
    body = "<text:p>表前</text:p>" + table.format(rows) + table.format(row.format(outer))

    assert places(draft(body)) == {
        "表前": None,
        "项目": "表 1 第 1 行第 1 列",
        "金额": "表 1 第 1 行第 2 列",
        "合计": "表 1 第 2 行第 1 列",
        "备注": "表 1 第 2 行第 3 列",
        "外表": "表 2 第 1 行第 1 列",
        "内表": "表 3 第 1 行第 1 列",
        "外表之后": "表 2 第 1 行第 1 列",
    }


def test_the_cells_of_tables_are_known_with_their_text() -> None:
    """A merged cell says how many columns it covers; paragraphs of one cell are one span."""
    wide = (
        '<table:table-cell table:number-columns-spanned="2"><text:p>甲</text:p><text:p>乙</text:p></table:table-cell>'
    )
    rest = "<table:covered-table-cell/><table:table-cell><text:p>丙</text:p></table:table-cell>"
    table = f"<table:table><table:table-row>{wide}{rest}</table:table-row></table:table>"
    document = read_bytes(draft(f"<text:p>表前</text:p>{table}"), "稿.odt")

    assert [(tuple(slot), document.text[slice(*span)]) for slot, span in document.cells] == [
        ((1, 1, 1, 2), "甲\n乙"),
        ((1, 1, 3, 1), "丙"),
    ]


def test_notes_frames_and_margins_are_read_where_they_do_not_part_sentences() -> None:
    """Text boxes follow their paragraph; notes and page margins follow the body, each margin once, no page numbers."""
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>框里的话</text:p></draw:text-box></draw:frame>"
    end = note.format("endnote", "另见附件。")
    body = (
        f"<text:p>全年{note.format('footnote', '据年报。')}投资{box}增长。{end}</text:p>"
        f"<text:p>{note.format('footnote', '据快报。')}完。</text:p>"
    )
    page = (
        "<style:header><text:p>内部资料</text:p></style:header>"
        "<style:footer><text:p>第 <text:page-number>1</text:page-number> 页</text:p></style:footer>"
    )
    master = (
        f'<style:master-page style:name="甲">{page}</style:master-page><style:master-page>{page}</style:master-page>'
    )

    assert places(draft(body, master=master)) == {
        "全年投资增长。": None,
        "框里的话": "文本框",
        "完。": None,
        "据年报。": "脚注 1",
        "另见附件。": "尾注 1",
        "据快报。": "脚注 2",
        "内部资料": "页眉",
    }
    read = odt.read(draft(body, master=master), None)
    document = Document("稿.odt", read.text, body=read.body)
    assert [document.text[slice(*span)] for span in document.last_paragraphs(2)] == ["框里的话", "完。"]


def test_places_stand_under_their_headings() -> None:
    """A paragraph is found by the headings above it, whose long titles are cut."""
    heading = '<text:h text:outline-level="{}">{}</text:h>'
    cell = "<table:table><table:table-row><table:table-cell><text:p>格子</text:p></table:table-cell></table:table-row>"
    body = (
        f"<text:p>题下</text:p>{heading.format(1, '一、总体')}<text:p>甲</text:p>{heading.format(2, '（一）目标')}"
        f"<text:p>乙</text:p>{cell}</table:table>{heading.format(1, '二、' + '长' * 30)}<text:p>丙</text:p>"
    )

    assert places(draft(body)) == {
        "题下": None,
        "一、总体": None,
        "甲": "“一、总体”下",
        "（一）目标": "“一、总体”下",
        "乙": "“一、总体 › （一）目标”下",
        "格子": "“一、总体 › （一）目标”下，表 1 第 1 行第 1 列",
        f"二、{'长' * 30}": None,
        "丙": f"“二、{'长' * 17}…”下",
    }


def test_what_was_deleted_or_said_about_the_text_is_left_out() -> None:
    """Tracked deletions, comments, ruby readings and pictures' descriptions are no text; tracked insertions are."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删去的话</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>保留<text:change-start/>新增<text:change-end/>的话"
        "<office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:ruby><text:ruby-base>汉字</text:ruby-base><text:ruby-text>hànzì</text:ruby-text></text:ruby>"
        "<draw:frame><draw:image><office:binary-data>aGVsbG8=</office:binary-data></draw:image>"
        "<svg:title>题</svg:title><svg:desc>图</svg:desc></draw:frame>。</text:p>"
    )

    assert lines(body) == ["保留新增的话汉字。"]


def test_what_is_hidden_is_left_out() -> None:
    """Hidden sections and hidden characters are seen by nobody; a section that is shown is read."""
    style = (
        '<style:style style:name="T9" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:section text:display="none"><text:p>藏起的一节</text:p></text:section>'
        "<text:section><text:p>显示的一节</text:p></text:section>"
        '<text:p>看得见<text:span text:style-name="T9">看不见</text:span>的字</text:p>'
    )

    assert lines(body, style) == ["显示的一节", "看得见的字"]


def test_one_xml_file_is_read_as_well() -> None:
    """A flat file (.fodt) gives the same text as a package."""
    flat = content("<text:p>全年投资增长。</text:p>").encode()

    assert odt.read(flat, None).text == "全年投资增长。"
    assert odt.read(b"\xef\xbb\xbf" + flat, None).text == "全年投资增长。"


def test_findings_name_paragraph_and_cell(tmp_path: Path) -> None:
    """The line of a finding is the paragraph, and the message names the cell."""
    cell = "<table:table-cell><text:p>增长%。</text:p></table:table-cell>"
    body = (
        "<text:p>标题</text:p><text:p>全年投资增长%，创新高。</text:p>"
        f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    )
    outcome = run(
        make_plan(Config(tmp_path)), [Source("稿.fodt", None, draft(body)), Source("稿.odt", None, draft(body))]
    )
    found = [(d.path, d.code, d.start.line, "（位于表 1 第 1 行第 1 列）" in d.message.zh) for d in outcome.diagnostics]

    assert outcome.failures == ()
    assert found == [(path, "BLK002", line, line == 3) for path in ("稿.fodt", "稿.odt") for line in (2, 3)]


def test_entities_are_never_expanded() -> None:
    """A document that declares entities is refused, whether they grow or name a file."""
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    for declaration in (f'<!ENTITY e0 "lol">{bomb}', '<!ENTITY e9 SYSTEM "file:///etc/passwd">'):
        doctype = f"?>\n<!DOCTYPE x [{declaration}]>"
        xml = content("<text:p>&e9;</text:p>").replace("?>\n", doctype)

        assert "DOCTYPE" in refusal(package({"mimetype": MIME, "content.xml": xml}))
        assert "DOCTYPE" in refusal(xml.encode())


def test_a_zip_bomb_is_refused_before_it_unpacks() -> None:
    """Neither a member that unpacks to 200 MiB nor its declared size is given memory."""
    data = package({"mimetype": MIME, "content.xml": b" " * (200 << 20)})
    tracemalloc.start()
    message = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "超出限度" in message
    assert peak < 20 << 20


def test_repeated_spaces_and_labels_are_bounded() -> None:
    """A few bytes of markup cannot ask for endless blanks, numbers or labels."""
    level = (
        f'<text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix="{"点" * 5000}"'
        ' text:start-value="999999"/>'
    )
    item = '<text:list-item><text:p>甲<text:s text:c="999999"/>乙<text:s text:c="{}"/></text:p></text:list-item>'
    body = f'<text:list text:style-name="L3">{item.format("9" * 5000)}</text:list>'

    assert len(lines(body, f'<text:list-style style:name="L3">{level}</text:list-style>')[0]) < 250


def test_deep_nesting_is_read() -> None:
    """A thousand nested tables, and a hundred thousand, are walked without a stack that could overflow."""
    opening = "<table:table><table:table-row><table:table-cell>"
    closing = "</table:table-cell></table:table-row></table:table>"
    for depth in (1000, 100_000):
        flat = content(f"{opening * depth}<text:p>最里面</text:p>{closing * depth}").encode()

        assert places(flat) == {"最里面": f"表 {depth} 第 1 行第 1 列"}


def test_broken_files_are_named() -> None:
    """Broken XML, a cut-off file, no bytes, and other formats under this ending give a sentence each."""
    whole = draft("<text:p>全年投资增长。</text:p>")

    assert "不是完整的 XML" in refusal(package({"mimetype": MIME, "content.xml": "<office:document-content"}))
    assert "已损坏" in refusal(whole[: len(whole) // 2])
    assert "0 字节" in refusal(b"")
    assert "不是 OpenDocument" in refusal("全年投资增长。".encode())
    assert "不是 OpenDocument" in refusal(b"<html><body>text</body></html>")
    assert "不是 OpenDocument" in refusal(package({"mimetype": f"{MIME[:-4]}spreadsheet", "content.xml": "<a/>"}))
    assert "不是 OpenDocument" in refusal(package({"readme": "x"}))
    assert ".docx" in refusal(package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}))
    assert ".doc 或 .wps" in refusal(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))


def test_a_password_is_named() -> None:
    """An encrypted document is called that, in the ways of both old and new LibreOffice."""
    manifest = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'

    assert "密码" in refusal(package({"mimetype": MIME, "content.xml": b"\x8f\x02", "META-INF/manifest.xml": manifest}))
    assert "密码" in refusal(package({"mimetype": MIME, "encrypted-package": b"\x8f\x02"}))
