"""Complete what a check said (Finding) into what the reader gets (Diagnostic)."""

from gaojian.check import Library, Rule
from gaojian.diagnostic import Diagnostic, Finding, Fix, Place, Related, Severity
from gaojian.document import Document


def complete(
    document: Document, rule: Rule | type[Rule], severity: Severity, finding: Finding, library: Library
) -> Diagnostic:
    """Return ``finding`` with its path, code, name, severity, positions and text.

    ``severity`` is the rule's own or the configured one; a finding's own severity counts where none is configured.
    ``library`` gives the documents that related places of other files lie in. Raises ValueError for edits that overlap.
    """
    own = finding.severity
    if finding.fix is not None:
        _validate(finding.fix)
    span = finding.span
    return Diagnostic(
        path=document.path,
        code=rule.code,
        name=rule.name,
        severity=severity if own is None or severity is not rule.severity else own,
        message=finding.message,
        span=span,
        start=document.lines.position(span.start),
        end=document.lines.position(span.end),
        text=document.text[span.start : span.end],
        fix=finding.fix,
        related=tuple(
            place for related in finding.related if (place := _place(related, document, library)) is not None
        ),
        covers=finding.covers,
    )


def _validate(fix: Fix) -> None:
    for before, after in zip(fix.edits, fix.edits[1:], strict=False):
        if before.span.end > after.span.start:
            raise ValueError(f"edits overlap or are not sorted: {before.span} and {after.span}")


def _place(related: Related, document: Document, library: Library) -> Place | None:
    source = document if related.path in (None, document.path) else library(related.path or "")
    if source is None:
        return None
    start, end = related.span
    return Place(source.path, related.span, source.lines.position(start), source.lines.position(end), related.message)
