"""SPC007 space-between-han-and-digits."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, NamedTuple, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.habits import once
from gaojian_checks.language.latin import latin
from gaojian_checks.spacing._blanks import HAN, blanks, text_around

# A股 and T恤 are words; 图 1 and 附件 2 are set off in many house styles.
_WORD = Pattern("(?<![A-Za-z])[A-Z](?![A-Za-z])")
_CAPTION = Pattern(r"[表图圖件例式注題题第步条條章节節] ?[0-9]{0,4}$")
_CLOCK = Pattern("[0-9]{1,2}[:：][0-9]")
_STOPS = frozenset("，。；,;")
_OFFICIAL = frozenset({kind.value for kind in Genre} - {Genre.GENERAL.value, Genre.TECHNICAL.value})
_FEWEST = 10
_LARGEST_SHARE = 0.1
# More blanks than this are no slips, and need not be held against the places without one.
_MOST = 20


class _Script(NamedTuple):
    """Digits or letters: how they are called, where they follow Han, where Han follow, and whether they are letters."""

    name: Text
    begins: Pattern
    ends: Pattern
    letters: bool


_LETTERS = "A-Za-z"
_HAS_LETTERS = Pattern(f"[{_LETTERS}]")
_BESIDE_LETTERS = Pattern(f" (?:(?<=[{HAN}] )(?=[{_LETTERS}])|(?<=[{_LETTERS}] )(?=[{HAN}]))", " ")
_SCRIPTS = tuple(
    _Script(name, Pattern(f"[{own}](?<=[{HAN}].)"), Pattern(f"[{own}](?=[{HAN}])"), own == _LETTERS)
    for name, own in ((Text("数字", "digits"), "0-9"), (Text("外文", "foreign letters"), _LETTERS))
)


class SpaceBetweenHanAndDigits(Check):
    """汉字与数字、外文之间的空格不一致：全文写“2024年”，却有一两处写“2024 年”。

    公文的习惯是不空格，技术文档的习惯是空一格，两种都通行，所以前后一致的不报；通篇不空格、只有个别地方
    （不满一成）多空的，报一条，给出处数，修复一次改齐。数字和外文分别计算。
    在配置中声明了 profile 的，按声明的习惯查：report、notice 等公文不空格，technical 空一格，不论多少都报。

    不报：“图 1”“附件 2”“第 3 条”一类编号，“A股”“T恤”一类词，表格，繁体文稿，代码，没有声明的技术文档。

    Blanks between Han and digits or letters. Official documents have none, technical ones have one, and both habits are
    legal: reported are the few blanks in a document that otherwise has none, once, as a note. A declared profile says
    which habit to hold a document to. Captions, words such as A股, tables and Traditional text are left alone, and so
    are technical documents that are not declared as such.
    """

    code = "SPC007"
    name = "space-between-han-and-digits"
    title = Text("汉字与数字之间的空格不一致", "inconsistent blanks between Han and digits")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    basis = (
        "GB/T 9704—2012 示例：数字与汉字之间不空格",
        "实测：1090份大陆文件中，夹用数字10处以上的，99%前后一致或只有不满一成的例外",
    )
    examples = (
        bad(
            "2024年3月开工，2025年9月完工，投资30万元，占地8亩，建房2栋，12⟦ ⟧户入住。",
            fixed="2024年3月开工，2025年9月完工，投资30万元，占地8亩，建房2栋，12户入住。",
        ),
        bad(
            {"手册.md": "用 `go` 写的 API 调用 SDK 接口，把 JSON 转成 XML 再交给 HTTP 服务，用 TLS⟦⟧加密。\n"},
            fixed="用 `go` 写的 API 调用 SDK 接口，把 JSON 转成 XML 再交给 HTTP 服务，用 TLS 加密。\n",
            profile="technical",
        ),
        bad("截至⟦ ⟧2024 年，共有 12 户。", fixed="截至2024年，共有12户。", profile="notice"),
        bad({"手册.md": "共有⟦⟧3个节点。\n"}, fixed="共有 3 个节点。\n", profile="technical"),
        good("截至 2024 年，共有 12 户，投资 30 万元，占地 8 亩，建房 2 栋，3 月完工。"),
        good("截至2024年，共有12户，投资30万元，占地8亩，建房2栋，3月完工。"),
        good("截至2024年，共有 12 户。"),
        good("第四条 2024年3月5日 18:00前报送，联系人另告。\n截止 3 月", profile="notice"),
        good("2024年3月开工，2025年9月完工，投资30万元，占地8亩，建房2栋，见图 1 和附件 2。", profile="notice"),
        good({"手册.md": "买 A股 用 API 接口。\n"}, profile="technical"),
        good("依本條例第 3 條規定，102年度預算案應於10日內送達，共5人出席，列席3人，請假2人，計10人到會。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for digits and one for letters, where few places differ from the rest or from the profile."""
        profile = document.profile
        for script in _SCRIPTS:
            if profile == Genre.TECHNICAL.value:
                edits = _missing(document, script)
            elif profile in _OFFICIAL or document.get(genre) is not Genre.TECHNICAL:
                edits = _superfluous(document, script)
            else:
                continue
            if edits:
                yield _finding(edits, script.name)


