"""Units with 万 or 亿: they say by themselves that a number belongs before them, unless 万 or 亿 is the number."""

from collections.abc import Iterator
from itertools import pairwise

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.blanks._scaled_units import ends_here
from gaojian_checks.blanks._surroundings import (
    BALANCES,
    BLANKS,
    FIGURES,
    MASKS,
    NUMERALS,
    before,
    is_unit_named,
    last_phrase,
    sentence_around,
    stops_after,
)
from gaojian_checks.language.clues import clues

_SCALES = frozenset("万亿萬億")
_DIRECTLY = frozenset(NUMERALS) - frozenset("余餘")
# 亿元大关, 万元户, 万吨级, 万元GDP能耗, 万人大会.
_ADJECTIVAL = """
    户 戶 乡 鄉 镇 鎮 县 縣 级 級 众 眾 物 方 林 强 強 富 里 大关 大關 大会 大會 大军 大軍 大户 大奖 大獎 大单 大單
    企业 企業 项目 項目 工程 店 市场 市場 产业 產業 园区 園區 俱乐部 楼 樓 GDP 国内生产 國內生產 生产总值 工业 工業
    单位 單位 产值 產值 增加值 能耗 水耗 灯火 忧乐 良田 果园 茶园 基地 示范 轮 輪 海轮 海輪 巨轮 巨輪 泊位 机组 機組
    码头 碼头 空巷 一心 悬赏 重奖 年薪 税收 板块 集群 赛道 蓝海 订单 计划 行动 增收 创收 、千元 、百元 、十元 上方 下方
    关口 關口 时代 時代 门槛 標準煤以上 標煤以上 标准煤以上 标煤以上
    """
_LIMITS = ("以上", "以下", "以内", "以內")
_AMOUNTS_BEFORE = "额 額 金 费 費 损失 損失 价值 價值 罚款 罰款 处 處 处以 處以 总计 合计 共计"
_DONE = "完成 新增 建成 安排 下达 筹集 拨付 实现 實現 增加 减少 退出 治理 解决 增产"
_ADJECTIVES = tuple(_ADJECTIVAL.split())
_AMOUNT_WORDS = tuple(_AMOUNTS_BEFORE.split())
_RESULTS = tuple(_DONE.split())
# 近亿元, 上万人, 每万元, 10个亿元企业; but 以上, 超过, 建成 end otherwise.
_COUNTING = frozenset("每各上近逾满滿足过過两兩超破成整单單个個家座批名第论好")
_NOT_COUNTING = ("以上", "超过", "超過", "建成", "完成", "形成")
_REACHED = ("达", "达到", "達", "達到", "超过", "超過")
# 超过万亿元, 达万人, 突破亿元: round numbers that are said so; nobody says 达到亿美元 or 超过万公顷.
_ROUND = frozenset("元人户戶家吨噸亩畝名个個")
_COMPARING = frozenset("比同較较占增其平分从從翻是")
_EXACT = Pattern("[0-9０-９.．]{2}[万亿萬億]|[一二三四五六七八九][十百千][一二三四五六七八九〇零百十千]{0,8}[万亿萬億]")
_OPENING = '“‘"「『：:\n\r'
_CLOSING = ("”", "’", '"', "」", "』")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ&"


class Bare(NamedTuple):
    """A unit without a number; ``certain`` unless 万 or 亿 may itself be the number; ``left`` is what precedes it."""

    span: Span
    left: str
    certain: bool = True
    money: bool = False


def scaled_units(document: Document) -> Iterator[Bare]:
    """Yield every unit with 万 or 亿 that lacks its number."""
    prose, signs = document.prose, document.get(clues).signs
    for scale in "万亿萬億":
        for start in signs.get(scale, ()):
            if prose[start - 1 : start] in _DIRECTLY:
                continue
            end, money = ends_here(prose, start)
            left = before(prose, start) if end else ""
            span = Span(start, end)
            if not left or _names_a_unit(prose, span, left):
                continue
            if _lacks_number(prose, span, left):
                yield Bare(span, left, money=money)
            elif _may_lack_number(prose, span, left):
                yield Bare(span, left, certain=False, money=money)


