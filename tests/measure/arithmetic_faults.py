"""Faults as a table: sums, rates and shares that do not come out.

Clean text hardly ever states a whole computation, so a sentence with one is put before the full stop of a paragraph.
"""

import re
from decimal import Decimal
from random import Random

from seeding import Exclusion, Form, InlineFault
from sites import because
from table_faults import TableFault, page, word

GROUP = "arithmetic"
END = r"(?<=[一-鿿])。(?=\n)"
TRADITIONAL = because(
    "in Traditional text 5千元 is the usual way to write", "[個條為於與應會國時機關規並經員處總請體發]"
)
BASIS = (
    because("such growth is reckoned at constant prices", "生产总值|增加值|固定资产|可比|实际|调整|口径"),
    because("a mean rate", "年均|平均|每年|分别|翻"),
)
STATED = (
    "(?:(?P<time>(?:[0-9]{4}|[今去上])年(?!至))[^。，；：、\n]{0,2}[，,]?|(?<=[。—\u3000]))"
    "(?P<label>国内生产总值|(?<![0-9])粮食总?产量|[全我本][国省市县区][一-鿿]{2,8}(?:收入|支出|人口|产值|产量)|进出口总额)(?:达到|为|达)?"
    r"(?P<number>[0-9]{2,5}(?:[.．][0-9]{1,2})?)(?P<unit>(?:万亿|万|亿)(?:元|吨|斤|人|美元))(?![余以多])[^。\n]{0,200}。"
)
LISTED = (
    r"(?P<listed>(?<![一-鿿])(?:[“《][^“”《》、\n]{1,16}[”》]、?){2,6}|(?:(?:国家|省|市|县|乡|村|区|镇|街道)、){1,4}(?:省|市|县|乡|村|区|镇|社区)"
    r"|[一-鿿]{2}(?:、[一-鿿]{2}){2,5})"
    "(?P<number>[二三四五六七八])(?P<measure>个(?=方面|环节|领域|部门|地区|单位|子型)|级|者|[类种部大])(?P<what>)"
)
ANY = "[0-9０-９.．]{1,7}"
SUM = (
    f"(?P<head>{ANY}(?:万亿|[万亿])?[元个](?:[，,][^，。；0-9]{{2,8}}[0-9.．]+[亿％%][^，。；]{{0,5}})?[，,]其中[^0-9０-９，。；、]{{2,12}})"
    f"(?P<part>{ANY})(?P<tail>(?:万亿|[万亿])?[元个][，、][^0-9０-９，。；、]{{2,12}}{ANY}(?:万亿|[万亿])?[元个])(?=[。；并])"
)
NUMBER = "[1-9][0-9]{0,5}(?:[.．][0-9]{1,2})?"
FROM_TO = (
    f"(?P<stated>[由从](?:上年|去年|[0-9]{{4}}年)?的?(?P<before>{NUMBER})(?P<unit>万亿元|[万亿]?元|%|件|个|种|户|万?人)"
    f"(?:增加到|提高到|扩大到|减少到|下降到|降低到|上升到)(?P<after>{NUMBER})(?P=unit))(?P<end>[，。；、])"
)
MORE_THAN = (
    f"(?<![0-9，.．])(?P<stated>(?P<after>{NUMBER})(?P<scale>万亿|[万亿]?)元[，、]比[上去]年增加(?P<more>{NUMBER})(?P<scale_of_more>[万亿]?)元)"
    "(?P<end>[，。；、])"
)
MONEY = ("万元", "亿元")
COUNTED = ("家", "户", "项", "件", "人")


def part_total(_: re.Match[str], random: Random) -> str:
    """Return two levels of government whose projects do not add up."""
    first, second = random.randint(5, 40), random.randint(60, 400)
    wrong = first + second + random.choice((-4, -2, 2, 4))
    upper, lower = random.choice((("国家", "省"), ("省级", "市级"), ("县", "乡"), ("中央", "地方")))
    return f"，共立项⟦{wrong}项（其中{upper}{first}项，{lower}{second}项）⟧。"


