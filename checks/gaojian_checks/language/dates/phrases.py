"""Phrases that tell time without 年, 月, 日: 一季度, 星期六, “十一五”期间, 20世纪80年代, 农历八月十五, 今天, 日前."""

from collections.abc import Callable

from gaojian import Pattern
from gaojian_checks.language import calendar
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.numbers import small_value
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import sexagenary
from gaojian_checks.language.numerals import NumeralStyle, style

Reader = Callable[[str, int, int], Raw | None]

_HAN = NumeralStyle.HAN
_DIGIT = "一二三四五六七八九十"
# 题目前三项, 应当前往: these characters make another word of it.
_JOINED = {"目前": "题題项項科", "当前": "应", "當前": "應"}
_CLAUSE = frozenset("，。；：！？“”（）(),;:\n\r\u3000 ")
_WEEKDAYS = {name: number for number, name in enumerate("一二三四五六日", 1)} | {"天": 7}
# Before 季度: 1-3, 前三个, 第一.
_QUARTER_BEFORE = Pattern(
    r"(?:(?P<from>第?[一二三1-3])(?:[至—–－~～-]{1,2})(?P<to>[二三四2-4])|(?P<head>[前头頭])(?P<count>[二三四两兩2-4])[个個]?"
    r"|第?(?P<one>[一二三四1-4]))$"
)
_CENTURY_BEFORE = Pattern(r"(公元前)?([0-9]{1,2}|[本上]|二?十[一二三四五六七八九]?|[一二三四五六七八九])$")
_DECADE_AFTER = Pattern(r"([0-9]0|[一二三四五六七八九]十)年代([初中后後末])?")
_PLAN = Pattern(
    r"五(?:([”\"」』])(?:期间|期間|时期|時期|末期?|初期?|规划|規劃|计划|計畫|以[来來])?|期间|期間|时期|時期|规划|規劃|计划|計畫)"
)
_FIVE_YEARS = ("年规划", "年计划", "年規劃", "年計畫")
_BRACKETED = Pattern(r"[（(][一二三四五六日][）)](?=[ \u3000]?(?:[上下]午|中午|晚上|[0-9]{1,2}[:：时時]))")
_PLAN_BEFORE = Pattern(rf"([“\"「『])?(十[{_DIGIT[:-1]}]?|[{_DIGIT[:-1]}])$")
_NUMBERED_BEFORE = Pattern(rf"第([{_DIGIT}]{{1,3}})[个個]$")
_LUNAR = Pattern(
    rf".(?:[〇零○{_DIGIT}甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{{2,4}}年)?(?:[闰閏]?([正腊臘冬{_DIGIT}]{{1,2}})月)?"
    rf"(?:初[{_DIGIT}]|[十廿卅][{_DIGIT}]?|二十[{_DIGIT}]?|三十|[除小]夕|小年)?日?"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}


def _weekday(prose: str, at: int, floor: int) -> Raw | None:
    """Read 星期六 and 礼拜六; ``at`` is 星 or 拜."""
    start = at - (prose[at] == "拜")
    last = at + 1 + (prose[at] == "星")
    number = _WEEKDAYS.get(prose[last : last + 1])
    if number is None or start < floor or (start < at and prose[start] not in "礼禮"):
        return None
    return Raw(start, last + 1, Kind.WEEKDAY, _HAN, number=number)


def _week(prose: str, at: int, floor: int) -> Raw | None:
    """Read 周六 and 本周. 一周 counts weeks, 周五天 days; 每周五 comes again and again, but is a weekday."""
    before, after = prose[max(0, at - 1) : at], prose[at + 1 : at + 2]
    if after in _WEEKDAYS and after != "天":
        counted = prose[at + 2 : at + 3] == "天" or (before and before in "四一两兩数數整")
        return None if counted else Raw(at, at + 2, Kind.WEEKDAY, _HAN, number=_WEEKDAYS[after])
    if before and before in "上下本" and not (after and after in "年期边邊围圍"):
        return _now(prose, at, floor)
    return None


def _now(prose: str, at: int, floor: int) -> Raw | None:
    """Read a word of two characters that ends at ``at``: 今天, 目前, 本周."""
    word = prose[max(0, at - 1) : at + 1]
    before = prose[at - 2 : at - 1] if at > 1 else "\n"
    other = before in _CLAUSE if word == "日前" else before not in _JOINED.get(word, "")
    if at - 1 < floor or not other:
        return None
    return Raw(at - 1, at + 1, Kind.RELATIVE_SHORT, _HAN, None, None, None, None, None, word)


def _bracketed_weekday(prose: str, at: int, _floor: int) -> Raw | None:
    """Read the 三 of 3月5日（三）上午; ``at`` is the bracket."""
    if not _BRACKETED.match(prose, at):
        return None
    return Raw(at + 1, at + 2, Kind.WEEKDAY, _HAN, number=_WEEKDAYS[prose[at + 1]])


