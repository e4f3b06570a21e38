"""The frames that give a mask away: what must stand right after it, or right before."""

from gaojian import Pattern
from gaojian_checks.placeholders._units import UNIT_SOURCE

LETTERS = "XxＸ"
CROSS = "×"
SYMBOLS = "○●△□*＊_＿"
_MASKS = LETTERS + CROSS + SYMBOLS
_ANY = f"[{_MASKS}]"
_GAP = "[ \u3000]?"
_TO = rf"{_GAP}(?:[-－—–―~～]{{1,2}}|[至到]){_GAP}"

# 年级, 年糕 and their like are words, not units of a date.
YEAR = Pattern(rf"{_GAP}[学學]?年(?![级級轮輪纪紀龄齡幼糕画畫猪货貨]|[轻輕](?!工))")
# The masked month and day that follow a masked year belong to the same date, hence to the same finding.
MONTH_AND_DAY = Pattern(rf"{_GAP}{_ANY}{{1,2}}{_GAP}月(?:{_GAP}{_ANY}{{1,2}}{_GAP}[日号號])?")
DAY_AFTER_MONTH = Pattern(rf"{_GAP}月{_GAP}{_ANY}{{1,2}}{_GAP}[日号號]")
# The second end of a masked range: XX—XX年度, 20XX-20XX年, XX至XX届.
RANGE = Pattern(rf"{_TO}([0-9]{{0,3}}{_ANY}{{1,4}}[0-9]{{0,2}})(?={_GAP}([学學]?年|[届屆]|))")
RANGE_TO_YEAR = Pattern(rf"{_TO}[12][0-9]{{3}}{_GAP}年")
LISTED_YEAR = Pattern(rf"{_GAP}[、,，]{_GAP}(?:19|20)[0-9{_MASKS}]{{1,2}}(?![0-9])")
CLOSED_NUMBER = Pattern(rf"[〕\]］】）)]{_GAP}第?{_GAP}(?:{_ANY}|[0-9]){{1,6}}{_GAP}[号號]")
# 20XX.XX.XX, 20XX-X-X: a date in figures, wholly or partly masked.
FIGURES = Pattern(
    rf"(?:19|20)[0-9{_MASKS}]{{2}}([-./．])(?:{_ANY}{{1,2}}|[0-9]{{1,2}})\1(?:{_ANY}{{1,2}}|[0-9]{{1,2}})(?![0-9A-Za-z.])"
)
CHINESE_DIGITS = "一二三四五六七八九〇○零"

SESSION = Pattern(rf"{_GAP}(?:[届屆]|中全[会會]|大(?=精神|[报報]告|以[来來]|代表|召[开開]|提出|[作做]出))")
MEETING = Pattern(rf"{_GAP}次(?:全[会會体體]|[会會][议議]|代表大|[党黨]代|人代|常委|常[务務])")
COUNTED_ORDINAL = Pattern(
    rf"{_GAP}(?:次|[届屆期批轮輪卷集册冊辑輯号號条條款篇名位]|[节節](?!能|日|水)|季度|[阶階]段|部分|[个個])"
)
FIVE_YEAR = Pattern("五[”\"’'」』时時规規计計期年目建]")

# Masks that are spelled otherwise: 第N届, YYYY年MM月DD日, 20  年, 〔20  〕, 某年某月.
NTH = frozenset("NnＮｎ")
FORMAT_YEAR = Pattern("YYYY年(?:M{1,2}月(?:D{1,2}日)?)?", "Y")
BLANK_YEAR = Pattern(
    "年(?<=[ \u3000]年)(?:(?<=20[ \u3000]{2}年)|(?<=20[ \u3000]{3}年)|(?<=20[ \u3000]{4}年)|(?<=20\u3000年))"
)
# What stands before the 年 of BLANK_YEAR and of SOME_DATE.
BEFORE_YEARS = frozenset(" \u3000某")
BLANK_BRACKET_YEAR = Pattern("〔20[ \u3000]{1,6}〕", "〔")
SOME_DATE = Pattern("某年某月(?:某日)?")

UNIT = Pattern(f"{_GAP}[多余餘几幾]?{_GAP}(?:{UNIT_SOURCE})")
MONTH = Pattern(rf"{_GAP}月(?!报|刊|亮|季|球|饼|嫂)")
DAY = Pattern(rf"{_GAP}[日号號]")
CLOCK = Pattern(
    rf"{_GAP}(?:[时時](?!代|报|间|期|尚|任|候|间|節|节)|[点點]"
    "|分(?!局|行|公|校|院|部|会|中|店|管|厂|队|为|类|别|享|析|工|子|支|布|段))"
)
# 农村公路*个，: a star is a number only where the counter ends the clause; *重点*个 is emphasis.
COUNTED_STAR = Pattern(
    rf"{_GAP}(?:[万萬亿億]?元|[个個项項次件名户戶家篇条條亩畝座台处處人%％])(?=[，,、；;。（(）)和及]|\s|$)"
)
DEFINITION = Pattern(rf"{_GAP}(?:[为為]|表示|代表|是指)")
SINGLE = Pattern(rf"(?<![A-Za-z+＋])[XＸ]{_GAP}[年月日届屆个個项項次名人万萬亿億%％省市县縣区區镇鎮乡鄉村局]")

_PLACE = (
    "自治[州县縣区區]|省(?![略去队隊])|市(?![场場值面民])|[县縣](?![级級])|[区區](?![间間域块塊分别別隔])"
    "|[州盟旗镇鎮乡鄉屯]|村(?!落)|社[区區]|街道|[开開][发發][区區]|流域|地[区區]"
)
_BODY = (
    "人民政府|人大|政[协協]|[党黨](?:委|支部|[组組]|[总總]支)|[厅廳局部委办辦科](?![分署位])|支[队隊]|大[队隊]"
    "|[总總]公司|分公司|有限|公司|集[团團]|企[业業]|[单單]位|部[门門]|[学學]校|大[学學]|中[学學]|小[学學]"
    "|[医醫]院|[银銀]行|法院|[检檢]察院|派出所|[项項]目|工程|路段|路|街|[协協][会會]"
)
_PERSON = (
    "同志|[书書][记記]|[县縣市省区區镇鎮乡鄉村局部院校厂會会][长長]|主任|主席|[总總][经經]理"
    "|先生|女士|老[师師]|同[学學]"
)
STRONG_NAME = Pattern(rf"{_GAP}(?:{_PLACE}|{_BODY}|{_PERSON})")
PLACE = Pattern(rf"{_GAP}(?:{_PLACE})")
# XX染色体, XX型, XX世纪 (the twentieth), XX级: words that are written with X.
WORD_WITH_LETTERS = Pattern("性?染色|世[纪紀]|型|基因|[码碼级級号號]|光|射[线線]|[轴軸]|章|后的")
# What a range, and what a session or a meeting, begins with: a quick look for these as well.
RANGE_CHARACTERS = frozenset("-－—–―~～至到")
MEETING_CHARACTERS = frozenset("届屆中大次")
# A frame begins with one of these, or is none: a quick look before the frames are tried.
FRAME_CHARACTERS = frozenset(
    f"0123456789.、,-—–~～至到〕年学學届屆中月日号號时時点點分{UNIT_SOURCE}{_PLACE}{_BODY}{_PERSON}"
)
# Units of ten thousand and more prove a single letter: X万户 needs no second mask.
SCALED = Pattern(f"{_GAP}[万萬亿億]")
