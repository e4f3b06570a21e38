"""The faults of the surface, as a table: marks doubled, in conflict or of a wrong form, and doubled function words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from gaojian import Document, Span
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import outline
from seeding import Fault, InlineFault, Seeded, Site, genre_of
from sites import ABOUT_MARKS, because

MARKS = "punctuation"
HAN = "[一-鿿]"
DIGITS = "一二三四五六七八九"
FRAME = because("a row of a table drawn with frames or bars", "[│┃|]")
TRADITIONAL = because("Traditional text, for which the norm is another", "[國條號會為應縣個與]")
HALF = because("half an ellipsis in Traditional text, which shows menus", "[國條號會為應縣個與關機構員請定][^\n]*⟦…⟧")
MANUAL = because("code or Latin beside it, as in a manual", r"[`￼A-Za-z\]*]⟦|⟧ ?[`￼A-Za-z\[*]")
ITEM = rf"(?<=、)(?P<item>{HAN}{{2,6}})等(?=[，。；]|产业|方面|工作|内容|单位|部门|措施)"


def neighbours(match: re.Match[str], _: Random) -> str:
    """Return the number as an approximate one with a comma: 三个 becomes 三、四个."""
    first = match["number"]
    return f"⟦{first}、{DIGITS[DIGITS.index(first) + 1]}⟧{match['unit']}"


@dataclass(frozen=True)
class HeadingStop(Fault):
    """A full stop after a numbered heading with a line of its own, whose siblings have none."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the end of every such heading that has at least three siblings and text below it."""
        if document.get(genre) is Genre.STATUTE:
            return
        headings = [heading for heading in document.get(outline) if heading.level in {14, 15}]
        whole = Counter((heading.parent, heading.level) for heading in headings)
        bare = Counter((h.parent, h.level) for h in headings if document.prose[h.span.end : h.span.end + 1] == "\n")
        for heading, following in pairwise(headings):
            key = heading.parent, heading.level
            below = document.prose[heading.span.end : following.span.start]
            if bare[key] == whole[key] > 3 and below.strip() and len(heading.text) < 30 and heading.text[-1].isalpha():
                yield Site(document, heading.span.end, genre_of(document))

    def exclusion(self, site: Site) -> str | None:  # noqa: ARG002
        """Return None: what is no such heading is no site."""
        return None

    def seed(self, site: Site) -> Seeded:
        """Return the document with a full stop after the heading."""
        text, at = site.document.text, site.start
        document = Document(site.document.path, f"{text[:at]}。{text[at:]}", site.document.kind)
        return Seeded(document, (Span(at, at + 1),))


