"""What a check finds in Simplified characters it finds in the same text in Traditional ones."""

from collections.abc import Iterator
from functools import cache

import opencc
import pytest
from test_examples import CHECKS, Case, find, name_of, spans

from gaojian import Check, Document, Finding, Kind, Pattern, Safety, Severity, Span, Text
from gaojian.diagnostic import Edit, Fix
from gaojian.examples import Example
from gaojian_checks.language.fold import simplified
from gaojian_checks.language.twin import in_both_scripts, in_simplified

HABITS = "zh-hant"
# Checks whose examples of a fault are none in Traditional characters, or not all of them, and why.
EXCEPTIONS = {
    "ARI013": "amounts in capitals are read as each script writes them: 參, not what 叁 is turned into",
    "BLK003": "verbs and measure words are listed in both scripts by the check itself, not all in Traditional",
    "DAT005": "festivals of fixed days are on other days there: Teachers' Day is 28 September",
    "DAT014": "13年 is a year of the Republic there, and written in full",
    "PLH009": "forms of Taiwan are printed with ○○",
    "PUN009": "items of regulations of Taiwan end in full stops",
    "SCR001": "is about characters of the other script",
    "SCR002": "is about characters of the other script",
    "SCR004": "is about characters of one script",
    "SCR005": "garbled bytes are no words of either script",
    "SPC001": "a wide blank before a name is a mark of respect there",
}
OWN = "examples of plugins are the user's own words"


@cache
def converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def traditional(text: str) -> str:
    converted: str = converter("s2tw").convert(text)
    return converted


def cases() -> Iterator[Case]:
    """Yield the examples of a fault that keep every place in Traditional characters, where they are one there too."""
    for rule in CHECKS:
        if rule.code in EXCEPTIONS or rule.code.startswith("OWN") or HABITS in rule.profiles:
            continue
        for example in rule.examples:
            texts = example.sources().values()
            if example.is_bad and all(len(traditional(text)) == len(text) for text in texts):
                yield rule, example


@pytest.mark.parametrize("case", list(cases()), ids=name_of)
def test_a_fault_is_found_in_both_scripts(case: Case) -> None:
    """The same places are marked when every character is turned into its Traditional form."""
    rule, example = case
    files = {path: traditional(text) for path, text in example.sources().items()}

    assert example.expected() == spans(find(rule, example, files))


@pytest.mark.parametrize("code", sorted(EXCEPTIONS))
def test_every_exception_is_needed(code: str) -> None:
    """An exception that no longer is one goes from the list."""
    (rule,) = (rule for rule in CHECKS if rule.code == code)

    def differs(example: Example) -> bool:
        files = {path: traditional(text) for path, text in example.sources().items()}
        return example.expected() != spans(find(rule, example, files))

    assert any(differs(example) for example in rule.examples if example.is_bad)


class Praise(Check):
    """A check that knows one word in Simplified characters."""

    code, name, severity = "OWN900", "praise", Severity.NOTE
    title, basis = Text("套话", "praise"), ("示例",)

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every 圆满."""
        for match in Pattern("圆满").finditer(document.prose):
            span = Span(*match.span())
            fix = Fix(Text("改为“顺利结束”", "write “顺利结束”"), (Edit(span, "顺利结束"),), Safety.SAFE)
            yield Finding(span, Text("“圆满”是套话", "“圆满” is praise"), fix)


def test_what_is_quoted_and_written_is_in_the_script_of_the_document() -> None:
    """Message, title and replacement come in Traditional characters where the document is in them."""
    (finding,) = Praise().check(Document("稿.txt", "會議圓滿閉幕，國內來賓陸續離開。"))
    (plain,) = Praise().check(Document("稿.txt", "会议圆满闭幕，国内来宾陆续离开。"))

    assert finding.span == plain.span == Span(2, 4)
    assert finding.message == Text("“圓滿”是套话", "“圓滿” is praise")
    assert finding.fix == Fix(Text("改为“順利結束”", "write “順利結束”"), (Edit(Span(2, 4), "順利結束"),), Safety.SAFE)
    assert plain.message == Text("“圆满”是套话", "“圆满” is praise")


def test_what_is_quoted_is_written_as_the_document_has_it() -> None:
    """台 stays 台 though the usual Traditional form is 臺: the reader looks for these very characters."""

    class Company(Check):
        """A check that quotes more than its finding."""

        code, name, severity = "OWN901", "company", Severity.NOTE
        title, basis = Text("公司", "company"), ("示例",)

        @in_both_scripts
        def check(self, document: Document) -> Iterator[Finding]:
            """Quote what stands before 调兼."""
            place = document.prose.index("调兼")
            message = Text(f"“{document.prose[place - 4 : place]}”与“台灣”", "…")
            yield Finding(Span(place, place + 2), message)

    (finding,) = Company().check(Document("稿.txt", "主任由台電公司調兼，綜理會務。"))

    assert finding.message.zh == "“台電公司”与“臺灣”"


def test_a_twin_has_the_places_of_its_document() -> None:
    """Text and lines are the same, prose is folded, what is hidden stays hidden; Simplified text is its own twin."""
    document = Document("稿.md", "國家考試。\n`國` 為例，條號會議。\n", Kind.MARKDOWN)
    twin = document.get(in_simplified)
    plain = Document("稿.md", "国家考试。\n", Kind.MARKDOWN)

    assert twin.text == document.text
    assert twin.prose == document.get(simplified) == "国家考试。\n\ufffc\ufffc\ufffc 为例，条号会议。\n"
    assert twin.position(8) == document.position(8)
    assert plain.get(in_simplified) is plain
    with pytest.raises(ValueError, match="prose of 1 characters for a text of 6"):
        plain.with_prose("国")
