"""DUP008 duplicate-list-item."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate

from gaojian import Check, Document, Finding, Related, Severity, Span, Text, bad, good

_SHORTEST = 2
_LONGEST = 20
_ITEM = 8
_REACH = 400
_WORD = re.compile(r"[\u4e00-\u9fff]")
# 设计、施工单位应当在设计、施工中…: what joins two lists is worded, an item seldom is.
_JOIN = re.compile(r"[的在对對由将將应應与與或从從被向以该該并並把给給按于於]|[和及].{2}")
_HEAD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{1,40}?(?=等|[^\u4e00-\u9fffA-Za-z0-9]|$)")
_QUOTATION = re.compile(r"《[^》\n]{1,30}》|“[^”\n]{1,30}”|「[^」\n]{1,30}」")
_LAST = re.compile(r"(?:(?!以及|[和及与與或]).)+")
_QUOTED = {"《": "》", "“": "”", "「": "」", "‘": "’"}


class DuplicateListItem(Check):
    """列举项重复：用顿号并列的几项里，同一项出现了两次，如“工业、农业、工业”。

    多见于增补名单、拼合几份材料时没有查重。只比较同一处列举、一字不差的项，最短两个字。

    不报：不同列举里的相同项，括号里外的相同项，部分文字相同的项（市、县、市辖区），
    不能确定起止的首项和末项（“发展工业、农业、工业用地”）。

    An item that stands twice in one enumeration with 、. Only items whose both ends are certain are compared.
    """

    code = "DUP008"
    name = "duplicate-list-item"
    title = Text("列举项重复", "item stands twice in one list")
    severity = Severity.WARNING
    basis = (
        "GB/T 15834—2011 4.5：顿号表示语段中并列词语之间的停顿",
        "实测 1421 份文件：同一列举重复的项不足十处，多为差错",
    )
    examples = (
        bad("重点支持农机、水利、育种、⟦水利⟧等领域。"),
        bad("商贸、物流、文旅和⟦商贸⟧。"),
        bad("通报了《节水手册》、《用电手册》、⟦《节水手册》⟧的编写情况。"),
        bad("一是抓好种植业，养殖业、林果业、⟦养殖业⟧、渔业。"),
        good("农机、水利、育种等领域；水利、交通、能源等行业。"),
        good("发展水利、农机、水利用地。"),
        good("省（厅、局）、市（局、委）、县（局、委）。"),
        good("市、县、市辖区、县级市。"),
        good("轻工业、重工业、工业园区。"),
        good("一、二、三、四，再来一遍，一、二、三、四。"),
        good("红、黄、红、绿四面旗。"),
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every item that its list already holds."""
        if "、" not in document.prose:
            return
        for first, again in _repeated(document.prose):
            item = document.prose[again.start : again.end]
            message = Text(
                f"这一处列举里“{item}”出现了两次；请核对后删去一个，或者改成应有的一项",
                f"“{item}” stands twice in this list; delete one or put the item that was meant",
            )
            yield Finding(again, message, related=(Related(first, Text("前一处", "first place")),))


def _repeated(prose: str) -> Iterator[tuple[Span, Span]]:
    """Yield the first and the later place of every repeated item.

    A part between two 、 that holds no mark is an item; a part with a mark ends one list and begins the next.
    """
    parts = prose.split("、")
    inner = [
        number
        for number, part in enumerate(parts)
        if len(part) <= _LONGEST and (part.isalnum() or _QUOTED.get(part[:1]) == part[-1:])
    ]
    starts: list[int] = []
    low = 0
    for index, number in enumerate(inner):
        if index + 1 < len(inner) and inner[index + 1] == number + 1:
            continue
        before, after = inner[low] - 1, number + 1
        low = index + 1
        if _may_repeat(parts, before, after):
            starts = starts or list(accumulate((len(part) + 1 for part in parts), initial=0))
            yield from _repeated_in(prose, parts, starts, before, after)


def _may_repeat(parts: list[str], before: int, after: int) -> bool:
    """Return whether the list between two bordering parts may hold anything twice: a quick test for all of them."""
    items = tuple(parts[before + 1 : after])
    border = parts[before] if before >= 0 else ""
    if len(set(items)) < len(items) or border.endswith(items):
        return True
    if after == len(parts):
        return False
    last = parts[after][:_LONGEST]
    joined = last.partition("和")[2]
    if last.startswith(items) or (joined and joined.startswith(items)):
        return True
    tail = border[-_LONGEST:]
    return last[:2] in tail or (len(joined) > 1 and joined[:2] in tail)


def _repeated_in(
    prose: str, parts: list[str], starts: list[int], before: int, after: int
) -> Iterator[tuple[Span, Span]]:
    items = list(zip(parts[before + 1 : after], starts[before + 1 :], strict=False))
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
    whole = item[0] in _QUOTED or not border[-len(item) - 1 : -len(item)].isalnum()
    return whole and border.endswith(item)


def _head(part: str) -> str:
    """Return what of ``part`` may be the last item of a list: up to 等 or the first mark, or one quoted title."""
    match = _QUOTATION.match(part) or _HEAD.match(part)
    return match[0] if match else ""


def _confirmed(prose: str, item: str, first: int, again: int) -> Iterator[tuple[Span, Span]]:
    """Yield the two places if nothing between them is worded like the join of two lists."""
    if len(item) < _SHORTEST or again - first > _REACH or not _WORD.search(item) or item.startswith("第"):
        return
    between = prose[first:again].split("、")
    if not any(_JOIN.search(part) or len(part) > max(_ITEM, 2 * len(item)) for part in between):
        yield Span(first, first + len(item)), Span(again, again + len(item))
