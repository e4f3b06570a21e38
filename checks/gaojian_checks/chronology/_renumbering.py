"""The fix that writes one session for another."""

from gaojian import Document, Edit, Fix, Pattern, Safety, Span, Text
from gaojian_checks.language.session_names import han
from gaojian_checks.language.sessions import SessionMention

_NUMBERS = Pattern("[一二三四五六七八九十]+|[0-9]+")


def renumbering(document: Document, mention: SessionMention, right: tuple[int, int]) -> Fix:
    """Return the edits of both numbers, which are not safe, each in the numerals that it is written in."""
    prose = document.prose
    places = (mention.term, Span(mention.name.end, mention.span.end))
    written = [found for place in places if (found := _NUMBERS.search(prose, *place))]
    edits = [
        Edit(Span(*old.span()), str(number) if old[0].isascii() else han(number))
        for old, number in zip(written, right, strict=True)
    ]
    changed = tuple(edit for edit in edits if prose[slice(*edit.span)] != edit.replacement)
    return Fix(Text("改为那一年的会议", "write the session of that year"), changed, Safety.UNSAFE)