def changed_part(match: re.Match[str], random: Random) -> str:
    """Return a sum of the text with another second digit in one of its parts."""
    part = match["part"]
    at = 1 if len(part) > 1 and part[1].isdigit() else min(2, len(part) - 1)
    other = str((int(part[at]) + random.choice((1, 2, 9))) % 10)
    return f"⟦{match['head']}{part[:at]}{other}{part[at + 1 :]}{match['tail']}⟧"


def running_parts(_: re.Match[str], random: Random) -> str:
    """Return parts that cannot overlap, in one of the forms that do without brackets and 其中."""
    first, second = random.randint(40, 400), random.randint(40, 400)
    one, other, unit = random.choice((("男", "女", "人"), ("城镇", "农村", "户"), ("中央", "地方", "万元")))
    wrong = first + second + random.choice((-20, 10, 30))
    return random.choice(
        (
            f"，合计⟦{wrong}{unit}，其中{one}{first}{unit}，{other}{second}{unit}⟧。",
            f"，计有⟦{wrong}{unit}（{one}{first}{unit}、{other}{second}{unit}）⟧。",
            f"。⟦{one}{first}{unit}，{other}{second}{unit}，共{wrong}{unit}⟧。",
        )
    )


def part_too_large(_: re.Match[str], random: Random) -> str:
    """Return a part that is more than its total."""
    total, unit = random.randint(100, 900), random.choice(MONEY)
    return f"，到账资金⟦{total}{unit}，其中财政资金{total + random.randint(2, 90)}{unit}⟧。"


def growth_rate(_: re.Match[str], random: Random) -> str:
    """Return a rate five points beside the right one."""
    before, rate, unit = random.randint(100, 900), random.randint(10, 80), random.choice(MONEY)
    after = before + round(before * rate / 100)
    return f"，销售额⟦由{before}{unit}增加到{after}{unit}，增长{rate + 5}%⟧。"


def growth_by_difference(_: re.Match[str], random: Random) -> str:
    """Return a value with the difference from last year and a rate that does not follow from both."""
    before, rate, unit = random.randint(300, 900), random.randint(10, 80), random.choice(MONEY)
    more = round(before * rate / 100)
    verb, then, after = random.choice((("增加", "增长", before + more), ("减少", "下降", before - more)))
    than = random.choice(("比上年", "同比", "较去年"))
    return f"，销售额⟦{after}{unit}，{than}{verb}{more}{unit}，{then}{rate + 4}%⟧。"


def growth_of_last_year(_: re.Match[str], random: Random) -> str:
    """Return a value with that of last year and a rate that does not follow from both."""
    before, rate, unit = random.randint(100, 900), random.randint(10, 80), random.choice(COUNTED)
    after = before + round(before * rate / 100)
    return f"，会员达到⟦{after}{unit}，比上年的{before}{unit}增长{rate + 5}%⟧。"


def growth_of_two_years(_: re.Match[str], random: Random) -> str:
    """Return the values of two years and a rate that does not follow from both."""
    before, rate, year = random.randint(100, 900), random.randint(10, 80), random.randint(1999, 2022)
    after, unit = before + round(before * rate / 100), random.choice(MONEY)
    return f"。{year}年⟦销售额{before}{unit}，{year + 1}年销售额达到{after}{unit}，增长{rate + 5}%⟧。"


def rate_of_the_text(match: re.Match[str], random: Random) -> str:
    """Return two values of the text, from 由 to 到, with a rate that they contradict."""
    before, after = (Decimal(match[name].replace("．", ".").replace("，", "")) for name in ("before", "after"))
    rate = (after / before - 1) * 100
    verb = "增长" if after > before else "下降"
    return f"⟦{match['stated']}，{verb}{round(abs(rate) * Decimal('1.3')) + random.randint(8, 20)}%⟧{match['end']}"


def rate_of_a_difference(match: re.Match[str], random: Random) -> str:
    """Return a value and its difference as the text states them, with a rate that they contradict."""
    after, more = (Decimal(match[name].replace("．", ".")) for name in ("after", "more"))
    more = more / 10_000 if match["scale"] != match["scale_of_more"] and match["scale"] == "万亿" else more
    rate = more / (after - more) * 100
    return f"⟦{match['stated']}，增长{round(rate * Decimal('1.3')) + random.randint(8, 20)}%⟧{match['end']}"


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


