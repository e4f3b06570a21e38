"""Plain units: 公里, 元, 个; bare where no other word holds them, or where the words around them prove it."""

from collections.abc import Iterator

from gaojian import Pattern, Span
from gaojian_checks.blanks._measure_words import AMOUNTS, GENERAL_VERBS
from gaojian_checks.blanks._scaled import UNIT_NAMES, Bare
from gaojian_checks.blanks._surroundings import (
    BALANCES,
    DASHES,
    MASKS,
    NUMERALS,
    UNIT_NAMED,
    before,
    is_counted_nearby,
    stops_after,
)

# 每平方米, 按公里, 几个, 单位为元, 秒立方米: no number belongs here.
NEVER = (
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
# 加元, 澳元, and given names such as 建元: words, unless an amount word stands there (增加元).
_NAMES = frozenset(
    "李张張陈陳刘劉赵趙孙孫郑鄭吴吳杨楊黄黃林何高罗羅梁谢謝郭马馬胡徐褚韩韓霍熊蔡黎谭譚金连連学學改量吉文贞天建性宗澳庆慶加子铜属"
    "新土永太养兴興泰中国國凤鳳志德振正春景道晓鸿鴻启乾体汉漢"
)


def _unit(first: str, rest: str = "", *, not_after: str = "", not_before: str = "") -> str:
    """Return the alternative for the units that begin with one of ``first``, which the search has just passed."""
    behind = f"(?<![{not_after}][{first}])" if not_after else ""
    ahead = f"(?![{not_before}])" if not_before else ""
    return f"(?<=[{first}]){behind}{rest}{ahead}"


# No other word holds these: they have lost their number wherever they stand alone.
_FREE = (
    _unit("平", "方(?:公里|千米|米|公尺)"),
    _unit("立", "方(?:米|公尺)", not_after="准準标標"),
    _unit("公", "(?:里(?![数數])|斤|[顷頃])", not_after="人吨噸车車列机機"),
    _unit("周", "年", not_before="纪紀庆慶祭志快"),
    _unit("个個", "(?:月|(?=工作日|小[时時]))"),
)
# Other words hold these (加倍, 吨位, 亩均): besides, the phrase must end after them or an amount word stand before.
_CLOSED = (
    _unit("亩畝", not_after="田地公市准準", not_before="产產均珍数數"),
    _unit("倍", not_after="加成翻事功向", not_before="增数數感受加率于於频頻觉覺道儿兒"),
    _unit("吨噸", not_after="总總净淨蒸公量码碼重准準", not_before="级級位公轮輪数數粮糧"),
    _unit("斤", not_after="公缺市", not_before="斤两顶"),
    _unit("岁", not_after="周太去虚守年旧足新卒压贺", not_before="月末数入首寒暮序岁"),
)
_FIRST = "平立公周个個亩畝倍吨噸斤岁"
_NOT_AFTER_YUAN = "字位次像经經胞图圖美公港欧歐日纪紀状狀银銀台大王宋朱多复復培广廣归歸开開"
_NOT_BEFORE_YUAN = "素旦器首数數件宵老气氣朝年始组組信荡宝寶宇音代古江源配勋勳帅帥/／"
_NOT_AFTER_PIECE = "一个個真干大小矮高提打独挨些写来找搞做弄举换给想起出像吃说走不着过同換寫來加绕訂拟擬"
_NOT_BEFORE_PIECE = "月人别別体體性股头頭子儿兒案把位数數税稅旧舊中个個护護險险展例唱贷貸销銷私"
_UNITS = (
    Pattern(f"[{_FIRST}](?<![{NEVER}][{_FIRST}])(?:{'|'.join(_FREE)}|(?P<closed>{'|'.join(_CLOSED)}))"),
    Pattern(f"(?P<closed>元)(?<![{NEVER}{_NOT_AFTER_YUAN}]元)(?![{_NOT_BEFORE_YUAN}])", "元"),
    *(
        Pattern(
            f"{piece}(?<![{NEVER}{_NOT_AFTER_PIECE}]{piece})(?!工作日|小[时時]|[{_NOT_BEFORE_PIECE}])(?P<closed>(?!))?",
            piece,
        )
        for piece in "个個"
    ),
)
_HOURS = Pattern(f"小(?<![{NEVER}个個瓦工]小)[时時](?=[之以]?[内內]|以[上下]|前|左右)", "小")


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
    return "\u4e00" <= last <= "\u9fff" and last not in NEVER and not _is_named(prose, span, left)


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
    return "\u4e00" <= last <= "\u9fff" and last not in NEVER


def _is_closed(prose: str, span: Span, left: str) -> bool:
    if stops_after(prose, span.end) or left[-2:] in AMOUNTS or prose[span.end : span.end + 1] in _CLOSERS:
        return True
    return is_counted_nearby(prose, *span)
