"""What stands around a unit: the words before it, the sentence, the cell or label that it belongs to."""

from gaojian import HIDDEN, Pattern
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
# 单位：万元, 以万元计, 取至新台币元: a unit is named, nothing is counted.
UNIT_NAMED = Pattern(
    "[单單]位[^，。；\n]{0,4}[：:为為是（(][^，。；\n]{0,4}$|(?:统一|換算|换算|折算|精确|保留|口径|列)[^，。；\n]{0,3}[为為到至成用]$"
    "|(?:(?<![处處])以|[按论論]|取至)(?:新[臺台][幣币]|人民[币幣])?$"
)
# 一个 is as often an article as a count, and 几个 is no count.
_COUNTING = "0123456789０１２３４５６７８９二三四五六七八九十百千"
_APPROXIMATELY = frozenset(("左右", "上下", "以上", "以下", "以内", "以內", "之多"))
_SENTENCE = frozenset("，。；、！？：,;:")
_CELL_BORDERS = "\n\r\t|│｜┃"
_LONGEST_LABEL = 16
_REACH = 80


def before(prose: str, start: int, reach: int = 24) -> str:
    """Return what precedes ``start`` without the blanks between; a number at the end of the line above counts too."""
    left = prose[max(0, start - reach) : start].rstrip(BLANKS)
    if left[-1:] in ("\n", "\r"):
        wrapped = left.rstrip()
        return wrapped if wrapped[-1:] in NUMERALS else left
    return left


def stops_after(prose: str, end: int) -> bool:
    """Return whether a phrase ends at ``end``: a mark, the end of the line, or 左右, 以上 and the like."""
    right = prose[end : end + 2]
    return not right or right[0] in STOPS or right in _APPROXIMATELY


def sentence_around(prose: str, start: int, end: int, reach: int = 60, stops: str = "。\n\r") -> tuple[str, str]:
    """Return what the sentence holds before ``start`` and from ``end``, at most ``reach`` code points each."""
    left, right = prose[max(0, start - reach) : start], prose[end : end + reach]
    begins = max(left.rfind(stop) for stop in stops) + 1
    ends = [place for stop in stops if (place := right.find(stop)) >= 0]
    return left[begins:], right[: min(ends, default=reach)]


def is_counted_nearby(prose: str, start: int, end: int) -> bool:
    """Return whether the same unit stands in the same sentence with its number."""
    unit = prose[start:end]
    for part in sentence_around(prose, start, end):
        place = part.find(unit)
        if place > 0 and part[place - 1] in _COUNTING:
            return True
    return False


def is_label(prose: str, start: int, end: int) -> bool:
    """Return whether the unit at ``start`` names a column or field: 总投资万元 in a cell, a CSV header, 增长% alone."""
    first = max(0, start - _REACH)
    last = min(len(prose), end + _REACH)
    cell_start = max(prose.rfind(border, first, start) for border in _CELL_BORDERS) + 1 or first
    ends = [place for border in _CELL_BORDERS if (place := prose.find(border, end, last)) >= 0]
    cell_end = min(ends, default=last)
    cell = prose[cell_start:cell_end].strip(BLANKS)
    if _SENTENCE.isdisjoint(cell):
        columns = ("  " in cell or "\u3000" in cell) and prose[start - 1] not in BLANKS
        return columns or len(cell) <= _LONGEST_LABEL
    if prose[end : end + 1] in ("：", ":"):
        return True
    return cell.count(",") > 1 and _is_csv_header(prose, cell, cell_end)


def _is_csv_header(prose: str, line: str, line_end: int) -> bool:
    if not _SENTENCE.isdisjoint(line.replace(",", "")) or any(character.isdigit() for character in line):
        return False
    next_line = prose[line_end : line_end + _REACH].lstrip("\r\n").partition("\n")[0]
    return next_line.count(",") >= line.count(",")
