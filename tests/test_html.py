"""The HTML reader: what people read of a page, each character with its place in the source."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import SHARED
from hypothesis import given
from hypothesis import strategies as st

from gaojian.config import Config
from gaojian.diagnostic import Diagnostic
from gaojian.document import Document
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.prose import HIDDEN
from gaojian.reading import ReadError, read_bytes
from gaojian.run import run
from gaojian.text import LineIndex, Span

PAGES = sorted((SHARED / "corpora" / "html").glob("*.html"))
DIRECTIVE = "<!-- gaojian: off BLK -->"


def page(source: str | bytes, encoding: str | None = None) -> Document:
    data = source.encode() if isinstance(source, str) else source
    return read_bytes(data, "页面.html", encoding=encoding)


def source_of(document: Document, source: str, span: Span) -> str:
    """Return what the file holds where the document says that ``span`` lies."""
    starts = LineIndex(source).starts
    start, end = document.position(span.start), document.end_position(span)
    return source[starts[start.line - 1] + start.column - 1 : starts[end.line - 1] + end.column - 1]


def found(name: str, source: str) -> list[Diagnostic]:
    outcome = run(make_plan(Config(Path())), [Source(name, data=source.encode())])
    assert outcome.failures == ()
    return list(outcome.diagnostics)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("", ""),
        ("没有标签的文字", "没有标签的文字\n"),
        ("<p>甲<p>乙", "甲\n乙\n"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n"),
        ("甲<br>乙<BR/>丙", "甲\n乙\n丙\n"),
        ("<p>甲<b>乙</b>丙</p>", "甲乙丙\n"),
        ("<p>今年以来，\n    我们按计划推进。</p>", "今年以来，我们按计划推进。\n"),
        ("<p>今年以来\r\n3月份的12\r\n项工作</p>", "今年以来3月份的12项工作\n"),
        ("<p>two\n  words，\nand 汉字\nthen</p>", "two words， and 汉字 then\n"),
        ("<p>甲  乙 \t丙</p>", "甲 乙 丙\n"),
        ("<p> 甲 <b> 乙 </b> 丙 </p>", "甲 乙 丙\n"),
        ("<p>&nbsp;&emsp;　　一、总则</p><p>&nbsp;</p>", "一、总则\n"),
        ("<p>甲&nbsp;乙&#10;丙</p>", "甲\xa0乙 丙\n"),
        ("a < b，<中文> && 3<5", "a < b，<中文> && 3<5\n"),
        ("<p>甲<!-- 不读 -->乙<!DOCTYPE x><?php 不读 ?></p>", "甲乙\n"),
        ("<p>甲<img src=a.png alt=图>乙<img></p>", "甲\ufffc乙\n"),
        ("<p>10<sup>4</sup>吨</p>", "10\ufffc4\ufffc吨\n"),
        ("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>", "汉字\n"),
        ("<a title=\"a>b\" href='x>y'>链接</a>", "链接\n"),
        ("<script>if (a<b) '<p>甲'</script><style>p{}</style>乙", "乙\n"),
        ("<noscript><p>甲</p></noscript><template><p>甲<template>乙</template>丙</p></template>丁", "丁\n"),
        ("<svg><title>甲</title><svg></svg><text>乙</text></svg>丙<svg/>丁", "丙\ufffc丁\n"),
        ("<ul><li>甲<li>乙</ul>", "甲\n乙\n"),
    ],
)
def test_the_text_is_what_a_browser_shows(source: str, text: str) -> None:
    """One paragraph a line: blanks are one blank, and where the source wraps Chinese text there is none."""
    assert page(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<ol><li>甲<li>乙</ol><ol><li>丙</ol>", "1. 甲\n2. 乙\n1. 丙\n"),
        ("<ol start=3><li>甲</li>\n<li value='7'><p>乙</p><p>续</p></li><li>丙</li></ol>", "3. 甲\n7. 乙\n续\n8. 丙\n"),
        ("<ol start='x'><li>甲</ol><ol start=-1><li>乙</ol><li>丙", "1. 甲\n-1. 乙\n丙\n"),
        ("<ol type=a><li>甲</ol><ol type=A><li>甲</ol>", "a. 甲\nA. 甲\n"),
        ("<ol type=i start=4><li>甲</ol><ol type=I start=9><li>甲</ol>", "iv. 甲\nIX. 甲\n"),
        ("<ol type=1 style='list-style: lower-roman inside'><li>甲</ol>", "i. 甲\n"),
        ("<ol style='color:red; list-style-type:cjk-ideographic'><li>甲<li>乙</ol>", "一、甲\n二、乙\n"),
        ("<ol style='list-style:none'><li>甲</ol><ol><li style='list-style:none'>乙<li>丙</ol>", "甲\n乙\n2. 丙\n"),
        ("<ol reversed><li>甲<li>乙<li>丙</ol>", "3. 甲\n2. 乙\n1. 丙\n"),
        ("<ol reversed=''><li>甲<li value=9>乙<li>丙", "3. 甲\n9. 乙\n8. 丙\n"),
        ("<ol reversed start=10><li>甲<li>乙</ol>", "10. 甲\n9. 乙\n"),
        ("<ol class=reversed><li>甲</ol>", "1. 甲\n"),
        ("<ol><li>甲<ol type=a><li>乙<li>丙</ol><li>丁</ol>", "1. 甲\n   a. 乙\n   b. 丙\n2. 丁\n"),
        ("<ol><li>甲<ul><li>乙</ul><li>丙</ol>", "1. 甲\n乙\n2. 丙\n"),
        ("<ol><li>甲<ul><li>乙</ol><li>丙", "1. 甲\n乙\n丙\n"),
        ("<ol><li> </li><li>\n<b> 甲</b></li><li><img>乙</ol>", "2. 甲\n3. 乙\n"),
        ("<ol><li>1. 甲<li>（二）乙<li>第三条 丙<li>4、丁<li>5.5万元<li>二月</ol>", None),
        ("<ol><li><code>make</code><li>甲</ol>", "1. make\n2. 甲\n"),
    ],
)
def test_items_of_a_list_have_the_numbers_that_a_browser_draws(source: str, text: str | None) -> None:
    """Start, value, type and direction count; a number that is written by hand stands alone."""
    handmade = "1. 甲\n（二）乙\n第三条 丙\n4、丁\n5. 5.5万元\n6. 二月\n"

    assert page(source).text == (text or handmade)


def test_a_number_of_a_list_is_found_where_its_item_begins() -> None:
    """It stands for no character of the source; the text behind it keeps its own place."""
    source = "<ol>\n<li><b>甲</b>乙</ol>"
    document = page(source)

    assert document.text == "1. 甲乙\n"
    assert [document.position(offset) for offset in range(5)] == [(2, 5)] * 3 + [(2, 8), (2, 13)]
    assert source_of(document, source, Span(0, 2)) == ""
    assert source_of(document, source, Span(0, 4)) == "<b>甲"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<?xml version='1.0'?><p>甲<![CDATA[a<b>&amp; ]]>乙</p>", "甲a<b>&amp; 乙\n"),
        ("<?xml version='1.0'?><pre>甲<![CDATA[\n<&]]>\n</pre>", "甲\n<&\n"),
        ("<?xml version='1.0'?><p>甲<![CDATA[]]>乙<![CDATA[丙</p><p>丁", "甲乙\n丁\n"),
        ("<p>甲<![CDATA[乙]]>丙</p>", "甲丙\n"),
    ],
)
def test_literal_sections_are_text_in_xhtml(source: str, text: str) -> None:
    """What stands in them is no markup; in HTML they are comments up to the first >."""
    document = page(source)

    assert document.text == text
    assert source_of(document, source, Span(0, 1)) == "甲"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("&mdash;", "—"),
        ("&#8212;", "—"),
        ("&#x2014;", "—"),
        ("&#x2014", "—"),
        ("&#147;", "“"),
        ("&ampamp", "&amp"),
        ("&nosuch;", "&nosuch;"),
        ("&copyright", "©right"),
        ("&#0;", "\ufffd"),
        ("&#xD800;", "\ufffd"),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
        ("&#x;", "&#x;"),
        ("&#；&；&", "&#；&；&"),
        ("&NotEqualTilde;", "≂̸"),
        ("&#1;", ""),
    ],
)
def test_a_reference_is_the_character_that_it_stands_for(written: str, meant: str) -> None:
    """Broken ones stay as they are written, and the text behind them is in its place."""
    source = f"<p>甲{written}乙</p>"
    document = page(source)

    assert document.text == f"甲{meant}乙\n"
    assert source_of(document, source, Span(len(document.text) - 2, len(document.text) - 1)) == "乙"


def test_places_are_those_of_the_source() -> None:
    """A finding begins where its first character stands and ends behind its last, tags left out."""
    source = "<html>\r\n<p>甲&amp;<b>乙丙</b><i>丁</i>\r\n  &mdash;戊</p>"
    document = page(source)

    assert document.text == "甲&乙丙丁 —戊\n".replace(" ", "")
    assert source_of(document, source, Span(1, 2)) == "&amp;"
    assert source_of(document, source, Span(2, 4)) == "乙丙"
    assert source_of(document, source, Span(4, 5)) == "丁"
    assert source_of(document, source, Span(3, 6)) == "丙</b><i>丁</i>\r\n  &mdash;"
    assert document.position(6) == (3, 10)
    assert document.end_position(Span(6, 8)) == (3, 11)


def test_a_row_of_a_table_is_a_row_of_markdown() -> None:
    """Empty cells stay, and breaks within a cell are blanks."""
    table = "<table><tr><th>单位<th>金额<br>（万元）<th></tr><tr><td></td><td><p>12</p></td><td>甲</td></tr></table>"

    assert page(table).text == "| 单位 | 金额 （万元） |  |\n|  | 12 | 甲 |\n"


def test_the_cells_of_a_table_are_known_with_their_slots() -> None:
    """Merged cells take several slots: those beside and below stand where people see them."""
    table = (
        "<title>统计表</title><table><tr><td rowspan=2>镇<td colspan='2'>户数<tr><td>男<td>&nbsp;</tr>"
        "<tr><th>东镇<td>12<td>3<br>4</table>后"
    )
    document = page(table)

    assert [(tuple(slot), document.text[slice(*span)]) for slot, span in document.cells] == [
        ((1, 1, 1, 1), "镇"),
        ((1, 1, 2, 2), "户数"),
        ((1, 2, 2, 1), "男"),
        ((1, 2, 3, 1), ""),
        ((1, 3, 1, 1), "东镇"),
        ((1, 3, 2, 1), "12"),
        ((1, 3, 3, 1), "3 4"),
    ]


def test_rows_on_lines_of_their_own_are_no_cells() -> None:
    """A table that arranges the page, or a row with a single cell, has none; an absurd number of columns is cut."""
    long = "长" * 60

    assert page(f"<table><tr><td><p>{long}</p><p>{long}</p><td>乙</table><table><tr><td>丙</table>").cells == ()
    assert page("<table><tr><td colspan=9999999>甲<td rowspan=x>乙</table>").cells[1].slot == (1, 1, 201, 1)


def test_a_table_for_the_layout_is_no_table() -> None:
    """Where a cell holds paragraphs, a heading or a table, or a row but one cell, each paragraph is a line."""
    long = "这一段讲的是防汛值守，值班人员昼夜不离岗，水位每小时报一次，险情随时上报。" * 2
    cells = [f"<p>{long}</p><p>{long}</p>", "<h2>标题</h2>", "<table><tr><td>甲<td>乙</table>"]
    pages = [page(f"<table><tr><td>菜单</td><td>{cell}</td></tr></table>").text for cell in cells]

    assert pages == [f"菜单\n{long}\n{long}\n", "菜单\n标题\n", "菜单\n| 甲 | 乙 |\n"]
    assert page("<table><tr><td>甲</td></tr><tr><td>乙</table>").text == "甲\n乙\n"
    assert page("<table><tr><td></td><td> </td></tr></table>甲").text == "甲\n"


def test_code_is_hidden_in_its_place() -> None:
    """Code keeps its lines; what a page has deleted is no prose either."""
    document = page("<p>运行<code>make x</code>后<del>旧</del>完成</p><pre>if 甲\n  乙&lt;\n</pre>丙")

    assert document.text == "运行make x后旧完成\nif 甲\n  乙<\n丙\n"
    code = HIDDEN * 4
    assert document.prose == f"运行{code}{HIDDEN * 2}后{HIDDEN}完成\n{code}\n{code}\n丙\n"


def test_chinese_text_with_lines_of_its_own_is_prose() -> None:
    """LibreOffice saves plain text so, and old pages are written so; code within it is hidden still."""
    document = page(
        "<pre class=western>\n　　一、<font face='Courier'>总则</font>\n  二、<code>make</code>\n\n落款</pre>"
    )

    assert document.text == "\n一、总则\n二、make\n\n落款\n"
    assert document.prose == "\n一、总则\n二、\ufffc\ufffc\ufffc\ufffc\n\n落款\n"


@pytest.mark.parametrize("name", ["code", "pre", "svg", "template", "noscript", "title", "textarea", "del", "rt"])
def test_a_forgotten_end_tag_hides_nothing(name: str) -> None:
    """A linter never checks less than there is."""
    document = page(f"<p>甲<{name}>乙</p><p>丙</p>")

    assert "丙" in document.prose


@pytest.mark.parametrize(
    "cut", ["<!-- 甲<p>乙", "<p title='甲<p>乙", "<a <p>乙", "</ 甲>乙", "<![CDATA[甲]]>乙", "<p>乙<b"]
)
def test_broken_markup_ends_soon(cut: str) -> None:
    """The text behind it is read."""
    assert "乙" in page(cut).text


def test_title_and_description_are_paragraphs_of_their_own() -> None:
    """Unless the page says the same: what stands twice would be reported twice."""
    body = "<nav><a>首页</a></nav><div>政务</div><div>公开</div><h1>放假通知</h1><p>各单位请按时放假。</p>"
    head = "<title>{}</title><meta name='Description' content='{}'>"

    assert page(head.format("站点", "欢迎&amp;光临") + body).text.startswith(
        "站点\n欢迎&光临\n首页\n政务\n公开\n放假通知\n"
    )
    assert page(head.format("放假通知 - 某站", "各单位请按时…") + body).text.startswith("放假通知\n首页\n")
    assert page(head.format("放假通知", "") + "<h1>放假通知</h1>甲").text == "放假通知\n甲\n"
    assert page("<p>甲</p>" + head.format("乙", "丙")).text == "甲\n乙\n丙\n"


def test_directives_work_as_in_markdown() -> None:
    """A directive on its own is a line of its own; within a paragraph it begins there."""
    fault = "<p>全年产值增长%，创历史新高。</p>\n"
    codes = [
        [diagnostic.code for diagnostic in found("a.html", source)]
        for source in (
            fault,
            f"{DIRECTIVE}\n{fault}",
            f"<!-- gaojian: next BLK -->\n{fault}{fault}",
            f"{DIRECTIVE}{fault}<!-- gaojian: on BLK -->{fault}",
            "<p>全年<!-- gaojian: off BLK -->产值增长%，创历史新高。</p>",
            f"{fault}<!-- gaojian: of BLK -->",
        )
    ]

    assert codes == [["BLK002"], [], ["BLK002"], ["BLK002"], [], ["BLK002", "SUP002"]]


def test_a_comment_that_the_page_shows_is_no_directive() -> None:
    """&lt;!-- is text about directives, in code or out of it."""
    shown = html.escape(DIRECTIVE)
    fault = "<p>全年产值增长%，创历史新高。</p>"

    assert [diagnostic.code for diagnostic in found("a.html", f"<p><code>{shown}</code>{shown}</p>{fault}")] == [
        "BLK002"
    ]


@pytest.mark.parametrize(
    ("label", "codec"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("big5", "cp950"), ("utf-8", "utf-8"), ("utf-16", "utf-8")],
)
def test_the_page_names_its_encoding(label: str, codec: str) -> None:
    """As an attribute of its own, or in what stands for a header."""
    short, text = '<meta charset="{}">', "<p>天文</p>"
    long = "<meta http-equiv='Content-Type' content='text/html; charset={}'>"
    documents = [page((meta.format(label) + text).encode(codec)) for meta in (short, long)]

    assert [(document.text, document.encoding) for document in documents] == [("天文\n", codec)] * 2


def test_bytes_are_stronger_than_a_wrong_label() -> None:
    """A byte order mark, text that is UTF-8, or that cannot be what the label says."""
    text = "<p>水利工程建设进展顺利，各项指标均已完成，群众十分满意。</p>"
    documents = [
        page(b"\xef\xbb\xbf" + f"<meta charset=gbk>{text}".encode()),
        page(f"<meta charset=gbk>{text}".encode()),
        page(f"<meta charset=utf-8>{text}".encode("gb18030")),
        page(f"<meta charset=iso-8859-1>{text}".encode("gb18030")),
    ]

    assert [(document.encoding, document.bom) for document in documents] == [
        ("utf-8", True),
        ("utf-8", False),
        ("gb18030", False),
        ("gb18030", False),
    ]
    assert len({document.text for document in documents}) == 1


def test_the_user_is_stronger_than_the_page() -> None:
    """An encoding that was declared for the run counts."""
    assert page("<meta charset=big5>天文".encode("gb18030"), "gb18030").text == "天文\n"


def test_bytes_that_are_no_text_are_named() -> None:
    """A package under the name of a page."""
    with pytest.raises(ReadError, match="not a text file"):
        page(b"PK\x03\x04\x00\x00<p>\x00</p>")


@pytest.mark.parametrize(
    "source",
    [
        "<!--" * 50_000,
        "<a x='" * 50_000,
        "<a " * 50_000,
        "<" * 100_000,
        "&#;<b>" * 30_000,
        "<div>" * 50_000 + "文",
        "<table><tr><td>" * 30_000 + "文",
        "<svg>" * 50_000,
        "<code>文" * 30_000,
        "<ruby>文<rt>" * 30_000,
        "<table><tr>" + "<td>文" * 30_000,
        "<ol><li>甲" * 30_000 + "</ul>" * 30_000,
        "<ol reversed><li>甲" * 30_000,
        "<ol><li style='list-style:" * 30_000,
        "<?xml?>" + "<![CDATA[" * 50_000 + ">",
        "<a " + "=" * 200_000,
        "<title>" + "- " * 100_000 + "</title>",
        "文" + " \n" * 100_000 + "字",
    ],
    ids=lambda source: source[:12],
)
def test_hostile_pages_take_linear_time(source: str) -> None:
    """Depth and number of tags do not matter; the parser of the standard library takes minutes for some of these."""
    document = page(source)

    assert document.position(len(document.text)).line <= source.count("\n") + 1


def test_a_page_of_too_many_pieces_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece keeps its place: memory is bounded."""
    monkeypatch.setattr("gaojian.reading._html_text._MOST_RUNS", 100)

    assert page("甲" + "<b>乙</b>" * 90).text.startswith("甲乙")
    with pytest.raises(ReadError, match="more than 100 pieces"):
        page("甲" + "&#;" * 100)


