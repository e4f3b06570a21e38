"""Whether what looks like an impossible date is a date at all, and meant as one."""

from gaojian import Pattern, Span
from gaojian_checks.language.dates import DateExpression, Kind, NumeralStyle

# A version 2021.13.4, a number 2013-15-3: dots and strokes are dates only as far as the month is one.
_WEAK_STYLES = frozenset({NumeralStyle.SLASHED, NumeralStyle.ISO, NumeralStyle.DOTTED})
_FRAME = Pattern("(?:(?:日期|时间|時間)[：:]?|截[至止]|[于於自从從至])[ \u3000]?$")
_ABOUT_A_FAULT = Pattern(
    "不存在|不合法|(?:非法|无效|無效)的?(?:日期|时间|時間)|(?:日期|时间|時間)(?:非法|无效|無效)|invalid"
    "|[错錯误誤](?:写|寫|印|作|为|為|标|標|误|誤)|[有笔筆][误誤]|[写寫印标標](?:[错錯]|成|为|為)|应[为是作]|應[為是作]"
    "|[没沒]有(?:这|這|[0-9一二三四五六七八九十]{1,2}月)|理论上|理論上|假[设設如定]"
)
_PART_OF_DAY = Pattern("[上下]午|凌晨|早上|晚上|中午|傍晚|晚")
# 第2013.4.31条, 版本2021.2.30, § 2013.4.31; dates in a table need a frame.
_NUMBERING = ("第", "第 ", "§", "§ ", "|", "| ", "#", "# ", "\t", "￼")
_NUMBERED = ("版", "号", "號", "节", "節", "条", "條", "款", "章", "|", "\t", "￼", "%")
_VERSIONED = ("版", "升级", "升級", "更新", "编号", "編號", "型号", "型號", "软件", "軟體", "固件", "驱动")
_OUR_TIME = range(1900, 2100)
_LONGEST_MONTH = 31
_REACH = 16
_LAST_MONTH, _SHORTEST_MONTH, _TWO_DIGITS, _HOURS = 12, 28, 99, 24


def speaks_of_a_fault(prose: str, span: Span) -> bool:
    """Return whether the words around ``span`` talk about a wrong date, instead of being wrong."""
    return _ABOUT_A_FAULT.search(prose, max(0, span.start - _REACH), min(len(prose), span.end + _REACH)) is not None


def is_certain(prose: str, point: DateExpression, before: DateExpression | None) -> bool:
    """Return whether ``point`` is a date at all, and not a number that stands before one."""
    start = point.span.start
    if point.kind is Kind.CLOCK and point.number is not None and point.number < _HOURS:
        # Whatever 8时75分 is, its minutes are too many.
        return True
    if point.kind is Kind.CLOCK:
        return _PART_OF_DAY.match(prose, start) is not None or _follows(prose, before, point)
    month_exists = point.month is None or 1 <= point.month <= _LAST_MONTH
    if point.style in _WEAK_STYLES:
        framed = _FRAME.search(prose, max(0, start - 5), start) is not None
        if not month_exists:
            return framed and point.style is NumeralStyle.ISO
        if point.day is None or not _SHORTEST_MONTH < point.day <= _TWO_DIGITS:
            return False
        return framed or point.style is not NumeralStyle.DOTTED or _is_dotted_date(prose, point)
    if point.year is not None or month_exists:
        return True
    # 九月十六月 stands by itself; in 案例18月4日 the 1 may belong to what stands before.
    if point.style is NumeralStyle.HAN and before is not None and before.span.end == start:
        return True
    return prose[max(0, start - 1) : start] == "年"


def _is_dotted_date(prose: str, point: DateExpression) -> bool:
    """Return whether 2013.4.31 is meant as a date: a year of our time, and no version, part or cell."""
    start, end = point.span
    if point.year is None or point.year not in _OUR_TIME or (point.day or 0) > _LONGEST_MONTH:
        return False
    before, after = prose[max(0, start - _REACH) : start], prose[end : end + 4].lstrip(" \u3000")
    return not (
        before.endswith(_NUMBERING)
        or after.startswith(_NUMBERED)
        or any(word in before for word in _VERSIONED)
        or any(character.isascii() and character.isalpha() for character in before + after)
    )


def _follows(prose: str, before: DateExpression | None, point: DateExpression) -> bool:
    gap = "" if before is None else prose[before.span.end : min(point.span.start, before.span.end + 3)]
    return before is not None and before.day is not None and not gap.strip(" \u3000")
