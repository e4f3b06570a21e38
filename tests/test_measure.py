"""The measuring commands put faults where they say they do; what they measure is not tested."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import accuracy
import document_faults
import false_alarms
from clean import CleanText, load
from document_faults import DOCUMENT_FAULTS
from false_alarms import measure
from gaojian import Document, Finding, Severity, Span, Text
from gaojian.registry import load_rules
from inline_faults import INLINE_FAULTS
from judgements import RIGHT, parse, read_judgements, write_judgements
from seeding import Fault, Seeded

INLINE = {fault.name: fault for fault in INLINE_FAULTS}
PASTING = {fault.name: fault for fault in DOCUMENT_FAULTS}
LONG = [
    f"{name}水库完成清淤和加固，投入{amount}万元。" + "坝体、闸门和渠道逐一检修。" * 14
    for name, amount in zip("东西南北中上", range(31, 37), strict=True)
]
REPORT = Document("县水库检修情况.txt", "\n".join(["县水库检修情况", *LONG, "以上情况，特此报告。", ""]))


def seeded(fault: Fault, text: str) -> Iterator[Seeded]:
    document = Document("示例.txt", text)
    return (fault.seed(site) for site in fault.sites(document) if fault.exclusion(site) is None)


def marked(result: Seeded) -> list[str]:
    text = result.document.text
    return [f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}" for span in result.spans]


@pytest.mark.parametrize(
    ("name", "clean", "faulty"),
    [
        ("no number before a tier 1 unit", "全年修渠投入3.6亿元。", "全年修渠投入⟦亿元⟧。"),
        ("no number before a tier 1 unit", "粮价上涨４．５％。", "粮价上涨⟦％⟧。"),
        ("no number before a counter", "新建泵站12座。", "新建泵站⟦座⟧。"),
        ("no number before 元", "每人补助350元。", "每人补助⟦元⟧。"),
        ("month missing", "闸门于2019年6月更换。", "闸门于2019年⟦月⟧更换。"),
        ("ordinal of a session missing", "村委会第三次全体会议通过。", "村委会⟦第次⟧全体会议通过。"),
        ("nothing between title marks", "依照《水库管理办法》办理。", "依照⟦《》⟧办理。"),
    ],
)
def test_a_fault_is_made_where_the_number_or_word_stood(name: str, clean: str, faulty: str) -> None:
    """Seeding takes the value away and expects the finding on what is left of it."""
    (result,) = seeded(INLINE[name], clean)

    assert faulty in marked(result)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("no number before a tier 1 unit", "对每处渗漏罚款5万元以上8万元以下。"),
        ("no number before a tier 1 unit", "修渠投入近5万元。"),
        ("no number before a tier 1 unit", "水价达到5万元一年。"),
        ("no number before a counter", "每3个泵站配一名电工。"),
        ("no number before a counter", "配备5个人看守。"),
        ("year masked", "文件编号的格式为“水字2019年第6号”。"),
    ],
)
def test_a_site_where_the_rest_is_legal_is_left_out_with_a_reason(name: str, clean: str) -> None:
    """A text that is still right without the number is no fault, and the reason is stated."""
    document = Document("示例.txt", clean)
    fault = INLINE[name]
    reasons = [fault.exclusion(site) for site in fault.sites(document)]

    assert reasons
    assert reasons[0]


@pytest.mark.parametrize("clean", ["增长5—8%。", "第3次巡查。", "GB/T 15835标准。", "渠道3×4座。"])
def test_part_of_a_larger_expression_is_no_site(clean: str) -> None:
    """The end of a range, an ordinal or a factor is not a number that stands for itself before a counter."""
    fault = INLINE["no number before a counter"]

    assert list(fault.sites(Document("示例.txt", clean))) == []


def test_a_fault_comes_with_the_paragraphs_around_it() -> None:
    """The passage is the paragraph and one neighbour on either side, and the offsets are those of the passage."""
    (result,) = seeded(INLINE["month missing"], "甲段。\n\n乙段。\n闸门于2019年6月更换。\n丙段。\n丁段。\n")

    assert result.document.text == "乙段。\n闸门于2019年月更换。\n丙段。"
    assert "乙段。\n闸门于2019年⟦月⟧更换。\n丙段。" in marked(result)


def test_dates_made_impossible_are_so_by_the_calendar() -> None:
    """The day is later than the last of that month, or the month later than December."""
    text = "".join(f"{'　' * indent}泵站于2019年2月{day}日停用。\n" for day in range(1, 29) for indent in (0, 1))
    for result in seeded(INLINE["impossible date"], text):
        span = result.spans[0]
        month, day = result.document.text[span.start : span.end].removeprefix("2019年").removesuffix("日").split("月")

        assert int(month) > 12 or int(day) > 28


def test_every_form_of_a_mask_is_used_and_marked() -> None:
    """Which form a place gets follows from where it stands, so all of them occur."""
    text = "".join(f"{'　' * indent}水库建于2004年。\n" for indent in range(16))
    forms = {
        result.document.text[span.start : span.end]
        for result in seeded(INLINE["year masked"], text)
        for span in result.spans
    }

    assert {form.strip("⟦⟧") for form in INLINE["year masked"].forms if isinstance(form, str)} == forms


@pytest.mark.parametrize("name", list(PASTING))
def test_the_later_copy_is_where_the_finding_must_stand(name: str) -> None:
    """Wherever the copy is put, the expected lines hold the same text as lines before them."""
    fault = PASTING[name]
    results = [fault.seed(site) for site in fault.sites(REPORT) if fault.exclusion(site) is None]

    assert results
    for result in results:
        (span,) = result.spans
        copy = result.document.text[span.start : span.end]
        changed = fault.change is not str
        texts = [document.text for document in result.beside] or [result.document.text[: span.start]]
        assert changed or copy in "".join(texts)
        assert (span.start == 0) or result.document.text[span.start - 1] == "\n"


def test_a_changed_copy_differs_in_one_number() -> None:
    """The near copy has the first quantity one higher and is otherwise the same."""
    assert document_faults.with_another_number("投入57万元，修渠3公里。") == "投入58万元，修渠3公里。"


def test_exact_is_the_span_and_nearby_is_the_line() -> None:
    """A finding one character off is nearby; one in another line is nothing."""
    result = Seeded(Document("示例.txt", "甲段。\n投入万元。\n"), (Span(6, 8),))
    findings = {
        name: Finding(span, Text("缺数", "no number"))
        for name, span in (("exact", Span(6, 8)), ("off", Span(5, 8)), ("elsewhere", Span(0, 2)))
    }

    assert {name: result.is_exact(finding) for name, finding in findings.items()} == {
        "exact": True,
        "off": False,
        "elsewhere": False,
    }
    assert {name: result.is_nearby(finding) for name, finding in findings.items()} == {
        "exact": True,
        "off": True,
        "elsewhere": False,
    }


def test_copies_are_compared_by_their_lines() -> None:
    """A copy is exact if its first and last line are, wherever in them the span begins and ends."""
    result = Seeded(Document("示例.txt", "甲\n　　乙\n丙\n丁\n"), (Span(2, 7),), whole_lines=True)

    assert result.is_exact(Finding(Span(4, 7), Text("重复", "copy")))
    assert not result.is_exact(Finding(Span(4, 5), Text("重复", "copy")))


def test_every_fault_names_checks_that_can_be_found() -> None:
    """The codes are well-formed and every kind of fault has its own name."""
    codes = {code for fault in accuracy.FAULTS for code in fault.codes}

    assert len(accuracy.FAULTS) == len({fault.name for fault in accuracy.FAULTS})
    assert [code for code in sorted(codes) if not re.fullmatch("[A-Z]{3}[0-9]{3}", code)] == []
    assert all(isinstance(fault, Fault) for fault in accuracy.FAULTS)


def test_the_same_seed_draws_the_same_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two runs over the same clean text print the same, and measuring is no failure."""
    (tmp_path / "县水库检修情况.txt").write_text(REPORT.text, "utf-8")
    printed: list[str] = []
    for _ in range(2):
        assert accuracy.main(["--clean", str(tmp_path), "--sample", "2", "--show-missed", "1"]) == 0
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]
    assert "| paragraph pasted again |" in printed[0]


