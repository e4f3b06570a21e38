"""Lists with 、 and what stands in them twice."""

from collections.abc import Iterator
from itertools import accumulate

from gaojian import Pattern, Span

_SHORTEST = 2
_LONGEST = 20
_ITEM = 8
_REACH = 400
_WORD = Pattern(r"[\u4e00-\u9fff]")
# 设计、施工单位应当在设计、施工中…: what joins two lists is worded, an item seldom is.
_JOIN = Pattern(r"[的在对對由将將应應与與或从從被向以该該并並把给給按于於]|[和及].{2}")
# 分别获金奖、银奖、金奖; 3人、5人、3人: each value belongs to something else, and may well be equal.
_RESPECTIVELY = Pattern(r"分[别別]|依次|依序|先后|先後|[轮輪]流|交替|循[环環]|[顺順]序")
_COUNTED = frozenset("第0123456789一二三四五六七八九十百千两兩数數几幾")
_LEAD = 40
_HEAD = Pattern(r"[\u4e00-\u9fffA-Za-z0-9]{1,40}?(?=等|[^\u4e00-\u9fffA-Za-z0-9]|$)")
_QUOTATION = Pattern(r"《[^》\n]{1,30}》|“[^”\n]{1,30}”|「[^」\n]{1,30}」")
_LAST = Pattern(r"(?:(?!以及|[和及与與或]).)+")
# 参加的有财政局、教育局、财政局: where a list begins behind one of these words, if the item is no short word.
_OPENINGS = frozenset("有是为為括含即如由")
_SURE = 3
_QUOTED = {"《": "》", "“": "”", "「": "」", "‘": "’"}


def repeated_items(prose: str) -> Iterator[tuple[Span, Span]]:
    """Yield the first and the later place of every repeated item.

    A part between two 、 that holds no mark is an item; a part with a mark ends one list and begins the next.
    """
    parts = prose.split("、")
    starts: list[int] = []
    # What begins the text leads its first list, and what ends it ends the last one.
    before, border = 0, parts[0]
    for after, part in enumerate((*parts[1:], ""), 1):
        if len(part) <= _LONGEST and (part.isalnum() or _QUOTED.get(part[:1]) == part[-1:]):
            continue
        if after > before + 1 and _may_repeat(border, tuple(parts[before + 1 : after]), part):
            starts = starts or list(accumulate((len(part) + 1 for part in parts), initial=0))
            yield from _repeated_in(prose, parts, starts, before, after)
        before, border = after, part


def _may_repeat(border: str, items: tuple[str, ...], last: str) -> bool:
    """Return whether the list between two bordering parts may hold anything twice: a quick test for all of them."""
    if border.endswith(items) or last.startswith(items) or len(set(items)) < len(items):
        return True
    if last[:_SHORTEST] in border[-_LONGEST:] and _overlap(border, last):
        return True
    start = last.find("和", 0, _LONGEST) + 1
    return start > 0 and (last.startswith(items, start) or _overlap(border, last[start : start + _LONGEST]))


def _overlap(border: str, last: str) -> bool:
    """Return whether ``last`` begins, in two characters or more, as ``border`` ends."""
    if len(last) < _SHORTEST or not (last[0].isalnum() or last[0] in _QUOTED):
        return False
    start = border.rfind(last[:_SHORTEST], -_LONGEST)
    return start >= 0 and last.startswith(border[start:])


def _repeated_in(
    prose: str, parts: list[str], starts: list[int], before: int, after: int
) -> Iterator[tuple[Span, Span]]:
    items = list(zip(parts[before + 1 : after], starts[before + 1 : after], strict=True))
    if after < len(parts):
        items += [(match[0], starts[after] + match.start()) for match in _LAST.finditer(_head(parts[after]))]
    border = parts[before] if before >= 0 else ""
    first: dict[str, int] = {}
    for item, start in items:
        if item not in first:
            first[item] = starts[before + 1] - 1 - len(item) if _ends(border, item) else start
        if first[item] < start:
            yield from _confirmed(prose, item, first[item], start)


def _ends(border: str, item: str) -> bool:
    """Return whether ``border`` ends in ``item`` and its beginning is certain."""
    before = border[-len(item) - 1 : -len(item)]
    whole = item[0] in _QUOTED or not before.isalnum() or (before in _OPENINGS and len(item) >= _SURE)
    return whole and border.endswith(item)


def _head(part: str) -> str:
    """Return what of ``part`` may be the last item of a list: up to 等 or the first mark, or one quoted title."""
    match = _QUOTATION.match(part) or _HEAD.match(part)
    return match[0] if match else ""


def _confirmed(prose: str, item: str, first: int, again: int) -> Iterator[tuple[Span, Span]]:
    """Yield the two places if nothing between them is worded like the join of two lists."""
    if len(item) < _SHORTEST or again - first > _REACH or not _WORD.search(item) or item[0] in _COUNTED:
        return
    if _RESPECTIVELY.search(prose, max(0, first - _LEAD), again):
        return
    between = prose[first:again].split("、")
    if not any(_JOIN.search(part) or len(part) > max(_ITEM, 2 * len(item)) for part in between):
        yield Span(first, first + len(item)), Span(again, again + len(item))
