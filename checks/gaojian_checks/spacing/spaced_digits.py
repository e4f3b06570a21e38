"""SPC004 spaced-digits."""

from collections.abc import Iterable, Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import each_or_once
from gaojian_checks.language.twin import in_both_scripts
from gaojian_checks.spacing._blanks import blanks, text_around

_UNITS = "年月日元角万亿个人户件项次名家篇亩吨倍岁天届号位种米公千百平％%‰"
_NUMBER = Pattern(rf"[0-9](?: [0-9]){{0,15}}(?: ?[．.] ?[0-9](?: [0-9]){{0,5}})?(?: ?(?=[{_UNITS}]))")
_YEAR = Pattern("(?:1 ?9|2 ?0) ?[0-9] ?[0-9] ?(?=年)")
# What a number may not go on from: another number, a word, a date, a telephone number, or 表1.
_TAKEN = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.．,:：/／—－-表图圖第条條款附件")
_BLANKS = " \u3000\u00a0"
_LONGEST_PART = 3
_DIGITS_OF_A_DECIMAL = 2


class SpacedDigits(Check):
    """数字拆散：“1 9 9 7 年”“4 6 2 8 0 亿元”“20 13年”。

    一个数的各位数字之间不空格。多因扫描识别或从 PDF 复制而来，查找、核算和转换都认不出这个数。
    全文到处都有时只报一条，给出处数，修复一次改完。只有两位的（“5 9亿元”）也可能丢了小数点，核对后再改。

    不报：电话号码、证件号和代码，表格和对齐的数列，“1 234 567”一类千分空，没有跟量词的数列。

    The digits of one number with blanks between them, as scans and PDF files yield. Telephone numbers, codes, groups
    of thousands, tables and lists of numbers are left alone.
    """

    code = "SPC004"
    name = "spaced-digits"
    title = Text("数字拆散", "digits of a number spaced out")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("0 |1 |2 |3 |4 |5 |6 |7 |8 |9 ",)
    basis = ("GB/T 15835—2011 5.1", "实测：干净语料中59处，全是一份扫描稿里真的拆散了的数字")
    examples = (
        bad("⟦1 9 9 7 ⟧年完成产值⟦4 6 2 8 0⟧亿元。", fixed="1997年完成产值46280亿元。"),
        bad("比上年增长⟦1 1 ．3⟧％，其中⟦6 5 ⟧个县达标。", fixed="比上年增长11．3％，其中65个县达标。"),
        bad("自⟦20 13⟧年起，⟦2 024⟧年底前完成。", fixed="自2013年起，2024年底前完成。"),
        good("电话：138 0000 0000，传真 8 7 6。"),
        good("人口1 234 567人，面积12 000平方米。"),
        good("抽签结果：3 5 7 9，余下各队轮空。"),
        good("| 1 2 年 | 3 4 年 |\n|---|---|"),
        good("第1 2024年工作总结；于2024-05-1 0 时开始。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every spaced number, or one for all if they are many."""
        prose = document.prose
        spans = [span for span in _spaced(prose, document.get(blanks).digit) if text_around(document, span) is not None]
        edits = [Edit(span, prose[span.start : span.end].replace(" ", "")) for span in spans]
        for finding in each_or_once(
            edits,
            lambda edit: Text(
                f"数字“{prose[edit.span.start : edit.span.end]}”被空格拆散，应作“{edit.replacement}”",
                f"the digits of {edit.replacement} are spaced out",
            ),
            lambda count: Text(f"数字被空格拆散，全文共{count}处", f"{count} numbers have blanks between their digits"),
            Text("删去数字中的空格", "delete the blanks inside the number"),
        ):
            fix = finding.fix
            if fix and len(fix.edits) == 1 and len(fix.edits[0].replacement) == _DIGITS_OF_A_DECIMAL:
                # 5 9亿元 may have been 5.9亿元.
                fix = fix._replace(safety=Safety.UNSAFE)
            yield finding._replace(fix=fix)


def _spaced(prose: str, candidates: Iterable[int]) -> Iterator[Span]:
    """Yield the spans of numbers that hold blanks between their digits, the blank before the unit included."""
    end = 0
    for at in candidates:
        if at < end:
            continue
        start = (
            at
            - len(prose[max(0, at - _LONGEST_PART) : at])
            + len(prose[max(0, at - _LONGEST_PART) : at].rstrip("0123456789"))
        )
        match = _YEAR.match(prose, start) or (_NUMBER.match(prose, start) if start == at - 1 else None)
        if match and not _follows_another(prose, start):
            end = match.end()
            yield Span(start, end)


def _follows_another(prose: str, start: int) -> bool:
    """Return whether what stands before ``start`` takes the digits for something else than a number of their own."""
    before = prose[max(0, start - 2) : start]
    return before[-1:] in _TAKEN or (before[-1:] in _BLANKS and before[:1] in _TAKEN) if before else False
