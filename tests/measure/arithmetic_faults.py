"""Faults as a table: sums, rates and shares that do not come out.

Clean text hardly ever states a whole computation, so a sentence with one is put before the full stop of a paragraph.
"""

import re
from random import Random

from seeding import Exclusion, Form, InlineFault
from sites import because

GROUP = "arithmetic"
END = r"(?<=[一-鿿])。(?=\n)"
TRADITIONAL = because(
    "in Traditional text 5千元 is the usual way to write", "[個條為於與應會國時機關規並經員處總請體發]"
)
MONEY = ("万元", "亿元")
COUNTED = ("家", "户", "项", "件", "人")


def part_total(_: re.Match[str], random: Random) -> str:
    """Return two levels of government whose projects do not add up."""
    first, second = random.randint(5, 40), random.randint(60, 400)
    wrong = first + second + random.choice((-4, -2, 2, 4))
    upper, lower = random.choice((("国家", "省"), ("省级", "市级"), ("县", "乡"), ("中央", "地方")))
    return f"，共立项⟦{wrong}项（其中{upper}{first}项，{lower}{second}项）⟧。"


def part_too_large(_: re.Match[str], random: Random) -> str:
    """Return a part that is more than its total."""
    total, unit = random.randint(100, 900), random.choice(MONEY)
    return f"，到账资金⟦{total}{unit}，其中财政资金{total + random.randint(2, 90)}{unit}⟧。"


def growth_rate(_: re.Match[str], random: Random) -> str:
    """Return a rate five points beside the right one."""
    before, rate, unit = random.randint(100, 900), random.randint(10, 80), random.choice(MONEY)
    after = before + round(before * rate / 100)
    return f"，销售额⟦由{before}{unit}增加到{after}{unit}，增长{rate + 5}%⟧。"


def difference(_: re.Match[str], random: Random) -> str:
    """Return a difference with a wrong digit."""
    before, more, unit = random.randint(100, 900), random.randint(10, 80), random.choice(COUNTED)
    return f"，会员⟦从{before}{unit}减少到{before - more}{unit}，减少{more + 10}{unit}⟧。"


def percent_for_points(_: re.Match[str], random: Random) -> str:
    """Return the difference of two percentages, called per cent."""
    before, more = random.randint(10, 60), random.randint(3, 30)
    return f"，入会率由{before}%提高到{before + more}%，提高⟦{more}%⟧。"


def target_excess(_: re.Match[str], random: Random) -> str:
    """Return an excess ten beside the right one."""
    target, more, unit = random.randint(100, 900), random.randint(20, 90), random.choice(MONEY)
    return f"，募捐⟦目标{target}{unit}，实际完成{target + more}{unit}，超额{more + 10}{unit}⟧。"


def capital_amount(_: re.Match[str], random: Random) -> str:
    """Return capitals that say another amount."""
    capitals = "壹贰叁肆伍陆柒捌玖"
    first = random.randint(1, 8)
    return f"，押金⟦{first + 1}500元（{capitals[first - 1]}仟伍佰元整）⟧。"


def decrease_multiple(_: re.Match[str], random: Random) -> str:
    """Return a decrease by a multiple."""
    return f"，投诉量⟦{random.choice(('下降', '减少了', '降低近'))}{random.randint(2, 9)}倍⟧。"


def approximation_clash(_: re.Match[str], random: Random) -> str:
    """Return two words of approximation."""
    before, after = random.choice((("超过", "以上"), ("约", "左右"), ("不到", "以下")))
    return f"，到场⟦{before}{random.randint(20, 900)}人{after}⟧。"


def thousands(_: re.Match[str], random: Random) -> str:
    """Return 千 or 百 after an Arabic digit."""
    return f"，惠及⟦{random.randint(2, 9)}{random.choice('千百')}⟧{random.choice(COUNTED)}。"


def year_against_itself(_: re.Match[str], random: Random) -> str:
    """Return a year compared with itself."""
    year = random.randint(1999, 2029)
    return f"。⟦{year}年营业额3亿元，比{year}年⟧{random.choice(('增长', '翻', '提高'))}一番。"


