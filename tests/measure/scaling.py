"""How time grows with size: ``make scaling``. Each check goes through texts made to be slow, doubled four times.

The exponent of a check on a text is the slope of the logarithm of its CPU time over that of the size: 1 is linear, 2
takes four times as long for twice as much. What takes less than a few milliseconds is not judged. What seems to grow
faster than the text is measured again, and the least of its times count: others may use the machine as well. With
--enforce the exit code is 1 where an exponent is above the limit.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gaojian import Check, Document, Kind, ProjectCheck, Rule
from gaojian.registry import load_rules

DOUBLINGS = 4
# Times are of a shared machine: what is below this is noise, and a slope above this is none.
_LEAST_SECONDS = 0.02
LIMIT = 1.1
_NOISE = 0.15
_TRIES = 4

TEXTS: Mapping[str, str] = {
    "one sentence in one line": "全县实施科技项目46项，到位资金3万元，同比增长12%，群众满意。",
    "one sentence a line": "全县实施科技项目46项，到位资金3万元，同比增长12%，群众满意。\n",
    "one sentence a line, Traditional": "本縣辦理各項業務，應於一百零二年二月三十日前陳報主管機關備查。\n",
    "placeholders": "XX年XX月XX日，某某某同志（电话×××）",
    "blanks in one line": "　 ",
    "line breaks": "\n",
    "brackets that open": "（《“‘「『【〔(",
    "brackets that close": "）》”’」』】〕)",
    "straight quotes": "\"'",
    "commas": "、，",
    "digits": "1234567890",
    "digits and points": "1.",
    "Han numerals": "一二三四五六七八九十百千万亿",
    "letters": "abcdef GHIJ ",
    "dates in one line": "2024年3月5日至2023年2月30日，",
    "numbers of items": "一、（一）1.（1）①",
    "headings": "一、工作\n（一）任务\n1.措施\n",
    "articles": "第一条 本办法自发布之日起施行。\n",
    "enumeration": "一是抓项目，二是抓资金，",
    "shares": "其中农业增长3%，工业增长5%，",
    "table": "| 甲 | 1 | 2 |\n",
    "table rows of rules": "|---|---|\n",
    "backticks": "`",
    "fences": "```\n",
    "tags": "<a href='b'>甲</",
    "URLs": "https://example.org/a(b",
    "dollars": "$x",
    "stars": "*甲",
    "names of documents": "《关于印发〈办法〉的通知》（国发〔2013〕5号）",
    "one character": "年",
    "another character": "第",
    "doubled marks": "。。，，",
    "hidden characters": "甲\u200b乙\ufeff",
    "surrogates of no partner": "甲\U00020000乙",
}


class Growth(NamedTuple):
    """CPU seconds of one check, or of one analysis, over texts of one kind, each twice as long as the one before."""

    code: str
    text: str
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The slope from the first time that is more than noise to the last; 0 where there is none."""
        judged = [(step, value) for step, value in enumerate(self.seconds) if value >= _LEAST_SECONDS]
        if len(judged) < 3:
            return 0.0
        (first, low), (last, high) = judged[0], judged[-1]
        return math.log2(high / low) / (last - first)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print what grows fastest, and return the exit code."""
    options = parse(arguments)
    rules = {code: rule for code, rule in load_rules().items() if code.startswith(tuple(options.select or [""]))}
    grown = [growth for name, text in texts(rules).items() for growth in measure(rules, name, text, options.characters)]
    grown.sort(key=lambda growth: -growth.exponent)
    print("| check | text | exponent | seconds |\n|---|---|---:|---|")
    for growth in grown[: options.top]:
        times = " ".join(f"{value:.3f}" for value in growth.seconds)
        print(f"| {growth.code} | {growth.text} | {growth.exponent:.2f} | {times} |")
    return int(options.enforce and any(growth.exponent > LIMIT + _NOISE for growth in grown))


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--select", action="append", metavar="CODE", help="only checks of this prefix")
    parser.add_argument("--characters", type=int, default=1_000_000, help="of the longest text (1,000,000)")
    parser.add_argument("--top", type=int, default=30, help="how many to print (30)")
    parser.add_argument("--enforce", action="store_true", help="exit with 1 where time grows faster than the text")
    return parser.parse_args(arguments)


def texts(rules: Mapping[str, type[Rule]]) -> dict[str, str]:
    """Return what is repeated, by name: the texts above, and the faulty examples of every check in one line."""
    own = {
        f"examples of {code}": "".join(text for example in rule.examples for text in example.sources().values())
        for code, rule in rules.items()
    }
    return {**TEXTS, **{name: text.replace("\n", "") for name, text in own.items() if text}}


def measure(rules: Mapping[str, type[Rule]], name: str, text: str, characters: int) -> Iterator[Growth]:
    """Yield the growth of every check over ``text`` repeated to ``characters`` and to halves of that."""
    sizes = [characters >> (DOUBLINGS - step) for step in range(DOUBLINGS + 1)]
    growths: dict[str, Growth] = {}
    suspects = set(rules)
    if name.startswith("examples of "):
        # The examples of one check are made to be slow for it, and perhaps for its family.
        suspects = {code for code in rules if code[:3] == name.rsplit(maxsplit=1)[-1][:3]}
    for _ in range(_TRIES):
        asked = {code: rule for code, rule in rules.items() if code in suspects}
        seconds = [dict(_times(asked, (text * (size // len(text) + 1))[:size])) for size in sizes]
        for code in seconds[-1]:
            times = [each.get(code, 0.0) for each in seconds]
            least = map(min, times, growths[code].seconds) if code in growths else times
            growths[code] = Growth(code, name, tuple(least))
        suspects = {code for code, growth in growths.items() if growth.exponent > LIMIT}
        if not suspects:
            break
    yield from growths.values()


def _times(rules: Mapping[str, type[Rule]], text: str) -> Iterator[tuple[str, float]]:
    """Yield the CPU seconds of hiding, of paragraphs, and of every check with what it asks for first."""
    document = Document("示例.md", text, Kind.MARKDOWN)
    for part in ("prose", "paragraphs"):
        yield part, _seconds(lambda part=part: getattr(document, part))  # type: ignore[misc]
    for code, rule in rules.items():
        instance = rule()
        if isinstance(instance, Check):
            yield code, _seconds(lambda check=instance: list(check.check(document)))  # type: ignore[misc]
        elif isinstance(instance, ProjectCheck):
            yield code, _seconds(lambda check=instance: check.collect(document))  # type: ignore[misc]
    document.forget()


def _seconds(work: Callable[[], object]) -> float:
    # To look among the objects of all checks before would be counted for this one.
    gc.disable()
    started = time.process_time()
    work()
    seconds = time.process_time() - started
    gc.enable()
    return seconds


if __name__ == "__main__":
    sys.exit(main())
