"""Which numbers belong together: a stack machine that reads the numbers of a document from top to bottom."""

from gaojian import Document, Span
from gaojian_checks.language.numbering.number import Kind, Number, NumberStyle
from gaojian_checks.language.numbering.scan import Mark, marks, numbers, run_in

# A list within an item of a list of the same style, and that once more.
_MOST_NESTED = 3
_MOST_CLOSED = 6
_BEFORE = 4000
_RANKS = {NumberStyle.PART: 0, NumberStyle.CHAPTER: 1, NumberStyle.SECTION: 2}
_WITHIN_DIVISIONS = 3
# What may end the series of another style where it begins.
_ENDING = frozenset({NumberStyle.DECIMAL, *_RANKS})
_OF_STATUTES = frozenset({NumberStyle.ARTICLE, *_RANKS})
_INTRODUCES = frozenset("：:")
_BLANKS = " \t\r\n\u3000*>#"
_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"))


class Series:
    """The siblings of one style under one parent, in order, by their places in ``numbers``.

    ``breaks`` are the indices in ``members`` of those that don't follow from the one before, or, for the first, aren't
    number one. ``parent`` is the place of the number that the series stands under.
    """

    __slots__ = ("breaks", "following", "is_continuous", "kind", "level", "members", "parent", "prefix", "style")

    def __init__(self, number: Number, place: int, parent: int | None) -> None:
        self.kind = number.kind
        self.style, self.prefix, self.level = number.kind
        self.members = [place]
        self.breaks: list[int] = []
        self.parent = parent
        self.following = number.value + 1
        # Articles count on across chapters, and so may others; most count anew under each parent.
        self.is_continuous = number.style is NumberStyle.ARTICLE

    def add(self, number: Number, place: int, *, is_break: bool = False) -> None:
        """Append the number at ``place``."""
        if is_break:
            self.breaks.append(len(self.members))
        self.members.append(place)
        self.following = number.value + 1


def numbering(document: Document) -> tuple[Series, ...]:
    """Return the series of ``document`` in the order of their first numbers; call it through ``document.get``."""
    machine = _Machine(document)
    stack = machine.stack
    for place, number in enumerate(document.get(numbers)):
        # Unpacked at once: each field of a named tuple asked for by name takes half as long as all of them.
        _, worth, _, branch, _, _, kind, _ = number
        for series in reversed(stack):
            if series.following == worth and series.kind == kind and not branch:
                if series is not stack[-1]:
                    machine.close(stack.index(series) + 1)
                series.members.append(place)
                series.following = worth + 1
                break
        else:
            machine.place(number, place)
    return tuple([series for series in machine.all if series.members])


