"""One finding a line, for people, grep and editors: ``path:line:column: CODE message``."""

from collections import Counter
from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome
from gaojian.report.screen import cells, pad, paint, visible
from gaojian.report.style import Source, Style


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield a line for every diagnostic, then the statistics if the style asks for them."""
    del source
    for diagnostic in outcome.diagnostics:
        yield headline(diagnostic, style)
    if style.statistics:
        yield from statistics(outcome, rules, style)


def headline(diagnostic: Diagnostic, style: Style) -> str:
    """Return the line of ``diagnostic``; the colour of the code tells the severity."""
    path, (line, column) = visible(diagnostic.path), diagnostic.start
    code = paint(diagnostic.code, diagnostic.severity, color=style.color)
    return f"{path}:{line}:{column}: {code} {visible(diagnostic.message.in_language(style.language))}\n"


def statistics(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style) -> Iterator[str]:
    """Yield a table of the codes that were found, the most frequent first: count, code, name, title."""
    counts = Counter((diagnostic.code, diagnostic.name) for diagnostic in outcome.diagnostics)
    if not counts:
        return
    wide = max(len(str(count)) for count in counts.values())
    widest = max(cells(name, style.ambiguous) for _, name in counts)
    yield "\n"
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        title = rules[code].title.in_language(style.language) if code in rules else ""
        yield f"{count:>{wide}}  {code}  {pad(name, widest, style.ambiguous)}  {visible(title)}".rstrip() + "\n"
