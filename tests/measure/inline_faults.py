"""The faults that are made within one line, as a table: what is replaced, by what, and where that would be no fault."""

import calendar
import datetime as dt
import re
from random import Random

from seeding import Exclusion, InlineFault

DIGIT = "[0-9０-９]"
NUMBER = rf"{DIGIT}+(?:[,，]{DIGIT}{{3}})*(?:[.．]{DIGIT}+)?"
ALONE = (
    r"(?<![0-9０-９%％.．,A-Za-z/+＋×*=＝≈<>≤≥—–~～〜\-－第\ue000-\uf8ff])"
    r"(?<![0-9０-９%％元年月日][至到])(?<![—–~～\-] )"
)
"""The number is a whole one: no range end, no list number, no part of a formula."""
SCALED = (
    "[万亿萬億]{1,2}(?:元|美元|欧元|歐元|人次|吨|噸|亩|畝|公斤|斤|平方公里|平方米|立方米|千瓦时|千瓦|公里|公顷|标箱|"
    "辆|台|套|件|册|份|株|户)"
)
TIER_1 = rf"(?:{SCALED}|个百分点|個百分點|[%％])"
TIER_2 = (
    "(?:平方公里|平方米|立方米|公里|公斤|公顷|千米|千克|小时|小時|分钟|分鐘|人次|周年|项|項|个(?!百分点|月)|個(?!百分點|月)|"
    "件|家|次|名|户|戶|篇|期|份|起|座|台|套|辆|輛|艘|架|间|間|栋|幢|亩|吨|斤|倍|批|册|幅|张|枚|株)"
)
HAN_NUMBER = r"(?<![第一二三四五六七八九十百千万亿零〇两数几])(?:[一二三四五六七八九十百千两]{2,}|[二三四五六七八九两])"
YEAR = rf"(?<!{DIGIT})(?P<year>(?:[1１][89８９]|[2２][0０]){DIGIT}{{2}})年"
MONTH_DAY = rf"(?P<month>{DIGIT}{{1,2}})月(?P<day>{DIGIT}{{1,2}})日"
ORDINAL = "[一二三四五六七八九十]{1,3}"
PLACES = (
    "北京|天津|上海|重庆|广州|深圳|成都|武汉|南京|杭州|西安|沈阳|长春|哈尔滨|济南|青岛|大连|宁波|厦门|福州|长沙|南昌|合肥|郑州|"
    "太原|石家庄|昆明|贵阳|南宁|海口|兰州|银川|西宁|拉萨|乌鲁木齐|呼和浩特|温州|无锡|苏州|台北|臺北|高雄"
)


def because(reason: str, pattern: str) -> Exclusion:
    return Exclusion(reason, re.compile(pattern))


SPECIMEN = because(
    "the line explains a form or format, in which a mask is a specimen",
    "格式|样式|式样|樣式|填写|填寫|编号|編號|代码|代碼|表示|例如|示例",
)
NOT_PROSE = (
    because("a table row or cell, in which a bare unit is a heading", r"[|│┃\t]|[（(]⟦[^⟧]*⟧[）)]|^\s*⟦[^⟧]*⟧\s*$"),
    because("not a Chinese sentence: Latin before it", r"[A-Za-z`] ?⟦|^[^一-鿿]*$"),
)
LEGAL_AMOUNT = (
    *NOT_PROSE,
    because("legal: 万元以上, 亿元大关, 万元户", r"⟦[万亿萬億][^⟧]*⟧(?:以上|以下|以内|以內|大关|大關|户|级)"),
    because(
        "legal: 近万元, 超过亿元, 达万元, 每万元, 百万元",
        r"(?:[近上逾超满滿足过過成达達数數几幾每各百千十单單半]|达到|達到|突破)⟦[万亿萬億]|[每这那哪单]⟦",
    ),
)
LEGAL_COUNT = (
    *NOT_PROSE,
    because(
        "legal: 每个, 这项, 数名, 上述项",
        r"(?:[每各这這那哪某几幾数數多两兩半整本该該一第前后後上下首另同逐单單其全此历歷]|其他|其它|下列|上述|任何|有关)⟦",
    ),
    because(
        "a word: 项目, 个人, 家庭, 名单, 次日",
        "⟦(?:[项項]⟧[目下]|[个個]⟧[人体體别別性案头]|件⟧数|家⟧[庭园长属人用乡禽具电里务事政教业]|次⟧[日要数序年月级生之品]|"
        "名⟧[单單称稱义義额額誉牌录字为優优]|[户戶]⟧[籍口主均外型]|期⟧[间限货满末中]|份⟧额|起⟧[来诉草到点步源]|座⟧[谈位]|"
        "台⟧[账湾风]|架⟧构|[间間]⟧[接隔]|批⟧[准复评发量]|倍⟧增|套⟧餐|亩⟧[均产])",
    ),
)
LEGAL_DATE = (
    because(
        "legal: 每年3月, 当月5日, 出生年月日",
        r"[每今去明前后后当當次同本该該上半各]⟦[年月日]|出生⟦|[年月]⟦日⟧[前后内起]",
    ),
    *NOT_PROSE,
)


