"""Annotations of GitHub Actions: ``::error file=…,line=…::message``, one a finding.

GitHub keeps ten errors, ten warnings and ten notices of a step: so the gravest come first, and a line with the totals
follows. A range within one line has ``col`` and ``endColumn``, counted in code points from 1; GitHub does not say
whether ``endColumn`` is part of the range, and here it is not, as in gaojian's other formats. A range over several
lines has lines alone: the runner rejects an annotation that has columns as well.
"""

from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Failure, Outcome, Severity
from gaojian.report.location import last_line, relative
from gaojian.report.screen import visible
from gaojian.report.style import Source, Style
from gaojian.report.summary import summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield an annotation for each failure and diagnostic, the gravest first, then the summary."""
    del rules, source
    for failure in outcome.failures:
        yield _failure(failure, style.language)
    for diagnostic in sorted(outcome.diagnostics, key=lambda diagnostic: -diagnostic.severity):
        yield _annotation(diagnostic, style.language)
    yield summary(outcome, style.language) + "\n"


def _annotation(diagnostic: Diagnostic, language: str) -> str:
    start, end = diagnostic.start, diagnostic.end
    lines = {"line": str(start.line), "endLine": str(last_line(start, end))}
    columns = {"col": str(start.column), "endColumn": str(end.column)} if start.line == end.line else {}
    properties = {"file": relative(diagnostic.path), **lines, **columns}
    properties["title"] = f"{diagnostic.code} {diagnostic.name}"
    return _command(_COMMANDS[diagnostic.severity], properties, diagnostic.message.in_language(language))


def _failure(failure: Failure, language: str) -> str:
    properties = {"file": relative(failure.path)} if failure.path else {}
    return _command("error", {**properties, "title": "gaojian"}, failure.message.in_language(language))


def _command(command: str, properties: Mapping[str, str], message: str) -> str:
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{command} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
