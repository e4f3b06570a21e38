"""Plain units and measure words: 公里, 元, 个, 项; their number is missing where the words around them prove it."""

import re
from collections.abc import Iterator

from gaojian import Pattern, Span
from gaojian_checks.blanks._measure_words import (
    AMOUNTS,
    COUNTED_ENDINGS,
    GENERAL_VERBS,
    LOOKALIKES,
    MEASURE_WORDS,
    TRADITIONAL,
    VERB_ENDINGS,
    MeasureWord,
)
from gaojian_checks.blanks._scaled import UNIT_NAMES, Bare
from gaojian_checks.blanks._surroundings import (
    BALANCES,
    BLANKS,
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
_NEVER = (
    "每各整单單这這那哪某该該此上下前后後首末逐按论論方秒双雙第少若干何"
    + NUMERALS.replace("余", "").replace("餘", "")
    + MASKS
)
_SEPARATORS = ("，", "、", "；", "。", ",", ";")
# 开个好头, 建个厂: spoken language has no number there.
_PLAIN_VERBS = (
    "开開办辦立定选選挑配买買抓要叫留占当當建设設修种種养搭挂贴印发發出提编签寻尋拉带帶派交付请請见見听聽问問帮幫让讓"
)
_CLOSERS = tuple("和至到提增降减的罚罰")
_NOT_IN_ELEMENT = "素旦器首数數件宵老气氣朝年始组組信荡宝寶宇音代古江源配勋勳帅帥/／"
_NOT_AFTER_ELEMENT = "字位次像经經胞图圖美公港欧歐日纪紀状狀银銀台大王宋朱多复復培广廣归歸开開"
# 加元, 澳元, and given names such as 建元: words, unless an amount word stands there (增加元).
_NAMES = frozenset(
    "李张張陈陳刘劉赵趙孙孫郑鄭吴吳杨楊黄黃林何高罗羅梁谢謝郭马馬胡徐褚韩韓霍熊蔡黎谭譚金连連学學改量吉文贞天建性宗澳庆慶加子铜属"
    "新土永太养兴興泰中国國凤鳳志德振正春景道晓鸿鴻启乾体汉漢"
)
_FIRST = "平立公周个個亩畝倍吨噸斤岁"
# Free-standing metric units have lost their number; 倍, 吨 and the like stand in other words too (加倍, 吨位), and
# so the phrase must end after them or an amount word stand before.
_UNITS = (
    Pattern(
        f"[{_FIRST}](?<![{_NEVER}][{_FIRST}])(?:(?<=平)方(?:公里|千米|米|公尺)|(?<=立)(?<![准準标標]立)方(?:米|公尺)|(?<=周)年(?![纪紀庆慶祭志快])|(?<=[个個])(?:月|(?=工作日|小[时時]))"
        "|(?<=公)(?<![人吨噸车車列机機]公)(?:里(?![数數])|斤|[顷頃])|(?P<closed>(?<=[亩畝])(?<![田地公市准準][亩畝])(?![产產均珍数數])"
        "|(?<=倍)(?<![加成翻事功向]倍)(?![增数數感受加率于於频頻觉覺道儿兒])"
        "|(?<=[吨噸])(?<![总總净淨蒸公量码碼重准準][吨噸])(?![级級位公轮輪数數粮糧])"
        "|(?<=斤)(?<![公缺市]斤)(?![斤两顶])|(?<=岁)(?<![周太去虚守年旧足新卒压贺]岁)(?![月末数入首寒暮序岁])))"
    ),
    Pattern(f"(?P<closed>元)(?<![{_NEVER}{_NOT_AFTER_ELEMENT}]元)(?![{_NOT_IN_ELEMENT}])", "元"),
    *(
        Pattern(
            f"{piece}(?<![{_NEVER}一个個真干大小矮高提打独挨些写来找搞做弄举换给想起出像吃说走不着过同換寫來加绕訂拟擬]{piece})"
            "(?!工作日|小[时時]|[月人别別体體性股头頭子儿兒案把位数數税稅旧舊中个個护護险險展例唱贷貸销銷私])(?P<closed>(?!))?",
            piece,
        )
        for piece in "个個"
    ),
)
_HOURS = Pattern(f"小(?<![{_NEVER}个個瓦工]小)[时時](?=[之以]?[内內]|以[上下]|前|左右)", "小")
_FUNCTION_WORDS = "与與和及或的等之在由为為是不所其于於以也并並而但"
# 未完成项, 待办理件: items of a list.
_UNDONE = ("未", "已", "待", "可", "不")
_PARTICLES = "了有约約达達共"
_WORDS = "".join(word for word in MEASURE_WORDS if len(word) == 1) + "項條戶場處臺張冊隻頭間棟輛屆種類塊盞筆小分"
_IN_LISTS = "项件篇次座条台套份场所項條臺場"
_MEASURE_WORD = Pattern(
    f"([{_WORDS}])(?:(?<=[{VERB_ENDINGS}{_PARTICLES}等][{_WORDS}])(?:(?<=小)[时時]|(?<=分)[钟鐘]|(?<![小分]))"
    f"|(?<=[\u4e00-\u9fff][{BLANKS}][{_WORDS}])|(?<=[\u4e00-\u9fff][{BLANKS}]{{2}}[{_WORDS}])"
    f"|(?<=共有大[{_WORDS}])(?!目)|(?<=分为大[{_WORDS}])(?!目)"
    f"|(?<=[{COUNTED_ENDINGS}][{_WORDS}])(?=[，、；。,;（(）)\n]|左右|以上)"
    f"|(?<=[{_IN_LISTS}])(?:(?<=[0-9０-９].)[、，；,;](?P<item>[\u4e00-\u9fff]{{2,10}}?)(?P<parallel>\\1)(?=[、，；。,;）)])"
    "|(?=[、，；,;][\u4e00-\u9fff]{1,10}[0-9]{1,6}\\1[、，；。,;）)])(?P<first>)))"
)
# 产品余件 has lost its 100; 其余, 剩余 and 业余 are words.
_REST = Pattern(
    f"余(?<![{NUMERALS}{MASKS}其剩业多富盈结有残年课公之周月]余)"
    "(?:[万亿]?(?:元|亩|吨|公里|平方米|人次)|[件份篇次套座台条名](?![数称目例件])|项(?!目)|[个](?![人别体性])|家(?=[企公单机])|[人户](?=[，。；、]))",
    "余",
)


def units(prose: str) -> Iterator[Bare]:
    """Yield the span of every plain unit of measure, 元 or 个 that lacks its number."""
    for match in _HOURS.finditer(prose):
        left = before(prose, match.start())
        if "\u4e00" <= left[-1:] <= "\u9fff" and left[-1] not in NUMERALS:
            yield Bare(Span(*match.span()), left)
    for pattern in _UNITS:
        for match in pattern.finditer(prose):
            span = Span(*match.span())
            left = before(prose, span.start)
            if _is_bare(prose, span, left) and (match["closed"] is None or _is_closed(prose, span, left)):
                yield Bare(span, left, money=prose[span.start] == "元")


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
        return stops and prose[span.end : span.end + 1] != "、" and not UNIT_NAMED.search(left)
    return "\u4e00" <= last <= "\u9fff" and last not in _NEVER and not _is_named(prose, span, left)


def _is_named(prose: str, span: Span, left: str) -> bool:
    return UNIT_NAMED.search(left) is not None or UNIT_NAMES.match(prose, span.end) is not None


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
    return "\u4e00" <= last <= "\u9fff" and last not in _NEVER


def _is_closed(prose: str, span: Span, left: str) -> bool:
    if stops_after(prose, span.end) or left[-2:] in AMOUNTS or prose[span.end : span.end + 1] in _CLOSERS:
        return True
    return is_counted_nearby(prose, *span)


def measure_words(prose: str) -> Iterator[Bare]:
    """Yield the span of every measure word that lacks its number by the words around it."""
    for match in _REST.finditer(prose):
        yield Bare(Span(*match.span()), prose[match.start() - 1 : match.start()])
    for match in _MEASURE_WORD.finditer(prose):
        start, end = match.span()
        left = prose[max(0, start - 6) : start].rstrip(BLANKS)[-3:]
        if match["parallel"] or match["first"] is not None:
            bare = _in_list(match, left)
            if bare is not None:
                yield bare
            continue
        unit = match[0].translate(TRADITIONAL)
        word = MEASURE_WORDS.get(unit)
        if word is not None and _is_proven(prose, left, end, unit, word):
            yield Bare(Span(start, end), left)
        elif word is not None and left in ("共有大", "分为大"):
            yield Bare(Span(start - 1, end), left[:-1])


def _in_list(match: re.Match[str], left: str) -> Bare | None:
    """学校5所、医院所 and 国家项，省42项: one of two neighbours has no number."""
    span = Span(*match.span("parallel" if match["parallel"] else 1))
    before_unit = match["item"] or left
    last = before_unit[-1:]
    if not "\u4e00" <= last <= "\u9fff" or last in _NEVER or last + match[1] in LOOKALIKES:
        return None
    if any(numeral in before_unit for numeral in HAN_NUMERALS):
        return None
    return Bare(span, before_unit)


def _is_proven(prose: str, left: str, end: int, unit: str, word: MeasureWord) -> bool:
    pair = left[-2:]
    if pair in word.verbs or left in word.verbs:
        return left[:1] not in _UNDONE and (stops_after(prose, end) or _continues(prose, end, word))
    if left[-1:] == "等" and unit in "篇家座所部":
        return _continues(prose, end, word)
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
