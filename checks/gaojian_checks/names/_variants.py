"""Two forms of one name: with a mark inside and without, or coined in quotation marks and other in the middle."""

from collections.abc import Iterator
from itertools import pairwise

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.fold import simplified

_NOUNS = Pattern(
    "试验区|示范区|开发区|示范园|产业园|工业园|科技园|基地|研究院|研究所|实验室|领导小组|指挥部|基金会|工程|计划|委员会|办公室|公司"
)
_MARKED = Pattern("[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{2,14}$")
_REACH = 20
_BEFORE, _LONGEST_BEFORE, _SHORTEST = 4, 16, 10
# Each is looked for in the whole text.
_MOST_NAMES = 200
# What follows tells that two coinages name the same thing.
_COINED = Pattern("“([\u4e00-\u9fff]{4,8})”(?=([\u4e00-\u9fff]{4}))", "“")
_SHARED_START, _SHARED_END = 2, 1
# Two kinds that are told apart stand close together.
_APART = 200


class Coinage(NamedTuple):
    """A name in quotation marks, and the other form of it that stood before."""

    span: Span
    other: Span


def coinages(document: Document) -> Iterator[Coinage]:
    """Yield every coined name that differs in the middle from one of the same length before it.

    Both begin and end alike and are followed by the same words; neither stands near the other, for what is told apart
    does, and a form that comes back near both is no slip either.
    """
    places: dict[tuple[str, str, int, str], dict[str, list[Span]]] = {}
    for match in _COINED.finditer(document.get(simplified)):
        word = match[1]
        key = (word[:_SHARED_START], word[-_SHARED_END:], len(word), match[2])
        places.setdefault(key, {}).setdefault(word, []).append(Span(*match.span(1)))
    for forms in places.values():
        if len(forms) == 2:
            first, second = forms.values()
            if _are_apart(first, second):
                yield from (Coinage(span, first[0]) for span in second)


def _are_apart(first: list[Span], second: list[Span]) -> bool:
    """Return whether no place of one form is near a place of the other; those that are nearest are neighbours."""
    places = sorted([(span.start, form) for form, spans in enumerate((first, second)) for span in spans])
    return all(here == there or next_start - start >= _APART for (start, here), (next_start, there) in pairwise(places))


def marked(prose: str) -> Iterator[tuple[Span, Span]]:
    """Yield the names with a mark inside that also stand without it, and those without it where they are rarer."""
    joined: dict[str, int] = {}
    marked: dict[Span, list[Span]] = {}
    for noun in _NOUNS.finditer(prose):
        match = _MARKED.search(prose, max(0, noun.start() - _REACH), noun.end())
        if match is None:
            continue
        word = match[0].replace("、", "")
        if word not in joined:
            if len(joined) == _MOST_NAMES:
                break
            joined[word] = prose.find(word)
        start, other = match.start(), joined[word]
        while other > 0 and match.start() - start < _LONGEST_BEFORE and _is_same_han(prose, start - 1, other - 1):
            start, other = start - 1, other - 1
        length = noun.end() - start - 1
        if other >= 0 and length >= _SHORTEST:
            marked.setdefault(Span(other, other + length), []).append(Span(start, noun.end()))
    for first, spans in marked.items():
        yield from ((span, first) for span in spans)
        name = prose[first.start : first.end]
        if prose.count(name) < len(spans):
            yield from ((span, spans[0]) for span in _places(prose, name))


def _places(prose: str, name: str) -> Iterator[Span]:
    at = prose.find(name)
    while at >= 0:
        yield Span(at, at + len(name))
        at = prose.find(name, at + len(name))


def _is_same_han(prose: str, one: int, other: int) -> bool:
    return prose[one] == prose[other] and "\u4e00" <= prose[one] <= "\u9fff"
