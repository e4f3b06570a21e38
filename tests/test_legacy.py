"""Old Word and WPS files and RTF, by LibreOffice; and what stands under their endings without being one."""

import http.server
import io
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gaojian.config import Config
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.reading import _libreoffice, legacy
from gaojian.reading.content import ReadError
from gaojian.run import run

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
NOISE = OLE + bytes(range(256)) * 20 + "WordDocument".encode("utf-16-le")
REPORT = ("防汛工作总结", "全年投资增长%，创历史新高。", "2023年2月30日召开会议。")
# Code points below 128 and \\u for all others: any RTF reader takes that.
RTF = "{\\rtf1\\ansi " + "\\par ".join(REPORT) + "\\par}"
Save = Callable[[str, str], bytes]


def rich_text(text: str = RTF) -> bytes:
    return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text).encode()


def text(data: bytes) -> str | None:
    try:
        return legacy.read(data, None).text.strip()
    except ReadError:
        return None


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        legacy.read(data, None)
    assert caught.value.text.zh != caught.value.text.en
    return caught.value.text.zh


@pytest.fixture(scope="module")
def program() -> str:
    """Return the path of LibreOffice; skip where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed here")
    return found


@pytest.fixture(scope="module")
def save(program: str, tmp_path_factory: pytest.TempPathFactory) -> Save:
    """Return a function that has LibreOffice save flat OpenDocument text in another format."""
    folder = tmp_path_factory.mktemp("office")

    def saved(body: str, suffix: str) -> bytes:
        spaces = " ".join(
            f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
            for prefix, name in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
        )
        (folder / "稿.fodt").write_text(
            f'<?xml version="1.0"?><office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink"'
            ' office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
            f"{body}</office:text></office:body></office:document>",
            "utf-8",
        )
        home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            program,
            "--headless",
            home,
            "--convert-to",
            suffix,
            "--outdir",
            str(folder),
            str(folder / "稿.fodt"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / f"稿.{suffix}").read_bytes()

    return saved


@pytest.fixture
def requests() -> Iterator[list[str]]:
    """Return the requests that a server on this machine is sent at ``http://127.0.0.1``, the first being its port."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            seen.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 (its name in the library)
            del format, arguments

    for method in ("GET", "HEAD", "OPTIONS", "PROPFIND"):
        setattr(Handler, f"do_{method}", Handler.answer)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        seen.append(str(server.server_port))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield seen
        server.shutdown()


def paragraphs(*texts: str) -> str:
    return "".join(f"<text:p>{text}</text:p>" for text in texts)


def test_old_formats_are_read_as_text_is(save: Save, tmp_path: Path) -> None:
    """A .doc, the same under .wps, and RTF give the findings of the plain text, at the same paragraphs."""
    doc = save(paragraphs(*REPORT), "doc")
    sources = [
        Source("1.doc", None, doc),
        Source("2.wps", None, doc),
        Source("3.rtf", None, rich_text()),
        Source("4.txt", None, "\n".join(REPORT).encode()),
    ]
    outcome = run(make_plan(Config(tmp_path)), sources)
    found: dict[str, list[tuple[str, int, str]]] = {}
    for diagnostic in outcome.diagnostics:
        found.setdefault(diagnostic.path, []).append((diagnostic.code, diagnostic.start.line, diagnostic.text))

    assert outcome.failures == ()
    assert doc.startswith(OLE)
    assert [code for code, _, _ in found["4.txt"]] == ["BLK002", "DAT001"]
    assert found == {source.name: found["4.txt"] for source in sources}


