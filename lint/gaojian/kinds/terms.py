"""Where the terms of a table stand in a text; a table of thousands takes hardly longer than one of ten.

5,000 terms over 10 MB (3.4 million characters) take 0.15 s by the automaton of Aho and Corasick that the package
ahocorasick_rs builds, 1 to 3 s by looking at pairs of characters where it isn't installed, and 4 to 20 s by an
alternation, which is the fastest for up to a hundred terms (0.02 s for 20). Measured by tests/measure/term_tables.py.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import compress, count
from typing import Any

from gaojian.pattern import Pattern

_FEW = 100
_Finder = Callable[[str], Iterator[tuple[int, int]]]


class Terms:
    """Literal terms to look for. ``method`` is "alternation", "automaton" or "pairs"; None chooses the fastest."""

    def __init__(self, terms: Iterable[str], method: str | None = None) -> None:
        self._terms = sorted(set(terms), key=lambda term: (-len(term), term))
        self._finder: _Finder | None = None
        self._method = method

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield, for each place where a term begins, start and end of the longest one there; places may overlap."""
        if self._finder is None:
            self._finder = self._choose()
        return self._finder(text)

    def apart(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of the longest terms from left to right, none within another."""
        position = 0
        for start, end in self.find(text):
            if start >= position:
                yield start, end
                position = end

    def _choose(self) -> _Finder:
        if self._method == "alternation" or (self._method is None and len(self._terms) <= _FEW):
            return self._by_alternation()
        if self._method != "pairs":
            try:
                return self._by_automaton(import_module("ahocorasick_rs"))
            except ImportError:
                pass
        return self._by_pairs()

    def _by_alternation(self) -> _Finder:
        # The standard library: literals cannot hang, and it finds them several times as fast as regex.
        pattern = Pattern("|".join(map(re.escape, self._terms)) or "(?!)")

        def find(text: str) -> Iterator[tuple[int, int]]:
            position = 0
            while match := pattern.search(text, position):
                yield match.span()
                position = match.start() + 1

        return find

    def _by_automaton(self, library: Any) -> _Finder:
        automaton = library.AhoCorasick(self._terms)
        otherwise = self._by_pairs()

        def find(text: str) -> Iterator[tuple[int, int]]:
            try:
                matches = automaton.find_matches_as_indexes(text, overlapping=True)
            except UnicodeEncodeError:
                # Half of a surrogate pair, which Rust knows no string of.
                yield from otherwise(text)
                return
            last = -1
            for start, end in sorted([(start, -end) for _, start, end in matches]):
                if start != last:
                    yield start, -end
                    last = start

        return find

    def _by_pairs(self) -> _Finder:
        by_head: dict[str, list[str]] = {}
        for term in self._terms:
            by_head.setdefault(term[:2], []).append(term)
        single = {term for term in self._terms if len(term) == 1}

        def find(text: str) -> Iterator[tuple[int, int]]:
            heads = map(str.__add__, text, text[1:] + "\0")
            if single:
                here = compress(count(), (head in by_head or head[0] in single for head in heads))
            else:
                here = compress(count(), map(by_head.__contains__, heads))
            for start in here:
                candidates = by_head.get(text[start : start + 2], ())
                term = next((term for term in candidates if text.startswith(term, start)), text[start])
                if len(term) > 1 or term in single:
                    yield start, start + len(term)

        return find
