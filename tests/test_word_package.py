"""The zip package of a Word file: what is refused, how it is read, and how it is written back."""

import struct
import tracemalloc
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest

from gaojian.reading.content import ReadError
from gaojian.word.package import Package
from word_files import MAIN, document, package, paragraph, zipped

DRAFT = document(paragraph("各部门要抓紧落实。"), styles="", settings="")
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        Package(data)
    assert caught.value.text.zh != caught.value.text.en
    return caught.value.text.zh


def with_declared_size(data: bytes, size: int) -> bytes:
    """Return the zip file with another unpacked size declared for its main part."""
    at = data.rindex(b"word/document.xml") - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "0 字节"),
        (b"\r" + "张三".encode().ljust(161, b"\0"), "临时文件"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + bytes(600), "旧版格式"),
        ("这是一份纯文本，只是改了后缀。".encode() * 20, "另存为 .docx"),
        (DRAFT[: len(DRAFT) // 2], "不是完整的 Word 文档"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "没有正文"),
        (zipped({"word/document.xml": "<html><body/></html>"}), "没有正文"),
        (package({"word/document.xml": "<w:document"}), "word/document.xml 已损坏（第 1 行"),
        (package({"word/document.xml": ""}), "word/document.xml 已损坏"),
        (package({"word/document.xml": "<a>" * 3000 + "</a>" * 3000}), "嵌套过深"),
        (DRAFT.replace(b"PK\x01\x02", b"PK\x09\x09"), "损坏"),
    ],
    ids=["empty", "lock", "password", "doc", "text", "half", "sheet", "other", "torn", "void", "deep", "directory"],
)
def test_what_is_no_word_file_is_refused_in_a_sentence_that_names_the_cure(data: bytes, words: str) -> None:
    """Each of them has its own sentence."""
    assert words in refusal(data)


def test_entities_are_not_expanded() -> None:
    """A document type declaration, which no Word file has, is refused before it can multiply text."""
    entities = "".join([f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)])
    bomb = (
        f'<!DOCTYPE w:document [<!ENTITY e0 "{"嘎" * 100}">{entities}]><w:document xmlns:w="{MAIN}">&e11;</w:document>'
    )

    message = refusal(package({"word/document.xml": bomb}))

    assert "DTD" in message or "已损坏" in message


def test_files_outside_are_not_read() -> None:
    """A declared external entity is refused, too."""
    declared = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="{MAIN}">&x;</w:document>'

    assert "DTD" in refusal(package({"word/document.xml": declared}))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """Sizes are judged by what the directory declares: memory stays that of the file."""
    bomb = package({"word/document.xml": " " * (100 << 20)})
    tracemalloc.start()

    message = refusal(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "word/document.xml 解压后达 100 MiB" in message
    assert peak < 4 * len(bomb) + (1 << 20)


@pytest.mark.parametrize("size", [200 << 20, (1 << 32) - 2, 3 << 20])
def test_a_declared_size_beyond_all_bounds_is_refused(size: int) -> None:
    """200 MB that are not there are refused as those that are."""
    assert "解压后达" in refusal(with_declared_size(DRAFT, size))


def test_a_part_that_unpacks_to_more_than_it_declares_is_damage() -> None:
    """What was declared is what is unpacked: not a byte more."""
    assert "word/document.xml" in refusal(with_declared_size(DRAFT, 5))


def test_many_members_on_the_same_bytes_are_refused() -> None:
    """A small file whose members overlap could unpack to terabytes."""
    data = zipped({"word/document.xml": "正文" * 40_000}, ZIP_STORED)
    start = data.rindex(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    record = data[start:end]
    records = b"".join([record.replace(b"document.xml", f"documen{n:02}xml".encode()) for n in range(50)])
    bomb = data[:start] + records + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 50, 50, len(records), start, 0)

    assert "解压后达" in refusal(bomb)


def test_a_part_of_too_many_tags_is_refused_before_it_is_parsed() -> None:
    """Each element takes much more memory than its tag."""
    data = zipped({"word/document.xml": "<a/>" * 2_000_001}, ZIP_STORED)

    assert "超过 200 万个" in refusal(data)


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    """Word on the web calls it document2.xml."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationship Id="a" Type="{office}/officeDocument" Target="/word/document2.xml"/>'
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    )
    data = zipped({"_rels/.rels": relations, "word/document2.xml": f'<w:document xmlns:w="{MAIN}"/>'})

    assert Package(data).document == "word/document2.xml"


def test_a_part_is_parsed_once() -> None:
    """What one reader of a part changes in its tree, the writer writes."""
    opened = Package(DRAFT)

    assert opened.parse("word/document.xml") is opened.parse("word/document.xml")


def test_a_rewritten_package_keeps_all_other_members_to_the_byte() -> None:
    """Local headers, packed data and dates stay; the changed member keeps its place, a new one comes last."""
    changed = Package(DRAFT).rewritten({"word/settings.xml": b"<changed/>", "word/comments.xml": "<批注/>".encode()})

    with ZipFile(BytesIO(DRAFT)) as before, ZipFile(BytesIO(changed)) as after:
        assert after.testzip() is None
        assert after.namelist() == [*before.namelist(), "word/comments.xml"]
        assert after.read("word/settings.xml") == b"<changed/>"
        assert after.read("word/comments.xml").decode() == "<批注/>"
        for name in set(before.namelist()) - {"word/settings.xml"}:
            old, new = before.getinfo(name), after.getinfo(name)
            size = 30 + len(name) + old.compress_size
            local = slice(old.header_offset, old.header_offset + size)
            assert changed[new.header_offset : new.header_offset + size] == DRAFT[local]
            assert (new.date_time, new.external_attr, new.CRC) == (old.date_time, old.external_attr, old.CRC)
        assert after.getinfo("word/settings.xml").date_time == (2024, 5, 6, 7, 8, 10)


def test_a_package_without_changes_is_rewritten_as_it_is() -> None:
    """Nothing is added, and nothing is moved."""
    assert Package(DRAFT).rewritten({}) == DRAFT


def test_members_with_a_descriptor_behind_them_are_copied_whole() -> None:
    """Writers that stream put the sizes after the data."""

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    target = Stream()
    with ZipFile(BytesIO(DRAFT)) as source, ZipFile(target, "w") as streamed:
        for name in source.namelist():
            streamed.writestr(name, source.read(name))
    data = target.getvalue()

    changed = Package(data).rewritten({"word/settings.xml": b"<changed/>"})

    with ZipFile(BytesIO(data)) as before, ZipFile(BytesIO(changed)) as after:
        assert after.testzip() is None
        same = [name for name in before.namelist() if after.read(name) == before.read(name)]
        assert same == [name for name in before.namelist() if name != "word/settings.xml"]


def test_rewriting_is_reproducible() -> None:
    """The same changes give the same bytes: no clock is asked."""
    changes = {"word/comments.xml": b"<comments/>"}

    assert Package(DRAFT).rewritten(changes) == Package(DRAFT).rewritten(changes)
