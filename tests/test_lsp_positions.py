"""Places between code points and the units of editors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaojian.lsp.positions import ENCODINGS, Ruler, changed
from gaojian.text import Position

UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
TEXTS = st.text(st.sampled_from("a é甲𠮷😀\r\n\u2028\x0c\x85\t\ud83d"), max_size=40)


def units(text: str, encoding: str) -> int:
    """Return the length of ``text`` in units of ``encoding``."""
    name, size = UNITS[encoding]
    return len(text.encode(name, "surrogatepass")) // size


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", (0, 10)), ("utf-16", (0, 4)), ("utf-32", (0, 3))], ids=ENCODINGS
)
def test_a_character_has_as_many_units_as_its_encoding_gives_it(encoding: str, expected: tuple[int, int]) -> None:
    """甲 has three bytes and one unit, 😀 four bytes and two units."""
    assert Ruler("甲😀甲%", encoding).point(3) == expected


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_place_is_what_its_line_measures(text: str, encoding: str) -> None:
    """The character is the length of the line before it, whatever was asked before; and the way back is the same."""
    ruler = Ruler(text, encoding)
    for offset in [*range(len(text) + 1), *reversed(range(len(text) + 1))]:
        line, character = ruler.point(offset)
        start = sum(len(part) for part in split(text)[:line])
        assert character == units(text[start:offset], encoding)
        if text[offset - 1 : offset + 1] != "\r\n":
            assert ruler.offset((line, character)) == offset


@given(TEXTS, st.integers(-2, 50), st.integers(-2, 100), st.sampled_from(ENCODINGS))
def test_a_place_outside_is_moved_into_its_line(text: str, line: int, character: int, encoding: str) -> None:
    """No place that a client may send leads out of the text, or into the next line."""
    offset = Ruler(text, encoding).offset((line, character))
    lines = split(text)
    if 0 <= line < len(lines):
        start = sum(len(part) for part in lines[:line])
        assert start <= offset <= start + len(lines[line].rstrip("\r\n"))
    else:
        assert offset in (0, len(text))


@given(TEXTS, TEXTS, st.data(), st.sampled_from(ENCODINGS))
def test_a_change_replaces_what_lies_between(text: str, replacement: str, data: st.DataObject, encoding: str) -> None:
    """As in the editor: the text before, the replacement, the text behind."""
    places = [offset for offset in range(len(text) + 1) if text[offset - 1 : offset + 1] != "\r\n"]
    start, end = sorted(data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2)))
    ruler = Ruler(text, encoding)

    after = changed(text, ruler.point(start), ruler.point(end), replacement, encoding)
    assert after == text[:start] + replacement + text[end:]


def test_half_a_character_is_the_whole() -> None:
    """A place between the two units of a character is the place before it."""
    assert Ruler("甲😀乙", "utf-16").offset((0, 2)) == 1


def test_text_out_of_a_package_counts_code_points() -> None:
    """Its lines are paragraphs, which no editor shows."""
    assert Ruler(None, "utf-16").place(Position(3, 7)) == (2, 6)


def test_a_line_of_a_million_characters_is_measured_once() -> None:
    """A thousand findings on one line cost no thousand walks along it: this would take minutes."""
    text = "😀" * 1_000_000
    ruler = Ruler(text, "utf-16")

    assert [ruler.point(offset) for offset in range(0, 1_000_000, 1000)][-1] == (0, 1_998_000)


def split(text: str) -> list[str]:
    """Return the lines of ``text`` with their ends, as editors break them."""
    lines = [""]
    for index, character in enumerate(text):
        lines[-1] += character
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
            lines.append("")
    return lines
