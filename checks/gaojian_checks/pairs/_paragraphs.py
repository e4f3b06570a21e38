"""What a pair may hold that does not end in its line: wrapped text, or whole paragraphs."""

from collections.abc import Iterable, Iterator

from gaojian import Pattern, Span

_STOPS = frozenset("。！？!?；;：:…")
_BLANK = " \t\r\u3000\u00a0│|┃"
_MOST_BREAKS, _WRAPPED_REACH = 8, 1500
_BLOCK_REACH = 30_000
_PARAGRAPH_REACH = 3000
_LINE_START = Pattern(
    r"(?:^|\n)[\s#>*\-•·—]*(?:第[^\n。]{1,10}条|[（(]?[一二三四五六七八九十0-9]{1,4}[）)、.．])?[\s*]*\Z"
)
_INTRODUCED = Pattern(r"[：:，,][\s*]{0,3}\Z")
# “四个到位：, with the list in the lines below.
_INTRODUCTION = Pattern(r"[^\n]{0,100}[：:]\s{0,4}\n")
_LINE_END = Pattern(r"[，。、；：！？,;.!?”’」』）)》\s*]{0,6}(?:\n|\Z)")
_SENTENCE_END = Pattern(r"[。！？!?；;：:…][”’」』）)\s]{0,3}\Z")
_BEFORE = 24


def lines_of(prose: str, numbers: Iterable[int]) -> Iterator[Span]:
    """Yield the spans of the lines with these ``numbers``, which are in order."""
    number = start = 0
    # Mostly it is one of the first: to split the whole text would take longer.
    for wanted in numbers:
        while number < wanted:
            start = prose.find("\n", start) + 1
            number += 1
        end = prose.find("\n", start)
        yield Span(start, len(prose) if end < 0 else end)


def may_span(prose: str, start: int, end: int) -> bool:
    """Whether the marks at ``start`` and ``end``, which stand in different lines, can be a pair."""
    opens = begins_paragraph(prose, start) or _INTRODUCTION.match(prose, start + 1) is not None
    if opens and end - start <= _BLOCK_REACH and closes_paragraph(prose, end):
        return True
    return end - start <= _WRAPPED_REACH and _is_wrapped(prose, start, end)


def begins_paragraph(prose: str, at: int) -> bool:
    """Whether the opening mark begins a line or a sentence, or is introduced by a colon."""
    low = max(0, at - _BEFORE)
    return any(pattern.search(prose, low, at) for pattern in (_LINE_START, _INTRODUCED, _SENTENCE_END))


def closes_paragraph(prose: str, at: int) -> bool:
    """Whether the closing mark ends a sentence or a line."""
    return _LINE_END.match(prose, at + 1) is not None or _SENTENCE_END.search(prose, max(0, at - 4), at) is not None


def continues(prose: str, start: int, following: int) -> bool:
    """Whether the quotation opened at ``start`` goes on at ``following``, in the next paragraph.

    Each paragraph of a quotation opens with a mark, and only the last one closes.
    """
    if following - start > _PARAGRAPH_REACH or not begins_paragraph(prose, following):
        return False
    paragraph = prose[start:following].rstrip(_BLANK + "\n")
    return "\n" not in paragraph and paragraph[-1:] in _STOPS


def _is_wrapped(prose: str, start: int, end: int) -> bool:
    """Whether every line between the two is broken in the middle of a sentence."""
    position = start
    for _ in range(_MOST_BREAKS):
        position = prose.find("\n", position, end)
        if position < 0:
            return True
        before = prose[max(start, position - _BEFORE) : position].rstrip(_BLANK)
        if before[-1:] in _STOPS:
            return False
        position += 1
    return False
