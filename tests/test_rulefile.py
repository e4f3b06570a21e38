"""Rules as tables: what they say, what is wrong with them, and the schema that editors check them by."""

import copy
import json
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT, Gaojian

import gaojian as public
from gaojian import Check, Safety, Severity, Text
from gaojian.config import read_config
from gaojian.errors import LoadError
from gaojian.examples import Example
from gaojian.plan import make_plan
from gaojian.profiles import PROFILES
from gaojian.registry import load_rules
from gaojian.rulefile import rules_of_file, rules_of_tables
from gaojian.rulekeys import COMMON, KINDS, REQUIRED

EXAMPLE = ROOT / "examples" / "house-style"
SCHEMA = json.loads((Path(public.__file__).parent / "rules.schema.json").read_text("utf-8"))
FORBIDDEN: dict[str, Any] = {
    "kind": "forbidden",
    "code": "OWN001",
    "name": "own-word",
    "title": "套话",
    "message": "“{text}”是套话",
    "basis": "本单位规定",
    "texts": ["狠抓落实"],
}
PREFERRED: dict[str, Any] = {key: FORBIDDEN[key] for key in ("code", "name", "title", "basis")} | {
    "kind": "preferred",
    "terms": {"帐号": "账号"},
}
PAIRED = {**PREFERRED, "kind": "paired", "pairs": [["【", "】"]]}
del PAIRED["terms"]


def read(table: dict[str, Any]) -> tuple[list[type[Check]], list[str]]:
    """Return the rules that ``table`` makes, and the sentences on what is wrong with it."""
    found = list(rules_of_tables(Path("规则.toml"), [table]))
    mistakes = [one.text.zh.removeprefix("规则.toml：") for one in found if isinstance(one, LoadError)]
    return [one for one in found if not isinstance(one, LoadError)], mistakes


def test_every_key_arrives_in_the_class() -> None:
    """As if the class had been written in Python."""
    table = {
        **PREFERRED,
        "title": {"zh": "用字", "en": "characters"},
        "message": "应为{right}",
        "severity": "note",
        "basis": ["甲", "乙"],
        "description": "说明。\n\nWhat it finds.",
        "opt-in": True,
        "weight": 0.1,
        "profiles": {"statute": "off", "notice": "error"},
        "exceptions": ["帐号机"],
        "safety": "safe",
        "examples": ["⟦帐号⟧", {"text": "`帐号`", "file": "稿.md", "fixed": "`帐号`", "profile": "notice"}],
    }
    ((rule,), mistakes) = read(table)

    assert mistakes == []
    assert (rule.code, rule.name, rule.title, rule.severity) == (
        "OWN001",
        "own-word",
        Text("用字", "characters"),
        Severity.NOTE,
    )
    assert (rule.basis, rule.__doc__, rule.opt_in, rule.weight) == (("甲", "乙"), "说明。\n\nWhat it finds.", True, 0.1)
    assert rule.profiles == {"statute": None, "notice": Severity.ERROR}
    assert issubclass(rule, public.Preferred)
    assert (rule.message, rule.safety, rule.terms) == (
        Text("应为{right}", "应为{right}"),
        Safety.SAFE,
        {"帐号": "账号", "帐号机": "帐号机"},
    )
    assert rule.examples == (
        Example({"示例.txt": "⟦帐号⟧"}),
        Example({"稿.md": "`帐号`"}, "`帐号`", profile="notice"),
    )
    assert rule.__name__ == "OwnWord"


