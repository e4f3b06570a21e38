"""Percent signs, 个百分点 and 百分之 without a number."""

from collections.abc import Iterator

from gaojian import Document, Span
from gaojian_checks.blanks._scaled import Bare, is_acronym
from gaojian_checks.blanks._surroundings import (
    DASHES,
    MASKS,
    NUMERALS,
    before,
    is_han,
    is_unit_named,
    last_phrase,
)
from gaojian_checks.language.clues import clues

_LOWER = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = _LOWER + _LOWER.upper()
_NOT_BEFORE_SIGN = frozenset(NUMERALS + MASKS + _LOWER)
_NOT_AFTER_SIGN = frozenset(_LETTERS + "0123456789_'\"`({%")
_NOT_AFTER_HUNDREDTHS = frozenset(
    NUMERALS + MASKS + _LETTERS + " \t\n\r│若" + "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
)
_NOT_BEFORE_POINT = frozenset(NUMERALS + "每各整这那哪")
# 大字展示同比增长%, 本身的增长%: the name of an indicator.
_INDICATORS = ("展示", "显示", "标注", "列出", "填写", "指标", "字段", "公式")
_NAMED = ("的增长", "的同比", "的环比")


def percentages(document: Document) -> Iterator[Bare]:
    """Yield every percentage that lacks its number."""
    prose = document.prose
    signs = document.get(clues).signs
    for sign in "%％‰":
        for start in signs.get(sign, ()):
            if prose[start - 1 : start] not in _NOT_BEFORE_SIGN and prose[start + 1 : start + 2] not in _NOT_AFTER_SIGN:
                left = before(prose, start)
                if _lacks_number(prose, left, start + 1):
                    yield Bare(Span(start, start + 1), left)
    for start in signs.get("百", ()):
        yield from _hundredths(prose, start)


def _hundredths(prose: str, start: int) -> Iterator[Bare]:
    end = start + 3
    last = prose[start + 2 : end]
    if last == "之":
        if prose[end : end + 1] not in _NOT_AFTER_HUNDREDTHS:
            yield Bare(Span(start, end), before(prose, start))
    elif last in ("点", "點") and prose[start - 1 : start] in ("个", "個"):
        left = before(prose, start - 1)
        if prose[start - 2 : start - 1] not in _NOT_BEFORE_POINT and _lacks_points(left):
            yield Bare(Span(start - 1, end), left)


def _lacks_number(prose: str, left: str, end: int) -> bool:
    last = left[-1:]
    if not last or last in NUMERALS or last in MASKS or last in "/／\"'“‘「":
        return False
    if last in "(（":
        return prose[end : end + 1] in ("左", "以", "的")
    if last.isascii() and (last.isalpha() or last not in ",;:)-\n\r"):
        return is_acronym(left)
    return last in "按以" or not (is_unit_named(left) or _is_indicator(left))


def _is_indicator(left: str) -> bool:
    phrase = last_phrase(left)[-10:]
    return left.endswith(_NAMED) or any(word in phrase for word in _INDICATORS)


def _lacks_points(left: str) -> bool:
    last = left[-1:]
    if last and last in DASHES + "，、；。":
        return True
    return is_han(last) and last not in NUMERALS and not left.endswith("若干")
