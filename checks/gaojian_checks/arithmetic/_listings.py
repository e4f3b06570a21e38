"""Things that are listed with 、 and counted behind the last: 甲镇、乙镇、丙镇三个镇."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language import numerals
from gaojian_checks.language.clues import matches

_COUNT = "(?P<number>[二两三四五六七八九十]{1,3}|[2-9]|[1-9][0-9])"
_MEASURE = "(?P<measure>[个個大类類种種项項级級者省市县縣区區镇鎮乡鄉村国國部家门門名位条條方地港篇件所座处處场場次期])"
# An approximate number, or one of several.
_INEXACT = "(?![余餘多来]|(?:[^，。；、\n]{0,8})?(?:以上|以下|左右|之一|中的|任一|不等))"
_MARKS = r"、，。；：！？\n“”《》（）()\[\]0-9"
_NUMERALS = "二两三四五六七八九十"
# First, for most items: is there a numeral or a bracket before the next mark?
_LAST = Pattern(
    rf"、(?=[^{_MARKS}{_NUMERALS}]{{0,13}}+[（0-9{_NUMERALS}])(?P<last>[^{_MARKS}]{{1,12}}?)(?:（[^（）\n]{{1,40}}）)?(?P<others>等)?{_COUNT}{_MEASURE}{_INEXACT}"
)
_QUOTED = Pattern(rf"[”》](?P<others>等)?{_COUNT}{_MEASURE}{_INEXACT}")
_OPENING = {"”": "“", "》": "《"}
_NOT_BEFORE = "第前后上下首每各近约超达逾满仅共有分数几"
_CONNECTOR = Pattern("以及|[和与與或暨](?![平谐睦])|及(?<![涉普波危触惠]及)")
_STOPS = "，。；：！？\n\r,;:!?\t|"
_PAIRS = {"）": "（", ")": "(", "”": "“", "》": "《", "]": "["}
_REACH, _MOST = 300, 60


class Listing(NamedTuple):
    """What is listed, and the count behind it.

    ``items`` are as written, the first with all that stands before it in its clause. ``most`` is how many they can be
    if each 和 joins two. ``has_others`` tells that 等 follows, so that there may be more than are listed.
    """

    items: tuple[str, ...]
    most: int
    number: int
    span: Span
    measure: str
    following: str
    has_others: bool
    is_quoted: bool = False

    @property
    def fewest(self) -> int:
        """How many they are if no 和 joins two."""
        return len(self.items)


def listings(document: Document) -> tuple[Listing, ...]:
    """Return every list that a count follows, those of quoted names last."""
    prose = document.prose
    return (*_plain(prose), *_quoted(document))


def _plain(prose: str) -> Iterator[Listing]:
    for match in _LAST.finditer(prose):
        number = _value(match["number"])
        last = match["last"]
        if number is None or (not match["others"] and last[-1] in _NOT_BEFORE):
            continue
        before = _items(prose, match.start())
        if not before:
            continue
        items = (*before, last)
        most = len(items) + sum(sum(1 for _ in _CONNECTOR.finditer(item)) for item in items)
        yield Listing(
            items,
            most,
            number,
            Span(match.start("number"), match.end("measure")),
            match["measure"],
            prose[match.end() : match.end() + 6],
            bool(match["others"]),
        )


def _items(prose: str, end: int) -> list[str]:
    """Return the items before ``end``, which brackets and quotation marks do not part.

    Return none where a mark within brackets hides where the list begins.
    """
    floor = max(0, end - _REACH)
    floor = max(floor, *[prose.rfind(stop, floor, end) + 1 for stop in _STOPS])
    clause = prose[floor:end]
    # What stands in brackets and quotation marks is taken out from the end on, so that no mark in it parts anything.
    place = len(clause)
    while (closing := max(clause.rfind(mark, 0, place) for mark in _PAIRS)) >= 0:
        opening = clause.rfind(_PAIRS[clause[closing]], 0, closing)
        if opening < 0:
            return []
        clause = clause[: opening + 1] + clause[opening + 1 : closing].replace("、", "，") + clause[closing:]
        place = opening
    # A bracket that is still open begins the list.
    start = max(clause.rfind(mark, 0, place) for mark in _PAIRS.values()) + 1
    return clause[start:].split("、")


def _quoted(document: Document) -> Iterator[Listing]:
    prose = document.prose
    found = [match for closing in _OPENING for match in matches(document, closing, _QUOTED)]
    for match in sorted(found, key=lambda match: match.start()):
        number = _value(match["number"])
        if number is None:
            continue
        closing = prose[match.start()]
        items: list[str] = []
        end, floor = match.start(), max(0, match.start() - _REACH)
        while len(items) < _MOST and prose[end : end + 1] == closing:
            start = prose.rfind(_OPENING[closing], floor, end)
            if start < 0 or closing in prose[start:end]:
                break
            items.append(prose[start + 1 : end])
            end = start - 1
            if end >= 0 and prose[end] in "、和与及":
                end -= 1
        if len(items) > 1:
            span = Span(match.start("number"), match.end("measure"))
            following = prose[match.end() : match.end() + 6]
            has_others = bool(match["others"])
            yield Listing(
                tuple(items[::-1]), len(items), number, span, match["measure"], following, has_others, is_quoted=True
            )


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else numerals.value(number)
