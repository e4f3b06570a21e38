"""Units with 万 or 亿: they say by themselves that a number belongs before them, unless 万 or 亿 is the number."""

from collections.abc import Iterator
from typing import NamedTuple

from gaojian import Pattern, Span
from gaojian_checks.blanks._surroundings import (
    BALANCES,
    BLANKS,
    MASKS,
    NUMERALS,
    UNIT_NAMED,
    before,
    sentence_around,
    stops_after,
)

_MONEY = "(?:美|欧|歐|日|港|新[台臺][币幣]|人民[币幣])?[元圆圓]|英[镑鎊]"
_MEASURE = (
    "人次|户次|戶次|[吨噸]|[亩畝]|公斤|斤|平方公里|平方米|立方米|千瓦[时時]?|公里|公[顷頃]|标箱|標箱"
    "|[辆輛台臺套件册冊份株羽尾座条條项項只隻]|[户戶家名头頭所张張个個](?![别人月性体])"
    "|人(?![才员类民口])|(?<=[亿億])人(?=[民口])"
)
DIRECTLY = NUMERALS.translate({ord("余"): None, ord("餘"): None})
_SCALED = tuple(
    Pattern(f"{first}(?<![{DIRECTLY}]{first})[亿億]?(?:(?P<money>{_MONEY})|{_MEASURE})", first) for first in "万亿萬億"
)
# 亿元大关, 万元户, 万吨级, 万元GDP能耗, 万人大会.
_ADJECTIVAL = Pattern(
    "[户戶乡鄉镇鎮县縣级級众眾物方林强強富里]|民(?![币幣])|村(?![镇鎮])|大[关關会會军軍户奖獎单單]|企业|企業|项目|項目|工程"
    "|店|市[场場]|产业|產業|园区|園區|俱乐部|楼|樓|GDP|国内生产|國內生產|生产总值|工业|工業|单位|單位|产值|產值|增加值"
    "|能耗|水耗|灯火|忧乐|良田|果园|茶园|基地|示范|海?[轮輪]|巨[轮輪]|泊位|[机機][组組]|[码碼]头|空巷|一心|悬赏|重奖|年薪"
    "|税收|板块|集群|赛道|蓝海|订单|计划|行动|[增创]收|、[千百十]元|[上下]方|[关關]口|[时時]代|门槛|標準?煤以上|标准?煤以上"
)
UNIT_NAMES = Pattern("(?:为|為|作)?[单單][位价價]|[计計](?![划劃])|[表标標]示")
_AT_LEAST = Pattern("以[上下内內]")
_AMOUNT_BEFORE = Pattern("(?:[总总數数金]?[额額]|金|费|費|损失|損失|价值|價值|罚款|罰款|[处處]以?|[总合共]计)$")
_DONE = Pattern(
    "(?:完成|新增|建成|安排|下达|筹集|拨付|实现|實現|增加|减少|退出|治理|解决|增产|再)[^，。；、\n]{0,8}$|[到在约約]$"
)
# 近亿元, 上万人, 每万元, 10个亿元企业; but 以上, 超过, 建成 end otherwise.
_COUNTING = frozenset("每各上近逾满滿足过過两兩超破成整单單个個家座批名第论好")
_NOT_COUNTING = ("以上", "超过", "超過", "建成", "完成", "形成")
_REACHED = ("达", "达到", "達", "達到", "超过", "超過")
# 超过万亿元, 达万人, 突破亿元: round numbers that are said so; nobody says 达到亿美元 or 超过万公顷.
_ROUND = Pattern("[万萬]?[亿億]?[元人户戶家吨噸亩畝名个個]|[万萬][亿億]")
_COMPARISON = Pattern("左右|[，（,][比同較较占增其平分从從翻是]")
_PRECISE = Pattern(f"[0-9０-９][万亿萬億%％]|(?<![{NUMERALS}])[%％]")
_EXACT = Pattern("[0-9０-９.．]{2}[万亿萬億]|[一二三四五六七八九][十百千][一二三四五六七八九〇零百十千]{0,8}[万亿萬億]")
_OPENING = '“‘"「『：:\n\r'
_CLOSING = ("”", "’", '"', "」", "』")
_ACRONYM = Pattern("[A-Z&]{2,}$")


