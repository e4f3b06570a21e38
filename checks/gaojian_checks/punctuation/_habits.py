"""One finding a document for what is a habit of its writer, at the first place, with a fix for all."""

from collections.abc import Iterator, Sequence

from gaojian import Edit, Finding, Fix, Safety, Text


def once(edits: Sequence[Edit], message: Text, title: Text, safety: Safety = Safety.SAFE) -> Iterator[Finding]:
    """Yield the one finding of a document, at the first of ``edits``, whose fix makes them all; none without any."""
    if edits:
        yield Finding(edits[0].span, message, Fix(title, tuple(edits), safety))


def count_zh(edits: Sequence[Edit]) -> str:
    """Return 全文共3处 if there are several."""
    return f"，全文共{len(edits)}处" if len(edits) > 1 else ""


def count_en(edits: Sequence[Edit]) -> str:
    """Return how many places there are, if there are several."""
    return f" ({len(edits)} places)" if len(edits) > 1 else ""
