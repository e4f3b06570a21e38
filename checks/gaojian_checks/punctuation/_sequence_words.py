"""首先、, 其次、 and 其一、 where a comma should follow."""

from gaojian import Document, Span
from gaojian_checks.language.enumerations import Form, marks

_WORDS = frozenset({Form.ADVERB, Form.AMONG})
_STARTS = frozenset("。；\n\r")
# “首先、其次、再次”: the words themselves, listed.
_ANOTHER = ("首先", "其次", "再次", "最后", "最後", "其")


def sequence_words(document: Document) -> list[Span]:
    """Return the words with the 、 after them, where they begin a line or a sentence."""
    prose = document.prose
    return [
        Span(mark.span.start, mark.span.end + 1)
        for mark in document.get(marks)
        if mark.form in _WORDS
        and prose[mark.span.end] == "、"
        and (mark.opens or prose[mark.span.start - 1] in _STARTS)
        and not prose.startswith(_ANOTHER, mark.span.end + 1)
    ]