class _Machine:
    """The open series, innermost last, and those closed of late by style."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[Series] = []
        self.closed: dict[Kind, list[Series]] = {}
        self.all: list[Series] = []

    def close(self, depth: int) -> None:
        """Close all series from ``depth`` inwards."""
        stack = self.stack
        if depth >= len(stack):
            return
        for series in stack[depth:]:
            late = self.closed.setdefault(series.kind, [])
            late.append(series)
            del late[:-_MOST_CLOSED]
        del stack[depth:]

    def place(self, number: Number, place: int) -> None:
        """Place a number that continues no open series of its style and level."""
        kind = number.kind
        own = [series for series in self.stack if series.kind == kind]
        if number.branch:
            self.put_in(number, own)
        elif number.value == 1 or (number.value == 0 and not own):
            self.begin(number, place, own)
        elif not self.continue_other(number, place, own):
            mark = self.document.get(marks)[place]
            series = self.nearest(number, own)
            is_run_in = self.is_run_in(mark, series)
            if is_run_in or not (mark.doubtful or self.is_quoted(mark)):
                self.misfit(number, place, series, is_run_in=is_run_in)

    def put_in(self, number: Number, own: list[Series]) -> None:
        """Pass an article put in later (第六条之一); the one it follows may have been deleted."""
        late = self.closed.get(number.kind)
        if not own and late:
            self.stack.append(late.pop())
            own = self.stack[-1:]
        if own:
            self.close(self.stack.index(own[-1]) + 1)
            own[-1].following += own[-1].following == number.value

    def begin(self, number: Number, place: int, own: list[Series], *, is_break: bool = False) -> None:
        """Begin a series, under what is open; one of the same style stays open around it."""
        stack = self.stack
        if own:
            self.close(stack.index(own[-1]) + 1)
            if len(own) >= _MOST_NESTED:
                stack.remove(own[1])
        elif number.style in _ENDING:
            self.close(next((depth for depth, series in enumerate(stack) if _ends(series, number)), len(stack)))
        around = [series for series in stack if series not in own] if own else stack
        parent = around[-1].members[-1] if around else None
        series = Series(number, place, parent)
        if is_break:
            series.breaks.append(0)
        stack.append(series)
        self.all.append(series)

    def continue_other(self, number: Number, place: int, own: list[Series]) -> bool:
        """Continue a series of another level, or a closed one, that ``number`` follows from."""
        for series in reversed(self.stack):
            if (series.following, series.style, series.prefix) == (number.value, number.style, number.prefix):
                self.close(self.stack.index(series) + 1)
                series.add(number, place)
                return True
        late = self.closed.get(number.kind, []) if not own else []
        for series in reversed(late):
            if series.following == number.value:
                late.remove(series)
                series.is_continuous = True
                self.stack.append(series)
                series.add(number, place)
                return True
        return False

    def nearest(self, number: Number, own: list[Series]) -> Series | None:
        """Return the series that ``number`` most likely belongs to though it does not follow, or None."""
        late = self.closed.get(number.kind)
        if not own and late and late[-1].is_continuous:
            own = [late.pop()]
            self.stack.append(own[0])
        before = [series for series in own if series.following <= number.value]
        return max(before, key=lambda series: series.following) if before else own[-1] if own else None

    def misfit(self, number: Number, place: int, series: Series | None, *, is_run_in: bool) -> None:
        """Place a number that breaks ``series``, or begins one amiss, unless the one before it is run in."""
        if series is None or (is_run_in and series.following >= number.value):
            own = [each for each in self.stack if each is series]
            self.begin(number, place, own, is_break=not is_run_in)
            return
        depth = self.stack.index(series) + 1
        inner = [each for each in self.stack[depth:] if each.kind == number.kind]
        self.close(depth)
        if len(inner) == 1 and len(inner[0].members) == 1 and series.following == number.value - 1:
            # …三、一、五、: the lone one begins no series but is a four that was mistyped.
            lone = inner[0].members.pop()
            series.add(self.document.get(numbers)[lone], lone, is_break=True)
            self.closed[number.kind].remove(inner[0])
        series.add(number, place, is_break=not is_run_in)

    def is_run_in(self, mark: Mark, series: Series | None) -> bool:
        """Return whether the number before ``mark`` stands within a paragraph before it, not at its start."""
        places = self.document.get(marks)
        floor = max(0, mark.span.start - _BEFORE)
        if series is not None:
            floor = max(floor, places[series.members[-1]].span.end)
        elif self.stack:
            floor = max(floor, places[self.stack[-1].members[-1]].span.start)
        within = Span(floor, mark.span.start)
        return run_in(self.document.prose, mark.number.style, mark.number.value - 1, within) is not None

    def is_quoted(self, mark: Mark) -> bool:
        """Return whether ``mark`` stands in a quotation, be it one without quotation marks: 修改为：⏎第三条."""
        before = self.document.prose[max(0, mark.span.start - _BEFORE) : mark.span.start]
        if mark.number.style in _OF_STATUTES and before.rstrip(_BLANKS)[-1:] in _INTRODUCES:
            return True
        return any(opening in before and before.rfind(opening) > before.rfind(closing) for opening, closing in _QUOTES)


def _ends(series: Series, number: Number) -> bool:
    """Return whether ``series`` ends where ``number`` begins one: a chapter ends articles, 3.1 ends 2.4."""
    if number.style is NumberStyle.DECIMAL:
        return series.style is NumberStyle.DECIMAL and not f"{number.prefix}.".startswith(f"{series.prefix}.")
    rank = _RANKS.get(number.style, _WITHIN_DIVISIONS)
    return rank < _WITHIN_DIVISIONS and rank < _RANKS.get(series.style, _WITHIN_DIVISIONS)
