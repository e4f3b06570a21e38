"""BLK005 missing-session-ordinal."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Span, Text, bad, good
from gaojian_checks.blanks._surroundings import BLANKS, MASKS, NUMERALS
from gaojian_checks.language.clues import clues
from gaojian_checks.language.genre import Genre, genre

_HAN = "一二三四五六七八九十"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzＸ"
# 本届, 历届, 换届 are words.
_WORDS = frozenset(NUMERALS + MASKS + _LATIN + "本上下历歷每各应應首末新换換该該往当當第逐")
_PLENUM = ("中全会", "中全會")
_BODIES = (
    *(*_PLENUM, "历次全会", "全国人大", "全國人大", "中央委", "中央纪", "中央紀"),
    *("人大", "人民代表大", "政协", "政協"),
)
_NUMBERED = ("次全会", "次全會", "次会议", "次會議", "次全体", "次全體")
_MEETINGS = ("全体会议", "全體會議", "全体全会", "会议", "會議", "全会", "全會")
_ASSEMBLIES = frozenset("大届屆会會协協委")
_BEFORE_ISSUE = frozenset("第" + BLANKS)
_BEFORE_MEETING = _BEFORE_ISSUE | _ASSEMBLIES
_WIDEST_GAP = 6
# 第个五年计划; 第次, 第期 and 第届 that begin another word.
_NATIONAL = frozenset("五教国國全世")
_NOT_BEFORE = {
    **dict.fromkeys("届屆", frozenset("满滿时時")),
    "次": frozenset("数數序日要级級生元品"),
    "期": frozenset("间間限"),
}


class MissingSessionOrdinal(Check):
    """届次缺数：“党的届四中全会”“第届”“第次全体会议”里没有届次。

    届次是会议名称的一部分，缺了就不知道是哪一次会议；多由过滤、转换或套用旧稿时丢字造成，同一处常常还丢了年份。
    不报：“本届、上届、历届、应届、换届”“本次会议、历次会议、首次”，以及届次已写明的“十七届四中全会”“第三届第二次会议”；
    法规、文书样式和格式文本里留空的“第　届”不报。

    The ordinal of a congress, session or issue is gone: 党的届四中全会, 第届, 第次全体会议, 十八届中全会. Words
    made with 届 and 次 (本届, 换届, 历次会议) are left alone, as are blanks in statutes and specimens.
    """

    code = "BLK005"
    name = "missing-session-ordinal"
    title = Text("届次缺数", "missing session ordinal")
    severity = Severity.ERROR
    basis = ("GB/T 15835—2011 5.2（届次、会议名称用汉字数字）", "规范文本二千万字中这些形式不出现")
    needs_paragraphs = True
    examples = (
        bad("认真学习贯彻党的⟦届⟧四中全会精神。"),
        bad("传达了市委⟦届⟧十二次全会精神。"),
        bad("十八⟦届中全会⟧作出决定。"),
        bad("在⟦第届⟧运动会上获得金牌。"),
        bad("⟦第次⟧全体会议听取了工作汇报。"),
        bad("五届人大⟦次会议⟧审议通过了预算。"),
        bad("这是我国⟦第个⟧五年计划的头一年。"),
        good("认真学习贯彻党的十七届四中全会和市委二届十二次全会精神。"),
        good("本届政府任期五年，历届领导班子都重视这项工作，换届工作已经结束。"),
        good("应届毕业生可以报名，历次会议都讨论过，首次会议在五月召开。"),
        good("第十届人民代表大会第三次会议今天开幕。"),
        good("本次会议由主任主持，该次会议和各次全体会议的记录存档。"),
        good("任期届满，届时另行通知。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every ordinal that is not there."""
        prescribes = document.get(genre) in (Genre.STATUTE, Genre.SPECIMEN)
        prose = document.prose
        for span in _spans(document):
            text = prose[span.start : span.end]
            if not (prescribes and any(blank in text for blank in BLANKS)):
                yield Finding(span, _message(text))


def _spans(document: Document) -> Iterator[Span]:
    prose, signs = document.prose, document.get(clues)
    for unit in "届屆":
        for place in signs.of(unit):
            if span := _unnumbered(prose, place) or _congress(prose, place):
                yield span
    for unit, before in (("次", _BEFORE_MEETING), ("期", _BEFORE_ISSUE)):
        for place in [place for place in signs.of(unit) if prose[place - 1] in before]:
            if span := _unnumbered(prose, place) or _meeting(prose, place):
                yield span
    for place in (*signs.of("个"), *signs.of("個")):
        if prose[place - 1] == "第" and prose[place + 1 : place + 2] in _NATIONAL:
            yield Span(place - 1, place + 1)


def _unnumbered(prose: str, unit: int) -> Span | None:
    """Return the span of 第届: 第, only blanks, and the unit."""
    first = max(0, unit - _WIDEST_GAP - 1)
    words = prose[first:unit].rstrip(BLANKS)
    if not words.endswith("第") or prose[unit + 1 : unit + 2] in _NOT_BEFORE[prose[unit]]:
        return None
    return Span(first + len(words) - 1, unit + 1)


def _congress(prose: str, start: int) -> Span | None:
    """Return the span of the 届 in 党的届四中全会 and of the 届中全会 in 十八届中全会."""
    if prose[start - 1 : start] not in _WORDS and _is_session(prose[start + 1 : start + 9]):
        return Span(start, start + 1)
    return Span(start, start + 4) if prose.startswith(_PLENUM, start + 1) else None


def _meeting(prose: str, start: int) -> Span | None:
    """Return the span of the 次会议 in 五届人大次会议."""
    if prose[start - 1] not in _ASSEMBLIES:
        return None
    meeting = next((name for name in _MEETINGS if prose.startswith(name, start + 1)), None)
    return Span(start, start + 1 + len(meeting)) if meeting else None


def _is_session(right: str) -> bool:
    words = right.lstrip(_HAN)
    number = len(right) - len(words)
    if not number:
        return right.startswith(_BODIES)
    return right.startswith((*_PLENUM, "中、"), 1) or (number <= 3 and words.startswith(_NUMBERED))


def _message(text: str) -> Text:
    return Text(
        f"“{text}”没有序数：请补上第几届、第几次或第几期",
        f"{text} lacks its ordinal: say which session, meeting or issue",
    )
