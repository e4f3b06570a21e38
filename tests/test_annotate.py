"""Findings written back into Word files: comments on exact ranges, tracked changes, and everything else left alone."""

import re
import shutil
import subprocess
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Gaojian

pytest.importorskip("lxml", reason="Word files are read by the extra gaojian[docx]")

from lxml import etree

from gaojian.annotate import Reviewed, annotate
from gaojian.examine import Source
from gaojian.reading import ReadError
from gaojian.session import Overrides, Session
from word_files import MAIN, STRICT, document, field, heading, level, listing, numbered, paragraph, run, table, text_box

W = f"{{{MAIN}}}"
DATE = "2026-11-22T08:00:00Z"
BOLD, ITALIC = "<w:b/>", "<w:i/>"
AMOUNT = "已到位资金万元。"
OTHERS = (
    '<w:comment w:id="0" w:author="李四" w:date="2026-01-01T00:00:00Z">'
    "<w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>"
)
RUBY = (
    f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('shuō')}</w:rt><w:rubyBase>{run('完成XX公里，')}</w:rubyBase></w:ruby></w:r>"
)


def reviewed(
    data: bytes, *, suggest: bool = False, lang: str = "zh", select: tuple[str, ...] | None = None
) -> Reviewed:
    plan = Session(Overrides(lang=lang, select=select)).plan_for(Path())
    return annotate(Source("稿.docx", data=data), plan, date=DATE, suggest=suggest)


def members(data: bytes | None) -> dict[str, bytes]:
    with ZipFile(BytesIO(data or b"")) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes | None) -> etree._Element:
    return etree.fromstring(members(data)["word/document.xml"])


def words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def comments(data: bytes | None, namespace: str = W) -> list[tuple[str, str, list[str]]]:
    """Return author, the text of the range, and the lines of each comment, in the order of the comments."""
    parts = members(data)
    if "word/comments.xml" not in parts:
        return []
    ranges = ranges_in(etree.fromstring(parts["word/document.xml"]), namespace)
    return [
        (
            comment.get(f"{namespace}author", ""),
            ranges.get(comment.get(f"{namespace}id", ""), "（无）"),
            ["".join(text.text or "" for text in one.iter(f"{namespace}t")) for one in comment.iter(f"{namespace}p")],
        )
        for comment in etree.fromstring(parts["word/comments.xml"]).iter(f"{namespace}comment")
    ]


