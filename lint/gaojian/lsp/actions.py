"""What can be done about findings: fix one, fix all, or say that one is meant so."""

import difflib
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from lsprotocol import types

from gaojian.diagnostic import Text
from gaojian.lsp.messages import Change, Mark, Report
from gaojian.lsp.positions import Range, Ruler
from gaojian.lsp.showing import Uris, diagnostic
from gaojian.lsp.suppressing import has_comments, silence_everywhere, silence_here
from gaojian.record import NamedTuple
from gaojian.text import LineIndex, Span

QUICK_FIX = types.CodeActionKind.QuickFix.value
FIX_ALL = "source.fixAll.gaojian"
# No kind below source.fixAll: what may change the meaning is never done on saving.
FIX_ALL_UNSAFE = "source.gaojian.fixAllUnsafe"
KINDS = (QUICK_FIX, FIX_ALL, FIX_ALL_UNSAFE)
# Whoever selects a whole document does not look for a list of a thousand actions.
_MOST_FINDINGS = 20
_REASON = Text("已核对", "checked")


class Subject(NamedTuple):
    """The document that actions are about. ``edit`` makes of changes what the client can apply to it."""

    name: str
    uri: str
    text: str
    report: Report
    ruler: Ruler
    uris: Uris
    edit: Callable[[Iterable[Change]], types.WorkspaceEdit]

    def say(self, zh: str, en: str) -> str:
        """Return a sentence in the language of the document's configuration."""
        return Text(zh, en).in_language(self.report.language)


def is_asked(kind: str, only: Sequence[str] | None) -> bool:
    """Return whether the client wants actions of ``kind``: all without ``only``, else those at or below one of it."""
    return not only or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in only)


def quick_fixes(subject: Subject, extent: Range) -> Iterator[types.CodeAction]:
    """Yield, for the findings that ``extent`` touches, their fixes, and then what silences them."""
    touched = [mark for mark in subject.report.marks if mark.code and touches(mark.range, extent)]
    touched = touched[:_MOST_FINDINGS]
    for mark in touched:
        if mark.remedy is not None:
            review = "" if mark.remedy.is_safe else subject.say("，请核对", ", review")
            title = subject.say(
                f"{mark.remedy.title}（{mark.code}{review}）", f"{mark.remedy.title} ({mark.code}{review})"
            )
            yield _action(subject, mark, title, mark.remedy.changes, is_preferred=mark.remedy.is_safe)
    if has_comments(subject.name):
        for mark in touched:
            yield from _silencing(subject, mark)


def fix_all(subject: Subject, *, unsafe: bool) -> types.CodeAction | None:
    """Return the action that makes all safe fixes, or all fixes; None if there are none. Its edit comes later."""
    remedies = [mark.remedy for mark in subject.report.marks if mark.remedy is not None]
    doubtful = sum(not remedy.is_safe for remedy in remedies)
    count = len(remedies) if unsafe else len(remedies) - doubtful
    if not count or (unsafe and not doubtful):
        return None
    title = subject.say(f"改好全文 {count} 处不影响文意的问题", f"Make all safe fixes ({count})")
    if unsafe:
        title = subject.say(
            f"改好全文 {count} 处（其中 {doubtful} 处请核对）",
            f"Make all fixes ({count}, of which {doubtful} need review)",
        )
    data = {"uri": subject.uri, "unsafe": unsafe}
    return types.CodeAction(title, kind=FIX_ALL_UNSAFE if unsafe else FIX_ALL, data=data)


def made_together(marks: Iterable[Mark], *, unsafe: bool) -> list[Change]:
    """Return the changes of all fixes that can be made at once: none overlaps or touches another."""
    taken: list[Change] = []
    wanted = [mark.remedy for mark in marks if mark.remedy is not None and (unsafe or mark.remedy.is_safe)]
    for remedy in sorted(wanted, key=lambda remedy: remedy.changes[0].range):
        if all(_is_free(taken, change) for change in remedy.changes):
            for change in remedy.changes:
                insort(taken, change)
    return taken


def differences(before: str, after: str, encoding: str) -> Iterator[Change]:
    """Yield the changes that make ``after`` of ``before``: what is not fixed is not touched."""
    ruler = Ruler(before, encoding)
    starts = [*LineIndex(before).starts, len(before)]
    for first, last, replacement in _hunks(_lines(before), _lines(after)):
        old = before[starts[first] : starts[last]]
        head = _common(old, replacement)
        tail = _common(old[head:][::-1], replacement[head:][::-1])
        span = Span(starts[first] + head, starts[last] - tail)
        yield Change(ruler.range(span), replacement[head : len(replacement) - tail])


def touches(one: Range, other: Range) -> bool:
    """Return whether two ranges have a place in common; ends count."""
    return one.start <= other.end and other.start <= one.end


def _is_free(taken: Sequence[Change], change: Change) -> bool:
    """Return whether no change of ``taken``, which are sorted and apart, overlaps or touches ``change``."""
    index = bisect_left(taken, change)
    return not any(touches(change.range, other.range) for other in taken[max(index - 1, 0) : index + 1])


def _hunks(old: list[str], new: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield runs of lines that differ, by their numbers in ``old``, with what stands there in ``new``."""
    if len(old) == len(new):
        # Most fixes stay within a line, and a document that repeats itself is easily matched with the wrong half.
        yield from ((number, number + 1, new[number]) for number, line in enumerate(old) if line != new[number])
        return
    for tag, first, last, start, end in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield first, last, "".join(new[start:end])


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    shorter = min(len(one), len(other))
    return next((index for index in range(shorter) if one[index] != other[index]), shorter)


def _lines(text: str) -> list[str]:
    starts = [*LineIndex(text).starts, len(text)]
    return [text[start:end] for start, end in pairwise(starts)]


def _silencing(subject: Subject, mark: Mark) -> Iterator[types.CodeAction]:
    ruler, reason = subject.ruler, _REASON.in_language(subject.report.language)
    span = Span(ruler.offset(mark.range.start), ruler.offset(mark.range.end))
    here = silence_here(subject.name, subject.text, span, mark.code, reason)
    whole = silence_everywhere(subject.name, subject.text, mark.code, reason)
    for title, edits in (
        (subject.say(f"这里不再报告 {mark.code}（加一条指令）", f"Silence {mark.code} here by a directive"), here),
        (subject.say(f"全文不再报告 {mark.code}（加一条指令）", f"Silence {mark.code} in this document"), whole),
    ):
        changes = [Change(ruler.range(edit.span), edit.replacement) for edit in edits]
        yield _action(subject, mark, title, changes, is_preferred=False)


def _action(
    subject: Subject, mark: Mark, title: str, changes: Iterable[Change], *, is_preferred: bool
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(mark, subject.uris, with_related=False)],
        is_preferred=is_preferred or None,
        edit=subject.edit(changes),
    )