WRONG: list[tuple[dict[str, Any], dict[str, Any], list[str] | None]] = [
    (FORBIDDEN, {"kind": "forbiden"}, ["rules#1 OWN001.kind：不认识 forbiden；是不是 forbidden？"]),
    (FORBIDDEN, {"kind": None}, ["rules#1 OWN001.kind：缺少这个键"]),
    (FORBIDDEN, {"code": "own1"}, ["rules#1 own1.code：应为三个大写字母加三个数字，如 OWN001，而不是 'own1'"]),
    (FORBIDDEN, {"code": None}, ["rules#1.code：缺少这个键"]),
    (
        FORBIDDEN,
        {"name": "Own"},
        ["rules#1 OWN001.name：应为小写英文单词，用连字符相连，如 empty-phrase，而不是 'Own'"],
    ),
    (FORBIDDEN, {"title": ""}, ["rules#1 OWN001.title：应为不空的文字"]),
    (FORBIDDEN, {"title": {"zh": "甲"}}, ['rules#1 OWN001.title：应为文字，或 {zh = "中文", en = "英文"}']),
    (FORBIDDEN, {"severity": "warn"}, ["rules#1 OWN001.severity：不认识 warn；是不是 warning？"]),
    (FORBIDDEN, {"severity": 2}, ["rules#1 OWN001.severity：应为 note、warning、error 之一"]),
    (FORBIDDEN, {"basis": []}, ['rules#1 OWN001.basis：应为文字列表，如 ["甲", "乙"]']),
    (FORBIDDEN, {"patern": ["甲"]}, ["rules#1 OWN001.patern：不认识 patern；是不是 patterns？"]),
    (FORBIDDEN, {"texts": None}, ["rules#1 OWN001.patterns：缺少 patterns 或 texts"]),
    (FORBIDDEN, {"message": None}, ["rules#1 OWN001.message：缺少这个键"]),
    (FORBIDDEN, {"timeout": 0}, ["rules#1 OWN001.timeout：应为 0 到 60 之间的数"]),
    (FORBIDDEN, {"timeout": True}, ["rules#1 OWN001.timeout：应为 0 到 60 之间的数"]),
    (FORBIDDEN, {"opt-in": "yes"}, ["rules#1 OWN001.opt-in：应为 true 或 false"]),
    (
        FORBIDDEN,
        {"profiles": {"law": "off"}},
        ["rules#1 OWN001.profiles.law：不认识 law；可用的是：" + "、".join(sorted(PROFILES[1:]))],
    ),
    (FORBIDDEN, {"examples": "甲"}, ['rules#1 OWN001.examples：应为列表，如 ["错在⟦这里⟧。", "没有错。"]']),
    (FORBIDDEN, {"examples": [{"txt": "甲"}]}, None),
    (PREFERRED, {"terms": {"帐号": 1}}, ["rules#1 OWN001.terms.帐号：应为正确写法，而不是 1"]),
    (PREFERRED, {"terms": {}}, ['rules#1 OWN001.terms：应为表，如 {"帐号" = "账号"}']),
    (PREFERRED, {"patterns": ["甲"]}, None),
    (PREFERRED, {"safety": "save"}, ["rules#1 OWN001.safety：不认识 save；是不是 safe？"]),
    (PAIRED, {"pairs": [["【"]]}, ['rules#1 OWN001.pairs#1：应如 [["甲", "乙"]]，而不是 [\'【\']']),
    (PAIRED, {"pairs": []}, ['rules#1 OWN001.pairs：应为列表，如 [["甲", "乙"]]']),
    (PAIRED, {"kind": "allowed-order", "pairs": None, "order": ["甲"], "scope": "line"}, None),
]
BEYOND_THE_SCHEMA: list[tuple[dict[str, Any], dict[str, Any], list[str] | None]] = [
    (FORBIDDEN, {"message": "{txt}"}, ["rules#1 OWN001.message：不认识 {txt}；是不是 {text}？"]),
    (FORBIDDEN, {"patterns": ["(甲"]}, ["rules#1 OWN001：“(甲”不是正则表达式（missing ) at position 2）"]),
    (FORBIDDEN, {"patterns": ["甲*"]}, ["rules#1 OWN001：“甲*”能匹配空文字，处处都会报；请写出至少要有的字"]),
    (FORBIDDEN, {"examples": ["⟦甲"]}, ["rules#1 OWN001.examples#1：⟦ 和 ⟧ 不成对"]),
    (
        PREFERRED,
        {"terms": {"甲": "乙", "乙": "甲"}},
        ["rules#1 OWN001：正确写法“乙”里含有“乙”，而它又应写作“甲”，改不到头"],
    ),
    (
        {**PAIRED, "kind": "consistent", "pairs": None},
        {"variants": [["甲", "乙"], ["乙", "丙"]]},
        ["rules#1 OWN001：“乙”写了两次；每个词只能属于一组"],
    ),
]


def changed(table: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**copy.deepcopy(table), **change}.items() if value is not None}


@pytest.mark.parametrize(("table", "change", "expected"), [*WRONG, *BEYOND_THE_SCHEMA])
def test_a_mistake_names_rule_key_and_the_nearest_word(
    table: dict[str, Any], change: dict[str, Any], expected: list[str] | None
) -> None:
    """One sentence each; a rule with a mistake is not run."""
    rules, mistakes = read(changed(table, change))

    assert rules == []
    assert mistakes == expected if expected is not None else mistakes


@pytest.mark.parametrize(("table", "change", "expected"), WRONG)
def test_the_schema_refuses_what_is_refused(
    table: dict[str, Any], change: dict[str, Any], expected: list[str] | None
) -> None:
    """An editor marks the same mistakes; what has to be run or compiled it cannot know."""
    del expected
    validator = jsonschema.Draft202012Validator(SCHEMA)

    assert validator.is_valid({"rules": [table]})
    assert not validator.is_valid({"rules": [changed(table, change)]})


