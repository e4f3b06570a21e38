"""SPC007 space-between-han-and-digits."""

from collections.abc import Iterator
from typing import NamedTuple

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.genre import Genre
from gaojian_checks.spacing._blanks import HAN, text_around
from gaojian_checks.spacing._places import once

# A股 and T恤 are words; 图 1 and 附件 2 are set off in many house styles.
_WORD = Pattern("(?<![A-Za-z])[A-Z](?![A-Za-z])")
_CAPTION = Pattern(r"[表图圖件例式注題题第步条條章节節] ?[0-9]{0,4}$")
_CLOCK = Pattern("[0-9]{1,2}[:：][0-9]")
_STOPS = frozenset("，。；,;")
_OFFICIAL = frozenset({genre.value for genre in Genre} - {Genre.GENERAL.value, Genre.TECHNICAL.value})
_FEWEST = 10
_LARGEST_SHARE = 0.1


class _Script(NamedTuple):
    """Digits or letters: how they are called, what of them touches Han with a blank and without, and where."""

    name: Text
    spaced: Pattern
    touching: Pattern
    joint: Pattern


_SCRIPTS = tuple(
    _Script(
        name,
        Pattern(f" (?:(?<=[{HAN}] )(?=[{characters}])|(?<=[{characters}] )(?=[{HAN}]))", " "),
        Pattern(f"[{characters}](?:(?=[{HAN}])|(?<=[{HAN}].))"),
        Pattern(f"(?<=[{HAN}])(?=[{characters}])|(?<=[{characters}])(?=[{HAN}])"),
    )
    for name, characters in ((Text("数字", "digits"), "0-9"), (Text("外文", "foreign letters"), "A-Za-z"))
)


class SpaceBetweenHanAndDigits(Check):
    """汉字与数字、外文之间的空格不一致：全文写“2024年”，却有一两处写“2024 年”；或者正好相反。

    公文的习惯是不空格，技术文档的习惯是空一格，两种都通行，所以前后一致的不报；个别地方与全文不同的
    （不满一成），报一条，给出处数，修复一次改齐。数字和外文分别计算。
    在配置中声明了 profile 的，按声明的习惯查：report、notice 等公文不空格，technical 空一格，不论多少都报。

    不报：“图 1”“附件 2”“第 3 条”一类编号，“A股”“T恤”一类词，表格，繁体文稿，代码。

    Blanks between Han and digits or letters. Official documents have none, technical ones have one, and both habits are
    legal: reported are the few places that differ from the rest of the document, once, as a note. A declared profile
    says which habit to hold a document to. Captions, words such as A股, tables and Traditional text are left alone.
    """

    code = "SPC007"
    name = "space-between-han-and-digits"
    title = Text("汉字与数字之间的空格不一致", "inconsistent blanks between Han and digits")
    severity = Severity.NOTE
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
        is_declared = document.profile in _OFFICIAL or document.profile == Genre.TECHNICAL.value
        prose = document.prose
        for script in _SCRIPTS:
            # Nearly all documents lack one of the two, which the first search tells.
            if not is_declared and not (script.spaced.search(prose) and script.touching.search(prose)):
                continue
            spaced = [Span(*match.span()) for match in script.spaced.finditer(prose)]
            touching = [Span(*match.span()) for match in script.joint.finditer(prose)]
            edits = _minority(document, spaced, touching)
            if edits and not document.get(is_taiwanese):
                yield _finding(edits, script.name)


def _minority(document: Document, spaced: list[Span], touching: list[Span]) -> list[Edit]:
    """Return the edits that make the document consistent, or none if it is, or has no habit."""
    total = len(spaced) + len(touching)
    if document.profile in _OFFICIAL:
        removed = True
    elif document.profile == Genre.TECHNICAL.value:
        removed = False
    elif total < _FEWEST or min(len(spaced), len(touching)) > _LARGEST_SHARE * total:
        return []
    else:
        removed = len(spaced) < len(touching)
    prose = document.prose
    if removed:
        places = [span for span in spaced if _is_in_sentence(document, span)]
    else:
        places = [
            span for span in touching if not _WORD.match(prose, span.start) and not _WORD.match(prose, span.start - 1)
        ]
    return [Edit(span, "" if removed else " ") for span in places if text_around(document, span) is not None]


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
            f"别处汉字与{name.zh}之间都空一格，这里没有空{zh}",
            f"elsewhere a blank stands between Han and {name.en}, here there is none{en}",
        )
        return once(edits, message, Text("补上空格", "add the blank"))
    message = Text(
        f"别处汉字与{name.zh}之间都不空格，这里多了空格{zh}",
        f"elsewhere no blank stands between Han and {name.en}, here there is one{en}",
    )
    return once(edits, message, Text("删去空格", "delete the blank"))
