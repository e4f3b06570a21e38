"""Words that filters put into pinyin initials, with the neighbours that prove them."""

import functools
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.latin import latin

# Initials, the word, and what must follow; the words that follow are those of reports and news.
_LEXICON = (
    (
        "zz",
        "政治",
        "局 学习 學習 思想 站位 素质 体制 體制 立场 理论 觉悟 建设 建設 方向 纪律 生态 任务 意识 责任 工作 协商 文明",
    ),
    (
        "zf",
        "政府",
        "工作 部门 部門 机关 機關 高度 报告 采购 领导 領導 投资 职能 主导 网站 常务 办公 批准 同意 的 和 ， 。 、 ；",
    ),
    ("gj", "国家", "级 級 标准 標準 政策 利益 安全 主席 法律 规定 重点 领导 机关 发展 税务 有关 计划"),
    ("gcd", "共产党", "员 員 人 的 领导 宣言 和 ， 。 、 ；"),
    ("gwy", "国务院", "批准 办公 辦公 总理 常务 令 关于 有关 各 副 和 的 、 ， 。 ；"),
    ("zgzy", "中共中央", "关于 办公 国务院 决定 的 和 、"),
    ("zg", "中国", "特色 人民 共产党 梦 经济 社会 政府 公民 式现代 的"),
    ("rd", "人大", "代表 常委 会议 會議 主任 及其 工作 制度 机关 选举 和"),
    ("zx", "政协", "委员 委員 常委 主席 会议 机关"),
    ("xjp", "习近平", "总书记 主席 新时代 同志 强军"),
    ("dang", "党", "的 员 員 委 组织 支部 中央 章 建 和 风"),
    ("fl", "法轮", "功"),
    ("fb", "腐败", "分子 问题 案件 行为 现象"),
    ("dxp", "邓小平", "理论 同志"),
    ("d", "党", "的领导 的十 的建设 的群众 的路线 员干部 支部 风廉政 章党规"),
    ("xi", "习", "近平 总书记 主席"),
    ("jing", "精", "神"),
    ("fan", "反", "腐 贪"),
    ("zheng", "政", "府 治 策 协"),
)
# Words of which the filter hid only a part: z治局, 国w院, 习j平. The rest of the word proves it.
_MIXED = (
    ("政治局", "zzj"),
    ("国务院", "gwy"),
    ("國務院", "gwy"),
    ("习近平", "xjp"),
    ("習近平", "xjp"),
    ("共产党", "gcd"),
    ("共產黨", "gcd"),
    ("邓小平", "dxp"),
    ("毛泽东", "mzd"),
    ("江泽民", "jzm"),
    ("胡锦涛", "hjt"),
    ("法轮功", "flg"),
    ("总书记", "zsj"),
    ("中共中央", "zgzy"),
    ("党中央", "dzy"),
    ("人大代表", "rddb"),
    ("政协委员", "zxwy"),
    ("全国人大", "qgrd"),
    ("公安局", "gaj"),
    ("纪检监察", "jjjc"),
    ("县政府", "xzf"),
    ("市政府", "szf"),
    ("省政府", "szf"),
    ("区政府", "qzf"),
    ("镇政府", "zzf"),
    ("乡政府", "xzf"),
)
# Initials that no lexicon knows, before a character that ends the name of an organ: 县fgw委.
_ORGAN = frozenset("局府党黨委院部会會席权權协協军軍团團")
_UNITS = frozenset({"kg", "km", "mm", "cm", "ml", "db", "hz", "kw", "kv", "mg", "ppm", "xx", "xxx", "xxxx", "nn"})
_INITIALS = "zgdfjwrxX"
_CANDIDATE = Pattern(
    "[bcdfghjklmnpqrstwxyzXD](?<![!-~].)(?:[a-z]{0,4}|JP|XP)(?=[ ]?[\u3001-\u9fff，；：])",
)


class MaskedWord(NamedTuple):
    """Where a mask stands, and the word that it probably hides; None if the lexicon doesn't know."""

    span: Span
    word: str | None


@functools.cache
def _words() -> dict[str, tuple[str, Pattern]]:
    """Return the words by their initials, each with what must follow it."""
    return {
        initials: (word, Pattern("[ ]?(?:" + "|".join(followers.split()) + ")"))
        for initials, word, followers in _LEXICON
    }


def masked_words(document: Document) -> Iterator[MaskedWord]:
    """Yield every pinyin mask, left to right."""
    if not any(map(document.get(latin).__contains__, _INITIALS)) or document.get(is_technical):
        return
    prose = document.prose
    for match in _CANDIDATE.finditer(prose):
        span, initials = Span(*match.span()), match[0]
        before = prose[max(0, span.start - 2) : span.start]
        # Only a name in capitals may stand between blanks; small letters there are words of another language.
        if before[-1:] in {" ", "\u3000"} and not (initials.isupper() and before[0] > "\u2e80"):
            continue
        word, followers = _words().get(initials.lower(), (None, None))
        if followers and followers.match(prose, span.end):
            yield MaskedWord(span, word)
        elif part := _hidden_part(prose, span, initials):
            yield MaskedWord(span, part)
        elif _is_organ(prose, span, initials):
            yield MaskedWord(span, None)


def _hidden_part(prose: str, span: Span, initials: str) -> str | None:
    """Return the characters that ``initials`` hide of a word whose other characters stand beside them."""
    size = len(initials)
    for word, pinyin in _MIXED:
        at = pinyin.find(initials)
        while at >= 0 and size < len(word):
            rest = word[at + size :]
            if prose[max(0, span.start - at) : span.start] == word[:at] and prose.startswith(rest, span.end):
                return word[at : at + size]
            at = pinyin.find(initials, at + 1)
    return None


def _is_organ(prose: str, span: Span, initials: str) -> bool:
    consonants = 1 < len(initials) < 5 and initials.islower() and not any(vowel in initials for vowel in "aeiou")
    framed = (
        "\u4e00" <= prose[max(0, span.start - 1) : span.start] <= "\u9fff" and prose[span.end : span.end + 1] in _ORGAN
    )
    return consonants and framed and initials not in _UNITS
