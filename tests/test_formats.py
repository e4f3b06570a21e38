"""One report in every format: what is found must not depend on how it was saved."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

import exports
from gaojian.config import Config
from gaojian.diagnostic import Outcome
from gaojian.examine import Source
from gaojian.plan import make_plan
from gaojian.run import run
from gaojian.session import Overrides, Session
from saved_reports import REPORT, converted, markdown, open_document, text, web_page, word

FORMATS: dict[str, bytes] = {
    "utf-8.txt": text("utf-8"),
    "utf-8-with-mark.txt": text("utf-8", b"\xef\xbb\xbf"),
    "gb18030.txt": text("gb18030"),
    "utf-16-le.txt": text("utf-16-le", b"\xff\xfe"),
    "utf-16-be-without-mark.txt": text("utf-16-be"),
    "plain.md": markdown(),
    "page.html": web_page(),
    "own.docx": word(),
    "own.odt": open_document(),
}


def findings(name: str, data: bytes) -> Outcome:
    outcome = run(make_plan(Config(Path())), [Source(name, data=data)])
    assert outcome.failures == ()
    return outcome


def office(suffix: str, folder: Path) -> bytes:
    data = converted(suffix, folder)
    if data is None:
        pytest.skip("LibreOffice is not installed")
    return data


def said(outcome: Outcome) -> list[tuple[str, str]]:
    return sorted((diagnostic.code, "".join(diagnostic.text.split())) for diagnostic in outcome.diagnostics)


def test_the_report_is_full_of_faults() -> None:
    """What the formats are compared by: one fault at least of each family."""
    found = said(findings("report.txt", text("utf-8")))

    assert {code[:3] for code, _ in found} == {"BLK", "PLH", "DAT", "DUP"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_gives_the_same_findings_in_every_format(name: str) -> None:
    """Code and text are those of the plain text."""
    assert said(findings(name, FORMATS[name])) == said(findings("report.txt", text("utf-8")))


@pytest.mark.parametrize("suffix", ["docx", "odt", "doc", "rtf", "html"])
def test_a_report_gives_the_same_findings_as_libreoffice_saves_it(suffix: str, tmp_path: Path) -> None:
    """Code and text are those of the plain text."""
    assert said(findings(f"report.{suffix}", office(suffix, tmp_path))) == said(findings("report.txt", text("utf-8")))


def test_a_pdf_gives_what_needs_no_paragraphs(tmp_path: Path) -> None:
    """All but the checks that the run says were left out."""
    outcome = findings("report.pdf", office("pdf", tmp_path))
    left_out = outcome.left_out["report.pdf"]
    expected = [finding for finding in said(findings("report.txt", text("utf-8"))) if finding[0] not in left_out]

    assert "DUP002" in left_out
    assert said(outcome) == expected


def test_words_in_brackets_tell_the_place_in_a_pdf(tmp_path: Path) -> None:
    """A reader of the PDF is told page and line."""
    outcome = findings("report.pdf", office("pdf", tmp_path))

    assert all("第 1 页第 " in diagnostic.message.zh for diagnostic in outcome.diagnostics)


def test_many_old_files_start_libreoffice_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two .doc files and an .rtf are converted by one process, and give what the plain text gives."""
    for name in ("甲.doc", "乙.doc", "丙.rtf"):
        (tmp_path / name).write_bytes(office(name[-3:], tmp_path))
        (tmp_path / "source.docx").unlink()
        (tmp_path / f"source.{name[-3:]}").unlink(missing_ok=True)
    started = []
    popen = subprocess.Popen

    def count(*arguments: Any, **options: Any) -> Any:
        started.append(arguments)
        return popen(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", count)
    ((plan, sources),) = Session(Overrides()).assemble([tmp_path])
    outcome = run(plan, sources)

    assert outcome.failures == ()
    assert outcome.files == 3
    assert len(started) == 1
    assert said(outcome) == sorted(said(findings("report.txt", text("utf-8"))) * 3)


def test_a_report_is_read_as_libreoffice_exports_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command compares line by line, and tells what only one of the two has."""
    office("odt", tmp_path)
    (tmp_path / "report.docx").write_bytes(word())
    (tmp_path / "page.html").write_bytes(web_page().replace(b"<body>", b"<title>title alone</title><body>"))

    assert exports.main([str(tmp_path)]) == 0

    same = len(REPORT)
    assert capsys.readouterr().out.splitlines() == [
        "",
        f"# page.html: {same} lines the same, 1 only read, 0 only exported, 0 beside the body",
        "- titlealone",
        *[
            line
            for name in ("report.docx", "source.docx", "source.odt")
            for line in ("", f"# {name}: {same} lines the same, 0 only read, 0 only exported, 0 beside the body")
        ],
        "",
        f"4 files: {4 * same} lines the same, 1 only read, 0 only exported",
    ]
