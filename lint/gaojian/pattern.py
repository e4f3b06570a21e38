"""Patterns that cost nothing until a document may hold them."""

import re
import sys
from collections.abc import Iterator

from gaojian.compiled import expressions

_EMPTY: Iterator[re.Match[str]] = iter(())


class Pattern:
    """A regular expression that is compiled at its first use, and only run where its gate occurs.

    ``gate`` is a literal, or several of which one must occur in any text that can match: looking for one character
    takes a hundredth of the time of running a pattern. Without a gate the pattern always runs. Put the rarest literal
    of the pattern first and look behind for the rest: the standard library then scans for that literal alone.
    """

    __slots__ = ("_compiled", "_gates", "flags", "gate", "source")

    def __init__(self, source: str, *gate: str, flags: int = 0) -> None:
        self.source = source
        self.gate = gate
        # One character is found, or found missing, in a tenth of the time of two; mostly one of the ends is missing.
        self._gates = tuple([(literal[0], literal[-1], literal) for literal in gate])
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression of the standard library."""
        if self._compiled is None:
            self._compiled = expressions.compile(self.source, self.flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Return whether ``text`` holds what every match needs."""
        # A plain loop, since a generator costs more than the look-ups in a short document.
        for first, last, literal in self._gates:
            if first in text and last in text and literal in text:
                return True
        return not self.gate

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return all matches, left to right; offsets are those of ``text``."""
        # As in ``may_match``: a call would cost as much as the look-up in a short document.
        for first, last, literal in self._gates:
            if first in text and last in text and literal in text:
                break
        else:
            if self.gate:
                return _EMPTY
        return (self._compiled or self.compiled).finditer(text, start, sys.maxsize if end is None else end)

    # These two are called for single places, thousands of times: a property or a look at the length would show.
    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in [start, end), or None."""
        return (self._compiled or self.compiled).search(text, start, sys.maxsize if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the match that begins at ``start``, or None."""
        return (self._compiled or self.compiled).match(text, start, sys.maxsize if end is None else end)
