"""Reports in the words of the protocol."""

from collections.abc import Callable, Iterable

from lsprotocol import types

from gaojian.diagnostic import Severity
from gaojian.lsp.messages import Change, Mark, Report
from gaojian.lsp.positions import Point, Range

SOURCE = "gaojian"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
Uris = Callable[[str], str]
"""From the key of a document to the URI by which the client knows it."""


def diagnostics(report: Report, uris: Uris, *, with_related: bool) -> list[types.Diagnostic]:
    """Return the marks of ``report`` as diagnostics; other places only for clients that show them."""
    return [diagnostic(mark, uris, with_related=with_related) for mark in report.marks]


def diagnostic(mark: Mark, uris: Uris, *, with_related: bool) -> types.Diagnostic:
    """Return ``mark`` as a diagnostic."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uris(place.key), protocol_range(place.range)),
            place.message,
        )
        for place in mark.related
        if with_related
    ]
    return types.Diagnostic(
        protocol_range(mark.range),
        mark.message,
        severity=_SEVERITIES[mark.severity],
        code=mark.code or None,
        source=SOURCE,
        related_information=related or None,
    )


def text_edits(changes: Iterable[Change]) -> list[types.TextEdit]:
    """Return ``changes`` as text edits."""
    return [types.TextEdit(protocol_range(change.range), change.text) for change in changes]


def protocol_range(extent: Range) -> types.Range:
    """Return ``extent`` as the protocol writes it."""
    return types.Range(types.Position(*extent.start), types.Position(*extent.end))


def point(position: types.Position) -> Point:
    """Return ``position`` as a point."""
    return position.line, position.character
