"""Words that filters put into pinyin initials, with the neighbours that prove them."""

from collections.abc import Iterator

from gaojian import Document, Pattern
from gaojian_checks.placeholders._technical import is_technical

_ORGANS = "[局府党黨委院部会會席家法权權策协協军軍团團]"
# Initials, what must follow, the word. The first that fits wins.
_LEXICON: tuple[tuple[str, str, str], ...] = (
    (
        "zz",
        "局|学习|學習|思想|站位|素质|素質|体制|體制|立场|立場|理论|理論|觉悟|覺悟|建设|建設|方向|纪律|紀律|生态|任务|意识|責任|责任|工作|协商|文明|核心|本色|信仰|路线|制度|权利|改革|局势",
        "政治",
    ),
    (
        "zf",
        f"{_ORGANS}?(?:工作|部门|機關|机关|高度|报告|采购|領導|领导|补[贴助]|投资|职能|主导|网站|常务|办公|批准|同意|的|和|、|，|。)",
        "政府",
    ),
    ("gj", "(?:级|級|标准|標準|政策|利益|安全|主席|法律|规定|重点|领导人|机关|发展|税务|局|有关|计划)", "国家"),
    ("gcd", "(?:员|員|人|的|领导|宣言|和|，|。)", "共产党"),
    ("gwy", "(?:批准|办公|辦公|总理|常务|令|关于|有关|和|的|、|，|。|各|副)", "国务院"),
    ("zgzy", "(?:关于|、|，|办公|国务院|的|和|决定)", "中共中央"),
    ("zg", "(?:特色|人民|共产党|梦|的|经济|社会|政府|公民|式现代)", "中国"),
    ("rd", "(?:代表|常委|会议|會議|主任|及其|工作|制度|机关|选举|和)", "人大"),
    ("zx", "(?:委员|常委|主席|会议|机关)", "政协"),
    ("sw", "(?:书记|常委|全会|办公)", "省委"),
    ("xjp", "(?:总书记|主席|新时代|同志|[ ]?新时代)", "习近平"),
    ("dang", "(?:的|员|員|委|组织|支部|中央|章|建|和|风)", "党"),
    ("fl", "功", "法轮"),
    ("fb", "(?:分子|问题|案件|和|行为|现象)", "腐败"),
    ("gm", "(?:老区|精神|传统|先烈|战争|事业)", "革命"),
    ("mzd", "(?:思想|同志|主席)", "毛泽东"),
    ("dxp", "(?:理论|同志)", "邓小平"),
)
_INITIALS = {initials: (Pattern(f"[ ]?(?:{after})"), word) for initials, after, word in _LEXICON}
_SOURCE = "|".join(sorted((initials[1:] for initials in _INITIALS), key=len, reverse=True))
_FIRST = "".join(sorted({initials[0] for initials in _INITIALS}))
# A letter behind a Chinese character; the case of the whole is settled afterwards.
_CANDIDATE = Pattern(
    rf"[{_FIRST}{_FIRST.upper()}](?<=[\u4e00-\u9fff，。、；：“”（）《》 ].)"
    rf"(?:{_SOURCE}|{_SOURCE.upper()})(?=[ ]?[\u4e00-\u9fff，。、])",
    *_FIRST,
    *_FIRST.upper(),
)
_UPPER = frozenset({"XJP", "MZD", "DXP"})


def masked_words(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and the likely word of every mask."""
    prose = document.prose
    if is_technical(document):
        return
    for match in _CANDIDATE.finditer(prose):
        initials = match[0]
        if initials.isupper() and initials not in _UPPER:
            continue
        known = _INITIALS.get(initials.lower())
        if known is None or known[0].match(prose, match.end()) is None:
            continue
        before = prose[max(0, match.start() - 2) : match.start()]
        if before.endswith(" ") and (not initials.isupper() or not before[:1] > "\u2e80"):
            continue
        yield match.start(), match.end(), known[1]
