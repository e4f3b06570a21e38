"""What is read of a Word document: all that people see on its pages, once, and where it stands."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from gaojian.config import Config
from gaojian.diagnostic import Diagnostic
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.reading import ReadError, docx, read_bytes
from gaojian.reading.content import Content
from gaojian.run import run as check
from gaojian.word.package import Package
from gaojian.word.story import stories, text_of
from word_files import (
    MAIN,
    STRICT,
    document,
    field,
    heading,
    level,
    listing,
    numbered,
    package,
    paragraph,
    run,
    table,
    text_box,
)

LEVELS = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
)


def read(*blocks: str, namespace: str = MAIN, **parts: str) -> Content:
    return docx.read(document(*blocks, namespace=namespace, **parts), None)


def lines(*blocks: str, namespace: str = MAIN, **parts: str) -> list[str]:
    return read(*blocks, namespace=namespace, **parts).text.split("\n")[:-1]


def place(content: Content, words: str) -> str | None:
    assert content.origin is not None
    described = content.origin.describe(content.text.index(words))
    return None if described is None else described.zh


def findings(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    result = check(make_plan(Config(Path())), [Source(name, data=data)])
    assert result.failures == ()
    return result.diagnostics


def wrapped(name: str, inner: str) -> str:
    return f"<w:{name}>{inner}</w:{name}>"


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (wrapped("ins", run("修订插入")), "前修订插入后"),
        (wrapped("moveTo", run("移到这里")), "前移到这里后"),
        (wrapped("del", "<w:r><w:delText>删去</w:delText></w:r>"), "前后"),
        (wrapped("moveFrom", run("移走")), "前后"),
        (wrapped("ins", wrapped("del", "<w:r><w:delText>插入又删去</w:delText></w:r>")), "前后"),
        (wrapped("sdt", f"<w:sdtPr/>{wrapped('sdtContent', run('控件'))}"), "前控件后"),
        (wrapped("hyperlink", run("链接")), "前链接后"),
        (wrapped("smartTag", run("智能标记")), "前智能标记后"),
        (wrapped("customXml", run("自定义")), "前自定义后"),
        (wrapped("fldSimple", run("简单域")), "前简单域后"),
        (field(" REF _x ", "见第三节"), "前见第三节后"),
        (field(f" IF {run('条件')} ", "结果"), "前结果后"),
        (f"<w:r>{wrapped('ruby', wrapped('rt', run('yì')) + wrapped('rubyBase', run('翳')))}</w:r>", "前翳后"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "前甲\t乙后"),
        ("<w:r><w:t>软</w:t><w:softHyphen/><w:t>连</w:t><w:noBreakHyphen/><w:t>接</w:t></w:r>", "前软连-接后"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "前☑后"),
        ('<w:r><w:sym w:font="Symbol" w:char="F062"/></w:r>', "前β后"),
        ('<w:r><w:sym w:font="Webdings" w:char="F07A"/></w:r>', "前\ufffc后"),
        ('<w:r><w:sym w:font="Webdings" w:char="不是数"/></w:r>', "前\ufffc后"),
        (run("隐藏", "<w:vanish/>"), "前后"),
        (run("不隐藏", '<w:vanish w:val="0"/>'), "前不隐藏后"),
        ("<!-- 注释 --><?instruction x?>", "前后"),
        ("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>", "前E=mc后"),
    ],
)
def test_inline_text_is_read_as_it_is_seen(inline: str, expected: str) -> None:
    """Insertions, controls, links and results are read; deletions, codes, readings and hidden text are not."""
    assert lines(paragraph("前", inline, "后")) == [expected]


def test_text_hidden_by_a_style_is_not_read() -> None:
    """A style hides text through the chain that it is based on, unless the run shows it again."""
    styles = (
        '<w:style w:type="character" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="own"><w:basedOn w:val="base"/></w:style>'
    )
    styled = '<w:rStyle w:val="own"/>'

    found = lines(paragraph(run("前"), run("隐", styled), run("现", f'{styled}<w:vanish w:val="0"/>')), styles=styles)

    assert found == ["前现"]


def test_a_line_break_ends_a_line() -> None:
    """A soft return looks like a new paragraph, and Word saves it as a new line in a text file."""
    assert lines(paragraph("<w:r><w:t>一、调查</w:t><w:br/><w:t>二、整改</w:t></w:r>")) == ["一、调查", "二、整改"]


def test_blocks_in_controls_are_read() -> None:
    """Covers and tables of contents stand in content controls, one in another."""
    control = wrapped("sdt", wrapped("sdtContent", paragraph("封面")))

    assert lines(wrapped("sdt", wrapped("sdtContent", control + paragraph("目录")))) == ["封面", "目录"]


def test_paragraphs_whose_mark_is_deleted_are_one_line() -> None:
    """What follows a deleted mark stands in the same line, under the number of the second paragraph."""
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    first = paragraph("全面推进", properties=listed + deleted)
    second = paragraph("，确保完成。", properties=listed)

    assert lines(first, second, numbering=listing(*LEVELS)) == ["一、全面推进，确保完成。"]


def test_deleted_rows_and_cells_are_not_read() -> None:
    """A row that change tracking struck out is on no page of the final text."""
    struck = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{paragraph("旧行")}</w:tc></w:tr>'
    kept = f"<w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('旧格')}</w:tc><w:tc>{paragraph('新格')}</w:tc></w:tr>"

    assert lines(wrapped("tbl", struck + kept)) == ["新格"]


def test_a_field_without_end_hides_nothing() -> None:
    """A broken field must not swallow the rest of a document."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText></w:r>'

    assert lines(paragraph("起因", begin), paragraph("经过"), paragraph("结果")) == ["起因", "经过", "结果"]


