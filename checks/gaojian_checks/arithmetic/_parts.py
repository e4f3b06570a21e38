"""The totals that a text breaks down into parts, and where it does so."""

import re
from collections.abc import Iterator
from itertools import chain

from gaojian import HIDDEN, Document, Pattern, Span
from gaojian_checks.arithmetic._breakdown import Breakdown, Part
from gaojian_checks.language.clues import After, clues, matches
from gaojian_checks.language.quantities import PERCENT, POINTS, TIMES, Quantity, quantities

_BRACKETED = Pattern(r"其中(?<=[（(]其中)[：:，,]?(?P<parts>[^（()）\n]{4,200})[）)]")
# Without 其中, only parts that cannot overlap are known to be parts.
_INITIALS = "国中省市男女城农进出公新一第"
_FIRST_NAMES = "国家|中央|省|市|男|女|城镇|农村|进口|出口|公办|新建|一等|第一产业"
_NAMED_PARTS = rf"(?=[{_INITIALS}])(?={_FIRST_NAMES})(?P<parts>[^（()）\n]{{4,200}})[）)]"
_IN_BRACKETS, _IN_NARROW_BRACKETS = Pattern(f"（{_NAMED_PARTS}"), Pattern(rf"\({_NAMED_PARTS}")
_RUNNING = Pattern(
    r"其中(?<=[，,；;]其中)[：:，,]?(?P<parts>[^（()）。；;，,\n]{3,60}(?:[，,；;][^（()）。；;，,\n]{3,40}){0,7})"
)
_MARKS = "，,、；;"
# 一共, 总共, 共; 共计, 合计, 总计: found by the last character, for marks are everywhere.
_SUMMED = (
    Pattern(rf"共(?=[0-9])(?:(?<=[{_MARKS}]共)|(?<=[{_MARKS}][一总]共))"),
    Pattern(rf"计(?=[0-9])(?<=[{_MARKS}][共合总]计)"),
)
_SUMS = After("共计")
_SEPARATOR = Pattern(r"[、，,；;]|和(?=[^0-9]{1,8}[0-9])")
# What stands beside a part without being one.
_BESIDE = Pattern(r"增长|下降|同比|占|比|另|分别|各|每|人均|平均|累计|以上|以下|达到|目标|计划|超")
# A difference or a rate is no total: 比上年增加1500亿元，其中中央赤字9500亿元.
_NO_TOTAL = Pattern(r"比|增|减|降|超|节约|每|均|各$|第|[到至]$")
# 收入12.5亿元，同比增长5.2%，其中税收9.1亿元: the rate stands between total and parts.
_RATE_BETWEEN = Pattern(
    "[，,](?:同比|比上年|比去年|较上年|增长|下降|增幅|占|赤字率)[^，,。；;\n]{0,16}[%％](?:左右|以上)?[，,]?$"
)
# 赤字13500亿元，比上年增加1500亿元，其中中央9500亿元: the parts are those of the one or of the other.
_DIFFERENCE_BETWEEN = Pattern(
    "[，,](?:同比|比上年|比去年|较上年)(?:增加|减少|增收|减收)[0-9.．]{1,9}[万亿]{0,2}[元人户个][，,]?$"
)
_CLAUSE_ENDS = "，,。；;：:\n（("
_REACH, _LONGEST, _NEARLY = 40, 200, 10
_NO_UNITS = ("", PERCENT, POINTS, TIMES)


def breakdowns(document: Document) -> tuple[Breakdown, ...]:
    """Return every total that 其中 breaks down, with exact parts in the same unit alone."""
    prose = document.prose
    among = [at - 1 for at in document.get(clues).of("中")]
    return (*_bracketed(document, among), *_running(prose, among), *_summed(document))


