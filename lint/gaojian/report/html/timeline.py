"""The times that a document speaks of, drawn over its years."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from gaojian.chronicle import Moment, Role
from gaojian.diagnostic import Diagnostic, Severity
from gaojian.record import NamedTuple
from gaojian.report.html.axis import LEFT, WIDTH, Axis, Year
from gaojian.report.html.manuscript import Manuscript
from gaojian.report.screen import cells
from gaojian.text import Span

_MOST_OWN, _MOST_ROWS, _MOST_BARS, _MOST_DOTS = 6, 8, 4, 5
_MOST_LISTED = 150
_LONG_DAYS = 31
_LONGEST_FAULT = 60
_TOP, _GAP, _ROW, _DOT = 30.0, 8, 20, 9
_CELL = 6.2
_LONGEST_LABEL = 48


class Drawn(NamedTuple):
    """One thing on the drawing: a stretch of time from ``x`` on, ``width`` wide, at the height ``y``.

    Its label stands ``side``: "after" it, "before" it, or "inside" where there is room nowhere else.
    """

    x: float
    width: float
    y: float
    label: str
    title: str
    link: str
    is_faulty: bool = False
    side: str = "after"


class Entry(NamedTuple):
    """A line of the list below the drawing."""

    time: str
    role: str
    label: str
    link: str
    line: int
    is_faulty: bool


class Lane(NamedTuple):
    """A strip of the drawing, for times of one role."""

    role: str
    y: float


class Timeline(NamedTuple):
    """A drawing of ``width`` by ``height`` with a lane each for own dates, facts named and dates stated."""

    width: int
    height: float
    right: float
    years: list[Year]
    lanes: list[Lane]
    own: list[Drawn]
    known: list[Drawn]
    bars: list[Drawn]
    dots: list[Drawn]
    elsewhere: int
    entries: list[Entry]
    unlisted: int


def timeline(
    moments: Sequence[Moment],
    found: Iterable[Diagnostic],
    link: Callable[[Span], str],
    manuscript: Manuscript,
    language: str,
) -> Timeline | None:
    """Return the drawing of ``moments``, those marked where more than a note was ``found``; None without any."""
    told = sorted(
        _told(moments, _Faulty(found), link, language), key=lambda item: (item.moment.first, item.moment.span)
    )
    if not told:
        return None
    axis = Axis([item.moment for item in told])
    by_role: dict[Role, list[_Told]] = {role: [] for role in Role}
    for item in told:
        if axis.holds(item.moment):
            by_role[item.moment.role].append(item)
    y = _TOP
    lanes = [Lane(role.value, 0) for role in (Role.OWN, Role.KNOWN, Role.STATED) if by_role[role]]
    own = [
        _place(axis, item, y + row * _ROW, _own_label(item)) for row, item in enumerate(by_role[Role.OWN][:_MOST_OWN])
    ]
    known = list(_rows(axis, _distinct(by_role[Role.KNOWN]), y + len(own) * _ROW + _GAP * bool(own)))
    lower = max((item.y + _ROW + _GAP for item in (*own, *known)), default=y)
    bars, dots, height = _stated(axis, by_role[Role.STATED], lower)
    tops = {"own": y, "known": min((item.y for item in known), default=y), "stated": lower}
    entries = sorted(told, key=lambda item: item.moment.role is Role.STATED and not item.is_faulty)[:_MOST_LISTED]
    return Timeline(
        WIDTH,
        height,
        axis.right,
        axis.years(),
        [lane._replace(y=tops[lane.role]) for lane in lanes],
        own,
        known,
        bars,
        dots,
        len(told) - sum(map(len, by_role.values())),
        [_entry(item, manuscript) for item in sorted(entries, key=lambda item: (item.moment.first, item.moment.span))],
        len(told) - len(entries),
    )


class _Told(NamedTuple):
    moment: Moment
    label: str
    link: str
    is_faulty: bool


class _Faulty:
    """Knows the spans that findings stand at."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        # A doubled block is wrong as a whole; the dates in it are not.
        self._spans = sorted(
            diagnostic.span
            for diagnostic in found
            if diagnostic.severity > Severity.NOTE and diagnostic.span.end - diagnostic.span.start < _LONGEST_FAULT
        )

    def meets(self, span: Span) -> bool:
        """Return whether something is wrong within ``span`` or around it."""
        index = bisect_left(self._spans, (span.start - _LONGEST_FAULT, 0))
        while index < len(self._spans) and self._spans[index].start < span.end:
            if self._spans[index].end > span.start:
                return True
            index += 1
        return False


