"""Papers and where they were printed: 调研文章5篇，其中省报、市报各采用1篇，《简报》采用4篇."""

import re
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import After

_AMONG = Pattern("其中(?<=[，,；;（(]其中)", "其中")
_VERBS = ("采用", "刊登", "刊发", "录用", "转载")
_TAKEN = After("".join(sorted({verb[-1] for verb in _VERBS})))
_CLAUSE = Pattern(
    rf"(?P<who>[^，,。；;\n]{{1,40}}?)(?P<what>(?P<each>各)?(?:{'|'.join(_VERBS)})(?P<count>[0-9]{{1,3}})(?P<unit>[篇条件份]))"
    r"(?:[，,、]|(?=[。；;）)\n]|$))"
)
_TOTAL = Pattern(r"(?<![0-9.．,，第约近余])(?P<count>[0-9]{1,4})(?P<unit>[篇条件份])")
_NAMES = Pattern("、|和|以及")
_REACH, _LONGEST = 60, 240


class Adoptions(NamedTuple):
    """How many papers there are, and how often each body took one; ``span`` is that of the first count."""

    span: Span
    total: int
    unit: str
    counts: tuple[int, ...]


def adoptions(document: Document) -> Iterator[Adoptions]:
    """Yield every total of papers that two bodies or more printed some of."""
    prose = document.prose
    # The verbs may stand anywhere; figures behind them are rare.
    if not _TAKEN.find(document):
        return
    for match in _AMONG.finditer(prose):
        clauses = list(_clauses(prose, match.end()))
        floor = max(0, match.start() - _REACH)
        floor = max(floor, *[prose.rfind(end, floor, match.start()) + 1 for end in "。；;\n"])
        totals = list(_TOTAL.compiled.finditer(prose, floor, match.start()))
        if len(clauses) < 2 or not totals or {clause["unit"] for clause in clauses} != {totals[-1]["unit"]}:
            continue
        counts = tuple(
            int(clause["count"])
            for clause in clauses
            for _ in range(1 + len(_NAMES.compiled.findall(clause["who"])) if clause["each"] else 1)
        )
        yield Adoptions(Span(*clauses[0].span("what")), int(totals[-1]["count"]), totals[-1]["unit"], counts)


def _clauses(prose: str, start: int) -> Iterator[re.Match[str]]:
    end = start + _LONGEST
    while match := _CLAUSE.match(prose, start, end):
        yield match
        start = match.end()
