"""What stands around a unit: the words before it, the sentence, the cell or label that it belongs to.

The family finds its places by ``clues`` and looks at their neighbours in sets: a regular expression with classes of
Chinese characters takes as long to compile as a short report takes to check.
"""

from gaojian import HIDDEN
from gaojian_checks.language.numerals import HAN_NUMERALS

# 数十万元, 几万元, 万余份, 半年: these stand where a number stands.
NUMERALS = "0123456789０１２３４５６７８９〇零○数數几幾多余餘半" + HAN_NUMERALS
# 结余万元 has lost its number; 百余万元 has one.
BALANCES = ("结余", "盈余", "节余", "結餘", "盈餘", "節餘")
# What stands there is a mask (placeholders/ reports it), a sign of a formula, or hidden code that may be the number.
MASKS = HIDDEN + "×＊*_＿□○●△▲…?？.．%％#$￥¥~+＋=＝≥≤＜＞<>＄^&@`\\°"
DASHES = "—–－-~～〜"
BLANKS = " \t\u3000\u00a0"
STOPS = "，。；、！？,;:：（(）)」』”’》】〕］]\n\r"
FIGURES = frozenset("0123456789０１２３４５６７８９")
# 单位：万元: a unit is named, nothing is counted. 统一为, 换算成, 以, 取至 name one too.
_NAMING = ("单位", "單位")
_NAMED_BY = frozenset("：:为為是（(")
_CONVERTED = ("统一", "換算", "换算", "折算", "精确", "保留", "口径", "列")
_CONVERTED_TO = frozenset("为為到至成用")
_CURRENCIES = ("新臺幣", "新臺币", "新台幣", "新台币", "人民幣", "人民币")
# 一个 is as often an article as a count, and 几个 is no count.
_COUNTING = "0123456789０１２３４５６７８９二三四五六七八九十百千"
_APPROXIMATELY = frozenset(("左右", "上下", "以上", "以下", "以内", "以內", "之多"))


def is_han(character: str) -> bool:
    """Return whether ``character`` is a Chinese character; "" is none."""
    return "\u4e00" <= character <= "\u9fff"


def before(prose: str, start: int, reach: int = 24) -> str:
    """Return what precedes ``start`` without the blanks between; a number at the end of the line above counts too."""
    left = prose[max(0, start - reach) : start].rstrip(BLANKS)
    if left[-1:] in ("\n", "\r"):
        wrapped = left.rstrip()
        return wrapped if wrapped[-1:] in NUMERALS else left
    return left


def last_phrase(left: str, stops: str = "，。；\n") -> str:
    """Return what follows the last mark in ``left``."""
    return left[max(map(left.rfind, stops)) + 1 :]


def is_unit_named(left: str) -> bool:
    """Return whether a unit after ``left`` is only named: 单位：万元, 以万元计, 取至新台币元."""
    stem = next((left.removesuffix(currency) for currency in _CURRENCIES if left.endswith(currency)), left)
    if stem.endswith(("按", "论", "論", "取至")) or (stem.endswith("以") and not stem.endswith(("处以", "處以"))):
        return True
    phrase = last_phrase(left)
    if phrase[-1:] in _CONVERTED_TO and any(
        0 <= len(phrase) - 1 - phrase.rfind(word, 0, -1) - len(word) <= 3 for word in _CONVERTED if word in phrase[:-1]
    ):
        return True
    return any(
        phrase[mark] in _NAMED_BY and any(name in phrase[max(0, mark - 6) : mark] for name in _NAMING)
        for mark in range(max(0, len(phrase) - 5), len(phrase))
    )


def stops_after(prose: str, end: int) -> bool:
    """Return whether a phrase ends at ``end``: a mark, the end of the line, or 左右, 以上 and the like."""
    right = prose[end : end + 2]
    return not right or right[0] in STOPS or right in _APPROXIMATELY


def sentence_around(prose: str, start: int, end: int, reach: int = 60, stops: str = "。\n\r") -> tuple[str, str]:
    """Return what the sentence holds before ``start`` and from ``end``, at most ``reach`` code points each."""
    left, right = prose[max(0, start - reach) : start], prose[end : end + reach]
    ends = [place for stop in stops if (place := right.find(stop)) >= 0]
    return last_phrase(left, stops), right[: min(ends, default=reach)]


def is_counted_nearby(prose: str, start: int, end: int) -> bool:
    """Return whether the same unit stands in the same sentence with its number."""
    unit = prose[start:end]
    for part in sentence_around(prose, start, end):
        place = part.find(unit)
        if place > 0 and part[place - 1] in _COUNTING:
            return True
    return False
