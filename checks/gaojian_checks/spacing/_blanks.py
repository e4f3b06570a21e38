"""The blanks of a document that stand where Chinese text has none, found in one pass for all checks of them."""

from typing import NamedTuple

from gaojian import Document, Pattern, Span

HAN = "\u3400-\u9fff〇"
STOPS = "，。；：？！、"
OPENERS = "“‘《〈「『（【〔"
CLOSERS = "”’》〉」』）】〕"
_WORD = f"{HAN}0-9A-Za-z"
# After 第一条 a blank belongs.
_NUMBERED = "条條章节節编編款項"
_KINDS = (" ", "\u3000", "\u00a0")
# A blank comes first, so that the library scans for it alone and looks behind where it finds one.
_PATTERNS = tuple(
    Pattern(
        rf"{kind}(?:(?P<han>(?<=[{HAN}]{kind})(?<![{_NUMBERED}]{kind})[{''.join(_KINDS)}]?(?=[{HAN}]))"
        rf"|(?P<mark>(?<=[{HAN}0-9%％{CLOSERS}]{kind})(?=[{STOPS}{CLOSERS}])"
        rf"|(?<=[{STOPS}{CLOSERS}]{kind}) ?(?=[{HAN}0-9{OPENERS}])"
        rf"|(?<=[{OPENERS}]{kind}) ?(?=[{_WORD}])"
        rf"|(?<=[{HAN}]{kind})(?<![{_NUMBERED}]{kind}) ?(?=[{OPENERS}]))"
        rf"|(?P<latin>(?<=[{HAN}]{kind})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]{kind})(?=[{HAN}])))",
        kind,
    )
    for kind in _KINDS
)
_REACH = 120
_COLUMNS = frozenset("|\t│┃")


class Blanks(NamedTuple):
    """Runs of one or two blanks by what they stand between; ``latin`` is between Han and letters or digits."""

    han: tuple[Span, ...]
    mark: tuple[Span, ...]
    latin: tuple[Span, ...]


def blanks(document: Document) -> Blanks:
    """Return the blanks that touch Chinese text inside a line; call it through ``document.get(blanks)``."""
    found: dict[str, list[Span]] = {"han": [], "mark": [], "latin": []}
    for pattern in _PATTERNS:
        for match in pattern.finditer(document.prose):
            found[match.lastgroup or ""].append(Span(*match.span()))
    return Blanks(*[tuple(sorted(spans)) for spans in found.values()])


def text_around(document: Document, span: Span) -> tuple[str, str] | None:
    """Return what stands before and after ``span`` in its line, within reach; None for a row of a table."""
    line = document.line_around(span.start, _REACH)
    before, after = document.prose[line.start : span.start], document.prose[span.end : line.end]
    return (before, after) if _COLUMNS.isdisjoint(before) and _COLUMNS.isdisjoint(after) else None


def shown(prose: str, span: Span) -> str:
    """Return the blanks at ``span`` made visible, with a few characters on either side."""
    before, after = prose[max(0, span.start - 4) : span.start], prose[span.end : span.end + 4]
    return f"{before}{'␣' * (span.end - span.start)}{after}".strip()
