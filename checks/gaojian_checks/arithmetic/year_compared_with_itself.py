"""ARI014 year-compared-with-itself."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches

_THAN = Pattern(
    r"比(?P<year>[12][0-9]{3})年(?:同期)?"
    r"(?=增[长加多收]|减|提[高升]|上[升涨]|下[降滑跌]|翻|高出|[多少][0-9]|净增|扩大|缩|略|[0-9])"
)
_FROM_TO = Pattern(
    r"由(?P<year>[12][0-9]{3})年的?(?![初末底中])[^，。；：\n月季]{1,24}[，,]?(?:[增减提上下降][加长少高升降])?到(?P<then>[12][0-9]{3})年"
    r"(?=的)",
    "由",
)
_YEAR = Pattern(r"(?<![0-9])(?P<year>[12][0-9]{3})年")
# Parts of a year, and a plan with its outcome, may well be compared within one year.
_PARTS = Pattern(r"[月季旬初末底]|半年|预[算计期]|计划|目标|决算|任务|年中|期|基数|届|学年|财年|原|修订|版|价格")
_CLAUSE = Pattern(r"[^。；，,;\n]+")
_ENDS = "。；;！？\n\r"
_REACH = 80


class YearComparedWithItself(Check):
    """年份与自身相比：“2023年产值20亿元，比2023年翻两番”。

    套用旧稿时把年份一律替换，前后就成了同一年，增减无从谈起；两个年份必有一个写错。

    不报：同一年里的月份、季度、上下半年、年初年末；预算与决算、计划与完成数相比；中间还出现别的年份的。

    A year that is said to exceed itself: one of the two was replaced or mistyped. Parts of one year, and plans with
    their outcome, are left alone.
    """

    code = "ARI014"
    name = "year-compared-with-itself"
    title = Text("年份与自身相比", "year compared with itself")
    severity = Severity.WARNING
    basis = ("出版物编校：逻辑性差错",)
    weight = 2.0
    examples = (
        bad("⟦2023年全县粮食产量达20万吨，比2023年⟧翻一番。"),
        bad("人均收入⟦由2021年的8000元，到2021年⟧的12000元。"),
        good("2023年全县粮食产量达20万吨，比2013年翻一番。"),
        good("2023年本校升学率比2023年高校平均水平低，到位资金比2023年下达数少。"),
        good("2023年12月产值2亿元，比2023年11月增长5%。"),
        good("2023年下半年产值2亿元，比2023年上半年增长5%。"),
        good("2023年决算收入2亿元，比2023年预算增加1000万元。"),
        good("2023年产值2亿元，2024年产值3亿元，比2023年增长50%。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every comparison of a year with the same year."""
        prose = document.prose
        for match in matches(document, "比", _THAN):
            start = max(0, match.start() - _REACH)
            start += max(prose[start : match.start()].rfind(end) for end in _ENDS) + 1
            years = list(_YEAR.finditer(prose, start, match.start()))
            after = _CLAUSE.match(prose, match.end(), match.end() + 12)
            if not years or {year["year"] for year in years} != {match["year"]}:
                continue
            if _PARTS.search(prose, years[0].end(), match.start()) or (after and _PARTS.search(after[0])):
                continue
            yield _finding(Span(years[-1].start(), match.start("year") + 5), match["year"])
        for match in _FROM_TO.finditer(prose):
            if match["year"] == match["then"] and not _PARTS.search(match[0]):
                yield _finding(Span(match.start(), match.end()), match["year"])


def _finding(span: Span, year: str) -> Finding:
    return Finding(
        span,
        Text(
            f"前后两个年份都是{year}年，同一年不能自己和自己比，必有一个写错",
            f"{year} is compared with itself; one of the two years must be wrong",
        ),
    )
