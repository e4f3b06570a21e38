"""What copies are found, exactly where, and that the work stays linear."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaojian import Check, Document, Finding, Kind, Span
from gaojian_checks.duplicates import _near
from gaojian_checks.duplicates._blocks import lines_of
from gaojian_checks.duplicates._doublings import Doubling, doublings
from gaojian_checks.duplicates._near import near_paragraphs
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.duplicates._runs import Run, repeated_runs
from gaojian_checks.duplicates.conflicting_duplicate import ConflictingDuplicate
from gaojian_checks.duplicates.copied_block import CopiedBlock
from gaojian_checks.duplicates.document_restart import DocumentRestart
from gaojian_checks.duplicates.duplicate_block import DuplicateBlock
from gaojian_checks.duplicates.duplicate_heading import DuplicateHeading
from gaojian_checks.duplicates.duplicate_list_item import DuplicateListItem
from gaojian_checks.duplicates.duplicate_paragraph import DuplicateParagraph
from gaojian_checks.duplicates.duplicate_sentence import DuplicateSentence
from gaojian_checks.duplicates.near_duplicate_paragraph import NearDuplicateParagraph
from gaojian_checks.duplicates.repeated_phrase import RepeatedPhrase
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import outline, title

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed"
FAMILY: tuple[type[Check], ...] = (
    DuplicateBlock,
    DuplicateParagraph,
    NearDuplicateParagraph,
    DuplicateHeading,
    DuplicateSentence,
    RepeatedPhrase,
    DuplicateListItem,
    DocumentRestart,
    ConflictingDuplicate,
)
HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 2000)))


def scattered(seed: int, count: int, below: int) -> list[int]:
    """Numbers that follow no pattern, the same in every run."""
    numbers, state = [], seed + 1
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        numbers.append((state >> 33) % below)
    return numbers


def words(count: int, seed: int) -> str:
    """Text without any repetition worth the name."""
    return "".join(HAN[number] for number in scattered(seed, count, len(HAN)))


def prose_of(lengths: list[int], seed: int) -> list[str]:
    return [words(length, seed * 1000 + number) + "。" for number, length in enumerate(lengths)]


def lines(check: Check, text: str) -> list[tuple[int, int, int, int]]:
    """First and last line of every finding, and of the place it points to."""
    document = Document("稿.txt", text)
    return [
        (*lines_of(document, finding.span), *lines_of(document, finding.related[0].span))
        for finding in check.check(document)
    ]


def found_in(check: Check, text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in check.check(Document("稿.txt", text))]


class Counted:
    """An item that counts how often items are compared."""

    compared = 0

    def __init__(self, value: int) -> None:
        self.value = value

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return isinstance(other, Counted) and self.value == other.value


lengths = st.lists(st.integers(5, 250), min_size=4, max_size=25)


@settings(max_examples=150, deadline=None)
@given(lengths, st.data(), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_a_block_pasted_again_is_found_with_exactly_its_lines(
    sizes: list[int], data: st.DataObject, newline: str
) -> None:
    """Any two or more paragraphs with 300 characters, pasted anywhere outside themselves, give exactly their range."""
    text = prose_of(sizes, 1)
    first = data.draw(st.integers(0, len(text) - 2))
    last = data.draw(st.integers(first + 1, len(text) - 1))
    after = data.draw(st.integers(last, len(text) - 1))
    block = text[first : last + 1]
    pasted = text[: after + 1] + block + text[after + 1 :]
    step = 2 if newline == "\n\n" else 1

    def line(number: int) -> int:
        return number * step + 1

    expected = [(line(after + 1), line(after + len(block)), line(first), line(last))]
    big = sum(map(len, block)) - len(block) >= 300

    assert (expected if big else []) == lines(DuplicateBlock(), newline.join(pasted))


@settings(max_examples=60, deadline=None)
@given(lengths, st.data())
def test_a_paragraph_pasted_again_is_found_with_exactly_its_line(sizes: list[int], data: st.DataObject) -> None:
    """Any paragraph of 60 characters, pasted anywhere after itself, gives exactly its line."""
    text = prose_of(sizes, 2)
    source = data.draw(st.integers(0, len(text) - 1))
    after = data.draw(st.integers(source, len(text) - 1))
    pasted = "\n".join([*text[: after + 1], text[source], *text[after + 1 :]])
    expected = [(after + 2, after + 2, source + 1, source + 1)] if sizes[source] >= 60 else []

    assert expected == lines(DuplicateParagraph(), pasted)


@settings(max_examples=40, deadline=None)
@given(lengths)
def test_random_text_is_clean(sizes: list[int]) -> None:
    """No check of the family finds anything in text that repeats nothing."""
    document = Document("稿.txt", "\n".join(prose_of(sizes, 3)))

    assert [finding for check in FAMILY for finding in check().check(document)] == []


@settings(max_examples=60, deadline=None)
@given(st.text("甲乙丙丁", max_size=60))
def test_doublings_are_those_of_the_regular_expression(text: str) -> None:
    """Every place where a phrase follows itself is found, as a search by comparison of slices finds it."""
    found = set(doublings(text, 4, 12))
    expected = {
        (start, period)
        for period in range(4, 13)
        for start in range(len(text) - 2 * period + 1)
        if text[start : start + period] == text[start + period : start + 2 * period]
    }
    covered = {(start, d.period) for d in found for start in range(d.start, d.end - 2 * d.period + 1)}

    assert expected == covered


def test_doublings_count_code_points_beyond_the_basic_plane() -> None:
    """A character of four bytes before the phrase moves nothing."""
    assert [Doubling(3, 5, 13)] == list(doublings("𠮷𠮷甲" + "省水利厅局" * 2 + "乙", 4, 12))


def test_a_phrase_that_a_blank_parts_hides_no_other() -> None:
    """Where the two are parted is no finding, and what follows is found wherever it stands."""
    text = (
        "由省水利厅 省水利厅牵头。报市财政局市财政局审批。\n"
        "　由省水利厅省水利厅验收，县教育局----县教育局旁听。\n市民中心市民中心"
    )
    found = list(RepeatedPhrase().check(Document("稿.txt", text)))

    assert found_in(RepeatedPhrase(), "省水利厅省水利厅 省水利厅牵头") == ["省水利厅"]
    assert found_in(RepeatedPhrase(), "省水利厅 省水利厅省水利厅省水利厅") == ["省水利厅省水利厅"]
    assert found_in(RepeatedPhrase(), text) == ["市财政局", "省水利厅", "市民中心"]
    assert [text[: finding.span.start].count("\n") for finding in found] == [0, 1, 2]


@given(st.text(alphabet=["甲", "乙", "，", " ", "\u3000", "\n", "\r"], max_size=60))
def test_places_are_those_of_the_prose(text: str) -> None:
    """Every character of the text without blanks is found where it stands in the document."""
    document = Document("稿.txt", text)
    found = document.get(paragraphs)

    places = list(found.places(range(len(found.text))))

    assert "".join(document.prose[place] for place in places).replace("\r", "\n") == found.text


def test_each_later_copy_is_one_finding_related_to_the_first() -> None:
    """Three copies of a block give two findings, both pointing to the first."""
    block = "\n".join(prose_of([150, 20, 160], 4))
    text = f"{block}\n{words(50, 9)}\n{block}\n{block}\n{words(40, 8)}"

    assert lines(DuplicateBlock(), text) == [(5, 7, 1, 3), (8, 10, 1, 3)]


def test_a_sentence_said_over_and_over_is_one_finding_at_its_second_place() -> None:
    """An endless line of one sentence does not bury the report, and the fix leaves one of them."""
    sentence = words(30, 5) + "。"
    text = sentence * 500

    (found,) = DuplicateSentence().check(Document("稿.txt", text))

    assert found.span == Span(31, 62)
    assert "又出现 499 次" in found.message.zh
    assert found.fix is not None
    assert [edit.span for edit in found.fix.edits] == [Span(31, len(text))]


def test_a_paragraph_that_stands_very_often_is_one_finding_that_deletes_all_copies() -> None:
    """Beyond twenty copies one finding tells of all, and its edits take every copy out."""
    paragraph = words(80, 6) + "。\n"

    (found,) = DuplicateParagraph().check(Document("稿.txt", paragraph * 30))

    assert "又出现 29 次，最后一次在第 30 行" in found.message.zh
    assert found.fix is not None
    assert len(found.fix.edits) == 29


def test_blank_lines_and_width_of_marks_do_not_matter() -> None:
    """A copy with blank lines, blanks and half-width marks between is the same block."""
    first, second = (f"{words(80, 5)}，{words(90, 6)}；{words(10, 7)}。", f"{words(200, 8)}（{words(9, 9)}）。")
    copy = f"{first.replace('，', ', ')}\n\n\n　　{second.replace('（', '(').replace('）', ')')}"

    assert lines(DuplicateBlock(), f"{first}\n{second}\n{copy}") == [(3, 6, 1, 2)]


def test_a_form_of_short_lines_is_no_block() -> None:
    """Lines that repeat with a period count once, however many there are."""
    assert lines(DuplicateBlock(), "是\n否\n不清楚\n" * 500) == []


def test_traditional_and_simplified_copies_of_a_paragraph_match() -> None:
    """The same paragraph in both scripts is a copy."""
    simplified = (
        "为做好汛期安全工作，各县区应当对辖区内的水库、堤防逐一排查，发现险情立即报告，并组织群众转移，"
        "确保不发生人员伤亡；学校、医院和养老机构要开展应急演练，备足物资。"
    )
    traditional = (
        "為做好汛期安全工作，各縣區應當對轄區內的水庫、堤防逐一排查，發現險情立即報告，並組織群眾轉移，"
        "確保不發生人員傷亡；學校、醫院和養老機構要開展應急演練，備足物資。"
    )

    assert lines(DuplicateParagraph(), f"{simplified}\n{traditional}") == [(2, 2, 1, 1)]


def test_a_lone_surrogate_in_mixed_text_is_compared_as_written() -> None:
    """Text that the converter refuses is still checked."""
    paragraph = words(80, 10) + "。"

    assert lines(DuplicateParagraph(), f"{paragraph}\n為國\ud800这个\n{paragraph}") == [(3, 3, 1, 1)]


def test_an_exact_restart_has_the_span_of_the_block() -> None:
    """DUP009 and DUP001 cover each other when the body stands again unchanged, so one of them folds into the other."""
    text = "\n".join(["年度工作报告", "各位代表：", *prose_of([90, 40, 200, 120], 11)])
    document = Document("稿.txt", f"{text}\n{text}")
    spans = {
        (finding.span, finding.covers)
        for check in (DuplicateBlock, DocumentRestart)
        for finding in check().check(document)
    }

    assert spans == {(Span(len(text) + 1, 2 * len(text) + 1),) * 2}


def test_an_edited_restart_is_one_finding_over_the_whole_copy() -> None:
    """A copy in which every paragraph but the opening was edited is one restart."""
    body = prose_of([90, 150, 200, 120], 12)
    edited = [body[0], *(f"{text[:40]}另{text[45:]}" for text in body[1:])]

    assert lines(DocumentRestart(), "\n".join(body + edited)) == [(5, 8, 1, 1)]


def test_a_message_names_the_restart() -> None:
    """A block that begins with the first body paragraph is called a restart."""
    text = "\n".join(prose_of([90, 150, 200], 13))
    (finding,) = DuplicateBlock().check(Document("稿.txt", f"述职报告\n{text}\n{text}"))

    assert "第 5–7 行与第 2–4 行重复：3 段、440 字，从正文第一段起又排了一遍" in finding.message.zh


def test_a_conflict_shows_both_numbers() -> None:
    """The message of DUP010 holds the number of either paragraph with its unit."""
    text = f"{words(40, 14)}增长{{}}%，{words(30, 15)}投入3.5亿元。"
    (finding,) = ConflictingDuplicate().check(Document("稿.txt", f"{text.format(12)}\n{text.format(15)}"))

    assert "前为“12%”，后为“15%”" in finding.message.zh


def test_a_conflict_is_not_also_a_near_duplicate() -> None:
    """DUP010 takes what DUP003 would report."""
    text = f"{words(60, 14)}增长{{}}%，{words(60, 15)}投入3.5亿元。"

    assert found_in(NearDuplicateParagraph(), f"{text.format(12)}\n{text.format(15)}") == []


def test_groups_across_files_name_every_place_once() -> None:
    """Four files with one block give three findings, each naming the other three places, in any order of files."""
    block = "\n".join(prose_of([150, 160], 16))
    texts = {f"{name}.txt": f"{words(30, number)}\n{block}" for number, name in enumerate("abcd")}
    check = CopiedBlock()
    documents = {path: Document(path, text) for path, text in reversed(texts.items())}
    facts = {path: check.collect(document) for path, document in documents.items()}
    found: dict[str, Finding] = dict(check.compare(facts, documents.get))

    assert sorted(found) == ["b.txt", "c.txt", "d.txt"]
    assert sorted(place.path or "" for place in found["c.txt"].related) == ["a.txt", "b.txt", "d.txt"]
    assert found["c.txt"].span == Span(31, 31 + len(block))


def test_groups_across_files_match_both_scripts() -> None:
    """A Traditional file and a Simplified file with one text are a group."""
    simplified = [f"各县区应当对辖区内的学校进行检查，发现问题立即报告。{'为了群众' * count}。" for count in (30, 40)]
    traditional = [f"各縣區應當對轄區內的學校進行檢查，發現問題立即報告。{'為了群眾' * count}。" for count in (30, 40)]
    check = CopiedBlock()
    documents = {path: Document(path, "\n".join(text)) for path, text in (("a", simplified), ("b", traditional))}
    facts = {path: check.collect(document) for path, document in documents.items()}

    assert [path for path, _ in check.compare(facts, documents.get)] == ["b"]


@pytest.mark.parametrize(
    "values",
    [
        [7] * 3000,
        [1, 2] * 1500,
        list(range(50)) * 60,
        [number % 7 if number % 11 else number for number in range(3000)],
        [number * number % 5 for number in range(3000)],
    ],
    ids=["one item", "period 2", "period 50", "broken period", "squares"],
)
@pytest.mark.parametrize("least", [2, 10**9], ids=["all count", "none counts"])
def test_finding_runs_takes_work_in_proportion_to_the_items(values: list[int], least: int) -> None:
    """However the items repeat, each is compared a bounded number of times."""
    items = [Counted(value) for value in values]
    Counted.compared = 0
    list(repeated_runs(items, lambda _start, length: length >= least))

    assert Counted.compared < 60 * len(items)


def test_runs_never_overlap_and_repeat_their_source() -> None:
    """Every run is a true copy of what stands before it."""
    items = scattered(1, 400, 3)
    runs = list(repeated_runs(items, lambda _start, length: length >= 3))
    ends = [0, *(run.start + run.length for run in runs)]

    assert all(items[r.source : r.source + r.length] == items[r.start : r.start + r.length] for r in runs)
    assert all(end <= run.start and run.source + run.length <= run.start for end, run in zip(ends, runs, strict=False))


def test_a_run_that_begins_with_common_items_is_found_whole() -> None:
    """A copy whose first lines stand everywhere is still taken from its very beginning."""
    head = [1, 2, 3]
    items = head * 9 + [9, *head, 50, 51, 52, 8, *head, 50, 51, 52]

    assert Run(28, 35, 6) in list(repeated_runs(items, lambda start, length: 50 in items[start : start + length]))


def test_near_copies_are_sought_among_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs that all begin and end alike are each compared with a few others, not with all."""
    calls = 0

    def similarity(_one: str, _other: str) -> float:
        nonlocal calls
        calls += 1
        return 0.0

    monkeypatch.setattr(_near, "_similarity", similarity)
    head, tail = words(40, 20), words(40, 21)
    Document("稿.txt", "\n".join(f"{head}{words(20, number)}{tail}" for number in range(500))).get(near_paragraphs)

    assert 0 < calls <= 9 * 500


