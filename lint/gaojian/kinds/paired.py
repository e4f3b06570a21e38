"""Marks that come in pairs."""

import re
from collections.abc import Iterator
from typing import ClassVar

from gaojian.check import Check
from gaojian.diagnostic import Finding, Text
from gaojian.document import Document
from gaojian.kinds.tables import filled
from gaojian.text import Span


class Paired(Check):
    """Marks that come in pairs: an opening one without its closing one is a finding, and so is the reverse.

    ``pairs`` holds opening and closing marks, of any length; both may be the same. A pair is closed in the paragraph in
    which it was opened, or anywhere behind it if ``across_paragraphs``. Marks of the same pair may nest; those of
    different pairs know nothing of each other. In ``message``, {text} is the mark and {partner} what it lacks.
    """

    pairs: ClassVar[tuple[tuple[str, str], ...]]
    across_paragraphs: ClassVar[bool] = False
    message: ClassVar[Text] = Text("“{text}”没有配对的“{partner}”", "“{text}” lacks its “{partner}”")
    _patterns: ClassVar[tuple[re.Pattern[str], ...]]

    def __init_subclass__(cls, **arguments: object) -> None:
        """Refuse what is no pair."""
        super().__init_subclass__(**arguments)
        if hasattr(cls, "code"):
            pairs = getattr(cls, "pairs", None)
            if not isinstance(pairs, tuple) or not pairs:
                raise TypeError(f"{cls.code} declares no pairs, tuples such as (('【', '】'),)")
            for pair in pairs:
                if not (isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(m, str) and m for m in pair)):
                    raise TypeError(f"{cls.code}: pairs holds {pair!r}, not an opening and a closing mark")
            cls._patterns = tuple(_either(*pair) for pair in cls.pairs)

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every mark without its partner."""
        prose = document.prose
        for (opening, closing), pattern in zip(self.pairs, self._patterns, strict=True):
            if opening in prose or closing in prose:
                for start, mark in self._alone(prose, opening, closing, pattern):
                    partner = closing if mark == opening else opening
                    message = filled(self.message, (("text", mark), ("partner", partner)))
                    yield Finding(Span(start, start + len(mark)), message)

    def _alone(self, prose: str, opening: str, closing: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str]]:
        waiting: list[int] = []
        position = 0
        for match in pattern.finditer(prose):
            start, mark = match.start(), match[0]
            if waiting and not self.across_paragraphs and _ends_within(prose, position, start):
                yield from ((place, opening) for place in waiting)
                waiting.clear()
            position = match.end()
            if mark == opening and not (opening == closing and waiting):
                waiting.append(start)
            elif waiting:
                waiting.pop()
            else:
                yield start, mark
        yield from ((place, opening) for place in waiting)


def _either(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted((opening, closing), key=len, reverse=True))))


def _ends_within(prose: str, start: int, end: int) -> bool:
    return prose.find("\n", start, end) >= 0 or prose.find("\r", start, end) >= 0
