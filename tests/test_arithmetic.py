"""The arithmetic family as a whole: how quantities are read, long input, the first report and real defects."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from gaojian import Check, Document, Span
from gaojian.registry import load_rules
from gaojian_checks.arithmetic.same_metric_two_values import SameMetricTwoValues
from gaojian_checks.language.quantities import quantities

FAMILY: tuple[type[Check], ...] = tuple(
    rule for code, rule in load_rules().items() if code.startswith("ARI") and issubclass(rule, Check)
)


def codes(text: str) -> list[str]:
    document = Document("稿.txt", text)
    return sorted(rule.code for rule in FAMILY for _ in rule().check(document))


@pytest.mark.parametrize(
    ("text", "value", "unit", "exact"),
    [
        ("1.5万元", "15000", "元", True),
        ("１２．５％", "12.5", "%", True),
        ("3,210人", "3210", "人", True),
        ("万余份", None, None, None),
        ("150余件", "150", "件", False),
        ("约20项", "20", "项", False),
        ("20万亩左右", "200000", "亩", False),
        ("三十五户", "35", "户", True),
        ("1.2万亿美元", "1200000000000", "美元", True),
        ("5个百分点", "5", "个百分点", True),
        ("5千克", "5", "千克", True),
    ],
)
def test_a_quantity_has_a_value_a_unit_and_may_be_approximate(
    text: str, value: str | None, unit: str | None, *, exact: bool | None
) -> None:
    """万 and 亿 are part of the value; 约, 余 and 左右 make it inexact."""
    found = next(quantities(text, 0, len(text)), None)

    if value is None:
        assert found is None
    else:
        assert found is not None
        assert (Decimal(value), unit, exact) == (found.value, found.unit, found.exact)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年，全县地区生产总值达到256.3亿元。\n2023年全县地区生产总值265.3亿元。", ["ARI009"]),
        ("关于青山水库项目的实施方案\n一、概况\n总投资500万元。\n五、投资\n项目总投资为550万元。", ["ARI009"]),
        ("各县水库项目汇总报告\n一、概况\n总投资500万元。\n五、投资\n项目总投资为550万元。", []),
        ("全市现有职工1200人。\n全市现有职工1250人。", ["ARI009"]),
        ("全村共有党员45名。\n全村共有党员54名。", ["ARI009"]),
        ("全县户籍人口45.2万人，常住人口40.1万人。\n全县常住人口41.0万人。", ["ARI009"]),
        ("全县总面积2345平方公里。\n全县总面积3517500亩。", []),
        ("全县总人口 45.2 万人。\n全县总人口 46.3 万人。", ["ARI009"]),
        ("全县总人口45.2万人。\n全县总人口约46万人。", []),
        ("全县总人口45.2万人。\n其中全县总人口46.3万人。", []),
        ("全县总产值12亿元。\n全县总产值15亿元。\n全县总产值18亿元。", []),
        ("一、工作回顾\n全县总产值12亿元。\n二、明年目标\n全县总产值15亿元。", []),
        ("东镇，全镇总人口5000人。\n西镇，全镇总人口6000人。", []),
        ("全县总产值12.5亿元。\n总产值12.5万元。", []),
        ("机关党员总产值12.5亿元。\n机关党员总产值12.5万元。", ["ARI010"]),
    ],
)
def test_one_indicator_has_one_value(text: str, expected: list[str]) -> None:
    """What says of what and of when it speaks is compared with its like; plans, parts and other places are not."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市公安局、教育局和财政局四个部门负责。", ["ARI006"]),
        ("由市公安局、教育局和财政局三个部门负责。", []),
        ("由市公安局、教育局和财政局两个部门负责。", []),
        ("推行“河长（片长、组长）、路长、林长”三长制。", []),
        ("建设东河大桥、西河大桥、南河隧道（含连接线、匝道）等2个项目。", ["ARI006"]),
        ("印发《水库管理办法》《渡口管理办法》等2个文件。", []),
        ("印发《水库管理办法》《渡口管理办法》三个文件。", ["ARI006"]),
        ("分为高、中、低两类。", ["ARI006"]),
        ("加强学习、教育、抓住三个环节。", []),
        ("住宿、餐饮、游览等两项以上服务。", []),
        ("第一、第二、第三产业两个方面。", []),
        ("开展法律咨询、心理疏导，建设甲村、乙村两个村。", []),
        ("住房、教育、医疗“三大”问题。", []),
        ("甲局、乙局（含监察，下同）、丙局三个局。", []),
    ],
)
def test_what_is_listed_is_as_much_as_is_counted(text: str, expected: list[str]) -> None:
    """和 may join two, brackets part nothing, and a count that belongs to what follows is none of the list."""
    assert codes(text) == expected


