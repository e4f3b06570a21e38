"""How many items a list has: those told within the text, and those whose numbers begin paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import matches
from gaojian_checks.language.enumerations.excuses import is_told
from gaojian_checks.language.enumerations.lists import Enumeration, enumerations
from gaojian_checks.language.enumerations.marks import Form
from gaojian_checks.language.numbering import Series, marks, numbering, numbers

# 第一 begins articles and chapters, whose number nobody announces.
_FIRST = r"(?=[ \t\u3000]*\r?\n[ \t\r\n\u3000*#>]*(?P<first>一、|[（(]一[）)]|1[.．、](?![0-9])|[（(]1[）)]|①|1[）)]))"
_INTRODUCTIONS = {
    "：": Pattern(f"：{_FIRST}"),
    ":": Pattern(f":{_FIRST}"),
    # There are too many full stops to look behind all of them.
    "面": Pattern(f"面(?<=方面)[^。；：\n]{{0,5}}。{_FIRST}"),
}
_FARTHEST = 1000
_BEGINNING = 12


class Counted(NamedTuple):
    """A list and its size: ``first`` and ``last`` are the spans of its marks.

    ``least`` and ``most`` differ where its last items may belong to a list around it, or further ones may be told in
    other words.
    """

    first: Span
    last: Span
    least: int
    items: int
    most: int

    def may_be(self, number: int) -> bool:
        """Return whether the list may have ``number`` items."""
        return self.least <= number <= self.most


def told_lists(document: Document) -> Iterator[Counted]:
    """Yield the lists told within the text, without those that have a slip: their numbers say nothing.

    A list whose first number begins a paragraph is a written one, though it goes on within that.
    """
    for each in document.get(enumerations):
        is_written = each.form.is_run_in and each.items[0].opens
        is_whole = not each.slips and each.last.number == len(each.items)
        if is_whole and not is_written and each.form is not Form.ADVERB:
            yield _counted_told(document, each)


def _counted_told(document: Document, each: Enumeration) -> Counted:
    items = len(each.items)
    least = items if each.doubtful_from is None else each.doubtful_from - 1
    return Counted(each.items[0].span, each.last.span, least, items, _most(document, each.last.span.end, items))


def _most(document: Document, start: int, items: int) -> int:
    """Return one more than ``items`` where the paragraph of the last, or how the next begins, tells of another."""
    line = document.prose.find("\n", start, start + _FARTHEST)
    end = start + _FARTHEST if line < 0 else line + _BEGINNING
    return items + is_told(document, Span(start, end), items + 1)


def introductions(document: Document) -> Iterator[Span]:
    """Yield what stands between a colon and the numbered paragraph that begins a list."""
    for mark, pattern in _INTRODUCTIONS.items():
        for match in matches(document, mark, pattern):
            yield Span(match.end() - 1, match.start("first"))


def written_list(document: Document, start: int) -> Counted | None:
    """Return the list whose first number stands at ``start``, or None where there is none without a gap."""
    found = document.get(marks)
    place = bisect_left(found, start, key=lambda mark: mark.span.start)
    series = document.get(_series_by_first).get(place)
    if series is None or series.breaks or found[place].span.start != start:
        return None
    read = document.get(numbers)
    items = read[series.members[-1]].value
    last = found[series.members[-1]].span
    told = document.get(_told_by_first).get(start)
    if told is not None:
        items = max(items, told.last.number)
    inner = _within_last(document, series)
    if inner is not None and items == 1:
        # Markdown may number every item 1.
        return None
    most = max(_most(document, last.end, items), read[inner.members[-1]].value if inner else 0)
    return Counted(found[place].span, last, items, items, most)


def _within_last(document: Document, series: Series) -> Series | None:
    """Return the list that begins right after the last item and is numbered alike: its last ones may be outer ones."""
    place = series.members[-1]
    inner, found = document.get(_series_by_first).get(place + 1), document.get(marks)
    if inner is None or inner.kind != series.kind:
        return None
    between = document.prose[found[place].span.end : found[place + 1].span.start]
    return inner if "\n" not in between.strip() else None


def _told_by_first(document: Document) -> dict[int, Enumeration]:
    return {each.items[0].span.start: each for each in document.get(enumerations)}


def _series_by_first(document: Document) -> dict[int, Series]:
    return {series.members[0]: series for series in document.get(numbering)}
