"""One finding a line, for people, grep and editors: ``path:line:column: CODE message``."""

from collections import Counter
from collections.abc import Iterator, Mapping

from gaojian.check import Rule
from gaojian.diagnostic import Diagnostic, Outcome, Text
from gaojian.report.kinds import kinds
from gaojian.report.rating import PASS_LINE, rate, weigh
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
    """Yield a table of the codes that were found, the most frequent first, the kinds of document, and the rate."""
    counts = Counter((diagnostic.code, diagnostic.name) for diagnostic in outcome.diagnostics)
    if counts:
        yield from _table(counts, rules, style)
    yield from kinds(outcome, style.language)
    if outcome.characters:
        yield "\n" + _rate(outcome, rules).in_language(style.language) + "\n"


def _rate(outcome: Outcome, rules: Mapping[str, type[Rule]]) -> Text:
    """Return the sentence on the rate of errors beside the pass line of the trade; notes are no errors."""
    weighted = weigh(outcome.diagnostics, rules)
    found = rate(weighted, outcome.characters)
    passed = Text("合格", "passed") if found <= PASS_LINE else Text("不合格", "failed")
    return Text(
        f"差错率：加权差错 {weighted:.1f} 个，全文 {outcome.characters} 字，每万字 {found:.2f} 个；"
        f"合格线每万字 {PASS_LINE:g} 个（图书质量管理规定），{passed.zh}。只计已查出的警告和错误",
        f"rate of errors: {weighted:.1f} weighted in {outcome.characters} characters, {found:.2f} per 10,000; the pass"
        f" line of the trade is {PASS_LINE:g}: {passed.en}. Only warnings and errors that were found count",
    )


def _table(counts: Counter[tuple[str, str]], rules: Mapping[str, type[Rule]], style: Style) -> Iterator[str]:
    wide = max(len(str(count)) for count in counts.values())
    widest = max(cells(name, style.ambiguous) for _, name in counts)
    yield "\n"
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        title = rules[code].title.in_language(style.language) if code in rules else ""
        yield f"{count:>{wide}}  {code}  {pad(name, widest, style.ambiguous)}  {visible(title)}".rstrip() + "\n"
