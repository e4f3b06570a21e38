"""The years that a title names, and whether the document is about them.

Analyses, to be called through ``document.get``; ``report_years`` tells the year a report is about.
"""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.numerals import value
from gaojian_checks.language.outline import title

_HAN = "一二三四五六七八九十〇零○"
_YEAR = Pattern("[0-9]+|年")
# A number without 年 is a year, unless it numbers or counts something.
_NOT_BEFORE = frozenset("〔［[第")
_NOT_AFTER = frozenset("-./〕］]号號万萬亿億元人个個户戶亩畝")
_JOINED_YEARS = Pattern(
    r"(?<![0-9])([0-9]{4})年? ?(?:[-—–－~～]{1,2}|[至到]) ?([0-9]{4})(?:年度?|(?![0-9]))", *"-—–－~～至到"
)
_METADATA_LABEL = Pattern(
    r"(?:发布|發布|更新|发表|發表|上传|刊登)(?:时间|時間|日期|于)|来源[：:]|來源[：:]",
    *("时间", "時間", "日期", "于", "来源", "來源"),
)
# What sums up its own year; an audit, a survey, a report on one project tells of other years as well.
_SUMMARY = (
    *("总结", "總結", "述职", "述職", "履职", "履職", "小结", "小結", "工作报告", "工作報告", "工作情况", "工作情況"),
    *("工作回顾", "工作回顧", "执行情况", "執行情況"),
)
# Most titles are told by their characters to be no summary.
_ENDS_OF_SUMMARIES = frozenset([word[-1] for word in _SUMMARY] + ["告"])
_YEARLY_REPORT = Pattern("年度[^规计方]{0,20}报告", "年度")
_STUDY = (
    *(
        "审计",
        "審計",
        "调查",
        "調查",
        "调研",
        "調研",
        "评估",
        "評估",
        "核查",
        "检查",
        "檢查",
        "史",
        "志",
        "年鉴",
        "年鑑",
    ),
    *("综述", "灾后"),
)
_PROJECT = Pattern("(?:工程|项目)(?!局|处|院|办|部|公)", "工程", "项目")
_COUNT = "三四五六七八九十"
# Every branch begins with a character, so that the library looks for these alone.
_SEVERAL_YEARS = Pattern(
    "任期|[历歷][年程]|届(?<=[本换]届)|屆(?<=[本換]屆)"
    "|年(?:(?<=[三四五]年)(?:工作)?(?:总结|回顾|计划)"
    f"|(?<=过去[{_COUNT}]年)|(?<=过去的[{_COUNT}]年)|(?<=[{_COUNT}几多幾3456789]年)[来來])",
)
_HEAD = 600
_EARLIEST, _LATEST = 1900, 2100


class TitleYears(NamedTuple):
    """The years a title names, in order of mention, and the place of the first."""

    years: tuple[int, ...]
    span: Span


def title_years(document: Document) -> TitleYears | None:
    """Return the years in the title: of 2013年度履职报告 2013, of 2009—2012年 both ends; None without any."""
    span = document.get(title)
    if span is None:
        return None
    heading = document.prose[span.start : span.end]
    label = next(_METADATA_LABEL.finditer(heading), None)
    heading = heading[: label.start()] if label else heading
    joined = next(_JOINED_YEARS.finditer(heading), None)
    if joined:
        first, last = int(joined[1]), int(joined[2])
        place = Span(span.start + joined.start(), span.start + joined.end())
        return TitleYears((first, last), place) if _EARLIEST < first <= last < _LATEST else None
    found = [(year, Span(span.start + low, span.start + high)) for year, low, high in _years(heading)]
    return TitleYears(tuple(dict.fromkeys(year for year, _ in found)), found[0][1]) if found else None


def report_years(document: Document) -> TitleYears | None:
    """Return the years in the title of a report that sums up its own year; None for any other document."""
    span = document.get(title)
    if span is None:
        return None
    heading = document.prose[span.start : span.end]
    if _ENDS_OF_SUMMARIES.isdisjoint(heading):
        return None
    if not any(word in heading for word in _SUMMARY) and not _holds(_YEARLY_REPORT, heading):
        return None
    studies = any(word in heading for word in _STUDY) or _holds(_PROJECT, heading)
    return None if studies else document.get(title_years)


def reviews_several_years(document: Document) -> bool:
    """Return whether the title or the opening declares a period of several years: 五年来, 任期, 历程."""
    return _SEVERAL_YEARS.search(document.prose, 0, _HEAD) is not None


def _years(heading: str) -> Iterator[tuple[int, int, int]]:
    """Yield the years in a title with their places: 2013年度, 二〇一三年, or 2013 alone."""
    for match in _YEAR.finditer(heading):
        low, high = match.span()
        if match[0] == "年":
            low, high = low - 4, low
            if low < 0 or heading[low:high].strip(_HAN):
                continue
        elif high - low != 4 or (low and heading[low - 1] in _NOT_BEFORE) or heading[high : high + 1] in _NOT_AFTER:
            continue
        year = value(heading[low:high])
        if year is not None and _EARLIEST < year < _LATEST:
            if heading.startswith("年", high):
                high += 2 if heading.startswith("度", high + 1) else 1
            yield year, low, high


def _holds(pattern: Pattern, text: str) -> bool:
    return next(pattern.finditer(text), None) is not None