def _matches(pattern: Pattern, prose: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches at ``places``, none within another."""
    end = 0
    for at in places:
        match = pattern.match(prose, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match


def _bracketed(document: Document, among: list[int]) -> Iterator[Breakdown]:
    prose = document.prose
    for match in _matches(_BRACKETED, prose, among):
        total = _total(prose, match.start() - 1)
        if total is not None:
            parts = _parts(prose, match.start("parts"), match.end("parts"), total)
            if parts:
                yield Breakdown(Span(total.span.start, match.end()), total, parts, bracketed=True)
    for match in chain(matches(document, "（", _IN_BRACKETS), matches(document, "(", _IN_NARROW_BRACKETS)):
        total = _total(prose, match.start("parts") - 1)
        if total is not None:
            parts = _parts(prose, match.start("parts"), match.end("parts"), total)
            found = Breakdown(Span(total.span.start, match.end()), total, parts, bracketed=True)
            if parts and found.is_partition:
                yield found


def _running(prose: str, among: list[int]) -> Iterator[Breakdown]:
    for match in _matches(_RUNNING, prose, among):
        total, difference = _total(prose, match.start() - 1), None
        if total is None:
            difference = _DIFFERENCE_BETWEEN.search(prose, max(0, match.start() - _REACH), match.start())
            total = _total(prose, difference.start()) if difference else None
        if total is None:
            continue
        # What follows the first comma may be another sentence; parts that cannot overlap are none.
        parts = _leading_parts(prose, match.start("parts"), match.end("parts"), total)
        for count in sorted({1, len(parts)}, reverse=True) if parts else ():
            end = parts[count - 1].quantity.span.end
            is_all = prose[end : end + 1] in tuple("。；;并\r\n") or end == len(prose)
            found = Breakdown(Span(total.span.start, end), total, parts[:count], bracketed=is_all)
            # Parts of the difference are far from the total, and make the difference.
            is_near = abs(found.sum - total.value) * _NEARLY < total.value
            if difference and any(one.value == found.sum for one in quantities(prose, *difference.span())):
                break
            if (is_near and found.is_partition) if difference else (count == 1 or found.is_partition):
                yield found
                break


def _summed(document: Document) -> Iterator[Breakdown]:
    """Yield parts that cannot overlap, with the total behind them: 男50人，女60人，共110人."""
    prose = document.prose
    for end in _SUMS.find(document):
        if not any(pattern.match(prose, end - 1) for pattern in _SUMMED):
            continue
        start = end - (2 if prose[end - 2] in _MARKS else 3)
        total = next(quantities(prose, end, min(len(prose), end + _REACH)), None)
        if total is None or total.span.start != end or not total.exact or total.unit in _NO_UNITS:
            continue
        floor = max(0, start - _LONGEST)
        floor = max(floor, *[prose.rfind(mark, floor, start) + 1 for mark in "。；;：:\n（("])
        parts: tuple[Part, ...] = ()
        for first, last in reversed(list(_pieces(prose, floor, start))):
            part = _part(prose, first, last, total)
            if part is None or not Breakdown(total.span, total, (part, *parts), bracketed=True).is_partition:
                break
            parts = (part, *parts)
        if len(parts) > 1:
            start = prose.rfind(parts[0].label, floor, parts[0].quantity.span.start)
            is_complete = not prose[floor:start].strip(" \u3000").removesuffix("其中")
            yield Breakdown(Span(start, total.span.end), total, parts, bracketed=True, is_complete=is_complete)


def _total(prose: str, end: int) -> Quantity | None:
    """Return the exact quantity that ends at ``end``, or before a rate that ends there."""
    rate = _RATE_BETWEEN.search(prose, max(0, end - _REACH), end)
    end = rate.start() if rate else end
    found = list(quantities(prose, max(0, end - _REACH), end))
    total = found[-1] if found else None
    if total is None or total.span.end != end or not total.exact or total.is_han or not total.value:
        return None
    before = prose[max(0, total.span.start - _REACH) : total.span.start]
    clause = before[max(before.rfind(end) for end in _CLAUSE_ENDS) + 1 :]
    if total.unit in _NO_UNITS or _NO_TOTAL.search(clause):
        return None
    return total


def _parts(prose: str, start: int, end: int, total: Quantity) -> tuple[Part, ...]:
    """Return the parts between ``start`` and ``end``; none unless each piece holds one exact part in the same unit."""
    pieces = list(_pieces(prose, start, end))
    parts = _leading_parts(prose, start, end, total)
    return parts if len(parts) == len(pieces) else ()


def _leading_parts(prose: str, start: int, end: int, total: Quantity) -> tuple[Part, ...]:
    """Return the parts from ``start`` on, as far as each piece holds one."""
    parts: list[Part] = []
    for first, last in _pieces(prose, start, end):
        part = _part(prose, first, last, total)
        if part is None:
            break
        parts.append(part)
    return tuple(parts)


def _part(prose: str, first: int, last: int, total: Quantity) -> Part | None:
    piece = prose[first:last]
    found = [quantity for quantity in quantities(prose, first, last) if not quantity.is_han]
    if len(found) != 1 or HIDDEN in piece or _BESIDE.search(piece):
        return None
    quantity = found[0]
    label = prose[first : quantity.span.start]
    # 地方债2000亿元并纳入预算: the sentence goes on.
    if (
        prose[quantity.span.end : last][:1] not in ("", "并")
        or not quantity.exact
        or quantity.unit != total.unit
        or not label.strip()
    ):
        return None
    return Part(label.strip().removeprefix("其中"), quantity)


def _pieces(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _SEPARATOR.finditer(prose, start, end):
        # The comma of 1,200 separates nothing.
        if match[0] == "," and prose[match.start() - 1].isdigit() and prose[match.end() : match.end() + 3].isdigit():
            continue
        yield first, match.start()
        first = match.end()
    yield first, end
