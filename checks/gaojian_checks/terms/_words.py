"""A list of words, found by one scan for the characters that lead them."""

from collections.abc import Iterator
from functools import cached_property

from gaojian import Pattern, Span


class Words:
    """Words to look for. ``leads`` are their scarcest characters, the scarcest first; each word holds one at least.

    An alternation of a hundred words is tried at every character that one of them begins with; characters that hardly
    occur, each with a neighbour that it has in a word, are met a hundred times less often.
    """

    def __init__(self, words: tuple[str, ...], leads: str) -> None:
        self._words = words
        self._leads = leads

    @cached_property
    def _table(self) -> dict[str, list[tuple[int, str]]]:
        """The words by their lead, each with its place in the word."""
        table: dict[str, list[tuple[int, str]]] = {}
        for word in self._words:
            lead = next(character for character in self._leads if character in word)
            table.setdefault(lead, []).append((word.index(lead), word))
        return table

    @cached_property
    def _pattern(self) -> Pattern:
        placed = [entry for entries in self._table.values() for entry in entries]
        after = "".join(sorted({word[at + 1 : at + 2] for at, word in placed}))
        before = "".join(sorted({word[at - 1] for at, word in placed if at == len(word) - 1 > 0}))
        alone = "".join(sorted({word for word in self._words if len(word) == 1}))
        beside = [f"(?=[{after}])", *([f"(?<=[{before}].)"] if before else []), *([f"(?<=[{alone}])"] if alone else [])]
        return Pattern(f"[{''.join(self._table)}](?:{'|'.join(beside)})")

    def spans(self, prose: str) -> Iterator[Span]:
        """Yield where the words stand, left to right: of two that overlap the first, or else the longer."""
        found = [
            Span(match.start() - at, match.start() - at + len(word))
            for match in self._pattern.finditer(prose)
            for at, word in self._table[match[0]]
            if match.start() >= at and prose.startswith(word, match.start() - at)
        ]
        end = 0
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if span.start >= end:
                yield span
                end = span.end