def impossible_day(match: re.Match[str], random: Random) -> str:
    year = int(match.groupdict().get("year") or 2000)
    month = int(match["month"]) % 12 or 12
    day = random.randint(calendar.monthrange(year, month)[1] + 1, 32)
    before = f"{match['year']}年" if "year" in match.groupdict() else ""
    return f"⟦{before}{month}月{day}日⟧"


def impossible_month(match: re.Match[str], random: Random) -> str:
    return f"⟦{match['year']}年{random.randint(13, 19)}月{match['day']}日⟧"


def reversed_years(match: re.Match[str], random: Random) -> str:
    year = int(match["year"])
    dash = random.choice(["—", "-", "－", "~", "至", "年至", "年—"])
    return f"⟦⟦{year}{dash}{year - random.randint(1, 9)}⟧年⟧"


def reversed_days(match: re.Match[str], random: Random) -> str:
    month, day = match["month"], random.randint(4, 28)
    dash = random.choice(["—", "-", "日—", "日至", f"日至{month}月"])
    return f"⟦{month}月{day}{dash}{random.randint(1, day - 1)}日⟧"


def wrong_weekday(match: re.Match[str], random: Random) -> str:
    right = dt.date(int(match["year"]), int(match["month"]), int(match["day"])).weekday()
    wrong = "一二三四五六日"[(right + random.randint(1, 6)) % 7]
    week = random.choice(["星期", "周" if wrong != "日" else "星期"])
    return f"⟦{match[0]}（⟦{week}{wrong}⟧）⟧"


T1, T2, FRAME = "tier 1 blanks", "tier 2 counters", "dates, ordinals and numbers of documents left blank"
RANGE = "ends of ranges left blank"
MASK, DATE, TEXT = "placeholders", "dates", "doubled sentences"

