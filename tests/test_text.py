"""Offsets, lines and columns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.text import LineIndex, Position, Span

TEXTS = st.text(alphabet="文a𠮷\n\r\u2028\f\v\x85") | st.text()


def count(text: str, offset: int) -> Position:
    """Count as a person does, character by character."""
    line = column = 1
    for index in range(offset):
        pair = text[index : index + 2]
        if text[index] == "\n" or (text[index] == "\r" and pair != "\r\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return Position(line, column)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("一行", ["一行"]),
        ("甲\n乙", ["甲", "乙"]),
        ("甲\r\n乙", ["甲", "乙"]),
        ("甲\r乙", ["甲", "乙"]),
        ("甲\n", ["甲", ""]),
        ("甲\r\n", ["甲", ""]),
        ("\n\n", ["", "", ""]),
        ("\r\r\n\n\r", ["", "", "", "", ""]),
        ("\n\r", ["", "", ""]),
        ("甲\u2028乙\u2029丙\f丁\v戊\x85己\x1c庚", ["甲\u2028乙\u2029丙\f丁\v戊\x85己\x1c庚"]),
    ],
    ids=ascii,
)
def test_lines_end_where_an_editor_ends_them(text: str, expected: list[str]) -> None:
    """CR LF, LF and CR end a line; U+2028, form feed and the other breaks of str.splitlines do not."""
    index = LineIndex(text)
    lines = [text[slice(*index.line_span(line))] for line in range(1, len(index.starts) + 1)]

    assert expected == lines


@pytest.mark.parametrize(
    ("offset", "expected"),
    [
        (0, Position(1, 1)),
        (2, Position(1, 3)),
        (3, Position(1, 4)),
        (4, Position(2, 1)),
        (5, Position(2, 2)),
        (6, Position(3, 1)),
        (7, Position(4, 1)),
        (8, Position(4, 2)),
    ],
)
def test_positions_count_from_one(offset: int, expected: Position) -> None:
    """Columns are code points, a line break belongs to the line it ends, and the end of the text has a position."""
    assert expected == LineIndex("甲𠮷\r\n乙\n\r丙").position(offset)


def test_the_empty_text_has_one_line() -> None:
    """Nothing still has a first line and a first column."""
    index = LineIndex("")

    assert Position(1, 1) == index.position(0)
    assert Span(0, 0) == index.line_span(1)


def test_an_offset_beyond_the_text_has_no_line() -> None:
    """A line that the text does not have is an error, not a guess."""
    with pytest.raises(IndexError):
        LineIndex("甲\n乙").line_span(3)


@given(TEXTS)
def test_positions_agree_with_counting(text: str) -> None:
    """Every offset has the position that counting one by one gives."""
    index = LineIndex(text)
    offsets = range(len(text) + 1)

    assert [count(text, offset) for offset in offsets] == [index.position(offset) for offset in offsets]
    assert [count(text, offset).line for offset in offsets] == [index.line_number(offset) for offset in offsets]


@given(TEXTS)
def test_positions_lead_back_to_offsets(text: str) -> None:
    """The start of the line and the column give the offset again, and no span of a line holds a line break."""
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert offset == index.line_span(line).start + column - 1
    assert "".join(re.split(r"[\r\n]", text)) == "".join(
        text[slice(*index.line_span(line))] for line in range(1, len(index.starts) + 1)
    )
