"""Statements of a change: from one value to another, by so much."""

import re
from decimal import Decimal

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.arithmetic._comparisons import dated_values, differences, earlier_values, ends_of_changes
from gaojian_checks.language.clues import After
from gaojian_checks.language.quantities import PERCENT, POINTS, SCALES, TIMES, Quantity, plain, quantities

_RISE = "增加|增长|提高|上升|扩大|提升|增至|升至|增到|升到|增收|增产|多收|增幅|增"
_FALL = "减少|下降|降低|缩小|压缩|减至|降至|降到|减到|减收|少收|降幅|降"
_ENDS = "。；;！？\n\r"
_CHANGE = Pattern(
    rf"[，,、（(](?:即|共|净|总体|总量)?(?P<verb>{_RISE}|{_FALL})(?:了|幅度?为|率为|幅达|达)?"
    "(?=[0-9０-９])"
)
_THEN = Pattern(
    r"[，,、]?(?:即|同比)?(?P<verb>增长|增幅|增加|增收|上升|下降|降幅|减少|减收|降低)(?:了|为|达)?(?=[0-9])"
)
_BY = Pattern(rf"(?P<verb>{_RISE}|{_FALL})了?(?=[0-9])")
_COPULA = "(?:为|达到|达|是)?(?=[0-9])"
_NEXT_YEAR = Pattern(rf"[，,；](?P<year>[0-9]{{4}})年[，,]?(?P<label>[\u4e00-\u9fff]{{0,12}}?){_COPULA}")
_BETWEEN = Pattern(r"[^，,、（(。；;\n]{0,12}(?=[，,、（(])")
# Growth of these is reckoned at constant prices or on another basis, so it is no simple division.
_OTHER_BASIS = Pattern(
    r"可比|同口径|不变价|实际|名义|剔除|扣除|GDP|生产总值|增加值|规上|规模以上|固定资产投资|折算|口径|调整"
)
_SEVERAL = Pattern(r"年均|平均|每年|分别|翻")
_BY_HOW_MUCH = After("".join(sorted({verb[-1] for verb in f"{_RISE}|{_FALL}".split("|")} | set("了为达"))))
_REACH, _NEAR = 60, 24


class Change(NamedTuple):
    """``before`` became ``after``, and the text says that this is ``by`` so much; ``span`` is that of the statement.

    ``stated`` is the span of ``by``; ``verb`` as written.
    """

    span: Span
    before: Quantity
    after: Quantity
    by: Quantity
    verb: str

    @property
    def falls(self) -> bool:
        """Whether the text calls it a decrease."""
        return self.verb in _FALL.split("|")

    def difference(self) -> tuple[Decimal, Decimal]:
        """Return the least and the greatest difference that the two values allow, both rounded."""
        low, high = self.after.low - self.before.high, self.after.high - self.before.low
        return (-high, -low) if self.falls else (low, high)

    def rate(self) -> tuple[Decimal, Decimal]:
        """Return the least and the greatest growth in per cent that the two values allow."""
        low = (self.after.low / self.before.high - 1) * 100
        high = (self.after.high / self.before.low - 1) * 100
        return (-high, -low) if self.falls else (low, high)


class Step(NamedTuple):
    """``before`` became ``after``; both are exact and in one unit. ``span`` reaches from 由 to the second value."""

    span: Span
    before: Quantity
    after: Quantity


def steps(document: Document) -> tuple[Step, ...]:
    """Return every statement of the form 由甲增加到乙."""
    prose = document.prose
    return tuple(step for to in ends_of_changes(document) if (step := _step(prose, to)) is not None)


def changes(document: Document) -> tuple[Change, ...]:
    """Return every statement of a change with its amount.

    由甲增加到乙，增长丙; 乙，比上年增加丁，增长丙; 乙，比上年的甲增长丙; 2022年产值甲，2023年产值乙，增长丙.
    """
    prose = document.prose
    # Whatever the order, by how much stands right behind a verb.
    if not _BY_HOW_MUCH.find(document):
        return ()
    told = [_change(prose, step) for step in document.get(steps)]
    told += [_by_difference(prose, match) for match in differences(document)]
    told += [_by_value(prose, match) for match in earlier_values(document)]
    told += [_by_years(prose, match) for match in dated_values(document)]
    return tuple([change for change in told if change is not None])


def _sentence_start(prose: str, to: int) -> int:
    start = max(0, to - _REACH)
    return start + max(prose[start:to].rfind(end) for end in _ENDS) + 1


def _step(prose: str, to: int) -> Step | None:
    start = _sentence_start(prose, to)
    origin = max(prose.rfind(word, start, to) for word in "由从從")
    if origin < 0:
        return None
    # 由2012年的80万元: a year is not what changes.
    befores = [
        quantity
        for quantity in quantities(prose, origin + 1, to)
        if not quantity.is_han and prose[quantity.span.end : quantity.span.end + 1] not in tuple("年月日")
    ]
    after = next(quantities(prose, to, min(len(prose), to + _NEAR)), None)
    if len(befores) != 1 or after is None or after.span.start != to or after.is_han:
        return None
    before = _with_unit(befores[0], after)
    if not (before.exact and after.exact) or before.low <= 0 or before.unit != after.unit:
        return None
    return Step(Span(origin, after.span.end), before, after)


