"""What one paragraph says more than once."""

from collections.abc import Iterable, Iterator

from gaojian import NamedTuple, Span
from gaojian_checks.duplicates._paragraphs import normalise
from gaojian_checks.language.sentences import sentences


class Saying(NamedTuple):
    """What stands at ``first`` and again at ``copies``, left to right."""

    first: Span
    copies: list[Span]


def halves(text: str, half: int) -> Saying:
    """Return the two halves of a line whose key is doubled; the key has ``half`` characters twice."""
    seen = 0
    for offset, character in enumerate(text):
        if seen == half and normalise(character):
            return Saying(Span(0, offset), [Span(offset, len(text.rstrip()))])
        seen += len(normalise(character))
    raise AssertionError(f"a key of {2 * half} characters in a shorter line")


def sayings(prose: str, text: str, least: int) -> list[Saying]:
    """Return the sentences of ``least`` characters, or runs of sentences that begin with one, that stand again.

    ``prose`` tells where sentences end, ``text`` what they say, code and links as they are written. However often a
    sentence stands, it is one saying: an endless line may hold nothing else.
    """
    found: dict[Span, list[Span]] = {}
    for first, again in _pairs(prose, text, least):
        found.setdefault(first, []).append(again)
    return [Saying(first, copies) for first, copies in found.items()]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return ``spans``, those that follow each other at once made one."""
    runs: list[Span] = []
    for span in spans:
        if runs and runs[-1].end == span.start:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return runs


def _pairs(prose: str, text: str, least: int) -> Iterator[tuple[Span, Span]]:
    """Yield pairs of the first saying and a later one; runs that stand again together are one pair."""
    spans = list(sentences(prose, Span(0, len(prose))))
    first: dict[str, int] = {}
    run: tuple[int, int, int] | None = None
    for number, span in enumerate(spans):
        key = normalise(text[span.start : span.end]).rstrip("。！？")
        source = first.setdefault(key, number)
        if run and source == run[0] + run[2] and source < run[1]:
            run = (run[0], run[1], run[2] + 1)
            continue
        if run:
            yield _places(spans, run)
        run = (source, number, 1) if source < number and len(key) >= least else None
    if run:
        yield _places(spans, run)


def _places(spans: list[Span], run: tuple[int, int, int]) -> tuple[Span, Span]:
    source, start, length = run
    first = Span(spans[source].start, spans[source + length - 1].end)
    return first, Span(spans[start].start, spans[start + length - 1].end)