@pytest.mark.parametrize(
    "text",
    [
        "一" * 200_000,
        "同意。\n" * 50_000,
        "工业、农业、" * 20_000,
        "甲乙丙丁戊己庚" * 20_000,
        "## 甲乙丙丁\n" * 10_000,
        "。" * 100_000,
        " " * 200_000 + "完",
        words(300_000, 30),
    ],
    ids=["one character", "one line", "items", "period", "headings", "stops", "blanks", "one paragraph"],
)
@pytest.mark.parametrize("kind", list(Kind))
def test_hostile_text_is_checked_to_the_end(text: str, kind: Kind) -> None:
    """Text that is one endless repetition neither crashes a check nor drowns the reader in errors."""
    document = Document("稿.txt", text, kind)
    found = [finding for check in FAMILY for finding in check().check(document)]

    assert all(0 <= finding.span.start < finding.span.end <= len(text) for finding in found)


def seed_document() -> Document:
    if not SEED.exists():
        pytest.skip("../shared/seed is not here")
    return Document("report.txt", (SEED / "report.txt").read_text("utf-8"))


def findings(checks: Iterable[type[Check]], document: Document) -> list[Finding]:
    return [finding for check in checks for finding in check().check(document)]


def test_the_doubled_body_of_the_first_report_is_one_block() -> None:
    """Lines 19 to 33 repeat lines 4 to 18, and nothing else in the report is doubled."""
    document = seed_document()
    (block,) = DuplicateBlock().check(document)
    outside = [finding for finding in findings(FAMILY, document) if finding.span.start < block.span.start]

    assert outside == []
    assert lines_of(document, block.span) == (19, 33)
    assert lines_of(document, block.related[0].span) == (4, 18)


