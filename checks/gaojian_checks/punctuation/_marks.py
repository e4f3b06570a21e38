"""Marks that follow each other or touch a bracket they should not touch: found once for the checks of them."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.latin import latin

HAN = "\u3400-\u9fff〇"
OPENERS = "“‘《〈「『（【〔"
CLOSERS = "”’》〉」』）】〕"
_STOPS = "，。、；：？！"
_FULL = dict(zip(",;.", "，；。", strict=True))
# One of a pair may be half-width, but not the one of a number or a name: 。.NET
_MARK = rf"(?:[{_STOPS}]|[,;.](?![0-9A-Za-z.]))"
_BLANKS = "[ \u3000\u00a0]{1,2}"
_TEXT = "(?![ \u3000\u00a0])"
_INSIDE = {"，": "|(?=[）》〕】])", "、": f"|(?=[{CLOSERS}])"}
_AROUND = "（《〈〔【「『,;"
# What most marks have behind and before them is told by one look each; a mark with blanks on both sides is a form to be
# filled in.
_PATTERNS = tuple(
    Pattern(
        rf"{mark}(?:(?=[{_STOPS}{CLOSERS},;. \u3000\u00a0])"
        rf"(?:(?={_MARK})|(?<=[^ \u3000\u00a0]{mark})(?={_BLANKS}{mark}{_TEXT}){_INSIDE.get(mark, '')})"
        rf"|(?<=[{_AROUND}]{mark}))",
        mark,
    )
    for mark in _STOPS
)
_RUN = Pattern(rf"{_MARK}(?:{_MARK}|(?<=([{_STOPS}])){_BLANKS}(?=\1{_TEXT}))*+")
_HALFWIDTH = tuple(Pattern(rf"{mark}(?<=[{HAN}{CLOSERS}]{mark}) ?{mark}(?= ?[{HAN}{OPENERS}])", mark) for mark in ",;")
_REACH = 30
_LONGEST_SHOWN = 12
_ABOUT = Pattern("标点|標點|[句逗顿頓分冒问問叹嘆感引][号號]|符[号號]|省略[号號]|破折[号號]")
_PAIRS = frozenset(opener + closer for opener, closer in zip(OPENERS, CLOSERS, strict=True))
_FRAMES = frozenset("│┃┌├└\t")
_SENTENCE = frozenset("，。")


class Run(NamedTuple):
    """Marks in a row, half-width ones widened, without the blanks between them."""

    span: Span
    marks: str


class Marks(NamedTuple):
    """Runs of marks, and marks that touch the inner side of a bracket; sorted."""

    runs: tuple[Run, ...]
    inside: tuple[Span, ...]


def marks(document: Document) -> Marks:
    """Return the runs of marks, and the marks at the inner side of brackets; call it through ``document.get``.

    What speaks of the marks themselves, and rows of tables drawn with frames, are left out.
    """
    prose = document.prose
    places = sorted([match.start() for pattern in _PATTERNS for match in pattern.finditer(prose)])
    runs = list(_halfwidth(document))
    inside: list[Span] = []
    end = 0
    for at in places:
        if at < end:
            continue
        start = at - 1 if at > end and prose[at - 1] in _FULL else at
        match = _RUN.match(prose, start)
        end = match.end() if match else at + 1
        found = widened(prose[start:end])
        if not _is_prose(document, Span(start, end), found):
            continue
        if len(found) > 1:
            runs.append(Run(Span(start, end), found))
        else:
            inside.append(Span(at, at + 1))
    return Marks(tuple(sorted(runs)), tuple(inside))


def shown(document: Document, run: Run) -> str:
    """Return the run as it is written, shortened if it is long."""
    written = document.prose[run.span.start : run.span.end]
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"


def widened(written: str) -> str:
    """Return the marks in ``written`` in their full width, and nothing else of it."""
    return "".join([_FULL.get(mark, mark) for mark in written if mark in _FULL or mark in _STOPS])


def _halfwidth(document: Document) -> Iterator[Run]:
    """Yield ,, and ;; between Chinese characters; a row of values separated by commas has them too."""
    prose = document.prose
    for pattern in _HALFWIDTH:
        if pattern.gate[0] * 2 not in document.get(latin):
            continue
        for match in pattern.finditer(prose):
            line = document.line_around(match.start(), _REACH)
            around = prose[line.start : match.start()] + prose[match.end() : line.end]
            if not _SENTENCE.isdisjoint(around) and _is_prose(document, Span(*match.span()), ""):
                yield Run(Span(*match.span()), widened(match[0]))


def _is_prose(document: Document, span: Span, found: str) -> bool:
    """Return whether ``found`` at ``span`` ends or parts sentences, and is not shown or cut by a frame."""
    prose = document.prose
    if len(set(found)) > 2 or prose[max(0, span.start - 1) : span.start] + prose[span.end : span.end + 1] in _PAIRS:
        return False
    line = document.line_around(span.start, _REACH)
    around = prose[line.start : line.end]
    return _FRAMES.isdisjoint(around) and _ABOUT.search(around) is None
