from pathlib import Path

import pytest
from conftest import Gaojian
from test_examples import apply, find, spans

import gaojian as public
from gaojian import Document, Finding, Forbidden, Kind, Preferred, Safety, Severity, Span, Text, bad, good
from gaojian.check import Rule
from gaojian.errors import LoadError
from gaojian.examples import Example
from gaojian.kinds import SlowPatternError
from gaojian.registry import load_rules

ENDLESS = "(一|一一)+。"
HOSTILE = "一" * 60 + "！"
HEAD = """
from gaojian import Forbidden, Preferred, Severity, Text, bad, good
class Own({kind}):
    \"\"\"本单位用语。\"\"\"
    code, name, severity = "OWN001", "own-words", Severity.WARNING
    title, basis = Text("本单位用语", "own words"), ("本单位规定",)
"""


class Declared(Rule):
    """What any check declares."""

    code, name, severity = "OWN001", "own-words", Severity.WARNING
    title, basis = Text("本单位用语", "own words"), ("本单位规定",)


class Unfit(Declared, Forbidden):
    """A table of patterns."""

    patterns = {
        r"据\p{Han}{2,3}透露": Text("消息来源不明，请写明出处", "name the source"),
        r"^附[一二三]$": Text("附件写作“附件1”", "write 附件1"),
        "(?i)ok": Text("请用中文", "say it in Chinese"),
    }


class Words(Declared, Preferred):
    """A table of terms."""

    terms = {
        "农业局": "县农业局",
        "农业局长": "农业农村局负责人",
        "局面上": "局面",
        "登陆": "登录",
        "登陆艇": "登陆艇",
        "陆艇": "汽艇",
        "A(1)": "甲(1)",
    }


def finds(rule: type[Rule], example: Example) -> bool:
    return example.expected() == spans(find(rule, example, example.sources()))


@pytest.mark.parametrize(
    "example",
    [
        bad("⟦据知情人透露⟧，项目已停工。"),
        bad("此事⟦OK⟧，彼事⟦ok⟧。"),
        bad("⟦附一⟧\n⟦附二⟧"),
        bad("⟦附一⟧\r\n正文\r\n\r\n⟦附二⟧\r\n\r\n此事⟦ok⟧\r\n"),
        bad("⟦附一⟧\r正文\r⟦附二⟧"),
        bad({"稿.md": "`ok` 与 ⟦ok⟧\n\n```\n据知情人透露\n```\n"}),
        good("见附一\n据《人民日报》报道。"),
        good("附一\u2028正文"),
        good(""),
    ],
)
def test_forbidden_patterns_are_found_where_they_stand(example: Example) -> None:
    """Patterns know Han and the ends of lines, whatever the line breaks; what is no prose is left alone."""
    assert finds(Unfit, example)


def test_a_pattern_sees_one_line_break_whatever_the_system() -> None:
    r"""A \n in a pattern is a line break of any kind, and the span covers all of it in the source."""

    class Split(Declared, Forbidden):
        patterns = {r"。\n(?=，)": Text("句子断开", "a sentence is cut")}

    for end in ("\n", "\r\n", "\r"):
        assert finds(Split, bad(f"第一行{end}甲⟦。{end}⟧，乙。{end}{end}丙⟦。{end}⟧，丁"))


def test_a_finding_says_what_the_table_says() -> None:
    """The message is that of the pattern; there is nothing to replace it by."""
    message = Unfit.patterns["(?i)ok"]

    assert [Finding(Span(2, 4), message)] == list(Unfit().check(Document("稿.txt", "此事ok")))


@pytest.mark.parametrize(
    "example",
    [
        bad("报⟦农业局⟧备案。", fixed="报县农业局备案。"),
        good("报县农业局备案。"),
        bad("⟦农业局⟧和县农业局和省⟦农业局⟧", fixed="县农业局和县农业局和省县农业局"),
        bad("县⟦农业局长⟧到会。", fixed="县农业农村局负责人到会。"),
        bad("⟦登陆⟧系统", fixed="登录系统"),
        good("登陆艇靠岸。"),
        bad("⟦陆艇⟧靠岸。", fixed="汽艇靠岸。"),
        bad("县农业⟦局面上⟧好。", fixed="县农业局面好。"),
        bad("按⟦A(1)⟧类办理，AA1、A1不变。", fixed="按甲(1)类办理，AA1、A1不变。"),
        bad({"稿.md": "`登陆` 后⟦登陆⟧"}, fixed="`登陆` 后登录"),
        bad("⟦农业局⟧\r\n⟦登陆⟧\r\n", fixed="县农业局\r\n登录\r\n"),
        good(""),
    ],
)
def test_wrong_terms_are_replaced_by_right_ones(example: Example) -> None:
    """The longest term counts, none counts inside its right term, and one that maps to itself is an exception."""
    ((path, source),) = example.sources().items()
    found = find(Words, example, {path: source})

    assert example.expected() == spans(found)
    assert (source if example.fixed is None else example.fixed) == apply(source, found[path])


