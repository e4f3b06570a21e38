"""Measure words (项, 次, 家): their number is missing where a verb, the thing counted or a neighbour proves it."""

from collections.abc import Iterator

from gaojian import Document, Pattern, Span
from gaojian_checks.blanks._measure_words import (
    LOOKALIKES,
    MEASURE_WORDS,
    TRADITIONAL,
    MeasureWord,
)
from gaojian_checks.blanks._scaled import Bare
from gaojian_checks.blanks._surroundings import BLANKS, FIGURES, MASKS, NUMERALS, is_han, stops_after
from gaojian_checks.blanks._units import NEVER
from gaojian_checks.language.clues import clues
from gaojian_checks.language.numerals import HAN_NUMERALS

_FUNCTION_WORDS = "与與和及或的等之在由为為是不所其于於以也并並而但"
# 未完成项, 待办理件: items of a list.
_UNDONE = ("未", "已", "待", "可", "不")
_PARTICLES = "了有約约达達共"
_SINGLE = "".join(word for word in MEASURE_WORDS if len(word) == 1) + "項條戶場處臺張冊隻頭間棟輛屆種類塊盞筆"
_DOUBLE = {"小": ("时", "時"), "分": ("钟", "鐘")}
_IN_LISTS = frozenset("项件篇次座条台套份场所項條臺場")
_SEPARATORS = frozenset("、，；,;")
_LIST_ENDS = frozenset("、，；。,;）)")
_LONGEST_ITEM = 10
_LONGEST_NUMBER = 6
# One character is enough before a measure word, or the last two of a verb or of the thing counted.
_SUFFICIENT = frozenset(_PARTICLES + "等大由")
_PAIRS = frozenset(word[-2:] for measure in MEASURE_WORDS.values() for word in measure.verbs | measure.counted)
_TELLING = FIGURES.union(BLANKS, _SUFFICIENT)
_ENDINGS = "".join(sorted(_SUFFICIENT.union(pair[-1] for pair in _PAIRS)))
# After the last character of a verb, of the thing counted, of a number, after a blank or 大: what proves a loss.
_MEASURE_WORD = Pattern(
    f"[{_SINGLE}小分](?<=[{_ENDINGS}0-9０-９{BLANKS}].)",
)
_LIMITS = ("以上", "以下")
# 三人次以上, 高层次以上; 多次以上 and 每次以上 count.
_NOT_BEFORE_TIMES = frozenset(NEVER + "余餘人场場批层層档檔班架车車频頻轮輪座名届屆首再屡历歷户戶艘台辆轮其依")
# 产品余件 has lost its 100; 其余, 剩余 and 业余 are words.
_NOT_BEFORE_REST = frozenset(NUMERALS + MASKS + "其剩业多富盈结有残年课公之周月")
_REST_SCALED = ("元", "亩", "吨", "公里", "平方米", "人次")
_REST_NOT_BEFORE = {
    **dict.fromkeys("件份篇次套座台条名", frozenset("数称目例件")),
    "项": frozenset("目"),
    "个": frozenset("人别体性"),
}
_REST_BEFORE = {"家": frozenset("企公单机"), **dict.fromkeys("人户", frozenset("，。；、"))}


# 个百分点 is a unit of its own, and BLK002's.
_POINTS = ("个百分", "個百分")


def measure_words(document: Document) -> Iterator[Bare]:
    """Yield the span of every measure word that lacks its number by the words around it."""
    prose = document.prose
    signs = document.get(clues)
    yield from _rests(prose, signs.of("余"))
    # A word may be proven by what precedes it and by its neighbour in a list.
    found = {bare.span: bare for bare in _limits(prose, signs.of("次"))}
    for match in _MEASURE_WORD.finditer(prose):
        start, end = match.span()
        last = prose[start - 1]
        if last not in _TELLING and prose[start - 2 : start] not in _PAIRS:
            continue
        unit = prose[start]
        if prose.startswith(_POINTS, start):
            continue
        if last in FIGURES:
            if prose[end : end + 1] in _LIST_ENDS and unit in _IN_LISTS:
                found.update((bare.span, bare) for bare in _beside(prose, start, unit))
            continue
        if unit in _DOUBLE:
            if prose[end : end + 1] not in _DOUBLE[unit]:
                continue
            end += 1
        if last in BLANKS and not is_han(prose[max(0, start - 3) : start].rstrip(BLANKS)[-1:]):
            continue
        bare = _after_word(prose, start, end)
        if bare:
            found[bare.span] = bare
    yield from found.values()