INLINE_FAULTS: tuple[InlineFault, ...] = (
    InlineFault(
        "no number before a tier 1 unit",
        T1,
        ("BLK001", "BLK002", "BLK003"),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1})",
        (r"⟦\g<unit>⟧",),
        LEGAL_AMOUNT,
    ),
    InlineFault(
        "no end of a range before a unit",
        RANGE,
        ("BLK001", "BLK002", "BLK003", "BLK010"),
        rf"{ALONE}(?P<low>{NUMBER})(?P<unit>{TIER_1})",
        (r"\g<low>—⟦\g<unit>⟧", r"\g<low>-⟦\g<unit>⟧", r"\g<low>\g<unit>—⟦\g<unit>⟧", r"\g<low>～⟦\g<unit>⟧"),
        LEGAL_AMOUNT,
    ),
    InlineFault(
        "no end of a range of years", RANGE, ("BLK004", "BLK010"), YEAR, (r"\g<year>—⟦年⟧", r"\g<year>-⟦年⟧"), NOT_PROSE
    ),
    InlineFault(
        "no number before a counter",
        T2,
        ("BLK003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_2})",
        (r"⟦\g<unit>⟧",),
        LEGAL_COUNT,
    ),
    InlineFault("no number before 元", T2, ("BLK001",), rf"{ALONE}{NUMBER}(?P<unit>元)", (r"⟦\g<unit>⟧",), LEGAL_COUNT),
    InlineFault(
        "no Han numeral before a counter",
        "Han numerals before counters",
        ("BLK001", "BLK003"),
        rf"{HAN_NUMBER}(?P<unit>{TIER_2})",
        (r"⟦\g<unit>⟧",),
        LEGAL_COUNT,
    ),
    InlineFault(
        "parts of a full date missing",
        FRAME,
        ("BLK004",),
        YEAR + MONTH_DAY,
        (
            "⟦年月日⟧",
            r"\g<year>年⟦月日⟧",
            r"\g<year>年\g<month>月⟦日⟧",
            r"\g<year>年⟦月⟧\g<day>日",
            r"⟦年⟧\g<month>月\g<day>日",
        ),
        LEGAL_DATE,
    ),
    InlineFault(
        "month missing", FRAME, ("BLK004",), rf"{YEAR}{DIGIT}{{1,2}}月(?!{DIGIT})", (r"\g<year>年⟦月⟧",), LEGAL_DATE
    ),
    InlineFault(
        "day or both missing",
        FRAME,
        ("BLK004",),
        rf"(?<![年0-9０-９]){MONTH_DAY}",
        ("⟦月日⟧", r"\g<month>月⟦日⟧"),
        LEGAL_DATE,
    ),
    InlineFault(
        "ordinal of a congress missing", FRAME, ("BLK005",), rf"(?P<head>第|党的|中共){ORDINAL}届", (r"\g<head>⟦届⟧",)
    ),
    InlineFault(
        "ordinal of a session missing", FRAME, ("BLK005",), rf"第{ORDINAL}次(?=[一-鿿]{{0,4}}会议)", ("第⟦次⟧",)
    ),
    InlineFault(
        "year or number of a document missing",
        FRAME,
        ("BLK006",),
        rf"〔(?P<year>{DIGIT}{{4}})〕(?P<number>{DIGIT}+)号",
        (r"⟦〔〕⟧\g<number>号", r"〔\g<year>〕⟦号⟧", "⟦〔〕号⟧"),
    ),
    InlineFault(
        "year masked",
        MASK,
        ("PLH001",),
        YEAR,
        ("⟦XX年⟧", "⟦20XX年⟧", "⟦201X年⟧", "⟦XXXX年⟧", "⟦二〇XX年⟧", "⟦××××年⟧", "⟦xx年⟧", "⟦ＸＸ年⟧"),
        (SPECIMEN,),
    ),
    InlineFault(
        "range of years masked", MASK, ("PLH001",), YEAR, ("⟦XX-XX⟧年", "⟦20XX—20XX⟧年", "⟦XX—XX⟧年"), (SPECIMEN,)
    ),
    InlineFault(
        "ordinal masked",
        MASK,
        ("PLH002",),
        rf"第?{ORDINAL}(?P<unit>[届次])(?=[一-鿿]{{0,6}}(?:会|大))",
        (r"⟦XX⟧\g<unit>", r"第⟦X⟧\g<unit>", r"⟦xx⟧\g<unit>", r"第⟦××⟧\g<unit>"),
        (SPECIMEN, because("a mask before 次 needs 第 to be an ordinal", "(?<!第)⟦[Xx]+⟧次")),
    ),
    InlineFault(
        "number masked",
        MASK,
        ("PLH003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1}|元|项|个(?!百)|件|家|次|名|户|篇|亩|吨|公里|人次|平方米)",
        (r"⟦XX⟧\g<unit>", r"⟦××⟧\g<unit>", r"⟦X.X⟧\g<unit>", r"⟦xx⟧\g<unit>"),
        (SPECIMEN, *NOT_PROSE),
    ),
    InlineFault(
        "number masked by one letter",
        "masks of one letter",
        ("PLH003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1}|元|项|个(?!百)|件|家|次|名|户|篇|亩|吨|公里|人次|平方米)",
        (r"⟦X⟧\g<unit>", r"⟦×⟧\g<unit>"),
        (SPECIMEN, *NOT_PROSE),
    ),
    InlineFault(
        "place masked", MASK, ("PLH004",), rf"(?:{PLACES})市", ("⟦⟦XX⟧市⟧", "⟦⟦××⟧市⟧", "⟦⟦xx⟧市⟧"), (SPECIMEN,)
    ),
    InlineFault("nothing between quotes", MASK, ("QUO001",), r"“[^“”\n]{1,12}”", ("⟦“”⟧",)),
    InlineFault("nothing between title marks", MASK, ("QUO002",), r"《[^《》\n]{1,30}》", ("⟦《》⟧",)),
    InlineFault("nothing between brackets", MASK, ("QUO002",), r"（[^（）\n]{2,20}）", ("⟦（）⟧",)),
    InlineFault("impossible date", DATE, ("DAT001",), YEAR + MONTH_DAY, (impossible_day, impossible_month)),
    InlineFault("impossible day of a month", DATE, ("DAT001",), rf"(?<![年0-9０-９]){MONTH_DAY}", (impossible_day,)),
    InlineFault("range of years reversed", DATE, ("DAT002",), YEAR + rf"(?!{DIGIT})", (reversed_years,)),
    InlineFault("range of days reversed", DATE, ("DAT002",), rf"(?<![0-9０-９]){MONTH_DAY}", (reversed_days,)),
    InlineFault("wrong weekday", DATE, ("DAT003",), YEAR + MONTH_DAY, (wrong_weekday,)),
    InlineFault(
        "sentence doubled",
        TEXT,
        ("DUP005",),
        r"(?<=[。！？])(?P<body>[^。！？；“”《》（）\n]{20,200})(?P<stop>。)",
        (r"\g<body>\g<stop>⟦⟦\g<body>⟧\g<stop>⟧",),
    ),
)
