"""What numbers, units, dates and ordinals look like in clean text, and where taking one away leaves legal text."""

import re

from seeding import Exclusion

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
NUMERAL = "一二三四五六七八九十"
ORDINAL = f"[{NUMERAL}]{{1,3}}"
PLACES = (
    "北京|天津|上海|重庆|广州|深圳|成都|武汉|南京|杭州|西安|沈阳|长春|哈尔滨|济南|青岛|大连|宁波|厦门|福州|长沙|南昌|合肥|郑州|"
    "太原|石家庄|昆明|贵阳|南宁|海口|兰州|银川|西宁|拉萨|乌鲁木齐|呼和浩特|温州|无锡|苏州|台北|臺北|高雄"
)


def because(reason: str, pattern: str) -> Exclusion:
    """Return the exclusion of what ``pattern`` finds in the marked line."""
    return Exclusion(reason, re.compile(pattern))


SPECIMEN = because(
    "the line explains a form or format, in which a mask is a specimen",
    "格式|样式|式样|樣式|填写|填寫|编号|編號|代码|代碼|表示|例如|示例",
)
JUDGMENT = because(
    "a judgment or a case, in which names are hidden on purpose",
    "⟧?市[^，。；\n]{0,8}人民法院[一二再]审|原告|被告|诉[^，。\n]{2,40}案|审判长",
)
ABOUT_MARKS = because("the line speaks of the marks themselves", "引号|引號|括号|括號|书名号|書名號|标点|標點")
CALL = because("after code, a link or Latin, where brackets name a call", r"[A-Za-z`)\]>*_] ?⟦（）⟧")
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
