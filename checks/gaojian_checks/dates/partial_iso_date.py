"""DAT015 partial-iso-date."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good

# 2008-8 is a date only between words that ask for one; elsewhere it is a score, a version, a number or a range.
_BEFORE = r"(?:(?:日期|时间|時間)[：:]|截至|截止|自|从|從|至|到|在|于|於)[ \u3000]?"
_AFTER = (
    r"(?=[ \u3000]?(?:[，。；、）)]|以[来來前后後]|之[前后後]|[前后後](?![0-9])|起|止|期间|期間|开始|開始"
    r"|[底初末]|[召举开建成立通发颁修竣投完]|\r?$))"
)
_PAIR = Pattern(r"-([0-9](?<=[0-9]-.)[0-9]?)(?![0-9A-Za-z./-])", "-")
_NUMBER = Pattern(r"(?<![0-9A-Za-z./-])([0-9]{1,4})$")
_COUNTED = frozenset("年月日度期级届次号%")
_MONTHS, _LONGEST_MONTH, _DIGITS_OF_A_YEAR = 12, 31, 4
_YEAR_BEFORE = Pattern(_BEFORE + r"$")
_DAY_BEFORE = Pattern(r"(?:(?:日期|时间|時間)[：:]|定于|定於|截至|截止)[ \u3000]?$")
_END = Pattern(_AFTER, flags=re.MULTILINE)
_TABLE = frozenset("|\t│┃")
_REACH = 10


class PartialIsoDate(Check):
    """缩写日期：“2008-8”“8-8”应作“2008年8月”“8月8日”。

    “-”只有在年、月、日齐全时才能代替“年”“月”，缺了一项，“2008-8”可以是年月，也可以是编号、比分、版本。只报前后有
    “日期：”“截至”“定于”“成立于”“以来”等字样，确是日期的。

    不报：“2008-08-08”；比分“3-2”；起止“2011-2020年”“3-5个”；标准号、版本号、电话；表格里的数字。

    A stroke may stand for 年 and 月 only in a complete date. Reported where the words around ask for a date; scores,
    ranges, numbers and tables are left alone.
    """

    code = "DAT015"
    name = "partial-iso-date"
    title = Text("缩写日期", "incomplete date with a stroke")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("-", "0|1|2|3|4|5|6|7|8|9")
    basis = ("GB/T 15835—2011 5.1.4",)
    examples = (
        bad("合作社成立于⟦2008-8⟧，现有社员百人。", fixed="合作社成立于2008年8月，现有社员百人。"),
        bad("截至⟦2013-06⟧底，完成投资六成。", fixed="截至2013年6月底，完成投资六成。"),
        bad("会议定于⟦8-8⟧召开。", fixed="会议定于8月8日召开。"),
        bad("自⟦2010-3⟧以来，无事故。", fixed="自2010年3月以来，无事故。"),
        good("合作社成立于2008-08-08，注册号2008-8。"),
        good("主队以3-2取胜，于3-5个工作日内答复。"),
        good("自2011-2020年，参照GB 9704-2012；见第3-5页。"),
        good("电话：0838-12；版本2008-8；第2008-8号。"),
        good("| 日期：2008-8 | 截至2013-06 |"),
        good("在2013-14赛季，从2012-13学年起。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every incomplete date that a stroke holds together."""
        prose = document.prose
        for match in _PAIR.finditer(prose):
            number = _NUMBER.search(prose, max(0, match.start() - 5), match.start())
            if number is None:
                continue
            first, second, span = int(number[1]), int(match[1]), Span(number.start(), match.end())
            if len(number[1]) == _DIGITS_OF_A_YEAR:
                is_month = number[1][:2] in {"19", "20"} and 1 <= second <= _MONTHS
                if (
                    is_month
                    and prose[span.end : span.end + 1] not in _COUNTED
                    and _is_date(document, _YEAR_BEFORE, span)
                ):
                    yield _finding(span, f"{first}年{second}月")
            elif 1 <= first <= _MONTHS and 1 <= second <= _LONGEST_MONTH and _is_date(document, _DAY_BEFORE, span):
                yield _finding(span, f"{first}月{second}日")


def _is_date(document: Document, before: Pattern, span: Span) -> bool:
    prose = document.prose
    if before.search(prose, max(0, span.start - _REACH), span.start) is None or _END.match(prose, span.end) is None:
        return False
    line = document.line_around(span.start)
    return _TABLE.isdisjoint(prose[line.start : line.end])


def _finding(span: Span, right: str) -> Finding:
    message = Text(
        f"年、月、日不齐全时不能用“-”，应作“{right}”",
        f"a stroke may stand for 年 and 月 in complete dates only; write {right}",
    )
    fix = Fix(Text(f"改为“{right}”", f"change to {right}"), (Edit(span, right),), Safety.UNSAFE)
    return Finding(span, message, fix)