class Bare(NamedTuple):
    """A unit without a number; ``certain`` unless 万 or 亿 may itself be the number; ``left`` is what precedes it."""

    span: Span
    left: str
    certain: bool = True
    money: bool = False


def scaled_units(prose: str) -> Iterator[Bare]:
    """Yield every unit with 万 or 亿 that lacks its number."""
    for pattern in _SCALED:
        for match in pattern.finditer(prose):
            span = Span(*match.span())
            left = before(prose, span.start)
            if _names_a_unit(prose, span, left):
                continue
            if _lacks_number(prose, span, left):
                yield Bare(span, left, money=match["money"] is not None)
            elif _may_lack_number(prose, span, left):
                yield Bare(span, left, certain=False, money=match["money"] is not None)


def _names_a_unit(prose: str, span: Span, left: str) -> bool:
    """Return whether a number stands before the unit, or none is to be expected."""
    last = left[-1:]
    if not last or last in MASKS or last in "/／(（" or (last in NUMERALS and not left.endswith(BALANCES)):
        return True
    if last in _COUNTING and not left.endswith(_NOT_COUNTING):
        return True
    if last.isascii() and last.isalpha() and not is_acronym(left):
        return True
    right = prose[span.end : span.end + 8].lstrip(BLANKS)
    unit = prose[span.start : span.end]
    if right[:1] in ("/", "／") and not (unit[-1] in "吨噸" and _stands_among_figures(prose, span)):
        return True
    if unit not in ("亿人", "億人") and _ADJECTIVAL.match(right):
        return True
    return UNIT_NAMED.search(left) is not None or UNIT_NAMES.match(right) is not None


def _lacks_number(prose: str, span: Span, left: str) -> bool:
    end = span.end
    last = left[-1]
    if _AT_LEAST.match(prose, end):
        return _is_exact_limit(prose, span, left)
    if _is_round(prose, span, left):
        return _COMPARISON.match(prose, end) is not None or _stands_among_figures(prose, span)
    if last in _OPENING:
        return stops_after(prose, end) and prose[end : end + 1] not in _CLOSING
    if last in "，、；。,;）)":
        return stops_after(prose, end) or _is_measured_nearby(prose, span)
    return True


def _is_measured_nearby(prose: str, span: Span) -> bool:
    """3.58亿人参保，万人领取养老金: the same thing is counted exactly in this sentence."""
    thing = prose[span.start : span.end].lstrip("万亿萬億")
    for part in sentence_around(prose, *span):
        for scale in "万亿萬億":
            place = part.find(scale + thing)
            if place > 0 and part[place - 1] in NUMERALS:
                return True
    return False


def _may_lack_number(prose: str, span: Span, left: str) -> bool:
    """年产量达到亿元。 in a paragraph full of exact figures is more likely a blank than a round number."""
    if not _is_round(prose, span, left) or left.endswith("已达") or not stops_after(prose, span.end):
        return False
    return any(_EXACT.search(part) for part in sentence_around(prose, *span, reach=150, stops="\n"))


def _is_round(prose: str, span: Span, left: str) -> bool:
    return left.endswith(_REACHED) and _ROUND.match(prose, *span) is not None


def _is_exact_limit(prose: str, span: Span, left: str) -> bool:
    """亿元以上项目 is a class of projects; 处万元以上10万元以下 and 金额万元以上。 have lost their number."""
    start, end = span
    if left.endswith("以上") or prose[end + 2 : end + 3] in tuple(NUMERALS):
        return True
    if not stops_after(prose, end + 2):
        return False
    if _DONE.search(left):
        return True
    if prose[end - 1] in "元圆圓":
        return prose[start] in "万萬" and _AMOUNT_BEFORE.search(left) is not None
    return _stands_among_figures(prose, span)


def _stands_among_figures(prose: str, span: Span) -> bool:
    """观展人数已达万人 is a way to say ten thousand; beside exact figures a number is missing."""
    return any(_PRECISE.search(part) for part in sentence_around(prose, *span))


def is_acronym(left: str) -> bool:
    """Return whether ``left`` ends with an abbreviation such as GDP or R&D; XX and single letters are masks."""
    match = _ACRONYM.search(left)
    return match is not None and not set(match[0]) <= {"X", "N"}
