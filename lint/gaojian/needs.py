"""Whether a document holds the literals without which a rule can find nothing in it."""

from collections.abc import Callable, Sequence
from functools import cache

from gaojian.document import Document

Transcriber = Callable[[Document], str]
"""Gives the text of a document in the one script that rules are written in."""


def as_written(document: Document) -> str:
    """Return the text of ``document``: all that the engine knows of scripts."""
    return document.text


class Holdings:
    """What a document holds, in its text as it is written or in the same text in another script."""

    __slots__ = ("_known", "_texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[str, bool] = {}

    def include(self, needs: tuple[str, ...]) -> bool:
        """Return whether one literal of each of ``needs`` is there; an entry parts its literals by ``|``."""
        # Many rules need the same: what one asked is known for the next.
        known = self._known
        for need in needs:
            held = known.get(need)
            if held is None:
                held = known[need] = any(_holds(text, need) for text in self._texts)
            if not held:
                return False
        return True


@cache
def _literals(need: str) -> tuple[str, ...]:
    return tuple(need.split("|"))


def _holds(text: str, need: str) -> bool:
    for literal in _literals(need):
        # One character is found, or found missing, in a tenth of the time of two.
        if literal[0] in text and (len(literal) == 1 or (literal[-1] in text and literal in text)):
            return True
    return False
