"""DAT017 deadline-word."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.twin import in_both_scripts

_DIGIT = "0-9０-９一二三四五六七八九十〇○零"
# Only at the head of a clause: in 报名截止5月1日 the word says that something ends.
_WRONG = Pattern(
    r"截止(?:(?<![^\n\r。，；：、！？（(“”,;: \u3000\ufffc但而且故现并至又#*>]截止)|(?<=[数统资][据计料]截止))"
    r"(?:[到至](?!今)|至(?=今))?"
    rf"(?=[ \u3000]?(?:[{_DIGIT}]{{1,4}}[ \u3000]?(?:[年月]|[-/.][0-9]{{1,2}}[-/.][0-9])"
    r"|[“\"]?十?[一二三四五六七八九]五[”\"]?[末期]"
    r"|[今去本上当當前昨]?[年月][底末初终終]|[今去本上当當前昨][年月天日]|[0-9]{1,2}(?:日(?![内內])|[时時点點])|[上下]午|(?:本?报告)?期末|本公告|目前|当前|當前|现在|現在|此时|发稿|發稿|记者发稿|今))"
)


class DeadlineWord(Check):
    """截止/截至混用：“截止2013年底，累计造林三万亩”应作“截至”。

    “截至”后面跟时间，说到这个时候为止；“截止”是到期停止，时间放在前面（“报名5月1日截止”），后面不带时间。“截止到”
    “截止至”意思重复，也改“截至”。

    不报：“1月30日截止”“截止日期”“截止时间”；“报名截止5月1日”一类前面有所截止的事的。

    截至 is followed by a time; 截止 means that something ends, and the time stands before it. Reported at the head of a
    clause only, where nothing is there that could end.
    """

    code = "DAT017"
    name = "deadline-word"
    title = Text("截止/截至混用", "截止 written for 截至")
    severity = Severity.WARNING
    weight = 2.0
    needs = ("截止",)
    basis = ("《图书编校质量差错认定细则》第12条",)
    examples = (
        bad("⟦截止⟧2013年底，累计造林三万亩。", fixed="截至2013年底，累计造林三万亩。"),
        bad("全县在建项目六个，⟦截止到⟧6月30日完成三个。", fixed="全县在建项目六个，截至6月30日完成三个。"),
        bad("⟦截止⟧目前，尚有两户未搬。", fixed="截至目前，尚有两户未搬。"),
        bad("⟦截止至⟧二〇一三年三月，资金已经到位。", fixed="截至二〇一三年三月，资金已经到位。"),
        bad("数据⟦截止⟧2013年底。", fixed="数据截至2013年底。"),
        bad("（⟦截止⟧去年底）", fixed="（截至去年底）"),
        good("截至2013年底，累计造林三万亩。"),
        good("报名1月30日截止，截止日期不变，截止时间为17时。"),
        good("网上报名截止2013年5月1日，逾期不候。"),
        good("征集工作截止到5月1日结束。"),
        good("截止阀已经更换，截止第3页。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every 截止 at the head of a clause with a time after it."""
        for match in matches(document, "截", _WRONG):
            message = Text(
                f"后面跟时间，用“截至”，不用“{match[0]}”；“截止”用于“1月30日截止”",
                f"before a time write 截至, not {match[0]}",
            )
            span = Span(*match.span())
            fix = Fix(Text("改为“截至”", "change to 截至"), (Edit(span, "截至"),), Safety.SAFE)
            yield Finding(span, message, fix)