def ranges_in(root: etree._Element, namespace: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    opened: set[str] = set()
    for element in root.iter():
        name = str(element.tag).removeprefix(namespace)
        identifier = element.get(f"{namespace}id", "")
        if name == "commentRangeStart":
            opened.add(identifier)
            texts[identifier] = ""
        elif name == "commentRangeEnd":
            opened.remove(identifier)
        elif name in ("t", "delText"):
            for each in opened:
                texts[each] += element.text or ""
    return texts


def ids(data: bytes | None) -> list[str]:
    """Return the ids of ranges and revisions in the main part."""
    kinds = ("commentRangeStart", "ins", "del", "rPrChange", "bookmarkStart")
    return [element.get(f"{W}id", "") for element in body(data).iter(*(W + kind for kind in kinds))]


def insertion(*runs: str, author: str = "张三", identifier: int = 700) -> str:
    return f'<w:ins w:id="{identifier}" w:author="{author}" w:date="2026-01-01T00:00:00Z">{"".join(runs)}</w:ins>'


def control(*runs: str, kind: str = "") -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/>{kind}</w:sdtPr><w:sdtContent>{"".join(runs)}</w:sdtContent></w:sdt>'


def link(*runs: str) -> str:
    return f'<w:hyperlink w:anchor="处">{"".join(runs)}</w:hyperlink>'


@pytest.mark.parametrize(
    ("block", "marked"),
    [
        (paragraph(AMOUNT), "万元"),
        (paragraph(run("已到位资金万", BOLD), run("元。", ITALIC)), "万元"),
        (paragraph("会议于2026年", insertion(run("2月30")), "日召开。"), "2026年2月30日"),
        (paragraph(link(run("完成投资XX万元。"))), "XX"),
        (paragraph("本村", control(run("完成投资XX万元。"), kind="<w:text/>")), "XX"),
        (control(paragraph("完成投资XX万元。")), "XX"),
        (table(("路", "完成XX公里")), "XX"),
        (paragraph(RUBY, "已通车。"), "shuō完成XX公里，"),
        (
            paragraph("<w:r><w:t>会议于2026年2月</w:t><w:t>30日召开。</w:t><w:tab/><w:t>完。</w:t></w:r>"),
            "2026年2月30日",
        ),
    ],
    ids=["run", "formats", "insertion", "link", "control", "block", "table", "ruby", "texts"],
)
def test_a_comment_covers_exactly_what_was_found(block: str, marked: str) -> None:
    """Runs are cut where a finding begins and ends, wherever they stand; the text stays the same."""
    data = document(paragraph("工作总结"), block)

    result = reviewed(data)

    assert [(author, text) for author, text, _ in comments(result.data)] == [("gaojian", marked)]
    assert words(body(data)) == words(body(result.data))
    assert len(body(result.data).findall(f".//{W}commentReference")) == 1


SIMPLE = '<w:fldSimple w:instr=" {} 处 ">' + run("完成XX公里") + "</w:fldSimple>"
SHOWN = field(" REF 处 ", "完成XX公里")


@pytest.mark.parametrize(
    ("inline", "around"),
    [
        ((SHOWN,), True),
        ((field(" IF ", field("SEQ 图", "1") + run("完成XX公里")),), True),
        ((field(' HYPERLINK "a" ', SHOWN),), True),
        ((SIMPLE.format("REF"),), True),
        ((field(' HYPERLINK "a" ', "完成XX公里"),), False),
        ((SIMPLE.format("HYPERLINK"),), False),
        (('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "完成XX公里"), False),
        (("完成XX公里", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), False),
        ((field("REF 处", "二"), "完成XX公里", field("REF 处", "二")), False),
    ],
    ids=["field", "nested", "in a link", "simple", "link", "simple link", "no end", "no begin", "between"],
)
def test_a_comment_on_what_a_field_shows_stands_around_the_field(inline: tuple[str, ...], around: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Word and LibreOffice make it anew and lose what stands in it; a link shows what somebody wrote."""
    result = reviewed(document(paragraph("全县", *inline)), select=("PLH",))

    ((_, text, _),) = comments(result.data)
    assert ("完成" in text) is around


def test_a_table_of_contents_takes_no_comment() -> None:
    """It is made of headings, which have their own; the comment at the beginning names what is only there."""
    entry = field(' HYPERLINK "a" ', "一、完成XX公里")
    start, end = field(' TOC \\o "1-3" ', "目录").rsplit("<w:r>", 1)
    data = document(paragraph(start), paragraph(entry), paragraph(f"<w:r>{end}"), paragraph("完成XX公里。"))

    result = reviewed(data, select=("PLH",))

    assert [text for _, text, _ in comments(result.data)] == ["", "XX"]
    assert (result.comments, result.gathered) == (1, 1)


def test_no_change_is_tracked_in_what_a_field_shows() -> None:
    """It would be undone when the field is made anew."""
    data = document(paragraph(field("REF 处", "截止2025年底")), paragraph("截止2025年底，完成。"))

    result = reviewed(data, suggest=True, select=("DAT017",))

    assert (result.comments, result.changes) == (2, 1)
    assert words(body(result.data)).startswith("REF 处截止2025年底截止至")


def test_a_control_for_plain_text_gets_no_run_that_is_none() -> None:
    """LibreOffice drops the text of such a control for it; one for any text keeps the mark beside the range."""
    blocks = [paragraph("本村", control(run("完成投资XX万元。"), kind=kind)) for kind in ("<w:text/>", "")]

    references = list(body(reviewed(document(*blocks)).data).iter(f"{W}commentReference"))

    assert [any(True for _ in one.iterancestors(f"{W}sdt")) for one in references] == [False, True]


def test_formatting_and_blanks_survive_the_cut() -> None:
    """Every part of a run keeps its formatting, and blanks at its ends are kept by xml:space."""
    data = document(paragraph("<w:r><w:rPr><w:b/></w:rPr><w:t>请于 2026年2月30日 前报送。</w:t></w:r>"))

    runs = [one for one in body(reviewed(data).data).iter(f"{W}r") if one.find(f"{W}t") is not None]

    texts = [one.find(f"{W}t") for one in runs]
    assert [text.text for text in texts if text is not None] == ["请于 ", "2026年2月30日", " 前报送。"]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in runs)
    assert {text.get("{http://www.w3.org/XML/1998/namespace}space") for text in texts if text is not None} == {
        "preserve"
    }


def test_a_comment_says_code_reason_norm_and_suggestion() -> None:
    """The lines of a comment stand without the report, in either language."""
    data = document(paragraph("2026年11月22日（星期一）召开会议。"))

    (_, _, chinese), (_, _, english) = [comments(reviewed(data, lang=lang).data)[0] for lang in ("zh", "en")]

    assert chinese[0].startswith("【")
    assert "（DAT003）" in chinese[0]
    assert chinese[1] == "2026年11月22日是星期日；请核对日期和星期"
    assert chinese[2] == "建议（改前请核对）：改为“日”"
    assert chinese[3].startswith("依据：")
    assert "(DAT003)" in english[0]
    assert english[3].startswith("Basis: ")


def test_a_related_place_is_named() -> None:
    """The comment on a second copy says in which paragraph the first stands, and how it begins."""
    copy = (
        "全县修建灌溉渠道四十五公里，整治病险水库六座，新增高标准农田三万二千亩，带动五千六百户农户增收；"
        "渠系水利用系数明显提高，秋粮单产比上年增加，农户用水按方计费，水费一年一公示，管护人员按村落实，"
        "病害当天上报当天处置，旱情预警直通村组。冬季组织清淤，春灌之前完成闸门检修，沿线村民自愿投工投劳，"
        "破损渠段由乡里统一备料。"
    )
    data = document(heading("总体情况"), paragraph(copy), paragraph(copy))

    lines = [line for _, _, said in comments(reviewed(data, select=("DUP",)).data) for line in said]

    assert [line[:20] for line in lines if line.startswith("相关位置")] == ["相关位置（第 2 段，“总体情况”下）："]


def test_what_carries_no_comment_is_gathered_at_the_beginning() -> None:
    """Headers, footnotes, text boxes and generated numbers share one comment at the first paragraph with text."""
    numbers = [numbered("抓好落实。", number=number) for number in (1, 1)]
    data = document(
        paragraph(""),
        paragraph("工作总结", text_box(paragraph(f"框内{AMOUNT}"))),
        *numbers,
        paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>', "完。"),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        header1=paragraph("二〇二六年2月30日，完成XX公里。"),
        footnotes=f'<w:footnote w:id="2">{paragraph("注：完成XX公里。")}</w:footnote>',
        numbering=listing(level(0, "decimal", "2026年2月30日第%1条")),
    )

    result = reviewed(data)

    ((author, text, lines),) = comments(result.data)
    root = body(result.data)
    (start,) = root.iter(f"{W}commentRangeStart")
    parent = start.getparent()
    assert (author, text) == ("gaojian", "")
    assert parent is not None
    assert parent is root.findall(f".//{W}p")[1]
    assert result.comments == 0
    assert result.gathered == len(result.outcome.diagnostics)
    assert lines[0] == f"稿检：有 {result.gathered} 处不在正文里，不能就地批注，集中列在这里"
    assert all(any(place in line for line in lines) for place in ("页眉", "脚注 1", "文本框 1"))


def test_other_parts_stay_as_they_are_to_the_byte() -> None:
    """Only the text, the comments and what makes them known to the package change."""
    data = document(paragraph(AMOUNT), styles="<w:docDefaults/>", header1=paragraph("页眉"))

    before, after = members(data), members(reviewed(data).data)

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    assert b'PartName="/word/comments.xml"' in after["[Content_Types].xml"]
    assert after["word/_rels/document.xml.rels"].count(b'Target="comments.xml"') == 1


def test_a_clean_draft_is_copied_to_the_byte() -> None:
    """Where there is nothing to say, nothing changes."""
    data = document(paragraph("全年各项工作进展顺利。"))

    assert reviewed(data).data == data


@pytest.mark.parametrize("suggest", [False, True])
def test_a_second_run_gives_the_same_file(suggest: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """Comments and open suggestions of an earlier run are replaced, so nothing piles up."""
    data = document(
        paragraph("截止2025年底，", run("已到位资金万", BOLD), "元。"),
        paragraph(insertion(run("会议指出会议指出，要抓好落实。"))),
    )

    first = reviewed(data, suggest=suggest)
    second = reviewed(first.data or b"", suggest=suggest)

    assert members(first.data) == members(second.data)
    assert len(comments(first.data)) == 3
    assert len(ids(first.data)) == len(set(ids(first.data)))


def test_comments_of_people_stay() -> None:
    """They keep their words, ids and ranges; new ids keep clear of them."""
    mark = '<w:commentRange{} w:id="0"/>'
    data = document(
        paragraph(mark.format("Start"), AMOUNT, mark.format("End"), '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments=OTHERS,
    )

    once = reviewed(data).data or b""
    twice = reviewed(once).data

    assert [one[:2] for one in comments(twice)] == [("李四", AMOUNT), ("gaojian", "万元")]
    assert ids(twice) == ["0", "1"]
    assert b'w:date="2026-01-01T00:00:00Z"' in members(twice)["word/comments.xml"]


def test_comments_go_when_the_fault_is_mended() -> None:
    """A mended draft loses its comment, and the marks of it."""
    once = members(reviewed(document(paragraph(AMOUNT))).data)
    mended = once["word/document.xml"].replace("已到位资金".encode(), "已到位资金三百".encode())

    result = reviewed(rezipped({**once, "word/document.xml": mended}))

    assert comments(result.data) == []
    assert b"comment" not in members(result.data)["word/document.xml"]


def rezipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize("state", ['w:done="1"', 'w:done="0"/><w:ex w:paraId="BB" w:paraIdParent="AA"'])
def test_a_comment_that_people_settled_stays_and_is_not_repeated(state: str) -> None:
    """Marked as done, or answered: the finding is not raised a second time beside it."""
    mark = '<w:commentRange{} w:id="4"/>'
    blocks = [paragraph("已到位资金", mark.format("Start"), "万元", mark.format("End"), "。")]
    lines = comments(reviewed(document(paragraph(AMOUNT))).data)[0][2]
    said = "".join(f'<w:p w:paraId="AA"><w:r><w:t>{line}</w:t></w:r></w:p>' for line in lines)
    data = document(
        *blocks,
        comments=f'<w:comment w:id="4" w:author="gaojian">{said}</w:comment>',
        commentsExtended=f'<w:ex w:paraId="AA" {state}/>',
    )

    result = reviewed(data)

    assert (result.comments, result.settled) == (0, 1)
    assert result.data == data


def test_what_is_known_of_removed_comments_goes_with_them() -> None:
    """The parts that tell more of comments lose the entries of removed comments, and no others."""
    data = document(
        paragraph("完。"),
        comments='<w:comment w:id="4" w:author="gaojian"><w:p w:paraId="AA"/></w:comment>' + OTHERS,
        commentsExtended='<w:ex w:paraId="AA" w:done="0"/><w:ex w:paraId="CC" w:done="0"/>',
        commentsIds='<w:id w:paraId="AA" w:durableId="11"/><w:id w:paraId="CC" w:durableId="22"/>',
        commentsExtensible='<w:x w:durableId="11"/><w:x w:durableId="22"/>',
    )

    parts = members(reviewed(data).data)

    known = [
        re.findall(rb'(?:paraId|durableId)="(\w+)"', parts[f"word/comments{kind}.xml"])
        for kind in ("Extended", "Ids", "Extensible")
    ]
    assert known == [[b"CC"], [b"CC", b"22"], [b"22"]]


def test_fixes_become_tracked_changes() -> None:
    """The least part of the text gives way, with the formatting of what it replaces, and can be rejected."""
    data = document(paragraph(run("截止2025年底，工作完成。", BOLD)))

    result = reviewed(data, suggest=True)

    root = body(result.data)
    (deletion,), (added,) = root.findall(f".//{W}del"), root.findall(f".//{W}ins")
    assert [text.text for text in deletion.iter(f"{W}delText")] == ["止"]
    assert [text.text for text in added.iter(f"{W}t")] == ["至"]
    assert added.find(f"{W}r/{W}rPr/{W}b") is not None
    assert {one.get(f"{W}author") for one in (deletion, added)} == {"gaojian"}
    assert result.changes == 1
    assert comments(result.data)[0][1] == "截止至"
    assert comments(result.data)[0][2][2] == "建议：改为“截至”（已用修订标出，可接受或拒绝）"


def test_a_change_inside_an_insertion_divides_it() -> None:
    """An insertion holds no insertion of somebody else: it goes on behind it, under a number of its own."""
    data = document(paragraph(insertion(run("截止2025年底，工作完成。"))))

    root = body(reviewed(data, suggest=True).data)

    authors = [(one.get(f"{W}author"), words(one)) for one in root.iter(f"{W}ins")]
    assert authors == [("张三", "截止"), ("gaojian", "至"), ("张三", "2025年底，工作完成。")]
    assert root.find(f".//{W}ins//{W}ins") is None


def test_a_strict_file_gets_comments_in_its_own_namespace() -> None:
    """Files of the strict edition of the norm are written as such."""
    data = document(paragraph(AMOUNT), namespace=STRICT)

    result = reviewed(data)

    assert [one[1] for one in comments(result.data, f"{{{STRICT}}}")] == ["万元"]
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in members(result.data)["word/_rels/document.xml.rels"]
    )


def test_word_s_limit_of_ranges_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it Word refuses the file: the rest is counted in the comment at the beginning."""
    monkeypatch.setattr("gaojian.annotate.MOST_RANGES", 3)
    data = document(*[paragraph(f"第{number}项已到位资金万元。") for number in "一二三四五"])

    result = reviewed(data, select=("BLK001",))

    assert [one[1] for one in comments(result.data)] == ["", "万元", "万元"]
    assert comments(result.data)[0][2] == [
        "另有 3 处超出 Word 的批注数量上限，没有逐处批注：BLK001 × 3。用 gaojian check 可查看全部。"
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("稿.docx",), "请用 -o 指定输出文件"),
        (("稿.docx", "-o", "稿.docx"), "稿.docx：就是原文件，没有改写"),
        (("稿.docx", "-o", "链.docx"), "链.docx：就是原文件，没有改写"),
        (("稿.docx", "-o", "审.docx", "--in-place"), "二者选一"),
        (("稿.docx", "-o", "无/审.docx"), "审.docx：没有文件夹 无"),
        (("稿.docx", "-o", "夹"), "夹：是文件夹"),
        (("稿.docx", "-o", "审.pdf"), "审.pdf：后缀须与原文件相同"),
        (("无.docx", "-o", "审.docx"), "无.docx：没有这个文件"),
        (("夹", "-o", "审.docx"), "夹：不是文件"),
        (("文.md", "-o", "审.md"), "文.md：不是 .docx 文件"),
        (("假.docx", "-o", "审.docx"), "假.docx：不是完整的 Word 文档"),
        (("空.docx", "-o", "审.docx"), "空.docx：文件是空的"),
    ],
)
def test_what_cannot_be_annotated_is_named(
    folder: Path, gaojian: Gaojian, arguments: tuple[str, ...], sentence: str
) -> None:
    """One clear sentence, exit code 2, and every file as it was."""
    (folder / "稿.docx").write_bytes(document(paragraph(AMOUNT)))
    (folder / "链.docx").symlink_to("稿.docx")
    (folder / "文.md").write_text(AMOUNT, "utf-8")
    (folder / "假.docx").write_text(AMOUNT, "utf-8")
    (folder / "空.docx").touch()
    (folder / "夹").mkdir()
    before = {path.name: path.is_dir() or path.read_bytes() for path in folder.iterdir()}

    result = gaojian("annotate", *arguments)

    assert sentence in result.stderr
    assert result.returncode == 2
    assert before == {path.name: path.is_dir() or path.read_bytes() for path in folder.iterdir()}


def test_a_package_without_a_list_of_its_parts_is_refused() -> None:
    """A reader can do without it, Word cannot: nothing is written that Word would not open."""
    parts = members(document(paragraph(AMOUNT)))
    del parts["[Content_Types].xml"]

    with pytest.raises(ReadError) as caught:
        reviewed(rezipped(parts))

    assert "包内没有 [Content_Types].xml" in caught.value.text.zh


def test_the_command_writes_the_reviewed_file(folder: Path, gaojian: Gaojian) -> None:
    """Exit code 1 for findings as in check, 0 without; the draft itself stays."""
    data = document(paragraph(AMOUNT))
    (folder / "稿.docx").write_bytes(data)

    found = gaojian("annotate", "稿.docx", "-o", "审.docx", "--date", "2026-11-22T08:00:00")
    silent = gaojian("annotate", "稿.docx", "-o", "审.docx", "--ignore", "BLK", "--quiet")

    assert (found.returncode, silent.returncode) == (1, 0)
    assert "gaojian: 批注 1 处\n检查 1 个文件：错误 1\n" in found.stderr
    assert silent.stderr == ""
    assert (folder / "稿.docx").read_bytes() == data
    assert (folder / "审.docx").read_bytes() == data


def test_in_place_keeps_rights_and_links(folder: Path, gaojian: Gaojian) -> None:
    """The draft itself is rewritten, not the link to it, and nothing is left beside it."""
    draft = folder / "稿.docx"
    draft.write_bytes(document(paragraph(AMOUNT)))
    draft.chmod(0o640)
    (folder / "链.docx").symlink_to("稿.docx")

    result = gaojian("annotate", "链.docx", "--in-place", "--exit-zero", "--date", "2026-11-22T08:00:00")

    assert result.returncode == 0
    assert [one[1] for one in comments(draft.read_bytes())] == ["万元"]
    assert draft.stat().st_mode & 0o777 == 0o640
    assert {path.name for path in folder.iterdir()} == {"稿.docx", "链.docx"}
    assert (folder / "链.docx").is_symlink()


def test_many_findings_in_one_insertion_are_marked_in_time_that_grows_with_their_number() -> None:
    """Each is cut out of the insertion, which divides, and none is moved for all the others: that took 25 seconds."""
    data = document(paragraph(insertion(*[run(f"截止2025年底，第{number}项完成。") for number in range(1500)])))
    start = time.process_time()

    result = reviewed(data, suggest=True, select=("DAT017",))

    assert (result.comments, result.changes) == (1500, 1500)
    assert time.process_time() - start < 60


def anchors(data: bytes | None) -> list[tuple[int, int, int]]:
    """Return how often each comment is begun, ended and referred to in the text."""
    marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
    found = [[one.get(f"{W}id") for one in body(data).iter(W + mark)] for mark in marks]
    comment = etree.fromstring(members(data)["word/comments.xml"])
    known = [one.get(f"{W}id") for one in comment.iter(f"{W}comment")]
    assert {one for each in found for one in each} <= set(known)
    return [(found[0].count(one), found[1].count(one), found[2].count(one)) for one in known]


def through_libreoffice(data: bytes, folder: Path) -> bytes:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    (folder / "审.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", folder / "回", folder / "审.docx"]
    subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=180)
    return (folder / "回" / "审.docx").read_bytes()


@pytest.mark.parametrize("suggest", [False, True])
def test_comments_survive_libreoffice(tmp_path: Path, suggest: bool) -> None:  # noqa: FBT001 (a parameter of the test)
    """LibreOffice opens the reviewed file and saves it with the same comments on the same text."""
    data = document(
        paragraph("工作总结"),
        paragraph(run("已到位资金万", BOLD), run("元，", ITALIC), "会议于2026年", insertion(run("2月30")), "日召开。"),
        table(("路", "完成XX公里")),
        paragraph(link(run("完成投资XX万元。"))),
        paragraph("据统计，", control(run("受益群众约人。"))),
        paragraph("截止2025年底，", '<w:r><w:footnoteReference w:id="2"/></w:r>', "已到位资金万元。"),
        paragraph(insertion(run("会议指出会议指出，要抓好落实。"))),
        paragraph("见", field("REF 处", "2026年2月30日"), "和", SIMPLE.format("REF"), "。"),
        paragraph("完。", text_box(paragraph(f"框内{AMOUNT}"))),
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>',
        header1=paragraph("页眉：完成XX公里"),
        footnotes=f'<w:footnote w:id="2">{paragraph("注：完成XX公里。")}</w:footnote>',
    )
    result = reviewed(data, suggest=suggest)

    returned = through_libreoffice(result.data or b"", tmp_path)

    # A comment at a point has no range after that; one in a table is counted earlier.
    assert sorted(comments(result.data)) == sorted(
        (author, text.replace("（无）", ""), lines) for author, text, lines in comments(returned)
    )
    assert len(comments(result.data)) == 11
    assert anchors(result.data) == [(1, 1, 1)] * 11
    assert sorted(anchors(returned)) == [(0, 0, 1), *[(1, 1, 1)] * 10]
    # LibreOffice divides them by script.
    tracked = {kind: "".join(map(words, body(returned).iter(W + kind))) for kind in ("ins", "del")}
    assert tracked == {
        "ins": f"2月30{'至' * suggest}会议指出会议指出，要抓好落实。",
        "del": "止会议指出" * suggest,
    }
