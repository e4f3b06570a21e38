"""Characters of another script and residue of other media: what the examples cannot show."""

import json
from pathlib import Path

import pytest

from gaojian import Check, Document, Kind
from gaojian.registry import load_rules

RULES = load_rules()
CODES = ("SCR001", "SCR002", "SCR003", "SCR004", "SCR005", "MET001", "MET002", "MET003", "MET004")


def found(text: str, *codes: str, path: str = "稿.txt", kind: Kind = Kind.TEXT) -> list[tuple[str, str]]:
    document = Document(path, text, kind)
    checks = [rule() for code in codes or CODES if issubclass(rule := RULES[code], Check)]
    return [(check.code, text[slice(*finding.span)]) for check in checks for finding in check.check(document)]


def test_a_text_in_both_scripts_is_left_alone() -> None:
    """Where every third word is Traditional nobody typed a stray."""
    text = "简体说明：各单位按时报送材料，无一例外。\n" + "繁體說明：各單位按時報送材料，無一例外。\n" * 4

    assert found(text, "SCR001", "SCR002") == []


def test_a_quotation_and_a_passage_keep_their_script() -> None:
    """Titles, quotations and whole sentences in the other script are meant."""
    plain = "各单位按时报送材料，这个规定无一例外，发给个人。\n" * 5
    quoted = plain + "书名作《漢書補注》，碑上写着“萬古長青”，原文：國家考試依這個規定辦理。\n"

    assert found(quoted, "SCR001") == []
    assert found(plain + "材料送审査以后退回。\n", "SCR001") == [("SCR001", "査")]


def test_a_character_is_put_right_as_its_word_demands() -> None:
    """發 is 发, and so is 髮."""
    text = (
        "各单位按时报送材料，这个规定无一例外；经费开支须实报实销，发现问题随时联系。\n理髮店照此办理，各地發出通知。"
    )
    findings = list(RULES["SCR001"]().check(Document("稿.txt", text)))  # type: ignore[attr-defined]

    assert [finding.fix.edits[0].replacement for finding in findings] == ["发", "发"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_deleted_line_takes_one_line_break_along(newline: str) -> None:
    """Whatever the system, nothing but the line goes."""
    text = newline.join(["工作总结", "发布时间:2020-01-09 08:30:11", "全年完成清淤。", "浏览次数：35"])
    (first, last) = RULES["MET001"]().check(Document("稿.txt", text))  # type: ignore[attr-defined]

    def without(fix: object) -> str:
        edit = fix.edits[0]  # type: ignore[attr-defined]
        return text[: edit.span.start] + text[edit.span.end :]

    assert without(first.fix) == newline.join(["工作总结", "全年完成清淤。", "浏览次数：35"])
    assert without(last.fix) == newline.join(["工作总结", "发布时间:2020-01-09 08:30:11", "全年完成清淤。"])


@pytest.mark.parametrize(
    "part", ["l1", "锛屽", "Ã©", "發", "&nbsp;", "— 3 —\n", "发布时间:2020-01-09 08:30\n", "⽅方", "\ufffd", "扫码"]
)
def test_time_is_linear_in_hostile_text(part: str) -> None:
    """A line of nothing but a trigger, two hundred thousand characters long, is looked at once."""
    text = "这个国家规定" + part * (200_000 // len(part))

    assert isinstance(found(text), list)


def test_look_alikes_of_the_public_collection_are_silent(shared: Path) -> None:
    """Nothing of these families is said about strings that are right."""
    lines = (shared / "corpora" / "dirty" / "lookalikes_public.jsonl").read_text("utf-8").splitlines()
    said = [(row["id"], *hit) for row in map(json.loads, lines) for hit in found(row["sentence"])]

    assert said == []
