"""Reports: an Outcome rendered for people (text, full) and for machines (all others).

Reports decide nothing and change nothing. Every chunk they yield ends in a newline and can be encoded in UTF-8, which
is what machine formats have to be written in whatever the console speaks. The page is for people, but made for a
browser: it is written as the formats for machines are. Failures are part of these; for people at a terminal the command
line names them on standard error.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from gaojian.check import Rule
from gaojian.diagnostic import Outcome
from gaojian.report.style import Renderer, Source, Style
from gaojian.report.summary import fixable, left_out, summary

__all__ = [
    "FORMATS",
    "MACHINE_FORMATS",
    "Renderer",
    "Source",
    "Style",
    "fixable",
    "left_out",
    "ready",
    "render",
    "summary",
]

FORMATS = ("text", "full", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")
MACHINE_FORMATS = frozenset(FORMATS) - {"text", "full"}


def ready(output_format: str) -> None:
    """Raise UsageError at once, not after the work is done, where a package is missing that the format needs."""
    if output_format == "html":
        import_module(f"{__name__}.html").ready()


def render(
    output_format: str, outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source
) -> Iterator[str]:
    """Return the report of ``outcome`` in chunks to write; ``output_format`` is one of FORMATS."""
    renderer: Renderer = import_module(f"{__name__}.{output_format}").render
    return renderer(outcome, rules, style, source)
