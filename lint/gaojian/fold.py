"""Fold findings that another finding explains into that one."""

from collections.abc import Iterable

from gaojian.diagnostic import Diagnostic
from gaojian.text import Span


def fold(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics of one document without those that lie inside a span that another one covers.

    Of several that cover the same place, the one that begins first stays, then the widest, then the lowest code. What a
    folded diagnostic covers lies inside what its keeper covers, so one sweep is enough.
    """
    every = list(diagnostics)
    covering = sorted(((d.covers, d) for d in every if d.covers is not None), key=lambda pair: _rank(*pair))
    keepers: list[tuple[Span, Diagnostic]] = []
    reach = -1
    for covers, diagnostic in covering:
        if covers.end > reach:
            keepers.append((covers, diagnostic))
            reach = covers.end
    kept = [diagnostic for _, diagnostic in keepers]
    reach, following = -1, 0
    for diagnostic in sorted((d for d in every if d.covers is None), key=lambda d: d.span):
        while following < len(keepers) and keepers[following][0].start <= diagnostic.span.start:
            reach = max(reach, keepers[following][0].end)
            following += 1
        if diagnostic.span.end > reach:
            kept.append(diagnostic)
    return kept


def _rank(covers: Span, diagnostic: Diagnostic) -> tuple[int, int, str]:
    return (covers.start, -covers.end, diagnostic.code)
