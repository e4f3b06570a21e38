"""What a number before 年 or 日 means when it numbers no year or day: 近三年, 三年来, 三十日内, 八十年代."""

from gaojian import Pattern
from gaojian_checks.language import calendar
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import small_value
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.numerals import style

_BEFORE = ("最近", "近", "过去", "過去", "今后", "今後", "未来", "未來")
_AFTER = Pattern(r"多?(?:以?[来來](?![自源])|[间間](?!隔|断|歇|接))")
_MAY_FOLLOW = frozenset("多以来來间間")
# Without one of these before the number, or one of those after its 年, it only counts.
_LAST_BEFORE, _NEXT = frozenset("近去后後来來的"), _MAY_FOLLOW | frozenset("代内內之")
_PART = Pattern("[初末]|中期|[后後]期")
_DECADES = frozenset(range(10, 100, 10))
_OF_THE_20TH = 50
_WITHIN_BEGINS = frozenset("内內以之")
_WITHIN = ("内", "內", "以内", "以內", "之内", "之內")


def read_span(prose: str, start: int, number: str, end: int) -> Raw | None:
    """Return the span of years (近三年, 三年来) or the deadline (三年内) that ``number`` before 年 makes."""
    if prose[end : end + 1] not in _NEXT and prose[start - 1 : start] not in _LAST_BEFORE:
        return None
    count = small_value(number)
    if count in _DECADES and prose.startswith("代", end):
        return _decade(prose, start, number, end)
    if count is None or not 1 <= count <= 200:
        return None
    before = _word_before(prose[max(0, start - 3) : start])
    after = _AFTER.match(prose, end) if prose[end : end + 1] in _MAY_FOLLOW else None
    if before:
        # 近三年来: both words belong to one expression.
        close = after.end() if after else end
        return Raw(start - len(before), close, Kind.SPAN, style(number), number=count, part=before)
    if after is not None:
        return Raw(start, after.end(), Kind.SPAN, style(number), number=count, part=after[0])
    return read_deadline(prose, start, number, end)


def _word_before(before: str) -> str:
    """Return the 近 or 过去的 that ``before`` ends with, or ""."""
    stem = before.removesuffix("的")
    if not stem.endswith(_BEFORE):
        return ""
    return next(word for word in _BEFORE if stem.endswith(word)) + before[len(stem) :]


def _decade(prose: str, start: int, number: str, end: int) -> Raw:
    part = _PART.match(prose, end + 1)
    ten = small_value(number) or 0
    # Without a century 五十年代 to 九十年代 are those of the 20th; 二十年代 may be either.
    interval = calendar.years(1900 + ten, 1909 + ten) if ten >= _OF_THE_20TH else None
    return Raw(
        start,
        part.end() if part else end + 1,
        Kind.DECADE,
        style(number),
        part=part[0] if part else "",
        interval=interval,
    )


def read_deadline(prose: str, start: int, number: str, end: int) -> Raw | None:
    """Return the deadline that ``number`` and its unit make before 内: 三十日内."""
    # Most numbers only count: the one character that follows tells.
    if prose[end : end + 1] not in _WITHIN_BEGINS or not prose.startswith(_WITHIN, end):
        return None
    last = end + 2 - (prose[end] in "内內")
    return Raw(start, last, Kind.DEADLINE, style(number), None, None, None, None, small_value(number))
