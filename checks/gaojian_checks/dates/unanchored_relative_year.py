"""DAT007 unanchored-relative-year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.dates import dates, years
from gaojian_checks.language.title_years import TitleYears, report_years, title_years

_OFFSETS = {"去": -1, "前": -2, "明": 1, "今": 0}
# 比去年, 去年同期 compare; 截至去年底 and 去年6月 tell of events. 以前年, 三年前年, 职前年资 are no relative years.
_NOT_BEFORE = frozenset("以之过過职職數数几多施届屆半0123456789一二三四五六七八九十比较較同与與")
_NOT_AFTER = ("同期", "资", "資", "满", "滿")
_MONTH = Pattern("(.{1,3}?)月")
_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九十"
_PARTS = ("初", "底", "末", "年初", "年底", "年末", "春", "夏", "秋", "冬", "上半年", "下半年")
# Scans set years apart, and the engine of dates leaves them: 1 9 9 3 年.
_SPACED_YEAR = Pattern("[0-9] [0-9] [0-9] [0-9] ?年", "年")


@dataclass(frozen=True, eq=False, repr=False)
class UnanchoredRelativeYear(Check):
    """相对年份无据：通篇没有一个日期，“去年”是哪一年说不准。

    年度报告写于当年年底或次年上半年，标题写“2013年度”的，“去年6月”可能是2012年，也可能是2013年；没有成文日期，
    正文也没有写明年份，日后重读、转载就无从判断。这样的每一处带月份的“去年”“前年”“明年”报警告。标题也没有年份、
    “去年”“今年”出现两次以上的，只在第一处作提示。

    不报：有成文日期的，或当年、次年发布的；正文写明过年份的；只用作比较的（“比去年”“去年同期”）；法规条文。

    去年 and its like in a text without a date: the report on 2013 is written in 2013 or 2014, so 去年 may be 2012 or
    2013. With a month each is a warning if the title names a year; else the first of several is a note.
    """

    code = "DAT007"
    name = "unanchored-relative-year"
    title = Text("相对年份无据", "relative year without an anchor")
    severity = Severity.WARNING
    weight = 2.0
    profiles = {"statute": None}
    basis = ("年度报告写于所述年份的十月至次年六月，“去年”有两解",)
    fewest: Annotated[int, Text("至少几处才报", "fewest relative years that are reported")] = 2
    examples = (
        bad(
            "档案局2013年度述职报告\n一年来，工作有进展。\n⟦去年⟧6月，新馆开工。\n⟦去年⟧9月上旬，举办了展览。",
            whole=True,
        ),
        bad("档案工作情况\n⟦去年⟧六月，新馆开工。\n今年，新馆落成。", whole=True),
        good("档案局2013年度述职报告\n去年6月，新馆开工。\n去年9月，举办了展览。\n2014年1月6日", whole=True),
        good("档案局2013年度述职报告\n2012年，新馆立项。\n去年6月，新馆开工。去年9月，举办了展览。", whole=True),
        good("档案局2013年度述职报告\n发布时间：2014-01-06\n去年6月，新馆开工。去年9月，举办了展览。", whole=True),
        good("档案局2013年度述职报告\n接待读者比去年增加六成，比去年同期多三千人。", whole=True),
        good("档案工作情况\n今年，新馆落成。", whole=True),
        good("教师职前年资与任期届满前年满七十岁的，不在此限。\n以前年度的账目，三年前年检合格。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every relative year with two readings, or one note for a text without any year."""
        words = _words(document)
        if len(words) < self.fewest or document.get(signature):
            return
        titled = document.get(title_years)
        if _names_a_year(document, titled):
            return
        if titled and document.get(report_years) and not _was_published_soon(document, titled):
            told = [word for word in words if document.prose[word.start] != "今" and _is_dated(document, word)]
            if len(told) >= self.fewest:
                yield from (_ambiguous(document, word, titled) for word in told)
        elif titled is None and document.get(publication) is None:
            yield _unknown(document, words)


def _words(document: Document) -> list[Span]:
    prose = document.prose
    return [
        Span(at - 1, at + 1)
        for at in document.get(years)
        if prose[at - 1] in _OFFSETS
        and at
        and prose[at - 2 : at - 1] not in _NOT_BEFORE
        and not prose.startswith(_NOT_AFTER, at + 1)
    ]


def _was_published_soon(document: Document, titled: TitleYears) -> bool:
    """Return whether the page was published when such a report is written: then its date resolves the words."""
    published = document.get(publication)
    return published is not None and published.day.year - max(titled.years) in (0, 1)


def _names_a_year(document: Document, titled: TitleYears | None) -> bool:
    """Return whether the text states any year, apart from its title and the metadata."""
    published = document.get(publication)
    passed = (titled.span if titled else Span(0, 0), published.span if published else Span(0, 0))
    for expression in document.get(dates):
        if expression.year is None and expression.start is None:
            continue
        if not any(span.start <= expression.span.start < span.end for span in passed):
            return True
    return _SPACED_YEAR.search(document.prose) is not None


def _is_dated(document: Document, word: Span) -> bool:
    prose = document.prose
    month = _MONTH.match(prose, word.end)
    return prose.startswith(_PARTS, word.end) or (month is not None and not month[1].strip(_DIGITS))


def _ambiguous(document: Document, word: Span, titled: TitleYears) -> Finding:
    written = document.text[word.start : word.end]
    year = max(titled.years)
    offset = _OFFSETS[written[0]]
    line = document.line_number(titled.span.start)
    published = document.get(publication)
    zh = f"，发布日期{published.day}不能作准" if published else ""
    en = f"; publication on {published.day} proves nothing" if published else ""
    message = Text(
        f"“{written}”是{year + offset}年还是{year + 1 + offset}年，说不准：标题（第{line}行）是{year}年的报告，"
        f"可能写于{year}年或{year + 1}年，全文没有成文日期，也没有写明年份{zh}；请写明年份",
        f"{written} can be {year + offset} or {year + 1 + offset}: a report on {year} (title, line {line}) is written "
        f"in {year} or {year + 1}, and the text has no date of signature and states no year{en}",
    )
    return Finding(word, message, related=(Related(titled.span, Text("标题的年份", "the year in the title")),))


def _unknown(document: Document, words: Sequence[Span]) -> Finding:
    written = document.text[words[0].start : words[0].end]
    message = Text(
        f"“{written}”无从推算：全文和标题都没有写明的年份，也没有成文日期，这样的词有{len(words)}处；请写明年份",
        f"{written} can't be resolved: no year in the text, its title or a signature; {len(words)} such words",
    )
    return Finding(words[0], message, severity=Severity.NOTE)
