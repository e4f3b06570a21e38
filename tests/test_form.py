"""The form of whole documents: addressees, titles, attachments, and reports that lost their end."""

from pathlib import Path

import pytest

from gaojian import Check, Document, Finding, Kind
from gaojian.text import Position
from gaojian_checks.form.attachment_line import AttachmentLine
from gaojian_checks.form.copy_line_end import CopyLineEnd
from gaojian_checks.form.missing_section import MissingSection
from gaojian_checks.form.request_in_report import RequestInReport
from gaojian_checks.form.salutation_colon import SalutationColon
from gaojian_checks.form.title_punctuation import TitlePunctuation
from gaojian_checks.form.truncated_document import TruncatedDocument
from gaojian_checks.spacing.halfwidth_punctuation import HalfwidthPunctuation

TITLE = "青山市粮食局2013年度工作报告\n"
BODY = (
    "一、收购工作\n（一）抓好夏粮收购\n" + "收购网点全部开秤，资金及时到位。\n" * 30 + "二、仓储工作\n（一）改造仓房\n"
)


def found(check: type[Check], text: str, kind: Kind = Kind.TEXT) -> list[Finding]:
    return list(check().check(Document("示例.txt", text, kind)))


def spelled(check: type[Check], text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(check, text)]


@pytest.mark.parametrize(
    ("check", "line", "first", "last"), [(SalutationColon, 3, 7, 7), (TruncatedDocument, 18, 449, 451)]
)
def test_the_reference_report_is_found_out_to_the_column(
    shared: Path, check: type[Check], line: int, first: int, last: int
) -> None:
    """The colon of the addressee, and the end of the first copy of the body."""
    document = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8"))
    (finding,) = check().check(document)

    assert Position(line, first) == document.position(finding.span.start)
    assert Position(line, last + 1) == document.end_position(finding.span)


def test_the_addressee_s_colon_is_mended_alike_by_both_checks() -> None:
    """WID001 counts the same colon among all half-width marks: both would put the same one there."""
    text = TITLE + "市人大常委会:\n一年来,工作平稳。\n"
    ((edit,),) = (finding.fix.edits for finding in found(SalutationColon, text) if finding.fix)
    (finding,) = found(HalfwidthPunctuation, text)

    assert finding.fix is not None
    assert edit in finding.fix.edits


@pytest.mark.parametrize(
    "line",
    [
        "各县（区）人民政府，市直各部门:",
        "市委、市政府:",
        "省粮食局:",
        "各位代表:",
        "尊敬的各位领导、同志们:",
        "各乡镇人民政府（街道办事处）:",
    ],
)
def test_whoever_is_addressed(line: str) -> None:
    """Authorities, their lists, and people."""
    assert spelled(SalutationColon, TITLE + line + "\n现将情况报告如下。\n") == [":"]


@pytest.mark.parametrize("line", ["参加单位名单如下:", "来源:粮食局", "结局:", "时间:", "# 目录:", "一、各有关部门:"])
def test_lines_that_address_nobody(line: str) -> None:
    """Lead-ins, metadata and headings have colons of their own."""
    assert spelled(SalutationColon, TITLE + line + "\n现将情况报告如下。\n") == []


def test_only_the_first_addressee_counts() -> None:
    """Once the body has begun, a line that names an authority is part of it."""
    assert spelled(SalutationColon, TITLE + "市人大常委会：\n市政府:\n") == []
    assert spelled(SalutationColon, TITLE + "收购已经结束。\n市政府:\n") == []


def test_sentences_at_the_start_are_no_titles() -> None:
    """现印发……的通知。 is what the document does."""
    assert spelled(TitlePunctuation, "现印发关于开展夏粮收购检查的通知。\n请抓好落实。\n") == []
    assert spelled(TitlePunctuation, "青山市人民政府\n关于开展夏粮收购检查的通知。\n各乡镇：\n") == ["。"]


