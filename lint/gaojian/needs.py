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
    """What a document holds, in its ``text`` as it is written or in what ``transcribe`` gives when it is needed."""

    __slots__ = ("_known", "_transcribe", "_transcribed", "text")

    def __init__(self, text: str, transcribe: Callable[[], str]) -> None:
        self.text = text
        self._transcribe = transcribe
        self._transcribed: str | None = None
        self._known: dict[str, bool] = {}

    def include(self, needs: tuple[str, ...]) -> bool:
        """Return whether one literal of each of ``needs`` is there; an entry parts its literals by ``|``."""
        # Many rules need the same: what one asked is known for the next.
        known = self._known
        for need in needs:
            held = known.get(need)
            if held is None:
                held = known[need] = _holds(self.text, need) or _holds(self.in_one_script, need)
            if not held:
                return False
        return True

    @classmethod
    def of_any(cls, several: Sequence["Holdings"]) -> "Holdings":
        """Return what any of ``several`` documents holds: most rules find nothing to look at in all of them."""
        if len(several) == 1:
            return several[0]
        # Between two documents stands what no literal holds.
        return cls(
            "\0".join([each.text for each in several]),
            lambda: "\0".join([each.in_one_script for each in several]),
        )

    @property
    def in_one_script(self) -> str:
        """The text in the script that rules are written in; empty where that is the text itself."""
        if self._transcribed is None:
            self._transcribed = self._transcribe()
        return self._transcribed


@cache
def _literals(need: str) -> tuple[str, ...]:
    return tuple(need.split("|"))


def _holds(text: str, need: str) -> bool:
    for literal in _literals(need):
        # One character is found, or found missing, in a tenth of the time of two.
        if literal[0] in text and (len(literal) == 1 or (literal[-1] in text and literal in text)):
            return True
    return False
