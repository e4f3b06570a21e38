"""PDF: lines page by page, and what is refused."""

import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from gaojian.config import Config
from gaojian.diagnostic import Outcome
from gaojian.document import Document, Kind
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.reading import pdf
from gaojian.reading.content import ReadError
from gaojian.run import run

REPORT = (
    "关于防汛工作的报告",
    "全年投资增长%，创历史新高。",
    "2023年2月30日召开会议。",
    "全市新建水库XX座。",
    "6月5日至5月3日开展巡查。",
    "到位经费万元。",
)
A_MAP = """\
/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of ``objects``, numbered from 1; the first is the catalog."""
    result = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(result))
    return result + head + end


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def shown(text: str, x: float, y: float, size: float = 16) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def drawn(pages: list[str], *, to_unicode: bool = True) -> bytes:
    """Return a PDF whose ``pages`` are drawn by these operators, in a font of square glyphs."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] %s >>" % (
        b"/ToUnicode 6 0 R" if to_unicode else b""
    )
    system = b"/CIDSystemInfo << /Registry (Own) /Ordering (Own) /Supplement 0 >>"
    kids = b" ".join(b"%d 0 R" % (7 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        font,
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 1000 /FontDescriptor 5 0 R %s >>" % system,
        b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 >>",
        stream(A_MAP.encode()),
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (8 + 2 * number)
        )
        objects.append(stream(page.encode()))
    return assemble(objects)


def lines(*pages: str) -> list[str]:
    return pdf.read(drawn(list(pages)), None).text.split("\n")


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        pdf.read(data, None)
    assert caught.value.text.zh != caught.value.text.en
    return caught.value.text.zh


def findings(name: str, data: bytes) -> Outcome:
    outcome = run(make_plan(Config(Path())), [Source(name, None, data)])
    assert outcome.failures == ()
    return outcome


def test_a_line_is_a_line_and_knows_its_page() -> None:
    """Lines come page by page, from top to bottom, however the file orders them."""
    first = shown("第二行的话", 90, 700) + shown("第一行的话", 90, 730)
    content = pdf.read(drawn([first, shown("下一页的话", 90, 730)]), None)
    document = Document("稿.pdf", content.text, content.kind, origin=content.origin)
    assert document.origin is not None
    places = [document.origin.describe(span.start) for span in document.paragraphs]

    assert document.text == "第一行的话\n第二行的话\n下一页的话"
    assert document.kind is Kind.LINES
    assert [place and place.zh for place in places] == ["第 1 页第 1 行", "第 1 页第 2 行", "第 2 页第 1 行"]


def test_type_of_several_sizes_stands_on_one_line() -> None:
    """A small number stands before the large text it numbers, and a raised mark after the word it belongs to."""
    page = shown("总体要求", 110, 700) + shown("1.", 95, 700, 9) + shown("主要任务②。", 90, 650)
    page += shown("成效", 90, 600) + shown("③", 122, 606, 8) + shown("显著。", 130, 600)

    assert lines(page) == ["1.总体要求", "主要任务②。", "成效③显著。"]


def test_gaps_of_layout_are_no_spaces() -> None:
    """A quarter of an em between Han and digits was typed by nobody; a gap between columns is a space."""
    page = shown("于", 90, 700) + shown("5", 110, 700) + shown("月", 130, 700) + shown("合计", 300, 700)

    assert lines(page) == ["于5月 合计"]


def test_bold_that_is_printed_twice_is_read_once() -> None:
    """Characters drawn again at nearly the same place are one; doubled characters are two."""
    page = shown("工作总结", 90, 700) + shown("工作总结", 90.4, 700) + shown("天天向上", 90, 650)

    assert lines(page) == ["工作总结", "天天向上"]


def test_radicals_are_read_as_characters() -> None:
    """Fonts that name ⼆ and ⽉ for 二 and 月 show the same signs."""
    assert lines(shown("⼆〇⼆三年⼗⽉", 90, 700)) == ["二〇二三年十月"]


def test_checks_that_need_paragraphs_are_left_out() -> None:
    """All others find in the PDF what they find in the text, and the run names those that did not."""
    data = drawn(["".join(shown(line, 90, 780 - 30 * number) for number, line in enumerate(REPORT))])
    outcome, expected = findings("稿.pdf", data), findings("稿.txt", "\n".join(REPORT).encode())
    left_out = outcome.left_out["稿.pdf"]
    same = [(found.code, found.text) for found in expected.diagnostics if found.code not in left_out]

    assert [(found.code, found.text) for found in outcome.diagnostics] == same
    assert {code for code, _ in same} >= {"BLK002", "DAT001", "PLH003"}
    assert {found.code for found in expected.diagnostics} - {code for code, _ in same} == {"BLK001"}
    assert {"BLK001", "BLK003", "BLK005", "DUP002", "DUP004"} <= set(left_out)
    assert all("（位于第 1 页第 " in found.message.zh for found in outcome.diagnostics)


def test_a_pdf_without_text_is_called_scanned() -> None:
    """Nothing is checked quietly where there is nothing but pictures."""
    assert "扫描件" in refusal(drawn(["0 0 100 100 re f"]))


def test_fonts_that_hide_their_characters_are_named() -> None:
    """Text that comes out as numbers of glyphs is no text to check."""
    assert "乱码" in refusal(drawn([shown("这些字没有编码", 90, 700)], to_unicode=False))


def test_broken_files_are_named() -> None:
    """No bytes, another format, a cut-off file and mere noise give a sentence each."""
    whole = drawn([shown("全年投资增长", 90, 700)])

    assert "0 字节" in refusal(b"")
    assert "不是 PDF" in refusal("全年投资增长".encode())
    assert refusal(whole[:400])
    assert refusal(b"%PDF-1.7\n" + bytes(range(256)) * 40)


def test_a_password_is_named() -> None:
    """A file that opens with a password only is called that."""
    secret = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    pages = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>", secret]

    assert "密码" in refusal(assemble(pages, b"/Encrypt 3 0 R /ID [<41> <41>]"))


def test_a_bomb_takes_down_nothing() -> None:
    """A page that unpacks to gigabytes, and one that is its own page tree, end in one sentence."""
    bomb = zlib.compress(zlib.compress(b" " * (1 << 28), 9) + b"", 9)
    nested = stream(bomb, b"/Filter [/FlateDecode /FlateDecode]")
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    cyclic = [catalog, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]

    assert refusal(assemble([catalog, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", page, nested]))
    assert refusal(assemble(cyclic))
    assert refusal(assemble([catalog, b"<< /Type /Pages /Kids " + b"[" * 100_000 + b"]" * 100_000 + b" >>"]))


def test_too_many_pages_are_not_begun() -> None:
    """The limit on pages is told before any of them is read."""
    assert "2000 页" in refusal(drawn([""] * 2001))


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long is given up, and the process with it."""
    monkeypatch.setattr(pdf, "_SECONDS", 0.01)

    assert "没有读完" in refusal(drawn([shown("全年投资增长", 90, 700)]))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Return a function that has LibreOffice save a text as PDF; skip where there is none."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed here")
    folder = tmp_path_factory.mktemp("office")

    def export(text: str) -> bytes:
        (folder / "稿.txt").write_text(text, "utf-8")
        home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, "--headless", home, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "稿.txt")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / "稿.pdf").read_bytes()

    return export


def test_what_libreoffice_saves_is_read_to_the_character(exported: Callable[[str], bytes]) -> None:
    """Quotation marks, digits and Latin words of a real PDF stand where they stood in the text."""
    paragraph = (
        "会议听取了“十四五”规划（草案）的说明，2023年投资12.5亿元，同比增长8.1%，5G基站达到3,200个；‘一张网’建成。"
    )
    text = "\n".join([f"{number}、{paragraph * 2}" for number in range(40)])

    assert "".join(pdf.read(exported(text), None).text.split()) == "".join(text.split())
