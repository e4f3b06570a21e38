"""Checkstyle's XML, which many services and editors read: a ``file`` for each document, an ``error`` a finding."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from gaojian.check import Rule
from gaojian.diagnostic import Outcome, Severity
from gaojian.report._xml import HEAD, opening
from gaojian.report.location import relative
from gaojian.report.style import Source, Style

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the report, documents in order; failures stand at the first line of theirs."""
    del rules, source
    yield HEAD + opening("checkstyle", {"version": "4.3"}) + "\n"
    for failure in outcome.failures:
        yield opening("file", {"name": relative(failure.path) if failure.path else "gaojian"}) + "\n"
        message = failure.message.in_language(style.language)
        yield _error({"line": 1, "severity": "error", "message": message, "source": "gaojian"})
        yield "</file>\n"
    for path, diagnostics in groupby(outcome.diagnostics, key=lambda diagnostic: diagnostic.path):
        yield opening("file", {"name": relative(path)}) + "\n"
        for diagnostic in diagnostics:
            yield _error(
                {
                    "line": diagnostic.start.line,
                    "column": diagnostic.start.column,
                    "severity": _SEVERITIES[diagnostic.severity],
                    "message": diagnostic.message.in_language(style.language),
                    "source": f"gaojian.{diagnostic.code}",
                }
            )
        yield "</file>\n"
    yield "</checkstyle>\n"


def _error(attributes: Mapping[str, object]) -> str:
    return opening("error", attributes, empty=True) + "\n"