def test_rows_that_must_stay_silent_are_silent() -> None:
    """No row of class N is touched by the family."""
    document = seed_document()
    with (SEED / "truth.tsv").open(encoding="utf-8") as table:
        silent = {int(row["line"]) for row in csv.DictReader(table, delimiter="\t") if row["class"] == "N"}
    touched = {lines_of(document, finding.span)[0] for finding in findings(FAMILY, document)}

    assert set() == {line for line in silent & touched if line < 19}


def test_steps_that_differ_in_their_code_are_no_copies() -> None:
    """Paragraphs of a manual whose prose is equal and whose code differs are not duplicates."""
    text = "\n\n".join(f"{words(160, 40)}`--{name}`{words(160, 41)}。" for name in ("old", "new"))
    document = Document("手册.md", text, Kind.MARKDOWN)

    assert findings(FAMILY, document) == []


def test_a_copy_with_code_in_it_is_not_deleted() -> None:
    """The fix is offered for prose alone, since the code between two copies may differ."""
    plain = "\n\n".join(prose_of([200, 210], 42))
    coded = plain.replace("\n\n", "\n\n```\nmake\n```\n\n")
    fixes = [
        next(iter(DuplicateBlock().check(Document("手册.md", f"{text}\n\n{text}\n", Kind.MARKDOWN)))).fix
        for text in (plain, coded)
    ]

    assert [fix is not None for fix in fixes] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布时间：2024-08-10\r\n来源：本局\r\n2013年度履职报告\r\n各位代表：", "2013年度履职报告"),
        ("---\ntitle: 略\n---\n\n# 使用手册\n", "使用手册"),
        ("标题：关于放假的通知\n各科室：", "关于放假的通知"),
        ("青山市人民政府文件\n青政发〔2020〕3号\n关于表彰先进的决定", "关于表彰先进的决定"),
        ("第一条 为了规范管理，制定本办法", None),
        ("各位代表：\n现在开始报告。", None),
        ("一、基本情况\n略", None),
        ("", None),
    ],
)
def test_the_title_is_the_first_line_that_names_the_document(text: str, expected: str | None) -> None:
    """Metadata, letterheads and front matter are passed over; a sentence, a salutation or an article is no title."""
    span = title(Document("稿.md", text, Kind.MARKDOWN))

    assert expected == (span and text[span.start : span.end])