def _told(moments: Iterable[Moment], faulty: _Faulty, link: Callable[[Span], str], language: str) -> Iterator[_Told]:
    for moment in moments:
        label = moment.label.in_language(language)
        yield _Told(moment, label, link(moment.span), faulty.meets(moment.span))


def _own_label(item: _Told) -> str:
    first, last = item.moment.first, item.moment.last
    return f"{item.label} {first if first == last else _time(first, last)}"


def _time(first: date, last: date) -> str:
    """Return the shortest way to write from ``first`` to ``last``."""
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{first:%Y-%m}"
    return f"{first} – {last}"


def _place(axis: Axis, item: _Told, y: float, label: str) -> Drawn:
    x = axis.x(item.moment.first)
    width = round(max(axis.x(item.moment.last, end=True) - x, 0), 1)
    if len(label) > _LONGEST_LABEL:
        label = label[:_LONGEST_LABEL] + "…"
    time = _time(item.moment.first, item.moment.last)
    size = _GAP + cells(label) * _CELL
    side = "after" if x + width + size <= WIDTH else "before" if x - size > LEFT else "inside"
    return Drawn(x, width, y, label, f"{time} {item.label}", item.link, item.is_faulty, side)


def _distinct(told: Iterable[_Told]) -> Iterator[_Told]:
    """Yield each fact once, as faulty if it is so anywhere."""
    known: dict[tuple[str, date], _Told] = {}
    for item in told:
        key = item.label, item.moment.first
        if key not in known or (item.is_faulty and not known[key].is_faulty):
            known[key] = item
    return iter(known.values())


def _rows(axis: Axis, told: Iterable[_Told], top: float) -> Iterator[Drawn]:
    """Yield what is told in as few rows as keep the labels apart."""
    ends: list[float] = []
    for item in told:
        drawn = _place(axis, item, top, item.label)
        size = 14 + cells(drawn.label) * _CELL
        low = drawn.x - (size if drawn.side == "before" else 0)
        high = drawn.x + drawn.width + (size if drawn.side == "after" else 0)
        row = next((row for row, end in enumerate(ends) if end <= low), len(ends))
        if row >= _MOST_ROWS:
            continue
        ends[row : row + 1] = [high]
        yield drawn._replace(y=top + row * _ROW)


def _stated(axis: Axis, told: Sequence[_Told], top: float) -> tuple[list[Drawn], list[Drawn], float]:
    """Return the long stretches of time as bars, the days as heaps of dots by the month, and where they end."""
    long: dict[tuple[date, date], list[_Told]] = defaultdict(list)
    short: dict[tuple[int, int], list[_Told]] = defaultdict(list)
    for item in told:
        first, last = item.moment.first, item.moment.last
        if (last - first).days > _LONG_DAYS:
            long[first, last].append(item)
        else:
            short[first.year, first.month].append(item)
    if not told:
        return [], [], top
    dots = []
    for (year, month), items in short.items():
        items.sort(key=lambda item: not item.is_faulty)
        x = axis.x(date(year, month, 15))
        more = len(items) - _MOST_DOTS
        for height, item in enumerate(items[:_MOST_DOTS]):
            title = f"{_time(item.moment.first, item.moment.last)} {item.label}"
            label = f"+{more}" if more > 0 and height == _MOST_DOTS - 1 else ""
            dots.append(Drawn(x, 0, top + 6 + height * _DOT, label, title, item.link, item.is_faulty))
    bottom = max((dot.y for dot in dots), default=top) + _DOT
    bars = []
    ends: list[float] = []
    for (first, last), items in long.items():
        items.sort(key=lambda item: not item.is_faulty)
        x, right = axis.x(first), axis.x(last, end=True)
        row = next((row for row, end in enumerate(ends) if end <= x), len(ends))
        if row >= _MOST_BARS:
            continue
        ends[row : row + 1] = [right]
        title = f"{_time(first, last)} × {len(items)}" if len(items) > 1 else f"{_time(first, last)} {items[0].label}"
        count = f"{len(items)}" if len(items) > 1 else ""
        bars.append(
            Drawn(x, round(right - x, 1), bottom + 4 + row * 12, count, title, items[0].link, items[0].is_faulty)
        )
    return bars, dots, bottom + 8 + len(ends) * 12


def _entry(item: _Told, manuscript: Manuscript) -> Entry:
    moment = item.moment
    return Entry(
        _time(moment.first, moment.last),
        moment.role.value,
        item.label,
        item.link,
        manuscript.lines.line_number(moment.span.start),
        item.is_faulty,
    )
