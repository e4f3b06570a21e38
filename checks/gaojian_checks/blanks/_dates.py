"""Dates without a year, month or day, in the frames that prove the loss."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Span
from gaojian_checks.blanks._date_parts import (
    MONTH_NUMERALS,
    NOT_AFTER_DAY,
    NOT_AFTER_MONTH,
    YEARS_BY_NAME,
    century_before,
    lacking_day,
    read_day,
    read_month,
    skip_blanks,
    year_before,
)
from gaojian_checks.blanks._surroundings import BLANKS, MASKS, NUMERALS, is_han
from gaojian_checks.language.clues import clues

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_FILLED = NUMERALS + MASKS + _LATIN
# What may stand before 年 with no number: 每年, 今年, 学年, 财年, 近年.
_NOT_BEFORE_YEAR = frozenset(
    _FILLED + "每今去本当當全明同该該翌昨历歷往某近生民学學财財周週整逾跨隔闰閏新旧青少中老成常次"
)
_NOT_BEFORE_MONTH = frozenset(_FILLED + "每当當本上下同该該次腊臘正闰閏冬岁歲个個满滿蜜累按逐整翌前后後")
_MONTH_NUMBERS = frozenset(MONTH_NUMERALS)
_MARKS = frozenset("，,、。；—")
# Words that begin with 年: 年度, 年底, 年均, 年产量, 年收入.
_YEAR_WORDS = frozenset(
    "度终終末中底初关關轻輕会會级級鉴鑒报報货貨夜節节检檢审審金假薪产產均龄齡画畫味兽猪内內老迈邁幼满"
    "滿放收销銷生发發轮輪复複利增历歷谱譜成代费費租息吞客用需总總平人际際月纪紀富资資旅运運交营營处處限少"
)
_TIME_AND_PLACE = """
    的 以来 以前 以後 以后 以來 之前 之后 之後 前 后 後 春 夏 秋 冬 全国 全省 全市 全县 召开 举行 成 建 动工
    投产 竣工 启动 开工 正式 ， , 、 。 ； 至 到 —
    """
_STATEMENTS = """
    上半年 下半年 前一季度 前二季度 前三季度 前一个季度 前二个季度 前三个季度 一季度 二季度 三季度 四季度
    第一季度 第二季度 第三季度 第四季度
    全国 全省 全市 全县 全区 全州 全镇 全乡 我国 我省 我市 我县 我区 我局 我镇 各级 各地
    国务院 党中央 中央 国家 ， , 的 将 將 是 为 為 比 拟 擬 达 達 即 仍 预计 预期 来， 来, 第一 第二 第三 第四
    提高到
    """
_CONTINUED = "保持 增长 增長 获 獲 荣 榮 被 位 居 稳 穩 实 實 超 ， , 。 ；"
# After the first a bare 年 has lost its number; the second, which may follow, say so.
_AFTER_YEAR: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("比较較", tuple("增提減减下上多少高低翻净淨略")),
    **dict.fromkeys("于於在", tuple(_TIME_AND_PLACE.split())),
    **dict.fromkeys("与與同和", ("相比", "同期", "持平")),
    **dict.fromkeys("续續", tuple(_CONTINUED.split())),
    **dict.fromkeys("时時期达達", tuple("，,。；")),
    **dict.fromkeys("，。；,;", tuple(_STATEMENTS.split())),
}
_COMPARING = frozenset("比较較自从從由至到止")
_PREPOSITIONS = "于於自从從至到在截止定"
_OPENS = _PREPOSITIONS + "，。；、：（(,;:“”》）)的经歷历"
_KINDS = "总结 總結 报告 報告 计划 計劃 要点 要點 汇报 匯報 方案 预算 預算 决算"
_HEADINGS = tuple(_KINDS.split())
_LONGEST_HEADING = 34


class BlankDate(NamedTuple):
    """A date with a part missing; ``lacks`` names the units without number; ``blank_line`` if nothing is filled in."""

    span: Span
    lacks: str
    blank_line: bool = False


def blank_dates(document: Document) -> Iterator[BlankDate]:
    """Yield every date that lacks a number, each once, in order."""
    prose, signs = document.prose, document.get(clues)
    found = sorted([*_without_year(prose, signs.of("年")), *_without_month_or_day(prose, signs.of("月"))])
    end = -1
    for date in found:
        if date.span.start >= end:
            end = date.span.end
            yield date


def _without_year(prose: str, years: list[int]) -> Iterator[BlankDate]:
    for start in years:
        # To index is twice as fast as to slice; at the very start, nothing stands before.
        if prose[start - 1] in _NOT_BEFORE_YEAR and start:
            continue
        last = prose[max(0, start - 24) : start].rstrip()[-1:]
        if last and last in NUMERALS:
            continue
        month = read_month(prose, start + 1)
        span = Span(start, month.end if month else start + 1)
        if month is None:
            if _year_is_missing(prose, last, start):
                yield BlankDate(span, "年")
        elif not month.number and not (month.day and month.day.number) and _stands_alone(prose, *span):
            yield BlankDate(span, "年月日", blank_line=True)
        elif month.number or (last and last in _PREPOSITIONS) or _opens_line(prose, span):
            yield BlankDate(span, "年" + month.lacks)


def _year_is_missing(prose: str, last: str, start: int) -> bool:
    following = prose[start + 1 : start + 2]
    if _starts_line(prose, start):
        return following not in _YEAR_WORDS and _is_heading(prose, start + 1)
    if last in _COMPARING and following not in _YEAR_WORDS and (is_han(following) or following in _MARKS):
        return True
    return prose.startswith(_AFTER_YEAR.get(last, ()), start + 1)


def _is_heading(prose: str, start: int) -> bool:
    """Return whether the rest of the line ends a title: 水务局工作总结."""
    line = prose[start : start + _LONGEST_HEADING + 1].replace("\r", "\n").partition("\n")[0]
    return (
        4 <= len(line) <= _LONGEST_HEADING
        and line.endswith(_HEADINGS)
        and not any(character.isspace() or character in "，。；：" for character in line)
    )


def _without_month_or_day(prose: str, months: list[int]) -> Iterator[BlankDate]:
    for start in months:
        last = prose[start - 1 : start]
        if last in _MONTH_NUMBERS:
            day = skip_blanks(prose, start + 1)
            if prose[day : day + 1] == "日" and prose[day + 1 : day + 2] not in NOT_AFTER_DAY:
                yield _without_day(prose, start, day + 1)
        elif last not in _NOT_BEFORE_MONTH and prose[start + 1 : start + 2] not in NOT_AFTER_MONTH:
            yield from _without_month(prose, start)


def _without_month(prose: str, start: int) -> Iterator[BlankDate]:
    day = read_day(prose, start + 1, ranges=True)
    end = day.end if day else start + 1
    left = prose[max(0, start - 12) : start]
    year = year_before(left)
    century = century_before(left) if year is None else None
    lacks = "月" + lacking_day(day)
    if year is not None:
        yield BlankDate(Span(start - len(left) + year, end), lacks)
    elif century is not None:
        span = Span(start - len(left) + century, end)
        yield BlankDate(span, "年月日", blank_line=_stands_alone(prose, *span))
    elif day and left.strip() and left.rstrip()[-1] in _OPENS:
        yield BlankDate(Span(start, end), lacks)


def _without_day(prose: str, start: int, end: int) -> BlankDate:
    left = prose[max(0, start - 14) : start]
    words = left.rstrip(MONTH_NUMERALS)
    month = len(left) - len(words)
    year = year_before(words) if month <= 3 else None
    first = len(left) - min(month, 3)
    if year is not None and words[year] not in YEARS_BY_NAME:
        first = year
    return BlankDate(Span(start - len(left) + first, end), "日")


def _opens_line(prose: str, span: Span) -> bool:
    """年月日 市人大通过: all its numbers gone, before the words that the date belongs to; 年 月 日 may be a form."""
    start, end = span
    after = prose[end : end + 8].lstrip(BLANKS)
    return (
        prose[start:end] == "年月日"
        and is_han(after[:1])
        and after[0] not in "时時"
        and (_starts_line(prose, start) or prose[start - 1] in "。；）")
    )


def _starts_line(prose: str, offset: int) -> bool:
    if is_han(prose[offset - 1 : offset]):
        return False
    return prose[max(0, offset - 40) : offset].rstrip(BLANKS + "#")[-1:] in ("", "\n", "\r")


def _stands_alone(prose: str, start: int, end: int) -> bool:
    before, after = prose[max(0, start - 40) : start].rstrip(BLANKS), prose[end : end + 20].lstrip(BLANKS)
    return before[-1:] in ("", "\n", "\r") and after[:1] in ("", "\n", "\r")
