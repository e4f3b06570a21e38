"""Bytes to text: what is found out, what is declared, and that nothing is guessed or lost."""

import codecs
from pathlib import Path

import pytest
from conftest import Gaojian
from hypothesis import given
from hypothesis import strategies as st

import detection
from gaojian.reading import read_bytes
from gaojian.reading.content import ENCODINGS, ReadError
from gaojian.reading.encoding import decode

SIMPLIFIED = "今年以来，我们认真学习有关文件，按时完成了各项工作任务。全年产值增长12%，创历史新高。\n"
TRADITIONAL = "今年以來，我們認真學習有關文件，按時完成了各項工作任務。全年產值增長12%，創歷史新高。\n"
CANTONESE = "佢哋嘅工作做得好，大家都話冇問題，啲資料喺呢度，可以自己上去睇，有時間就返嚟講。\n"
WRITTEN = [
    (SIMPLIFIED, "utf-8"),
    (SIMPLIFIED, "gb18030"),
    (TRADITIONAL, "gb18030"),
    (TRADITIONAL, "cp950"),
    (CANTONESE, "big5hkscs"),
    (SIMPLIFIED, "utf-16-le"),
    (SIMPLIFIED, "utf-16-be"),
    (TRADITIONAL, "utf-16-le"),
    ("All of this is plain English.\r\n", "utf-16-le"),
    ("All of this is plain English.\r\n", "utf-16-be"),
]
# What each encoding has twice: the second of two codes is read as the first, and cannot be written again.
TWICE = {
    "cp950": ("a2cc", "a2ce", "f9e9", "f9ea", "f9eb", "f9f9", "f9fa", "f9fb", "f9fc", "f9fd"),
    "big5hkscs": ("a1fe", "a240", "a27e", "a2a1", "a2a2", "a2a3", "a2a4", "a2a5", "a2a6", "a2a7", "a2cc", "a2ce"),
}


def refusal(data: bytes, declared: str | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        decode(data, declared)
    return caught.value.text.zh


def written(text: str, encoding: str, *, bom: bool) -> bytes:
    return (("\ufeff" if bom else "") + text).encode(encoding)


@pytest.mark.parametrize(("text", "encoding"), WRITTEN, ids=lambda value: value[:12])
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    """A sentence is enough to tell all encodings of Chinese text from each other."""
    assert decode(text.encode(encoding), None) == (text, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("declared", [None, "cp950"])
def test_a_byte_order_mark_is_stronger_than_a_declaration(encoding: str, declared: str | None) -> None:
    """No text begins with these bytes by chance; the mark is no part of the text."""
    assert decode(written(SIMPLIFIED, encoding, bom=True), declared) == (SIMPLIFIED, encoding, True)


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
def test_a_declaration_is_believed_where_the_text_is_too_short_to_tell(encoding: str) -> None:
    """Two characters may be anything; whoever declares the encoding knows better."""
    assert decode("工作".encode(encoding), encoding) == ("工作", encoding, False)


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("GB2312", "gb18030"), ("gbk", "gb18030"), ("CP936", "gb18030"), ("Big5", "cp950"), ("UTF_16LE", "utf-16-le")],
)
def test_the_names_that_web_pages_use_are_known(label: str, encoding: str) -> None:
    """The larger set reads what the smaller does: GBK is read as GB18030, Big5 as cp950."""
    text = "工作" if encoding != "cp950" else "碁裏"

    assert decode(text.encode(encoding), label) == (text, encoding, False)


@pytest.mark.parametrize("declared", ["auto", "iso-8859-1", "shift_jis", ""])
def test_a_declaration_outside_the_set_leaves_it_to_be_found_out(declared: str) -> None:
    """Many a web page says iso-8859-1 and is written in GBK."""
    assert decode(SIMPLIFIED.encode("gb18030"), declared).encoding == "gb18030"


def test_a_declaration_that_fails_names_line_and_byte() -> None:
    """The place is that of the first byte that cannot be read, the mark counted."""
    sentence = refusal("第一行\r\n第二".encode("gb18030") + b"\xff", "gb18030")

    assert sentence.startswith("第 2 行（第 13 字节）不是 GB18030；")


def test_the_line_is_that_of_the_text_in_utf16() -> None:
    """A byte 0A inside a character is no line break."""
    data = "上\n丕\r\n第".encode("utf-16-le")

    assert refusal(data + b"\x00\xd8", "utf-16-le").startswith("第 3 行（第 13 字节）不是 UTF-16LE；")


