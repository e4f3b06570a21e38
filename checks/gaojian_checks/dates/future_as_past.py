"""DAT009 future-as-past."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Text, bad, good
from gaojian_checks.language.anchors import Horizon, horizon
from gaojian_checks.language.dates import DateExpression, Kind, dates
from gaojian_checks.language.twin import in_both_scripts

_KINDS = frozenset({Kind.FULL_DATE, Kind.YEAR_MONTH, Kind.YEAR})
_DEEDS = (
    "召开|召開|举行|舉行|举办|舉辦|开展|開展|完成|建成|启动|啟動|成立|通过|通過|印发|印發|出台|荣获|榮獲|获得|獲得|签订|簽訂|竣工|开通"
    "|开工|投产|组织|組織|参加|參加|下发|颁布|实现|赴|搬迁|落成|揭牌|挂牌|被评为|被授予"
)
# 了 after the deed, or an honour received, is past; a clause that plans, wishes or permits is not.
_PAST_AFTER = Pattern(
    r"(?!底?[以之]?前|[起止至到—–－-])[，,]?(?:[^。；，,\n将將拟擬预預计計力争争要应應须須可若如待底]{0,24}?)"
    rf"(?:(?:{_DEEDS})了|(?:已经?|已經|先后|先後|隆重|胜利)(?:{_DEEDS})|被评为|被授予|荣获|榮獲)"
)
# 截至 looks back on what has been counted, unless a target follows.
_COUNTED = Pattern(r"(?:[年月]?底|末)?[，,][^。；\n力争将拟预计划目标确保]{0,24}?(?:已|共|累计|完成了|达到?[0-9])")
_ALREADY = Pattern(r"已[经經]?[于於在]$")


class FutureAsPast(Check):
    """未来日期已发生：写稿时还没有到的日期，却说成已经做了的事。

    成文日期是2013年3月，正文却说“2013年6月召开了”，两个日期必有一个错。有成文日期的报错误；没有成文日期的，同网页的
    发布日期对照，报警告；再没有的，报告正文比标题的年份晚两年以上，报警告。

    不报：计划、安排和截止的日期（“将于”“年底前”“自……起”）；没有说已经做了的；法规条文里的修正日期。

    An explicit date later than the date of signature is told as past. Against the date of publication, or the year in
    the title of a report, it is a warning. Plans, deadlines and statutes are left alone.
    """

    code = "DAT009"
    name = "future-as-past"
    title = Text("未来日期已发生", "a date after the signature is told as past")
    severity = Severity.ERROR
    weight = 2.0
    profiles = {"statute": None}
    basis = ("成文日期以后的事，文中不可能已经发生",)
    examples = (
        bad("防汛工作报告\n⟦2013年6月⟧召开了动员会。\n2013年3月5日", whole=True),
        bad("防汛工作报告\n工程已于⟦2014年8月2日⟧验收。\n2013年3月5日", whole=True),
        bad("防汛工作报告\n截至⟦2013年8月31日⟧，共加固堤防九处。\n2013年3月5日", whole=True),
        bad("防汛工作报告\n发布时间：2013-03-05\n⟦2013年9月⟧，我局荣获先进集体称号。", whole=True),
        bad("防汛局2013年度工作总结\n⟦2016年5月⟧，全局参加了演练。", whole=True),
        good("防汛工作报告\n2013年2月召开了动员会。\n2013年3月5日", whole=True),
        good("防汛工作报告\n2013年6月将召开动员会。2013年年底前完成了结。\n2013年3月5日", whole=True),
        good("防汛工作报告\n截至2013年底，力争加固堤防九处。\n2013年3月5日", whole=True),
        good("防汛工作报告\n2013年3月5日，我局召开了动员会。\n2013年3月5日", whole=True),
        good("防汛局2013年度工作总结\n2014年1月，全局参加了演练。", whole=True),
        good("2013年6月召开了动员会。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date that the text can't know of and yet tells as past."""
        # Most documents have no horizon; others ask for it too.
        known = document.get(horizon)
        if known is None:
            return
        for expression in document.get(dates):
            if expression.year is not None and _is_past(document.prose, expression):
                start = expression.points[0].start
                if start and start > known.day and expression.span != known.span:
                    yield _finding(document, expression, known)


def _is_past(prose: str, expression: DateExpression) -> bool:
    start, end = expression.span
    if expression.points[0].kind not in _KINDS:
        return False
    if _ALREADY.search(prose, max(0, start - 4), start):
        return True
    if prose[start] == "截":
        return _COUNTED.match(prose, end) is not None
    return prose[start - 1 : start] not in {"到", "至", "自", "从", "《", "〔"} and bool(_PAST_AFTER.match(prose, end))


def _finding(document: Document, expression: DateExpression, known: Horizon) -> Finding:
    span = expression.first.span if expression.kind is Kind.OPEN and expression.first else expression.span
    written = document.text[span.start : span.end]
    line = document.line_number(known.span.start)
    message = Text(
        f"“{written}”晚于{known.label.zh}（第{line}行），却写成已经发生的事；请核对两个日期",
        f"{written} is later than {known.label.en} (line {line}), yet it is told as past; check both dates",
    )
    related = (Related(known.span, known.label),)
    return Finding(span, message, related=related, severity=None if known.is_signed else Severity.WARNING)
