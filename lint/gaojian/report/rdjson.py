"""Reviewdog's diagnostic format (rdjson): one JSON object; comments on pull requests, with suggestions.

Its columns count bytes of UTF-8 from 1. Documents that are not text files have lines alone, and no suggestions: what
their text was taken out of is no text that a suggestion could replace.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome, Place, Severity
from gaojian.reading import is_plain
from gaojian.report.json import encode, lines
from gaojian.report.location import last_line, relative
from gaojian.report.style import Source, Style
from gaojian.text import LineIndex, Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
_Object = dict[str, object]


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the object, a line for each failure and each diagnostic."""
    del rules
    places = _Places(source)
    head = encode({"source": {"name": "gaojian", "url": "https://github.com/gaojian/gaojian"}})
    yield f'{head[:-1]}, "diagnostics": [\n'
    yield from lines(_diagnostics(outcome, style.language, places))
    yield "]}\n"


def _diagnostics(outcome: Outcome, language: str, places: "_Places") -> Iterator[_Object]:
    for failure in outcome.failures:
        path = relative(failure.path) if failure.path else "gaojian"
        yield {"message": failure.message.in_language(language), "location": {"path": path}, "severity": "ERROR"}
    for diagnostic in outcome.diagnostics:
        item: _Object = {
            "message": diagnostic.message.in_language(language),
            "location": places.location(diagnostic),
            "severity": _SEVERITIES[diagnostic.severity],
            "code": {"value": diagnostic.code},
        }
        if diagnostic.related:
            item["relatedLocations"] = [
                {"message": place.message.in_language(language), "location": places.location(place)}
                for place in diagnostic.related
            ]
        suggestions = places.suggestions(diagnostic)
        if suggestions:
            item["suggestions"] = suggestions
        yield item


class _Places:
    """Places as this format counts them; the texts of the last few documents are kept."""

    def __init__(self, source: Source) -> None:
        @lru_cache(maxsize=8)
        def index_of(path: str) -> tuple[str, LineIndex] | None:
            text = source(path) if is_plain(path) else None
            return None if text is None else (text, LineIndex(text))

        self._index_of = index_of

    def location(self, place: Diagnostic | Place) -> _Object:
        index = self._index_of(place.path)
        if index is None:
            lines = {"start": {"line": place.start.line}, "end": {"line": last_line(place.start, place.end)}}
            return {"path": relative(place.path), "range": lines}
        return {"path": relative(place.path), "range": _range(index, place.span)}

    def suggestions(self, diagnostic: Diagnostic) -> list[_Object]:
        index = self._index_of(diagnostic.path)
        if diagnostic.fix is None or index is None:
            return []
        return [{"range": _range(index, edit.span), "text": edit.replacement} for edit in diagnostic.fix.edits]


def _range(index: tuple[str, LineIndex], span: Span) -> _Object:
    return {"start": _position(index, span.start), "end": _position(index, span.end)}


def _position(index: tuple[str, LineIndex], offset: int) -> dict[str, int]:
    text, lines = index
    line, column = lines.position(offset)
    before = text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