def _after_word(prose: str, start: int, end: int) -> Bare | None:
    left = prose[max(0, start - 6) : start].rstrip(BLANKS)[-3:]
    unit = prose[start:end]
    if unit not in MEASURE_WORDS:
        unit = unit.translate(TRADITIONAL)
    word = MEASURE_WORDS.get(unit)
    if word is None:
        return None
    if _is_proven(prose, left, end, unit, word):
        return Bare(Span(start, end), left)
    if left[-1:] == "由" and unit in "名人位" and prose.startswith(_LIMITS, end):
        return Bare(Span(start, end), left)
    if left in ("共有大", "分为大") and end - start == 1 and prose[end : end + 1] != "目":
        return Bare(Span(start - 1, end), left[:-1])
    return None


def _beside(prose: str, start: int, unit: str) -> Iterator[Bare]:
    """学校5所、医院所 and 国家项，省42项: one of two neighbours has no number; the other stands at ``start``."""
    if prose[start + 1] in _SEPARATORS:
        first = start + 2
        place = prose.find(unit, first, first + _LONGEST_ITEM + 1)
        item = prose[first:place] if place >= 0 else ""
        if prose[place + 1 : place + 2] in _LIST_ENDS and _is_words(item) and _is_item(item, unit):
            yield Bare(Span(place, place + 1), item)
    left = prose[max(0, start - _LONGEST_NUMBER - _LONGEST_ITEM - 6) : start]
    words = left.rstrip("0123456789")
    place = words.rfind(unit)
    item = words[place + 2 :]
    if place > 0 and words[place + 1 : place + 2] in _SEPARATORS and len(item) <= _LONGEST_ITEM and _is_words(item):
        before_unit = words[max(0, place - 3) : place].rstrip(BLANKS)
        if len(left) - len(words) <= _LONGEST_NUMBER and _is_item(before_unit, unit):
            end = start - len(left) + place
            yield Bare(Span(end, end + 1), before_unit)


def _is_words(text: str) -> bool:
    return text != "" and all(map(is_han, text))


def _is_item(words: str, unit: str) -> bool:
    """Return whether ``words`` and ``unit`` name something counted, not a word such as 场所 or a number."""
    last = words[-1:]
    if not is_han(last) or last in NEVER or last + unit in LOOKALIKES:
        return False
    return not any(numeral in words for numeral in HAN_NUMERALS)


def _rests(prose: str, rests: list[int]) -> Iterator[Bare]:
    for start in rests:
        previous = prose[start - 1 : start]
        if is_han(previous) and previous not in _NOT_BEFORE_REST and (end := _rest_end(prose, start + 1)):
            yield Bare(Span(start, end), previous)


def _limits(prose: str, times: list[int]) -> Iterator[Bare]:
    """Yield the 次 of 警告次以上: no limit without its number."""
    for start in times:
        if prose.startswith(_LIMITS, start + 1):
            previous = prose[start - 1 : start]
            if is_han(previous) and previous not in _NOT_BEFORE_TIMES:
                yield Bare(Span(start, start + 1), previous)


def _rest_end(prose: str, place: int) -> int | None:
    scaled = place + 1 if prose[place : place + 1] in ("万", "亿") else place
    for unit in _REST_SCALED:
        if prose.startswith(unit, scaled):
            return scaled + len(unit)
    unit, following = prose[place : place + 1], prose[place + 1 : place + 2]
    if unit in _REST_NOT_BEFORE:
        return None if following in _REST_NOT_BEFORE[unit] else place + 1
    return place + 1 if following in _REST_BEFORE.get(unit, ()) else None


def _is_proven(prose: str, left: str, end: int, unit: str, word: MeasureWord) -> bool:
    pair = left[:2] if left[-1:] == "了" else left[-2:]
    if pair in word.verbs or left in word.verbs:
        return left[:1] not in _UNDONE and (stops_after(prose, end) or _continues(prose, end, word))
    if left[-1:] == "等" and unit in "篇家座所部":
        return _continues(prose, end, word)
    return (pair in word.counted or _is_shortened(left, unit)) and stops_after(prose, end)


def _is_shortened(left: str, unit: str) -> bool:
    """约件, 共项, 有座: one character is enough before these, for no word is made of the two."""
    if left[-1:] in ("约", "約"):
        return unit not in "期家名位部处届"
    return (
        unit in "项件篇座台套条"
        and left[-1:] in _PARTICLES
        and left[-2:] not in ("没有", "沒有", "只有", "所有", "井有")
    )


def _continues(prose: str, end: int, word: MeasureWord) -> bool:
    if word.continues is None:
        return False
    if word.continues:
        return Pattern(word.continues).match(prose, end, end + 20) is not None
    following = prose[end : end + 1]
    return is_han(following) and following not in word.otherwise + _FUNCTION_WORDS