TEXTS = st.text(st.sampled_from("全年完成投资，。（）5%ab&<>\"' "), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<td>",
        "<table>",
        "</table>",
        "<tr>",
        "<li class='a>b'>",
        "<ol>",
        "<ol reversed>",
        "</ol>",
        "\r\n",
        "<!-- 注 -->",
    ]
)


@given(st.lists(st.one_of(TEXTS, TAGS.map(lambda tag: (tag,))), max_size=30))
def test_every_text_is_found_at_its_place(parts: list[str | tuple[str]]) -> None:
    """Each character of the text, marks of tables apart, maps to the part of the source that was written for it."""
    source = "".join(html.escape(part) if isinstance(part, str) else part[0] for part in parts)
    document = page(source)
    rebuilt = [
        (character, source_of(document, source, Span(offset, offset + 1)))
        for offset, character in enumerate(document.text)
    ]
    # The numbers of a list stand for nothing.
    written = [(meant, html.unescape(place)) for meant, place in rebuilt if meant not in " \n|" and place]

    assert all(meant == place for meant, place in written)
    assert "".join(meant for meant, _ in written) == "".join(
        "".join(part.split()) for part in parts if isinstance(part, str)
    )


@given(st.text(st.sampled_from("<>/!-&#;x='\" \n\r文p甲tdablecornismg"), max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    """No page raises, and every offset has a place within the source, in the order of the text."""
    document = page(source)
    places = [document.position(offset) for offset in range(len(document.text) + 1)]

    assert places == sorted(places)
    assert places[-1] <= LineIndex(source).position(len(source))


LEFT_OUT = ("script", "style", "noscript", "textarea", "iframe")


class _Oracle(HTMLParser):
    """The text of a page by the parser of the standard library, which knows no paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._is_left_out = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._is_left_out |= tag in LEFT_OUT

    def handle_endtag(self, tag: str) -> None:
        self._is_left_out &= tag not in LEFT_OUT

    def handle_data(self, data: str) -> None:
        if not self._is_left_out:
            self.text.append(data)


@pytest.mark.skipif(not PAGES, reason="../shared/corpora/html is absent")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_real_pages_lose_no_text(path: Path) -> None:
    """What the parser of the standard library finds in the body is what is read, blanks and tables' marks apart."""
    source = path.read_bytes().decode()
    lists = source[source.rfind("</title>") + 1 :]
    # No list has numbers then, which are not in the source.
    body = lists.replace("<ol", "<ul").replace("</ol>", "</ul>")
    oracle = _Oracle()
    oracle.feed(body)
    document = page(body)
    expected, read = ("".join(text.split()).replace("|", "") for text in ("".join(oracle.text), document.text))

    assert read.replace("\ufffc", "") == expected
    number = re.compile(r"^[0-9]+\. ", re.MULTILINE)
    assert number.sub("", page(lists).text) == number.sub("", document.text)
    for span in document.paragraphs:
        place = source_of(document, body, Span(span.start, span.start + 1))
        assert html.unescape(place) == document.text[span.start] or place in ("<td>", "<th>")


def test_the_same_report_gives_the_same_findings() -> None:
    """As plain text and as a page that wraps its lines."""
    lines = ["全年产值增长%，创历史新高。", "全年安排项目XX个，其中重点项目12个。", "2023年2月30日召开动员会。"]
    wrapped = "".join(f"<p>\n  {line[:6]}\n  {line[6:]}\n</p>\n" for line in lines)
    plain, marked = (
        [(diagnostic.code, diagnostic.text) for diagnostic in found(name, source)]
        for name, source in (("a.txt", "\n".join(lines)), ("a.html", wrapped))
    )

    assert marked == plain
    assert len(plain) == 3