@pytest.mark.parametrize(("encoding", "line"), [("utf-8", 3), ("gb18030", 3), ("cp950", 3)])
def test_one_damaged_byte_does_not_change_the_encoding(encoding: str, line: int) -> None:
    """A file that is broken at one place is refused for that place, not read as something else."""
    text = TRADITIONAL if encoding == "cp950" else SIMPLIFIED
    data = (text * 2).encode(encoding) + b"\xff" + (text * 50).encode(encoding)

    assert f"第 {line} 行（第 {len((text * 2).encode(encoding)) + 1} 字节）不是" in refusal(data)


def test_a_doubt_names_the_candidates_and_the_cure() -> None:
    """Two characters are not enough: the file is not guessed at."""
    sentence = refusal("报告".encode("gb18030"))

    assert sentence.startswith("编码不明，可能是 GB18030")
    assert "--encoding" in sentence
    assert "gaojian.toml" in sentence
    assert "UTF-8" in sentence


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Voilà un café où l'on parle français, déjà très connu à Genève.", "latin-1"),
        ("この文書は日本語で書かれています。よろしくお願いします。カタカナも。", "shift_jis"),
        ("この文書は日本語で書かれています。よろしくお願いします。カタカナも。", "euc_jp"),
        ("이 문서는 한국어로 작성되었습니다. 감사합니다. 내용을 확인해 주십시오.", "euc_kr"),
        ("Этот документ написан на русском языке, а не на китайском.", "koi8_r"),
        ("Этот документ написан на русском языке, а не на китайском.", "cp1251"),
    ],
)
def test_other_languages_are_not_taken_for_chinese(text: str, encoding: str) -> None:
    """The set is closed: what it does not explain is refused, though most of it can be decoded."""
    assert "转存为 UTF-8" in refusal(text.encode(encoding))


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"text\0text", b"\0" * 64, bytes(range(256)) * 40, "文稿\0文稿".encode()],
    ids=["png", "nul", "zeros", "all bytes", "nul in text"],
)
@pytest.mark.parametrize("declared", [None, "gb18030"])
def test_binary_files_are_refused(data: bytes, declared: str | None) -> None:
    """NUL is no character of a text, in any encoding that is found out or declared."""
    assert "不是文本文件" in refusal(data, declared)


def test_big5_with_signs_of_eten_is_read_as_big5hkscs() -> None:
    """Python's cp950 reads ① (C6A1) as an iteration mark of kana, where everybody's Big5 has ①."""
    data = TRADITIONAL.encode("cp950") + b"\xc6\xa1" + "門票".encode("cp950")

    assert decode(data, None) == (f"{TRADITIONAL}①門票", "big5hkscs", False)


def test_text_far_into_an_english_file_is_found_out() -> None:
    """What is sampled lies around the first byte that needs an explanation."""
    text = "Plain English text.\n" * 20_000 + SIMPLIFIED

    assert decode(text.encode("gb18030"), None) == (text, "gb18030", False)


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
@given(data=st.binary(max_size=60), bom=st.booleans())
def test_decoded_bytes_can_be_written_back(encoding: str, data: bytes, bom: bool) -> None:  # noqa: FBT001 (hypothesis)
    """Mark and text, encoded, are the bytes of the file; what Big5 has twice aside."""
    data = written("", encoding, bom=bom and encoding not in TWICE) + data
    try:
        decoded = decode(data, encoding)
    except ReadError:
        return
    again = written(decoded.text, decoded.encoding, bom=decoded.bom)

    if any(bytes.fromhex(code) in data for code in TWICE.get(encoding, ())):
        assert len(again) == len(data)
        assert again.decode(decoded.encoding) == data.decode(decoded.encoding)
    else:
        assert again == data


@pytest.mark.parametrize("encoding", ENCODINGS[1:])
@given(drawn=st.data(), bom=st.booleans())
def test_text_is_read_as_it_was_written(encoding: str, drawn: st.DataObject, bom: bool) -> None:  # noqa: FBT001 (hypothesis)
    """Any text that an encoding can hold comes back from its bytes."""
    # These nine are encoded as what resembles them.
    characters = st.characters(codec=encoding, exclude_characters="\0\ufeff" + "¢£¥•‾∼☉♁､" * (encoding == "cp950"))
    text = drawn.draw(st.text(characters, max_size=40))
    marked = bom and encoding.startswith(("utf", "gb"))

    assert decode(written(text, encoding, bom=marked), encoding) == (text, encoding, marked)


