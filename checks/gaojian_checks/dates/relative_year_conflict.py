"""DAT008 relative-year-conflict."""

from collections import Counter
from collections.abc import Iterator

from gaojian import Check, Document, Finding, NamedTuple, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.anchors import signature
from gaojian_checks.language.dates import years
from gaojian_checks.language.numerals import value
from gaojian_checks.language.title_years import report_years, reviews_several_years

_YEAR = "(.{4})年"
_OFFSETS = {"今": 0, "去": -1, "明": 1, "前": -2, "后": 2, "後": 2}
# 今年（2014年）, 去年即2013年 | 2013年（去年）. 以前年, 之后年: no relative years.
_STATED = Pattern(
    rf"年(?:(?<=[今去明前后後]年)(?<![以之]..)(?:[（(]即?|，?即){_YEAR}度?[）)]?|[（(]即?(?P<word>[今去明前])年[）)])"
)
_OPENINGS = frozenset("（(，即")
_EARLIEST = 1900
_LATE = 3


class _Stated(NamedTuple):
    """今年（2014年）: what the words mean if ``base`` is the year of writing."""

    span: Span
    base: int


class RelativeYearConflict(Check):
    """相对年份矛盾：“今年（2014年）”和“去年（2012年）”不能同在一份文稿。

    括注或说明了年份的“今年”“去年”“明年”，都能推出写稿的年份；一份文稿只有一个写稿的年份。推出两个来，必有一处错，
    常见于年份套改只改了一半。报少数的一方，数目相等时报后出现的；还同成文日期对照，没有的同报告标题的年份对照，报警告。

    不报：“上年”“本年”“当年”“次年”，它们随上下文而定；一季度内成文、把上一年叫“今年”的。

    今年, 去年 and their like with the year in brackets tell in which year the text was written; two such years in one
    document contradict each other. The signature is compared too, or else the title of a report, with a warning. Words
    that depend on the passage are left alone.
    """

    code = "DAT008"
    name = "relative-year-conflict"
    title = Text("相对年份矛盾", "relative years contradict each other")
    severity = Severity.ERROR
    weight = 2.0
    needs = ("年",)
    basis = ("一份文稿只有一个写稿的年份：去年＝今年－1",)
    examples = (
        bad("今年（2014年）新建公厕三座，⟦去年（2012年）⟧只有一座。"),
        bad("今年（2014年）修路。今年（2014年）架桥。⟦明年（2016年）⟧通车。"),
        bad("去年即2012年已经立项，⟦今年（2014年）⟧动工。"),
        bad("2013年（去年）立项，⟦2013年（今年）⟧动工。"),
        bad("防汛工作报告\n⟦今年（2010年）⟧汛期偏早。\n2013年8月5日", whole=True),
        bad("2010年度防汛工作总结\n⟦今年（2014年）⟧汛期偏早。", whole=True),
        good("2013年度防汛工作总结\n今年（2014年）一月，全部验收。", whole=True),
        good("今年（2014年）新建公厕三座，去年（2013年）只有一座，明年（2015年）再建两座。"),
        good("上年（2012年）收入增长，本年（2014年）持平。"),
        good("五年前年产量只有六吨。"),
        good("从今年起，三年（2014—2016年）内完成。"),
        good("防汛工作报告\n今年（2013年）汛期偏早。\n2014年1月5日", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every relative year that tells another year of writing than the rest."""
        stated = sorted(_stated(document))
        if not stated:
            return
        bases = Counter(each.base for each in stated)
        right = max(bases, key=lambda base: (bases[base], -stated.index(next(s for s in stated if s.base == base))))
        witness = next(each for each in stated if each.base == right)
        for each in stated:
            if each.base != right:
                yield _against_witness(document, each, witness)
        if len(bases) == 1:
            yield from _against_anchors(document, witness)


def _stated(document: Document) -> Iterator[_Stated]:
    prose = document.prose
    end = 0
    # Few years have a bracket or an explanation after them: only those are worth the pattern.
    for at in [at for at in document.get(years) if prose[at + 1 : at + 2] in _OPENINGS]:
        match = _STATED.match(prose, at) if at >= end else None
        if match is None:
            continue
        start, end = match.span()
        if match["word"]:
            start, word, written = start - 4, match["word"], prose[max(0, start - 4) : start]
        else:
            start, word, written = start - 1, prose[start - 1], match[1]
            if prose[start + 2] not in "（(" and match[0][-1] in "）)":
                end -= 1
        year = value(written)
        if start >= 0 and year is not None and year >= _EARLIEST:
            yield _Stated(Span(start, end), year - _OFFSETS[word])


def _against_witness(document: Document, each: _Stated, witness: _Stated) -> Finding:
    here, there = (document.text[one.span.start : one.span.end] for one in (each, witness))
    line = document.line_number(witness.span.start)
    message = Text(
        f"“{here}”表明写于{each.base}年，第{line}行的“{there}”却表明写于{witness.base}年；请统一年份",
        f"{here} means that this was written in {each.base}, but {there} in line {line} means {witness.base}",
    )
    return Finding(each.span, message, related=(Related(witness.span, Text(there, f"{there} ")),))


def _against_anchors(document: Document, each: _Stated) -> Iterator[Finding]:
    """Yield a finding where the signature, or without one the title of a report, gives another year of writing."""
    signed, titled = document.get(signature), document.get(report_years)
    if signed:
        # A report signed in the first months of a year may still call the year before it 今年.
        years = {signed.day.year, signed.day.year - (signed.day.month <= _LATE)}
        place, severity = signed.span, Severity.ERROR
        anchor = Text(f"成文日期是{signed.day}", f"it was signed on {signed.day}")
    elif titled and not document.get(reviews_several_years):
        years = {year + late for year in titled.years for late in (0, 1)}
        place, severity = titled.span, Severity.WARNING
        anchor = Text(f"标题写的是{max(titled.years)}年", f"its title names {max(titled.years)}")
    else:
        return
    if each.base in years:
        return
    here = document.text[each.span.start : each.span.end]
    line = document.line_number(place.start)
    message = Text(
        f"“{here}”表明写于{each.base}年，{anchor.zh}（第{line}行）；请核对",
        f"{here} means that this was written in {each.base}, but {anchor.en} (line {line})",
    )
    yield Finding(each.span, message, related=(Related(place, anchor),), severity=severity)
