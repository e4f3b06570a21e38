"""What a document knows of itself."""

import gc
import re
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.document import Document, Kind
from gaojian.prose import HIDDEN
from gaojian.text import Position, Span

BREAKS = pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
TEXTS = st.text(alphabet="文a \u3000𠮷\n\r\u2028") | st.text()


def paragraphs(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.paragraphs]


@BREAKS
def test_each_line_with_prose_is_a_paragraph(line_break: str) -> None:
    """Blank lines are no paragraphs, and blanks of any width at either end belong to none."""
    text = "标题\n\n\u3000\u3000首段。 \n \t\u3000\n\u2003次段，\u2028不断行。\u200b\n尾段".replace("\n", line_break)

    assert paragraphs(Document("甲.txt", text)) == ["标题", "首段。", "次段，\u2028不断行。", "尾段"]


@BREAKS
def test_hidden_lines_are_no_paragraphs(line_break: str) -> None:
    """In Markdown, code, front matter and comments hold no paragraph; a paragraph keeps the code within it."""
    text = "---\nt: 报\n---\n首段用 `码` 标出。\n```\n码\n```\n<!-- 注 -->\n`码`\n尾段".replace("\n", line_break)

    assert paragraphs(Document("甲.md", text, Kind.MARKDOWN)) == ["首段用 `码` 标出。", "尾段"]


def test_plain_text_keeps_marks_of_markdown() -> None:
    """In plain text a backtick is a backtick."""
    document = Document("甲.txt", "```\n用 `码` 标出，见http://a.cn\n```")

    assert document.prose == "```\n用 `码` 标出，见" + HIDDEN * 11 + "\n```"
    assert paragraphs(document) == ["```", "用 `码` 标出，见", "```"]


def test_the_empty_document_has_no_paragraph() -> None:
    """Nothing is no paragraph, and has a position."""
    document = Document("甲.txt", "")

    assert document.paragraphs == ()
    assert Position(1, 1) == document.lines.position(0)
    assert Span(0, 0) == document.line_around(0)


@given(TEXTS)
def test_paragraphs_are_the_lines_without_blanks(text: str) -> None:
    """Paragraphs are in order, on one line each, and leave out nothing but white space."""
    document = Document("甲.txt", text)
    between = [0, *(offset for span in document.paragraphs for offset in span), len(text)]
    left_out = "".join(document.prose[start:end] for start, end in zip(between[::2], between[1::2], strict=True))

    assert sorted(between) == between
    assert not any(re.search(r"[\r\n]", paragraph) for paragraph in paragraphs(document))
    assert re.sub(rf"[\s\u200b\ufeff{HIDDEN}]", "", left_out) == ""


def test_an_analysis_is_computed_once() -> None:
    """However many checks ask, an analysis runs once for a document, and once again for another."""
    asked: list[str] = []

    def length(document: Document) -> int:
        asked.append(document.path)
        return len(document.text)

    def other(document: Document) -> int:
        return -document.get(length)

    first, second = Document("甲.txt", "文"), Document("乙.txt", "文字")

    assert [first.get(length), first.get(length), first.get(other), second.get(length)] == [1, 1, -1, 2]
    assert asked == ["甲.txt", "乙.txt"]


def test_an_analysis_may_find_nothing() -> None:
    """None is a result like any other, and is not computed again."""
    asked: list[str] = []
    document = Document("甲.txt", "文")

    def nothing(document: Document) -> None:
        asked.append(document.path)

    document.get(nothing)
    document.get(nothing)

    assert asked == ["甲.txt"]


@pytest.mark.parametrize(
    ("text", "offset", "reach", "expected"),
    [
        ("一二三四五", 2, 200, "一二三四五"),
        ("一二三四五", 2, 2, "一二三四"),
        ("一二三四五", 0, 2, "一二"),
        ("一二三四五", 5, 2, "四五"),
        ("一\n二三\n四", 2, 200, "二三"),
        ("一\r\n二三\r\n四", 3, 200, "二三"),
        ("一\r二三\r四", 3, 200, "二三"),
        ("\n二三", 1, 200, "二三"),
        ("\n二三", 0, 200, ""),
        ("一二\n三", 2, 200, "一二"),
        ("一二\r\n三", 2, 200, "一二"),
        ("一二\r\n三", 3, 200, "一二"),
        ("一二\n", 3, 200, ""),
    ],
    ids=ascii,
)
def test_line_around_is_a_window_on_one_line(text: str, offset: int, reach: int, expected: str) -> None:
    """The window ends at the line or at the reach, whichever is nearer; a line break belongs to the line it ends."""
    start, end = Document("甲.txt", text).line_around(offset, reach)

    assert expected == text[start:end]


@given(TEXTS, st.data(), st.integers(min_value=1, max_value=9))
def test_line_around_is_bounded_and_keeps_to_its_line(text: str, data: st.DataObject, reach: int) -> None:
    """The window is the line of the offset, cut to the reach on either side of it."""
    offset = data.draw(st.integers(min_value=0, max_value=len(text)))
    document = Document("甲.txt", text)
    line = document.lines.line_span(document.lines.line_number(offset))
    inside = min(offset, line.end)

    expected = Span(max(line.start, inside - reach), min(line.end, inside + reach))

    assert expected == document.line_around(offset, reach)


@given(text=st.text(alphabet="甲乙 \u3000\n", max_size=60), count=st.integers(1, 6))
def test_the_first_and_the_last_paragraphs_are_those_of_all(text: str, count: int) -> None:
    """Looking at either end gives what looking at the whole would."""
    document = Document("稿.txt", text)

    assert document.first_paragraphs(count) == document.paragraphs[:count]
    assert document.last_paragraphs(count) == document.paragraphs[-count:]


def test_either_end_of_a_text_with_carriage_returns() -> None:
    """CR LF and CR end paragraphs as LF does."""
    document = Document("稿.txt", "甲\r\n乙\r丙\n丁")

    assert [document.text[slice(*span)] for span in document.first_paragraphs(2)] == ["甲", "乙"]
    assert [document.text[slice(*span)] for span in document.last_paragraphs(2)] == ["丙", "丁"]


@BREAKS
@given(lines=st.lists(st.text(alphabet="甲乙 \u3000", max_size=6)), data=st.data(), count=st.integers(1, 6))
def test_either_end_is_that_of_the_body(line_break: str, lines: list[str], data: st.DataObject, count: int) -> None:
    """Notes and headers that follow the body do not displace its last paragraphs, nor fill up its first."""
    size = data.draw(st.integers(min_value=0, max_value=len(lines)))
    body = "".join(line + line_break for line in lines[:size])
    alone = Document("稿.docx", body)
    document = Document("稿.docx", body + line_break.join(lines[size:]), body=Span(0, len(body)))

    assert document.first_paragraphs(count) == alone.paragraphs[:count]
    assert document.last_paragraphs(count) == alone.paragraphs[-count:]


def test_a_document_that_is_forgotten_leaves_the_memory() -> None:
    """An analysis may hold the document itself, or one with other prose that does the same."""
    document = Document("稿.txt", "甲乙")

    def itself(each: Document) -> Document:
        return each

    def twin(each: Document) -> Document:
        other = each.with_prose("丙丁", itself)
        other.get(itself)
        return other

    gone = [weakref.ref(document.get(twin)), weakref.ref(document)]
    document.get(itself)
    gc.disable()
    try:
        document.forget()
        del document
        assert [reference() for reference in gone] == [None, None]
    finally:
        gc.enable()