def test_fixes_of_terms_are_as_safe_as_the_class_says() -> None:
    """UNSAFE unless the table is of spellings alone, and the class says so."""

    class Spelling(Declared, Preferred):
        terms = {"帐号": "账号"}
        safety = Safety.SAFE

    document = Document("稿.txt", "帐号、登陆")

    def safety(rule: Preferred) -> list[Safety]:
        return [finding.fix.safety for finding in rule.check(document) if finding.fix]

    assert safety(Spelling()) == [Safety.SAFE]
    assert safety(Words()) == [Safety.UNSAFE]


def test_a_pattern_that_takes_too_long_is_named_after_all_else() -> None:
    """What was found before the time ran out, and what other patterns find, is kept; then the slow ones are named."""

    class Slow(Declared, Forbidden):
        patterns = {f"错|{ENDLESS}": Text("一", "one"), "误": Text("二", "two"), ENDLESS: Text("三", "three")}
        timeout = 0.05

    findings = Slow().check(Document("稿.md", f"错误{HOSTILE}误", Kind.MARKDOWN))

    assert Span(0, 1) == next(findings).span
    assert Span(1, 2) == next(findings).span
    assert Span(63, 64) == next(findings).span
    with pytest.raises(SlowPatternError) as error:
        next(findings)
    assert f"错|{ENDLESS}、{ENDLESS} 在 0.05 秒内" in error.value.text.zh
    assert f"错|{ENDLESS}, {ENDLESS} did not finish this document in 0.05 s" in error.value.text.en


def test_a_hostile_document_cannot_hang_a_run(folder: Path, gaojian: Gaojian) -> None:
    """The failure names check, file and pattern; the exit code is 2; other checks and other files are reported."""
    table = f'    patterns = {{"{ENDLESS}": Text("不用", "no")}}\n    timeout = 0.05\n'
    (folder / "own.py").write_text(HEAD.format(kind="Forbidden") + table, "utf-8")
    (folder / "gaojian.toml").write_text('plugins = ["own.py"]\n', "utf-8")
    (folder / "甲.txt").write_text(f"产值增长%。{HOSTILE}", "utf-8")
    (folder / "乙.txt").write_text("一二一。", "utf-8")

    result = gaojian("check")

    assert result.returncode == 2
    found = [line.split(" ")[:2] for line in result.stdout.splitlines()]
    assert found == [["乙.txt:1:3:", "OWN001"], ["甲.txt:1:5:", "BLK002"]]
    assert "甲.txt" in result.stderr
    assert "OWN001" in result.stderr
    assert ENDLESS in result.stderr
    assert "乙.txt" not in result.stderr


@pytest.mark.parametrize(
    ("kind", "table", "reason"),
    [
        ("Forbidden", "", "OWN001 declares no patterns, a table such as {'…': Text(zh, en)}"),
        ("Forbidden", "patterns = {}", "OWN001 declares no patterns"),
        ("Forbidden", "patterns = ['甲']", "OWN001 declares no patterns"),
        ("Forbidden", "patterns = {'甲': '乙'}", "OWN001: patterns['甲'] must be Text(zh, en), not '乙'"),
        ("Forbidden", "patterns = {'(甲': title}", "'(甲' is no regular expression: missing ) at position 2"),
        ("Forbidden", "patterns = {'甲*': title}", "'甲*' matches the empty text"),
        ("Preferred", "", "OWN001 declares no terms, a table such as {'…': a right term}"),
        ("Preferred", "terms = {'甲': ''}", "OWN001: terms['甲'] must be a right term, not ''"),
        ("Preferred", "terms = {'': '甲'}", "OWN001: terms[''] must be a right term"),
        ("Preferred", "terms = {'甲': '乙', '乙': '甲'}", "the right term '乙' holds '乙', which is to be '甲'"),
    ],
)
def test_a_table_that_cannot_work_is_named_when_it_is_loaded(folder: Path, kind: str, table: str, reason: str) -> None:
    """One sentence names file, check, entry and fault, once a run and not once a document."""
    (folder / "own.py").write_text(f"{HEAD.format(kind=kind)}    {table}\n", "utf-8")

    with pytest.raises(LoadError) as error:
        load_rules([folder / "own.py"])

    assert str(folder / "own.py") in str(error.value)
    assert reason in str(error.value)


def test_the_kinds_themselves_are_no_checks(folder: Path) -> None:
    """A plugin that imports both and declares one check gives that one check."""
    source = HEAD.format(kind="Preferred") + "    terms = {'帐号': '账号'}\n"
    (folder / "own.py").write_text(source, "utf-8")

    assert {"OWN001"} == set(load_rules([folder / "own.py"])) - set(load_rules())


def test_a_class_without_code_is_a_base_for_others() -> None:
    """An office states once what all of its tables share."""

    class Office(Preferred):
        severity, basis, safety = Severity.NOTE, ("本单位规定",), Safety.SAFE

    class Spelling(Office):
        """用字。"""

        code, name, title = "OWN001", "spelling", Text("用字", "spelling")
        terms = {"帐号": "账号"}

    assert finds(Spelling, bad("⟦帐号⟧"))


def test_both_kinds_are_public() -> None:
    """A plugin imports from gaojian and from nowhere else."""
    assert {"Forbidden", "Preferred"} <= set(public.__all__)