def test_findings_on_clean_text_count_until_somebody_finds_them_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verdict is kept by the mark of the finding; the same fault elsewhere is another, and counts."""
    (tmp_path / "甲.txt").write_text("渠道全年通水天。\n今年投入万元修渠。\n", "utf-8")
    table = tmp_path / "judgements.tsv"
    table.write_text("", "utf-8")
    monkeypatch.setattr(false_alarms, "read_judgements", lambda: read_judgements(table))
    checks = {"BLK001": load_rules()["BLK001"]}
    before = measure(load([tmp_path]), checks)
    ((code, mark),) = [(alarm.code, alarm.mark) for alarm in before.found]
    write_judgements(parse([f"{code}:{mark}=right"]), table)
    after = measure(load([tmp_path]), checks)
    (tmp_path / "甲.txt").write_text("渠道全年通水天。\n明年投入万元建坝。\n", "utf-8")
    moved = measure(load([tmp_path]), checks)

    assert [alarms.rate(Severity.ERROR) > 0 for alarms in (before, after, moved)] == [True, False, True]
    assert (after.found[0].verdict, moved.found[0].verdict) == (RIGHT, None)
    assert after.characters == {tmp_path.name: 19}


@pytest.mark.parametrize("line", ["BLK001\tabc", "BLK001\tabc\tgood", "BLK001 abc right"])
def test_a_verdict_that_is_none_is_named(line: str, tmp_path: Path) -> None:
    """The table is read line by line, and so are the words of the command line."""
    table = tmp_path / "judgements.tsv"
    table.write_text(f"BLK002\tdef\tright\n{line}\n", "utf-8")

    with pytest.raises(ValueError, match=":2: not a code"):
        read_judgements(table)
    with pytest.raises(ValueError, match="not CODE:FINGERPRINT=VERDICT"):
        parse([line.replace("\t", ":")])


def test_clean_text_is_read_from_text_and_markdown_only(tmp_path: Path) -> None:
    """Other files in a folder of clean text are no drafts."""
    for name in ("甲.txt", "乙.md", "丙.json"):
        (tmp_path / name).write_text("渠道已通水。\n", "utf-8")
    texts: list[CleanText] = load([tmp_path])

    assert sorted(Path(text.document.path).name for text in texts) == ["乙.md", "甲.txt"]
