"""BLK006 missing-document-number."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.blanks._surroundings import BLANKS
from gaojian_checks.language.genre import Genre, genre

_GAP = f"[{BLANKS}]{{0,8}}"
_MARK = f"{_GAP}(?:第{_GAP})?"
_AGENCY = "发發办辦字函令党政人府文建财教"
_PATTERNS = (
    Pattern(f"〔(?:{_GAP}〕{_MARK}[0-9]{{0,5}}|[0-9]{{4}}〕{_MARK}){_GAP}[号號]", "〔"),
    *(
        Pattern(
            f"{re.escape(opening)}(?<=[{_AGENCY}]{re.escape(opening)})(?:{_GAP}[］\\]）)]{_MARK}[0-9]{{0,5}}|[0-9]{{4}}[］\\]）)]{_MARK}){_GAP}[号號]",
            opening,
        )
        for opening in "[［（("
    ),
    Pattern(f'第(?<![“‘"「『]第)(?=[{BLANKS}号號]){_GAP}[号號](?![召码碼线線楼樓院称稱])', "第"),
)


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
        if kind is Genre.SPECIMEN:
            return
        for pattern in _PATTERNS:
            for match in pattern.finditer(document.prose):
                if kind is not Genre.STATUTE or not any(blank in match[0] for blank in BLANKS):
                    yield Finding(Span(*match.span()), _message(match[0]))


def _message(text: str) -> Text:
    return Text(
        f"发文字号“{text}”没有写全：请补上年份和序号",
        f"the document number {text} is not complete: give year and serial number",
    )
