"""Shares of one whole: listed behind 分别占, each with its own 占, or as the ratio of the three sectors."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import After

_LISTED = Pattern(r"分别占(?:总数|总量|总额|全部|总人数)?的?(?=[0-9])", "分别占")
_PERCENTS = Pattern(r"(?:[0-9]{1,3}(?:\.[0-9]{1,4})?[%％][、，,和及]{0,2}){2,12}")
_PERCENT = Pattern(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]")
_EACH = Pattern(r"占(?:比|总数|总量|总额|总人数|全部)?[的为达]?(?P<share>[0-9]{1,3}(?:[.．][0-9]{1,4})?)[%％]", "占")
_GAP = Pattern(r"(?:左右)?[，、；,;]?[和及]?[^，。；、：,;\n0-9%％（(]{1,16}$")
_LABEL = Pattern(r"[^，。；、：,;\n0-9%％（(]{1,16}$")
_SECTORS = Pattern("产业(?=结构|比重|比例|占比|增加值)", "产业结构", "产业比", "产业占比", "产业增加值")
_RATIO = Pattern(
    r"(?<![0-9.:：])[0-9]{1,2}(?:\.[0-9]{1,2})?[:：∶][0-9]{1,2}(?:\.[0-9]{1,2})?[:：∶][0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9:：∶])"
)
_SEPARATORS = Pattern("[^:：∶]+")
# Shares of different totals, or of one that each case may belong to several times.
_SEVERAL = Pattern(r"多选|同期|各自|全国|全省|全市|上年|去年|以上|达到|各占|党员|女|学历")
_OVERLAPPING = Pattern(r"多选|同期|各自|各占|以上|以下|党员|女|学历|职称|岁|其中|超过|累计")
# What these words end in, before figures; and what stands between those of a ratio.
_AFTER_SHARES, _IN_RATIOS = After("占比数量额部的为达"), After(":：∶")
_PAIRS = (("男", "女"), ("城镇", "农村"), ("城镇", "乡村"))
_ENDS = "。；;！？\n\r"
_REACH, _MOST, _NEAR, _BEFORE, _FEWEST = 80, 160, 60, 12, 3
# A ratio of the sectors is one of per cents, or of something else.
_ABOUT_A_WHOLE = 15


class Shares(NamedTuple):
    """Shares as written, with the place where they stand; ``is_whole`` if they have to make up the whole."""

    span: Span
    written: tuple[str, ...]
    is_whole: bool = False

    @property
    def sum(self) -> Decimal:
        """What the shares make together, in per cent."""
        return sum((Decimal(share.replace("．", ".")) for share in self.written), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """How far the sum may be out because each is rounded."""
        steps = [len(share.replace("．", ".").partition(".")[2]) for share in self.written]
        return sum((Decimal(1).scaleb(-step) for step in steps), Decimal(0)) / 2


def shares(document: Document) -> Iterator[Shares]:
    """Yield every list of shares of one whole, as far as can be told."""
    prose = document.prose
    if _AFTER_SHARES.find(document):
        yield from _listed(prose)
        yield from _each(prose)
    if not _IN_RATIOS.find(document):
        return
    for sectors in _SECTORS.finditer(prose):
        end = _sentence_end(prose, sectors.end())
        for ratio in _RATIO.finditer(prose, sectors.end(), end):
            found = Shares(
                Span(*ratio.span()), tuple(part[0] for part in _SEPARATORS.finditer(ratio[0])), is_whole=True
            )
            if abs(found.sum - 100) <= _ABOUT_A_WHOLE:
                yield found


def _sentence_start(prose: str, at: int) -> int:
    start = max(0, at - _REACH)
    return start + max(prose[start:at].rfind(end) for end in _ENDS) + 1


def _sentence_end(prose: str, at: int) -> int:
    ends = [place for end in _ENDS if (place := prose.find(end, at, at + _NEAR)) >= 0]
    return min(ends, default=min(len(prose), at + _NEAR))


def _listed(prose: str) -> Iterator[Shares]:
    for match in _LISTED.finditer(prose):
        listed = _PERCENTS.match(prose, match.end(), match.end() + _MOST)
        if listed is None or _SEVERAL.search(prose, _sentence_start(prose, match.start()), match.end() + 8):
            continue
        end = listed.end() - len(listed[0]) + len(listed[0].rstrip("、，,和及"))
        yield Shares(Span(match.end(), end), tuple(share[1] for share in _PERCENT.finditer(listed[0])))


def _each(prose: str) -> Iterator[Shares]:
    """Yield the shares of clauses side by side that each say 占."""
    run: list[re.Match[str]] = []
    for match in _EACH.finditer(prose):
        if run and not _GAP.match(prose, run[-1].end(), match.start()):
            yield from _run(prose, run)
            run = []
        run.append(match)
    yield from _run(prose, run)


def _run(prose: str, run: Sequence[re.Match[str]]) -> Iterator[Shares]:
    if len(run) < 2:
        return
    first = _LABEL.search(prose, max(0, run[0].start() - 17), run[0].start())
    start = first.start() if first else run[0].start()
    labels = [first[0] if first else ""]
    labels += [prose[one.end() : other.start()] for one, other in pairwise(run)]
    found = Shares(Span(start, run[-1].end()), tuple(match["share"] for match in run))
    if len(run) == 2:
        if any(all(name in label for name, label in zip(pair, labels, strict=True)) for pair in _PAIRS):
            yield found._replace(is_whole=True)
    elif len(run) >= _FEWEST and not _OVERLAPPING.search(prose, max(0, start - _BEFORE), run[-1].end()):
        yield found
