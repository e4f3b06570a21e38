"""One page for people: the documents with their findings marked, to be read in any browser, from a file, offline.

Everything is in the page. Its policy lets the browser run the one script and use the one style sheet that stand in it,
known by their hashes, and load nothing. Documents are hostile: all that comes out of them is escaped by the templates,
and characters that reorder, hide or break are spelled out.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec

from gaojian.check import Rule
from gaojian.diagnostic import Outcome, Text
from gaojian.errors import UsageError
from gaojian.report.style import Source, Style

_CHUNK = 1 << 16


def ready() -> None:
    """Raise UsageError where the package is missing that fills in the templates."""
    if find_spec("jinja2") is None:
        raise UsageError(
            Text(
                "--output-format html 需要先运行：python -m pip install 'gaojian[html]'",
                "--output-format html needs: python -m pip install 'gaojian[html]'",
            )
        )


def render(outcome: Outcome, rules: Mapping[str, type[Rule]], style: Style, source: Source) -> Iterator[str]:
    """Yield the page. Raises UsageError."""
    ready()
    from gaojian.report.html.filling import pieces  # noqa: PLC0415 (it imports what ready() looks for)
    from gaojian.report.html.page import Page  # noqa: PLC0415 (as above)

    return _whole_lines(pieces(Page(outcome, rules, style, source), style.language))


def _whole_lines(pieces: Iterable[str]) -> Iterator[str]:
    """Yield what ``pieces`` make together, in chunks of some size that end in a newline."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK and piece.endswith("\n"):
            yield "".join(waiting)
            waiting, size = [], 0
    last = "".join(waiting)
    if last:
        yield last if last.endswith("\n") else last + "\n"