def _missing(document: Document, script: _Script) -> list[Edit]:
    """Return the edits that add a blank wherever Han touches ``script``."""
    prose = document.prose
    places = [Span(at, at) for at in sorted(_touches(prose, script))]
    return [
        Edit(span, " ")
        for span in places
        if not (_WORD.match(prose, span.start) or _WORD.match(prose, span.start - 1)) and text_around(document, span)
    ]


def _superfluous(document: Document, script: _Script) -> list[Edit]:
    """Return the edits that delete the blanks, or none where they are the habit of an undeclared document."""
    spaced = _spaced(document, script)
    if document.profile not in _OFFICIAL and not (0 < len(spaced) <= _MOST and _are_few(document, script, len(spaced))):
        return []
    return [Edit(span, "") for span in spaced if _is_in_sentence(document, span)]


def _spaced(document: Document, script: _Script) -> list[Span]:
    if not script.letters:
        return [Span(at, at + 1) for at in document.get(blanks).number]
    if not _HAS_LETTERS.search(document.get(latin)):
        return []
    return [Span(*match.span()) for match in _BESIDE_LETTERS.finditer(document.prose)]


def _are_few(document: Document, script: _Script, spaced: int) -> bool:
    """Return whether the ``spaced`` places are few beside those without a blank, which are counted no further."""
    for total, _ in enumerate(_touches(document.prose, script), spaced + 1):
        if total >= _FEWEST and spaced <= _LARGEST_SHARE * total:
            return True
    return False


def _touches(prose: str, script: _Script) -> Iterator[int]:
    """Yield the places where Han touches ``script``, in no order."""
    # Two scans for a class, for one that may begin with either takes five times as long.
    yield from (match.start() for match in script.begins.finditer(prose))
    yield from (match.end() for match in script.ends.finditer(prose))


def _is_in_sentence(document: Document, span: Span) -> bool:
    """Return whether a blank stands in running text, and does not set off a caption, an article or a time."""
    around = text_around(document, span)
    if around is None or (_STOPS.isdisjoint(around[0]) and _STOPS.isdisjoint(around[1])):
        return False
    return not (_CAPTION.search(around[0][-6:]) or _CLOCK.match(around[1]))


def _finding(edits: list[Edit], name: Text) -> Finding:
    zh = f"，全文共{len(edits)}处" if len(edits) > 1 else ""
    en = f", {len(edits)} places in all" if len(edits) > 1 else ""
    if edits[0].replacement:
        message = Text(
            f"技术文档在汉字与{name.zh}之间空一格，这里没有空{zh}",
            f"a blank belongs between Han and {name.en} in technical documents, here there is none{en}",
        )
        return once(edits, message, Text("补上空格", "add the blank"))
    message = Text(
        f"汉字与{name.zh}之间不空格，这里多了空格{zh}",
        f"no blank belongs between Han and {name.en}, here there is one{en}",
    )
    return once(edits, message, Text("删去空格", "delete the blank"))
