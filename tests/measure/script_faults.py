"""The faults of the surface, as a table: characters of another script, and residue of other media."""

import re
from collections.abc import Iterator
from random import Random

from gaojian import Document, Kind
from seeding import Exclusion, Fault, InlineFault, Site

SCRIPT, RESIDUE = "script", "residue"
_TO_TRADITIONAL = dict(zip("这发对开问题时间经济义务报权关", "這發對開問題時間經濟義務報權關", strict=True))
_TO_SIMPLIFIED = {traditional: simplified for simplified, traditional in _TO_TRADITIONAL.items() if simplified != "发"}
_TO_RADICAL = dict(zip("方高一二人入大小工力", "⽅⾼⼀⼆⼈⼊⼤⼩⼯⼒", strict=True))
_HAN = "[\u4e00-\u9fff]"
_QUOTED = Exclusion(
    "within a quotation or a title, which keeps its script",
    re.compile("[“「《『][^”」》』]{0,30}⟦[^⟧]*⟧[^“「《『]{0,30}[”」》』]"),
)


class PlainFault(InlineFault):
    """A fault that is none in Markdown, where its form is legal."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the places in plain text alone."""
        return super().sites(document) if document.kind is Kind.TEXT else iter(())


def in_the_other_script(match: re.Match[str], random: Random) -> str:
    """Return the character as the other script has it."""
    del random
    return f"⟦{_TO_TRADITIONAL.get(match[0]) or _TO_SIMPLIFIED[match[0]]}⟧"


def as_radical(match: re.Match[str], random: Random) -> str:
    """Return the code point that looks like the character."""
    del random
    return f"⟦{_TO_RADICAL[match[0]]}⟧"


def with_letter(match: re.Match[str], random: Random) -> str:
    """Return the number with its first 1 or 0 as a letter."""
    del random
    number = match["number"]
    at = min(place for place in (number.find("1"), number.find("0")) if place >= 0)
    return f"⟦{number[:at]}{'l' if number[at] == '1' else 'O'}{number[at + 1 :]}⟧{match['unit']}"


def as_read_in_latin(match: re.Match[str], random: Random) -> str:
    """Return the words as their bytes in UTF-8 are read by a program that takes them for Latin."""
    del random
    return f"⟦{match[0].encode().decode('latin-1')}⟧"


SCRIPT_FAULTS: tuple[Fault, ...] = (
    InlineFault(
        "a Traditional character in Simplified text",
        SCRIPT,
        ("SCR001",),
        rf"(?<={_HAN})[{''.join(_TO_TRADITIONAL)}](?={_HAN})",
        (in_the_other_script,),
        (_QUOTED,),
    ),
    InlineFault(
        "a Simplified character in Traditional text",
        SCRIPT,
        ("SCR002",),
        rf"(?<={_HAN})[{''.join(_TO_SIMPLIFIED)}](?={_HAN})",
        (in_the_other_script,),
        (_QUOTED,),
    ),
    InlineFault(
        "a letter typed for a digit",
        SCRIPT,
        ("SCR003",),
        r"(?<![0-9A-Za-z.,，/\-—－~～第])(?P<number>(?=[0-9.]*[01])[0-9]{2,6}(?:\.[0-9]{1,2})?)(?P<unit>[万亿]元|[万亿元年月日%人个项])",
        (with_letter,),
    ),
    InlineFault(
        "a radical for a character",
        SCRIPT,
        ("SCR004",),
        rf"(?<={_HAN})[{''.join(_TO_RADICAL)}](?={_HAN})",
        (as_radical,),
    ),
    InlineFault(
        "words read in a wrong encoding", SCRIPT, ("SCR005",), rf"(?<={_HAN}){_HAN}{{4}}(?=[，。])", (as_read_in_latin,)
    ),
    InlineFault(
        "text lost to the replacement character",
        SCRIPT,
        ("SCR005",),
        rf"(?<={_HAN}){_HAN}{{2}}(?={_HAN})",
        ("⟦\ufffd\ufffd⟧",),
    ),
    InlineFault(
        "a line of metadata",
        RESIDUE,
        ("MET001",),
        r"(?<=[。！？])\n(?=[^\n|])",
        ("\n⟦发布时间:2020-01-09 08:30:11⟧\n", "\n⟦更新时间：2021-11-30 17:02⟧\n", "\n⟦浏览次数：1208⟧\n"),
    ),
    InlineFault(
        "a line of a site's furniture",
        RESIDUE,
        ("MET002",),
        r"(?<=[。！？])\n(?=[^\n|])",
        (
            "\n⟦上一篇：没有了⟧\n",
            "\n⟦【打印本页】【关闭窗口】⟧\n",
            "\n⟦扫码关注本站公众号⟧\n",
            "\n⟦转载请注明出处。⟧\n",
        ),
        (Exclusion("a manual, which speaks of such things", re.compile("[`<]")),),
    ),
    PlainFault(
        "an entity left in the text",
        RESIDUE,
        ("MET003",),
        rf"(?<=[。！？])(?={_HAN})",
        ("⟦&nbsp;⟧", "⟦&ldquo;⟧", "⟦<br/>⟧", "⟦</p>⟧"),
    ),
    PlainFault(
        "a page number within the text",
        RESIDUE,
        ("MET004",),
        r"(?<=[一-鿿，])\n(?=[^\n|#])",
        ("\n⟦— 3 —⟧\n", "\n⟦第3页⟧\n", "\n⟦- 12 -⟧\n"),
    ),
)
