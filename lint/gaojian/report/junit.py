"""JUnit's XML, for services that show test reports: a suite for each document, a failed test a finding.

Notes never fail a run and are no failures here either: they are skipped tests with their message. A run without
findings has one passed test, for some services take an empty report for a broken one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome, Severity
from gaojian.report._xml import HEAD, content, opening
from gaojian.report.location import relative
from gaojian.report.style import Source, Style


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the report: failures of the run as errors, then the documents in order."""
    del rules, source
    failed = sum(diagnostic.severity > Severity.NOTE for diagnostic in outcome.diagnostics)
    skipped = len(outcome.diagnostics) - failed
    errors = len(outcome.failures)
    tests = len(outcome.diagnostics) + errors or 1
    yield HEAD + opening("testsuites", _counts("gaojian", tests, failed, errors, skipped)) + "\n"
    if errors:
        yield opening("testsuite", _counts("gaojian", errors, 0, errors, 0)) + "\n"
        for failure in outcome.failures:
            name = relative(failure.path) if failure.path else "gaojian"
            message = failure.message.in_language(style.language)
            yield _case(name, "gaojian", opening("error", {"message": message}, empty=True))
        yield "</testsuite>\n"
    for path, diagnostics in groupby(outcome.diagnostics, key=lambda diagnostic: diagnostic.path):
        yield from _suite(relative(path), list(diagnostics), style.language)
    if not errors and not outcome.diagnostics:
        yield opening("testsuite", _counts("gaojian", 1, 0, 0, 0)) + "\n"
        yield opening("testcase", {"name": f"{outcome.files} files", "classname": "gaojian"}, empty=True) + "\n"
        yield "</testsuite>\n"
    yield "</testsuites>\n"


def _suite(name: str, diagnostics: Sequence[Diagnostic], language: str) -> Iterator[str]:
    failed = sum(diagnostic.severity > Severity.NOTE for diagnostic in diagnostics)
    yield opening("testsuite", _counts(name, len(diagnostics), failed, 0, len(diagnostics) - failed)) + "\n"
    for diagnostic in diagnostics:
        line, column = diagnostic.start
        message = diagnostic.message.in_language(language)
        if diagnostic.severity > Severity.NOTE:
            words = content(f"{name}:{line}:{column}: {diagnostic.code} {message}")
            result = opening("failure", {"type": diagnostic.severity.label, "message": message}) + words + "</failure>"
        else:
            result = opening("skipped", {"message": message}, empty=True)
        yield _case(f"{diagnostic.code} {diagnostic.name} ({line}:{column})", name, result, line)
    yield "</testsuite>\n"


def _case(name: str, class_name: str, result: str, line: int = 1) -> str:
    attributes = {"name": name, "classname": class_name, "file": class_name, "line": line}
    return f"{opening('testcase', attributes)}{result}</testcase>\n"


def _counts(name: str, tests: int, failures: int, errors: int, skipped: int) -> dict[str, object]:
    return {"name": name, "tests": tests, "failures": failures, "errors": errors, "skipped": skipped, "time": "0"}
