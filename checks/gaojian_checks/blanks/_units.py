"""Plain units: 公里, 元, 个; bare where no other word holds them, or where the words around them prove it."""

from collections.abc import Iterable, Iterator

from gaojian import Document, NamedTuple, Span
from gaojian_checks.blanks._measure_words import AMOUNTS, GENERAL_VERBS
from gaojian_checks.blanks._scaled import Bare, names_unit
from gaojian_checks.blanks._surroundings import (
    BALANCES,
    DASHES,
    MASKS,
    NUMERALS,
    before,
    is_counted_nearby,
    is_han,
    is_unit_named,
    stops_after,
)
from gaojian_checks.language.clues import clues

# 每平方米, 按公里, 几个, 单位为元, 秒立方米: no number belongs here.
NEVER = (
    "每各整单單这這那哪某该該此上下前后後首末逐按论論方秒双雙第少若干何"
    + NUMERALS.replace("余", "").replace("餘", "")
    + MASKS
)
_NEVER = frozenset(NEVER)
_SEPARATORS = ("，", "、", "；", "。", ",", ";")
# 开个好头, 建个厂: spoken language has no number there.
_PLAIN_VERBS = (
    "开開办辦立定选選挑配买買抓要叫留占当當建设設修种種养搭挂贴印发發出提编签寻尋拉带帶派交付请請见見听聽问問帮幫让讓"
)
_CLOSERS = tuple("和至到提增降减的罚罰")
# 加元, 澳元, and given names such as 建元: words, unless an amount word stands there (增加元).
_NAMES = frozenset(
    "李张張陈陳刘劉赵趙孙孫郑鄭吴吳杨楊黄黃林何高罗羅梁谢謝郭马馬胡徐褚韩韓霍熊蔡黎谭譚金连連学學改量吉文贞天建性宗澳庆慶加子铜属"
    "新土永太养兴興泰中国國凤鳳志德振正春景道晓鸿鴻启乾体汉漢"
)


class Unit(NamedTuple):
    """A unit, and what makes other words of it when it stands directly before or after.

    ``anchor`` is the place of its rarest character, by which it is found. A ``closed`` unit is also part of many words
    (加倍, 吨位, 亩均): besides, the phrase must end after it, or a word that an amount follows stand before.
    """

    name: str
    anchor: int
    not_after: frozenset[str]
    not_before: frozenset[str]
    closed: bool


def _unit(name: str, after: str = "", before: str = "", *, anchor: int = 0, closed: bool = False) -> Unit:
    return Unit(name, anchor, _NEVER.union(after), frozenset(before), closed)


_PIECE_AFTER = frozenset("一个個真干大小矮高提打独挨些写来找搞做弄举换给想起出像吃说走不着过同換寫來加绕訂拟擬")
_PIECE_BEFORE = frozenset("月人别別体體性股头頭子儿兒案把位数數税稅旧舊中个個护護險险展例唱贷貸销銷私")
_TRAFFIC = "人吨噸车車列机機"
_UNITS = (
    *(_unit(f"平方{length}", anchor=1 + len(length)) for length in ("公里", "千米", "米", "公尺")),
    *(_unit(f"立方{length}", "准準标標", anchor=1 + len(length)) for length in ("米", "公尺")),
    _unit("公里", _TRAFFIC, "数數", anchor=1),
    *(_unit(f"公{name}", _TRAFFIC, anchor=1) for name in "斤顷頃"),
    _unit("周年", "", "纪紀庆慶祭志快"),
    *(_unit(name, "田地公市准準", "产產均珍数數", closed=True) for name in "亩畝"),
    _unit("倍", "加成翻事功向", "增数數感受加率于於频頻觉覺道儿兒", closed=True),
    *(_unit(name, "总總净淨蒸公量码碼重准準", "级級位公轮輪数數粮糧", closed=True) for name in "吨噸"),
    _unit("斤", "公缺市", "斤两顶", closed=True),
    _unit("岁", "周太去虚守年旧足新卒压贺", "月末数入首寒暮序岁", closed=True),
    _unit(
        "元",
        "字位次像经經胞图圖美公港欧歐日纪紀状狀银銀台大王宋朱多复復培广廣归歸开開",
        "素旦器首数數件宵老气氣朝年始组組信荡宝寶宇音代古江源配勋勳帅帥/／",
        closed=True,
    ),
)
_BY_ANCHOR = {
    anchor: tuple(unit for unit in _UNITS if unit.name[unit.anchor] == anchor)
    for anchor in dict.fromkeys(unit.name[unit.anchor] for unit in _UNITS)
}
_NEVER_BEFORE_HOURS = _NEVER | frozenset("个個瓦工")
_WITHIN = ("内", "內", "之内", "之內", "以内", "以內", "以上", "以下", "前", "左右")


