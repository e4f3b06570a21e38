"""What fixes the time of a document: when it was signed, which year its title names, when it was published.

Analyses, to be called through ``document.get``: ``signature`` is the strongest; ``report_years`` tells the year a
report is about; ``publication`` is no anchor, only a bound: nothing told in the past tense can be later. ``horizon`` is
the best of them that says what the document can't know.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gaojian import Document, Pattern, Span, Text
from gaojian_checks.language import calendar
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.numerals import value
from gaojian_checks.language.outline import title

_HAN = "[一二三四五六七八九十〇零○]"
_FEW_DIGITS = rf"([0-9]{{1,2}}|{_HAN}{{1,3}})"
_DATE = Pattern(
    rf"(?<![0-9])((?:[0-9]{{4}}|{_HAN}{{4}})) ?年 ?{_FEW_DIGITS} ?月 ?{_FEW_DIGITS} ?[日号號]"
    r"|(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])"
)
# A number without 年 is a year, unless it numbers or counts something.
_YEAR = Pattern(
    rf"(?<![0-9〔［\[第])([0-9]{{4}})(?:年度?|(?![0-9-./〕］\]号號万萬亿億元人个個户戶亩畝]))|({_HAN}{{4}})年度?"
)
_JOINED_YEARS = Pattern(r"(?<![0-9])([0-9]{4})年? ?(?:[-—–－~～]{1,2}|[至到]) ?([0-9]{4})(?:年度?|(?![0-9]))")
_LONE_DATE = Pattern(r"[日号號][ \t\u3000]*[）)]?[*_]{0,2}[ \t\u3000\r]*$", "日", "号", "號", flags=re.MULTILINE)
# Under the title: （2013年3月5日）, （…年…月…日通过 …年…月…日修正）, ——2013年3月5日在…上, or the date alone.
_DELIVERY = Pattern(r"[ \t\u3000*_>]*(?P<mark>[（(—–-]{0,2})[ \t\u3000]*(?=[0-9一二])")
_DELIVERED = Pattern(r"[ \t\u3000]*(?:[(（]?星期.[)）]?|在[^。；\n]{2,60}[会會上])?[）)]?[*_ \t\u3000\r]*")
_SIGNED = Pattern(r"(?:成文|签发|簽發|印发|印發|发文|發文)(?:日期|时间|時間)[：:][ \t\u3000]?")
_PUBLISHED = Pattern(
    r"(?:(?:发布|發布|更新|发表|發表|上传|上傳|刊登|刊发|转载)(?:时间|時間|日期|于|於)[】\]]?[ \t\u3000]?[：:]?"
    r"|^(?:date|published|pubdate|publish_date|发布日期)[ \t]*:)[ \t\u3000]*[\"']?(?=[0-9一二])",
    flags=re.MULTILINE | re.IGNORECASE,
)
_STAMPED_LINE = Pattern(
    r"^[ \t\u3000]*(?=[0-9]{4}[-/.年][^\n]{4,9}[ \t\u3000日T]+[0-9]{1,2}:[0-9]{2})", flags=re.MULTILINE
)
_SEVERAL_YEARS = Pattern(
    r"(?:年来|年來)(?<=[三四五六七八九十几多幾3-9]年[来來])|任期|本届|本屆|历年|歷年|历程|歷程|[三四五]年(?:工作)?(?:总结|回顾|计划)"
    r"|过去(?:的)?[三四五六七八九十]年|換屆|换届"
)
_METADATA_LABEL = Pattern(r"(?:发布|發布|更新|发表|發表|上传|刊登)(?:时间|時間|日期|于)|来源[：:]|來源[：:]")
# What sums up its own year; an audit, a survey, a report on one project tells of other years as well.
_SUMMARY = Pattern(
    "总结|總結|述职|述職|履职|履職|小结|小結|工作报告|工作報告|工作情况|工作情況|工作回顾|工作回顧|执行情况|執行情況|年度[^规计方]{0,20}报告"
)
_STUDY = Pattern(
    "审计|審計|调查|調查|调研|調研|评估|評估|核查|检查|檢查|史|志|年鉴|年鑑|综述|灾后|(?:工程|项目)(?![局处院办部公])"
)
_STOPS = Pattern("[。，；：、,;:|#]")
_HEAD, _TAIL, _END, _FEW = 600, 3000, 400, 3
_EARLIEST, _LATEST = 1900, 2100


class Anchor(NamedTuple):
    """A day that fixes the time of a document, and the place where it stands."""

    day: date
    span: Span


class TitleYears(NamedTuple):
    """The years a title names, in order of mention, and the place of the first."""

    years: tuple[int, ...]
    span: Span


class Horizon(NamedTuple):
    """The last day that a document can know of, and what says so; ``is_signed`` where that is the signature."""

    day: date
    span: Span
    label: Text
    is_signed: bool = False


def signature(document: Document) -> Anchor | None:
    """Return the date of signature: alone on a line at the end, under the title, or labelled 成文日期."""
    prose = document.prose
    for match in _SIGNED.finditer(prose, 0, _HEAD):
        labelled = next(_anchors(prose, match.end(), match.end() + 20), None)
        if labelled:
            return labelled
    return _at_the_end(prose) or _under_the_title(document)


def title_years(document: Document) -> TitleYears | None:
    """Return the years in the title: of 2013年度履职报告 2013, of 2009—2012年 both ends; None without any."""
    span = document.get(title)
    if span is None:
        return None
    label = _METADATA_LABEL.search(document.prose, span.start, span.end)
    end = label.start() if label else span.end
    joined = _JOINED_YEARS.search(document.prose, span.start, end)
    if joined:
        first, last = int(joined[1]), int(joined[2])
        return TitleYears((first, last), Span(*joined.span())) if _EARLIEST < first <= last < _LATEST else None
    found = []
    for match in _YEAR.finditer(document.prose, span.start, end):
        year = value(match[1] or match[2])
        if year is not None and _EARLIEST < year < _LATEST:
            found.append((year, Span(*match.span())))
    return TitleYears(tuple(dict.fromkeys(year for year, _ in found)), found[0][1]) if found else None


def report_years(document: Document) -> TitleYears | None:
    """Return the years in the title of a report that sums up its own year; None for any other document."""
    titled = document.get(title_years)
    span = document.get(title)
    if titled is None or span is None or not _SUMMARY.search(document.prose, span.start, span.end):
        return None
    return None if _STUDY.search(document.prose, span.start, span.end) else titled


def horizon(document: Document) -> Horizon | None:
    """Return what the document can't know of: the signature, else the publication, else the end of the next year.

    A report on a year is written by June of the next one; the rest of that year is spared. Statutes, which carry the
    dates of their amendments, have no horizon.
    """
    if document.get(genre) is Genre.STATUTE:
        return None
    signed = document.get(signature)
    if signed:
        label = Text(f"成文日期{signed.day}", f"the date of signature, {signed.day}")
        return Horizon(signed.day, signed.span, label, is_signed=True)
    published = document.get(publication)
    titled = document.get(report_years)
    ends = date(max(titled.years) + 1, 12, 31) if titled else date.max
    if published and published.day < ends:
        label = Text(f"发布日期{published.day}", f"the date of publication, {published.day}")
        return Horizon(published.day, published.span, label)
    if titled is None:
        return None
    year = max(titled.years)
    return Horizon(ends, titled.span, Text(f"标题的{year}年", f"the year in the title, {year}"))


def publication(document: Document) -> Anchor | None:
    """Return the date in metadata at either end: 发布时间：…, ``date:`` in front matter, a bare time stamp."""
    text = document.text
    foot = max(2 * _HEAD, len(text) - _END)
    for pattern, low, high in ((_PUBLISHED, 0, 2 * _HEAD), (_STAMPED_LINE, 0, _HEAD), (_PUBLISHED, foot, len(text))):
        for match in pattern.finditer(text, low, high):
            published = next(_anchors(text, match.end(), match.end() + 20), None)
            if published:
                return published
    return None


def reviews_several_years(document: Document) -> bool:
    """Return whether the title or the opening declares a period of several years: 五年来, 任期, 历程."""
    return _SEVERAL_YEARS.search(document.prose, 0, min(len(document.prose), _HEAD)) is not None


def _anchors(text: str, start: int, end: int) -> Iterator[Anchor]:
    for match in _DATE.finditer(text, start, end):
        year, month, day = (value(part) for part in (match.groups()[:3] if match[1] else match.groups()[3:]))
        if year and _EARLIEST < year < _LATEST and month and day and calendar.exists(year, month, day):
            yield Anchor(date(year, month, day), Span(*match.span()))


def _at_the_end(prose: str) -> Anchor | None:
    """Return the last date that ends a line and has at most a signatory before it."""
    lone: list[Anchor] = []
    for match in _LONE_DATE.finditer(prose, max(0, len(prose) - _TAIL)):
        low = max(0, match.end() - 80)
        start = max(prose.rfind("\n", low, match.start()), prose.rfind("\r", low, match.start())) + 1
        if not start and low:
            continue
        anchor = next(_anchors(prose, start, match.end()), None)
        if anchor and anchor.span.end == match.start() + 1 and _is_signatory(prose[start : anchor.span.start]):
            lone.append(anchor)
    # Many lone dates make a chronicle or a table; then only the one at the very end signs the document.
    if lone and (len(lone) <= _FEW or len(prose) - lone[-1].span.end < _END):
        return lone[-1]
    return None


def _is_signatory(before: str) -> bool:
    name = before.strip(" \t\u3000*_>（(")
    return not name or (len(name) <= 30 and before[-1] in " \t\u3000" and not _STOPS.search(name))


def _under_the_title(document: Document) -> Anchor | None:
    """Return the latest date of a line near the top that begins with a date: ——2022年3月5日在…上, （2013年3月5日）."""
    for start, end in document.paragraphs[:8]:
        opening = _DELIVERY.match(document.prose, start, end)
        if opening is None:
            continue
        anchors = list(_anchors(document.prose, opening.end(), min(end, start + 400)))
        if not anchors or anchors[0].span.start != opening.end():
            continue
        if opening["mark"] or _DELIVERED.compiled.fullmatch(document.prose, anchors[0].span.end, end):
            return max(anchors)
    return None
