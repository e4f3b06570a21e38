"""One finding a document for what is a habit of its writer, at the first place, with a fix for all."""

from collections.abc import Sequence

from gaojian import Edit, Finding, Fix, Safety, Severity, Span, Text


def once(  # noqa: PLR0913 (each is a part of the finding)
    first: Span,
    edits: Sequence[Edit],
    message: Text,
    title: Text,
    safety: Safety,
    severity: Severity | None = None,
) -> Finding:
    """Return the one finding of a document, at ``first``, whose fix makes all ``edits``."""
    return Finding(first, message, Fix(title, tuple(edits), safety), severity=severity)