def test_the_schema_accepts_the_shipped_rules_and_knows_every_key() -> None:
    """Keys, kinds and required keys are those that are read."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(tomllib.loads((EXAMPLE / "rules" / "reports.toml").read_text("utf-8")), SCHEMA)
    rule = SCHEMA["$defs"]["rule"]

    assert set(rule["properties"]) == set(COMMON)
    assert set(rule["required"]) == set(REQUIRED)
    assert rule["properties"]["kind"]["enum"] == list(KINDS)
    assert {kind["properties"]["kind"]["const"]: set(kind["properties"]) - {"kind"} for kind in rule["oneOf"]} == {
        name: set(kind.keys) for name, kind in KINDS.items()
    }


def test_yaml_says_what_toml_says(folder: Path) -> None:
    """The shipped rules, written in YAML, are the same rules."""
    toml = EXAMPLE / "rules" / "reports.toml"
    table = tomllib.loads(toml.read_text("utf-8"))
    (folder / "departments.tsv").write_bytes((EXAMPLE / "rules" / "departments.tsv").read_bytes())
    (folder / "规则.yaml").write_text(yaml.safe_dump(table, allow_unicode=True), "utf-8")

    def told(file: Path) -> list[tuple[object, ...]]:
        rules = [rule for rule in rules_of_file(file) if not isinstance(rule, LoadError)]
        return [(rule.code, rule.title, rule.basis, rule.examples, rule.__base__) for rule in rules]

    assert told(toml) == told(folder / "规则.yaml")
    assert len(told(toml)) == 20


def broken(folder: Path, name: str, text: str | bytes) -> list[str]:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [one.text.zh.removeprefix(f"{file}：") for one in rules_of_file(file) if isinstance(one, LoadError)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("甲.toml", "rules = [", "TOML 语法有误（"),
        ("甲.toml", b"\xff", "规则文件不是 UTF-8 编码，请转存为 UTF-8"),
        ("甲.toml", "rule = []", "rules：没有 [[rules]]；若不是规则文件，请改名以 _ 开头"),
        ("甲.toml", "rules = 3", "rules：应为表的列表，写作 [[rules]]"),
        ("甲.toml", "rules = []\nrule = 1", "rule：不认识 rule；是不是 rules？"),
        ("甲.yml", "rules: [", "YAML 语法有误（"),
        ("甲.yml", "rules: []\nrules: []", "YAML 语法有误（rules stands twice"),
        ("甲.yml", "rules: !!python/object/apply:os.getcwd []", "YAML 语法有误（could not determine a constructor"),
        ("甲.yml", "甲", "rules：没有 [[rules]]"),
        ("甲.yml", "? [甲]\n: 乙", "YAML 语法有误（"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str, text: str | bytes, expected: str) -> None:
    """One sentence, with the place where there is one; nothing in it is run."""
    (told,) = broken(folder, name, text)

    assert told.startswith(expected)


def test_yaml_without_its_package_names_the_command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TOML needs nothing."""
    monkeypatch.setitem(sys.modules, "yaml", None)

    assert broken(folder, "甲.yaml", "rules: []") == [
        "读 YAML 需要 PyYAML，请运行 pip install 'gaojian[yaml]'，或改用 TOML"
    ]


def test_a_bomb_of_aliases_is_one_short_sentence(folder: Path) -> None:
    """What repeats itself a billion times is shown in a few characters."""
    names = "abcdefghi"
    bomb = "".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(names))
    table = yaml.safe_dump({key: value for key, value in PAIRED.items() if key != "pairs"}, allow_unicode=True)
    text = f"a: &a [甲, 甲, 甲]\n{bomb}rules:\n- pairs: [*i]\n" + "".join(f"  {line}\n" for line in table.splitlines())
    told = broken(folder, "甲.yaml", text)

    assert max(map(len, told)) < 500
    assert [sentence for sentence in told if sentence.startswith("rules#1 OWN001.pairs#1：应如 ")] != []


TERMS_FILE = "kind = 'preferred'\ncode = 'OWN001'\nname = 'own'\ntitle = '甲'\nbasis = '乙'\nterms-file = '词.tsv'\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("帐号\t账号\n# 注\n\n帐户 \t账户\r\n", []),
        ("帐号 账号\n", ["第 1 行应为“错误写法、制表符、正确写法”"]),
        ("帐号\t账号\n帐号\t帐户\n", ["第 2 行：“帐号”前面已经有了"]),
        ("帐号\t\n甲\t乙\t丙\n", ["第 1 行应为", "第 2 行应为"]),
        ("# 空\n", ["里没有一个词"]),
    ],
)
def test_terms_come_from_a_file(folder: Path, lines: str, expected: list[str]) -> None:
    """Each mistake names its line; blank lines and comments are passed over."""
    (folder / "词.tsv").write_bytes(lines.encode())
    told = broken(folder, "规则.toml", f"[[rules]]\n{TERMS_FILE}")

    assert len(expected) == len(told)
    assert all(part in sentence for part, sentence in zip(expected, told, strict=True))


