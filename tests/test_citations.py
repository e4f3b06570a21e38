"""Citations, names and terms in whole documents: the reference report, what other checks fix, and linear work."""

import csv
import time
from pathlib import Path

import pytest

from gaojian import Check, Document, Finding, Kind, Safety, Severity
from gaojian.text import Position
from gaojian_checks.citations.adoption_session import AdoptionSession
from gaojian_checks.citations.article_self_reference import ArticleSelfReference
from gaojian_checks.citations.attachment_reference import AttachmentReference
from gaojian_checks.citations.doc_number_form import DocNumberForm
from gaojian_checks.citations.doc_number_year import DocNumberYear
from gaojian_checks.citations.number_before_title import NumberBeforeTitle
from gaojian_checks.citations.order_number_form import OrderNumberForm
from gaojian_checks.citations.short_law_name import ShortLawName
from gaojian_checks.language.facts import npc_sessions, short_law_names
from gaojian_checks.names.abbreviation_unused import AbbreviationUnused
from gaojian_checks.names.name_variant import NameVariant
from gaojian_checks.names.people_congress_director import PeopleCongressDirector
from gaojian_checks.names.proposal_motion import ProposalMotion
from gaojian_checks.names.undefined_abbreviation import UndefinedAbbreviation
from gaojian_checks.spacing.halfwidth_brackets import HalfwidthBrackets
from gaojian_checks.terms._confusable import confusables
from gaojian_checks.terms.collocation import Collocation
from gaojian_checks.terms.confusable_terms import ConfusableTerms
from gaojian_checks.terms.illegal_unit import IllegalUnit
from gaojian_checks.terms.variant_word import VariantWord

FAMILIES: tuple[type[Check], ...] = (
    AdoptionSession,
    ArticleSelfReference,
    AttachmentReference,
    DocNumberForm,
    DocNumberYear,
    NumberBeforeTitle,
    OrderNumberForm,
    ShortLawName,
    AbbreviationUnused,
    NameVariant,
    PeopleCongressDirector,
    ProposalMotion,
    UndefinedAbbreviation,
    Collocation,
    ConfusableTerms,
    IllegalUnit,
    VariantWord,
)
STATUTE = "粮油储存办法\n第一条 总则。\n第二条 储存。\n第三条 施行。\n"


def found(check: type[Check], text: str) -> list[Finding]:
    return list(check().check(Document("示例.txt", text)))


def spelled(check: type[Check], text: str) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found(check, text)]


def fixed(text: str, *checks: type[Check]) -> str:
    for check in checks:
        edits = sorted((edit for each in found(check, text) if each.fix for edit in each.fix.edits), reverse=True)
        for span, replacement in edits:
            text = text[: span.start] + replacement + text[span.end :]
    return text


