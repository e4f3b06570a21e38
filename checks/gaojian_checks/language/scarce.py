"""Characters that hardly any Chinese text holds, found in one scan for all checks that look for one of them.

To look for a single character takes a fiftieth of the time of a scan for a class, and a scan for three hundred
characters no more than one for two. So a check that waits for several characters, or for words that hold a scarce one,
puts them here and asks ``signs`` or ``leads`` whether and where they stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from gaojian import Document, NamedTuple, Pattern

FULLWIDTH = "０-９Ａ-Ｚａ-ｚ"
VARIANTS = "︰-﹞｡-､"
INVISIBLE = "\0-\x08\x0b\x0e-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
CYRILLIC = "а-яА-ЯіІ"
# 锟斤拷 and what else a wrong encoding makes of a text; 釆 and 巿 are taken for 采 and 市.
GARBLED = "\ufffd锟烫屯锛銆鈥"
LOOKALIKES = "釆巿"
# The scarcest characters of the words in terms/_confusable.py, scarcest first.
LEADS = (
    "辙悍廷狼奂鼎奈霭茸篾蹉骛芋鹜涣桑泻怨骇拙侯跎愁朔挺撼斧喧篷慨颍墨悠弛旷焕雀肖贬烂缅桃驰梦屈瞩凌瞻雕脏竟奇厚藉胆辛恰衷渐逼"
    "仰甘栽蓬卓峻披劲竭寻彩诸坐陪勾洽拔摄曲穿慰篡惯渡赋迹辐末翻苦抗辨斤偶炼振泊廉艰仲震刻练巨毕矛彰竣泄折拨迫暴往堆倒锁妨弊舞"
)
# 上一篇, 扫码, 二维码, 蓝字: the words of residue/site_boilerplate.py; 第3页 of page_number_residue.py.
RESIDUE = "蓝篇顶扫窗页頁阅印享码"
_RANKS = {character: rank for rank, character in enumerate(LEADS + RESIDUE)}
# Strokes, dots and brackets that most documents do without.
MARKS = "—―－–─～…·〈【〔‘「『"
# Words of common characters are led by one of them beside a neighbour: the first of these, or the second.
FIRST_LEADS = (
    *("世记", "义务", "倍出", "充分", "兵减", "养生", "再接", "利机", "副增", "副度", "势主", "另部", "启示", "奖励"),
    *("己经", "帮助", "幅射", "张正", "急予", "抽像", "招生", "招聘", "授于", "既日", "来源", "来自", "注明", "渲传"),
    *(
        "满完",
        "满成",
        "盖率",
        "盖面",
        "着作",
        "着下",
        "着增",
        "着成",
        "着提",
        "着改",
        "稿启",
        "竞然",
        "精减",
        "纪律",
        "草管",
    ),
    *("讼权", "贯切", "身分", "身权", "辩别", "辩是", "辩率", "辩认", "途经", "默守"),
)
SECOND_LEADS = (
    *("务远", "反映", "复盖", "好象", "就班", "布署", "建康", "成绩", "无恐", "显着", "权宜", "治宜", "消毁"),
    *("爆光", "究竞", "结束", "群众", "而走", "补贴", "表扬", "迁徒", "销毒", "防碍"),
)
_COMMON = "".join(sorted({pair[0] for pair in FIRST_LEADS} | {pair[1] for pair in SECOND_LEADS}))
_AFTER = "".join(sorted({pair[1] for pair in FIRST_LEADS}))
_BEFORE = "".join(sorted({pair[0] for pair in SECOND_LEADS}))
_SIGNS = FULLWIDTH + VARIANTS + INVISIBLE + CYRILLIC + GARBLED + LOOKALIKES
_SCARCE = Pattern(f"[{_SIGNS}{LEADS}{RESIDUE}{MARKS}{_COMMON}](?:(?<![{_COMMON}])|(?=[{_AFTER}])|(?<=[{_BEFORE}].))")
_LEADING = frozenset(LEADS + RESIDUE + MARKS + _COMMON)


class Scarce(NamedTuple):
    """The offsets of scarce characters by character, in order: those that are signs, and those that lead to a find."""

    signs: Mapping[str, list[int]]
    leads: Mapping[str, list[int]]


def scarce(document: Document) -> Scarce:
    """Return where the scarce characters of the prose stand; call it through ``document.get(scarce)``."""
    prose = document.prose
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in _SCARCE.finditer(prose):
        at = match.start()
        found[prose[at]].append(at)
    leads = {character: places for character, places in found.items() if character in _LEADING}
    signs = {character: places for character, places in found.items() if character not in _LEADING}
    return Scarce(signs, leads)


def offsets(document: Document, characters: Pattern) -> list[int]:
    """Return the offsets of those signs that match ``characters``, in order."""
    signs = document.get(scarce).signs
    return sorted(at for sign, places in signs.items() if characters.match(sign) for at in places) if signs else []


class Occurrence(NamedTuple):
    """Where a word begins, and where the character stands that it was found by."""

    lead: int
    start: int
    word: str


class Words:
    """Words to look for, each of which holds one of ``LEADS`` or ``RESIDUE`` or else a pair."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_lead: dict[str, list[tuple[int, str]]] = {}
        for word in words:
            place = self._place_of_lead(word)
            self._by_lead.setdefault(word[place], []).append((place, word))

    @staticmethod
    def _place_of_lead(word: str) -> int:
        scarcest = min([character for character in word if character in _RANKS], key=_RANKS.__getitem__, default=None)
        if scarcest is not None:
            return word.index(scarcest)
        leads = [word.index(pair) for pair in FIRST_LEADS if pair in word]
        leads += [word.index(pair) + 1 for pair in SECOND_LEADS if pair in word]
        if not leads:
            raise ValueError(f"{word} holds no scarce character")
        return leads[0]

    def find(self, document: Document) -> list[Occurrence]:
        """Return where the words stand in the prose, in no order; they may overlap."""
        prose, places = document.prose, document.get(scarce).leads
        return [
            Occurrence(at, at - place, word)
            for lead, offsets_of_lead in places.items()
            for place, word in self._by_lead.get(lead, ())
            for at in offsets_of_lead
            if prose.startswith(word, at - place) and at >= place
        ]
