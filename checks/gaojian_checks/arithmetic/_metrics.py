"""Indicators and the values that a text gives them: 全县常住人口45.2万人, 青山水库加固工程总投资500万元."""

import bisect
from decimal import Decimal

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.arithmetic._labels import ENDS, Label, label_before
from gaojian_checks.language.clues import After
from gaojian_checks.language.outline import Heading, outline
from gaojian_checks.language.quantities import Quantity, quantities

_LABELLED = After(ENDS, or_blank=True)
_TIME = Pattern(
    "[0-9]{2,4}年(?:度|底|末|初)?(?:[0-9]{1,2}月)?|[今去上前明后当本同次]年|[上下]半年|.季度|[0-9]{1,2}月"
    "|“?十[一二三四五]五”?|期[末初内间]|年[末底初]|同期|至今|历年|近年|[二三四五]年[来间]"
)
_PLANNED = Pattern(
    "计划|预计|力争|目标|确保|拟|将|规划|预算(?!收入|支出)|争取|建议|(?<![主重首概提简摘需])要|估算|打算|安排"
    "|下一步|今后|明年|展望"
)
# Who is spoken of, at the start of a clause.
_PLACE = Pattern(
    "(?<![\u4e00-\u9fff0-9])(?![全我本各该两外城农个自])[\u4e00-\u9fff]{1,3}[县市省区镇乡村校局](?=[，：、。（全共总有现辖的是位]|\n)"
)
_AFTER = Pattern("[（(]|[余多左以内外上下的]|[—~～至-]")
_COUNTED = Pattern("[\u4e00-\u9fff]{1,6}(?=[，。；、（(\n]|$)")
_AREA, _LENGTH, _WEIGHT = "平方米", "米", "斤"
_BASES = {
    **{
        unit: (unit, Decimal(1))
        for unit in ("元", "美元", "人", "户", "个", "张", "千瓦", "立方米", _AREA, _LENGTH, _WEIGHT)
    },
    "公顷": (_AREA, Decimal(10_000)),
    "亩": (_AREA, Decimal(10_000) / 15),
    "平方公里": (_AREA, Decimal(1_000_000)),
    "平方千米": (_AREA, Decimal(1_000_000)),
    "公里": (_LENGTH, Decimal(1000)),
    "千米": (_LENGTH, Decimal(1000)),
    "吨": (_WEIGHT, Decimal(2000)),
    "公斤": (_WEIGHT, Decimal(2)),
}
_CONVERTED = 200
_LONGEST_BARE = 4
_NUMBER_REACH, _TIME_REACH, _PLACE_REACH = 24, 200, 400
_CLAUSE_ENDS, _ENDS = "，,。；;！？\n\r", "。；;！？\n\r"
_MOST_MENTIONS = 2000


class Mention(NamedTuple):
    """An indicator with its value: ``value`` and ``step`` are in the base unit, ``step`` the worth of the last digit.

    Only mentions with the same ``key`` speak of the same. ``is_whole`` tells that the label itself says of what; else
    the text around has to. ``place`` is the place that a clause before speaks of.
    """

    span: Span
    label: str
    base: str
    period: str
    place: str
    is_planned: bool
    is_whole: bool
    value: Decimal
    step: Decimal
    written: str

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What has to be the same before two values can be compared."""
        return self.label, self.base, self.period, self.is_planned

    def agrees(self, other: "Mention") -> bool:
        """Whether both may be one value, rounded or cut off to fewer digits, or converted from another unit."""
        apart = abs(self.value - other.value)
        if not apart or (self.step != other.step and apart < max(self.step, other.step)):
            return True
        digits = [mention.step.normalize().as_tuple().digits for mention in (self, other)]
        return digits[0] != digits[1] and apart * _CONVERTED <= max(self.value, other.value)


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return the exact values of indicators, in the order of the text."""
    prose = document.prose
    found: list[Mention] = []
    for at in _LABELLED.find(document):
        label = label_before(prose, at)
        if label is None or not prose[at].isascii():
            continue
        quantity = next(quantities(prose, at, min(len(prose), at + _NUMBER_REACH)), None)
        labelled = _labelled(prose, label, quantity)
        if quantity is not None and labelled is not None:
            found.append(_mention(document, labelled, quantity, found[-1] if found else None))
        if len(found) > _MOST_MENTIONS:
            return ()
    return tuple(found)


def _labelled(prose: str, label: Label, quantity: Quantity | None) -> Label | None:
    """Return the label of an exact quantity in a unit that can be compared, with what is counted behind it."""
    if quantity is None or not quantity.exact or quantity.is_han or quantity.unit not in _BASES:
        return None
    after = quantity.span.end
    if not label.verb:
        return None if _AFTER.match(prose, after) else label
    counted = _COUNTED.match(prose, after)
    return label._replace(text=label.text + "……" + counted[0]) if counted else None


def _mention(document: Document, label: Label, quantity: Quantity, before: Mention | None) -> Mention:
    prose, at = document.prose, quantity.span.start
    line = max(prose.rfind("\n", max(0, at - _TIME_REACH), at) + 1, at - _TIME_REACH, 0)
    sentence = max(line, *(prose.rfind(end, line, at) + 1 for end in _ENDS))
    is_bare = len(label.text) <= _LONGEST_BARE
    if is_bare and not label.is_whole and before is not None and before.span.start >= sentence:
        # 全县户籍人口45.2万人，常住人口40.1万人: the second is that of the county too.
        label = label._replace(text=Label(before.label).region + label.text)
    times = [match[0] for match in _TIME.finditer(prose, line, at)]
    places = [match[0] for match in _PLACE.finditer(prose, max(0, at - _PLACE_REACH), at)]
    until = min([end for end in (prose.find(mark, at, at + 60) for mark in _CLAUSE_ENDS) if end >= 0], default=at)
    base, factor = _BASES[quantity.unit]
    return Mention(
        quantity.span,
        label.text,
        base,
        times[-1] if times else "",
        places[-1] if places else "",
        _PLANNED.search(prose, sentence, until) is not None or _is_under_plans(document, at),
        label.is_whole,
        quantity.value * factor,
        quantity.step * factor,
        quantity.written,
    )


def _is_under_plans(document: Document, at: int) -> bool:
    """Whether a heading over ``at`` says that this is what shall be."""
    headings = document.get(_own_lines)
    index = bisect.bisect_left(headings, at, key=lambda heading: heading.span.start)
    heading = headings[index - 1] if index else None
    while heading is not None:
        if not heading.run_in and _PLANNED.search(heading.text):
            return True
        heading = None if heading.parent is None else document.get(outline)[heading.parent]
    return False


def _own_lines(document: Document) -> tuple[Heading, ...]:
    """Return the headings that are no run-in ones, once for all mentions."""
    return tuple([heading for heading in document.get(outline) if not heading.run_in])