@pytest.mark.parametrize("code", ["CIT004", "CIT006", "ABB001", "ABB004", "TRM004"])
def test_the_reference_report_is_found_out_to_the_column(shared: Path, code: str) -> None:
    """Each row of the table is a finding that begins and ends where the table says."""
    document = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8"))
    check = next(check for check in FAMILIES if check.code == code)
    with (shared / "seed" / "truth.tsv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["code"] == code]
    places = {
        (document.position(each.span.start), document.end_position(each.span)) for each in check().check(document)
    }

    assert rows
    for row in rows:
        line, first, last = int(row["line"]), int(row["col"]), int(row["end"])
        assert (Position(line, first), Position(line, last + 1)) in places, row


def test_a_name_with_a_mark_inside_is_found_at_each_place(shared: Path) -> None:
    """The later form is reported, and points to the earlier one."""
    document = Document("report.txt", (shared / "seed" / "report.txt").read_text("utf-8"))
    findings = list(NameVariant().check(document))

    assert [tuple(document.position(each.span.start)) for each in findings[:2]] == [(13, 189), (13, 226)]
    assert tuple(document.position(findings[0].related[0].span.start)) == (8, 110)


def test_brackets_alone_are_mended_safely_and_numbers_are_not() -> None:
    """Where a figure would change, the reader decides."""
    safe, unsafe = found(DocNumberForm, "青政发[2012]10号、青政发〔2012〕010号")

    assert safe.fix is not None
    assert unsafe.fix is not None
    assert (safe.fix.safety, unsafe.fix.safety) == (Safety.SAFE, Safety.UNSAFE)


def test_square_brackets_of_old_documents_are_a_note() -> None:
    """They were the form until 1999."""
    old, new = found(DocNumberForm, "青政发[1987]9号、青政发[2012]9号")

    assert (old.severity, new.severity) == (Severity.NOTE, None)


def test_half_width_brackets_and_the_number_end_in_one_form() -> None:
    """Whichever check is fixed first, the brackets become hexagonal."""
    text = "依据青政发(2012)10号文件办理。"
    wanted = "依据青政发〔2012〕10号文件办理。"

    assert wanted == fixed(text, DocNumberForm, HalfwidthBrackets)
    assert wanted == fixed(text, HalfwidthBrackets, DocNumberForm)


@pytest.mark.parametrize(
    "text",
    [
        "（2013）青民初字第12号",
        "公告〔2013〕第5号",
        "国务院令第406号",
        "青检刑诉字〔2012〕第15号",
        "院臺法字第1020001號",
        "参考文献[12]10号",
    ],
)
def test_numbers_of_another_kind_are_left_alone(text: str) -> None:
    """Cases, announcements, orders and references are no numbers of documents."""
    assert found(DocNumberForm, text) == []


def test_a_statute_is_measured_by_its_own_name_for_itself() -> None:
    """本法 in a 办法 is the law that it carries out."""
    assert spelled(ArticleSelfReference, STATUTE + "依照本办法第八条、本法第九条、本办法第二条办理。") == [
        "本办法第八条"
    ]


def test_an_excerpt_without_articles_has_no_last_one() -> None:
    """A statute of fewer than three articles is an excerpt."""
    assert found(ArticleSelfReference, "粮油储存办法\n第一条 依照本办法第八条办理。\n") == []


def test_attachments_with_a_page_of_their_own_exist() -> None:
    """A heading 附件3 counts, listed or not; 附件 of another document isn't ours."""
    text = "见附件2、附件3和《通知》附件9。\n附件：1. 计划表\n\n附件3\n名单\n"

    assert spelled(AttachmentReference, text) == ["附件2"]


def test_facts_name_their_source() -> None:
    """No row of the tables is without one."""
    assert all(row.source for row in npc_sessions().values())
    assert all(row.source for row in short_law_names().values())
    assert {5, *range(6, 15)} == {row.congress for row in npc_sessions().values()}


def test_wrong_words_are_mended_once_and_for_all() -> None:
    """No right word holds a wrong one, and each row is found by itself."""
    for row in confusables().values():
        assert [row.wrong] == spelled(ConfusableTerms, f"。{row.wrong}。"), row
        assert spelled(ConfusableTerms, f"。{row.right}。") == [], row


def test_words_that_only_meet_are_no_wrong_words() -> None:
    """发布 and 署名, 自己 and 经."""
    text = (
        "发布署名文章；他自己经过这里；友好象征；凸显着提高的趋势；研究竞争力；接洽当地企业；迎接恰逢其时；"
        "上海拨款到位；校园满意度；习惯彻底改变；就配偶而言；流转栽植；去世记者。"
    )

    assert spelled(ConfusableTerms, text) == []


def test_code_is_not_read() -> None:
    """In Markdown, what stands in back quotes is no prose."""
    text = "写作`国发[2012]10号`、`布署`、`市人大主任`。"
    document = Document("示例.md", text, Kind.MARKDOWN)

    assert [finding for check in FAMILIES for finding in check().check(document)] == []


@pytest.mark.parametrize(
    "unit",
    [
        "号",
        "国发[2012]",
        "1号",
        "〔2012〕1号",
        "号令",
        "1号令",
        "《法》",
        "《科普法》",
        "附件1、",
        "附件：1、甲乙\n",
        "本办法第九条",
        "第一条 甲\n",
        "提案",
        "人大代表提案",
        "省人大主任",
        "甲乙丙丁、试验区",
        "青山市甲乙丙丁试验区",
        "“试验区”",
        "以下简称甲乙）",
        "以下简称甲乙）。",
        "己经",
        "公尺",
        "增强",
        "力度",
        "2012年1月1日第十届全国人民代表大会常务委员会第",
    ],
)
@pytest.mark.parametrize("head", ["", STATUTE], ids=["alone", "statute"])
def test_work_is_linear_in_what_triggers_it(unit: str, head: str) -> None:
    """A document of nothing but triggers comes to an end: a scan of the square of its length would take minutes."""
    document = Document("示例.txt", head + unit * (200_000 // len(unit)))
    start = time.process_time()
    for check in FAMILIES:
        list(check().check(document))

    assert time.process_time() - start < 60
