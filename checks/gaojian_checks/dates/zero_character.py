"""DAT013 zero-character."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import years

_DIGITS = "一二三四五六七八九〇零○◯OoＯ０0"
_DIGITS_OF_A_YEAR = 4
_REPLACEABLE = "○◯OoＯ０0"
_ZERO = "〇"


class ZeroCharacter(Check):
    """年份〇误写：“二○一三年”“二O一三年”“二零一三年”。

    用汉字写年份，零的写法是“〇”（U+3007）。圆圈“○”、字母“O”、数字“０”样子相近，却不是同一个字，查找、排序和朗读都会出错；
    “零”用于计量（三千零五十二），不用于编号和年份。“○O０”可以放心改成“〇”，“零”只提示，不自动改。

    不报：繁体文稿（台湾以“○”为零）；计量的“零”；“○○年”一类待填的空格。

    In years written in Chinese numerals zero is 〇. Look-alikes are replaced; 零, which belongs to quantities, is only
    pointed out. Documents in Traditional characters are left alone: there ○ is the zero.
    """

    code = "DAT013"
    name = "zero-character"
    title = Text("年份〇误写", "wrong zero in a year")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    basis = ("GB/T 15835—2011 5.2.5",)
    examples = (
        bad("⟦二○一三年⟧三月开工。", fixed="二〇一三年三月开工。"),
        bad("截至⟦二O一三年⟧底，⟦二０一四年⟧竣工。", fixed="截至二〇一三年底，二〇一四年竣工。"),
        bad("始建于⟦一九五0年⟧。", fixed="始建于一九五〇年。"),
        bad("⟦二零一三年⟧春立项。"),
        good("二〇一三年三月，全长三千零五十二米。"),
        good("○○年○○月，一〇五年。"),
        good("依據二○一三年公布之國家標準辦理。"),
        good("存期二百零五年。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every year in Chinese numerals with another zero than 〇."""
        prose = document.prose
        for at in [at for at in document.get(years) if at >= _DIGITS_OF_A_YEAR and prose[at - 4] in "一二"]:
            span = Span(at - 4, at + 1)
            written = prose[at - 4 : at]
            if written.strip(_DIGITS) or (at > 4 and prose[at - 5] in _DIGITS):
                continue
            wrong = sorted(set(written) & {*_REPLACEABLE, "零"})
            # ○○○○ holds a place open.
            if not wrong or set(written[1:]) == {"○"}:
                continue
            yield _finding(span, written, wrong)


def _finding(span: Span, written: str, wrong: list[str]) -> Finding:
    message = Text(
        f"汉字年份的零应作“{_ZERO}”，“{written}年”用了“{'”“'.join(wrong)}”",
        f"the zero of a year in Chinese numerals is {_ZERO}, here it is {', '.join(wrong)}",
    )
    edits = tuple(
        Edit(Span(span.start + place, span.start + place + 1), _ZERO)
        for place, character in enumerate(written)
        if character in _REPLACEABLE
    )
    title = Text(f"改为“{_ZERO}”", f"change to {_ZERO}")
    return Finding(span, message, Fix(title, edits, Safety.SAFE) if edits else None)
