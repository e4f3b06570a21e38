"""Where a list that seems to skip or to repeat does neither: its item is told in other words, or quoted."""

import functools
from collections.abc import Iterator

from gaojian import Document, Pattern, Span
from gaojian_checks.language.enumerations.marks import CIRCLED, Mark, han

_BEGINS = r"(?<![^。；：，、！？;:\n\r（(“「”」 \t\u3000])"
# 首先…，二是…; 一方面…，另一方面…: what comes after these counts anew.
_ANEW = Pattern(rf"{_BEGINS}(?:首先|第一|其一|一方面|一来|[（(]?[一1][）)]|[一1][、.．]|①|另一)")
_OTHERWISE = (
    r"(?<![^。；;！？\n\r \t\u3000])(?:此外|再[则則是就有者一]|还有|還有|最后|最後)"
    r"|(?<![^。；，;,！？\n\r \t\u3000])另[一外有]"
)
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))
_WITHIN_QUOTATION = 2000


def is_excused(document: Document, before: Mark, item: Mark, expected: int) -> bool:
    """Return whether ``item`` may come after ``before`` though ``expected`` should."""
    prose = document.prose
    between = prose[before.span.end : item.span.start]
    if any(between.count(opening) != between.count(closing) for opening, closing in _QUOTES):
        return True
    if item.number > expected:
        excused = is_told(document, Span(before.span.end, item.span.start), expected)
    else:
        # An item that counts anew after other words is no repetition.
        excused = _ANEW.search(between) is not None
    return excused or is_quoted(prose, item)


def told(document: Document, span: Span, number: int) -> Iterator[int]:
    """Yield where ``span`` has an item ``number`` of a list under any mark: 二是, 第二, 其二, （二）, 2., ②."""
    return (match.start() for match in _told(number).finditer(document.prose, span.start, span.end))


def is_told(document: Document, span: Span, number: int) -> bool:
    """Return whether ``span`` has an item ``number`` of a list under any mark."""
    return any(True for _ in told(document, span, number))


@functools.lru_cache(64)
def _told(number: int) -> Pattern:
    numeral = han(number)
    begins = [
        rf"{numeral}[是要来來则則为為在抓靠看曰须須应應、.．]",
        rf"其{numeral}",
        rf"[（(](?:{numeral}|{number})[）)]",
        rf"{number}(?:[、）)]|[.．](?![0-9]))",
    ]
    anywhere = [_OTHERWISE, rf"第{numeral}(?:[个個种種点點，,、：:是]|方面)"]
    if number == 2:
        anywhere.append("其次")
    if number <= len(CIRCLED):
        anywhere.append(CIRCLED[number - 1])
    return Pattern(f"{_BEGINS}(?:{'|'.join(begins)})|{'|'.join(anywhere)}")


def is_quoted(prose: str, item: Mark) -> bool:
    """Return whether ``item`` stands in a quotation that begins in its paragraph."""
    start = max(item.paragraph, item.span.start - _WITHIN_QUOTATION)
    return any(
        prose.count(opening, start, item.span.start) > prose.count(closing, start, item.span.start)
        for opening, closing in _QUOTES
    )
