"""PUN008 approximate-number-comma."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._commas import commas

_NUMERALS = "一二三四五六七八九"
_FIGURES = "123456789"
# 一、二级, 二、三产业, 三、四月 name two things; what is counted here is counted.
_UNIT = (
    "个(?!百分点之)|年(?![级制代度底初末])|天|名|人(?![民大])|位|家|种|件|岁|倍|里|公里|小时|分钟|元|斤|亩|户|辆|十(?![一二三四五六七八九条项款])"
    "|百|千(?!瓦)|万|亿|里路|步|句|遍|趟|寸|尺|丈|成(?!立)"
)
_COUNTED = Pattern(f"[{_NUMERALS}{_FIGURES}](?P<unit>{_UNIT})")
_JOINED = frozenset("第一二三四五六七八九十百千万亿零〇两、—－-～~至到和及或与之.．/（(")
_STARTS = frozenset("）)\n\r \t\u3000：；。:;#*>|")


class ApproximateNumberComma(Check):
    """概数顿号：“三、四个月”应作“三四个月”。

    相邻两个数字连用表示概数，中间不用顿号；数字用汉字，不用阿拉伯数字。

    不报：表示并列的“一、二级”“二、三产业”“五、六项”“三、四月份”“第一、二年”，行首和冒号、分号后的序号（一、三年来），
    “一、二、三年”一类列举，不相邻的数字（“三、五年”除外），繁体文稿。修复前请确认不是并列（第三、第四个月）。

    Two adjacent digits that give an approximate number take no comma. Two things named (grades 一、二, articles), heads
    of lists, longer lists, and Traditional text are left alone.
    """

    code = "PUN008"
    name = "approximate-number-comma"
    title = Text("概数顿号", "comma in an approximate number")
    severity = Severity.WARNING
    weight = 0.1
    profiles = {"zh-hant": None}
    needs = ("、",)
    basis = (
        "GB/T 15834—2011 4.5.3.4",
        "GB/T 15835—2011 4.2.2、5.2.1",
        "实测 797 万字干净语料：1 处，是差错（1958 年的“三、五年内”）",
    )
    examples = (
        bad(
            "工期约⟦三、四⟧个月，每组⟦七、八⟧人，跑了⟦二、三⟧十趟。", fixed="工期约三四个月，每组七八人，跑了二三十趟。"
        ),
        bad("用了⟦3、4⟧个小时，需要⟦三、五⟧年。", fixed="用了三四个小时，需要三五年。"),
        good("一、二级林地，二、三产业，五、六项规定，三、四月份，第一、二年和初一、二年级。"),
        good("一、二年来的工作\n报告共三部分：一、二年回顾；三、四年展望。\n（一）三、四年内"),
        good("分别计划一、二、三年完成，第三、四个月检查，三十三、四个。"),
        good("第3、4个问题，2、3号楼，1、2年级，一、三年生草本，7、9个。"),
        good("工期約三、四個月，會期為三、四天。"),
        good({"手册.md": "`三、四个`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every comma between the digits of an approximate number."""
        prose = document.prose
        for at in document.get(commas).pair:
            counted = _COUNTED.match(prose, at + 1)
            if counted is None or not _is_approximate(prose, at):
                continue
            yield _finding(prose, at)


def _is_approximate(prose: str, at: int) -> bool:
    """Return whether the digits around the comma follow each other, and neither a list nor a head is made of them."""
    before = prose[at - 2 : at - 1] if at > 1 else "\n"
    if before in _JOINED or before in _STARTS or before.isdigit():
        return False
    digits = _NUMERALS if prose[at - 1] in _NUMERALS else _FIGURES
    first, second = digits.find(prose[at - 1]) + 1, digits.find(prose[at + 1]) + 1
    return second - first == 1 or (first, second) == (3, 5)


def _finding(prose: str, at: int) -> Finding:
    span = Span(at - 1, at + 2)
    written = prose[span.start : span.end]
    right = "".join(_NUMERALS[int(digit) - 1] if digit in _FIGURES else digit for digit in written if digit != "、")
    return Finding(
        span,
        Text(
            f"概数中间不用顿号：“{written}”应作“{right}”；如果是并列的两项，请写明",
            f"an approximate number takes no comma: “{right}”, not “{written}”, unless two things are meant",
        ),
        Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),)),
    )
