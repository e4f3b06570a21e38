"""BLK005 missing-session-ordinal."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.blanks._surroundings import BLANKS, MASKS, NUMERALS
from gaojian_checks.language.genre import Genre, genre

_HAN = "一二三四五六七八九十"
_NONE = f"{NUMERALS}{MASKS}A-Za-zＸ"
_NO_ORDINAL = f"{_NONE}本上下历歷每各应應首末新换換该該往当當第逐"
_SESSION = (
    f"[{_HAN}]中(?:全[会會]|、)|历次全会|全国人大|全國人大|中央[委纪紀]"
    f"|[{_HAN}]{{1,3}}次(?:全[会會]|[会會][议議]|全[体體])|中全[会會]|人大|人民代表大|政[协協]"
)
_PATTERNS = (
    # 党的届四中全会, 十八届中全会; 本届, 历届, 换届 and the like are words.
    *(Pattern(f"{x}(?:(?<![{_NO_ORDINAL}]{x})(?={_SESSION})|中全[会會])", x) for x in "届屆"),
    Pattern(
        f"第(?=[{BLANKS}届屆次期个個])(?:[个個](?=[五教国國全世])"
        f"|[{BLANKS}]{{0,6}}(?:[届屆](?![满滿时時])|次(?![数數序日要级級生元品])|期(?![间間限])))",
        "第",
    ),
    Pattern("次(?<=[大届屆会會协協委]次)(?:全[体體])?(?:[会會][议議]|全[会會])", "次"),
)


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
        for pattern in _PATTERNS:
            for match in pattern.finditer(document.prose):
                blank = any(character in BLANKS for character in match[0])
                if not (blank and prescribes):
                    yield Finding(Span(*match.span()), _message(match[0]))


def _message(text: str) -> Text:
    return Text(
        f"“{text}”没有序数：请补上第几届、第几次或第几期",
        f"{text} lacks its ordinal: say which session, meeting or issue",
    )