def _term(prose: str, at: int, floor: int) -> Raw | None:
    """Read 秋季学期; ``at`` is 季."""
    if at - 1 < floor or prose[at - 1] not in "春秋" or prose[at + 2 : at + 3] != "期":
        return None
    return Raw(at - 1, at + 3, Kind.SCHOOL_YEAR, _HAN, part=prose[at - 1])


def _quarter(prose: str, at: int, floor: int) -> Raw | None:
    if prose.startswith(("学", "學"), at + 1):
        return _term(prose, at, floor)
    before = _QUARTER_BEFORE.search(prose, max(floor, at - 6), at)
    if before is None:
        return None
    start, end = before.start(), at + 1 + prose.startswith("度", at + 1)
    written = before["from"] or before["count"] or before["one"]
    how = style(written[-1])
    if before["head"]:
        return Raw(start, end, Kind.QUARTER, how, number=2 if written in "两兩" else small_value(written), part="前")
    if before["from"]:
        first = Raw(start, before.end("from"), Kind.QUARTER, how, number=small_value(written[-1]))
        last = Raw(before.start("to"), end, Kind.QUARTER, how, number=small_value(before["to"]))
        return Raw(start, end, Kind.RANGE, how, first=first, last=last)
    return Raw(start, end, Kind.QUARTER, how, number=small_value(written))


def _century(prose: str, at: int, floor: int) -> Raw | None:
    before = _CENTURY_BEFORE.search(prose, max(floor, at - 6), at)
    century = small_value(before[2]) if before else None
    if before is None or before[1]:
        return None
    decade = _DECADE_AFTER.match(prose, at + 2)
    if decade is None or century is None:
        return Raw(before.start(), at + 2, Kind.DECADE, style(before[2]), number=century, part="世纪")
    first = (century - 1) * 100 + (small_value(decade[1]) or 0)
    return Raw(
        before.start(),
        decade.end(),
        Kind.DECADE,
        style(before[2] + decade[1]),
        first,
        part=decade[2] or "",
        interval=calendar.years(first, first + 9),
    )


def _plan(prose: str, at: int, floor: int) -> Raw | None:
    """Read “十二五”期间, 十二五规划 and 第十二个五年规划; ``at`` is the last 五."""
    if prose.startswith(_FIVE_YEARS, at + 1):
        before = _NUMBERED_BEFORE.search(prose, max(floor, at - 5), at)
        return None if before is None else _period(before.start(), at + 4, small_value(before[1]))
    before, after = _PLAN_BEFORE.search(prose, max(floor, at - 3), at), _PLAN.match(prose, at)
    if before is None or after is None or (after[1] and not before[1]):
        return None
    return _period(before.start() if after[1] else before.start(2), after.end(), small_value(before[2]))


def _period(start: int, end: int, number: int | None) -> Raw | None:
    plan = None if number is None else calendar.five_year_plan(number)
    if plan is None:
        return None
    return Raw(start, end, Kind.PERIOD, _HAN, number=number, interval=calendar.years(*plan))


def _office(prose: str, at: int, floor: int) -> Raw | None:
    """Read 本届政府, whose years only the reader knows."""
    if at - 1 < floor or prose[at - 1] not in "本上" or not prose.startswith("政府", at + 1):
        return None
    return Raw(at - 1, at + 3, Kind.PERIOD, _HAN, part="届")


def _congress(prose: str, at: int, floor: int) -> Raw | None:
    """Read 十八大以来; when a congress met is a fact, not a date."""
    number = small_value(prose[at - 2 : at]) if at - 2 >= floor else None
    if number is None or prose[at - 2] != "十":
        return None
    return Raw(at - 2, at + 3, Kind.PERIOD, _HAN, number=number, part="大")


def _lunar(prose: str, at: int, floor: int) -> Raw | None:
    match = _LUNAR.match(prose, at) if at - 1 >= floor and prose[at - 1] in "农農阴陰旧舊夏" else None
    if match is None or match.end() == at + 1:
        return None
    month = match[1] and (_LUNAR_MONTHS.get(match[1]) or small_value(match[1]))
    return Raw(at - 1, match.end(), Kind.LUNAR, _HAN, month=month or None)


def _sexagenary(prose: str, at: int, _floor: int) -> Raw | None:
    number = sexagenary(prose[at + 2 : at + 4]) if prose.startswith("次", at + 1) else None
    return None if number is None else Raw(at, at + 4, Kind.SEXAGENARY, _HAN, number=number)


# Who reads on from each mark; ``clues`` tells what stands beside it. Brackets are everywhere: those behind 日 count.
READERS: dict[str, Reader] = {
    **dict.fromkeys("星拜", _weekday),
    **dict.fromkeys("周週", _week),
    "季": _quarter,
    "世": _century,
    "五": _plan,
    **dict.fromkeys("历曆", _lunar),
    **dict.fromkeys("天前", _now),
    "岁": _sexagenary,
    **dict.fromkeys("（(", _bracketed_weekday),
    **dict.fromkeys("届屆", _office),
    "大": _congress,
}
