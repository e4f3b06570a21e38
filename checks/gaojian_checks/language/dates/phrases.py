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
_WEEKDAYS = {name: number for number, name in enumerate("一二三四五六日", 1)} | {"天": 7}
# Before 季度: 1-3, 前三个, 第一.
_QUARTER_BEFORE = Pattern(
    r"(?:(?P<from>第?[一二三1-3])(?:[至—–－~～-]{1,2})(?P<to>[二三四2-4])|(?P<head>[前头頭])(?P<count>[二三四两兩2-4])[个個]?"
    r"|第?(?P<one>[一二三四1-4]))$"
)
_CENTURY_BEFORE = Pattern(r"(公元前)?([0-9]{1,2}|[本上]|二?十[一二三四五六七八九]?|[一二三四五六七八九])$")
_DECADE_AFTER = Pattern(r"([0-9]0|[一二三四五六七八九]十)年代([初中后後末])?")
_PLAN = Pattern(r"五(?:([”\"」』])(?:期间|期間|时期|時期|末期?|初期?|规划|規劃|计划|計畫|以[来來])?|[期规規计計时時].)")
_PLAN_BEFORE = Pattern(rf"([“\"「『])?(十[{_DIGIT[:-1]}]?|[{_DIGIT[:-1]}])$")
_NUMBERED_BEFORE = Pattern(rf"第([{_DIGIT}]{{1,3}})[个個]$")
_LUNAR = Pattern(
    rf".(?:[〇零○{_DIGIT}甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]{{2,4}}年)?(?:[闰閏]?([正腊臘冬{_DIGIT}]{{1,2}})月)?"
    rf"(?:初[{_DIGIT}]|[十廿卅][{_DIGIT}]?|二十[{_DIGIT}]?|三十|[除小]夕|小年)?日?"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}


def _weekday(prose: str, at: int, floor: int) -> Raw | None:
    """Read 星期六, 周六, 礼拜六 and 本周; ``at`` is 星, 周 or 拜."""
    start = at - (prose[at] == "拜")
    last = at + 1 + (prose[at] == "星")
    number = _WEEKDAYS.get(prose[last : last + 1])
    if number is not None:
        return Raw(start, last + 1, Kind.WEEKDAY, _HAN, number=number) if start >= floor else None
    return _now(prose, at, floor)


def _now(prose: str, at: int, floor: int) -> Raw | None:
    """Read a word of two characters that ends at ``at``: 今天, 目前, 本周."""
    if at - 1 < floor:
        return None
    return Raw(at - 1, at + 1, Kind.RELATIVE_SHORT, _HAN, part=prose[at - 1 : at + 1])


def _bracketed_weekday(prose: str, at: int, _floor: int) -> Raw:
    """Read the 三 of 3月5日（三）上午; ``at`` is the bracket."""
    return Raw(at + 1, at + 2, Kind.WEEKDAY, _HAN, number=_WEEKDAYS[prose[at + 1]])


def _term(prose: str, at: int, floor: int) -> Raw | None:
    """Read 秋季学期; ``at`` is 季."""
    if at - 1 < floor:
        return None
    return Raw(at - 1, at + 3, Kind.SCHOOL_YEAR, _HAN, part=prose[at - 1])


def _quarter(prose: str, at: int, floor: int) -> Raw | None:
    if prose[at + 1] in "学學":
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
    if prose[at + 1] == "年":
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


def _office(_prose: str, at: int, _floor: int) -> Raw:
    """Read 本届政府, whose years only the reader knows."""
    return Raw(at - 1, at + 3, Kind.PERIOD, _HAN, part="届")


def _congress(prose: str, at: int, _floor: int) -> Raw:
    """Read 十八大以来; when a congress met is a fact, not a date."""
    return Raw(at - 2, at + 3, Kind.PERIOD, _HAN, number=small_value(prose[at - 2 : at]), part="大")


def _lunar(prose: str, at: int, floor: int) -> Raw | None:
    match = _LUNAR.match(prose, at)
    if match is None or match.end() == at + 1 or at - 1 < floor:
        return None
    month = match[1] and (_LUNAR_MONTHS.get(match[1]) or small_value(match[1]))
    return Raw(at - 1, match.end(), Kind.LUNAR, _HAN, month=month or None)


def _sexagenary(prose: str, at: int, _floor: int) -> Raw | None:
    number = sexagenary(prose[at + 2 : at + 4])
    return None if number is None else Raw(at, at + 4, Kind.SEXAGENARY, _HAN, number=number)


# A pattern that begins with its literal, and who reads on from there.
PHRASES: tuple[tuple[str, Reader], ...] = (
    (r"星期[一二三四五六日天]", _weekday),
    # 一周 and 两周 count weeks; 每周五 comes again and again, but is a weekday.
    (r"周(?:[一二三四五六日](?!天)(?<![四一两兩数數整]..)|(?<=[上下本]周)(?![年期边邊围圍]))", _weekday),
    (r"週(?:[一二三四五六日](?!天)(?<![四一两兩数數整]..)|(?<=[上下本]週)(?![年期边邊围圍]))", _weekday),
    (r"拜(?<=[礼禮]拜)[一二三四五六日天]", _weekday),
    (r"季(?:[学學]期(?<=[春秋]季..)|度(?<=[一二三四两兩1-4个個]季度)|(?<=第[一二三四1-4]季))", _quarter),
    (r"世[纪紀](?<=[本上0-9一二三四五六七八九十]..)", _century),
    (rf"五(?<=[{_DIGIT}个個]五)(?:[”\"」』]|[期时][间期]|時期|[规规計计][划画劃畫]|年(?:规划|计划|規劃|計畫))", _plan),
    (r"历(?<=[农阴旧夏]历)", _lunar),
    (r"曆(?<=[農陰舊夏]曆)", _lunar),
    (r"天(?<=[今昨明]天)", _now),
    (
        r"前(?:(?<=目前)(?<![题題项項科]..)|(?<=[当當]前)(?<![应應]..)|(?<=[，。；：！？“”（）(),;:\n\r\u3000 ]日前))",
        _now,
    ),
    (r"岁次", _sexagenary),
    (
        r"（(?<=[日号號]（)[一二三四五六日]）(?=[ \u3000]?(?:[上下]午|中午|晚上|[0-9]{1,2}[:：时時]))",
        _bracketed_weekday,
    ),
    (r"届(?<=[本上]届)政府", _office),
    (r"屆(?<=[本上]屆)政府", _office),
    (r"大以[来來](?<=十[一二三四五六七八九]大以.)", _congress),
)
