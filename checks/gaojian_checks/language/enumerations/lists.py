"""Which marks belong together: the lists of a document, over paragraphs and within each other, and their slips."""

from enum import Enum

from gaojian import Document, Kind, NamedTuple, Span
from gaojian_checks.language.enumerations.excuses import counts_anew, is_quoted_apart, lacks_first, told
from gaojian_checks.language.enumerations.marks import Form, Mark
from gaojian_checks.language.enumerations.scan import marks
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.outline import outline

# A list that goes on is no further away than a long section, and few are open at a time.
_REACH = 6000
_MOST_OPEN = 8
# What stands below 一、 and （一） may stand within an item.
DEEPEST_SECTION = 15
# Further on, it is another list.
_FARTHEST = 4
_SECOND = 2
# ①、③ names two items and lists none.
_SHORTEST_ITEM = 1


class SlipKind(Enum):
    """What is wrong with an item: one before it is missing, its number was used, it comes too late, it has no first."""

    __hash__ = object.__hash__

    GAP = "gap"
    REPEAT = "repeat"
    ORDER = "order"
    FIRST = "first"


class Slip(NamedTuple):
    """An item that does not follow from ``before``, the one before it in its list; ``expected`` would follow."""

    kind: SlipKind
    item: Mark
    before: Mark | None
    expected: int


class Enumeration:
    """A list: its items in order. ``doubtful_from`` is the first number that may belong to a list around it."""

    __slots__ = ("doubtful_from", "form", "items", "lost", "next", "slips")

    def __init__(self, item: Mark) -> None:
        self.form = item.form
        self.items = [item]
        self.slips: list[Slip] = []
        # What may follow: two numbers after a slip, for the list may go on as if there had been none.
        self.next = {item.number + 1}
        self.lost: set[int] = set()
        self.doubtful_from: int | None = None

    @property
    def last(self) -> Mark:
        """The last item so far."""
        return self.items[-1]

    def add(self, item: Mark) -> None:
        """Append the item that follows."""
        self.items.append(item)
        self.next = {item.number + 1}

    def slip(self, item: Mark, kind: SlipKind, expected: int) -> None:
        """Append an item that does not follow."""
        self.slips.append(Slip(kind, item, self.last, expected))
        self.items.append(item)
        self.next = {item.number + 1, expected + 1}


def enumerations(document: Document) -> tuple[Enumeration, ...]:
    """Return the lists of ``document`` in the order of their first items; call it through ``document.get``."""
    found = document.get(marks)
    if not found:
        return ()
    machine = _Machine(document)
    for mark in found:
        machine.place(mark)
    return tuple([each for each in machine.all if not _is_stray(each)])


def _is_stray(each: Enumeration) -> bool:
    """Return whether a number is alone that runs in or is no first: （二） may be a reference, 二是 speak of a two."""
    return len(each.items) == 1 and (each.form.is_run_in or each.items[0].number > 1)


