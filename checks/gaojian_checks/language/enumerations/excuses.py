"""Where a list that seems to skip or to repeat does neither: its item is told in other words, or quoted."""

import functools
from collections.abc import Iterator

from gaojian import Document, Pattern, Span
from gaojian_checks.language.enumerations.marks import CIRCLED, Mark, han

# Every way to go on begins with one character, so that a scan is for these alone; what stands before it comes second.
_NOT_BEHIND = r"[^。；：，、！？;:\n\r（(“「”」 \t\u3000]"
_NOT_IN_FRONT = r"[^。；;！？\n\r \t\u3000]"
_OTHERWISE = (
    f"此(?<!{_NOT_IN_FRONT}此)外",
    f"再(?<!{_NOT_IN_FRONT}再)[则則是就有者一]",
    f"还(?<!{_NOT_IN_FRONT}还)有",
    f"還(?<!{_NOT_IN_FRONT}還)有",
    f"最(?<!{_NOT_IN_FRONT}最)[后後]",
    f"另(?<!{_NOT_BEHIND}另)[一外有]",
)
# 首先…，二是…; 一方面…，另一方面…: what comes after these counts anew.
_ANEW = Pattern(rf"(?<!{_NOT_BEHIND})(?:首先|第一|其一|一方面|一来|[（(]?[一1][）)]|[一1][、.．]|①|另一)")
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"))
_WITHIN_QUOTATION = 2000
_SECOND = 2
_LONGEST_LEAD = 200
_INTRODUCES = frozenset("：:")
_ONE = Pattern("一[个個种種来來方]")
_FIRST = Pattern("首先|第一|其一")


def is_quoted_apart(prose: str, before: Mark, item: Mark) -> bool:
    """Return whether ``item`` stands in a quotation, or ``before`` does and ``item`` does not."""
    start, end = before.span.end, item.span.start
    is_apart = any(prose.count(opening, start, end) != prose.count(closing, start, end) for opening, closing in _QUOTES)
    return is_apart or is_quoted(prose, item)


def lacks_first(prose: str, item: Mark) -> bool:
    """Return whether a list begins with ``item`` right behind a colon, and nothing near before it tells of a first."""
    before = prose[max(0, item.span.start - _LONGEST_LEAD) : item.span.start]
    own = prose[max(item.paragraph, item.span.start - _LONGEST_LEAD) : item.span.start]
    return before.rstrip()[-1:] in _INTRODUCES and not _ONE.search(before) and not _FIRST.search(own)


def counts_anew(prose: str, between: Span) -> bool:
    """Return whether other words begin a list in ``between``, so that an item after them is no repetition."""
    return _ANEW.search(prose, between.start, between.end) is not None


def told(document: Document, span: Span, number: int) -> Iterator[int]:
    """Yield where ``span`` has an item ``number`` of a list under any mark: 二是, 第二, 其二, （二）, 2., ②."""
    return (match.start() for match in _told(number).finditer(document.prose, span.start, span.end))


def is_told(document: Document, span: Span, number: int) -> bool:
    """Return whether ``span`` has an item ``number`` of a list under any mark."""
    return any(True for _ in told(document, span, number))


@functools.lru_cache(64)
def _told(number: int) -> Pattern:
    numeral = han(number)
    ways = [
        rf"{numeral}(?<!{_NOT_BEHIND}{numeral})[是要来來则則为為在抓靠看曰须須应應、.．]",
        rf"其(?<!{_NOT_BEHIND}其){numeral}",
        rf"（(?<!{_NOT_BEHIND}（)(?:{numeral}|{number})[）)]",
        rf"\((?<!{_NOT_BEHIND}\()(?:{numeral}|{number})[）)]",
        rf"{number}(?<!{_NOT_BEHIND}{number})(?:[、）)]|[.．](?![0-9]))",
        rf"第{numeral}(?:[个個種种點点，,、：:是]|方面)",
        *_OTHERWISE,
    ]
    if number == _SECOND:
        ways.append("其次")
    if number <= len(CIRCLED):
        ways.append(CIRCLED[number - 1])
    return Pattern("|".join(ways))


def is_quoted(prose: str, item: Mark) -> bool:
    """Return whether ``item`` stands in a quotation that begins in its paragraph."""
    start = max(item.paragraph, item.span.start - _WITHIN_QUOTATION)
    return any(
        prose.count(opening, start, item.span.start) > prose.count(closing, start, item.span.start)
        for opening, closing in _QUOTES
    )
