"""Which fixes are made at once, and what a text is after them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from gaojian.diagnostic import Diagnostic, Edit, Safety
from gaojian.record import NamedTuple
from gaojian.text import Span


class Choice(NamedTuple):
    """The fixes of one round: ``edits`` are sorted and apart from each other, ``made`` are the findings they mend."""

    edits: tuple[Edit, ...]
    made: tuple[Diagnostic, ...]


def is_wanted(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    """Return whether ``diagnostic`` has a fix that changes something and may be made."""
    fix = diagnostic.fix
    return fix is not None and bool(fix.edits) and (unsafe or fix.safety is Safety.SAFE)


def choose(diagnostics: Iterable[Diagnostic], *, unsafe: bool) -> Choice:
    """Return the fixes that can be made together; the others wait for the next round.

    Fixes are taken in the order of their first edits, whole or not at all. One that overlaps or touches a fix that was
    taken waits: what it would do may no longer be right. The same fix from two findings is made once.
    """
    wanted = [diagnostic for diagnostic in diagnostics if is_wanted(diagnostic, unsafe=unsafe)]
    taken: list[Span] = []
    edits: list[Edit] = []
    made: list[Diagnostic] = []
    known: set[tuple[Edit, ...]] = set()
    for diagnostic in sorted(wanted, key=_order):
        own = diagnostic.fix.edits if diagnostic.fix else ()
        if own not in known:
            if not all(_is_free(taken, edit.span) for edit in own):
                continue
            known.add(own)
            edits += own
            for edit in own:
                insort(taken, edit.span)
        made.append(diagnostic)
    return Choice(tuple(sorted(edits)), tuple(made))


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` with ``edits`` made, which are sorted and do not overlap."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.span.start], edit.replacement)
        position = edit.span.end
    return "".join((*parts, text[position:]))


def _order(diagnostic: Diagnostic) -> tuple[Span, str]:
    return (diagnostic.fix.edits[0].span if diagnostic.fix else diagnostic.span, diagnostic.code)


def _is_free(taken: Sequence[Span], span: Span) -> bool:
    """Return whether no span of ``taken``, which is sorted and apart, overlaps or touches ``span``."""
    index = bisect_left(taken, span)
    return all(other.end < span.start or span.end < other.start for other in taken[max(index - 1, 0) : index + 1])
