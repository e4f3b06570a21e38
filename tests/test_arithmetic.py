"""The arithmetic family as a whole: how quantities are read, long input, the first report and real defects."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from gaojian import Check, Document
from gaojian.registry import load_rules
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


def test_rounding_decides_how_near_is_near_enough() -> None:
    """What can be right with the digits cut off is not reported; what cannot is."""
    assert codes("收入由1.2亿元增加到1.5亿元，增长28%。") == []
    assert codes("收入由12000万元增加到15000万元，增长28%。") == ["ARI002"]


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
    """4+42 makes 46, and what is only about a number contradicts nothing."""
    assert codes((shared / "seed" / "report.txt").read_text("utf-8")) == []


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
