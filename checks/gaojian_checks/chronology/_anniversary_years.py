"""Which year a text gives an anniversary, where that is not its own."""

from gaojian import Document, NamedTuple, Pattern, Text
from gaojian_checks.language.anniversaries import AnniversaryMention
from gaojian_checks.language.dates import DateExpression, Kind
from gaojian_checks.language.passages import dates_within, sentence_around, stated_years
from gaojian_checks.language.period import period
from gaojian_checks.language.present_years import present_years

_BOUND = Pattern(
    r"(?:也|又|正|还)?(?:是|系|为|恰逢|正值|适逢|迎来)[^，。；]{0,8}"
    r"|[，,]?[^，。；]{0,10}(?:庆祝|纪念)[^，。；]{0,4}"
)
_PREPARED = ("迎接", "喜迎", "献礼", "筹备", "即将", "将于", "将在", "前夕", "准备", "启动")
_ELSEWHEN = ("以来", "以來", "曾", "早在", "回顾", "当年")
_RELATIVE = {"今年": 0, "去年": -1, "明年": 1}
_DATED = frozenset({Kind.FULL_DATE, Kind.YEAR_MONTH, Kind.YEAR, Kind.TEN_DAYS, Kind.FISCAL_YEAR, Kind.MONTH_DAY})
# 为庆祝建党90周年，2011年举办
_FOLLOWED = Pattern("(?:之际)?[，,]")


class ToldYear(NamedTuple):
    """What says that an anniversary is in another year, and that ``year`` where it is only one."""

    evidence: Text
    year: int | None


def told_year(document: Document, mention: AnniversaryMention) -> ToldYear | None:
    """Return the year of the sentence, of the title or of the signature that ``mention`` doesn't fall in."""
    sentence = sentence_around(document.prose, mention.span)
    words = document.prose[slice(*sentence)]
    if any(word in words for word in _ELSEWHEN):
        return None
    dates = dates_within(document, sentence)
    stated = [date for date in dates if stated_years(date)]
    if {mention.year, mention.anniversary.base} & {year for date in stated for year in stated_years(date) or ()}:
        return None
    grace = 1 if any(word in words for word in _PREPARED) else 0
    timed = [date for date in dates if date in stated or date.part in _RELATIVE]
    before = [date for date in timed if date.span.end <= mention.span.start]
    if before:
        between = document.prose[before[-1].span.end : mention.span.start]
        return _of_date(document, mention, before[-1], grace if _BOUND.compiled.fullmatch(between) else grace + 1)
    if timed and _FOLLOWED.compiled.fullmatch(
        document.prose, mention.span.end, max(mention.span.end, timed[0].span.start)
    ):
        return _of_date(document, mention, timed[0], grace + 1)
    return None if timed else _of_document(document, mention)


def _of_date(document: Document, mention: AnniversaryMention, bound: DateExpression, grace: int) -> ToldYear | None:
    written = document.text[slice(*bound.span)]
    if bound.part in _RELATIVE:
        years = present_years(document, _RELATIVE[bound.part])
        grace += len(years) > 1
        written += f"（{min(years)}年）" if len(years) == 1 else ""
    elif bound.kind in _DATED and bound.start:
        years = frozenset({bound.start.year})
    else:
        return None
    if not years or any(abs(year - mention.year) <= grace for year in years):
        return None
    evidence = Text(f"句中的{written}", f"{written} in the sentence")
    return ToldYear(evidence, min(years) if len(years) == 1 else None)


def _of_document(document: Document, mention: AnniversaryMention) -> ToldYear | None:
    told = document.get(period)
    fits = told is None or told.first - 1 <= mention.year <= told.last + 1
    return None if told is None or fits else ToldYear(told.evidence(document), None)
