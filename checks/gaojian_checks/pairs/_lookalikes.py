"""Marks that stand alone by right: labels, apostrophes, inches, intervals, emoticons, and marks that are spoken of."""

from collections.abc import Iterator

from gaojian import HIDDEN, Document, Kind, Pattern
from gaojian_checks.language.numerals import value

_HAN = Pattern("[\u4e00-\u9fff]")
_LATIN = Pattern("[A-Za-z\u00c0-\u024f]")
# 1） a) 二） ①): what ends a label, with what stands before the label.
_LABEL = Pattern(
    r"(?:^|[\s，。；：！？…—”’）),;:|>#*\-])"
    r"([0-9]{1,3}(?:\.[0-9]{1,2}){0,2}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[ivxIVX]{2,4}|[①-⑳])\Z"
)
# 指标1）: a note below the table begins with the same label.
_NOTE = Pattern("([0-9]{1,2}|[a-z])\\Z")
_NOTE_REACH = 3000
_LABEL_REACH = 10
# 二五二） is no number of an item.
_LARGEST_HAN = 99
_SIBLING_REACH = 1500
# [0, 1) and （0，65535]: the two brackets tell whether the ends belong to the interval.
_BOUND = r"[^()（）\[\]［］\n,，、~～\u4e00-\u9fff]{1,24}"
_INTERVAL = Pattern(rf"[（(\[［]{_BOUND}[,，、~～]{_BOUND}[）)\]］]")
# 24”显示器 is an inch mark, 30°15’20” minutes and seconds.
_INCH = Pattern("[屏显顯管阀閥轮輪液英吋晶电電笔彩×xX*/]|[0-9]")
_DEGREES = Pattern(
    r"(?:[°′’'] ?|(?:[屏显顯][幕示]?器?|尺寸|[电電][视視]|管径|口[径徑]|直[径徑])[^，。；\n]{0,4})[0-9.]{1,6}\Z"
)
_EMOTICON = Pattern("[:;=：；][-o^'’]?[)(）（]|[)(（）][-o^]?[:;=](?![0-9A-Za-z])|[XxTQ]_?[)(]")
# 左引号“, 以“（”开头: the text is about the mark.
_MARK_WORDS = Pattern("[引括][号號]|[书書]名[号號]|[标標][点點]|符[号號]|字符|字元|半角|全角|半形|全形|通配符|分隔符")
_CELL = frozenset(["", *" \t\r\n|\u3000"])
_EMPTY = {"“": "”", "”": "“", "‘": "’", "’": "‘"}
_EMPTY_REACH = 40
_WORDS_REACH, _LINE_REACH = 12, 120
_AROUND = {"“": "”", "‘": "’", "「": "」", "『": "』", "'": "'", '"': '"', "（": "）", HIDDEN: HIDDEN}


def is_apostrophe(prose: str, at: int) -> bool:
    """Whether the mark stands between two Latin letters: don’t, Xi’an."""
    return _LATIN.match(prose[at - 1 : at]) is not None and _LATIN.match(prose, at + 1) is not None


def is_label(prose: str, at: int) -> bool:
    """Whether the closing bracket ends a label of a list: 1） a)."""
    return _LABEL.search(prose, max(0, at - _LABEL_REACH), at) is not None


def is_half_label(prose: str, at: int) -> bool:
    """Whether the label has lost its opening bracket: 二） between （一） and （三）."""
    label = _LABEL.search(prose, max(0, at - _LABEL_REACH), at)
    number = value(label[1]) if label else None
    if not label or not number:
        return False
    low, high = max(0, label.start() - _SIBLING_REACH), at + _SIBLING_REACH
    written = _numerals(label[1], number)
    full = any(
        prose.find(bracket + numeral + end, low, high) >= 0 for numeral in written for bracket, end in ("（）", "()")
    )
    return full and not any(_stands_alone(prose, numeral + prose[at], low, high) for numeral in written)


