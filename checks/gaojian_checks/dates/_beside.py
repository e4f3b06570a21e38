"""Dates that have a festival or a day of the lunar calendar right beside them: 9月19日（中秋节）, 中秋节（9月19日）."""

import functools
import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.dates import DateExpression, Kind, dates
from gaojian_checks.language.festivals import Festival, festivals
from gaojian_checks.language.lunar_words import LUNAR, lunar_day

_DAYS = frozenset({Kind.FULL_DATE, Kind.MONTH_DAY, Kind.ERA})
# The first two characters and the last of every form in facts/festivals.toml; a test holds them to the table. With them
# the table is read only where a document may need it.
_PAIRS = (
    "春节春節农历農曆除夕元宵上元龙抬龍抬端午端阳端陽七夕中元中秋重阳重陽老年腊八臘八小年清明冬至立春雨水"
    "惊蛰驚蟄春分谷雨穀雨立夏小满小滿芒种芒種夏至小暑大暑立秋处暑處暑白露秋分中国农民寒露霜降立冬小雪大雪"
    "小寒大寒元旦劳动妇女植树五一五四青年护士六一儿童建党八一建军教师国庆记者国家烈士圣诞聖誕母亲母親父亲"
    "全国助残"
)
BEGINNINGS = frozenset(_PAIRS[at : at + 2] for at in range(0, len(_PAIRS), 2))
ENDINGS = frozenset("节節年夕宵头頭午阳陽秋八明至春气氣蛰蟄分雨夏满滿种種暑露冬寒旦庆日")
_CALENDARS = ("农历", "農曆", "阴历", "陰曆", "夏历", "夏曆", "旧历", "舊曆")
_MONTHS = ("十一", "十二", *(f"{month}月" for month in "正二三四五六七八九十冬腊臘"))
_BEFORE_FESTIVALS = ("国际", "國際", "传统", "傳統", "我国")
_VERBS = ("即农", "即農", "恰逢", "适逢", "適逢", "正逢", "也是", "正是", "星期", "礼拜", "禮拜")
_NEXT_TWO = BEGINNINGS.union(_CALENDARS, _MONTHS, _BEFORE_FESTIVALS, _VERBS)
_NEXT = frozenset("第周闰閏")
_JOINTS = frozenset("（(，, \u3000是为為即")
_JOINTS_BEFORE = frozenset("（(是为為即历曆元")
_LAST = ENDINGS | frozenset("一二三四五六七八九十，公阳陽西即（(")
_REACH = 32

_WEEKDAY = r"(?:[（(](?:星期|礼拜|禮拜|周).[）)]|(?:星期|礼拜|禮拜|周).[，,、 \u3000]*)?"
_BETWEEN = (
    rf"[ \u3000]?{_WEEKDAY}(?P<bracket>[（(])?[ \u3000]?{_WEEKDAY}(?P<comma>[，,])?[ \u3000]?"
    "(?:即|是|[为為]|[恰适適正]逢|[也正]是)?"
)
_LEAD = r"(?:第[0-9一二三四五六七八九十]{1,4}[个個]|我国|中国(?!农)|传统|傳統|国际|國際|[农農][历曆](?!新)|全国(?!助))*"
_JOINED = r"(?:[ \u3000]?[（(]|，?即|是|[为為])(?:公[历曆元]|[阳陽][历曆]|西[历曆元])?$"
_LUNAR_AFTER = Pattern(_BETWEEN + LUNAR)
_LUNAR_BEFORE = Pattern(LUNAR + _JOINED)
# 9月19日中秋节放假 and 9月18日，中秋节前 tell of another day.
_AFTER_FESTIVAL = Pattern(
    r"佳[节節]|之夜|[当當][天日晚]|[上下]午|晚上|凌晨|清晨|早[上晨]|[这這][一天]|[，。；：！？,;:!?）)|\n\r \u3000]|$"
)
_CLAUSE_END = Pattern(r"[，。；,;\n\r]|$")
_REMARK_END = Pattern(r"[）)，,；;\n\r]|[。 \u3000]?$|[ \u3000（(]?(?:星期|礼拜|禮拜|周)|[当當]天")
_OTHER_DAYS = frozenset("至到—–－~～-前后後起以之左")
# 澳大利亚国庆日（1月26日） belongs to another country.
_MAY_PRECEDE = frozenset("年日的是、，和与與及今明后度。；：“（(| \u3000\n\r逢届屆")


class Beside(NamedTuple):
    """A date with a festival or with a lunar day (month, day, whether the month is a leap month) at ``span``.

    ``is_of_year`` where the year of the festival stands right before it: 2013年中秋节（9月19日）.
    """

    day: DateExpression
    span: Span
    festival: Festival | None
    lunar: tuple[int, int, bool] | None
    is_of_year: bool = False


def beside(document: Document) -> tuple[Beside, ...]:
    """Return the dates of ``document`` beside which a festival or a lunar day stands; call it by ``document.get``."""
    return tuple(_found(document.prose, document.get(dates)))


def _found(prose: str, expressions: tuple[DateExpression, ...]) -> Iterator[Beside]:
    for day in expressions:
        if day.kind not in _DAYS or day.day is None:
            continue
        start, end = day.span
        after = prose[end : end + 3]
        two = after[1:] if after[:1] in _JOINTS else after[:2]
        if two in _NEXT_TWO or two[:1] in _NEXT:
            yield from _after(prose, day)
        if start > 1 and prose[start - 1] in _JOINTS_BEFORE and prose[start - 2] in _LAST:
            yield from _before(prose, day)


def _after(prose: str, day: DateExpression) -> Iterator[Beside]:
    lunar = _LUNAR_AFTER.match(prose, day.span.end)
    if lunar:
        if prose[lunar.end() : lunar.end() + 1] not in _OTHER_DAYS and (read := lunar_day(lunar)):
            yield Beside(day, Span(*lunar.span("words")), None, read)
        return
    match = _festival_after().match(prose, day.span.end)
    if match is None:
        return
    ends = _REMARK_END if match["bracket"] else _CLAUSE_END if match["comma"] else _AFTER_FESTIVAL
    if ends.match(prose, match.end()):
        yield Beside(day, Span(*match.span("form")), festivals()[match["form"]], None)


def _before(prose: str, day: DateExpression) -> Iterator[Beside]:
    start, end = day.span
    low = max(0, start - _REACH)
    if not _REMARK_END.match(prose, end):
        return
    lunar = _LUNAR_BEFORE.search(prose, low, start)
    if lunar:
        if read := lunar_day(lunar):
            yield Beside(day, Span(*lunar.span("words")), None, read)
        return
    match = _festival_before().search(prose, low, start)
    if match and (not match.start() or prose[match.start() - 1] in _MAY_PRECEDE):
        is_of_year = (
            prose[max(0, match.start() - 5) : match.start()].endswith(f"{day.start.year}年") if day.start else False
        )
        yield Beside(day, Span(*match.span("form")), festivals()[match["form"]], None, is_of_year)


@functools.cache
def _festival_after() -> re.Pattern[str]:
    return re.compile(f"{_BETWEEN}{_LEAD}(?P<form>{_forms()})(?:节气|節氣)?")


@functools.cache
def _festival_before() -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?P<form>{_forms()})(?:节气|節氣)?{_JOINED}")


def _forms() -> str:
    return "|".join(sorted(festivals(), key=len, reverse=True))