def test_a_text_box_is_read_once_and_after_the_body() -> None:
    """Word writes it twice, for new and for old programs; the lines around it stay together."""
    content = read(paragraph("甲", text_box(paragraph("框内"), table(("格",))), "乙"), paragraph("丙"))

    assert content.text == "甲乙\n丙\n框内\n格\n"
    assert place(content, "框内") == "文本框 1"
    assert place(content, "格") == "文本框 1，表 1 第 1 行第 1 列"


def test_notes_are_read_in_the_order_of_their_references() -> None:
    """Separators, and notes that no reference names, are on no page."""
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    notes = "".join([f'<w:footnote w:id="{n}">{paragraph(f"第{n}条注")}</w:footnote>' for n in range(-1, 4)])
    ends = f'<w:endnote w:id="1">{paragraph("尾注文字")}</w:endnote>'
    body = paragraph("正文", note(3), "续", note(1), '<w:r><w:endnoteReference w:id="1"/></w:r>')

    content = read(body, footnotes=notes, endnotes=ends)

    assert content.text == "正文续\n第3条注\n第1条注\n尾注文字\n"
    assert [place(content, words) for words in ("第3", "第1", "尾注")] == ["脚注 1", "脚注 2", "尾注 1"]


def section(*references: str, more: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{more}</w:sectPr>"


def margin(name: str, kind: str = "default") -> str:
    return f'<w:{name.rstrip("0123456789")}Reference w:type="{kind}" r:id="{name}"/>'


def test_the_body_ends_before_its_notes_and_headers() -> None:
    """The last paragraphs are the signature and its date, and not the 30 notes, boxes and headers behind them."""
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    data = document(
        paragraph("工作总结"),
        *[paragraph("全年情况。", note(number), text_box(paragraph("框内文字"))) for number in range(15)],
        paragraph("2026年2月3日"),
        section(margin("header1")),
        footnotes="".join([f'<w:footnote w:id="{n}">{paragraph("注文")}</w:footnote>' for n in range(15)]),
        header1=paragraph("内部资料"),
    )
    read = read_bytes(data, "稿.docx")

    assert read.text[slice(*read.last_paragraphs(1)[0])] == "2026年2月3日"
    assert read.text[slice(*read.first_paragraphs(1)[0])] == "工作总结"
    assert read.text[slice(*read.paragraphs[-1])] == "内部资料"


def test_a_page_of_text_boxes_has_no_other_body() -> None:
    """Where nothing stands beside the boxes, their text is the text."""
    content = read(paragraph(text_box(paragraph("光荣榜"))), paragraph(""))

    assert (content.text, content.body) == ("\n\n光荣榜\n", None)


def test_headers_and_footers_are_read_that_are_seen_and_say_something() -> None:
    """The first page has its own only where that is switched on; repeated ones and page numbers are left out."""
    page = paragraph("第 ", field("PAGE", "3"), " 页 共 ", field("NUMPAGES", "9"), " 页")

    content = read(
        paragraph("工作报告"),
        section(margin("header1"), margin("header2", "first"), margin("header3", "even"), margin("footer1")),
        section(margin("header4"), margin("header5"), margin("footer2"), more="<w:titlePg/>"),
        header1=paragraph("内部资料"),
        header2=paragraph("首页"),
        header3=paragraph("偶数页"),
        header4=paragraph("内部资料"),
        header5=paragraph("工作报告"),
        footer1=page,
        footer2=paragraph(text_box(paragraph("市政府办公室印发"))),
    )

    assert content.text == "工作报告\n内部资料\n市政府办公室印发\n"
    assert (place(content, "内部"), place(content, "市政府")) == ("页眉", "页脚")


def test_cells_are_named_by_table_row_and_column() -> None:
    """Merged cells count by the grid; a table in a cell has a number of its own, and then the outer one goes on."""
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("甲")}</w:tc>'
    merged = f"<w:tr>{wide}<w:tc>{paragraph('乙')}</w:tc></w:tr>"
    nested = table(("丙", table(("丁",)) + paragraph("戊")))

    content = read(wrapped("tbl", merged), nested)

    assert [place(content, word) for word in "甲乙丙丁戊"] == [
        "表 1 第 1 行第 1 列",
        "表 1 第 1 行第 3 列",
        "表 2 第 1 行第 1 列",
        "表 3 第 1 行第 1 列",
        "表 2 第 1 行第 2 列",
    ]


