"""One X or × before a unit: a number that was not filled in, a variable, or a sign of multiplication."""

from gaojian import Pattern
from gaojian_checks.placeholders import _frames as frames
from gaojian_checks.placeholders._tokens import Token

# What a quantity follows: a verb, what is measured, or the first end of a range.
_QUANTITY = Pattern(
    "(?:增[长長加]|提[高升]|下降|降低|[减減削缩縮][少减減短]|上[升涨漲]|[涨漲]幅|回落|[扩擴]大|[延]?[长長]|预?算?[低高]"
    "|[占达達约近超逾率至到过過等各]|突破|不[足满滿]|不[得]?[低少超高多][于於过過]|[大小高低少][于於]|[制保]?[定持]在|控制在"
    "|完成|[实實][现現施]|投[资資入产產]|建[设設成]|[新扩改续]建|改造|安排|[支扶]持|[补補][助贴貼]|支[出付]|收入|[结結]余"
    "|[总總][额額值产量]|[余差金][额額]|[资資]金|[贷貸]款|[产產][量值能]|面[积積]|人口|[数數][量额額]|[价價][值格]|[损損]失|标准|税收"
    "|[共计計]|[并並]?[处處]以?|[罚罰]款|以[上下]|每[人年月日户戶米吨亩件台辆]|[满滿]|之日起|停[业業]整[顿頓]|[暂暫]停|上[缴繳]"
    "|[设設][立置]|新增|培育|引[进進]|[举舉][办辦]|[开開]展|召[开開]|[组組][织織]|[接招]待|受理|[办辦][理结結]|[审審][结結理議议]"
    "|查[处處]|化解|解[决決]|落[实實]|[发發][放出]|救助|覆[盖蓋]|惠及|修[建复復缮]|种植|出[栏欄口]|生[产產]|[销銷]售|[进進]口"
    "|[购購][置买]|[拥还還仅已]有|[应應][当當]有|配[备備]|命名|[评評][选選]|表彰|[获獲]得"
    ")[了约約近至到为為过過有]{0,2}[ \u3000]?$"
)
_SHARE = Pattern("的[ \u3000]?$")
_PERCENT = Pattern("[ \u3000]?(?:[%％‰]|[个個]百分)")
_MEASURED = Pattern(
    "[ \u3000]?(?:[%％‰]|[个個](?:百分|月|工作日|自然日)|[万萬亿億]|[美欧日港]?元|[吨噸亩畝]|公里|千米|平方"
    "|立方|公[顷頃斤]|[千兆]瓦)"
)
_MEASURE = Pattern("[0-9０-９][ ]?(?:[%％‰万萬亿億元吨噸亩畝]|[个個](?:百分|月)|公里|平方|立方|千瓦|公[顷頃斤])")
# Letters and signs of calculation beside it, or an X that something is said about, make it a variable.
_CALCULATION = Pattern(
    "[+＋=＝÷]|(?<![A-Za-z0-9])[YyZNnMmkx](?![A-Za-z0-9.)）])|[设設若令][ ]?[XＸ]"
    "|[XＸ][ ]?(?:[为為是的值]|表示|代表)|[设設][^，。；]{1,12}[为為][ ]?$|方程|函[数數]|已知"
)
_SCALED = Pattern(
    "[万萬亿億]{1,2}(?:[元吨噸亩畝人户戶台辆輛件套斤头頭株册只]|[美欧日港]元|公[里顷頃斤]|平方|立方|千瓦)"
)
_SUPPOSED = Pattern("(?:(?<![下内增])[设設]|若|令|(?<![应應相])[当當])[ ]?$")
_COUNT = Pattern("[0-9０-９XＸ×][ ]?(?:[余多]?[个個项項次件名户戶家篇条條座台处處人间間期场場所辆輛万萬亿億%％])")
_END = Pattern("[，。；、,;]|[ \u3000]*(?:[\r\n]|$)")
_NOT_COUNTED = Pattern("[时時](?![间間期段])|[^，。；、\r\n]{0,3}[数數]|[^，。；、\r\n]{0,2}[/／×]")
_CALCULATION_REACH, _NUMBERS_REACH = 40, 60


def is_calculation(prose: str, token: Token) -> bool:
    """Whether letters and signs around it, or what is said about it, make the mask a variable."""
    if frames.DEFINITION.match(prose, token.end):
        return True
    around = (
        prose[max(0, token.start - _CALCULATION_REACH) : token.start],
        prose[token.end : token.end + _CALCULATION_REACH],
    )
    return any(_CALCULATION.search(side) for side in around) or _SUPPOSED.search(around[0]) is not None


def is_number(prose: str, token: Token) -> bool:
    """Whether a single X or × is a gap: a verb or a measure before it, or numbers of that kind around it, prove it."""
    start, end = token.start, token.end
    unit = frames.UNIT.match(prose, end)
    before = prose[max(0, start - 12) : start]
    if unit is None or not before or not _may_precede(before[-1], token.mark):
        return False
    if _NOT_COUNTED.match(prose, unit.end()) or is_calculation(prose, token):
        return False
    if _QUANTITY.search(before) or (
        _PERCENT.match(prose, end) and (token.mark == frames.CROSS or _SHARE.search(before))
    ):
        return True
    # 成本×8小时 multiplies; before units of ten thousand nobody does.
    measured = (_SCALED if token.mark == frames.CROSS else _MEASURED).match(prose, end)
    if measured:
        return _is_near(_MEASURE, prose, token)
    # 修建公厕X座，: what is counted stands before, and nothing behind.
    ended = before[-1] >= "\u4e00" and _END.match(prose, unit.end()) is not None
    return ended and _is_near(_COUNT, prose, token)


def _is_near(numbers: Pattern, prose: str, token: Token) -> bool:
    start, end = token.start, token.end
    return any(
        numbers.search(prose, *side) for side in ((max(0, start - _NUMBERS_REACH), start), (end, end + _NUMBERS_REACH))
    )


def _may_precede(before: str, mark: str) -> bool:
    if "\u4e00" <= before <= "\u9fff" or before in "，、。；：（(":
        return True
    return before in " \u3000" and mark != frames.CROSS
