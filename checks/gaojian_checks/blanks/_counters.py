"""Plain units and measure words: 公里, 元, 个, 项; their number is missing where the words around them prove it."""

from collections.abc import Iterator

from gaojian import Pattern, Span
from gaojian_checks.blanks._measure_words import (
    AMOUNTS,
    COUNTED_ENDINGS,
    MEASURE_WORDS,
    TRADITIONAL,
    VERB_ENDINGS,
    MeasureWord,
)
from gaojian_checks.blanks._scaled import Bare
from gaojian_checks.blanks._surroundings import (
    DASHES,
    MASKS,
    NUMERALS,
    UNIT_NAMED,
    before,
    is_counted_nearby,
    stops_after,
)
from gaojian_checks.language.numerals import HAN_NUMERALS

# 每平方米, 按公里, 几个, 单位为元, 秒立方米: no number belongs here.
_NEVER = "每各整单單这這那哪某该該此上下前后後首末逐按以用论論方秒双雙第少若干何" + NUMERALS + MASKS
_SEPARATORS = ("，", "、", "；", "。", ",", ";")
_CLOSERS = tuple("和至到提增降减的")
_NOT_IN_ELEMENT = "素旦器首数數件宵老气氣朝年始组組信荡宝寶宇音代古江源配勋勳帅帥/／"
_NOT_AFTER_ELEMENT = "美公港欧歐日纪紀状狀银銀台大王宋朱多复復培广廣归歸开開"
_FIRST = "平立公周个個亩畝倍吨噸斤岁"
# Free-standing metric units have lost their number; 倍, 吨 and the like stand in other words too (加倍, 吨位), and
# so the phrase must end after them or an amount word stand before.
_UNITS = (
    Pattern(
        f"[{_FIRST}](?<![{_NEVER}][{_FIRST}])(?:(?<=平)方(?:公里|千米|米|公尺)|(?<=立)方(?:米|公尺)|(?<=周)年|(?<=[个個])月"
        "|(?<=公)(?<![人吨噸]公)(?:里(?![数數])|斤|[顷頃])|(?P<closed>(?<=[亩畝])(?![产產均珍])"
        "|(?<=倍)(?<![加成翻事功向]倍)(?![增数數感受加率于於频頻觉覺道儿兒])"
        "|(?<=[吨噸])(?<![总總净淨蒸公量码碼][吨噸])(?![级級位公轮輪数數粮糧])"
        "|(?<=斤)(?<![公缺]斤)(?![斤两顶])|(?<=岁)(?<![周太去虚守年旧足新卒压贺]岁)(?![月末数入首寒暮序岁])))"
    ),
    Pattern(f"(?P<closed>元)(?<![{_NEVER}{_NOT_AFTER_ELEMENT}]元)(?![{_NOT_IN_ELEMENT}])", "元"),
    *(
        Pattern(
            f"{piece}(?<![{_NEVER}一个個真自干大小矮高提打独挨些了写来找搞做弄举换给想起出像吃说走的不着过加绕訂拟擬]{piece})"
            "(?![月人别別体體性股头頭子儿兒案把位数數税稅旧舊中])(?P<closed>(?!))?",
            piece,
        )
        for piece in "个個"
    ),
)
_FUNCTION_WORDS = "与與和及或的等之在由为為是不所其于於以也并並而但"
# 未完成项, 待办理件: items of a list.
_UNDONE = ("未", "已", "待", "可", "不")
_PARTICLES = "了有约約达達共"
_WORDS = "".join(word for word in MEASURE_WORDS if len(word) == 1) + "項條戶場處臺張冊隻頭間棟輛屆種類塊盞筆小分"
_MEASURE_WORD = Pattern(
    f"([{_WORDS}])(?:(?<=[{VERB_ENDINGS}{_PARTICLES}][{_WORDS}])(?:(?<=小)[时時]|(?<=分)[钟鐘]|(?<![小分]))"
    f"|(?<=共有大[{_WORDS}])(?!目)|(?<=分为大[{_WORDS}])(?!目)"
    f"|(?<=[{COUNTED_ENDINGS}][{_WORDS}])(?=[，、；。,;）)\n]|左右|以上)"
    f"|(?<=[{NUMERALS}][{_WORDS}])[、，；,;](?P<item>[\u4e00-\u9fff]{{2,10}}?)(?P<parallel>\\1)(?=[、，；。,;）)]))"
)


def units(prose: str) -> Iterator[Bare]:
    """Yield the span of every plain unit of measure, 元 or 个 that lacks its number."""
    for pattern in _UNITS:
        for match in pattern.finditer(prose):
            span = Span(*match.span())
            left = before(prose, span.start)
            if _is_bare(prose, span, left) and (match["closed"] is None or _is_closed(prose, left, span.end)):
                yield Bare(span, left, money=prose[span.start] == "元")


def _is_bare(prose: str, span: Span, left: str) -> bool:
    last = left[-1:]
    if last and last in DASHES:
        return stops_after(prose, span.end)
    if last in _SEPARATORS or last in ("有", "是"):
        return left[-2:] in ("共有", "现有", "拥有") or is_counted_nearby(prose, *span)
    if last in ("为", "為"):
        return stops_after(prose, span.end) and prose[span.end : span.end + 1] != "、" and not UNIT_NAMED.search(left)
    return "\u4e00" <= last <= "\u9fff" and last not in _NEVER and not UNIT_NAMED.search(left)


def _is_closed(prose: str, left: str, end: int) -> bool:
    return stops_after(prose, end) or left[-2:] in AMOUNTS or prose[end : end + 1] in _CLOSERS


def measure_words(prose: str) -> Iterator[Bare]:
    """Yield the span of every measure word that lacks its number by the words around it."""
    for match in _MEASURE_WORD.finditer(prose):
        if match["parallel"]:
            if match["item"][-1] not in _NEVER and not any(numeral in match["item"] for numeral in HAN_NUMERALS):
                yield Bare(Span(*match.span("parallel")), match["item"])
            continue
        start, end = match.span()
        unit = match[0].translate(TRADITIONAL)
        word = MEASURE_WORDS.get(unit)
        if word is None:
            continue
        left = prose[max(0, start - 3) : start]
        if _is_proven(prose, left, end, unit, word):
            yield Bare(Span(start, end), left)
        elif left in ("共有大", "分为大"):
            yield Bare(Span(start - 1, end), left[:-1])


def _is_proven(prose: str, left: str, end: int, unit: str, word: MeasureWord) -> bool:
    pair = left[-2:]
    if pair in word.verbs or left in word.verbs:
        return left[:1] not in _UNDONE and (stops_after(prose, end) or _continues(prose, end, word))
    return (pair in word.counted or _is_shortened(left, unit)) and stops_after(prose, end)


def _is_shortened(left: str, unit: str) -> bool:
    """约件, 共项, 有座: one character is enough before these, for no word is made of the two."""
    if left[-1:] in ("约", "約"):
        return unit not in "期家名位部处届"
    return (
        unit in "项件篇座台套条"
        and left[-1:] in _PARTICLES
        and left[-2:] not in ("没有", "沒有", "只有", "所有", "井有")
    )


def _continues(prose: str, end: int, word: MeasureWord) -> bool:
    if word.continues is None:
        return False
    if word.continues:
        return Pattern(word.continues).match(prose, end, end + 20) is not None
    following = prose[end : end + 1]
    return "\u4e00" <= following <= "\u9fff" and following not in word.otherwise + _FUNCTION_WORDS
