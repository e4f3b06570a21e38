"""Characters of symbol fonts, which have no meaning of their own in Unicode, as the signs that people see."""

from gaojian.prose import HIDDEN

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)} | dict(
    zip(bytes.fromhex("a3a5aeb0b1b2b3b4b7b8b9bbd6e5"), "≤∞→°±″≥×•÷≠≈√∑", strict=True)
)
_CIRCLED = {0x81 + index: chr(0x2460 + index) for index in range(10)}
_FILLED = {0x8C + index: chr(0x2776 + index) for index in range(10)}
_WINGDINGS = (
    dict(zip(bytes.fromhex("6c6e6f7175769fa1a7a8b2d8e0f0fbfcfdfe"), "●■□❑◆❖•○▪□✧➢→⇨✘✔☒☑", strict=True))
    | _CIRCLED
    | _FILLED
)
_WINGDINGS_2 = {0x4F: "✘", 0x50: "✔", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "•", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: int, font: str) -> str:
    """Return the sign that ``font`` draws for ``code``; one that stands for any object where it is not known."""
    signs = _FONTS.get(font.strip().lower())
    # Fonts without Unicode have their characters at U+F000 as well.
    own = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if signs is not None:
        return signs.get(own, HIDDEN)
    return chr(own) if 0x20 <= own < 0xD800 and own == code else HIDDEN
