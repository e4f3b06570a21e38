"""The faults of the surface, as a table: stray blanks and marks of the wrong width."""

import re
from collections.abc import Iterator
from random import Random

from gaojian import Document, Kind
from seeding import Fault, InlineFault, Site
from sites import because

GROUP = "spacing and width"
HAN = "[一-鿿]"
# Every place between two characters would be a site: a few common characters stand for all.
BEFORE_COMMON = f"(?<={HAN})(?P<next>[管业部资效學機設])"
HALF = dict(zip("，；：！？", ",;:!?", strict=True))
SMALL = dict(zip("，；：！？", "﹐﹔﹕﹗﹖", strict=True))

TABLE = because("a row of a table", r"[|\t│┃]")
NO_SENTENCE = because("a line without stops: a heading, a caption or a list of names", "^[^，。；！？,;]*$")
ARTICLE = because("after the number of an article a blank belongs", "[条條章节節编編款項]⟦[ 　]")
SPREAD = because(
    "a name of two characters or a spread title", rf"(?<!{HAN})(?:{HAN}⟦ ⟧{HAN}{{1,2}}|{HAN}{{2}}⟦ ⟧{HAN})(?!{HAN})"
)
LABEL = because("a word before a colon is the label of the next field", rf"⟦ ⟧{HAN}{{1,6}}[：:]")
SHORT_START = because("a short word at the start of a line may be a label or a number", rf"^[^一-鿿]*{HAN}{{1,2}}⟦ ⟧")
ITEM_LABEL = because("the term of an item may be set off", rf"^[^一-鿿]*[一二三四五六七八九十]{{1,3}}、{HAN}{{1,2}}⟦ ⟧")
NAME = because(
    "may be a name after a title, before a bracket or at the end",
    rf"(?:[理长長员員记記者任授士师師官席书書辑輯作]⟦ ⟧{HAN}{{1,4}}(?!{HAN})|⟦ ⟧{HAN}{{1,4}}(?:[）)\s]|$))",
)
LIST = because("words set off by blanks on both sides are a list", rf"[ 　]{HAN}{{1,3}}⟦ ⟧|⟦ ⟧{HAN}{{1,3}}[ 　]")
DATE = because("after a date a blank sets off what was done", "[0-9一二三四五六七八九十〇○][年月日号號时時]⟦ ⟧")
TITLE = because("inside title marks: a title of two lines", "《[^《》]*⟦ ⟧")
OPENING = because("a number or a label opens the line", r"^[^，。；：！？]{0,9}[）)、．.：:]⟦ ⟧")
NEXT_ITEM = because(
    "an item or a field follows", rf"⟦ ⟧(?:[（(][一二三四五六七八九十0-9]|[0-9]+[.．、]|{HAN}{{1,6}}[：:])"
)
FOREIGN = because(
    "beside a foreign word, which is set off by blanks", r"[!-~]⟦ ⟧|[!-~][”》）」]⟦ ⟧|⟦ ⟧[“《（「]?[!-~￼*_]"
)
TRADITIONAL = because("Traditional text, where this form is in use", "[條國會與關們為應規學機設務業該依據]")
ALREADY = because("the line already holds such a mark before", f"(?<={HAN})[,;:!?](?={HAN}).*⟦[,;:!?]")
HEADING_MARK = because(
    "the mark of a heading, which another check looks at", r"^[\s#*>-]*⟦\([一二三四五六七八九十百]+\)⟧"
)
NUMERAL = because(
    "beside Chinese numerals, where it is a zero", "[一二三四五六七八九〇零○]⟦|⟧[一二三四五六七八九〇零○]"
)


def spaced(match: re.Match[str], _: Random) -> str:
    """Return the digits with a blank between each two."""
    return f"⟦{' '.join(match['number'])}⟧"


def split_year(match: re.Match[str], draws: Random) -> str:
    """Return the year with one blank in it."""
    place = draws.randint(1, 3)
    return f"⟦{match['number'][:place]} {match['number'][place:]}⟧"


def halfwidth(match: re.Match[str], _: Random) -> str:
    """Return the half-width form of the mark."""
    return f"⟦{HALF[match['mark']]}⟧"


def small(match: re.Match[str], _: Random) -> str:
    """Return the small form of the mark."""
    return f"⟦{SMALL[match['mark']]}⟧"


