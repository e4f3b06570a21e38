"""Notes of unfinished work."""

from collections.abc import Iterator

from gaojian import Document, Pattern, Span
from gaojian_checks.language.clues import matches
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.latin import latin
from gaojian_checks.placeholders import _frames as frames
from gaojian_checks.placeholders._guides import is_writing_guide
from gaojian_checks.placeholders._instructions import instructions
from gaojian_checks.placeholders._openings import closing_after, openings

_PENDING = "待(?:[补補][充齐齊录錄]?|核[实實对對]?|查[实實]?|定|完善|[续續]|[确確][认認定]|填[写寫]?|更新)"
_BRACKETED = Pattern(rf".[\u4e00-\u9fff]{{0,8}}?(?:{_PENDING}|TODO|TBD|FIXME)(?=[\]】〕）)：:])")
_WORDS = ("TODO", "TBD", "FIXME")
_LATIN = (Pattern("T(?:ODO|BD)(?![A-Za-z0-9])"), Pattern("FIXME(?![A-Za-z0-9])"))
_ALONE = Pattern(rf"待(?<=[：:|｜\t \u3000]待){_PENDING[1:]}(?=[ \u3000|｜\t\r\n，；。]|$)")
_QUESTIONS = (
    Pattern(r"\?(?<![?？]\?)[?？]{1,5}(?![?？!！])", "?"),
    Pattern("？(?<![?？]？)[?？]{1,5}(?![?？!！])", "？"),
)
_SAID = Pattern("[ \u3000][\u4e00-\u9fff]")
_LINE_START = ("", "\n", "\r")
_EDGE = frozenset("|｜\t\r\n")
_BLANKS = " \u3000"
_PARTICLES = "吗呢吧啊么嗎麼"


def markers(document: Document) -> tuple[Span, ...]:
    """Return the spans of all notes of unfinished work, left to right."""
    found = {*_bracketed(document), *_latin(document), *_alone(document), *_questions(document)}
    return () if not found or is_writing_guide(document) else tuple(sorted(found))


def _bracketed(document: Document) -> Iterator[Span]:
    prose = document.prose
    starts = document.get(openings)
    if not starts:
        return
    told = {span.start for span in document.get(instructions)}
    for start in starts:
        if start not in told and _BRACKETED.match(prose, start):
            end = closing_after(prose, start, 30)
            # [TODO](link) and [TODO]: target are Markdown.
            if end > 0 and (prose[start] != "[" or prose[end : end + 1] not in {"(", ":"}):
                yield Span(start, end)


def _latin(document: Document) -> Iterator[Span]:
    prose, latin_text = document.prose, document.get(latin)
    if not any(map(latin_text.__contains__, _WORDS)):
        return
    for pattern in _LATIN:
        for match in pattern.finditer(prose):
            before = prose[max(0, match.start() - 1) : match.start()]
            told = (
                prose[match.end() : match.end() + 1] in {"：", ":"}
                or _is_alone(prose, match.start(), match.end())
                or (before in _LINE_START and _SAID.match(prose, match.end()) is not None)
            )
            word = before.isascii() and before.isalnum()
            if told and not word and before not in {"[", "【"} and not document.get(is_technical):
                yield Span(*match.span())


def _alone(document: Document) -> Iterator[Span]:
    prose = document.prose
    for match in matches(document, "待", _ALONE):
        if _is_alone(prose, match.start(), match.end()):
            yield Span(*match.span())


def _is_alone(prose: str, start: int, end: int) -> bool:
    """Whether the note is all there is after a colon or in a cell of a table."""
    before = prose[max(0, start - 3) : start].rstrip(_BLANKS)[-1:]
    after = prose[end : end + 3].lstrip(_BLANKS)[:1]
    closed = not after or after in _EDGE or (before in {"：", ":"} and after in "，；。")
    return closed and before in {"：", ":", "|", "｜", "\t"}


def _questions(document: Document) -> Iterator[Span]:
    prose = document.prose
    if "？" not in prose and "??" not in document.get(latin):
        return
    for match in (match for pattern in _QUESTIONS for match in pattern.finditer(prose)):
        start, end = match.span()
        before = prose[max(0, start - 1) : start]
        framed = frames.UNIT.match(prose, end) or frames.YEAR.match(prose, end)
        in_number = framed and not framed[0].startswith((" ", "\u3000")) and "\u4e00" <= before <= "\u9fff"
        if (in_number and before not in _PARTICLES) or _is_alone(prose, start, end):
            yield Span(start, end)
