"""The places that belong to another check of the family before the masks inside them are looked at."""

from gaojian import Document, Span
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._markers import markers
from gaojian_checks.placeholders._reviews import reviews
from gaojian_checks.placeholders._templates import variables

_ANALYSES = (variables, instructions, reviews, markers)


def claims(document: Document) -> tuple[Span, ...]:
    """Return the spans of variables, instructions, review remarks and work markers, left to right, none overlapping."""
    found = sorted(span for analysis in _ANALYSES for span in document.get(analysis))
    merged: list[Span] = []
    for span in found:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
