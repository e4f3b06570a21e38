"""DAT020 inconsistent-date-style."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.dates._lines import closing_offset
from gaojian_checks.language.dates import DateExpression, Kind, NumeralStyle, dates

_STYLES = {
    NumeralStyle.ARABIC: Text("2013年3月5日", "2013年3月5日"),
    NumeralStyle.HAN: Text("二〇一三年三月五日", "二〇一三年三月五日"),
    NumeralStyle.ISO: Text("2013-3-5", "2013-3-5"),
    NumeralStyle.SLASHED: Text("2013/3/5", "2013/3/5"),
    NumeralStyle.DOTTED: Text("2013.3.5", "2013.3.5"),
}
_MAY_HOLD = frozenset({Kind.FULL_DATE, Kind.RANGE, Kind.OPEN})
_STOP = Pattern("[。；，]")
_TABLE = frozenset('|\t│┃《》〔〕“”"')
_REACH = 120
_ENOUGH = 2


class InconsistentDateStyle(Check):
    """日期写法不一：同一篇正文里有“2013年3月5日”，又有“2013-3-5”或“二〇一三年三月五日”。

    同一份文稿里，同类的日期用同一种写法。只看成句的正文，少数的写法报第一处，并指出多数的写法在哪里。

    不报：表格、代码、书名号和引号里的日期；单独成行的日期和“发布时间：”一类说明；落款的成文日期（旧格式用汉字）；只有
    年月或月日的日期。

    Full dates of one document in several styles, judged by its running text; one finding a document, at the first date
    in the rarer style. Tables, code, quotations, labels and the signature don't count.
    """

    code = "DAT020"
    name = "inconsistent-date-style"
    title = Text("日期写法不一", "several styles of dates")
    severity = Severity.NOTE
    weight = 0.1
    basis = ("GB/T 15835—2011 4.3",)
    examples = (
        bad(
            "工程于2013年3月5日开工，2013年6月8日封顶，\n质监站⟦2013-9-10⟧验收合格，随后投入使用。",
        ),
        bad(
            "协议于二〇一三年三月五日签订，自⟦2013年4月1日⟧起生效。\n双方二〇一三年五月六日交割，一切顺利。",
        ),
        good("工程于2013年3月5日开工，2013年6月8日封顶，2013年9月10日验收。"),
        good("工程于2013年3月5日开工，2013年6月8日封顶。\n验收日期：2013-9-10\n| 2013-9-10 | 合格，入库。 |"),
        good("工程于2013年3月5日开工，2013年6月8日封顶，已经竣工。\n特此报告。\n二〇一三年九月十日", whole=True),
        good("工程于2013年3月5日开工，2013年6月8日封顶，据称“2013-9-10”验收。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding where the running text writes full dates in more than one style."""
        points = [
            point
            for expression in document.get(dates)
            if expression.kind in _MAY_HOLD
            for point in expression.points
            if point.kind is Kind.FULL_DATE and point.style in _STYLES and point.possible
        ]
        styles = {point.style for point in points}
        if len(styles) < _ENOUGH:
            return
        yield from _minority(document, [point for point in points if _in_sentence(document, point.span)])


def _minority(document: Document, points: list[DateExpression]) -> Iterator[Finding]:
    counts: dict[NumeralStyle, int] = {}
    for point in points:
        counts[point.style] = counts.get(point.style, 0) + 1
    if len(counts) < _ENOUGH or max(counts.values()) < _ENOUGH:
        return
    common = max(counts, key=lambda style: counts[style])
    first = next(point for point in points if point.style is not common)
    example = next(point for point in points if point.style is common)
    line = document.line_number(example.span.start)
    message = Text(
        f"本文日期多写作“{_STYLES[common].zh}”（如第{line}行），此处写法不同；请统一",
        f"dates here are mostly written {_STYLES[common].en} (line {line}); this one is not",
    )
    yield Finding(first.span, message, related=(Related(example.span, Text("多数的写法", "the usual style")),))


def _in_sentence(document: Document, span: Span) -> bool:
    if span.start >= document.get(closing_offset) and _is_alone(document, span):
        return False
    around = document.line_around(span.start, _REACH)
    line = document.prose[around.start : around.end]
    return _STOP.search(line) is not None and _TABLE.isdisjoint(line)


def _is_alone(document: Document, span: Span) -> bool:
    around = document.line_around(span.start, _REACH)
    return not document.prose[around.start : span.start].strip() and not document.prose[span.end : around.end].strip()
