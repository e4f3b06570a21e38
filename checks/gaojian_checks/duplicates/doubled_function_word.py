"""DUP007 doubled-function-word."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

# For each word: what it follows and what it begins where the two are a word's end and another word, or a word.
_BEFORE_AFTER = {
    "的": ("目标標有中鹄端", "确確士哥姐喀"),
    "了": ("时時甚终終末完经經已", "解结結断斷之一却卻然事心愿願悟账帳得局当當"),
    "是": ("但求于於要就还還可只总總若或凡倒的国國不而这這那都也更", "非否"),
    "在": ("实實现現存所内內潜潛自何旨仍外好", ""),
    "和": (
        "总總饱飽共缓緩柔平温溫谦謙调調融祥不亲親暖随隨雍昭",
        "平睦谐諧美气氣好解约約田县縣声聲弦尚暖缓緩谈談衷煦蔼藹硕顺順乐樂",
    ),
    "与": ("参赠给授付施相", "会否时共"),
    "與": ("參贈給授付施相", "會否時共"),
    "或": ("抑间間容即设設倘", "者许許"),
    "对": ("应针面相核校反绝成结配比查", "外方象手口等联照接岸策抗话标称付于待应齐立于"),
    "為": ("行作成認視稱以因轉變改人更甚較頗有無", "由"),
    "为": ("行作成认视称以因转变改人更甚较颇有无", "由"),
    "将": ("即必行上大主少老名干良武闯健猛麻", "士军领才近来要够好"),
    "被": ("棉毛絮", "子告害褥单套执申选征举继诉动委覆服面俘罩里"),
}
_TEXT = "[\u4e00-\u9fff”》），。；：、0-9％%A-Za-z]"
_WORDS = {
    word: Pattern(
        f"{word}(?={word}(?!{word}){f'(?![{after}])' if after else ''})(?<={_TEXT}{word})(?<![{before}{word}]{word})",
        word,
    )
    for word, (before, after) in _BEFORE_AFTER.items()
}
# One look for all of them: hardly any document holds one. The first class is what the library scans for.
_ANY = "".join([*_BEFORE_AFTER, "等"])
_DOUBLED = Pattern(f"[{_ANY}](?=[{_ANY}])(?:{'|'.join([f'(?<={word}){word}' for word in _ANY])})")
_DENG = Pattern("等(?=等等(?!等))(?<!等等)", "等")


class DoubledFunctionWord(Check):
    """叠字：“建立了了制度”“发展的的成果”，虚字多打了一个。

    只查“的了是在和与或对为将被”和“等等等”，它们除下列情形外没有叠用的。修复删去一个，请核对是否丢了中间的字。

    不报：两个字分属两个词的（目的的、标的的、参与与、总和和、但是是、现在在、应对对外、进行了了解），
    成语和叠词（的的确确、了了无踪、小时了了、是是非非、实实在在、和和美美、等等），行首的。

    A function word typed twice. Places where the first belongs to the word before it (目的的) or the second to the word
    after it (了了解), and idioms, are left alone.
    """

    code = "DUP007"
    name = "doubled-function-word"
    title = Text("叠字", "function word stands twice")
    severity = Severity.WARNING
    needs = ("的的|了了|是是|在在|和和|与与|與與|或或|对对|為為|为为|将将|被被|等等等",)
    basis = (
        "报纸编校质量评比差错认定细则（1997）：多字为文字差错，计 1 分",
        "实测 797 万字干净语料：5 处，都是差错",
    )
    examples = (
        bad("建立了⟦了⟧台账，巩固整治的⟦的⟧成果。", fixed="建立了台账，巩固整治的成果。"),
        bad(
            "水渠是⟦是⟧去年修的，村民在⟦在⟧地里干活，渔业和⟦和⟧林业增收。",
            fixed="水渠是去年修的，村民在地里干活，渔业和林业增收。",
        ),
        bad(
            "镇里将⟦将⟧按期验收，工程被⟦被⟧评为优质，对⟦对⟧农户予以补助。",
            fixed="镇里将按期验收，工程被评为优质，对农户予以补助。",
        ),
        bad("收购了豆子、芝麻等等⟦等⟧。", fixed="收购了豆子、芝麻等等。"),
        good("以节水为目的的改造，作为标的的粮库，的的确确，打的的士。"),
        good("进行了了解，作了了结，小时了了，不甚了了，此事已经了了。"),
        good("但是是真的，求的是是非分明，关键是是否到位，实事求是是根本。"),
        good("实实在在，现在在家，存在在即。参与与监督，总和和平均数，和和美美。"),
        good("行为为由，应对对外风险，被告被被害人起诉。"),
        good("是是非非，时时处处，等等，一个个，天天向上。"),
        good({"手册.md": "`的的`和\n\n```\n了了\n```\n"}),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for the second of two equal function words."""
        prose = document.prose
        if not _DOUBLED.search(prose):
            return
        for word, pattern in _WORDS.items():
            for match in pattern.finditer(prose):
                yield _finding(Span(match.end(), match.end() + 1), word)
        for match in _DENG.finditer(prose):
            yield _finding(Span(match.end() + 1, match.end() + 2), "等")


def _finding(span: Span, word: str) -> Finding:
    return Finding(
        span,
        Text(f"“{word}”多打了一个，请核对后删去", f"{word} stands once too often"),
        Fix(Text(f"删去一个“{word}”", f"delete one {word}"), (Edit(span, ""),)),
    )