def table_total(_: re.Match[str], random: Random) -> str:
    """Return a table whose total is beside the sum."""
    first, second = random.randint(20, 90), random.randint(20, 90)
    return f"。\n组别\t户数\n甲组\t{first}\n乙组\t{second}\n合计\t⟦{first + second + 1}⟧"


def table_row(_: re.Match[str], random: Random) -> str:
    """Return a table in which the total of one row is beside the sum."""
    rows = [(random.randint(20, 90), random.randint(20, 90)) for _ in range(3)]
    lines = [f"| {name} | {one} | {two} | {one + two} |" for name, (one, two) in zip("甲乙丙", rows, strict=True)]
    one, two = random.randint(20, 90), random.randint(20, 90)
    wrong = f"| 丁 | {one} | {two} | ⟦{one + two + random.choice((-10, 1, 10))}⟧ |"
    return "\n".join(["。\n", "| 组别 | 男 | 女 | 合计 |", "|---|---|---|---|", *lines, wrong])


def table_part(_: re.Match[str], random: Random) -> str:
    """Return a table with subtotals in which one part was changed: its subtotal is no sum any more."""
    groups = [[random.randint(20, 90) for _ in range(3)] for _ in range(2)]
    lines, shown = ["组别\t户数\t亩数"], iter("甲乙丙丁戊己")
    for number, group in enumerate(groups):
        change = random.choice((-9, 3, 20)) if number else 0
        lines += [f"{next(shown)}组\t{one + (change if one is group[0] else 0)}\t{2 * one}" for one in group]
        lines.append(f"小计\t{f'⟦{sum(group)}⟧' if change else sum(group)}\t{2 * sum(group)}")
    return "。\n" + "\n".join([*lines, f"合计\t{sum(map(sum, groups))}\t{2 * sum(map(sum, groups))}"])


def table_shares(_: re.Match[str], random: Random) -> str:
    """Return a column of shares that is not 100 per cent in all."""
    first, second = random.randint(10, 40), random.randint(10, 40)
    lines = [f"甲组\t{first}.5", f"乙组\t{second}.3", f"丙组\t{100 - first - second}.2", "合计\t⟦100⟧"]
    return "。\n组别\t占比（%）\n" + "\n".join(lines)


def percent_sum(_: re.Match[str], random: Random) -> str:
    """Return shares that make more than the whole."""
    first, second = random.randint(30, 50), random.randint(30, 49)
    return f"，甲、乙、丙三类分别占⟦{first}%、{second}%、{100 - first - second + random.randint(2, 30)}%⟧。"


def _fault(name: str, code: str, form: Form, *exclusions: Exclusion) -> InlineFault:
    return InlineFault(name, GROUP, (code,), END, (form,), exclusions)


ARITHMETIC_FAULTS: tuple[InlineFault, ...] = (
    _fault("parts that do not make the total", "ARI001", part_total),
    _fault("a part larger than its total", "ARI001", part_too_large),
    _fault("a growth rate that does not follow", "ARI002", growth_rate),
    _fault("a difference that does not follow", "ARI002", difference),
    _fault("shares of more than the whole", "ARI003", percent_sum),
    _fault("per cent written for points", "ARI004", percent_for_points),
    _fault("an excess that does not follow", "ARI005", target_excess),
    _fault("a decrease by a multiple", "ARI007", decrease_multiple),
    _fault("two words of approximation", "ARI008", approximation_clash),
    _fault("千 or 百 after Arabic digits", "ARI012", thousands, TRADITIONAL),
    _fault("capitals that differ from the figures", "ARI013", capital_amount),
    _fault("a year compared with itself", "ARI014", year_against_itself),
    _fault("a total of a table that is no sum", "ARI015", table_total),
    _fault("a row of a table that does not make its total", "ARI015", table_row),
    _fault("a changed part in a table with subtotals", "ARI015", table_part),
    _fault("shares in a table that are not 100 per cent", "ARI015", table_shares),
)
