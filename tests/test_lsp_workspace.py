"""The worker's memory, without a worker: what an order changes, and what of it is told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gaojian.lsp.messages import Answer, Draft, Report, Settings
from gaojian.lsp.settings import read_settings
from gaojian.lsp.worker import StaleError
from gaojian.lsp.workspace import Workspace
from word_files import document, paragraph

FAULT = "全年产值增长%，创历史新高。\n"
PERCENT = ("BLK002", (0, 6), (0, 7))


def make(folder: Path, pace: Callable[[str], None] = lambda _: None) -> Workspace:
    workspace = Workspace(pace)
    workspace.configure(Settings(folders=(str(folder),)))
    return workspace


def draft(folder: Path, name: str, text: str, version: int = 1) -> Draft:
    return Draft(str(folder / name), name, text, version)


def told(answer: Answer) -> dict[str, list[tuple[str, tuple[int, int], tuple[int, int]]]]:
    """Return code, start and end of the marks, by the name of the file."""
    return {Path(report.key).name: marks(report) for report in answer.reports}


def marks(report: Report) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    return [(mark.code, mark.range.start, mark.range.end) for mark in report.marks]


def scanned(workspace: Workspace) -> dict[str, list[tuple[str, tuple[int, int], tuple[int, int]]]]:
    """Look around, examine what is pending, and return all that is told."""
    found = workspace.scan()
    result = told(found)
    for key in found.pending:
        result |= told(workspace.examine(key))
    return result | told(workspace.compare())


def test_the_files_of_the_workspace_are_those_of_the_command_line(folder: Path) -> None:
    """Suffixes, excludes, .gitignore, nested configurations; old Word files, which another program reads, are not."""
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("草稿/\n", "utf-8")
    (folder / "gaojian.toml").write_text('exclude = ["存档/"]\n', "utf-8")
    for name in ("甲.md", "乙.txt", "丙.doc", "丁.py", "草稿/戊.md", "存档/己.md", "子/庚.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(FAULT, "utf-8")
    (folder / "子" / "gaojian.toml").write_text('ignore = ["BLK"]\n', "utf-8")

    workspace = make(folder)
    assert scanned(workspace) == {"甲.md": [PERCENT], "乙.txt": [PERCENT], "庚.md": []}
    assert workspace.scan().messages == ("1 份旧格式文稿（.doc .wps .rtf）在编辑器里不查；请运行 gaojian check",)


def test_only_what_changed_is_told_and_examined(folder: Path) -> None:
    """A second look around finds what was written, and what is gone."""
    first, second = folder / "甲.md", folder / "乙.md"
    first.write_text(FAULT, "utf-8")
    second.write_text(FAULT, "utf-8")
    workspace = make(folder)
    assert scanned(workspace) == {"甲.md": [PERCENT], "乙.md": [PERCENT]}
    assert workspace.scan() == Answer(known=frozenset({str(first), str(second)}))

    first.write_text(f"\n{FAULT}", "utf-8")
    second.unlink()
    assert scanned(workspace) == {"乙.md": [], "甲.md": [("BLK002", (1, 6), (1, 7))]}


def test_an_excluded_document_is_silent_though_it_is_open(folder: Path) -> None:
    """And so is what the configuration ignores in it, and what its baseline knows."""
    (folder / "gaojian.toml").write_text(
        'exclude = ["存档/"]\n[[per-file]]\npaths = ["模板.md"]\nignore = ["BLK"]\n', "utf-8"
    )
    workspace = make(folder)

    for name, expected in (("稿.md", [PERCENT]), ("模板.md", []), ("存档/稿.md", [])):
        assert told(workspace.check(draft(folder, name, FAULT), comparing=False)) == {Path(name).name: expected}


def test_known_findings_are_left_out(folder: Path, gaojian: Callable[..., object]) -> None:
    """The baseline that is configured counts; one that is broken is named at the head of the document."""
    (folder / "gaojian.toml").write_text('baseline = "已知.json"\n', "utf-8")
    (folder / "稿.md").write_text(FAULT, "utf-8")
    gaojian("baseline", "write", "--baseline", "已知.json", "稿.md")
    assert (folder / "已知.json").exists()
    workspace = make(folder)
    assert told(workspace.check(draft(folder, "稿.md", FAULT), comparing=False)) == {"稿.md": []}

    (folder / "已知.json").write_text("{", "utf-8")
    assert workspace.check(draft(folder, "稿.md", FAULT, 2), comparing=False).is_outdated
    workspace = make(folder)
    found = workspace.check(draft(folder, "稿.md", FAULT, 2), comparing=False)
    assert told(found) == {"稿.md": [("", (0, 0), (0, 0)), PERCENT]}


def test_files_in_other_encodings_are_marked_where_they_are(folder: Path) -> None:
    """What is on disk is decoded as the command line does it; what is open is text already."""
    (folder / "gaojian.toml").write_text('encoding = "gb18030"\n', "utf-8")
    (folder / "稿.txt").write_bytes(f"𠮷{FAULT}".encode("gb18030"))
    workspace = make(folder)
    expected = {"稿.txt": [("BLK002", (0, 8), (0, 9))]}

    assert scanned(workspace) == expected
    assert told(workspace.check(draft(folder, "稿.txt", f"𠮷{FAULT}"), comparing=False)) == expected


def test_a_byte_order_mark_in_the_editor_is_a_character_before_the_text(folder: Path) -> None:
    """On the first line it moves what stands behind it, and fixes leave it where it is."""
    workspace = make(folder)
    text = f"\ufeff{FAULT}{FAULT}获得了 “先进”称号。\n"
    found = told(workspace.check(draft(folder, "稿.md", text), comparing=False))

    assert found["稿.md"][:2] == [("BLK002", (0, 7), (0, 8)), ("BLK002", (1, 6), (1, 7))]
    assert workspace.repair(str(folder / "稿.md"), unsafe=False).text == text.replace(" ", "")


def test_a_run_that_is_stale_changes_nothing(folder: Path) -> None:
    """What was known before is still known; the pace is told of every check."""
    codes: list[str] = []

    def pace(code: str) -> None:
        codes.append(code)
        if len(codes) == limit:
            raise StaleError

    limit = 0
    workspace = make(folder, pace)
    workspace.check(draft(folder, "稿.md", FAULT), comparing=False)
    limit = len(codes) + 5
    with pytest.raises(StaleError):
        workspace.check(draft(folder, "稿.md", f"\n{FAULT}", 2), comparing=False)

    found = workspace.check(draft(folder, "稿.md", f"\n\n{FAULT}", 3), comparing=False)
    assert told(found) == {"稿.md": [("BLK002", (2, 6), (2, 7))]}
    assert {"BLK002", "DUP009"} <= set(codes)


def test_documents_are_compared_later_where_that_takes_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for it while typing; what is found then is told for the documents that it concerns."""
    monkeypatch.setattr("gaojian.lsp.workspace._MOST_SECONDS", 0.0)
    (folder / "gaojian.toml").write_text('select = ["DUP011"]\n', "utf-8")
    block = "".join(
        f"第{number}项任务由镇党委副书记牵头，{number}个村逐户走访、逐项登记，{number * 37}户的诉求当场答复，"
        f"其余{number * 11}户限期办结，结果张榜公布，群众没有异议，资料已经归档，费用从村集体列支{number * 53}元。\n"
        for number in range(11, 17)
    )
    workspace = make(folder)
    first = workspace.check(draft(folder, "甲.md", block), comparing=True)
    second = workspace.check(draft(folder, "乙.md", f"前言。\n{block}"), comparing=True)
    assert (told(first), told(second), second.wants_comparison) == ({"甲.md": []}, {"乙.md": []}, True)

    answer = workspace.compare()
    (report,) = answer.reports
    assert [(mark.code, Path(mark.related[0].key).name) for mark in report.marks] == [
        ("DUP011", {"甲.md": "乙.md", "乙.md": "甲.md"}[Path(report.key).name])
    ]
    assert answer.wants_comparison is False


