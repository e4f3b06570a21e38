"""Findings that configuration ignores by the text of their line: the directives of formats without comments."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gaojian.diagnostic import Diagnostic, Finding, Text
from gaojian.document import Document
from gaojian.perfile import PerFile
from gaojian.plan import Plan
from gaojian.record import NamedTuple
from gaojian.text import Span

_Use = tuple[int, str]


class Ignored(NamedTuple):
    """What is left of the findings in one document, and the findings on texts that ignored none."""

    kept: list[Diagnostic]
    unused: list[Finding]


def ignore_lines(plan: Plan, document: Document, diagnostics: Iterable[Diagnostic], active: Sequence[str]) -> Ignored:
    """Return the diagnostics that no entry with ``lines`` ignores; ``active`` are the codes that were run here.

    The line of a finding is the one in which it begins, in the text that was checked: in Word, the paragraph.
    """
    entries = plan.line_entries(document.path)
    fitting: dict[int, list[_Use]] = {}
    used: set[_Use] = set()
    kept = []
    for diagnostic in diagnostics:
        line = document.lines.line_number(min(diagnostic.span.start, len(document.text)))
        if line not in fitting:
            fitting[line] = _fitting(entries, document, line)
        uses = [use for use in fitting[line] if not plan.is_active(diagnostic.code, entries[use[0]].ignore)]
        used.update(uses)
        if not uses:
            kept.append(diagnostic)
    return Ignored(kept, list(_unused(plan, document, entries, used, active)))


def _fitting(entries: Sequence[PerFile], document: Document, line: int) -> list[_Use]:
    span = document.lines.line_span(line)
    content = document.text[span.start : span.end]
    return [(index, text) for index, entry in enumerate(entries) for text in entry.lines if text in content]


def _unused(
    plan: Plan, document: Document, entries: Sequence[PerFile], used: set[_Use], active: Sequence[str]
) -> Iterator[Finding]:
    """Yield a finding for every text of no use, where an entry names this very file: others may fit more files."""
    absolute = Path(document.path).absolute()
    for index, entry in enumerate(entries):
        is_run = any(not plan.is_active(code, entry.ignore) for code in active)
        if is_run and [plan.config.root / path for path in entry.paths] == [absolute]:
            for text in entry.lines:
                if (index, text) not in used:
                    codes = "、".join(entry.ignore)
                    yield Finding(
                        Span(0, 0),
                        Text(
                            f"配置 per-file 的 lines “{text}”没有屏蔽任何 {codes} 问题；请删去",
                            f"the line “{text}” of per-file silences no {codes} finding; remove it",
                        ),
                    )
