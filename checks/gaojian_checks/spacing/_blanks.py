"""The blanks of a document that stand where Chinese text has none, found in one pass for all checks of them."""

from gaojian import Document, NamedTuple, Pattern, Span

HAN = "\u3400-\u9fff〇"
STOPS = "，。；：？！、"
OPENERS = "“‘《〈「『（【〔"
CLOSERS = "”’》〉」』）】〕"
_BESIDE = f"{HAN}{STOPS}{OPENERS}{CLOSERS}0-9"
# After 第一条 and 2013年3月5日 a blank belongs.
_NUMBERED = "第条條章节節编編款項"
_KINDS = (" ", "\u3000", "\u00a0")
# Looked for beside plain blanks alone. What is neither digit nor mark there is a Han.
_BEFORE_DIGIT = "|(?P<number>(?=[0-9]))"
_AFTER_DIGIT = rf"|(?<=[0-9] )(?:(?P<digit>(?=[0-9．]))|(?P<figure>(?![{''.join(_KINDS)}{STOPS}{OPENERS}{CLOSERS}])))"
# A blank comes first, so that the library scans for it alone and looks behind where it finds one. Most stand beside
# Latin, code or the start of a line, where they belong: that is seen next.
_PATTERNS = tuple(
    Pattern(
        rf"{kind}(?=[{''.join(_KINDS)}{_BESIDE}．])(?<=[{_BESIDE}%％]{kind})(?:"
        rf"(?<=[{HAN}]{kind})(?:(?=[{STOPS}{CLOSERS}]){_BEFORE_DIGIT if kind == ' ' else ''}"
        rf"|(?<![{_NUMBERED}]{kind})(?: ?(?=[{OPENERS}])"
        rf"|(?<![0-9][年月日号號時时]{kind})(?P<han>[{''.join(_KINDS)}]?(?=[{HAN}]))))"
        rf"|(?<=[{STOPS}{CLOSERS}]{kind}) ?(?=[{HAN}0-9{OPENERS}])"
        rf"|(?<=[{OPENERS}]{kind}) ?(?=[{HAN}0-9])"
        rf"|(?<=[0-9%％{CLOSERS}]{kind})(?=[{STOPS}{CLOSERS}])"
        rf"{_AFTER_DIGIT if kind == ' ' else ''})",
        kind,
    )
    for kind in _KINDS
)
_REACH = 120
_COLUMNS = frozenset("|\t│┃")


class Blanks(NamedTuple):
    """Runs of one or two blanks between two Han, and beside a full-width mark; sorted.

    ``number`` are the offsets of plain blanks between a Han and a digit, ``digit`` of those between two digits.
    """

    han: tuple[Span, ...]
    mark: tuple[Span, ...]
    number: tuple[int, ...]
    digit: tuple[int, ...]


def blanks(document: Document) -> Blanks:
    """Return the blanks that touch Chinese text inside a line; call it through ``document.get(blanks)``."""
    # Manuals have thousands of them beside digits, so no more than the place is kept of those.
    han: list[tuple[int, int]] = []
    mark: list[tuple[int, int]] = []
    number: list[int] = []
    digit: list[int] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(document.prose):
            kind = match.lastgroup
            if kind is None:
                mark.append(match.span())
            elif kind == "han":
                han.append(match.span())
            else:
                (digit if kind == "digit" else number).append(match.start())
    return Blanks(_spans(han), _spans(mark), tuple(number), tuple(digit))


def _spans(found: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple([Span(*span) for span in sorted(found)])


def text_around(document: Document, span: Span) -> tuple[str, str] | None:
    """Return what stands before and after ``span`` in its line, within reach; None for a row of a table."""
    line = document.line_around(span.start, _REACH)
    before, after = document.prose[line.start : span.start], document.prose[span.end : line.end]
    return (before, after) if _COLUMNS.isdisjoint(before) and _COLUMNS.isdisjoint(after) else None


def shown(prose: str, span: Span) -> str:
    """Return the blanks at ``span`` made visible, with a few characters on either side."""
    before, after = prose[max(0, span.start - 4) : span.start], prose[span.end : span.end + 4]
    return f"{before}{'␣' * (span.end - span.start)}{after}".strip()
