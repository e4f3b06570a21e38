"""Characters that lead to a date, an amount, a list: found in one scan for all checks that look for one of them.

To scan for eighty characters takes no longer than for three, and what stands beside a character is looked at in the
same breath. So a check that would scan the whole text for a character puts it here, with what must stand beside it, and
looks closely at the few places that are left. The rarest are better asked for with ``in``; of the commonest (、 and 第)
there are so many that a scan for one of them alone costs no more.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from gaojian import Document, NamedTuple, Pattern
from gaojian_checks.language.taiwan import is_taiwanese

_FIGURES, _WIDE_FIGURES = "0123456789", "０１２３４５６７８９"
_HAN = "一二三四五六七八九十"
# What stands right before the figures that a check reads: the ends of verbs, of labels, of 占 and 目标.
_READ_AFTER = "为到至达共计合价位值入出制力口员容工师数是有本生积程算象资辖部量长额："
_READ_AFTER += "加收少降高升大产幅增低小缩了标务划成现率例的占比用登发载"
# A blank may stand between the name of an amount and its figures.
_LABEL_ENDS = "为价位值入共出到制力口员容工师数是有本生积程算计象资辖达部量长额："
# Most figures stand behind something else: one look is less than four.
_FIRST_LOOK = rf"(?<=[{_READ_AFTER} :∶\-/.].)"
_READ = rf"(?<![ :∶\-/.].)|(?<=[{_LABEL_ENDS}] .)|(?<=[0-9][:∶].)|(?<=[0-9]{{4}}[-/.].)"
_READ_IN_TAIWAN = rf"{_READ}|(?<=[0-9]{{2}}/.)(?=[0-9]?/[0-9])|(?<=[0-9]{{2}}\..)(?=[0-9]?\.[0-9])"
# 20130305: eight figures of a year of this century or the last.
_COMPACT = "(?:(?<=1)(?=9)|(?<=2)(?=0))(?=[0-9]{7})(?<![0-9].)"
_CENTURIES = ("19", "20")
_TOGETHER = 10
# Before a unit stands its number: 三十万元.
_UNCOUNTED = f"(?<![0-9０-９{_HAN}百千万亿萬億两几数].)"
_BEHIND_NUMBER = "(?<=[0-9０-９万亿十百千].)"
# Before a number within a sentence, and before the brackets behind one.
_WITHIN = "[。；：，、！？;:!?, ”）)]"
_NUMERAL = f"[{_HAN}0-9]"
_CLOSING = f"(?<={_NUMERAL}.)(?:(?<={_WITHIN}..)|(?<={_WITHIN}[（(]..)|(?<={_WITHIN}[（(]{_NUMERAL}..))"
# 县(市、区) is no amount with its parts.
_PARTS = r"(?=[国中省市男女城农进出公新一第])(?<![\n县縣区區].)"
# What a remark of the author or of a reader begins with, in brackets.
_REMARKS = "(?=[ \u3000此本该該请請填待建批审審修删刪补補重数數单單点點输輸插在核暂暫TF])"
_INTRODUCES = r"(?=[ \t\u3000]*\r?\n[ \t\r\n\u3000*#>]*(?:一、|[（(][一1]|1[.．、）)]|①))"
# The name of a field with nothing behind it on its line: 联系电话：
_FIELD = r"(?<=[话話机機人式真码碼编編號号箱件址行线線].)(?=[ \t\u3000\u00a0]{0,19}(?:[\r\n]|$)|[ \t\u3000\u00a0]{20})"
# Words with 个, and what can be before no number: 个人, 这个.
_PIECE = f"(?<![0-9０-９{_HAN}百千万亿萬億两几数每各整单單这這那哪某该].)(?![人别別体體数數税稅位性头頭子儿兒案])"
# Each mark with what must stand beside it: no less than what the patterns need that begin with it.
_TIMES = {
    "大": "(?=以[来來])",
    "五": "(?=[”\"’」』'年期时時规規计計末初开開收第最])",
    "时": "(?<=[0-9].)",
    "年": "",
    "日": "",
    "前": "(?<=[目当當日].)",
    "月": "",
    "周": "",
    "历": "",
    "世": "(?=[纪紀])",
    "点": "(?<=[0-9].)",
    "天": "(?<=[今昨明].)",
    "季": "(?=度|[学學]期|(?<=第..))",
    "届": "",
    "星": "(?=期)",
    "週": "",
    "拜": "",
    "曆": "",
    "岁": "",
    "屆": "",
    "時": "(?<=[0-9].)",
    "點": "(?<=[0-9].)",
}
_SIGNS = {
    "：": f"(?:{_INTRODUCES}|{_FIELD})",
    "）": _CLOSING,
    "（": f"(?:{_PARTS}|{_REMARKS})",
    "其": f"(?=[{_HAN}][，,、：:是])",
    "中": "(?<=[（(，,；;]其.)",
    "要": f"(?<=[{_HAN}].)",
    "个": _PIECE,
    "是": f"(?<=[{_HAN}].)",
    "于": "(?<=[多高低少].)",
    "过": "(?<=超.)",
    "元": f"(?:{_UNCOUNTED}|(?=整))",
    "到": "(?<=不.)",
    ".": f"(?<={_WITHIN}[0-9].)",
    "面": rf"(?<=方.)(?=[^。；：\n]{{0,5}}。{_INTRODUCES})",
    "百": "(?:(?=分)|(?<=[0-9０-９].))",
    ")": _CLOSING,
    "(": f"(?:{_PARTS}|{_REMARKS})",
    **dict.fromkeys("【〔", _REMARKS),
    r"\[": _REMARKS,
    "万": _UNCOUNTED,
    "次": "(?:(?<=[其再第大届屆会會协協委 \t\u3000\u00a0].)|(?=以[上下]))",
    "期": "(?<=[第 \t\u3000\u00a0].)",
    "多": _BEHIND_NUMBER,
    "”": "(?=等?[二两三四五六七八九十1-9])",
    "》": "(?:(?=等?[二两三四五六七八九十1-9])|(?<=法.))",
    "小": "(?=[时時])",
    ":": f"(?:{_INTRODUCES}|{_FIELD})",
    "首": "(?=先)",
    "亿": _UNCOUNTED,
    "萬": _UNCOUNTED,
    "億": _UNCOUNTED,
    "個": _PIECE,
}
# Rare or hardly ever beside what they need: these are as good as free.
_RARE = {
    **dict.fromkeys("里米尺顷頃斤吨噸亩畝倍余左①．Ｘ○●△□＊＿歲%％‰", ""),
    **dict.fromkeys("输輸", "(?=入)(?<=[请請处處击擊].)"),
    **dict.fromkeys("击擊", "(?=此[处處])"),
    "略": "(?<=[处處]省.)",
    "待": "(?<=[：:|｜\t \u3000].)",
    **dict.fromkeys("号號", f"(?<=[〕］\\]）)第0-9０-９{_HAN}百零〇 \t\u3000\u00a0].)"),
    **dict.fromkeys("午晨晚早", f"(?=上?[ \u3000]?[0-9{_HAN}])"),
    "比": "(?=[12][0-9]{3}年)",
    "千": "(?<=[0-9０-９].)",
    "附": "(?=件[：:])",
    "截": "(?=止)",
    **dict.fromkeys("—–－～", "(?=[ \t\u3000\u00a0]?[年月日届屆])"),
}


def _pattern(read: str) -> Pattern:
    """Return the pattern of all marks with what must stand beside each, and of figures to ``read``."""
    marks = {**_TIMES, **_SIGNS, **_RARE}
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for mark, beside in marks.items():
        alike[beside].append(mark)
    figures = f"[0-9０-９]{_FIRST_LOOK}(?:{read})|[12]{_COMPACT}"
    alone = f"[{''.join(alike.pop(''))}]"
    # Most places fail, and have to pass over all branches: so they come in groups.
    groups = [_group(list(alike.items())[first : first + _TOGETHER]) for first in range(0, len(alike), _TOGETHER)]
    # The one class at the head is what the library scans for. What it has found is looked back at, since branches that
    # begin with a class are passed over fast, but are no head to scan for.
    return Pattern(f"[{''.join(marks)}0-9０-９](?<=(?:{'|'.join([alone, *groups, figures])}))")


def _group(besides: list[tuple[str, list[str]]]) -> str:
    branches = [f"[{''.join(marks)}]{beside}" for beside, marks in besides]
    heads = "".join([mark for _, marks in besides for mark in marks])
    return f"[{heads}](?<=(?:{'|'.join(branches)}))"


_CLUES, _CLUES_IN_TAIWAN = _pattern(_READ), _pattern(_READ_IN_TAIWAN)
_ALL_FIGURES = frozenset(_FIGURES + _WIDE_FIGURES)
# Of the marks of times, these are asked for by themselves.
_TIME_MARKS, _ASKED_FOR = frozenset(_TIMES), frozenset("年月五周届屆岁")
_ALL_SIGNS = _ASKED_FOR.union([sign[-1] for sign in (*_SIGNS, *_RARE)])
_NONE: list[int] = []
_MARKS_OF_DATES, _MARKS_OF_CLOCKS, _BRACKETS = frozenset("-/."), frozenset(":："), frozenset("（(")


class Clues(NamedTuple):
    """Offsets in order: where time may be told, and by character every place of a sign.

    ``figures`` are first figures by the character right before them, or by it and the blank between.
    """

    times: list[int]
    signs: Mapping[str, list[int]]
    figures: Mapping[str, list[int]]

    def of(self, character: str) -> list[int]:
        """Return where ``character`` stands with what must stand beside it.

        Raises ValueError for a character that is not looked for.
        """
        places = self.signs.get(character)
        if places is None:
            if character not in _ALL_SIGNS:
                raise ValueError(f"{character} is not looked for")
            return _NONE
        return places


class After:
    """The figures that stand right behind one of ``characters``, or, if asked for, a blank behind it."""

    def __init__(self, characters: str, *, or_blank: bool = False) -> None:
        unknown = set(characters) - set(_LABEL_ENDS if or_blank else _READ_AFTER + ":：∶")
        if unknown:
            raise ValueError(f"figures after {unknown} are not looked for")
        self._before = frozenset(characters) | frozenset(f"{one} " for one in characters if or_blank)

    def find(self, document: Document) -> list[int]:
        """Return where these figures begin, in order."""
        found = document.get(clues).figures
        return sorted([at for before, places in found.items() if before in self._before for at in places])


def clues(document: Document) -> Clues:
    """Return where the marks of times, amounts and lists stand; call it through ``document.get(clues)``."""
    prose = document.prose
    pattern = _CLUES_IN_TAIWAN if document.get(is_taiwanese) else _CLUES
    times: list[int] = []
    signs: defaultdict[str, list[int]] = defaultdict(list)
    figures: defaultdict[str, list[int]] = defaultdict(list)
    for at in [match.start() for match in pattern.finditer(prose)]:
        mark = prose[at]
        if mark in _TIME_MARKS:
            times.append(at)
            if mark in _ASKED_FOR:
                signs[mark].append(at)
            elif mark == "日" and prose[at + 1 : at + 2] in _BRACKETS:
                # 3月5日（三）: the bracket behind a day may hold that of the week.
                times.append(at + 1)
        elif mark in _ALL_FIGURES:
            before = prose[at - 1] if at else ""
            figures[prose[at - 2 : at] if before == " " else before].append(at)
            if before in _MARKS_OF_DATES or (before in _MARKS_OF_CLOCKS and prose[at - 2] in _ALL_FIGURES):
                times.append(at - 1)
            elif prose.startswith(_CENTURIES, at):
                times.append(at)
        else:
            signs[mark].append(at)
    return Clues(times, dict(signs), dict(figures))


def matches(document: Document, character: str, pattern: Pattern) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` that begin where ``character`` is found; none within another.

    Raises ValueError for a character that is not looked for. What must stand beside it must be what ``pattern`` needs.
    """
    prose, end = document.prose, 0
    for at in document.get(clues).of(character):
        match = pattern.match(prose, at) if at >= end else None
        if match is not None:
            end = match.end()
            yield match