def share_of_target(_: re.Match[str], random: Random) -> str:
    """Return a share of the target that does not follow from what was done."""
    target, share, unit = 10 * random.randint(10, 90), random.randint(60, 99), random.choice(MONEY)
    done, wrong = round(target * share / 100), share + random.choice((-7, 7))
    return random.choice(
        (
            f"，募捐⟦任务{target}{unit}，已完成{done}{unit}，完成率{wrong}%⟧。",
            f"，完成募捐⟦{done}{unit}，占年度任务{target}{unit}的{wrong}%⟧。",
        )
    )


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
    before, after = random.choice(
        (("超过", "人以上"), ("约", "人左右"), ("不到", "人以下"), ("近", "余"), ("大约", "多"))
    )
    return f"，到场⟦{before}{random.randint(20, 900)}{after}⟧{'' if '人' in after else '人'}。"


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


def shares_of_each(_: re.Match[str], random: Random) -> str:
    """Return shares, each with its own verb, that make more than the whole."""
    first, second = random.randint(30, 50), random.randint(30, 49)
    third = 100 - first - second + random.randint(3, 30)
    return f"，其用途是：⟦种植业占{first}%，养殖业占{second}%，加工业占{third}%⟧。"


def sectors(_: re.Match[str], random: Random) -> str:
    """Return a ratio of the three sectors that is not one of a hundred."""
    first, second = random.randint(5, 20), random.randint(30, 49)
    third = 100 - first - second + random.choice((-10, -4, 4, 10))
    return f"，三次产业{random.choice(('结构', '比例'))}为⟦{first}:{second}:{third}⟧。"


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


def restated(match: re.Match[str], random: Random) -> str:
    """Return a sentence of the text, and its indicator once more on a line of its own with two digits exchanged."""
    number = match["number"]
    places = [at for at in range(len(number) - 1) if number[at : at + 2].isdigit() and number[at] != number[at + 1]]
    at = random.choice(places) if places else 0
    wrong = number[:at] + number[at + 1] + number[at] + number[at + 2 :] if places else str(int(number[0]) % 9 + 1)
    return f"{match[0]}\n综上所述，{match['time'] or ''}{match['label']}⟦{wrong}{match['unit']}⟧。"


def counted_twice(_: re.Match[str], random: Random) -> str:
    """Return two sentences that count the same in two ways."""
    first = random.randint(12, 90)
    place = random.choice(("全县下辖", "全镇辖", "全市共有", "我县现有"))
    what = random.choice(("乡镇", "行政村", "企业", "社区"))
    return f"。\n{place}{first}个{what}。\n据统计，{place}⟦{first + 2}个⟧{what}。"


def whole_restated(_: re.Match[str], random: Random) -> str:
    """Return an indicator of a whole with two values, the second of them in another unit now and then."""
    tens, region = random.randint(20, 90), random.choice(("全县", "全市", "全省", "全镇", "我区"))
    noun, unit, other, worth = random.choice(
        (("耕地面积", "万亩", "亩", 10000), ("总产值", "亿元", "万元", 10000), ("粮食总产量", "万吨", "万吨", 1))
    )
    return f"。\n{region}{noun}{tens}{unit}。\n{region}{noun}达到⟦{(tens + 7) * worth}{other}⟧，位居前列。"


def scale_slip(_: re.Match[str], random: Random) -> str:
    """Return the digits of an amount once more with another scale, or a change of ten thousand times."""
    digits, noun = random.randint(101, 989), random.choice(("项目资金总额", "水利工程投资", "种植业产值"))
    if random.random() < 0.5:
        return f"。\n{noun}{digits}亿元。\n据统计，{noun}⟦{digits}万元⟧。"
    return f"，{noun}⟦由{digits}万元增加到{digits + 12}亿元⟧。"


def other_count(match: re.Match[str], random: Random) -> str:
    """Return a list of the text with another count behind it."""
    number = random.choice([one for one in "二三四五六七八" if one != match["number"]])
    return f"{match['listed']}⟦{number}{match['measure']}⟧{match['what']}"


def fewer_than_listed(_: re.Match[str], random: Random) -> str:
    """Return a list that 等 ends, with a count of less than what is listed."""
    names = random.sample(["公安", "教育", "财政", "水务", "交通", "民政", "住建"], random.randint(4, 6))
    return f"，会同{'、'.join(names)}等⟦{random.choice('二三两3')}{random.choice('个家')}⟧部门检查。"


