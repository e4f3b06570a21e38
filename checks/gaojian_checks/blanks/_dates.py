"""Dates without a year, month or day, in the frames that prove the loss."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaojian import Pattern, Span
from gaojian_checks.blanks._surroundings import BLANKS, MASKS, NUMERALS

_GAP = f"[{BLANKS}]{{0,6}}"
_NUMBER = "[0-9０-９一二三四五六七八九十〇○零元]{0,3}"
# 3月日均, 月平均, 日报: here 日 or 月 begins another word.
_DAY = f"{_GAP}日(?![均平常本报報程用产產照内內俄美韩韓军軍方籍式资資企趋趨夜])"
_MONTH_END = "月(?![均平度报報刊薪租供费費季票饼餅嫂色光工经經活息])"

# What may stand before 年 with no number: 每年, 今年, 学年, 财年, 近年.
_YEAR = Pattern(
    f"年(?<![{NUMERALS}{MASKS}A-Za-z每今去本当當全明同该該翌昨历歷往某近生民学學财財周週整逾跨隔闰閏新旧青少中老成常次]年)"
    f"(?P<month>{_GAP}(?P<m>{_NUMBER}){_GAP}{_MONTH_END}(?P<day>{_GAP}(?P<d>{_NUMBER}){_DAY})?)?",
    "年",
)
_MONTH = Pattern(
    f"月(?<![{NUMERALS}{MASKS}A-Za-z每当當本上下同该該次腊臘正闰閏冬岁歲个個满滿蜜累按逐整翌前后後]月)"
    f"{_MONTH_END[1:]}(?P<day>{_GAP}(?P<d>{_NUMBER}(?:(?<=[0-9０-９])[—－~～-]{_NUMBER})?){_DAY})?",
    "月",
)
_DAY_AFTER_MONTH = Pattern(f"月(?<=[0-9０-９一二三四五六七八九十]月){_DAY}", "月")
_NUMBERED_YEAR = Pattern(f"(?:[0-9０-９〇○零一二三四五六七八九]{{2,4}}|[今去本同明当當上次翌])年{_GAP}$")
# 20  年  月  日: the form prints the century.
_CENTURY = Pattern(f"(?:19|20|二[〇○零])[{BLANKS}]{{1,6}}年{_GAP}$")
_NUMBERED_MONTH = Pattern(
    f"(?:[0-9０-９〇○零一二三四五六七八九]{{2,4}}年{_GAP})?[0-9０-９一二三四五六七八九十]{{1,3}}$"
)

# Words that begin with 年: 年度, 年底, 年均, 年产量, 年收入.
_PERIOD = "[上下]半年|前[一二三]个?季度|第?[一二三四]季度"
_YEAR_WORDS = (
    "度终終末中底初关關轻輕会會级級鉴鑒报報货貨夜節节检檢审審金假薪产產均龄齡画畫味兽猪内內老迈邁幼满"
    "滿放收销銷生发發轮輪复複利增历歷谱譜成代费費租息吞客用需总總平人际際月纪紀富资資旅运運交营營处處限少"
)
# After these a bare 年 has lost its number; what may follow says so.
_AFTER_YEAR = (
    ("比较較", Pattern("[增提減减下上多少高低翻净淨略]")),
    ("比较較自从從由至到止", Pattern(f"(?![{_YEAR_WORDS}])[\u4e00-\u9fff，,、。；—]")),
    (
        "于於在",
        Pattern(
            "的|以[来前后來後]|之?[前后後]|[春夏秋冬]|全[国省市县]|召开|举行|[成建]|动工|投产|竣工|启动|开工|正式|[，,、。；至到—]"
        ),
    ),
    ("与與同和", Pattern("相比|同期|持平")),
    ("续續", Pattern("保持|增[长長]|[获獲荣榮被位居稳穩实實超]|[，,。；]")),
    ("时時期达達", Pattern("[，,。；]")),
    (
        "，。；,;",
        Pattern(
            "[上下]半年|前[一二三]个?季度|第?[一二三四]季度|全[国省市县区州镇乡]|我[国省市县区局镇]|各[级地]|国务院|党中央|中央|国家"
            "|[，,的将將是为為比拟擬达達即仍]|预[计期]|来[，,]|第[一二三四]|提高到"
        ),
    ),
)
_PREPOSITIONS = "于於自从從至到在截止定"
_OPENS = _PREPOSITIONS + "，。；、：（(,;:“”》）)的经歷历"
_HEADING = Pattern(
    "[^，。；：\\s]{2,30}(?:总结|總結|报告|報告|计划|計劃|要点|要點|汇报|匯報|方案|预算|预算|决算)(?=[\r\n]|$)"
)


class BlankDate(NamedTuple):
    """A date with a part missing; ``lacks`` names the units without number; ``blank_line`` if nothing is filled in."""

    span: Span
    lacks: str
    blank_line: bool = False


def blank_dates(prose: str) -> Iterator[BlankDate]:
    """Yield every date that lacks a number, each once, in order."""
    found = sorted([*_without_year(prose), *_without_month(prose), *_without_day(prose)])
    end = -1
    for date in found:
        if date.span.start >= end:
            end = date.span.end
            yield date


def _without_year(prose: str) -> Iterator[BlankDate]:
    for match in _YEAR.finditer(prose):
        start, end = match.span()
        last = prose[max(0, start - 24) : start].rstrip()[-1:]
        if last and last in NUMERALS:
            continue
        if match["month"] is None:
            if _year_is_missing(prose, last, start, end):
                yield BlankDate(Span(start, end), "年")
        elif not match["m"] and not match["d"] and _stands_alone(prose, start, end):
            yield BlankDate(Span(start, end), "年月日", blank_line=True)
        elif match["m"] or (last and last in _PREPOSITIONS) or _opens_line(prose, match):
            yield BlankDate(Span(start, end), "年" + _lacking(match["m"], match["d"], match["day"]))


def _year_is_missing(prose: str, last: str, start: int, end: int) -> bool:
    if _starts_line(prose, start):
        return prose[end : end + 1] not in _YEAR_WORDS and _HEADING.match(prose, end) is not None
    return any(last in before and follows.match(prose, end) for before, follows in _AFTER_YEAR)


def _without_month(prose: str) -> Iterator[BlankDate]:
    for match in _MONTH.finditer(prose):
        start, end = match.span()
        left = prose[max(0, start - 12) : start]
        year = _NUMBERED_YEAR.search(left)
        if year is not None:
            span = Span(start - len(left) + year.start(), end)
            yield BlankDate(span, "月" + _lacking("1", match["d"], match["day"]))
        elif (century := _CENTURY.search(left)) is not None:
            span = Span(start - len(left) + century.start(), end)
            yield BlankDate(span, "年月日", blank_line=_stands_alone(prose, *span))
        elif match["day"] and left.strip() and left.rstrip()[-1] in _OPENS:
            yield BlankDate(Span(start, end), "月" + _lacking("1", match["d"], match["day"]))


def _without_day(prose: str) -> Iterator[BlankDate]:
    for match in _DAY_AFTER_MONTH.finditer(prose):
        left = prose[max(0, match.start() - 14) : match.start()]
        number = _NUMBERED_MONTH.search(left)
        if number is not None:
            span = Span(match.start() - len(left) + number.start(), match.end())
            yield BlankDate(span, "日")


def _lacking(month: str, day: str | None, has_day: str | None) -> str:
    return ("" if month else "月") + ("" if day or has_day is None else "日")


def _opens_line(prose: str, match: re.Match[str]) -> bool:
    """年月日 市人大通过: all its numbers gone, before the words that the date belongs to; 年 月 日 may be a form."""
    start, end = match.span()
    after = prose[end : end + 8].lstrip(BLANKS)
    return (
        match[0] == "年月日"
        and "\u4e00" <= after[:1] <= "\u9fff"
        and after[0] not in "时時"
        and (_starts_line(prose, start) or prose[start - 1] in "。；）")
    )


def _starts_line(prose: str, offset: int) -> bool:
    return prose[max(0, offset - 40) : offset].rstrip(BLANKS + "#")[-1:] in ("", "\n", "\r")


def _stands_alone(prose: str, start: int, end: int) -> bool:
    before, after = prose[max(0, start - 40) : start].rstrip(BLANKS), prose[end : end + 20].lstrip(BLANKS)
    return before[-1:] in ("", "\n", "\r") and after[:1] in ("", "\n", "\r")