class _Machine:
    """The lists that are open, innermost last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[Enumeration] = []
        self.all: list[Enumeration] = []
        self.taken: set[int] = set()
        self.sections = iter(
            [heading.span.start for heading in document.get(outline) if heading.level <= DEEPEST_SECTION]
        )
        self.section, self.next_section = 0, next(self.sections, None)

    def place(self, mark: Mark) -> None:
        """Put ``mark`` where it belongs."""
        while self.next_section is not None and self.next_section < mark.span.start:
            self.section, self.next_section = self.next_section, next(self.sections, None)
        self.open = [each for each in self.open if self.is_open(each, mark)][-_MOST_OPEN:]
        own = [each for each in self.open if each.form is mark.form]
        if mark.number == 1:
            self.begin(mark)
            return
        near = [each for each in own if _is_laid_out_alike(each, mark)]
        # Lists of other layouts wait as well: which of them it belongs to cannot be told for sure.
        waiting = [each for each in own if mark.number in each.next]
        if not self.go_on(near, waiting, mark) and (
            self.skips(near, waiting, mark) or not self.go_on(own, waiting, mark)
        ):
            self.misfit([each for each in own if each.last.number == mark.number] or near or own, mark)

    @staticmethod
    def skips(near: list[Enumeration], waiting: list[Enumeration], mark: Mark) -> bool:
        """Return whether ``mark`` is more likely a slip of the list that is laid out alike than an item of another."""
        if not near or not mark.sure:
            return False
        last = near[-1].last
        if not mark.opens and mark.number == last.number:
            return True
        # What waits must be a list within the last item, and no later one that goes on over paragraphs.
        is_within = not mark.opens or all(each.items[0].paragraph <= last.paragraph for each in waiting)
        return is_within and last.number + 1 < mark.number <= last.number + _FARTHEST

    def is_open(self, each: Enumeration, mark: Mark) -> bool:
        """Return whether ``each`` may go on at ``mark``: in the same paragraph, or in the same section within reach."""
        if each.form.is_run_in:
            return each.last.paragraph == mark.paragraph
        last = each.last.span
        return last.start >= self.section and mark.span.start - last.end < _REACH

    def begin(self, mark: Mark) -> Enumeration:
        """Begin a list, within what is open."""
        each = Enumeration(mark)
        self.open.append(each)
        self.all.append(each)
        return each

    def go_on(self, lists: list[Enumeration], waiting: list[Enumeration], mark: Mark) -> bool:
        """Let the innermost of ``lists`` that waits for ``mark`` go on with it."""
        each = next((each for each in reversed(lists) if each in waiting), None)
        if each is None:
            return False
        if len(waiting) > 1 and each.doubtful_from is None:
            each.doubtful_from = mark.number
        self.close_after(each)
        each.add(mark)
        self.taken.add(mark.span.start)
        return True

    def misfit(self, lists: list[Enumeration], mark: Mark) -> None:
        """Place a mark that no list waits for."""
        if not mark.sure or (mark.form.is_run_in and mark.opens):
            return
        if mark.number == _SECOND and lacks_first(self.document.prose, mark):
            self.begin(mark).slips.append(Slip(SlipKind.FIRST, mark, None, 1))
        elif (
            lists
            and mark.span.start - lists[-1].last.span.end > _SHORTEST_ITEM
            and not self.is_excused(lists[-1], mark)
        ):
            self.close_after(lists[-1])
            self.misplace(lists[-1], mark)

    def is_excused(self, each: Enumeration, mark: Mark) -> bool:
        """Return whether ``mark`` is quoted where ``each`` is not, or only looks like a mark: 再次 may mean again."""
        is_again = mark.form is Form.ADVERB and mark.number > _SECOND
        if is_again and (not _is_of_one_layout(self.document, each.last, mark) or self.document.get(is_technical)):
            return True
        return is_quoted_apart(self.document.prose, each.last, mark)

    def misplace(self, each: Enumeration, mark: Mark) -> None:
        """Add ``mark`` to the list that it breaks, or begin one: with what is lost, it may go on after other words."""
        before, expected = each.last, each.last.number + 1
        between = Span(before.span.end, mark.span.start)
        if expected < mark.number < expected + _FARTHEST:
            if any(start not in self.taken for start in told(self.document, between, expected)):
                each.add(mark)
                return
            each.slip(mark, SlipKind.GAP, expected)
            each.lost.update(range(expected, mark.number))
        elif mark.number > expected or counts_anew(self.document.prose, between):
            self.begin(mark)
        elif mark.number == before.number:
            each.slip(mark, SlipKind.REPEAT, expected)
        elif not _is_of_one_layout(self.document, before, mark):
            self.begin(mark)
        elif mark.number in each.lost:
            # Two that changed places: the one that came too early is no gap.
            each.slips = [slip for slip in each.slips if slip.item is not before]
            each.slip(mark, SlipKind.ORDER, before.number)
        else:
            each.slip(mark, SlipKind.ORDER, expected)

    def close_after(self, each: Enumeration) -> None:
        """Close what lies within ``each``."""
        del self.open[self.open.index(each) + 1 :]


def _is_laid_out_alike(each: Enumeration, mark: Mark) -> bool:
    """Return whether ``mark`` stands as the items of ``each`` do: at starts of paragraphs, or within one."""
    if mark.opens and not mark.form.is_run_in:
        return each.last.opens or len(each.items) == 1
    # A list whose items open paragraphs is one around that of this paragraph.
    is_around = each.last.opens and len(each.items) > 1 and not mark.form.is_run_in
    return each.last.paragraph == mark.paragraph and not is_around


def _is_of_one_layout(document: Document, before: Mark, mark: Mark) -> bool:
    """Return whether both stand in one paragraph or both at the start of one, as far as there are paragraphs."""
    if document.kind is Kind.LINES:
        return False
    return before.paragraph == mark.paragraph or (before.opens and mark.opens)