def test_the_cells_of_tables_are_known_with_their_text() -> None:
    """Paragraphs of one cell are one span; a merged cell says how wide it is, and an empty one has no text."""
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("甲")}{paragraph("乙")}</w:tc>'
    merged = f"<w:tr>{wide}<w:tc>{paragraph('')}</w:tc></w:tr>"

    content = read(paragraph("表前"), wrapped("tbl", merged), table(("丙",)))

    assert [(tuple(slot), content.text[slice(*span)]) for slot, span in content.cells] == [
        ((1, 1, 1, 2), "甲\n乙"),
        ((1, 1, 3, 1), ""),
        ((2, 1, 1, 1), "丙"),
    ]


def test_places_name_the_headings_above() -> None:
    """Headings are known by outline level, by the name of a style and by what it is based on."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="小标题"/><w:basedOn w:val="2"/></w:style>'
    )
    own = paragraph("任务分工", properties='<w:pStyle w:val="own"/>')

    content = read(
        paragraph("开头"),
        heading("总体要求"),
        own,
        table(("格",)),
        heading("保障措施"),
        paragraph("结尾"),
        styles=styles,
    )

    assert place(content, "开头") is None
    assert place(content, "任务分工") == "“总体要求”下"
    assert place(content, "格") == "“总体要求 › 任务分工”下，表 1 第 1 行第 1 列"
    assert place(content, "保障措施") is None
    assert place(content, "结尾") == "“保障措施”下"


def test_automatic_numbers_are_read_as_they_are_drawn() -> None:
    """一、（一）1. and （1）, each beginning anew under the next one above."""
    steps = [0, 1, 2, 2, 3, 1, 0, 1, 2]

    found = lines(*[numbered("要点", step) for step in steps], numbering=listing(*LEVELS))

    numbers = ["一、", "（一）", "1. ", "2. ", "（1）", "（二）", "二、", "（一）", "1. "]
    assert found == [f"{number}要点" for number in numbers]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 2 10 11 21 105"),
        ("decimalZero", "01 02 10 11 21 105"),
        ("upperRoman", "I II X XI XXI CV"),
        ("lowerRoman", "i ii x xi xxi cv"),
        ("upperLetter", "A B J K U AAAAA"),
        ("lowerLetter", "a b j k u aaaaa"),
        ("chineseCounting", "一 二 十 十一 二十一 一〇五"),
        ("chineseCountingThousand", "一 二 十 十一 二十一 一百零五"),
        ("taiwaneseCountingThousand", "一 二 十 十一 二十一 一百零五"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾壹 壹佰零伍"),
        ("ideographLegalTraditional", "壹 貳 壹拾 壹拾壹 貳拾壹 壹佰零伍"),
        ("ideographDigital", "一 二 一〇 一一 二一 一〇五"),
        ("ideographTraditional", "甲 乙 癸 11 21 105"),
        ("ideographZodiac", "子 丑 酉 戌 21 105"),
        ("decimalEnclosedCircle", "① ② ⑩ ⑪ 21 105"),
        ("decimalEnclosedParen", "⑴ ⑵ ⑽ ⑾ 21 105"),
        ("decimalFullWidth", "１ ２ １０ １１ ２１ １０５"),
        ("ordinal", "1st 2nd 10th 11th 21st 105th"),
        ("hangulOfNoNorm", "1 2 10 11 21 105"),
    ],
)
def test_numbers_are_written_in_the_formats_of_word(form: str, expected: str) -> None:
    """Where a format has no sign for a number, Word draws digits."""
    starts = (1, 2, 10, 11, 21, 105)
    numbers = "".join(
        [
            f'<w:num w:numId="{start}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for start in starts
        ]
    )

    found = lines(
        *[numbered("。", 0, start) for start in starts], numbering=listing(level(0, form, "%1、"), numbers=numbers)
    )

    assert found == [f"{number}、。" for number in expected.split()]


def test_lists_of_one_kind_count_on_and_start_anew_where_told() -> None:
    """Two w:num of one abstract list count together; an override of the start counts from there."""
    numbers = "".join([f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in (1, 2)])
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers += f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{override}</w:num>'

    found = lines(*[numbered("事项", 0, n) for n in (1, 2, 3, 3, 1)], numbering=listing(*LEVELS, numbers=numbers))

    assert found == ["一、事项", "二、事项", "一、事项", "二、事项", "三、事项"]


def test_levels_show_those_above_as_the_list_says() -> None:
    """Legal numbering draws all in digits, a level passed over counts as used, a restart may be switched off."""
    levels = (
        level(0, "chineseCountingThousand", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%3)", '<w:lvlRestart w:val="0"/>'),
    )

    found = lines(*[numbered("文", step) for step in (1, 2, 0, 1, 2)], numbering=listing(*levels))

    assert found == ["1.1 文", "1) 文", "第二章 文", "2.1 文", "2) 文"]


def test_numbers_come_with_styles() -> None:
    """A style names its list, the level of the list names the style; a paragraph may leave the list again."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    linked = level(1, "decimal", "%2)", '<w:pStyle w:val="b"/>')

    found = lines(
        paragraph("甲", properties='<w:pStyle w:val="a"/>'),
        paragraph("乙", properties='<w:pStyle w:val="b"/>'),
        paragraph("丙", properties='<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=styles,
        numbering=listing(level(0, "upperLetter", "%1."), linked),
    )

    assert found == ["A. 甲", "1) 乙", "丙"]


def test_a_list_may_stand_for_that_of_a_style() -> None:
    """A style of lists names the list that has the levels; others point to the style."""
    styles = (
        '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    numbers = "".join([f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/></w:num>' for n, a in ((8, 0), (9, 1))])

    found = lines(
        numbered("文", 0, 9), numbered("文", 1, 9), styles=styles, numbering=link + listing(*LEVELS, numbers=numbers)
    )

    assert found == ["一、文", "（一）文"]