@pytest.mark.parametrize("encoding", TWICE)
def test_what_big5_has_twice_keeps_its_length(encoding: str) -> None:
    """Exactly these codes cannot be written back, and each takes two bytes like the other, so places stay exact."""
    twice = set()
    for code in range(0x8140, 0xFF00):
        data = code.to_bytes(2, "big")
        text = data.decode(encoding, "ignore")
        if len(text) == 1 and not text.isascii() and text.encode(encoding) != data:
            assert len(text.encode(encoding)) == 2
            twice.add(data.hex())

    assert twice == set(TWICE[encoding])


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, b"\r\n", b"a"])
def test_the_shortest_files_are_read(data: bytes) -> None:
    """Nothing, a mark alone, a line break."""
    assert decode(data, None).encoding == "utf-8"


@given(st.binary(max_size=200), st.sampled_from([None, *ENCODINGS]))
def test_any_bytes_are_read_or_refused(data: bytes, declared: str | None) -> None:
    """Whatever comes, there is a text without NUL or a sentence."""
    try:
        text = decode(data, declared).text
    except ReadError as error:
        text = error.text.zh

    assert "\0" not in text


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be"])
def test_findings_are_those_of_the_same_text_in_utf8(folder: Path, gaojian: Gaojian, encoding: str) -> None:
    """Line and column are those of the text, and newlines of any system stay."""
    text = SIMPLIFIED.replace("\n", "\r\n") + "全年产值增长%，创历史新高。\r\n"
    (folder / "甲.txt").write_bytes(text.encode())
    (folder / "乙.txt").write_bytes(text.encode(encoding))

    first, second = gaojian("check", "甲.txt"), gaojian("check", "乙.txt")

    assert "甲.txt:2:7: BLK002" in first.stdout
    assert second.stdout == first.stdout.replace("甲.txt", "乙.txt")


def test_old_codes_of_gb18030_reach_the_check_of_private_use(folder: Path, gaojian: Gaojian) -> None:
    """A6D9 and FE59 come out as private use, and are reported with the characters that were meant."""
    (folder / "稿.txt").write_bytes(SIMPLIFIED.encode("gb18030") + b"\xa6\xd9\xfe\x59\xa8\xbc\n")

    assert "原字应是“︐龴ḿ”" in gaojian("check", "稿.txt", "--select", "SCR006").stdout


def test_a_document_keeps_its_encoding() -> None:
    """What a fix has to write back is on the document."""
    document = read_bytes(written(SIMPLIFIED, "utf-16-be", bom=True), "稿.txt")

    assert (document.encoding, document.bom, document.text) == ("utf-16-be", True, SIMPLIFIED)


@pytest.mark.parametrize("oracle", ["chardet", "charset_normalizer"])
@pytest.mark.parametrize(("text", "encoding"), [case for case in WRITTEN if case[0] is not CANTONESE and case[0] > "z"])
def test_an_oracle_reads_the_same(oracle: str, text: str, encoding: str) -> None:
    """Where an oracle is certain, on a few sentences, its answer decodes to the same text."""
    module = pytest.importorskip(oracle, reason=f"{oracle} is not installed")
    data = (text * 3).encode(encoding)
    answer = module.detect(data)["encoding"]
    if answer is None or "utf-16" in encoding:
        pytest.skip(f"{oracle} does not know UTF-16 without a byte order mark" if "utf-16" in encoding else "no answer")

    assert data.decode({"gb2312": "gb18030"}.get(answer.lower(), answer)) == decode(data, None).text


def test_detection_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a table for gaojian and for each oracle, and nothing is misread by gaojian."""
    examples = Path(__file__).parent.parent / "examples" / "clean"

    assert detection.main(["--clean", str(examples), "--sample", "3"]) == 0

    title, _, *rows = capsys.readouterr().out.split("\n#")[1].splitlines()
    assert title == " gaojian: right % (doubt %, wrong %) by length in characters"
    assert [cell for row in rows for cell in row.split() if "(" in cell and not cell.endswith(",0)")] == []
