"""Patterns that wait until they are needed."""

import re

import pytest

from gaojian.pattern import Pattern


def spans(pattern: Pattern, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text, start, end)]


def test_finds_what_the_expression_finds() -> None:
    """Matches come left to right, with offsets into the whole text."""
    pattern = Pattern(r"年(?<=[0-9]{4}年)([0-9]{1,2})月", "年")

    assert spans(pattern, "2024年3月至二、2025年11月") == [(4, 7), (14, 18)]


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    """Even a broken expression costs nothing where its gate keeps it from running, and is an error where it runs."""
    pattern = Pattern("年(", "年")

    assert spans(pattern, "没有所需的字") == []
    with pytest.raises(re.error):
        spans(pattern, "今年")


def test_a_pattern_is_compiled_once() -> None:
    """The compiled expression is kept."""
    pattern = Pattern("年")

    assert pattern.compiled is pattern.compiled


@pytest.mark.parametrize(
    ("gate", "text", "expected"),
    [
        ((), "", True),
        ((), "正文", True),
        (("年",), "今年", True),
        (("年",), "今天", False),
        (("年",), "", False),
        (("年", "月"), "本月", True),
        (("年", "月"), "本周", False),
        (("万元",), "一万二千元", False),
        (("万元",), "一万二，二万元", True),
    ],
    ids=ascii,
)
def test_the_gate_tells_whether_a_text_may_match(gate: tuple[str, ...], text: str, *, expected: bool) -> None:
    """One literal of the gate must stand in the text, whole; without a gate any text may match."""
    assert expected == Pattern("年", *gate).may_match(text)


def test_a_closed_gate_stays_closed_for_all() -> None:
    """Asking a pattern in vain takes nothing from the next that asks."""
    shut, open_ = Pattern("年", "月"), Pattern("年")

    assert spans(shut, "今年") == []
    assert spans(open_, "今年") == [(1, 2)]
    assert spans(shut, "今年") == []


def test_looks_within_bounds_and_behind_them() -> None:
    """A match lies within [start, end); what a look-behind sees may stand before."""
    pattern = Pattern("月(?<=年月)", "月")
    text = "年月日年月"

    assert spans(pattern, text) == [(1, 2), (4, 5)]
    assert spans(pattern, text, 1, 4) == [(1, 2)]
    assert spans(pattern, text, 2) == [(4, 5)]
    assert spans(pattern, text, 2, 4) == []


def test_search_and_match_take_the_same_bounds() -> None:
    """``search`` finds the first in [start, end); ``match`` only what begins at ``start``."""
    pattern = Pattern("[0-9]+")
    text = "第12条第34条"

    first, second = pattern.search(text), pattern.search(text, 3)
    here, nowhere = pattern.match(text, 5), pattern.match(text, 4)

    assert first
    assert first.span() == (1, 3)
    assert second
    assert second.span() == (5, 7)
    assert pattern.search(text, 3, 5) is None
    assert here
    assert here.span() == (5, 7)
    assert nowhere is None


def test_flags_reach_the_expression() -> None:
    """Flags are those of the module ``re``."""
    assert spans(Pattern("^第", flags=re.MULTILINE), "第\n第") == [(0, 1), (2, 3)]
