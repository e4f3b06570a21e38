"""The words that compare, right before figures: 增加到, 比上年增加, 比上年的, 2022年产值."""

import re
from collections.abc import Iterable
from itertools import pairwise

from gaojian import Document, Pattern
from gaojian_checks.language.clues import After
from gaojian_checks.language.dates import years

_TO = {
    to: Pattern(
        # Most stand behind none of these: one look is less than eleven.
        rf"{to}(?<=[加长高升大少降低小缩增减]{to})(?:(?<=增加.)|(?<=增长.)|(?<=提高.)|(?<=上升.)|(?<=扩大.)|(?<=提升.)|(?<=减少.)|(?<=下降.)|(?<=降低.)"
        rf"|(?<=缩小.)|(?<=压缩.)|(?<=[增升降减]{to})(?<!为))"
        "(?:[0-9]{4}年[底末]?的?(?=[0-9]))?"
    )
    for to in "到至为"
}
_AFTER_TO = {to: After(to) for to in _TO}
# 产值150万元，比上年增加50万元，增长40%; and the same with the rate first.
_THAN = Pattern(
    r"[比较](?:上年|去年|前年|上一年|[0-9]{4}年)?(?:同期)?(?:净)?(?P<verb>增加|增长|增收|多收|减少|下降|减收|少收)了?$"
)
_AFTER_VERB = After("加长收少降了")
_LONGEST_THAN = 12
# 达到150万元，比上年的100万元增长40%
_THAN_VALUE = Pattern("[比较](?:上年|去年|前年|上一年|[0-9]{4}年)(?:同期)?的?(?=[0-9])")
_LONGEST_YEAR = 5
# 2022年产值100万元，2023年产值150万元，增长50%
_ONE_YEAR = Pattern("年(?<=[0-9]{4}年)[，,]?(?P<label>[\u4e00-\u9fff]{2,12}?)(?:为|达到|达|是)?(?=[0-9])")
# From one year to the next there are a label and a value.
_TO_NEXT_YEAR = 60
_FIGURES, _COMPARING = frozenset("0123456789"), frozenset("比较")
_MAY_FOLLOW = _FIGURES | frozenset("同的")


def ends_of_changes(document: Document) -> list[int]:
    """Return where the values begin that something has grown or shrunk to."""
    prose = document.prose
    found = [_TO[to].match(prose, at - 1) for to, after in _AFTER_TO.items() for at in after.find(document)]
    return [match.end() for match in found if match is not None]


def differences(document: Document) -> list[re.Match[str]]:
    """Return every 比上年增加 and the like."""
    prose = document.prose
    found = [
        _THAN.search(prose, max(0, at - _LONGEST_THAN), at) for at in _AFTER_VERB.find(document) if prose[at].isascii()
    ]
    return _in_order(found)


def earlier_values(document: Document) -> list[re.Match[str]]:
    """Return every 比上年的 and the like."""
    prose = document.prose
    found = []
    for at in document.get(years):
        if prose[at + 1 : at + 2] in _MAY_FOLLOW:
            before = prose[max(0, at - _LONGEST_YEAR) : at]
            if not _COMPARING.isdisjoint(before):
                starts = [at - len(before) + place for place, one in enumerate(before) if one in _COMPARING]
                found += [_THAN_VALUE.match(prose, start) for start in starts]
    return _in_order(found)


def dated_values(document: Document) -> list[re.Match[str]]:
    """Return what stands between a year and its value, where the next year is near."""
    prose = document.prose
    dated = [at for at in document.get(years) if prose[at - 1] in _FIGURES]
    found = [_ONE_YEAR.match(prose, at) for at, later in pairwise(dated) if later - at <= _TO_NEXT_YEAR]
    return [match for match in found if match is not None]


def _in_order(found: Iterable[re.Match[str] | None]) -> list[re.Match[str]]:
    """Return those with 比 first, then those with 较, each in the order of the text."""
    return sorted([match for match in found if match is not None], key=lambda match: (match[0][0], match.start()))
