"""ARI007 decrease-multiple."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches

_TIMES = Pattern(r"倍(?<=[0-9０-９一二两兩三四五六七八九十百]倍)(?![数數率频頻增焦镜鏡标標])")
_FALL = Pattern(
    r"(?:下降|减少|減少|降低|缩小|縮小|缩减|缩短|縮短|下滑|减轻|减低)"
    r"(?:了|幅度达|幅度为)?(?:近|约|約|超过|将近|至少|足足)? ?"
    r"[0-9０-９.．一二两兩三四五六七八九十百]{1,8} ?倍$"
)
_REACH = 24


class DecreaseMultiple(Check):
    """减少用倍数：“下降3倍”“减少一倍”。

    “倍”只能说增加。减少一倍就减到了零，“下降3倍”算不出结果：应改为百分数或分数，如“下降75%”“降为原来的四分之一”。

    不报：“减少到原来的几分之几”“降幅是去年的3倍”“降低倍数”。

    A decrease can't be stated in multiples: what falls by one time its value is nothing. Per cent or a fraction is
    meant.
    """

    code = "ARI007"
    name = "decrease-multiple"
    title = Text("减少用倍数", "decrease stated in multiples")
    severity = Severity.WARNING
    needs = ("倍",)
    basis = ("《图书编校质量差错认定细则》第19条", "实测：2190万字干净语料中无一处")
    examples = (
        bad("事故起数比上年⟦下降3倍⟧。"),
        bad("办理时间⟦缩短了近两倍⟧，成本⟦降低1.5倍⟧。"),
        good("事故起数比上年下降75%，降幅是上年的3倍。"),
        good("产量增长3倍，成本降低一半。"),
        good("数量减少到原来的三分之一，罚款处违法所得一倍以上五倍以下。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every decrease by a multiple."""
        prose = document.prose
        for match in matches(document, "倍", _TIMES):
            found = _FALL.search(prose, max(0, match.end() - _REACH), match.end())
            if found:
                yield Finding(
                    Span(*found.span()),
                    Text(
                        f"减少不能用倍数，“{found[0]}”应改用百分数或分数（如下降百分之几、降为几分之几）",
                        "a decrease can't be stated in multiples; use per cent or a fraction",
                    ),
                )