def offices(_: re.Match[str], random: Random) -> str:
    """Return offices or towns with a count beside their number."""
    kind, measure, what = random.choice(
        (("局", "个", "部门"), ("镇", "个", "镇"), ("村", "个", "行政村"), ("县", "", "县"))
    )
    names = random.sample(["东山", "西河", "南坪", "北口", "青石", "白水"], random.randint(3, 5))
    number = "二三四五六七八"[len(names) - 2 + random.choice((-1, 1))]
    listed = "、".join(f"{name}{kind}" for name in names)
    wrong = f"⟦{number}{measure}⟧{what}" if measure else f"⟦{number}{what}⟧"
    return f"，涉及{listed}{wrong}。"


def percent_sum(_: re.Match[str], random: Random) -> str:
    """Return shares that make more than the whole."""
    first, second = random.randint(30, 50), random.randint(30, 49)
    return f"，甲、乙、丙三类分别占⟦{first}%、{second}%、{100 - first - second + random.randint(2, 30)}%⟧。"


def _fault(name: str, code: str, form: Form, *exclusions: Exclusion) -> InlineFault:
    return InlineFault(name, GROUP, (code,), END, (form,), exclusions)


ARITHMETIC_FAULTS: tuple[InlineFault, ...] = (
    _fault("parts that do not make the total", "ARI001", part_total),
    InlineFault("a changed part of a sum of the text", GROUP, ("ARI001",), SUM, (changed_part,)),
    _fault("parts in other forms that do not make the total", "ARI001", running_parts),
    _fault("a part larger than its total", "ARI001", part_too_large),
    _fault("a growth rate that does not follow", "ARI002", growth_rate),
    _fault("a rate beside a difference that does not follow", "ARI002", growth_by_difference),
    _fault("a rate beside last year's value that does not follow", "ARI002", growth_of_last_year),
    InlineFault(
        "a rate put behind two values of the text", GROUP, ("ARI002", "ARI004"), FROM_TO, (rate_of_the_text,), BASIS
    ),
    InlineFault(
        "a rate put behind a difference of the text", GROUP, ("ARI002",), MORE_THAN, (rate_of_a_difference,), BASIS
    ),
    _fault("a rate beside the values of two years that does not follow", "ARI002", growth_of_two_years),
    _fault("a difference that does not follow", "ARI002", difference),
    _fault("shares of more than the whole", "ARI003", percent_sum),
    _fault("shares that each have a verb", "ARI003", shares_of_each),
    _fault("sectors that are not a hundred", "ARI003", sectors),
    _fault("per cent written for points", "ARI004", percent_for_points),
    _fault("an excess that does not follow", "ARI005", target_excess),
    _fault("a share of the target that does not follow", "ARI005", share_of_target),
    _fault("a decrease by a multiple", "ARI007", decrease_multiple),
    _fault("two words of approximation", "ARI008", approximation_clash),
    _fault("千 or 百 after Arabic digits", "ARI012", thousands, TRADITIONAL),
    InlineFault("an indicator of the text stated twice", GROUP, ("ARI009",), STATED, (restated,)),
    _fault("a whole with two values", "ARI009", whole_restated),
    _fault("a count with two values", "ARI009", counted_twice),
    InlineFault("a count that its list contradicts", GROUP, ("ARI006",), LISTED, (other_count,)),
    _fault("offices or towns that are more or fewer than counted", "ARI006", offices),
    _fault("fewer than are listed before 等", "ARI006", fewer_than_listed),
    _fault("a scale out of line", "ARI010", scale_slip),
    _fault("capitals that differ from the figures", "ARI013", capital_amount),
    _fault("a year compared with itself", "ARI014", year_against_itself),
    _fault("a total of a table that is no sum", "ARI015", table_total),
    TableFault("a total in a table of a page", GROUP, ("ARI015",), END, ("",), (), page),
    TableFault("a total in a table of a Word file", GROUP, ("ARI015",), END, ("",), (), word),
    _fault("a row of a table that does not make its total", "ARI015", table_row),
    _fault("a changed part in a table with subtotals", "ARI015", table_part),
    _fault("shares in a table that are not 100 per cent", "ARI015", table_shares),
)