def test_a_last_line_of_marks_alone_is_no_title() -> None:
    assert found(TitlePunctuation, "工作简报\n#") == []
    assert found(TitlePunctuation, "工作简报\n\n***") == []


def test_a_list_of_attachments_is_one_finding() -> None:
    """With an edit for every mark, whatever ends the lines."""
    for end in ("\n", "\r\n"):
        text = f"特此通知。{end}附件：1、收购计划表；{end}2、责任分工表。{end}青山市粮食局{end}"
        (finding,) = found(AttachmentLine, text)

        assert finding.fix is not None
        assert [text[edit.span.start : edit.span.end] for edit in finding.fix.edits] == ["、", "；", "、", "。"]


def test_a_title_with_a_mark_does_not_hide_the_addressee() -> None:
    """Both are wrong, and both are reported at once."""
    text = "关于收购情况的报告。\n市人大常委会:\n收购平稳。\n"

    assert [spelled(check, text) for check in (TitlePunctuation, SalutationColon)] == [["。"], [":"]]


def test_lists_in_statutes_are_left_alone() -> None:
    """There 附件： stands before a table of the statute."""
    statute = "粮油储存办法\n第一条 总则。\n第二条 储存。\n第三条 施行。\n附件：\n1、申请表；\n2、登记表。\n"

    assert found(AttachmentLine, statute) == []


def test_a_request_is_where_a_request_belongs() -> None:
    """The title decides: 报告 must not ask, 请示 must."""
    ask = "以上意见妥否，请批示。\n"

    assert spelled(RequestInReport, "关于改造粮库的报告\n" + ask) == ["妥否，请批示"]
    assert spelled(RequestInReport, "关于改造粮库的请示\n" + ask) == []
    assert spelled(RequestInReport, ask) == []


@pytest.mark.parametrize(
    "ending",
    ["特此报告。\n", "青山市粮食局\n2014年1月6日\n", "三、存在的问题\n仓容不足。\n", "2014年1月6日\n"],
)
def test_a_report_with_an_end_has_not_lost_it(ending: str) -> None:
    """A closing, a signature, a date, or another section."""
    text = TITLE + BODY + "一是维修旧仓。\n二是新建烘干线。\n"

    assert spelled(TruncatedDocument, text) == ["干线。"]
    assert spelled(TruncatedDocument, text + ending) == []


def test_the_first_of_two_copies_lost_its_end() -> None:
    """What stands there twice is explained by the repetition; the end is shown in the first copy."""
    body = BODY + "一是维修旧仓。\n二是新建烘干线。\n"
    (finding,) = found(TruncatedDocument, TITLE + body + body)

    assert len(TITLE + body) - 1 == finding.span.end


def test_manuals_and_lists_may_end_anywhere() -> None:
    """Markdown is no official document, and a short list is complete."""
    assert found(TruncatedDocument, TITLE + BODY + "二是新建烘干线。\n", Kind.MARKDOWN) == []
    assert found(TruncatedDocument, TITLE + "一是维修旧仓。\n二是新建烘干线。\n") == []


def test_what_a_report_lacks_is_named() -> None:
    """Problems, plans, or both."""
    text = "粮食局2013年工作总结\n" + "收购网点全部开秤，资金及时到位。\n" * 40

    assert [f.message.zh[5:16] for f in found(MissingSection, text)] == ["存在的问题和今后的打算"]
    assert [f.message.zh[5:10] for f in found(MissingSection, text + "存在不足。")] == ["今后的打算"]
    assert found(MissingSection, text + "存在不足，下一步要改进。") == []


def test_a_list_of_copies_that_goes_on_is_not_at_its_end() -> None:
    """A comma at the end of the line says so."""
    assert found(CopyLineEnd, "特此通知。\n抄送：市粮食局，\n市财政局。\n") == []
    assert spelled(CopyLineEnd, "特此通知。\n抄送：市粮食局\n") == [""]