def test_bullets_are_read_as_signs() -> None:
    """Signs of symbol fonts are drawn in Unicode; one that is not known is a round bullet."""
    known = level(0, "bullet", "\uf06e", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    unknown = level(1, "bullet", "\uf0ff")

    assert lines(numbered("一项", 0), numbered("二项", 1), numbering=listing(known, unknown)) == ["■ 一项", "• 二项"]


def test_strict_documents_are_read_like_others() -> None:
    """The strict edition of the norm has namespaces of its own; prefixes mean nothing in either."""
    content = read(paragraph("甲"), table(("乙",)), heading("丙"), paragraph("丁"), namespace=STRICT)
    renamed = f'<x:document xmlns:x="{MAIN}"><x:body><x:p><x:r><x:t>乙</x:t></x:r></x:p></x:body></x:document>'

    assert content.text == "甲\n乙\n丙\n丁\n"
    assert place(content, "丁") == "“丙”下"
    assert docx.read(package({"word/document.xml": renamed}), None).text == "乙\n"


def test_formulas_are_no_prose() -> None:
    """Their letters are text, but nothing that a check of the language should read."""
    document_read = read_bytes(
        document(paragraph("由", "<m:oMath><m:r><m:t>XX</m:t></m:r></m:oMath>", "得出。")), "报告.docx"
    )

    assert document_read.text == "由XX得出。\n"
    assert document_read.prose == "由\ufffc\ufffc得出。\n"


def test_each_character_has_its_element() -> None:
    """The index gives the piece and the offset in it; numbers, which Word draws, have no element."""
    data = document(
        numbered("甲乙"), paragraph(), paragraph("丙", "<w:r><w:tab/></w:r>", "丁"), numbering=listing(*LEVELS)
    )
    found = stories(Package(data))
    text, index = text_of(found)

    spots = [index.spot(offset) for offset in range(len(text))]

    assert text == "一、甲乙\n\n丙\t丁\n"
    assert [spot.offset for spot in spots] == [0, 1, 0, 1, 2, 0, 0, 0, 0, 1]
    held = [None if spot.piece is None or spot.piece.element is None else spot.piece.element.text for spot in spots]
    assert held == [None, None, "甲乙", "甲乙", "甲乙", None, "丙", None, "丁", "丁"]
    assert [spot.paragraph.number for spot in spots[:6]] == ["一、"] * 5 + [""]


def test_styles_that_are_based_on_each_other_end_the_chain() -> None:
    """A circle of styles, also of a list and its style, is read as far as it goes."""
    circle = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="c"/></w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

    found = lines(
        *[paragraph("文", properties=f'<w:pStyle w:val="{name}"/>') for name in "abc"],
        styles=circle,
        numbering=link + number,
    )

    assert found == ["文", "文", "文"]


def test_a_long_chain_of_styles_is_followed_once() -> None:
    """Thousands of styles, each based on the next, are read in time that grows with their number."""
    styles = "".join(
        [f'<w:style w:type="paragraph" w:styleId="{n}"><w:basedOn w:val="{n + 1}"/></w:style>' for n in range(20_000)]
    )
    used = [paragraph("文", properties=f'<w:pStyle w:val="{n}"/>') for n in range(2000)]

    assert lines(*used, styles=styles) == ["文"] * 2000


def test_a_paragraph_of_many_runs_is_read_in_time_that_grows_with_their_number() -> None:
    """Whether a run is hidden is known without a look at all the others: 100,000 runs took minutes."""
    texts = [f"第{number}句。" for number in range(100_000)]
    data = paragraph(*map(run, texts), run("隐", "<w:vanish/>"))
    start = time.process_time()

    assert lines(data) == ["".join(texts)]
    assert time.process_time() - start < 90


def nested(depth: int) -> str:
    return f"{'<w:tbl><w:tr><w:tc>' * depth}{paragraph('最内')}{'</w:tc></w:tr></w:tbl>' * depth}"


def test_nested_tables_are_read_as_deep_as_the_parser_goes() -> None:
    """Each table within a table has its number."""
    assert place(read(nested(60)), "最内") == "表 60 第 1 行第 1 列"


def test_a_thousand_nested_tables_are_refused() -> None:
    """Beyond what any writer nests there is a sentence."""
    with pytest.raises(ReadError) as caught:
        read(nested(1000))

    assert "嵌套过深" in caught.value.text.zh


@pytest.mark.parametrize(
    "broken",
    [
        '<w:numPr><w:ilvl w:val="99999999999999999999"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="-3"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="二"/><w:numId w:val=""/></w:numPr>',
        '<w:outlineLvl w:val="-1"/>',
        '<w:outlineLvl w:val="4294967295"/>',
        '<w:pStyle w:val="没有"/>',
    ],
)
def test_properties_that_mean_nothing_are_left_aside(broken: str) -> None:
    """What Word would repair silently does not stop the reader."""
    assert lines(paragraph("正文", properties=broken), numbering=listing(level(0, "decimal", "%9"))) == ["正文"]


def test_parts_that_are_named_but_missing_are_left_aside() -> None:
    """A reference to a header or a note that is not there reads as none."""
    notes = '<w:r><w:footnoteReference w:id="7"/></w:r>'

    assert lines(paragraph("正文", notes), section(margin("header9"))) == ["正文"]


def test_numbers_that_grow_without_bound_stay_short() -> None:
    """A start in the millions is drawn in digits, not in a million letters."""
    forms = ("lowerLetter", "upperRoman", "chineseCountingThousand", "decimalEnclosedCircle")
    for form in forms:
        start = (
            f'<w:lvl w:ilvl="0"><w:start w:val="99999999"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1、"/></w:lvl>'
        )

        assert lines(numbered("文"), numbering=listing(start)) == ["99999999、文"]


def test_a_number_that_repeats_its_levels_stays_short() -> None:
    """Fifty times a letter that is thirty long is cut."""
    letters = f'<w:start w:val="780"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 50}"/>'

    assert lines(numbered("文"), numbering=listing(f'<w:lvl w:ilvl="0">{letters}</w:lvl>')) == [f"{'z' * 100} 文"]


def test_the_reader_is_not_loaded_for_other_files(folder: Path) -> None:
    """Plain text is checked without lxml and zipfile."""
    (folder / "报告.txt").write_text("全年产值增长。\n", "utf-8")
    code = (
        "import sys; from gaojian.reading import read_file; from pathlib import Path; "
        "read_file(Path('报告.txt'), '报告.txt'); "
        "print(sorted({'lxml', 'zipfile', 'gaojian.word'} & set(sys.modules)))"
    )

    process = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert process.stdout == "[]\n"


REPORT = """关于全市安全生产检查情况的报告
市安委会：
现将有关情况报告如下。
一、基本情况
全市共检查企业家，发现隐患XX处，已整改%。
（一）部署安排。2023年2月30日，市安委会召开动员会。
1. 各县区于同年3月底前完成自查自查工作。
二、下一步打算
我们将进一步压实责任责任，务求实效。
附件：检查情况统计表（待补充）
2023年13月5日"""
"""Numbers at the beginning are drawn by Word in the test, where a line has one."""


def test_a_report_gives_the_same_findings_as_text_and_as_word() -> None:
    """By code and text; in Word its headings are numbered automatically."""
    levels = {"一、": 0, "二、": 0, "（一）": 1, "1. ": 2}
    blocks = []
    for line in REPORT.split("\n"):
        sign = next((sign for sign in levels if line.startswith(sign)), "")
        blocks.append(numbered(line.removeprefix(sign), levels[sign]) if sign else paragraph(line))

    plain = findings("报告.txt", REPORT.encode())
    word = findings("报告.docx", document(*blocks, numbering=listing(*LEVELS)))

    assert len(plain) >= 5
    assert [(one.code, one.text, one.start) for one in word] == [(one.code, one.text, one.start) for one in plain]


def test_findings_in_tables_say_where() -> None:
    """Line and column mean little in Word: the message names the heading and the cell."""
    data = document(heading("统计表"), table(("项目", "数量"), ("检查企业", "共检查企业XX家。")))

    messages = [one.message.zh for one in findings("报告.docx", data)]

    assert [message.partition("（位于")[2] for message in messages] == ["“统计表”下，表 1 第 2 行第 2 列）"]


def test_real_files_are_read(shared: Path) -> None:
    """Official templates of WPS and samples of Word are read; the owner files between them are refused."""
    files = sorted((shared / "corpora" / "word").iterdir())
    refused = []
    for file in files:
        try:
            docx.read(file.read_bytes(), None)
        except ReadError as error:
            refused.append((file.name.split("__")[1][:2], "临时文件" in error.text.zh))

    assert len(files) == 32
    assert refused == [("~$", True)] * 3