def units(document: Document) -> Iterator[Bare]:
    """Yield the span of every plain unit of measure, 元 or 个 that lacks its number."""
    prose, signs = document.prose, document.get(clues).signs
    yield from _hours(prose, signs.get("小", ()))
    # A dozen of them are missing in most documents: to call something for each would show.
    for anchor, anchored in _BY_ANCHOR.items():
        for place in signs.get(anchor, ()):
            for unit in anchored:
                start = place - unit.anchor
                if prose[start - 1 : start] not in unit.not_after and prose.startswith(unit.name, start):
                    yield from _bare(prose, start, unit)
    yield from _pieces(prose, [*signs.get("个", ()), *signs.get("個", ())])


def _bare(prose: str, start: int, unit: Unit) -> Iterator[Bare]:
    span = Span(start, start + len(unit.name))
    if prose[span.end : span.end + 1] in unit.not_before:
        return
    left = before(prose, start)
    if _is_bare(prose, span, left) and (not unit.closed or _is_closed(prose, span, left)):
        yield Bare(span, left, money=unit.name == "元")


def _hours(prose: str, places: Iterable[int]) -> Iterator[Bare]:
    for start in places:
        if prose[start - 1 : start] in _NEVER_BEFORE_HOURS:
            continue
        left = before(prose, start)
        if prose.startswith(_WITHIN, start + 2) and is_han(left[-1:]) and left[-1] not in NUMERALS:
            yield Bare(Span(start, start + 2), left)


def _pieces(prose: str, places: Iterable[int]) -> Iterator[Bare]:
    """Yield 个 and 个月."""
    for start in places:
        last = prose[start - 1 : start]
        if last in _NEVER:
            continue
        end = start + 1
        month = prose[end : end + 1] == "月"
        if month:
            end += 1
        elif not prose.startswith(("工作日", "小时", "小時"), end) and (
            last in _PIECE_AFTER or prose[end : end + 1] in _PIECE_BEFORE
        ):
            continue
        span, left = Span(start, end), before(prose, start)
        if _is_bare(prose, span, left):
            yield Bare(span, left)


def _is_bare(prose: str, span: Span, left: str) -> bool:
    last = left[-1:]
    if prose[span.start] == "元" and last in _NAMES and left[-2:] not in AMOUNTS:
        return False
    if last in ("余", "餘"):
        return left.endswith(BALANCES)
    stops = stops_after(prose, span.end)
    if last and last in DASHES:
        return stops
    if prose[span.start : span.end] in ("个", "個"):
        return _is_bare_piece(prose, span, left, stops=stops)
    if last in _SEPARATORS or last in ("有", "是"):
        return is_counted_nearby(prose, *span)
    if last in ("为", "為"):
        return stops and prose[span.end : span.end + 1] != "、" and not is_unit_named(left)
    return is_han(last) and last not in NEVER and not _is_named(prose, span, left)


def _is_named(prose: str, span: Span, left: str) -> bool:
    return is_unit_named(left) or names_unit(prose[span.end : span.end + 3])


def _is_bare_piece(prose: str, span: Span, left: str, *, stops: bool) -> bool:
    """个 has lost its number after 共有 or 建设, not in spoken phrases (开个好头, 有个办法)."""
    last = left[-1:]
    if last in ("有", "是"):
        return stops or left[-2:] in ("共有", "现有", "拥有") or is_counted_nearby(prose, *span)
    if last in _SEPARATORS:
        return not stops or is_counted_nearby(prose, *span)
    if last == "了":
        return left[-3:-1] in GENERAL_VERBS
    if last == "自":
        return left[-2:] == "来自"
    if last in _PLAIN_VERBS and left[-2:] not in GENERAL_VERBS and left[-2:-1] != "新":
        return False
    return is_han(last) and last not in NEVER


def _is_closed(prose: str, span: Span, left: str) -> bool:
    if stops_after(prose, span.end) or left[-2:] in AMOUNTS or prose[span.end : span.end + 1] in _CLOSERS:
        return True
    return is_counted_nearby(prose, *span)
