"""Places in words for text that was taken out of a package, a line at a time."""

from bisect import bisect_right
from collections.abc import Iterable

from gaojian.diagnostic import Text
from gaojian.origin import Origin


class HeadingPath:
    """The headings above a paragraph, the highest first; long ones are cut."""

    _LONGEST = 20

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []

    def leave(self, level: int) -> None:
        """Leave what stands under headings of ``level`` or deeper: a heading of that level begins."""
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()

    def enter(self, level: int, text: str) -> None:
        """Go under the heading ``text``; one without words heads nothing."""
        title = " ".join(text.split())
        if title:
            shown = title if len(title) <= self._LONGEST else title[: self._LONGEST - 1] + "…"
            self._headings.append((level, shown))

    def describe(self) -> Text | None:
        """Return the path in words, such as “一、总体要求”下; None under no heading."""
        path = " › ".join([title for _, title in self._headings])
        return Text(f"“{path}”下", f"under “{path}”") if path else None


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
