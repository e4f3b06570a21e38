"""GitLab's Code Quality report: a JSON array, one object a finding.

GitLab shows only the first of findings with equal fingerprints, so each is unique within the report, and outlives edits
elsewhere in its document. Failures come first, as blockers: the widget of a merge request knows nothing else.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Failure, Outcome, Severity
from gaojian.report.fingerprint import Fingerprints
from gaojian.report.json import lines
from gaojian.report.location import last_line, relative
from gaojian.report.style import Source, Style

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the array, a line for each failure and each diagnostic."""
    del rules
    yield "[\n"
    yield from lines(_objects(outcome, style.language, source))
    yield "]\n"


def _objects(outcome: Outcome, language: str, source: Source) -> Iterator[dict[str, object]]:
    for number, failure in enumerate(outcome.failures):
        yield _failure(failure, number, language)
    fingerprints = Fingerprints(source)
    for diagnostic in outcome.diagnostics:
        yield _finding(diagnostic, fingerprints.of(diagnostic), language)


def _finding(diagnostic: Diagnostic, fingerprint: str, language: str) -> dict[str, object]:
    start, end = diagnostic.start, diagnostic.end
    return {
        "description": f"{diagnostic.code} {diagnostic.message.in_language(language)}",
        "check_name": diagnostic.name,
        "fingerprint": _unique(diagnostic.path, fingerprint),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": relative(diagnostic.path), "lines": {"begin": start.line, "end": last_line(start, end)}},
    }


def _failure(failure: Failure, number: int, language: str) -> dict[str, object]:
    return {
        "description": failure.message.in_language(language),
        "check_name": "gaojian",
        "fingerprint": _unique(failure.path, f"{failure.message.en}:{number}"),
        "severity": "blocker",
        "location": {"path": relative(failure.path) if failure.path else "gaojian", "lines": {"begin": 1}},
    }


def _unique(path: str, mark: str) -> str:
    return sha256(f"{relative(path)}\0{mark}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
