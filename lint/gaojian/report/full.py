"""Findings with their source: the headline, the line, a marker under the very characters, related places, the fix."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome, Place, Safety, Severity, Text
from gaojian.report.excerpt import excerpt
from gaojian.report.location import last_line
from gaojian.report.screen import cells, paint, visible
from gaojian.report.style import Source, Style
from gaojian.report.summary import WORDS
from gaojian.report.text import headline, statistics
from gaojian.text import LineIndex

_NARROWEST = 20
_FIXES = {
    Safety.SAFE: Text("建议：", "suggestion: "),
    Safety.UNSAFE: Text("建议（改前请核对）：", "suggestion, to be reviewed: "),
}


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield every diagnostic with its source, then the statistics if the style asks for them."""

    @lru_cache(maxsize=8)
    def index_of(path: str) -> tuple[str, LineIndex] | None:
        text = source(path)
        return None if text is None else (text, LineIndex(text))

    for number, diagnostic in enumerate(outcome.diagnostics):
        if number:
            yield "\n"
        yield headline(diagnostic, style)
        last = max(position.line for position in (diagnostic.start, *(place.start for place in diagnostic.related)))
        margin = " " * len(str(last))
        word = WORDS[diagnostic.severity].in_language(style.language)
        yield from _Panel(style, margin, diagnostic.severity, "^").show(diagnostic, word, index_of(diagnostic.path))
        for place in diagnostic.related:
            yield from _related(diagnostic, place, _Panel(style, margin, Severity.NOTE, "-"), index_of(place.path))
        if diagnostic.fix:
            title = diagnostic.fix.title.in_language(style.language)
            yield f"{margin} = {_FIXES[diagnostic.fix.safety].in_language(style.language)}{visible(title)}\n"
    if style.statistics:
        yield from statistics(outcome, rules, style)


class _Panel:
    """A piece of source with its line number and a marked place."""

    def __init__(self, style: Style, margin: str, severity: Severity, mark: str) -> None:
        self.style = style
        self.margin = margin
        self._severity = severity
        self._mark = mark
        self._width = max(_NARROWEST, style.width - len(margin) - 3)

    def show(self, place: Diagnostic | Place, label: str, source: tuple[str, LineIndex] | None) -> Iterator[str]:
        """Yield the first line of ``place`` with ``label`` below it, or ``label`` alone where there is no source."""
        style = self.style
        label = visible(label) + _extent(place, style.language)
        if source is None or place.span.start > len(source[0]):
            yield f"{self.margin} = {self._paint(label)}\n"
            return
        text, lines = source
        # The excerpt is of the text that was checked: what a report says of lines may be those of its markup.
        line = lines.line_span(lines.line_number(place.span.start))
        shown = excerpt(text, line, place.span, self._width, style.ambiguous)
        marker = " " * shown.indent + self._paint(self._mark * shown.marked)
        yield f"{self.margin} |\n"
        yield f"{place.start.line:>{len(self.margin)}} | {shown.line}\n"
        if shown.indent + shown.marked + 1 + cells(label, style.ambiguous) <= self._width:
            yield f"{self.margin} | {marker} {self._paint(label)}\n"
        else:
            yield f"{self.margin} | {marker}\n"
            yield f"{self.margin} | {self._paint(label)}\n"

    def _paint(self, text: str) -> str:
        return paint(text, self._severity, color=self.style.color)


def _related(
    diagnostic: Diagnostic, place: Place, panel: _Panel, source: tuple[str, LineIndex] | None
) -> Iterator[str]:
    if place.path != diagnostic.path or source is None:
        yield f"{panel.margin} --> {visible(place.path)}:{place.start.line}:{place.start.column}\n"
    yield from panel.show(place, place.message.in_language(panel.style.language), source)


def _extent(place: Diagnostic | Place, language: str) -> str:
    first, last = place.start.line, last_line(place.start, place.end)
    if first == last:
        return ""
    count = last - first + 1
    text = Text(f" … 共 {count} 行（第 {first}—{last} 行）", f" … {count} lines ({first}-{last})")
    return text.in_language(language)