PUNCTUATION_FAULTS: tuple[Fault, ...] = (
    InlineFault(
        "mark doubled",
        MARKS,
        ("PUN001",),
        rf"(?<={HAN})(?P<mark>[，。、；：])(?=[一-鿿\n“《])",
        (r"⟦\g<mark>\g<mark>⟧", r"⟦\g<mark>\g<mark>⟧", r"⟦\g<mark>\g<mark>\g<mark>⟧"),
        (
            ABOUT_MARKS,
            FRAME,
            because("three full stops stand for an ellipsis", "⟦。。。⟧"),
        ),
    ),
    InlineFault(
        "mark doubled in half width or with a blank",
        MARKS,
        ("PUN001",),
        rf"(?<={HAN})(?P<mark>[，])(?={HAN})",
        ("⟦，,⟧", "⟦,，⟧", "⟦， ，⟧"),
        (ABOUT_MARKS, FRAME),
    ),
    InlineFault(
        "mark in conflict",
        MARKS,
        ("PUN002",),
        rf"(?<={HAN})[，；](?={HAN})",
        ("⟦，。⟧", "⟦；。⟧", "⟦、，⟧", "⟦：。⟧", "⟦。，⟧", "⟦，；⟧", "⟦？。⟧"),
        (ABOUT_MARKS, FRAME),
    ),
    InlineFault(
        "comma inside a bracket",
        MARKS,
        ("PUN002",),
        rf"（(?P<words>{HAN}[^（）\n]{{1,20}}{HAN})）",
        (r"（⟦，⟧\g<words>）", r"（⟦、⟧\g<words>）", r"（\g<words>⟦、⟧）", r"（\g<words>⟦，⟧）"),
        (ABOUT_MARKS, FRAME),
    ),
    InlineFault(
        "ellipsis of another form",
        MARKS,
        ("PUN004",),
        rf"(?<={HAN})。(?=\n)",
        ("⟦...⟧", "⟦。。。⟧", "⟦…⟧", "⟦......⟧", "⟦。。。。。。⟧", "⟦···⟧"),
        (ABOUT_MARKS, FRAME, because("等 beside it, which is another fault", "等⟦"), HALF),
    ),
    InlineFault(
        "ellipsis beside 等", MARKS, ("PUN005",), ITEM, (r"\g<item>⟦……等⟧", r"\g<item>⟦...等⟧", r"\g<item>⟦等……⟧")
    ),
    InlineFault("comma before 等", MARKS, ("PUN010",), ITEM, (r"\g<item>⟦、⟧等",)),
    InlineFault(
        "dash of another form",
        MARKS,
        ("PUN006",),
        rf"(?<={HAN})——(?={HAN})|(?<=\n)——(?={HAN})",
        ("⟦--⟧", "⟦──⟧", "⟦———⟧", "⟦－－⟧", "⟦――⟧"),
        (FRAME, MANUAL, because("may be meant for a range of time", "[年月日时]⟦--⟧[一二三四五六七八九十]")),
    ),
    InlineFault(
        "comma after a number in brackets",
        MARKS,
        ("PUN007",),
        rf"(?<=\n)(?P<number>[（(][{DIGITS}十]{{1,3}}[）)])(?={HAN})",
        (r"⟦\g<number>、⟧",),
    ),
    InlineFault(
        "comma in an approximate number",
        MARKS,
        ("PUN008",),
        rf"(?<=[^{DIGITS}十百千万零〇第、两\n至到和或—－0-9．.：:；;。（()）\s])(?P<number>[一二三四五六七])"
        r"(?P<unit>个月|年(?=[，。来以内])|天|名|人(?=[，。以])|倍|公里|小时|万|百)",
        (neighbours,),
        (TRADITIONAL,),
    ),
    InlineFault(
        "full stop after a Markdown heading",
        MARKS,
        ("PUN009",),
        rf"(?<=\n)(?P<heading>#{{1,6}} [^\n]{{1,40}}{HAN})(?=\n)",
        (r"\g<heading>⟦。⟧",),
    ),
    HeadingStop("full stop after a numbered heading", MARKS, ("PUN009",)),
    InlineFault(
        "semicolon after a full stop",
        MARKS,
        ("PUN011",),
        r"一是(?P<first>[^。；“”（）\n]{4,80})，(?P<second>[^。；“”（）\n]{4,80})；(?=二是)",
        (r"一是\g<first>。\g<second>⟦；⟧",),
    ),
    InlineFault(
        "no mark at the end of a paragraph",
        MARKS,
        ("PUN012",),
        rf"(?<=[^\n]{{60}})(?P<last>{HAN})。(?=\n)",
        (r"⟦\g<last>⟧",),
        (
            FRAME,
            because("no full stop before it in the paragraph, which may be a heading or an item", "^[^。]*⟦"),
            because("ends like half a sentence", "[的和与與及或在为為对對由以于於其是同]⟧"),
            because("a manual, told by code or Latin in the paragraph", r"[`￼]|[A-Za-z]{3}"),
        ),
    ),
    InlineFault(
        "dot in the name of a day",
        MARKS,
        ("PUN014",),
        r"“[^“”\n]{1,8}”",
        ("“⟦3.15⟧”", "“⟦12.4⟧”", "“⟦五·四⟧”", "“⟦九·一八⟧”", "“⟦4•26⟧”"),
    ),
    InlineFault(
        "connector of a range doubled",
        MARKS,
        ("PUN015",),
        r"(?<=[^0-9—-])(?P<year>(?:19|20)[0-9]{2}年?|[0-9]{1,2}月)(?=[，。的，至])",
        (r"\g<year>⟦--⟧2021年", r"\g<year>⟦——⟧2021年"),
        (TRADITIONAL,),
    ),
    InlineFault(
        "function word doubled",
        MARKS,
        ("DUP007",),
        rf"(?<={HAN})(?P<word>[了的是在和与对将被])(?={HAN})",
        (r"\g<word>⟦\g<word>⟧",),
        (
            because(
                "two words: 目的的, 现在在, 应对对, 行为为",
                "[目标標有中](?:的⟦的)|[时時甚终終末完](?:了⟦了)|[存实現现所内潜外好](?:在⟦在)"
                "|[应应针面相核校反绝成结配比查](?:对⟦对)|[总饱共缓柔平温调融祥中人不亲](?:和⟦和)|参与⟦与|[即必行上大主]将⟦将",
            ),
            because(
                "two words: 了了解, 是是否, 对对方, 和和平, 的的确",
                "了⟦了⟧[解结断斷之一却心事]|是⟦是⟧[非否]|对⟦对⟧[外方象手口等应策抗话标称付于]|和⟦和⟧[平睦谐美气好解约谈会衷]|的⟦的⟧[确士]"
                "|将⟦将⟧[士军领近来要]|被⟦被⟧[子告害套执申选征动委覆服]|与⟦与⟧[会否时共]",
            ),
            because("two words: 但是是, 就是是", "[但求于要就还可只总若或凡倒的国不而这都也更](?:是⟦是)"),
        ),
    ),
)