def _change(prose: str, step: Step) -> Change | None:
    after = step.after
    link = _BETWEEN.match(prose, after.span.end, after.span.end + _NEAR)
    verb = _CHANGE.match(prose, link.end(), link.end() + _NEAR) if link else None
    by = next(quantities(prose, verb.end(), min(len(prose), verb.end() + _NEAR)), None) if verb else None
    if verb is None or by is None or by.span.start != verb.end():
        return None
    change = Change(Span(step.span.start, by.span.end), step.before, after, by, verb["verb"])
    # A rate follows at once or there is none.
    return change if _is_plain(prose, _sentence_start(prose, after.span.start), change) else None


def _value_before(prose: str, end: int) -> Quantity | None:
    """Return the exact quantity that ends at ``end``, but for a comma or 同."""
    while end and prose[end - 1] in "，,、同":
        end -= 1
    found = list(quantities(prose, max(0, end - _NEAR), end))
    return found[-1] if found and found[-1].span.end == end and found[-1].exact and not found[-1].is_han else None


def _value_at(prose: str, start: int) -> Quantity | None:
    found = next(quantities(prose, start, min(len(prose), start + _NEAR)), None)
    return found if found is not None and found.span.start == start and found.exact and found.unit else None


def _by_difference(prose: str, match: re.Match[str]) -> Change | None:
    """Return the change that a value, its difference and its rate tell, in whichever order the last two stand."""
    after, first = _value_before(prose, match.start()), _value_at(prose, match.end())
    then = _THEN.match(prose, first.span.end) if first is not None else None
    second = _value_at(prose, then.end()) if then is not None else None
    if after is None or first is None or then is None or second is None:
        return None
    difference, rate = (second, first) if first.unit == PERCENT else (first, second)
    if rate.unit != PERCENT or difference.unit != after.unit or after.unit in ("", PERCENT, POINTS, TIMES):
        return None
    falls = match["verb"] in _FALL.split("|")
    if falls != (then["verb"] in _FALL.split("|")):
        return None
    value = after.value + difference.value if falls else after.value - difference.value
    step = after.step + difference.step
    if value - step / 2 <= 0:
        return None
    written = plain(value, after.scale) + after.unit
    before = after._replace(value=value, step=step, written=written)
    change = Change(Span(after.span.start, second.span.end), before, after, rate, match["verb"])
    return change if _is_plain(prose, _sentence_start(prose, after.span.start), change) else None


def _by_value(prose: str, match: re.Match[str]) -> Change | None:
    """Return the change from the value that 比 names to the one before it."""
    after, before = _value_before(prose, match.start()), _value_at(prose, match.end())
    verb = _BY.match(prose, before.span.end) if before is not None else None
    by = _value_at(prose, verb.end()) if verb is not None else None
    if after is None or before is None or verb is None or by is None or before.unit != after.unit or before.low <= 0:
        return None
    change = Change(Span(after.span.start, by.span.end), before, after, by, verb["verb"])
    return change if _is_plain(prose, _sentence_start(prose, after.span.start), change) else None


def _by_years(prose: str, match: re.Match[str]) -> Change | None:
    """Return the change from one year to the next, told with the same words for both."""
    before = _value_at(prose, match.end())
    later = _NEXT_YEAR.match(prose, before.span.end) if before is not None else None
    if before is None or later is None or later["label"] not in ("", match["label"]):
        return None
    if int(later["year"]) != int(prose[match.start() - 4 : match.start()]) + 1:
        return None
    after = _value_at(prose, later.end())
    then = _THEN.match(prose, after.span.end) if after is not None else None
    by = _value_at(prose, then.end()) if then is not None else None
    if after is None or then is None or by is None or before.unit != after.unit or before.low <= 0:
        return None
    change = Change(Span(match.start("label"), by.span.end), before, after, by, then["verb"])
    return change if _is_plain(prose, _sentence_start(prose, match.start()), change) else None


def _with_unit(before: Quantity, after: Quantity) -> Quantity:
    """Return ``before`` with the unit that only ``after`` writes: 由100增加到150万元."""
    if before.unit:
        return before
    times = 1 if before.scale else SCALES[after.scale]
    return before._replace(
        value=before.value * times, step=before.step * times, scale=before.scale or after.scale, unit=after.unit
    )


def _is_plain(prose: str, start: int, change: Change) -> bool:
    """Whether the change is exact and comparable, and the sentence reckons on no other basis."""
    if not change.by.exact or not change.by.unit:
        return False
    if change.by.unit not in (PERCENT, POINTS, TIMES, change.after.unit):
        return False
    reach = change.span.end + _REACH
    stop = min([at for at in (prose.find(end, change.span.end, reach) for end in _ENDS) if at >= 0], default=reach)
    # The difference of two shares is the same on any basis.
    if change.after.unit != PERCENT and _OTHER_BASIS.search(prose, start, stop):
        return False
    return _SEVERAL.search(prose, start, stop) is None
