"""One finding a place, or one a document: a slip is shown where it is, a habit once with its count."""

from collections.abc import Callable, Iterator, Sequence

from gaojian import Edit, Finding, Fix, Safety, Severity, Text

# More slips of one kind than this are how the whole document was typed or scanned.
_SLIPS = 20


def each_or_once(
    edits: Sequence[Edit], message: Callable[[Edit], Text], habit: Callable[[int], Text], title: Text
) -> Iterator[Finding]:
    """Yield a finding for each of ``edits``, or a single one that counts them if they are a habit."""
    if len(edits) > _SLIPS:
        yield once(edits, habit(len(edits)), title)
        return
    for edit in edits:
        yield Finding(edit.span, message(edit), Fix(title, (edit,), Safety.SAFE))


def once(edits: Sequence[Edit], message: Text, title: Text, severity: Severity | None = None) -> Finding:
    """Return the one finding of a document, at the first of ``edits``, whose fix makes them all."""
    return Finding(edits[0].span, message, Fix(title, tuple(edits), Safety.SAFE), severity=severity)