def test_a_document_that_is_closed_is_forgotten(folder: Path) -> None:
    """Its file is examined at the next look around, if it has one."""
    (folder / "稿.md").write_text(FAULT, "utf-8")
    workspace = make(folder)
    workspace.check(draft(folder, "稿.md", "没有问题。\n"), comparing=False)
    workspace.check(Draft("untitled:1", "untitled:1.md", FAULT, 1), comparing=False)

    assert told(workspace.close("untitled:1")) == {"untitled:1": []}
    assert told(workspace.close(str(folder / "稿.md"))) == {"稿.md": []}
    assert scanned(workspace) == {"稿.md": [PERCENT]}


def test_a_word_file_is_marked_by_its_paragraphs(folder: Path) -> None:
    """It has no lines: paragraphs count, and the message names what more there is to say. Nothing is fixed in it."""
    (folder / "稿.docx").write_bytes(document(paragraph("总结"), paragraph("获得了 “先进”称号。")))
    workspace = make(folder)
    (key,) = workspace.scan().pending
    (report,) = workspace.examine(key).reports

    assert [(mark.code, mark.range.start, mark.remedy) for mark in report.marks] == [("SPC002", (1, 3), None)]


@pytest.mark.parametrize(
    ("given", "expected", "wrong"),
    [
        (None, Settings(), 0),
        ({"lang": "en", "seconds": 3}, Settings(lang="en", seconds=3), 0),
        ({"gaojian": {"workspace": False}}, Settings(whole=False), 0),
        ({"lang": "fr", "workspace": "no", "config": [], "seconds": -1}, Settings(), 4),
        ({"gaojian": 7}, Settings(), 0),
        ([1], Settings(), 0),
    ],
)
def test_settings_are_taken_as_far_as_they_are_right(given: object, expected: Settings, wrong: int) -> None:
    """Each that is wrong is named; a client may send anything."""
    settings, mistakes = read_settings(given, Settings())

    assert (settings, len(mistakes)) == (expected, wrong)


def test_a_setting_can_be_set_back() -> None:
    """Empty or null is the default; what is not named stays."""
    changed = Settings(folders=("/w",), lang="en", config="/a.toml", whole=False)

    assert read_settings({"lang": "", "workspace": None}, changed)[0] == Settings(folders=("/w",), config="/a.toml")
