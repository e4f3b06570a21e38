"""DAT013 zero-character."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import years

_DIGITS = "一二三四五六七八九〇零○◯OoＯ０0"
_DIGITS_OF_A_YEAR = 4
_REPLACEABLE = "○◯OoＯ０0"
_WRONG = frozenset({*_REPLACEABLE, "零"})
_ZERO = "〇"
# More years than this are how the whole document was typed: one finding then says so.
_SLIPS = 5


class ZeroCharacter(Check):
    """年份〇误写：“二○一三年”“二O一三年”“二零一三年”。

    用汉字写年份，零的写法是“〇”（U+3007）。圆圈“○”、字母“O”、数字“０”样子相近，却不是同一个字，查找、排序和朗读都会出错；
    “零”用于计量（三千零五十二），不用于编号和年份。“○O０”可以放心改成“〇”，“零”只提示，不自动改。超过五处的，全文
    只报一条，给出处数，修复一次改完。

    不报：繁体文稿（台湾以“○”为零）；计量的“零”；“○○年”一类待填的空格。

    In years written in Chinese numerals zero is 〇. Look-alikes are replaced; 零, which belongs to quantities, is only
    pointed out. More than five are one finding whose fix changes them all. Documents in Traditional characters are
    left alone: there ○ is the zero.
    """

    code = "DAT013"
    name = "zero-character"
    title = Text("年份〇误写", "wrong zero in a year")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    needs = ("年",)
    basis = ("GB/T 15835—2011 5.2.5",)
    examples = (
        bad("⟦二○一三年⟧三月开工。", fixed="二〇一三年三月开工。"),
        bad("截至⟦二O一三年⟧底，⟦二０一四年⟧竣工。", fixed="截至二〇一三年底，二〇一四年竣工。"),
        bad("始建于⟦一九五0年⟧。", fixed="始建于一九五〇年。"),
        bad("⟦二零一三年⟧春立项。"),
        bad(
            "历任：⟦二○○一年⟧甲，二○○二年乙，二○○三年丙，二○○四年丁，二○○五年戊，二○○六年己。",
            fixed="历任：二〇〇一年甲，二〇〇二年乙，二〇〇三年丙，二〇〇四年丁，二〇〇五年戊，二〇〇六年己。",
        ),
        good("二〇一三年三月，全长三千零五十二米。"),
        good("○○年○○月，一〇五年。"),
        good("依據二○一三年公布之國家標準辦理。"),
        good("存期二百零五年。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every year in Chinese numerals with another zero than 〇, or one for all of many."""
        prose = document.prose
        # Most years begin with a figure: they cost no call.
        written = [at for at in document.get(years) if at >= _DIGITS_OF_A_YEAR and prose[at - 4] in "一二"]
        wrong = [Span(at - 4, at + 1) for at in written if _has_wrong_zero(prose, at)]
        if not wrong:
            return
        for spans in [wrong] if len(wrong) > _SLIPS else [[span] for span in wrong]:
            yield _finding(prose, spans)


def _has_wrong_zero(prose: str, at: int) -> bool:
    """Return whether the four characters before the 年 at ``at`` are a year with another zero than 〇."""
    written = prose[at - 4 : at]
    if written.strip(_DIGITS) or (at > 4 and prose[at - 5] in _DIGITS):
        return False
    # ○○○○ holds a place open.
    return not _WRONG.isdisjoint(written) and set(written[1:]) != {"○"}


def _finding(prose: str, spans: list[Span]) -> Finding:
    """Return the finding on the first of ``spans``, whose fix changes what can be changed in all of them."""
    written = prose[spans[0].start : spans[0].end]
    wrong = sorted({character for span in spans for character in prose[slice(*span)] if character in _WRONG})
    count = len(spans)
    places = Text(f"，全文共{count}处", f" ({count} places)") if count > 1 else Text("", "")
    message = Text(
        f"汉字年份的零应作“{_ZERO}”，“{written}”用了“{'”“'.join(wrong)}”{places.zh}",
        f"the zero of a year in Chinese numerals is {_ZERO}, here it is {', '.join(wrong)}{places.en}",
    )
    edits = tuple(Edit(Span(at, at + 1), _ZERO) for span in spans for at in range(*span) if prose[at] in _REPLACEABLE)
    title = Text(f"改为“{_ZERO}”", f"change to {_ZERO}")
    return Finding(spans[0], message, Fix(title, edits, Safety.SAFE) if edits else None)
