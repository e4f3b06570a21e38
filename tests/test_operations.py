"""How the work of finding duplicates grows with the text: operations are counted, and no clock is read."""

import math
import sys
from collections.abc import Callable, Iterable, Iterator
from types import FrameType
from typing import Any

import pytest

from gaojian import Check, Document, Finding, Kind, ProjectCheck, Severity, Span, Text
from gaojian.registry import load_rules

LIMIT = 1.1
SMALLEST, DOUBLINGS = 40, 4
SENTENCE = "全县实施科技项目46项，到位资金3万元，同比增长12%，农民群众十分满意，各项工作有序推进。"
NUMERALS = "〇一二三四五六七八九"
FAMILY = {code: rule for code, rule in load_rules().items() if code.startswith("DUP")}


def numbered(number: int) -> str:
    """Return ``number`` in Chinese digits."""
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def words(number: int) -> str:
    """Return a sentence that is like no other: its characters follow from ``number``."""
    return "".join(chr(0x4E00 + (number * 7919 + place * place * 104_729) % 20_000) for place in range(48)) + "。"


TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence over and over in a line": lambda count: SENTENCE * count,
    "equal paragraphs": lambda count: f"{SENTENCE}\n" * count,
    "paragraphs that differ in a number": lambda count: "".join(
        f"第{numbered(n)}号：{SENTENCE}\n" for n in range(count)
    ),
    "paragraphs that differ in a word": lambda count: "".join(f"{SENTENCE}{words(n)[:3]}\n" for n in range(count)),
    "paragraphs unlike each other": lambda count: "".join(f"{words(n)}\n" for n in range(count)),
    "a text and its copy": lambda count: "".join(f"{words(n)}\n" for n in range(count // 2)) * 2,
    "headings": lambda count: "".join(f"## {words(n % 7)[:6]}\n\n{words(n)}\n\n" for n in range(count)),
    "lists": lambda count: "".join(f"{words(n)[:4]}、{words(n + 1)[:4]}、" for n in range(count)),
    "one list of equal items": lambda count: "水利局、" * count,
    "a phrase that stands twice": lambda count: "省水利厅省水利厅牵头，" * count,
}


def operations(work: Callable[[], object]) -> int:
    """Return how many lines were run and functions called, those of the standard library's C code among them."""
    counted = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal counted
        counted += event in ("call", "line")
        return trace

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "c_call"

    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
        sys.settrace(None)
    return counted


def exponent(rule: Check | ProjectCheck[object], make: Callable[[int], str]) -> float:
    """Return the slope of operations over size, both as logarithms: 1 is linear, 2 quadratic.

    Fewer than one for a paragraph are none: of a few rare words one may be the first.
    """
    counts = []
    for step in (0, DOUBLINGS):
        document = Document("稿.md", make(SMALLEST << step), Kind.MARKDOWN)
        # What other checks ask for as well is counted where it grows.
        if isinstance(rule, Check):
            counts.append(operations(lambda document=document: list(rule.check(document))))  # type: ignore[misc]
        else:
            counts.append(operations(lambda document=document: rule.collect(document)))  # type: ignore[misc]
    return math.log2(counts[1] / counts[0]) / DOUBLINGS if counts[1] > SMALLEST << DOUBLINGS else 0.0


@pytest.fixture(autouse=True)
def untraced() -> Iterator[None]:
    """Leave tracing as it was: the tests may run under a tool that traces them."""
    tracer, profiler = sys.gettrace(), sys.getprofile()
    yield
    sys.setprofile(profiler)
    sys.settrace(tracer)


@pytest.mark.parametrize("code", FAMILY)
def test_the_work_grows_no_faster_than_the_text(code: str) -> None:
    """Sixteen times the text takes about sixteen times the operations, however much of it stands again."""
    rule = FAMILY[code]()
    assert isinstance(rule, Check | ProjectCheck)
    # What is made once, such as compiled expressions and converters, is no work of a document.
    for make in TEXTS.values():
        exponent(rule, make)

    found = {name: exponent(rule, make) for name, make in TEXTS.items()}

    assert {name: round(slope, 2) for name, slope in found.items() if slope > LIMIT} == {}


class EveryPair(Check):
    """A check that compares each paragraph with all others."""

    code, name, severity = "OWN900", "every-pair", Severity.NOTE
    title, basis = Text("两两比较", "every pair"), ("示例",)

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield nothing, at great expense."""
        lines = document.text.split("\n")
        for one in lines:
            for other in lines:
                if one is not other and one == other == "无":
                    yield Finding(Span(0, 1), self.title)


def test_work_that_grows_faster_is_seen() -> None:
    """Comparing all pairs is found out."""
    assert exponent(EveryPair(), TEXTS["equal paragraphs"]) > 1.8
