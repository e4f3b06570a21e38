"""The places that belong to another check of the family before the masks inside them are looked at."""

from gaojian import Document, Span
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._markers import markers
from gaojian_checks.placeholders._reviews import reviews
from gaojian_checks.placeholders._templates import variables


def claims(document: Document) -> tuple[Span, ...]:
    """Return the spans of variables, instructions, review remarks and work markers."""
    return tuple(span for analysis in (variables, instructions, reviews, markers) for span in document.get(analysis))