def test_many_files_need_one_process(save: Save, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is converted at once, whatever its files are called; what cannot be read is named for each."""
    started: list[list[str]] = []
    start = subprocess.Popen

    def note(command: list[str], **more: Any) -> "subprocess.Popen[Any]":
        started.append(command)
        return start(command, **more)

    whole = save(paragraphs("坏的正文"), "doc")
    contents = {
        "甲.doc": save(paragraphs("甲的正文"), "doc"),
        "甲.rtf": rich_text("{\\rtf1 甲的富文本}"),
        "-乙 &.wps": save(paragraphs("乙的正文"), "doc"),
        "坏.doc": whole[:1024] + bytes(2048) + whole[3072:],
        "空.doc": b"",
        "网页.doc": "<html><body><p>网页的正文</p></body></html>".encode(),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr(subprocess, "Popen", note)
    results = legacy.convert([*(tmp_path / name for name in contents), tmp_path / "没有.doc"])
    texts = {path.name: None if isinstance(result, ReadError) else text(result) for path, result in results.items()}

    assert texts == {
        "甲.doc": "甲的正文",
        "甲.rtf": "甲的富文本",
        "-乙 &.wps": "乙的正文",
        "坏.doc": None,
        "空.doc": None,
        "网页.doc": "网页的正文",
    }
    assert len(started) == 1
    assert {path.name for path in tmp_path.iterdir()} == set(contents)


def test_a_hang_of_one_file_keeps_no_other_from_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the one process breaks off, what is left is tried file by file, and what hangs is ended."""
    office = tmp_path / "soffice"
    office.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\nshift 2\nmkdir -p "$out"\n'
        'for file; do\n  grep -q hang "$file" && sleep 60\n  name=$(basename "$file")\n'
        '  cp "$file" "$out/${name%.*}.docx"\ndone\n',
        "utf-8",
    )
    office.chmod(0o755)
    monkeypatch.setenv("GAOJIAN_SOFFICE", str(office))
    monkeypatch.setattr(_libreoffice, "_SECONDS_TO_START", 1)
    monkeypatch.setattr(_libreoffice, "_SECONDS_A_FILE", 0)
    documents = [(b"one", "doc"), (b"hang", "doc"), (b"two", "rtf")]

    assert _libreoffice.convert_to_docx(documents) == [b"one", None, b"two"]


def test_nothing_is_fetched(save: Save, requests: list[str]) -> None:
    """A picture that a document links to on a server is not asked for."""
    picture = (
        '<draw:frame svg:width="3cm" svg:height="3cm" text:anchor-type="as-char">'
        f'<draw:image xlink:href="http://127.0.0.1:{requests[0]}/图.png" xlink:type="simple"/></draw:frame>'
    )
    data = save(paragraphs(f"带图的正文{picture}"), "doc")
    before = list(requests)

    assert "带图的正文" in legacy.read(data, None).text
    assert requests == before


def test_nothing_is_left_behind(program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Profile, copies and results are gone when the text is read."""
    assert program
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    legacy.read(rich_text(), None)

    assert list(tmp_path.iterdir()) == []


def test_a_missing_libreoffice_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it the message says to install it or to save as .docx; a wrong variable is named."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("GAOJIAN_SOFFICE", raising=False)
    message = refusal(rich_text())

    assert "安装 LibreOffice" in message
    assert ".docx" in message

    monkeypatch.setenv("GAOJIAN_SOFFICE", "/没有/soffice")
    assert "GAOJIAN_SOFFICE" in refusal(rich_text())


def test_what_is_no_old_file_is_read_or_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Web pages, new Word files and OpenDocument under an old ending are read without LibreOffice; others are named."""
    monkeypatch.setenv("PATH", "")
    package = io.BytesIO()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>新版正文</w:t></w:r></w:p></w:body></w:document>',
        )

    assert legacy.read(package.getvalue(), None).text.strip() == "新版正文"
    assert legacy.read("<html><body><p>网页正文</p></body></html>".encode(), None).text.strip() == "网页正文"
    assert "0 字节" in refusal(b"")
    assert "纯文本" in refusal("全年投资增长。".encode())
    assert "MHTML" in refusal(b"Date: now\nMIME-Version: 1.0\nContent-Type: multipart/related\n")
    assert "密码" in refusal(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))


def test_damaged_old_files_are_named(save: Save) -> None:
    """An old file that is cut off is said to be damaged, and noise under its mark is not taken for text."""
    whole = save(paragraphs(*REPORT), "doc")

    assert "损坏" in refusal(whole[: len(whole) // 2])
    assert "已损坏" in refusal(whole[:1024] + bytes(2048) + whole[3072:])
    assert "不是 Word" in refusal(NOISE)
    assert "不是 Word" in refusal(OLE + bytes(range(256)) * 20)
