"""SCR005 mojibake."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.latin import latin
from gaojian_checks.language.scarce import GARBLED, scarce

_GARBLED = frozenset(GARBLED)
_REPLACED = Pattern("\ufffd+", "\ufffd")
# A run may begin and end within a character of three bytes.
_CUT_OFF = 4
_FAMOUS = Pattern("(?:锟斤拷)+锟?斤?|(?:烫烫){2,}烫?|(?:屯屯){2,}屯?", "锟斤", "烫烫", "屯屯")
# Bytes of UTF-8 that were read as Latin, in runs of a character and more.
_FOLLOWING = "\u0080-\u00bf\u0152-\u2122"
_LATIN_LETTER = Pattern("[\u00c2-\u00f4]")
_LATIN = Pattern(f"[\u00c2-\u00f4][{_FOLLOWING}]{{1,3}}(?:[\u00a0-\u00ff][{_FOLLOWING}]{{1,3}})*")
# Two bytes alone are an accented letter or a sign of Latin: Ã© is é, Â° is °.
_TWO = "\u00c2\u00c3"
_ABOUT = Pattern("[乱亂][码碼]|[编編]码|[編编]碼|字符集|UTF-?8|GBK")
_REACH = 60
# The marks ，：（）。“” of UTF-8 read as GBK begin with these, which hardly ever stand otherwise.
_WRITTEN = r"[^\x00-\x7f\s，。、；：？！“”‘’（）《》]"
_GBK = Pattern(rf"{_WRITTEN}{{0,20}}[锛銆鈥]{_WRITTEN}{{1,20}}", "锛", "銆", "鈥")


class Mojibake(Check):
    """乱码：“锟斤拷”“烫烫烫”、替换符“\ufffd”，以及用错编码读出来的“锛屽叏骞”“ä¸­æ–‡”。

    文字在转换编码时已经损坏。能反推出原文的给出原文，请核对；推不出的，请找回原件重新转换。

    不报：个别的外文字母（café、Ångström）、“烫伤”“屯垦”一类词、谈论乱码和编码的句子、代码。

    Text that was read or saved in a wrong encoding. Where reading it again the right way gives Chinese, that is shown.
    Foreign words, text about encodings and code are left alone.
    """

    code = "SCR005"
    name = "mojibake"
    title = Text("乱码", "garbled text")
    severity = Severity.ERROR
    needs = ("\ufffd|锟斤|烫烫|屯屯|锛|銆|鈥|Â|Ã|ã|ä|å|æ|ç|è|é|ï",)
    basis = ("实测：797万字干净语料中无一处误报",)
    examples = (
        bad("单位⟦锟斤拷锟斤拷⟧公章，内存里是⟦烫烫烫烫⟧。"),
        bad("春灌⟦\ufffd\ufffd⟧结束。"),
        bad("标题写成⟦ä¸\xadæ\x96\x87⟧。", fixed="标题写成中文。"),
        bad("⟦鏄ョ亴缁撴潫锛屽紑濮嬫柦宸ャ⟧。", fixed="春灌结束，开始施工。"),
        bad("名称是⟦ä¸\xadæ–‡å\x90\x8d⟧，店名 caf⟦Ã©⟧，气温25⟦Â°⟧C。", fixed="名称是中文名，店名 café，气温25°C。"),
        good("出现“锟斤拷”一类乱码，是因为编码不一致。"),
        good("café、Ångström、Müller 和 naïve 都是外文词，温度25℃±0.5。"),
        good("烫伤、屯垦、斤两，滚烫烫的汤。"),
        good("化学元素锛。"),
        good({"手册.md": "显示为 `锟斤拷`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every garbled run."""
        prose, letters = document.prose, document.get(latin)
        garbled = not _GARBLED.isdisjoint(document.get(scarce).signs)
        for pattern in (_REPLACED, _FAMOUS) if garbled else ():
            for match in pattern.finditer(prose):
                if not _ABOUT.search(prose, *document.line_around(match.start(), _REACH)):
                    yield _finding(Span(*match.span()), None)
        for match in _LATIN.finditer(prose) if not letters.isascii() and _LATIN_LETTER.search(letters) else ():
            meant = _read_latin_again(match[0])
            if meant is not None:
                yield _finding(Span(*match.span()), meant)
        for match in _GBK.finditer(prose) if garbled else ():
            meant = _read_again(match[0].encode("gb18030", "replace"))
            if meant is not None:
                yield _finding(Span(*match.span()), meant)


def _read_latin_again(garbled: str) -> str | None:
    """Return what ``garbled`` says: Windows shows some bytes as signs of its own, and the rest as they are."""
    try:
        data = b"".join([mark.encode("latin-1" if mark < "\u0100" else "cp1252") for mark in garbled])
        if garbled[0] in _TWO:
            return data.decode("utf-8")
    except UnicodeError:
        return None
    return _read_again(data)


def _read_again(data: bytes) -> str | None:
    """Return what ``data`` says if it is read as UTF-8; None where that gives no Chinese."""
    text = data.decode("utf-8", "ignore")
    chinese = sum("\u3000" <= mark <= "\u9fff" or "\uff00" <= mark <= "\uffef" for mark in text)
    lost = len(data) - len(text.encode())
    return text if chinese and chinese * 3 >= len(data) - lost - 3 and lost <= _CUT_OFF else None


def _finding(span: Span, meant: str | None) -> Finding:
    if meant is None:
        message = Text("文字已损坏成乱码，请对照原件补上", "garbled text; restore it from the original")
        return Finding(span, message)
    return Finding(
        span,
        Text(f"编码读错而成的乱码，原文可能是“{meant}”，请核对", f"garbled by a wrong encoding; perhaps “{meant}”"),
        Fix(Text(f"改为“{meant}”", f"change to “{meant}”"), (Edit(span, meant),)),
    )
