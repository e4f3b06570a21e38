"""Statements of a target and what came of it: by how much it was exceeded, or how much of it was done."""

import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import After
from gaojian_checks.language.quantities import PERCENT, POINTS, TIMES, Quantity, plain, quantities

_EXCESS = Pattern("(?:超额|超目标|超任务|超计划)(?:完成|实现)?了?$")
_TARGET = Pattern(r"(?:目标|任务|计划)(?:任务|数|值|额|总额)?(?:为|是|共)?(?=[0-9０-９])")
_ACTUAL = Pattern(r"(?:实际|已|共)?(?:完成|实现|达到)(?:了)?(?=[0-9０-９])")
_WHOSE = "(?:年度|全年|年初)?(?:目标|任务|计划)"
# 计划1000万元，完成800万元，完成率80%
_SHARE = (
    Pattern(rf"(?<=[，,])完成(?:率|比例|{_WHOSE}(?:任务)?的?)(?:为|达到|达)?$"),
    Pattern(rf"(?<=[，,])占{_WHOSE}(?:任务|数)?的?$"),
)
# 完成800万元，占年度计划1000万元的80%
_OF_TARGET = tuple(Pattern(rf"(?<=[，,]){verb}{_WHOSE}(?:任务|数|投资|总额)?$") for verb in ("占", "为", "完成"))
# What all of these end in, before figures; and what all of them hold.
_ENDINGS = After("额标务划成现了率例的为到达数资")
_SIGNS = frozenset("额标务划率例")
_LONGEST = 14
_DONE = Pattern("(?:完成|实现|达到|到位|支出|投入|建成|发放|收入)[^，。；0-9]{0,8}$")
_OTHER = Pattern(r"调整|追加|分别|其中|每|各|累计")
_ENDS = "。；;！？\n\r"
_REACH, _NEAR, _BEFORE = 80, 24, 10


class Outcome(NamedTuple):
    """A target, what was done, and what the text says of both; ``is_excess`` if that is by how much it was exceeded."""

    span: Span
    target: Quantity
    actual: Quantity
    stated: Quantity
    is_excess: bool

    @property
    def computed(self) -> str:
        """What target and outcome give, written as the text writes its figure."""
        if self.stated.unit == PERCENT:
            rate = (self.actual.value / self.target.value - self.is_excess) * 100
            return f"{plain(round(rate, 1))}%"
        return plain(self.actual.value - self.target.value, self.stated.scale) + self.stated.unit

    @property
    def agrees(self) -> bool:
        """Whether the three may be right, each rounded."""
        target, actual, stated = self.target, self.actual, self.stated
        if stated.unit == PERCENT:
            low = (actual.low / target.high - self.is_excess) * 100
            high = (actual.high / target.low - self.is_excess) * 100
        else:
            low, high = actual.low - target.high, actual.high - target.low
            if all(one.value == int(one.value) for one in (target, actual, stated)) and target.step == actual.step:
                low = high = actual.value - target.value
        if low == high and stated.step == target.step:
            return stated.value == low
        return low - stated.step <= stated.value <= high + stated.step


def outcomes(document: Document) -> Iterator[Outcome]:
    """Yield every target with its outcome and what is said of both, each exact, in one sentence."""
    prose = document.prose
    places = [at for at in _ENDINGS.find(document) if not _SIGNS.isdisjoint(prose[max(0, at - _LONGEST) : at])]
    if not places:
        return
    for match in _matches(_EXCESS, prose, places):
        yield from _after_target(prose, match, is_excess=True)
    for pattern in _SHARE:
        for match in _matches(pattern, prose, places):
            yield from _after_target(prose, match, is_excess=False)
    for pattern in _OF_TARGET:
        for match in _matches(pattern, prose, places):
            yield from _before_target(prose, match)


def _matches(words: Pattern, prose: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of ``words`` that end at ``places``; full-width figures follow an excess only."""
    for at in places:
        match = words.search(prose, max(0, at - _LONGEST), at) if words is _EXCESS or prose[at].isascii() else None
        if match is not None:
            yield match


def _after_target(prose: str, match: re.Match[str], *, is_excess: bool) -> Iterator[Outcome]:
    start = _sentence_start(prose, match.start())
    targets = list(_TARGET.finditer(prose, start, match.start()))
    actuals = list(_ACTUAL.finditer(prose, start, match.start()))
    if len(targets) != 1 or len(actuals) != 1 or targets[0].end() >= actuals[0].start():
        return
    if _OTHER.search(prose, max(start, targets[0].start() - _BEFORE), match.end()):
        return
    target, actual, stated = (_quantity_at(prose, at.end()) for at in (targets[0], actuals[0], match))
    if target is not None and actual is not None and stated is not None:
        yield from _comparable(targets[0].start(), target, actual, stated, is_excess=is_excess)


def _before_target(prose: str, match: re.Match[str]) -> Iterator[Outcome]:
    start = _sentence_start(prose, match.start())
    target = _quantity_at(prose, match.end())
    if target is None or prose[target.span.end : target.span.end + 1] != "的":
        return
    stated = _quantity_at(prose, target.span.end + 1)
    before = list(quantities(prose, start, match.start() - 1))
    actual = before[-1] if before else None
    if stated is None or actual is None or not actual.exact or actual.span.end != match.start() - 1:
        return
    if _DONE.search(prose, start, actual.span.start) and not _OTHER.search(prose, start, match.end()):
        yield from _comparable(actual.span.start, target, actual, stated, is_excess=False)


def _comparable(
    start: int, target: Quantity, actual: Quantity, stated: Quantity, *, is_excess: bool
) -> Iterator[Outcome]:
    if target.unit != actual.unit or target.low <= 0:
        return
    is_rate = stated.unit == PERCENT and target.unit != PERCENT
    is_difference = is_excess and stated.unit == target.unit and stated.unit not in (PERCENT, POINTS, TIMES)
    if is_rate or is_difference:
        yield Outcome(Span(start, stated.span.end), target, actual, stated, is_excess)


def _sentence_start(prose: str, at: int) -> int:
    start = max(0, at - _REACH)
    return start + max(prose[start:at].rfind(end) for end in _ENDS) + 1


def _quantity_at(prose: str, start: int) -> Quantity | None:
    found = next(quantities(prose, start, min(len(prose), start + _NEAR)), None)
    return found if found is not None and found.span.start == start and found.exact and found.unit else None
