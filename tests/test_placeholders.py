"""Placeholders and lost content: one place, one finding of one check."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from gaojian.check import Check
from gaojian.document import Document, Kind
from gaojian.registry import load_rules
from gaojian.text import Span
from profiled import findings

SHARED = Path(__file__).parent.parent.parent / "shared"
CHECKS = [
    rule()
    for code, rule in load_rules().items()
    if (code.startswith("PLH") or code in {"QUO001", "QUO002"}) and issubclass(rule, Check)
]
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent: no real documents to hold against")


def document_of(text: str, *, markdown: bool = False, profile: str = "auto") -> Document:
    return Document("稿.md" if markdown else "稿.txt", text, Kind.MARKDOWN if markdown else Kind.TEXT, profile=profile)


def findings_in(document: Document) -> list[tuple[Span, str]]:
    return sorted((finding.span, check.code) for check in CHECKS for finding in findings(check, document))


def reported(text: str, *, markdown: bool = False, profile: str = "auto") -> list[tuple[str, str]]:
    document = document_of(text, markdown=markdown, profile=profile)
    return [(code, text[span.start : span.end]) for span, code in findings_in(document)]


MIXED = [
    "XX市XX局20XX年度工作总结：全年投入XX万元，召开第X届X次全会，慰问××户。",
    "县发〔20XX〕XX号 [请输入标题] XXXX人民政府 20XX年XX月XX日印发",
    "[此处填写XX单位名称]于{{年份}}年完成XX万元，【此段删】zz局委员XXX同志出席（待核实XX人）。",
    "{{单位}}{{姓名}}于20**年X月X日在**县□□镇领取____元（　　）万元。",
    "“XX五”期间，XX至XX届代表共XX名，“”全国节日与《》规定同时落实（）。",
    "TODO：补充XX数据；投资???万元；[批注：XX年数据有误]；<%= XX年 %>；«XX单位»。",
    "二〇XX年至二○一X年，20xx0亩、xx.51亿元、494xx6元、201X年、XX-XX年度。",
    "某年某月某日，第N届大会由XX主持，YYYY年MM月DD日，XXXXXX为指导。",
]


@pytest.mark.parametrize("text", MIXED)
def test_no_place_is_reported_twice(text: str) -> None:
    """Whatever masks stand side by side or inside each other, the findings of the family never overlap."""
    found = findings_in(document_of(text))

    assert found
    assert [pair for pair in combinations(found, 2) if pair[0][0].end > pair[1][0].start] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("比XX年增长", [("PLH001", "XX年")]),
        ("ＸＸ年增长", [("PLH001", "ＸＸ年")]),
        ("××年增长", [("PLH001", "××年")]),
        ("二〇XX年增长", [("PLH001", "二〇XX年")]),
        ("二○一X年增长", [("PLH001", "二○一X年")]),
        ("2010-20XX年增长", [("PLH001", "20XX年")]),
        ("XX—2015年增长", [("PLH001", "XX")]),
        ("20XX-20XX学年", [("PLH001", "20XX-20XX")]),
        ("XX年5月3日", [("PLH001", "XX年")]),
        ("X年X月X日起", [("PLH001", "X年X月X日")]),
        ("在200X年被评为", [("PLH001", "200X年")]),
        ("到20□□年底", [("PLH001", "20□□年")]),
    ],
)
def test_a_masked_year_is_one_finding_with_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    """A year is reported with 年; a range without it; a whole date as one."""
    assert expected == reported(text)


@pytest.mark.parametrize("mask", ["XX", "xx", "××", "ＸＸ", "X.X", "xx.5", "XXX"])
@pytest.mark.parametrize("unit", ["万元", "亿元", "%", "％", "个百分点", "项", "家", "公里", "万亩", "余人次", "多户"])
def test_a_masked_number_is_known_by_its_unit(mask: str, unit: str) -> None:
    """Any mask before any unit is one PLH003, and its span is the mask."""
    assert [("PLH003", mask)] == reported(f"全年完成{mask}{unit}，超过上年。")


@pytest.mark.parametrize("word", ["项目", "人民政府", "条例起草组", "家庭农场", "台湾商会", "个体工商户", "支行"])
def test_a_word_that_begins_like_a_counter_names_something(word: str) -> None:
    """XX项目 hides a name, not a number."""
    assert reported(f"考察了XX{word}。") == [("PLH004", "XX")]


@pytest.mark.parametrize(
    "text",
    [
        "病人拍了X光片，换上XL号衣服，在SpaceX直播间看了30秒。",
        "女性有XX染色体，男性有XY染色体。",
        "设x为产量，y=kx+b，当x≥3时取等号。",
        "形成“N+X”模式，推进1+X证书试点。",
        "板材规格为4×4米，共3×10⁴块，单价×数量即总价。",
        "面积為一、○○○平方公尺，字第○九七二號函。",
        "电话138****1234，卡号6222 **** **** 1234，车牌川A·**123。",
        "□是 □否（请打勾）",
        "张×、李××和胡XX2等人被处罚。",
        "制度有待完善，人员待遇不变，时间待定。",
        "单位：万元 —— — … ……",
        "请看附件X和表X-X的填法。",
        "第XX章是外国小说的写法，XX世纪是二十世纪。",
        "他说：“将于XX时在XX地方见面”，众人不信。",
    ],
)
def test_look_alikes_are_silent(text: str) -> None:
    """Words with X, algebra, multiplication, zeros, privacy masks and checkboxes are no placeholders."""
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "**县级以上**人民政府应当加强**市场监管**。",
        "- [ ] 核对**乡镇名单**\n- [x] 发布_通知_",
        '{{< copyable "sql" >}}\n\n__省级__重点和***特别***说明。',
        "[](https://example.com/)见[说明](a.md)。",
        "`{{ name }}`与`${year}`是变量，`TODO`是标记。",
        "```\nXX年 zz局 “” （） {{单位}}\n```\n",
    ],
)
def test_markdown_is_silent(text: str) -> None:
    """Emphasis, task lists, links, shortcodes and code are no placeholders."""
    assert reported(text, markdown=True) == []


def test_a_manual_full_of_code_may_show_variables() -> None:
    """In a document with much code {{ msg }} in prose is what the document is about."""
    text = "变量{{ msg }}会被替换，%s也是。\n" + "`a` `b` " * 10

    assert reported(text, markdown=True) == []


@pytest.mark.parametrize("profile", ["statute", "case", "specimen"])
def test_names_are_hidden_on_purpose_in_cases_and_forms(profile: str) -> None:
    """××公司 and ○○銀行 in a statute, a case or a specimen are meant."""
    assert reported("XX公司诉××银行，○○合作社参加诉讼，XXX律师代理。", profile=profile) == []


def test_a_specimen_is_silent_as_a_whole() -> None:
    """The profile of a specimen switches every mask off."""
    assert reported("兹证明XX于20XX年X月X日缴纳XX元，第X届。", profile="specimen") == []


def test_a_draft_statute_still_needs_its_date() -> None:
    """A year in letters is a gap even in a statute."""
    assert reported("本条例自20XX年X月X日起施行。", profile="statute") == [("PLH001", "20XX年X月X日")]


@pytest.mark.parametrize("mask", ["XX", "xx", "××"])
def test_a_statute_still_needs_the_name_of_its_city(mask: str) -> None:
    """A masked place in the title, the note on its passing or an article is a gap, if no form is shown."""
    text = f"{mask}市供水条例\n\n第一条 本条例适用于本市。\n第二条 {mask}区人民政府负责供水。\n第三条 略。"

    assert reported(text, profile="statute") == [("PLH004", mask), ("PLH004", mask)]


def test_one_letter_is_a_gap_only_where_a_quantity_stands() -> None:
    """X and × before a unit are gaps behind a verb of quantity, and variables or signs in a calculation."""
    assert reported("新建水窖X口、泵站X座，投入×万元，灌溉率提高到×%。") == [
        ("PLH003", "X"),
        ("PLH003", "×"),
        ("PLH003", "×"),
    ]
    assert reported("已知水池长X米，每小时注水3吨；水费=单价×吨数。") == []


def test_quizzes_and_forms_hold_empty_brackets() -> None:
    """The blank of a question, of a true-or-false statement and a box to tick are meant; in a sentence it is a loss."""
    assert reported("一、判断题\n1. 油锅起火可以用水扑灭。（）\n二、下列属于火灾隐患的是（）。\n是（）否（）") == []
    assert reported("以下简称本局，由各区（）主管部门负责下列事项。") == [("QUO002", "（）")]


def test_one_endless_line_of_masks_is_linear() -> None:
    """A line of 200,000 characters of masks and brackets is read to its end."""
    text = "投资XX万元（待核实）、“”《》zz局{{单位}}" * 6000

    assert len(reported(text)) == 6 * 6000


@needs_shared
def test_real_look_alikes_are_silent() -> None:
    """No published sentence that only looks like a placeholder is reported, as plain text or as Markdown."""
    path = SHARED / "corpora" / "dirty" / "lookalikes_public.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]

    wrong = [row["id"] for row in rows for markdown in (False, True) if reported(row["sentence"], markdown=markdown)]

    assert wrong == []


@needs_shared
def test_every_placeholder_of_the_seed_report_is_found_at_its_place() -> None:
    """The rows of the truth that belong to these checks are found, each once, and nothing else before line 19."""
    document = document_of((SHARED / "seed" / "report.txt").read_text("utf-8"))
    rows = [line.split("\t") for line in (SHARED / "seed" / "truth.tsv").read_text("utf-8").splitlines()[1:]]
    codes = {check.code for check in CHECKS}
    expected = sorted((int(row[2]), int(row[3]), row[1]) for row in rows if row[0] == "A" and row[1] in codes)

    places = [(document.lines.position(span.start), code) for span, code in findings_in(document)]

    assert expected == [(place.line, place.column, code) for place, code in places if place.line < 19]


def test_a_masked_plenum_names_the_sessions_it_may_be() -> None:
    """The message on 党的xx届四中全会 lists the latest fourth plenums with their years; a local one lists none."""
    ordinals = next(check for check in CHECKS if check.code == "PLH002")
    central, local = (
        next(iter(ordinals.check(document_of(text))))
        for text in ("学习党的xx届四中全会精神。", "学习县委xx届四中全会精神。")
    )

    assert "17届（2009年）" in central.message.zh
    assert "17 (2009)" in central.message.en
    assert "2009" not in local.message.zh