def test_a_file_of_terms_that_is_missing_is_named(folder: Path) -> None:
    """Relative to the file of rules."""
    (told,) = broken(folder, "规则.toml", f"[[rules]]\n{TERMS_FILE}")

    assert told == f"rules#1 OWN001.terms-file：读不了 {folder / '词.tsv'}（No such file or directory）"


def toml_of(table: dict[str, Any]) -> str:
    return "[[rules]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in table.items())


def test_rules_stand_in_the_configuration_itself(folder: Path, gaojian: Gaojian) -> None:
    """With options, severity and suppression as for any check; a worker process knows them too."""
    text = f'select = ["OWN"]\n{toml_of(FORBIDDEN)}[checks.OWN001]\nseverity = "error"\n'
    (folder / "gaojian.toml").write_text(text, "utf-8")
    (folder / "甲.txt").write_text("狠抓落实。\n<!-- gaojian: next OWN001 -->\n狠抓落实。\n", "utf-8")
    (folder / "乙.txt").write_text("没有。\n", "utf-8")
    result = gaojian("check", "--jobs", "2")

    assert (result.stdout, result.returncode) == ("甲.txt:1:1: OWN001 “狠抓落实”是套话\n", 1)
    assert "错误 1" in result.stderr


def test_the_other_rules_hold_where_one_is_wrong(folder: Path, gaojian: Gaojian) -> None:
    """The exit code is 2, every mistake is a sentence, and what is right is run."""
    wrong = {**FORBIDDEN, "code": "OWN002", "name": "other", "severty": "note"}
    again = {**FORBIDDEN, "name": "again"}
    (folder / "规则.toml").write_text(toml_of(wrong) + toml_of(FORBIDDEN) + toml_of(again), "utf-8")
    (folder / "gaojian.toml").write_text('plugins = ["规则.toml"]\n', "utf-8")
    (folder / "甲.txt").write_text("狠抓落实。\n", "utf-8")
    result = gaojian("check")

    assert (result.stdout, result.returncode) == ("甲.txt:1:1: OWN001 “狠抓落实”是套话\n", 2)
    assert "规则.toml：rules#1 OWN002.severty：不认识 severty；是不是 severity？" in result.stderr
    assert "OWN001 again clashes with OWN001 own-word" in result.stderr


def test_a_folder_holds_rules_of_every_form(folder: Path) -> None:
    """Python, TOML and YAML side by side; what begins with _ is none, and a file named twice counts once."""
    rules = folder / "rules"
    rules.mkdir()
    (rules / "甲.toml").write_text(toml_of(FORBIDDEN), "utf-8")
    second = {**FORBIDDEN, "code": "OWN002", "name": "second"}
    (rules / "乙.yaml").write_text(yaml.safe_dump({"rules": [second]}, allow_unicode=True), "utf-8")
    (rules / "_词.toml").write_text("words = []", "utf-8")
    (rules / "gaojian.toml").write_text("", "utf-8")

    assert set(load_rules([rules, rules / "甲.toml"])) - set(load_rules()) == {"OWN001", "OWN002"}


def test_what_is_no_list_of_tables_is_a_mistake_of_the_configuration(folder: Path) -> None:
    """As [[per-file]] is."""
    (folder / "gaojian.toml").write_text("[rules]\ncode = 'OWN001'\n", "utf-8")
    config, found = read_config(folder / "gaojian.toml", folder)

    assert [text.zh for text in found] == [f"{folder / 'gaojian.toml'}：rules：应为表的列表，写作 [[rules]]"]
    assert make_plan(config).failures == ()


def test_a_rule_that_changed_is_not_answered_from_the_cache(folder: Path, gaojian: Gaojian) -> None:
    """Neither when its file changed, nor the file of its terms."""
    (folder / "gaojian.toml").write_text(f"select = ['OWN']\n[[rules]]\n{TERMS_FILE}", "utf-8")
    (folder / "词.tsv").write_text("帐号\t账号\n", "utf-8")
    (folder / "甲.md").write_text("帐号与帐户。\n" + "正文。\n" * 100_000, "utf-8")

    def found() -> int:
        return len(gaojian("check").stdout.splitlines())

    assert found() == 1
    (folder / "词.tsv").write_text("帐号\t账号\n帐户\t账户\n", "utf-8")
    assert found() == 2