def _numerals(label: str, number: int) -> list[str]:
    """Return the numbers before and after ``number``, written as it is."""
    if label[0] in "0123456789":
        return [str(number - 1), str(number + 1)]
    if number > _LARGEST_HAN:
        return []
    digits = ["", *"一二三四五六七八九十"]
    tens = [digits[number // 10] * (number > 19) + "十" if number > 9 else "" for number in (number - 1, number + 1)]
    return [ten + digits[near % 10] for ten, near in zip(tens, (number - 1, number + 1), strict=True) if near]


def _stands_alone(prose: str, label: str, low: int, high: int) -> bool:
    at = prose.find(label, low, high)
    return at >= 0 and prose[at - 1 : at] not in {"（", "("}


def intervals(prose: str) -> Iterator[int]:
    """Yield the places of the brackets of intervals whose ends differ: [0, 1)."""
    # Of two brackets that differ one is square, and most texts have none.
    for match in _INTERVAL.finditer(prose) if any(bracket in prose for bracket in "[]［］") else ():
        if match[0][0] + match[0][-1] not in {"()", "（）", "[]", "［］", "（)", "(）"}:
            yield match.start()
            yield match.end() - 1


def is_lookalike(document: Document, at: int) -> bool:
    """Whether the mark at ``at``, which has no partner, needs none."""
    prose = document.prose
    mark, before, after = prose[at], prose[at - 1 : at] if at else "", prose[at + 1 : at + 2]
    if mark in "’‘" and ((_LATIN.match(before) or before.isdigit()) or after.isdigit()):
        return True
    if mark in "”’" and before.isdigit() and (_INCH.match(after) or _DEGREES.search(prose, max(0, at - 12), at)):
        return True
    if before == "\\" or (before and _AROUND.get(before) == after):
        return True
    line = document.line_around(at, _LINE_REACH)
    if "│" in prose[line.start : line.end]:
        # A cell of a drawn table goes on in the next row.
        return True
    if mark in "()[]‘’" and not _HAN.search(prose, line.start, line.end):
        return True
    if mark in "()（）" and _EMOTICON.search(prose, max(0, at - 2), at + 3):
        return True
    if mark in ")]" and before == HIDDEN and document.kind is Kind.MARKDOWN:
        # Part of an address, more often than not.
        return True
    if mark in "”’" and before in _CELL and after in _CELL:
        # The ditto of a table.
        return True
    if mark in ")）" and _is_reference(prose, at):
        return True
    return _is_spoken_of(prose, at) or (mark in _EMPTY and _is_beside_empty(prose, at, mark))


def _is_reference(prose: str, at: int) -> bool:
    """Whether the label before the bracket refers to a note in another line: 指标1）."""
    label = _NOTE.search(prose, max(0, at - 2), at)
    note = "\n" + label[1] + prose[at] if label else ""
    return bool(note) and prose.find(note, max(0, at - _NOTE_REACH), at + _NOTE_REACH) >= 0


def _is_beside_empty(prose: str, at: int, mark: str) -> bool:
    """Whether the next quotation is empty, which is told already: “要坚持“”的理念 (QUO001)."""
    other = _EMPTY[mark]
    if mark in "“‘":
        following = prose.find(mark, at + 1, at + _EMPTY_REACH)
        return following >= 0 and prose[following + 1 : following + 2] == other
    preceding = prose.rfind(mark, max(0, at - _EMPTY_REACH), at)
    return preceding > 0 and prose[preceding - 1] == other


def _is_spoken_of(prose: str, at: int) -> bool:
    start = prose.rfind("\n", max(0, at - _WORDS_REACH), at) + 1 or max(0, at - _WORDS_REACH)
    stop = prose.find("\n", at, at + _WORDS_REACH)
    return _MARK_WORDS.search(prose, start, stop if stop >= 0 else at + _WORDS_REACH) is not None