def test_the_outline_knows_levels_numbers_and_parents() -> None:
    """Numbered lines nest by the order of the norm; a run-in heading ends at its first stop."""
    text = "报告\n一、总体\n（一）农业。粮食丰收。\n1. 小麦\n（二）工业\n二、打算\n"
    found = Document("稿.txt", text).get(outline)

    expected = [
        (14, "一、", "总体", None, False),
        (15, "（一）", "农业", 0, True),
        (16, "1.", "小麦", 1, False),
        (15, "（二）", "工业", 0, False),
        (14, "二、", "打算", None, False),
    ]
    assert expected == [(head.level, head.number, head.text, head.parent, head.run_in) for head in found]
    assert [text[head.span.start : head.span.end] for head in found][1] == "（一）农业"


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        ("办法\n第一条 甲。\n第二条 乙。\n第三条 丙。\n", "auto", Genre.STATUTE),
        ("規則\n第 1 條 甲。\n第 2 條 乙。\n第 3 條 丙。\n", "auto", Genre.STATUTE),
        ("某市供水条例\n全文另发。", "auto", Genre.STATUTE),
        ("工作报告\n依照第一条、第二条和第三条办理。", "auto", Genre.REPORT),
        ("关于放假的通知\n各科室：", "auto", Genre.NOTICE),
        ("合同示范文本\n甲方：", "auto", Genre.SPECIMEN),
        ("王某诉李某借款纠纷案\n裁判要点", "auto", Genre.CASE),
        ("随笔\n今天天气好。", "auto", Genre.GENERAL),
        ("随笔\n今天天气好。", "statute", Genre.STATUTE),
        ("工作報告\n內容。", "zh-hant", Genre.REPORT),
        ("随笔\n今天天气好。", "technical", Genre.TECHNICAL),
    ],
)
def test_the_genre_is_declared_or_told_by_articles_and_title(text: str, profile: str, expected: Genre) -> None:
    """A declared profile decides; else three articles make a statute, else the title tells."""
    assert expected is Document("稿.txt", text, profile=profile).get(genre)
