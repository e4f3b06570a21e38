"""The kinds of check that look at marks, spellings, sections and order."""

import pytest
from test_examples import apply, find, spans

from gaojian import AllowedOrder, Consistent, Forbidden, Paired, RequiredSection, Severity, Text, bad, good
from gaojian.check import Rule
from gaojian.examples import Example


class Declared(Rule):
    """What any check declares."""

    code, name, severity = "OWN001", "own-words", Severity.WARNING
    title, basis = Text("本单位用语", "own words"), ("本单位规定",)


class Literal(Declared, Forbidden):
    """Literal texts beside patterns, with exceptions."""

    texts = {"(略)": Text("写全“{text}”", "write {text} out"), "(略)。": Text("句", "sentence")}
    patterns = {"约[0-9]+": Text("“{text}”不确切", "{text} is vague")}
    exceptions = ("大约3成", "见(略)表")


class Marks(Declared, Paired):
    """Three pairs: brackets, tags, and a mark that is its own partner."""

    pairs = (("【", "】"), ("<附>", "</附>"), ("※", "※"))


class MarksAcross(Marks):
    """The same, across paragraphs."""

    across_paragraphs = True


class Spelling(Declared, Consistent):
    """Two groups, with an exception."""

    variants = (("图像", "图象"), ("登录", "登陆", "登入"))
    exceptions = ("登陆艇",)


class Sections(Declared, RequiredSection):
    """Two sections of a report."""

    sections = (("存在问题", "主要问题"), ("下一步",))
    titled = ("报告", "总结")


class Order(Declared, AllowedOrder):
    """The order of headings."""

    order = (("基本情况",), ("问题",), ("下一步", "打算"))


class Lines(Declared, AllowedOrder):
    """The order of lines that begin so."""

    order = (("附件：",), ("抄送：",))
    scope = "lines"


class Lists(Declared, AllowedOrder):
    """The order in a list."""

    order = (("县委",), ("县人大",), ("县政府",))
    scope = "lists"


CASES = [
    (Literal, bad("⟦(略)⟧，⟦约30⟧人，⟦(略)。⟧")),
    (Literal, good("大约3成；见(略)表")),
    (Literal, bad("见⟦(略)⟧，大约3成，⟦约4⟧成")),
    (Marks, good("【甲】【乙【丙】】<附>丁</附>※戊※")),
    (Marks, bad("甲⟦】⟧【乙】⟦【⟧丙")),
    (Marks, bad("⟦【⟧甲\n乙⟦】⟧")),
    (Marks, bad("⟦【⟧甲\r乙⟦】⟧")),
    (Marks, bad("※甲※，⟦※⟧乙")),
    (Marks, bad("⟦<附>⟧甲</附⟦】⟧")),
    (Marks, bad({"稿.md": "`【` ⟦【⟧甲\n"})),
    (MarksAcross, good("【甲\n\n乙】")),
    (MarksAcross, bad("⟦【⟧【甲\n\n乙】")),
    (Spelling, bad("图像、图像与⟦图象⟧。", fixed="图像、图像与图像。")),
    (Spelling, bad("⟦图像⟧与图象、图象。", fixed="图象与图象、图象。")),
    (Spelling, bad("图像与⟦图象⟧各一处。", fixed="图像与图像各一处。")),
    (Spelling, bad("登录，⟦登陆⟧，⟦登入⟧。", fixed="登录，登录，登录。")),
    (Spelling, good("图象和图象，登录系统，乘登陆艇。")),
    (Sections, bad("⟦年度工作报告⟧\n一、基本情况\n二、存在问题\n")),
    (Sections, good("年度工作报告\n一、主要问题\n二、下一步打算。抓好落实。\n")),
    (Sections, good("年度工作报告\n## 存在问题\n下一步\n")),
    (Sections, bad("⟦年度工作报告⟧\n主要问题\n这是下一步要做的事。\n二、下一步……………12\n")),
    (Sections, bad("⟦⟦年度工作报告⟧⟧\n- 存在问题\n整改存在问题，下一步再看\n一、情况。存在问题，下一步\n")),
    (Sections, good("通知\n一、事项\n")),
    (Sections, good("")),
    (Order, good("一、基本情况\n二、问题\n（一）问题之一\n三、下一步\n")),
    (Order, bad("一、下一步\n二、⟦基本情况⟧\n三、⟦问题⟧\n四、打算\n")),
    (Order, good("目录\n二、问题……2\n一、基本情况\n二、问题\n下一步做什么，要看基本情况。\n")),
    (Lines, bad("正文\n抄送：各村\n　　⟦附件：⟧名单\n")),
    (Lines, good("见附件：甲\n附件：名单\n抄送：各村，附件：无\n")),
    (Lists, bad("县政府、⟦县委⟧、⟦县人大⟧。")),
    (Lists, good("县委、县人大和县政府。县委以及县政府。")),
    (Lists, good("县政府报县委。")),
]


@pytest.mark.parametrize(
    ("rule", "example"), CASES, ids=[f"{rule.__name__}-{index}" for index, (rule, _) in enumerate(CASES)]
)
def test_each_kind_finds_what_its_table_says(rule: type[Rule], example: Example) -> None:
    """The marked spans and no other; the fixes give the stated text."""
    ((path, source),) = example.sources().items()
    found = find(rule, example, {path: source})

    assert example.expected() == spans(found)
    assert (source if example.fixed is None else example.fixed) == apply(source, found[path])


@pytest.mark.parametrize(
    ("rule", "text", "messages"),
    [
        (Literal, "约30人", ["“约30”不确切"]),
        (Marks, "甲】", ["“】”没有配对的“【”"]),
        (Spelling, "图像、图像、图象", ["“图象”（1 处）与“图像”（2 处）混用，请统一"]),
        (Sections, "工作总结", ["缺少“存在问题”部分", "缺少“下一步”部分"]),
        (Lists, "县政府和县委", ["“县委”应在“县政府”之前"]),
    ],
)
def test_messages_show_the_evidence(rule: type[Rule], text: str, messages: list[str]) -> None:
    """What stands there, and what should."""
    found = find(rule, good(text), {"稿.txt": text})["稿.txt"]

    assert messages == [finding.message.zh for finding in found]


def test_a_long_match_is_cut_in_its_message() -> None:
    """A document cannot fill the report."""

    class Long(Declared, Forbidden):
        patterns = {"甲+": Text("{text}", "{text}")}

    (finding,) = find(Long, good(""), {"稿.txt": "甲" * 500})["稿.txt"]

    assert finding.message.zh == "甲" * 40 + "…"


@pytest.mark.parametrize(
    ("base", "table", "reason"),
    [
        (Paired, {}, "declares no pairs"),
        (Paired, {"pairs": (("【",),)}, "not an opening and a closing mark"),
        (Consistent, {"variants": (("甲",),)}, "not a tuple of 2 words or more"),
        (Consistent, {"variants": (("甲", "乙"), ("乙", "丙"))}, "'乙' stands there twice"),
        (RequiredSection, {"sections": ()}, "declares no sections"),
        (AllowedOrder, {"order": (("甲",), ("甲",))}, "'甲' stands there twice"),
        (Forbidden, {"texts": {"甲": "乙"}}, "texts['甲'] must be Text(zh, en)"),
    ],
)
def test_a_table_that_cannot_work_is_refused(base: type, table: dict[str, object], reason: str) -> None:
    """Where the class is made, so once, with the code."""
    with pytest.raises((TypeError, ValueError)) as error:
        type("Own", (Declared, base), table)

    assert reason in str(error.value)
    assert "OWN001" in str(error.value)
