"""Text back to bytes: what is replaced is in the bytes of the file, and all others are the ones that were read."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gaojian.diagnostic import Edit
from gaojian.reading.content import ENCODINGS, ReadError
from gaojian.reading.encoding import decode
from gaojian.reading.rewrite import RewriteError, rewrite
from gaojian.text import Span

# Two characters are one code in big5hkscs.
PAIRS = ("Ê\u0304", "Ê\u030c", "ê\u0304", "ê\u030c")
MARKED = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
SEED = "第一行\r\n𠮷野家〇\r末\n"
# A sentence, line breaks of every system, and for Big5 codes that are read as a character of another code.
SEEDS = {
    **{encoding: SEED.encode(encoding) for encoding in MARKED},
    "cp950": "報告\r\n全年十件\r結束\n".encode("cp950") + bytes.fromhex("a2cca2cef9eaf9fd"),
    "big5hkscs": "報告嘅\r\n全年十件\r結束\n".encode("big5hkscs") + bytes.fromhex("a2cca1fea2a7 8862 8866 88a5 88a7"),
}


def edit(start: int, end: int, replacement: str) -> Edit:
    return Edit(Span(start, end), replacement)


def edited(text: str, edits: list[Edit]) -> str:
    for change in reversed(edits):
        text = text[: change.span.start] + change.replacement + text[change.span.end :]
    return text


def refusal(data: bytes, encoding: str, *edits: Edit) -> RewriteError:
    with pytest.raises(RewriteError) as caught:
        rewrite(data, data.decode(encoding), encoding, bom=False, edits=edits)
    return caught.value


def characters(encoding: str) -> st.SearchStrategy[str]:
    """Return all that ``encoding`` has a code for; cp950 writes the nine that are left out as what resembles them."""
    single = st.characters(codec=encoding, exclude_characters="\0\ufeff" + "¢£¥•‾∼☉♁､" * (encoding == "cp950"))
    return st.one_of(single, st.sampled_from(PAIRS)) if encoding == "big5hkscs" else single


@st.composite
def files(draw: st.DrawFn, encoding: str) -> tuple[bytes, str, bool]:
    """Draw the bytes of a file in ``encoding``, their text, and whether they begin with a byte order mark."""
    bom = encoding in MARKED and draw(st.booleans())
    mark = "\ufeff".encode(encoding) if bom else b""
    pieces = draw(st.lists(st.one_of(st.binary(max_size=4), characters(encoding).map(lambda c: c.encode(encoding)))))
    data = mark + b"".join(pieces) + SEEDS[encoding] * draw(st.booleans())
    try:
        decoded = decode(data, encoding)
        assume(decoded.encoding == encoding)
    except ReadError:
        decoded = decode(data := mark + SEEDS[encoding], encoding)
    return data, decoded.text, decoded.bom


@st.composite
def changes(draw: st.DrawFn, encoding: str, text: str) -> list[Edit]:
    """Draw edits of ``text``: sorted, touching or apart, insertions among them."""
    replacements = st.lists(characters(encoding), max_size=3).map("".join)
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    spans = zip(offsets[::2], offsets[1::2], strict=False)
    return [edit(start, end, draw(replacements)) for start, end in spans]


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
@given(drawn=st.data())
def test_all_bytes_outside_the_edits_stay(encoding: str, drawn: st.DataObject) -> None:
    """What comes out holds the edited text, and between the edits the very bytes of the file.

    The places of the edits are found here by decoding every beginning of the file, not by what rewrite relies on.
    """
    data, text, bom = drawn.draw(files(encoding))
    edits = drawn.draw(changes(encoding, text))
    mark = len("\ufeff".encode(encoding)) if bom else 0
    places = {len(text): len(data)}
    for place in range(len(data), mark - 1, -1):
        try:
            places[len(data[mark:place].decode(encoding))] = place
        except UnicodeDecodeError:
            continue
    try:
        result = rewrite(data, text, encoding, bom, edits)
    except RewriteError as error:
        if encoding == "big5hkscs" and ("U+0304" in error.text.en or "U+030C" in error.text.en):
            return  # a pair was parted, and half of it is no character of the encoding
        raise

    assert result[mark:].decode(encoding) == edited(text, edits)
    assert result[:mark] == data[:mark]
    if any(offset not in places for change in edits for offset in change.span):
        return  # an edit within a pair
    kept, rest = mark, result[mark:]
    for change in edits:
        before = data[kept : places[change.span.start]]
        assert rest.startswith(before)
        rest = rest[len(before) + len(change.replacement.encode(encoding)) :]
        kept = places[change.span.end]
    assert rest == data[kept:]


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
def test_every_code_keeps_its_length(encoding: str) -> None:
    """The place of a character is the length of what precedes it, encoded: true of every code that can be read."""
    codes = [bytes([first]) for first in range(256)]
    codes += [bytes([first, second]) for first in range(256) for second in range(256)]
    if encoding == "gb18030":
        digits = range(0x30, 0x3A)
        codes += [
            bytes([a, b, c, d]) for a in range(0x81, 0xFF) for b in digits for c in range(0x81, 0xFF, 5) for d in digits
        ]
    wrong = []
    for code in codes:
        try:
            text = code.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text.encode(encoding)) != len(code):
            wrong.append(code.hex())

    assert wrong == []


@pytest.mark.parametrize("encoding", ["cp950", "big5hkscs"])
def test_what_big5_has_twice_survives(encoding: str) -> None:
    """The second code of 十, which would be written as the first, stays where it is not in an edit."""
    data = SEEDS[encoding] + "年年".encode(encoding)
    text = data.decode(encoding)

    result = rewrite(data, text, encoding, bom=False, edits=[edit(len(text) - 1, len(text), "")])

    assert result == data[:-2]
    assert text.encode(encoding) != data


@pytest.mark.parametrize(
    ("change", "result"),
    [
        (edit(1, 3, ""), "8866 78"),
        (edit(2, 3, "y"), "8862 79"),
        (edit(1, 2, ""), "8866 78"),
        (edit(1, 2, "\u030c"), "8864 78"),
        (edit(0, 1, "ê"), "88a3 78"),
        (edit(2, 2, "y"), "8862 79 78"),
        (edit(0, 2, "x"), "78 78"),
    ],
)
def test_two_characters_of_one_code_are_replaced_apart(change: Edit, result: str) -> None:
    """Half of a pair is written again with what stands beside it afterwards."""
    data = bytes.fromhex("8862 78")
    if change == edit(1, 3, ""):
        result = "8866"

    assert rewrite(data, "Ê\u0304x", "big5hkscs", bom=False, edits=[change]) == bytes.fromhex(result)


def test_edits_on_either_side_of_a_pair_are_made_together() -> None:
    """Both halves, and what is inserted between them."""
    edits = [edit(0, 1, "ê"), edit(1, 1, ""), edit(1, 2, "\u030c"), edit(2, 3, "")]

    assert rewrite(bytes.fromhex("8862 78"), "Ê\u0304x", "big5hkscs", bom=False, edits=edits) == bytes.fromhex("88a5")


def test_half_a_pair_cannot_stay_alone() -> None:
    """The accent has no code of its own."""
    assert "“\u0304”（U+0304）" in refusal(bytes.fromhex("8862"), "big5hkscs", edit(0, 1, "x")).text.zh


@pytest.mark.parametrize(
    ("encoding", "replacement", "blamed"),
    [
        ("cp950", "二〇二五年", "〇"),
        ("cp950", "￥•", "•"),
        ("big5hkscs", "谁的", "谁"),
        ("utf-8", "\ud800", "\ud800"),
    ],
)
def test_what_an_encoding_has_no_code_for_is_refused(encoding: str, replacement: str, blamed: str) -> None:
    """The sentence names line, encoding, character and cure; the error names the edit, so that the others can be made.

    The bullet would be written by cp950 as a middle dot, and read again as that.
    """
    fault = edit(4, 5, replacement)
    error = refusal("第一\r\n第二行".encode(encoding), encoding, edit(0, 1, "a"), fault, edit(5, 6, "b"))

    assert error.edit == fault
    assert error.text.zh.startswith("第 2 行：")
    assert f"没有“{blamed}”（U+{ord(blamed):04X}）" in error.text.zh
    assert "转存为 UTF-8 编码" in error.text.zh
    assert "save the file as UTF-8" in error.text.en


@pytest.mark.parametrize("data", ["第二".encode(), b"\xff", b""])
def test_a_file_that_was_changed_in_the_meantime_is_left_alone(data: bytes) -> None:
    """Edits are made to the bytes that were read, or to none."""
    with pytest.raises(RewriteError, match="changed after it was checked"):
        rewrite(data, "第一", "utf-8", bom=False, edits=[edit(0, 1, "")])


@pytest.mark.parametrize("edits", [[edit(1, 2, ""), edit(0, 1, "")], [edit(0, 2, ""), edit(1, 2, "")]])
def test_edits_out_of_order_are_a_mistake_of_the_caller(edits: list[Edit]) -> None:
    """Neither sorted for the caller nor made twice."""
    with pytest.raises(ValueError, match="sorted"):
        rewrite(b"abc", "abc", "utf-8", bom=False, edits=edits)


def test_the_mark_and_the_newlines_stay() -> None:
    """As all that is not in an edit."""
    data = "\ufeff甲\r\n乙\r丙\n丁".encode("utf-16-le")

    result = rewrite(data, "甲\r\n乙\r丙\n丁", "utf-16-le", bom=True, edits=[edit(0, 1, "𠮷"), edit(7, 8, "")])

    assert result == "\ufeff𠮷\r\n乙\r丙\n".encode("utf-16-le")
