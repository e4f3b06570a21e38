"""Findings as one JSON object, for programs. ``schema.json`` beside this module is the contract.

The object::

    {"version": 1, "summary": {...}, "diagnostics": [...]}

- ``version``: raised when a member changes its meaning or goes away; new members may come without.
- ``summary``: ``files``, ``errors``, ``warnings``, ``notes``, ``characters`` (numbers), ``failures``: ``[{"path",
  "message"}]``, what was asked for and could not be done, and ``left_out``: by path the codes of checks that could not
  run on it.
- ``diagnostics``: sorted by path and place, each with ``path``, ``code``, ``name``, ``severity`` ("error", "warning" or
  "note"), ``message``, ``start`` and ``end``, ``text`` (the source between them), ``fix`` and ``related``.
- a place: ``{"line", "column", "offset"}``; line and column count from 1, offset from 0, column and offset count code
  points. ``end`` is exclusive: the place after the last character; an empty range has both places equal. Of a Word,
  OpenDocument or PDF file the lines are its paragraphs or lines in order. Offsets, also those of edits, are into the
  text that was checked: for text files the file itself, else what was taken out of it, a paragraph a line.
- ``fix``: null or ``{"title", "safety", "edits": [{"start", "end", "replacement"}]}``; safety is "safe" or "unsafe";
  start and end are offsets; edits are sorted, do not overlap, and are made all together or not at all.
- ``related``: ``[{"path", "start", "end", "message"}]``, other places that explain the finding.

Messages and titles are in the language of the run. One diagnostic stands on one line. The text is UTF-8; what UTF-8
cannot hold, half a surrogate pair, is written as a JSON escape.
"""

import json
import re
from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Fix, Outcome, Place, Severity
from gaojian.report.style import Source, Style
from gaojian.report.summary import count
from gaojian.text import Position

VERSION = 1

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the object, a line for each diagnostic."""
    del rules, source
    head = encode({"version": VERSION, "summary": _summary(outcome, style.language)})
    yield f'{head[:-1]}, "diagnostics": [\n'
    yield from lines(_object(diagnostic, style.language) for diagnostic in outcome.diagnostics)
    yield "]}\n"


def encode(value: object) -> str:
    """Return ``value`` as JSON on one line, readable and yet encodable in UTF-8."""
    text = json.dumps(value, ensure_ascii=False)
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def lines(values: Iterator[object]) -> Iterator[str]:
    """Yield the items of a JSON array, one a line and one at a time, with commas between them."""
    waiting = ""
    for value in values:
        if waiting:
            yield f"{waiting},\n"
        waiting = encode(value)
    if waiting:
        yield f"{waiting}\n"


def _summary(outcome: Outcome, language: str) -> dict[str, object]:
    counts = count(outcome)
    return {
        "files": outcome.files,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "characters": outcome.characters,
        "left_out": {path: list(codes) for path, codes in outcome.left_out.items()},
        "failures": [
            {"path": failure.path, "message": failure.message.in_language(language)} for failure in outcome.failures
        ],
    }


def _object(diagnostic: Diagnostic, language: str) -> dict[str, object]:
    return {
        "path": diagnostic.path,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.label,
        "message": diagnostic.message.in_language(language),
        **_range(diagnostic),
        "text": diagnostic.text,
        "fix": _fix(diagnostic.fix, language) if diagnostic.fix else None,
        "related": [
            {"path": place.path, **_range(place), "message": place.message.in_language(language)}
            for place in diagnostic.related
        ],
    }


def _range(place: Diagnostic | Place) -> dict[str, object]:
    return {"start": _place(place.start, place.span.start), "end": _place(place.end, place.span.end)}


def _place(position: Position, offset: int) -> dict[str, int]:
    return {"line": position.line, "column": position.column, "offset": offset}


def _fix(fix: Fix, language: str) -> dict[str, object]:
    return {
        "title": fix.title.in_language(language),
        "safety": fix.safety.value,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement} for edit in fix.edits
        ],
    }
