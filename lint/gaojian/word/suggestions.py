"""From fixes to tracked changes: which of them can be made where they stand, and beside each other."""

from bisect import bisect_left, insort
from itertools import takewhile
from operator import eq

from gaojian.diagnostic import Diagnostic, Edit
from gaojian.record import NamedTuple
from gaojian.text import Span
from gaojian.word.fields import Fields
from gaojian.word.locate import Stretch, point_at, stretches_of
from gaojian.word.revisions import Change, is_possible
from gaojian.word.splice import holder_of
from gaojian.word.story import Index


class Suggestion(NamedTuple):
    """A change and the stretches of the text that it takes the place of."""

    change: Change
    stretches: list[Stretch]


class Suggestions:
    """The changes of one document; the first fix for a place is taken, later ones for it are left to their comments."""

    def __init__(self, index: Index, text: str, fields: Fields) -> None:
        self._index = index
        self._text = text
        self._fields = fields
        self._taken: list[Span] = []

    def of(self, diagnostic: Diagnostic) -> list[Suggestion]:
        """Return the changes that make the fix of ``diagnostic``: all of them, or none where one is not possible."""
        edits = [] if diagnostic.fix is None else [self._least(edit) for edit in diagnostic.fix.edits]
        edits = [edit for edit in edits if edit.replacement or edit.span.start < edit.span.end]
        found: list[Suggestion] = []
        for edit in edits:
            suggestion = self._locate(edit, diagnostic.span)
            if suggestion is None or not self._is_possible(suggestion.change) or not self._is_free(edit.span):
                return []
            found.append(suggestion)
        for edit in edits:
            insort(self._taken, edit.span)
        return found

    def _is_possible(self, change: Change) -> bool:
        # What a field shows is made anew: a change in it would be undone.
        return is_possible(change) and all(
            self._fields.of(holder_of(start.element)) is None for start, _ in change.stretches
        )

    def _least(self, edit: Edit) -> Edit:
        """Return ``edit`` without what stays the same at either end."""
        old = self._text[slice(*edit.span)]
        new = edit.replacement
        head = _same(old, new)
        old, new = old[head:], new[head:]
        tail = _same(old[::-1], new[::-1])
        return Edit(Span(edit.span.start + head, edit.span.end - tail), new[: len(new) - tail])

    def _locate(self, edit: Edit, around: Span) -> Suggestion | None:
        if edit.span.start < edit.span.end:
            stretches = stretches_of(self._index, edit.span)
            before = False
        else:
            # What is added at the start of the finding belongs to it, not to the word before.
            before = edit.span.start == around.start
            point = point_at(self._index, edit.span.start, before=before)
            if point is None:
                before = not before
                point = point_at(self._index, edit.span.start, before=before)
            stretches = None if point is None else [point]
        if stretches is None:
            return None
        places = [(stretch.first, stretch.last) for stretch in stretches]
        return Suggestion(Change(places, edit.replacement, before), stretches)

    def _is_free(self, span: Span) -> bool:
        """Return whether no change that was taken overlaps ``span``, or touches it where either has no length."""
        index = bisect_left(self._taken, span)
        for other in self._taken[max(index - 1, 0) : index + 1]:
            is_apart = other.end <= span.start or span.end <= other.start
            touches = other.end == span.start or span.end == other.start
            if not is_apart or (touches and (span.start == span.end or other.start == other.end)):
                return False
        return True


def _same(first: str, second: str) -> int:
    """Return how many characters are the same at the beginning of both."""
    return sum(takewhile(bool, map(eq, first, second)))
