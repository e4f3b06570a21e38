"""SCR006 private-use-character."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.script import unusual

_PRIVATE = Pattern("[\ue000-\uf8ff\U000f0000-\U0010ffff]+")

# Standard GB 18030—2000 had no code points for 25 of its characters, and Windows' table of GBK for more; Python and
# old systems still read these bytes (A6D9 to A6F3, A8BC, FE50 to FEA0) as private use.
_GB18030 = {
    **dict(zip(range(0xE78D, 0xE797), "︐︒︑︓︔︕︖︗︘︙", strict=True)),
    0xE76C: "€",
    0xE7C7: "ḿ",
    0xE7C8: "ǹ",
    **dict(zip(range(0xE7E7, 0xE7F4), "〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻", strict=True)),
    **dict(
        zip(
            range(0xE815, 0xE865),
            "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻"
            "䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻",
            strict=True,
        )
    ),
}
# The signs of lists in the fonts Symbol and Wingdings, as word processors store them.
_SYMBOL_FONTS = dict(
    zip((0xF06C, 0xF06E, 0xF06F, 0xF075, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC, 0xF0FE), "●■□◆▪•➢→✓☑", strict=True)
)
# Windows' table of Big5 puts the ETEN signs (①, kana; bytes C6A1 to C8FE) here, in rows of 157.
_ETEN_FIRST, _ETEN_LAST, _ETEN_ROW = 0xF6B1, 0xF848, 157


class PrivateUseCharacter(Check):
    """私用区字符：没有公认含义的码位，换一台机器就成方框或空白，检索和朗读也认不得。

    常见来源：GB18030 旧码表（竖排标点“︐”和“龵”“㧟”等字）、香港和台湾系统的外字、Word 项目符号所用的符号字体、
    造字程序和网页图标字体。能从码表查出原字的，给出原字，确认后用 --unsafe-fixes 改；查不出的，请对照原件补字。

    不报：代码中的字符、扩展区汉字和表情符号。

    A character without an agreed meaning, that other machines show as a box. Where the table it comes from is known
    (GB 18030—2000, GBK and Big5 of Windows, list signs of symbol fonts), the character that was meant is named. Code,
    rare characters of Unicode and emoji are left alone.
    """

    code = "SCR006"
    name = "private-use-character"
    title = Text("私用区字符", "private-use character")
    severity = Severity.WARNING
    basis = ("GB 18030—2022 附录", "实测：797万字干净语料中22个，都是原文缺字或网页残留")
    examples = (
        bad("古书竖排，句读作⟦\ue78d⟧和⟦\ue78e⟧。", fixed="古书竖排，句读作︐和︒。"),
        bad("把门⟦\ue827\ue78d⟧进去。", fixed="把门㧏︐进去。"),
        bad("部件“⟦\ue826⟧”见于“看”字，音节⟦\ue7c7⟧。", fixed="部件“龵”见于“看”字，音节ḿ。"),
        bad("門票每張⟦\uf6b1⟧成人二百元。", fixed="門票每張①成人二百元。"),
        bad("⟦\uf0b7⟧ 加强领导\n⟦\uf0d8⟧ 落实责任", fixed="• 加强领导\n➢ 落实责任"),
        bad("高程⟦\ue010⟧35米以上，经办人王⟦\ue003\ue004⟧。"),
        bad("图标⟦\U000f0001⟧无法显示。"),
        good("生僻字𠮷、𢦏和“龵”“㧏”都有码位。"),
        good("竖排标点︐︒︙也是。"),
        good("会议圆满结束😀，全场👍🏽。"),
        good({"示例.md": "图标写作`\ue001`。\n\n```\n\uf0b7\n```\n"}),
        good("全角（，。）和半角ｶﾅ，豈更。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every run of private-use characters."""
        if not _PRIVATE.search("".join(document.get(unusual))):
            return
        for private in _PRIVATE.finditer(document.prose):
            yield _finding(Span(*private.span()), private[0])


def _finding(span: Span, characters: str) -> Finding:
    codes = "、".join(f"U+{ord(character):04X}" for character in characters[:5])
    meant = "".join(_meant(character) or "" for character in characters)
    if len(meant) < len(characters):
        return Finding(
            span,
            Text(
                f"私用区字符（{codes}），别的机器上显示不出，请对照原件补上正确的字",
                f"private-use character ({codes}) that other machines cannot show; restore it from the original",
            ),
        )
    return Finding(
        span,
        Text(
            f"私用区字符（{codes}），别的机器上显示不出，原字应是“{meant}”",
            f"private-use character ({codes}) that other machines cannot show; what was meant is “{meant}”",
        ),
        Fix(Text(f"改为“{meant}”", f"replace it by “{meant}”"), (Edit(span, meant),)),
    )


def _meant(character: str) -> str | None:
    code = ord(character)
    if _ETEN_FIRST <= code <= _ETEN_LAST:
        # The first row begins in its middle, at A1.
        row, cell = divmod(code - _ETEN_FIRST + 63, _ETEN_ROW)
        meant = bytes((0xC6 + row, cell + (0x40 if cell < 63 else 0x62))).decode("big5hkscs", "ignore")
        return meant if len(meant) == 1 else None
    return _GB18030.get(code) or _SYMBOL_FONTS.get(code)
