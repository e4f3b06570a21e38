"""SCR004 homoglyph."""

import unicodedata
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.scarce import CYRILLIC, scarce
from gaojian_checks.language.script import unusual

_RADICAL = Pattern("[\u2e80-\u2fd5\uf900-\ufad9\U0002f800-\U0002fa1d]")
# The supplement of radicals has no compatibility mapping; these are the forms that simplified characters have.
_FORMS, _MEANT = (
    "⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳⻁⻣",
    "母西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟虎骨",
)
_SUPPLEMENT = dict(zip(_FORMS, _MEANT, strict=True))
_CYRILLIC = dict(zip("аеорсухіАВЕКМНОРСТХІ", "aeopcyxiABEKMHOPCTXI", strict=True))
# Rare characters that scans give for common ones: only where the word proves it.
_WORDS = Pattern("釆(?=[取用购購集访訪纳納伐掘])|巿(?=[场場政长長民区區县縣委级級])")
_COMMON = {"釆": "采", "巿": "市"}
_MIXED = Pattern(f"[{CYRILLIC}]+(?:(?<=[A-Za-z][{CYRILLIC}])|(?=[A-Za-z]))")


class Homoglyph(Check):
    """形似异码：部首、兼容汉字的码位（“⽅”不是“方”），拉丁词里的西里尔字母，“釆取”“巿政府”。

    看上去一模一样，却不是同一个字：查找、替换、排序都找不到它。多从 PDF 复制而来。改成通用的字不影响文意，可以放心改。

    不报：谈论部首本身的文字（单个部首前后都没有汉字）、没有对应字形的部首、外文段落、代码。

    A radical or a compatibility ideograph that looks like a common character and is none, and Cyrillic letters within
    Latin words, and 釆 or 巿 in words written with 采 or 市. A radical that stands alone, foreign text and code are
    left alone.
    """

    code = "SCR004"
    name = "homoglyph"
    title = Text("形似异码", "look-alike of another code")
    severity = Severity.WARNING
    weight = 0.5
    basis = ("Unicode 标准附录 15（NFKC）：部首和兼容汉字的对应字",)
    examples = (
        bad("各地⟦⽅⟧政府要⟦⾼⟧度重视。", fixed="各地方政府要高度重视。"),
        bad("县⟦⻓⟧出席，会场⟦⻔⟧口设岗。", fixed="县长出席，会场门口设岗。"),
        bad("全年⟦\uf914⟧捐二十万元。", fixed="全年樂捐二十万元。"),
        bad("使用 W⟦о⟧rd 软件。", fixed="使用 Word 软件。"),
        bad("应当⟦釆⟧取措施，由⟦巿⟧政府公布。", fixed="应当采取措施，由市政府公布。"),
        good("“釆”音辨，“巿”音弗，都是另外的字。"),
        good("部首“⽅”共收字三十个。"),
        good("俄文 Москва 意为莫斯科，希腊字母 μm。"),
        good({"手册.md": "写作 `⽅`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every look-alike."""
        prose = document.prose
        radicals = _RADICAL.finditer(prose) if _RADICAL.search("".join(document.get(unusual))) else ()
        for match in radicals:
            meant = _SUPPLEMENT.get(match[0]) or unicodedata.normalize("NFKC", match[0])
            if meant != match[0] and _stands_in_words(prose, match.start()):
                yield _finding(Span(*match.span()), match[0], meant)
        # Most documents hold no sign at all.
        signs = document.get(scarce).signs
        for match in _WORDS.finditer(prose) if signs.keys() & _COMMON.keys() else ():
            yield _finding(Span(*match.span()), match[0], _COMMON[match[0]])
        for match in _MIXED.finditer(prose) if signs.keys() & _CYRILLIC.keys() else ():
            meant = "".join(_CYRILLIC.get(letter, "") for letter in match[0])
            if len(meant) == len(match[0]):
                yield _finding(Span(*match.span()), match[0], meant)


def _stands_in_words(prose: str, at: int) -> bool:
    """Return whether a Han character stands beside the place: else it is spoken of."""
    return any("\u3400" <= mark <= "\u9fff" for mark in (prose[max(at - 1, 0) : at], prose[at + 1 : at + 2]))


def _finding(span: Span, written: str, meant: str) -> Finding:
    codes = "、".join(f"U+{ord(mark):04X}" for mark in written[:3])
    return Finding(
        span,
        Text(
            f"“{written}”（{codes}）只是形似“{meant}”，查找时找不到，应改为“{meant}”",
            f"{codes} only looks like “{meant}”; change it",
        ),
        Fix(Text(f"改为“{meant}”", f"change to “{meant}”"), (Edit(span, meant),), Safety.SAFE),
    )
