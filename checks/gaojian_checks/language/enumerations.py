"""Lists within sentences, 一是…；二是…；三是…: every item, and where its list goes wrong."""

from typing import NamedTuple

from gaojian import Document, Pattern, Span
from gaojian_checks.language.numerals import value

_ITEM = Pattern("是(?<=[。；：，、！？\n\r \t\u3000“（(”）)*]([一二三四五六七八九十])是)(?!一)", "一是", "二是")
_LONG_ITEM = Pattern("是(?<=[。；：，、！？\n\r \t\u3000“（(”）)*](十[一二三四五])是)", "十一是")
# A list that goes on is no further away than a long section.
_REACH = 6000


class Item(NamedTuple):
    """An item of a list: ``number`` as counted, its words 二是, and the item before it in its list.

    ``expected`` is the number that the list demands here; another one is a slip. It is None for the first item.
    """

    number: int
    span: Span
    before: "Item | None"
    expected: int | None


def enumerations(document: Document) -> tuple[Item, ...]:
    """Return all items of lists told by 一是, 二是 … in order; call it through ``document.get``.

    Lists may lie within items of others and go on over paragraphs: a number goes on with the innermost list that waits
    for it; only a number that no open list waits for is a slip, of the innermost list.
    """
    prose = "\n" + document.prose
    places = [(match.start(1), match.end(), match[1]) for match in _ITEM.finditer(prose)]
    if places:
        places = sorted(places + [(match.start(1), match.end(), match[1]) for match in _LONG_ITEM.finditer(prose)])
    items: list[Item] = []
    waiting: list[Item] = []
    for start, end, word in places:
        number = value(word)
        if number is None:
            continue
        span = Span(start - 1, end - 1)
        waiting = [item for item in waiting if span.start - item.span.end < _REACH]
        if number == 1:
            item = Item(1, span, None, None)
            waiting.append(item)
        else:
            place = next((at for at in range(len(waiting) - 1, -1, -1) if waiting[at].number == number - 1), None)
            at = len(waiting) - 1 if place is None else place
            before = waiting[at] if waiting else None
            item = Item(number, span, before, before.number + 1 if before else None)
            waiting = [*waiting[: max(at, 0)], item]
        items.append(item)
    return tuple(items)
