"""Places in words for text that was taken out of a package, a line at a time."""

from bisect import bisect_right
from collections.abc import Iterable

from gaojian.diagnostic import Text
from gaojian.origin import Origin


class Places(Origin):
    """The words for the place of every piece of a text, None for those that need none."""

    def __init__(self, pieces: Iterable[tuple[str, Text | None]]) -> None:
        self._starts: list[int] = []
        self._words: list[Text | None] = []
        offset = 0
        for text, words in pieces:
            self._starts.append(offset)
            self._words.append(words)
            offset += len(text) + 1

    def describe(self, offset: int) -> Text | None:
        """Return the words for the piece that holds ``offset``."""
        return self._words[bisect_right(self._starts, offset) - 1] if self._starts else None