def fullwidth(match: re.Match[str], _: Random) -> str:
    """Return the full-width form of the digits."""
    return f"⟦{''.join(chr(ord(digit) + 0xFEE0) for digit in match['number'])}⟧"


class PlainTextFault(InlineFault):
    """A fault in plain text: in Markdown a single line break does not end a paragraph."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the sites of plain text."""
        return super().sites(document) if document.kind is Kind.TEXT else iter(())


SENTENCE = (TABLE, NO_SENTENCE, ARTICLE, SPREAD, LABEL, SHORT_START, ITEM_LABEL, NAME, LIST, DATE, TITLE)
BESIDE = (TABLE, ARTICLE, OPENING, NEXT_ITEM, FOREIGN, DATE)

SPACING_FAULTS: tuple[Fault, ...] = (
    InlineFault("blank between Han", GROUP, ("SPC001",), BEFORE_COMMON, (r"⟦ ⟧\g<next>",), SENTENCE),
    InlineFault(
        "blank before a mark", GROUP, ("SPC002",), rf"(?<={HAN})(?P<mark>[“《；”」])", (r"⟦ ⟧\g<mark>",), BESIDE
    ),
    InlineFault(
        "blank after a mark", GROUP, ("SPC002",), r"(?P<mark>[”》；」。])(?=[一-鿿“《])", (r"\g<mark>⟦ ⟧",), BESIDE
    ),
    InlineFault("blank inside marks", GROUP, ("SPC002",), rf"(?P<mark>[“《「])(?={HAN})", (r"\g<mark>⟦ ⟧",), BESIDE),
    InlineFault(
        "invisible character",
        GROUP,
        ("SPC003",),
        BEFORE_COMMON,
        tuple(rf"⟦{character}⟧\g<next>" for character in "\u200b\ufeff\u00ad\u2060\u202e\u00a0\x07"),
    ),
    InlineFault(
        "digits of a year spaced",
        GROUP,
        ("SPC004",),
        r"(?<![0-9/.\-])(?P<number>(?:19|20)[0-9]{2})(?=年)",
        (spaced,),
        (TABLE,),
    ),
    InlineFault(
        "blank in a year",
        GROUP,
        ("SPC004",),
        r"(?<![0-9/.\-])(?P<number>(?:19|20)[0-9]{2})(?=年)",
        (split_year,),
        (TABLE,),
    ),
    InlineFault(
        "digits of an amount spaced",
        GROUP,
        ("SPC004",),
        rf"(?<={HAN})(?<![表图第条附件])(?P<number>[0-9]{{2,6}})(?=[亿万]|[%％元个户项])",
        (spaced,),
        (TABLE,),
    ),
    PlainTextFault(
        "line broken at a mark",
        GROUP,
        ("SPC005",),
        rf"(?<={HAN}{{4}})(?:，(?={HAN}{{3}})|(?P<closer>[”》）。])(?={HAN}))",
        (lambda match, _: f"⟦\n⟧{match['closer']}" if match["closer"] else "，⟦\n⟧",),
        (
            TRADITIONAL,
            because("a short line that ends in a comma may be a salutation or verse", r"^\s*.{0,20}，⟦"),
            because("an item may follow a comma", r"，⟦\n⟧[一二三四五六七八九十第]"),
        ),
    ),
    InlineFault(
        "half-width mark",
        GROUP,
        ("WID001",),
        rf"(?<={HAN})(?P<mark>[；：！？](?=[一-鿿“《\n])|，(?=[由应在并]))",
        (halfwidth,),
        (TABLE, ALREADY),
    ),
    InlineFault(
        "half-width brackets",
        GROUP,
        ("WID002",),
        rf"（(?P<inside>[^（）()\n]{{0,60}}{HAN}[^（）()\n]{{0,60}})）",
        (r"⟦(\g<inside>)⟧",),
        (TRADITIONAL, HEADING_MARK, because("such a pair stands before", rf"\([^()]*{HAN}[^()]*\).*⟦\(")),
    ),
    InlineFault(
        "full-width digits",
        GROUP,
        ("WID003",),
        r"(?<![0-9])(?P<number>[0-9]{1,4})(?=[年月日])",
        (fullwidth,),
        (TRADITIONAL, NUMERAL),
    ),
    InlineFault(
        "small form of a mark", GROUP, ("WID004",), rf"(?<={HAN})(?P<mark>[；：！？])", (small,), (TRADITIONAL,)
    ),
)
