"""Diagnostics to marks: what an editor shows, where it shows it, and in which language."""

from collections.abc import Callable

from gaojian.diagnostic import Diagnostic, Failure, Fix, Place, Safety, Severity
from gaojian.document import Document
from gaojian.lsp.messages import Change, Elsewhere, Mark, Remedy
from gaojian.lsp.positions import Range, Ruler
from gaojian.report.screen import visible

TOP = Range((0, 0), (0, 0))
Keys = Callable[[str], str]
"""From the path of a document to its key."""
Rulers = Callable[[str], Ruler]
"""From the path of a document to the ruler of its source."""


def mark_of(diagnostic: Diagnostic, document: Document, language: str, keys: Keys, rulers: Rulers) -> Mark:
    """Return ``diagnostic`` of ``document`` as a mark; fixes only where the text is that of the file itself."""
    ruler = rulers(diagnostic.path)
    fix = diagnostic.fix if document.origin is None else None
    return Mark(
        diagnostic.code,
        diagnostic.severity,
        visible(diagnostic.message.in_language(language)),
        Range(ruler.place(diagnostic.start), ruler.place(diagnostic.end)),
        tuple(_elsewhere(place, language, keys, rulers) for place in diagnostic.related),
        _remedy(fix, document, language, ruler) if fix is not None and fix.edits else None,
    )


def failure_mark(failure: Failure, language: str) -> Mark:
    """Return what could not be done as a mark at the top of its document: silence would look like praise."""
    return Mark("", Severity.ERROR, visible(failure.message.in_language(language)), TOP)


def _elsewhere(place: Place, language: str, keys: Keys, rulers: Rulers) -> Elsewhere:
    ruler = rulers(place.path)
    where = Range(ruler.place(place.start), ruler.place(place.end))
    return Elsewhere(keys(place.path), where, visible(place.message.in_language(language)))


def _remedy(fix: Fix, document: Document, language: str, ruler: Ruler) -> Remedy:
    position = document.lines.position
    changes = tuple(
        Change(Range(ruler.place(position(edit.span.start)), ruler.place(position(edit.span.end))), edit.replacement)
        for edit in fix.edits
    )
    return Remedy(visible(fix.title.in_language(language)), fix.safety is Safety.SAFE, changes)
