"""Words that end in 年, 月 or 日 and tell time: 去年, 当年, 上半年, 近日, 本月, 正月初三, 癸巳年."""

from gaojian import Pattern
from gaojian_checks.language.dates.expression import Kind
from gaojian_checks.language.dates.raw import Raw
from gaojian_checks.language.dates.years import ANIMALS, BRANCHES, sexagenary
from gaojian_checks.language.numerals import NumeralStyle

_HAN = NumeralStyle.HAN
_DIGIT = "一二三四五六七八九十"

# Offset from the year of writing; characters before and after that make another word: 光明年, 过去年均, 日本年轻人.
_RELATIVE = {
    "去年": (-1, "过過失除逝", "均"),
    "今年": (0, "如至迄现現", "轻輕龄齡幼"),
    "明年": (1, "文光证證说說表声聲阐闡清贤賢昆透黎", "龄齡均"),
    "前年": (-2, "以之目提空生", "级級份资資满滿龄齡"),
    "后年": (2, "以之然今最前", "度份级級资資满滿龄齡"),
    "後年": (2, "以之然今最前", "度份级級资資满滿龄齡"),
    "上年": (-1, "以历歷史路岁歲网網", "纪紀龄齡轻輕级級"),
    "本年": (0, "成日资資基版样樣文课課书書剧劇原", "龄齡轻輕级級鉴鑑报報金"),
}
# Offset from the year that was named last.
_LOCAL = {
    "当年": (0, "应應相适適恰担擔充每", "满滿龄齡轻輕级級"),
    "當年": (0, "應相適恰擔充每", "滿齡輕級"),
    "同年": (0, "不相合共等如会會", "级級龄齡"),
    "次年": (1, "层層名批首每初多历歷主版" + _DIGIT + "0123456789", ""),
    "翌年": (1, "", ""),
}
_SHORT = {
    "近日": "最附临臨接靠",
    "今日": "",
    "昨日": "",
    "明日": "文光",
    "次日": "名",
    "翌日": "",
    "当日": "应應相",
    "當日": "應相",
    "同日": "不合",
    "即日": "",
    "本月": "成日基",
    "上月": "以",
    "下月": "以",
    "次月": "",
    "当月": "应應",
    "當月": "應",
    "同月": "不",
}
_HALVES = {"上": 1, "下": 2}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_WORDS = [*_RELATIVE, *_LOCAL, *_SHORT]
YEAR_WORDS = "".join(sorted({word[0] for word in _WORDS if word[1] == "年"})) + "半" + ANIMALS + BRANCHES
MONTH_WORDS = "".join(sorted({word[0] for word in _WORDS if word[1] == "月"})) + "".join(_LUNAR_MONTHS)
DAY_WORDS = "".join(sorted({word[0] for word in _WORDS if word[1] == "日"}))
END_OF_YEAR = frozenset("底末初")
_LUNAR_DAY = Pattern(rf"(?:初[{_DIGIT}]|[十廿卅][{_DIGIT}]?|二十[{_DIGIT}]?|三十)日?")


def read_word(prose: str, at: int, floor: int) -> Raw | None:
    """Return the word that ends in 年, 月 or 日 at ``at``; it begins at ``floor`` or later."""
    if at - 1 < floor:
        return None
    word = prose[at - 1 : at + 1]
    before = prose[at - 2 : at - 1] if at > 1 else ""
    after = prose[at + 1 : at + 2]
    relative = _RELATIVE.get(word) or _LOCAL.get(word)
    if relative is not None:
        offset, not_after, not_before = relative
        if (before and before in not_after) or (after and after in not_before):
            return None
        end = at + 1 + (after == "度")
        return Raw(at - 1, end, Kind.RELATIVE_YEAR, _HAN, None, None, None, offset, None, word)
    joined = _SHORT.get(word)
    if joined is not None:
        return None if before and before in joined else Raw(at - 1, at + 1, Kind.RELATIVE_SHORT, _HAN, part=word)
    if word == "半年" and before in _HALVES and at - 2 >= floor:
        return Raw(at - 2, at + 1, Kind.HALF_YEAR, _HAN, number=_HALVES[before], part=before)
    if word[1] == "月" and word[0] in _LUNAR_MONTHS:
        day = _LUNAR_DAY.match(prose, at + 1)
        return Raw(at - 1, day.end() if day else at + 1, Kind.LUNAR, _HAN, month=_LUNAR_MONTHS[word[0]])
    if word[1] != "年":
        return None
    return read_end_of_year(prose, at) or _sexagenary(prose, at, floor)


def read_end_of_year(prose: str, at: int) -> Raw | None:
    """Return 年底, 年末 or 年初 at ``at``."""
    if prose[at + 1 : at + 2] not in END_OF_YEAR:
        return None
    return Raw(at, at + 2, Kind.RELATIVE_SHORT, _HAN, part=prose[at : at + 2])


def _sexagenary(prose: str, at: int, floor: int) -> Raw | None:
    end = at - 1 if prose[at - 1] in ANIMALS else at
    number = sexagenary(prose[max(floor, end - 2) : end])
    return None if number is None else Raw(end - 2, at + 1, Kind.SEXAGENARY, _HAN, number=number)