def _names_a_unit(prose: str, span: Span, left: str) -> bool:
    """Return whether a number stands before the unit, or none is to be expected."""
    last = left[-1]
    if last in MASKS or last in "/／(（" or (last in NUMERALS and not left.endswith(BALANCES)):
        return True
    if last in _COUNTING and not left.endswith(_NOT_COUNTING):
        return True
    if last.isascii() and last.isalpha() and not is_acronym(left):
        return True
    right = prose[span.end : span.end + 8].lstrip(BLANKS)
    unit = prose[span.start : span.end]
    if right[:1] in ("/", "／") and not (unit[-1] in "吨噸" and _stands_among_figures(prose, span)):
        return True
    if unit not in ("亿人", "億人") and _is_adjectival(right):
        return True
    return is_unit_named(left) or names_unit(right)


def _is_adjectival(right: str) -> bool:
    if right[:1] in ("民", "村"):
        return right[1:2] not in ({"币", "幣"} if right[0] == "民" else {"镇", "鎮"})
    return right.startswith(_ADJECTIVES)


def names_unit(right: str) -> bool:
    """Return whether ``right``, after a unit, says that it is one: 为单位, 计, 表示."""
    if right[:1] in ("为", "為", "作"):
        right = right[1:]
        return right.startswith(("单位", "單位", "单价", "單價"))
    if right[:1] in ("计", "計"):
        return right[1:2] not in ("划", "劃")
    return right.startswith(("单位", "單位", "单价", "單價", "表示", "标示", "標示"))


def _lacks_number(prose: str, span: Span, left: str) -> bool:
    end = span.end
    last = left[-1]
    if prose.startswith(_LIMITS, end):
        return _is_exact_limit(prose, span, left)
    if _is_round(prose, span, left):
        return _is_compared(prose, end) or _stands_among_figures(prose, span)
    if last in _OPENING:
        return stops_after(prose, end) and prose[end : end + 1] not in _CLOSING
    if last in "，、；。,;）)":
        return stops_after(prose, end) or _is_measured_nearby(prose, span)
    return True


def _is_compared(prose: str, end: int) -> bool:
    return prose.startswith("左右", end) or (
        prose[end : end + 1] in ("，", "（", ",") and prose[end + 1 : end + 2] in _COMPARING
    )


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
    if not left.endswith(_REACHED):
        return False
    first, second = prose[span.start], prose[span.start + 1]
    if first in "万萬" and second in "亿億":
        return True
    return second in _ROUND


def _is_exact_limit(prose: str, span: Span, left: str) -> bool:
    """亿元以上项目 is a class of projects; 处万元以上10万元以下 and 金额万元以上。 have lost their number."""
    start, end = span
    if left.endswith("以上") or prose[end + 2 : end + 3] in tuple(NUMERALS):
        return True
    if not stops_after(prose, end + 2):
        return False
    phrase = last_phrase(left, "，。；、\n")
    if any(word in phrase[-10:] for word in _RESULTS) or "再" in phrase[-9:] or left[-1] in "到在约約":
        return True
    if prose[end - 1] in "元圆圓":
        return prose[start] in "万萬" and left.endswith(_AMOUNT_WORDS)
    return _stands_among_figures(prose, span)


def _stands_among_figures(prose: str, span: Span) -> bool:
    """观展人数已达万人 is a way to say ten thousand; beside exact figures a number is missing."""
    return any(map(_is_precise, sentence_around(prose, *span)))


def _is_precise(part: str) -> bool:
    return any(
        (sign in _SCALES and last in FIGURES) or (sign in "%％" and (last in FIGURES or last not in NUMERALS))
        for last, sign in pairwise(" " + part)
    )


def is_acronym(left: str) -> bool:
    """Return whether ``left`` ends with an abbreviation such as GDP or R&D; XX and single letters are masks."""
    letters = left[len(left.rstrip(_CAPITALS)) :]
    return len(letters) > 1 and not set(letters) <= {"X", "N"}
