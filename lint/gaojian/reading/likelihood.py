"""Which encoding explains bytes best: the likelihood of the text that each one makes of them.

Text of a language is a draw of characters by class: frequent Han characters, others of the first level of a national
set, marks, rare ones. The logarithms of their shares, added up, compare encodings with each other, and with noise,
where every byte is as likely as another: Japanese, Korean and Latin text is no better explained than noise.
"""

import codecs
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from gaojian.record import NamedTuple

_SAMPLES = (512, 16 * 1024, 1024 * 1024)
_MARGIN = math.log(100)

# The 170 most frequent characters in 5 million of our own count (statutes, reports, manuals; Simplified and
# Traditional), and some fifty of everyday speech that such documents lack; sorted.
_BOTH = (
    "一三上下不中主了事二五人他以件任作你使依保信候先全公其出分制前十去又及只可合同向吧呢品啊四回在地多天她好委它安定家小少"
    "就工市年建很得心情想成我或所手把提收政文新方施日最月有期本查民法物理生用由的相看知程第等管者能自行表被要走通道那部都院"
)
_SIMPLIFIED = (
    "与业个为于产从代们企会位体例入共关内准几划利加务动化区单发取后吗听员和国场境处大头学实审对展并应府开当性执护报持按据"
    "改数时是服机权条来构标案检水没点照环监着社立级组经给营见规计让议设证话说请调谢责资边过还这进里重量门问项"
)
_TRADITIONAL = (
    "七並之九交來個們備內八六具列動務區原受各告員問嗎國執基報外如學官實審對幾式後從應指教於明時書會未核條業構標機檢權款正"
    "沒準為產申當發百給經置職聽與著處裡見規計訓託記設話說請謝證議護讓費資辦這過選還邊金長開間關防限除電項頭體點"
)
_MARKS = "　│─├┤┼┌┐└┘┬┴，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·～％．－　０１２３４５６７８９"

# Shares of a class in running text, over the number of its characters. A byte of noise: one of a hundred.
_NOISE = math.log(1 / 100)
_PRIOR_OF_NOISE = math.log(1 / 20)  # whoever checks a file takes it for Chinese
_ASCII = math.log(1 / 100)
_COMMON = math.log(0.55 / 230)
_MARK = math.log(0.10 / 50)
_SYMBOL = math.log(0.03 / 600)
_LETTER = math.log(0.002 / 800)
_OTHER_HAN = math.log(0.002 / 20000)
_STRANGE = math.log(1e-8)
_BROKEN = math.log(1e-10)


@dataclass(frozen=True, eq=False)
class _Language:
    """The frequent characters, the national set, and the first byte after its first level."""

    common: frozenset[str]
    national: str
    first_level: int
    others: float
    second_level: float


_LANGUAGES = (
    _Language(frozenset(_BOTH + _SIMPLIFIED), "gb2312", 0xD8, math.log(0.31 / 3500), math.log(0.004 / 3000)),
    _Language(frozenset(_BOTH + _TRADITIONAL), "big5", 0xC7, math.log(0.31 / 5200), math.log(0.002 / 7600)),
)
# The name that is reported, and the codec that reads most of it.
_READINGS = (
    ("utf-8", "utf-8"),
    ("gb18030", "gb18030"),
    ("big5", "big5hkscs"),
    ("utf-16-le", "utf-16-le"),
    ("utf-16-be", "utf-16-be"),
)


class Verdict(NamedTuple):
    """The encodings that explain the bytes about equally well, the best first, and whether the first is certain."""

    names: tuple[str, ...]
    certain: bool


def judge(data: bytes, offset: int) -> Verdict:
    """Return which encodings explain ``data``; the first byte that needs an explanation is at ``offset``."""
    for size in _SAMPLES:
        # The first character that is not UTF-8 may begin earlier, and what comes before may tell what it is: half of
        # the sample lies there. It begins with a line, if one is near, and at an even place for UTF-16.
        near = max(0, offset - size // 2)
        start = (data.find(b"\n", near, offset) + 1 or near) if near else 0
        verdict = _judge(data[start & ~1 : start + size])
        if verdict.certain or (start == 0 and size >= len(data)):
            break
    return verdict


def _judge(sample: bytes) -> Verdict:
    scores = sorted(((_score(sample, codec), name) for name, codec in _READINGS), reverse=True)
    noise = _NOISE * len(sample) + _PRIOR_OF_NOISE
    best = max(noise, scores[0][0])
    names = tuple(name for score, name in scores if best - score < _MARGIN)
    return Verdict(names, len(names) == 1 and best - noise >= _MARGIN)


def _score(sample: bytes, codec: str) -> float:
    text = codecs.getincrementaldecoder(codec)("replace").decode(sample)
    counts = Counter(text)
    return max(
        sum(count * _likelihood(character, language) for character, count in counts.items()) for language in _LANGUAGES
    )


@lru_cache(maxsize=1 << 16)
def _likelihood(character: str, language: _Language) -> float:
    if character in language.common:
        return _COMMON
    if character < "\x80":
        return _ASCII if character >= " " or character in "\t\n\r" else _BROKEN if character == "\0" else _STRANGE
    if character in _MARKS:
        return _MARK
    if "\u4e00" <= character <= "\u9fff":
        code = character.encode(language.national, "ignore")
        if not code:
            return _OTHER_HAN
        return language.others if code[0] < language.first_level else language.second_level
    if "\u2010" <= character <= "\u27bf" or "\u3000" <= character <= "\u3020" or "\uff01" <= character <= "\uff5e":
        return _SYMBOL
    if character < "\u0500" or "\u3041" <= character <= "\u312f":
        return _LETTER
    return _BROKEN if character == "\ufffd" or unicodedata.category(character) == "Cn" else _STRANGE