def test_the_rarer_of_two_values_is_the_wrong_one() -> None:
    """Where two mentions agree, the third is reported even if it stands first."""
    document = Document("稿.txt", "全县总人口46万人。\n全县总人口45万人。\n全县总人口45万人。")

    assert [finding.span for finding in SameMetricTwoValues().check(document)] == [Span(5, 9)]


def test_rounding_decides_how_near_is_near_enough() -> None:
    """What can be right with the digits cut off is not reported; what cannot is."""
    assert codes("收入由1.2亿元增加到1.5亿元，增长28%。") == []
    assert codes("收入由12000万元增加到15000万元，增长28%。") == ["ARI002"]


@pytest.mark.parametrize(
    "text",
    [
        "支出9300万元，比上年增加800万元，其中中央5200万元，代发地方债4300万元并列入预算。",
        "税款6.4亿元，同比增长3.1%，其中税收收入5.2亿元，非税收入2.2亿元。",
        "施工的有９６４个，其中本年开始建设的２７１个，继续建设的６３９个；其余停建。",
    ],
)
def test_a_rate_or_a_difference_may_stand_between_total_and_parts(text: str) -> None:
    """其中 goes back to the total over what the total grew by."""
    assert codes(text) == ["ARI001"]


def test_the_difference_of_the_last_plan_is_no_total() -> None:
    """A total after 比, 增加 or 到 is a change of something else."""
    assert codes("赤字比上年增加150亿元，其中中央赤字950亿元。") == []


@pytest.mark.parametrize(
    "line",
    [
        *(
            "其中",
            "（其中",
            "1元，其中1元",
            "增加到1",
            "由1增加到1，增长1",
            "下降1倍",
            "超过1",
            "约1左右",
            "超额1",
            "目标1",
        ),
        *(
            "1千户",
            "壹拾元",
            "比2023年",
            "由2023年",
            "2023年比2023年增",
            "合计|",
            "\n合计|1",
            "合计\t",
            "9",
            "1,",
            "，",
            "到",
            "全县总人口1万人\n",
            "，共1人",
            "完成1元，占计划1元的1%",
            "1元，比上年增加1元，增长1%，",
            "占1%，",
            "2022年产值1元，2023年产值1元，",
            "甲、",
            "甲局、乙局三个局",
            "“甲”两个",
            "（甲、乙）、丙三个",
            "全县辖1个村，",
            "由1元增加到9亿元",
        ),
    ],
)
def test_work_is_linear(line: str) -> None:
    """One line of nothing but a trigger is done within seconds, whatever the trigger."""
    text = line * (200_000 // len(line))
    start = time.process_time()
    codes(text)

    assert time.process_time() - start < 60


def test_the_first_report_is_arithmetically_in_order(shared: Path) -> None:
    """4+42 makes 46, and what is about a number contradicts nothing; five papers were taken six times, told twice."""
    assert codes((shared / "seed" / "report.txt").read_text("utf-8")) == ["ARI001", "ARI001"]


def test_years_replaced_throughout_are_found(shared: Path) -> None:
    """Of the real sentences whose years were all replaced, those that name both years are found."""
    lines = (shared / "corpora" / "dirty" / "defects_public.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("cat") == "year_self_comparison"]

    assert {row["id"]: codes(row["sentence"]) for row in rows} == {"P036": ["ARI014"], "P037": ["ARI014"], "P038": []}


def test_real_look_alikes_are_in_order(shared: Path) -> None:
    """Nothing of what looks like a fault and is none is reported."""
    lines = (shared / "corpora" / "dirty" / "lookalikes_public.jsonl").read_text("utf-8").splitlines()
    found = {line[:80]: codes(line) for line in lines}

    assert {line: found[line] for line in found if found[line]} == {}
