"""Items of a list that lost their numbers."""

from bisect import bisect_right

from gaojian import Document, Edit, Fix, Span, Text
from gaojian_checks.language.numbering import Irregularity, IrregularityKind, renumbered
from gaojian_checks.numbering._wording import missing

_ITEM_END = "；"
_LIST_BEGINS = "：:"


def numbering_of(document: Document, irregularity: Irregularity) -> Fix | None:
    """Return the fix that numbers the items before the mark, where there are just as many as numbers missing.

    All end as items do; before them stands the elder sibling, or, for the first, what introduces the list.
    """
    prose, paragraphs, number = document.prose, document.paragraphs, irregularity.mark.number
    worths = range(irregularity.expected, number.value)
    last = bisect_right(paragraphs, irregularity.mark.span.start, key=_start) - 1
    first = last - len(worths)
    if first < 1 or any(prose[end - 1] != _ITEM_END for _, end in paragraphs[first:last]):
        return None
    before = paragraphs[first - 1]
    if irregularity.kind is IrregularityKind.FIRST:
        follows = prose[before.end - 1] in _LIST_BEGINS
    else:
        follows = before.start <= irregularity.before.span.start < before.end and prose[before.end - 1] == _ITEM_END
    if not follows:
        return None
    edits = tuple(
        Edit(Span(start, start), renumbered(number, worth))
        for (start, _), worth in zip(paragraphs[first:last], worths, strict=True)
    )
    return Fix(Text(f"补上{missing(irregularity)}", f"put in {missing(irregularity)}"), edits)


def _start(span: Span) -> int:
    return span.start
