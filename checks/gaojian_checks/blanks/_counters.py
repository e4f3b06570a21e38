"""Measure words (项, 次, 家): their number is missing where a verb, the thing counted or a neighbour proves it."""

import re
from collections.abc import Iterator

from gaojian import Pattern, Span
from gaojian_checks.blanks._measure_words import (
    COUNTED_ENDINGS,
    LOOKALIKES,
    MEASURE_WORDS,
    TRADITIONAL,
    VERB_ENDINGS,
    MeasureWord,
)
from gaojian_checks.blanks._scaled import Bare
from gaojian_checks.blanks._surroundings import BLANKS, MASKS, NUMERALS, stops_after
from gaojian_checks.blanks._units import NEVER
from gaojian_checks.language.numerals import HAN_NUMERALS

_FUNCTION_WORDS = "与與和及或的等之在由为為是不所其于於以也并並而但"
# 未完成项, 待办理件: items of a list.
_UNDONE = ("未", "已", "待", "可", "不")
_PARTICLES = "了有约約达達共"
_WORDS = "".join(word for word in MEASURE_WORDS if len(word) == 1) + "項條戶場處臺張冊隻頭間棟輛屆種類塊盞筆小分"
_IN_LISTS = "项件篇次座条台套份场所項條臺場"
_MEASURE_WORD = Pattern(
    f"([{_WORDS}])(?:"
    # 学校5所、医院所 and 国家项，省42项.
    f"(?<=[{_IN_LISTS}])(?:(?<=[0-9０-９].)[、，；,;](?P<item>[\u4e00-\u9fff]{{1,10}}?)(?P<parallel>\\1)(?=[、，；。,;）)])"
    "|(?=[、，；,;][\u4e00-\u9fff]{1,10}[0-9]{1,6}\\1[、，；。,;）)])(?P<first>))"
    # After the last character of a verb; 小 and 分 only as 小时 and 分钟.
    f"|(?<=[{VERB_ENDINGS}{_PARTICLES}等][{_WORDS}])(?:(?<=小)[时時]|(?<=分)[钟鐘]|(?<![小分]))"
    # After blanks that hold the place of the number, and in 共有大项.
    f"|(?<=[\u4e00-\u9fff][{BLANKS}][{_WORDS}])|(?<=[\u4e00-\u9fff][{BLANKS}]{{2}}[{_WORDS}])"
    f"|(?<=共有大[{_WORDS}])(?!目)|(?<=分为大[{_WORDS}])(?!目)"
    # After the thing counted, at the end of the phrase.
    f"|(?<=[{COUNTED_ENDINGS}][{_WORDS}])(?=[，、；。,;（(）)\n]|左右|以上))"
)
# 产品余件 has lost its 100; 其余, 剩余 and 业余 are words.
_REST = Pattern(
    f"余(?<![{NUMERALS}{MASKS}其剩业多富盈结有残年课公之周月]余)(?<=[\u4e00-\u9fff]余)"
    "(?:[万亿]?(?:元|亩|吨|公里|平方米|人次)|[件份篇次套座台条名](?![数称目例件])|项(?!目)|个(?![人别体性])"
    "|家(?=[企公单机])|[人户](?=[，。；、]))",
    "余",
)


def measure_words(prose: str) -> Iterator[Bare]:
    """Yield the span of every measure word that lacks its number by the words around it."""
    for match in _REST.finditer(prose):
        yield Bare(Span(*match.span()), prose[match.start() - 1 : match.start()])
    for match in _MEASURE_WORD.finditer(prose):
        start, end = match.span()
        left = prose[max(0, start - 6) : start].rstrip(BLANKS)[-3:]
        if match["parallel"] or match["first"] is not None:
            bare = _in_list(match, left)
            if bare is not None:
                yield bare
            continue
        unit = match[0].translate(TRADITIONAL)
        word = MEASURE_WORDS.get(unit)
        if word is not None and _is_proven(prose, left, end, unit, word):
            yield Bare(Span(start, end), left)
        elif word is not None and left in ("共有大", "分为大"):
            yield Bare(Span(start - 1, end), left[:-1])


def _in_list(match: re.Match[str], left: str) -> Bare | None:
    """学校5所、医院所 and 国家项，省42项: one of two neighbours has no number."""
    span = Span(*match.span("parallel" if match["parallel"] else 1))
    before_unit = match["item"] or left
    last = before_unit[-1:]
    if not "\u4e00" <= last <= "\u9fff" or last in NEVER or last + match[1] in LOOKALIKES:
        return None
    if any(numeral in before_unit for numeral in HAN_NUMERALS):
        return None
    return Bare(span, before_unit)


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
    return "\u4e00" <= following <= "\u9fff" and following not in word.otherwise + _FUNCTION_WORDS
