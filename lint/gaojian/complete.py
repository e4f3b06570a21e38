"""Complete what a check said (Finding) into what the reader gets (Diagnostic)."""

from gaojian.check import Library, Rule
from gaojian.diagnostic import Diagnostic, Finding, Fix, Place, Related, Severity, Text
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
    # A document with a fault on every line has few messages: one of each is enough.
    messages, texts = document.get(_messages), document.get(_texts)
    message = _placed(document, finding)
    text = document.text[span.start : span.end]
    return Diagnostic(
        path=document.path,
        code=rule.code,
        name=rule.name,
        severity=severity if own is None or severity is not rule.severity else own,
        message=messages.setdefault(message, message),
        span=span,
        start=document.position(span.start),
        end=document.end_position(span),
        text=texts.setdefault(text, text),
        fix=finding.fix,
        related=tuple(
            place for related in finding.related if (place := _place(related, document, library)) is not None
        ),
        covers=finding.covers,
    )


def _messages(_: Document) -> dict[Text, Text]:
    return {}


def _texts(_: Document) -> dict[str, str]:
    return {}


def _placed(document: Document, finding: Finding) -> Text:
    """Return the message with the place in words, where lines and columns alone do not tell it."""
    place = document.origin.describe(finding.span.start) if document.origin is not None else None
    if place is None:
        return finding.message
    return Text(f"{finding.message.zh}（位于{place.zh}）", f"{finding.message.en} (in {place.en})")


def _validate(fix: Fix) -> None:
    for before, after in zip(fix.edits, fix.edits[1:], strict=False):
        if before.span.end > after.span.start:
            raise ValueError(f"edits overlap or are not sorted: {before.span} and {after.span}")


def _place(related: Related, document: Document, library: Library) -> Place | None:
    source = document if related.path in (None, document.path) else library(related.path or "")
    if source is None:
        return None
    start, end = source.position(related.span.start), source.end_position(related.span)
    return Place(source.path, related.span, start, end, related.message)
