"""Every example of every check, and what follows from each without another line."""

from pathlib import Path

import pytest

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.diagnostic import Finding
from gaojian.document import Document, Kind
from gaojian.examples import Example
from gaojian.registry import load_rules
from gaojian.text import Position, Span
from profiled import sees, severity_on

Case = tuple[type[Rule], Example]
PLUGIN = Path(__file__).resolve().parent.parent / "examples" / "plugin" / "rules"
RULES = load_rules([PLUGIN])
CASES: list[Case] = [(rule, example) for rule in RULES.values() for example in rule.examples]
CHECKS = [rule for code, rule in RULES.items() if not code.startswith("SUP")]


def name_of(case: object) -> str:
    if isinstance(case, tuple):
        rule, example = case
        text = next(iter(example.files.values()))
        return f"{rule.code}-{text[:24]}"
    return str(case)


every_example = pytest.mark.parametrize("case", CASES, ids=name_of)
one_file = pytest.mark.parametrize(
    "case", [case for case in CASES if len(case[1].files) == 1 and issubclass(case[0], Check)], ids=name_of
)


def document_of(path: str, text: str, profile: str) -> Document:
    return Document(path, text, Kind.MARKDOWN if path.endswith(".md") else Kind.TEXT, profile=profile)


def find(rule: type[Rule], example: Example, files: dict[str, str]) -> dict[str, list[Finding]]:
    documents = {path: document_of(path, text, example.profile) for path, text in files.items()}
    documents = {
        path: document for path, document in documents.items() if severity_on(rule, document) and sees(rule, document)
    }
    check = rule(**example.options)
    found: dict[str, list[Finding]] = {path: [] for path in files}
    if isinstance(check, Check):
        for path, document in documents.items():
            found[path] = sorted(check.check(document), key=lambda finding: finding.span)
    elif isinstance(check, ProjectCheck):
        facts = {path: check.collect(document) for path, document in documents.items()}
        for path, finding in check.compare(facts, documents.get):
            found[path].append(finding)
    for findings in found.values():
        findings.sort(key=lambda finding: finding.span)
    return found


def spans(found: dict[str, list[Finding]]) -> dict[str, list[Span]]:
    return {path: [finding.span for finding in findings] for path, findings in found.items()}


def apply(text: str, findings: list[Finding]) -> str:
    edits = sorted({edit for finding in findings if finding.fix for edit in finding.fix.edits}, reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


@every_example
def test_finds_exactly_the_marked_spans(case: Case) -> None:
    """Each mark is a finding and each finding is marked."""
    rule, example = case

    assert example.expected() == spans(find(rule, example, example.sources()))


@every_example
def test_findings_lie_inside_the_text_and_speak_both_languages(case: Case) -> None:
    """Spans are within the document; messages are two different, non-empty sentences."""
    rule, example = case
    sources = example.sources()

    for path, findings in find(rule, example, sources).items():
        for finding in findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(sources[path])
            assert finding.message.zh
            assert finding.message.en
            assert finding.message.zh != finding.message.en


@one_file
def test_fixes_give_the_stated_text_and_converge(case: Case) -> None:
    """Applying every fix gives ``fixed``, and then the check has no more fixes to offer."""
    rule, example = case
    ((path, source),) = example.sources().items()
    fixed = apply(source, find(rule, example, {path: source})[path])

    assert (source if example.fixed is None else example.fixed) == fixed
    assert not [finding for finding in find(rule, example, {path: fixed})[path] if finding.fix]


@one_file
@pytest.mark.parametrize("front", ["\n", "\r\n", "\u2028\n", "\n\n"], ids=["LF", "CRLF", "U+2028", "two"])
def test_a_line_in_front_moves_lines_and_not_columns(case: Case, front: str) -> None:
    """A blank line before the text moves every finding down and none sideways."""
    rule, example = case
    ((path, source),) = example.sources().items()
    if front.startswith("\r"):
        source = source.replace("\n", "\r\n")

    def positions(text: str) -> list[Position]:
        index = document_of(path, text, example.profile).lines
        return [index.position(finding.span.start) for finding in find(rule, example, {path: text})[path]]

    added = front.count("\n")

    assert [Position(line + added, column) for line, column in positions(source)] == positions(front + source)


@one_file
def test_the_same_text_in_a_code_fence_is_silent(case: Case) -> None:
    """What stands in a code fence is not prose."""
    rule, example = case
    ((_, source),) = example.sources().items()
    if "```" in source:
        pytest.skip("the example itself holds a code fence")

    found = find(rule, example, {"示例.md": f"```\n{source}\n```\n"})

    assert spans(found) == {"示例.md": []}


def test_every_check_is_documented_both_ways() -> None:
    """Each check has a docstring, a norm or measurement, an example of a fault and one of clean text."""
    wanting: list[str] = []
    for rule in CHECKS:
        doc = rule.__doc__ or ""
        kinds = {example.is_bad for example in rule.examples}
        if not doc.strip() or rule.__dict__.get("__doc__") is None or not rule.basis or kinds != {True, False}:
            wanting.append(rule.code)

    assert wanting == []


def test_every_module_defines_one_check() -> None:
    """One check, one file: nothing hides behind another."""
    modules = [rule.__module__ for rule in CHECKS]

    assert sorted(set(modules)) == sorted(modules)
