"""BLK006 missing-document-number."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Span, Text, bad, good
from gaojian_checks.blanks._surroundings import BLANKS
from gaojian_checks.language.clues import clues
from gaojian_checks.language.genre import Genre, genre

_AGENCIES = frozenset("发發办辦字函令党政人府文建财教")
_OPENING = {"〔": "〕", **dict.fromkeys("[［（(", "］]）)")}
_DIGITS = "0123456789"
_BEFORE_MARK = frozenset("〕］]）)第" + _DIGITS + BLANKS)
_LONGEST_SERIAL = 5
_LONGEST_YEAR = 8
_REACH = 44
_QUOTES = ("“", "‘", '"', "「", "『")
_OTHER_WORDS = frozenset("召码碼线線楼樓院称稱")


class MissingDocumentNumber(Check):
    """文号缺数：“〔〕号”“〔2013〕号”“第号”里没有年份或序号。

    发文字号由机关代字、年份、序号组成，缺一项就查不到文件，也不能据以引用。印发前没有编号，或抄引时丢了数字，都会留下空框。
    不报：写全的“〔2013〕5号”；说明文字里单独的“〔　〕”；法规、格式文本和样式里留空的文号。

    A document number without its year or serial number: 〔〕号, 〔2013〕号, 第号. Complete numbers are left alone,
    and so are the blanks that statutes and specimens prescribe.
    """

    code = "BLK006"
    name = "missing-document-number"
    title = Text("文号缺数", "missing document number")
    severity = Severity.ERROR
    profiles = {"specimen": None}
    needs = ("号|號",)
    basis = ("GB/T 9704—2012 7.2.5（发文字号由发文机关代字、年份、发文顺序号组成）",)
    examples = (
        bad("根据市政办发⟦〔〕号⟧文件要求，现通知如下。"),
        bad("见县府办函⟦〔 〕75号⟧。"),
        bad("依照省财发⟦〔2013〕号⟧的规定执行。"),
        bad("按照国办发⟦[]12号⟧文件办理。"),
        bad("该办法以市政府令⟦第号⟧公布。"),
        bad("镇政发⟦〔2021〕  号⟧\n关于召开会议的通知", whole=True),
        good("依照省财发〔2013〕5号的规定执行。"),
        good("表中〔　〕内为累计数，号码另附。"),
        good("该办法以市政府令第25号公布，住在第二号楼。"),
        good("按照国办发[2012]12号文件办理。"),
        good("第一条　文号写作“〔　〕　号”。\n第二条　送达。\n第三条　本办法自印发之日起施行。", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every document number with an empty place."""
        kind = document.get(genre)
        prose, found = document.prose, document.get(clues).signs
        for mark in "号號":
            for place in found.get(mark, ()):
                if prose[place - 1] not in _BEFORE_MARK:
                    continue
                start = _start(prose, place)
                text = prose[start : place + 1] if start is not None else ""
                if start is not None and (kind is not Genre.STATUTE or not any(blank in text for blank in BLANKS)):
                    yield Finding(Span(start, place + 1), _message(text))


def _start(prose: str, mark: int) -> int | None:
    """Return where the incomplete number begins that ends with the 号 at ``mark``: 〔〕5号, 〔2013〕号, 第号."""
    first = max(0, mark - _REACH)
    words = prose[first:mark].rstrip(BLANKS)
    serial = len(words) - len(words.rstrip(_DIGITS))
    words = words[: len(words) - serial].rstrip(BLANKS)
    ordinal = words.endswith("第")
    before = words.removesuffix("第").rstrip(BLANKS)
    bracket = _bracket(before, serial)
    if bracket is not None:
        return first + bracket
    if ordinal and not serial and not before.endswith(_QUOTES) and prose[mark + 1 : mark + 2] not in _OTHER_WORDS:
        return first + len(words) - 1
    return None


def _bracket(words: str, serial: int) -> int | None:
    """Return where the bracket begins that ends ``words``: empty, or with a year while the serial number is missing."""
    for place in range(len(words) - 2, max(-1, len(words) - 3 - _LONGEST_YEAR), -1):
        opening = words[place]
        if opening in _OPENING:
            inside = words[place + 1 : -1]
            empty = not inside.strip(BLANKS)
            year = len(inside) == 4 and inside.isascii() and inside.isdigit()
            known = opening == "〔" or words[place - 1 : place] in _AGENCIES
            lacks = (empty and serial <= _LONGEST_SERIAL) or (year and not serial)
            return place if words[-1] in _OPENING[opening] and known and lacks else None
    return None


def _message(text: str) -> Text:
    return Text(
        f"发文字号“{text}”没有写全：请补上年份和序号",
        f"the document number {text} is not complete: give year and serial number",
    )
