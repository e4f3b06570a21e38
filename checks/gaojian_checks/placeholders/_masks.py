"""Every mask of a document, each claimed by the one frame that proves it."""

import re
from collections.abc import Iterator
from enum import Enum

from gaojian import Document, NamedTuple, Pattern, Severity, Span
from gaojian_checks.language.clues import clues
from gaojian_checks.language.latin import latin
from gaojian_checks.placeholders import _frames as frames
from gaojian_checks.placeholders import _readings as readings
from gaojian_checks.placeholders._claims import claims
from gaojian_checks.placeholders._lookalikes import Surroundings
from gaojian_checks.placeholders._taken import Taken
from gaojian_checks.placeholders._tokens import Token, tokens


class Frame(Enum):
    """What the mask stands for; each kind is reported by one check and by no other, SPECIMEN by none."""

    YEAR = "year"
    ORDINAL = "ordinal"
    NUMBER = "number"
    NAME = "name"
    SYMBOL = "symbol"
    SPECIMEN = "specimen"


class Mask(NamedTuple):
    """A masked place; ``is_deliberate`` if the author may have meant to leave it open."""

    span: Span
    frame: Frame
    is_deliberate: bool = False

    @property
    def severity(self) -> Severity | None:
        """A note for what may be deliberate, else the check's own."""
        return Severity.NOTE if self.is_deliberate else None


def masks(document: Document) -> tuple[Mask, ...]:
    """Return the masks of ``document`` from left to right; none overlaps another, or a variable or an instruction."""
    prose, around = document.prose, Surroundings(document)
    found = [*_spelled(document, around)]
    end = 0
    for token in tokens(document):
        mask = _classify(prose, token, around) if token.start >= end else None
        if mask is not None:
            found.append(mask)
            end = mask.span.end
    if not found:
        return ()
    found = [mask for mask in found if mask.frame is not Frame.SPECIMEN]
    taken = Taken(claims(document))
    return tuple(mask for mask in sorted(found, key=lambda mask: mask.span) if mask.span not in taken)


def _spelled(document: Document, around: Surroundings) -> Iterator[Mask]:
    """Yield the masks that are written in other ways: 第N届, YYYY年, 20  年, 某年某月."""
    prose, latin_text = document.prose, document.get(latin)
    found = document.get(clues)
    for sessions in map(found.of, "届屆") if "N" in latin_text or "n" in latin_text else ():
        for at in sessions:
            if prose[at - 1] in frames.NTH and prose[max(0, at - 2) : at - 1] == "第":
                yield Mask(Span(at - 1, at), Frame.ORDINAL)
    for match in frames.FORMAT_YEAR.finditer(prose) if "Y" in latin_text else ():
        if not around.is_format(match.start(), match.end()):
            yield Mask(Span(*match.span()), Frame.YEAR)
    years = [at for at in found.of("年") if prose[at - 1] in frames.BEFORE_YEARS]
    for match in _at(frames.BLANK_YEAR, prose, years):
        start = prose.rindex("20", 0, match.start())
        yield Mask(Span(start, match.end()), Frame.YEAR)
    for match in frames.BLANK_BRACKET_YEAR.finditer(prose):
        yield Mask(Span(match.start() + 1, match.end() - 1), Frame.YEAR)
    for match in _at(frames.SOME_DATE, prose, [at - 1 for at in years if at]):
        span = Span(*match.span())
        if not around.excuses_date(Token(*span, "某", 1, has_digits=False), span):
            yield Mask(span, Frame.YEAR, is_deliberate=True)


def _at(pattern: Pattern, prose: str, places: list[int]) -> Iterator[re.Match[str]]:
    return (match for at in places if (match := pattern.match(prose, at)) is not None)


def masks_of(document: Document, frame: Frame) -> list[Mask]:
    """Return the masks of ``document`` that stand in ``frame``."""
    return [mask for mask in document.get(masks) if mask.frame is frame]


def _classify(prose: str, token: Token, around: Surroundings) -> Mask | None:
    if around.is_plain_text_mark(token):
        return None
    symbol = Frame.SYMBOL if token.mark in frames.SYMBOLS else None
    for read, excuses, frame in (
        (readings.year, around.excuses_date, Frame.YEAR),
        (readings.ordinal, around.excuses_ordinal, Frame.ORDINAL),
        (readings.number, around.excuses_number, symbol or Frame.NUMBER),
    ):
        span = read(prose, token)
        if span is not None:
            if excuses(token, span):
                return Mask(span, Frame.SPECIMEN)
            return Mask(span, frame, frame is Frame.NUMBER and around.is_quoted(token))
    if token.has_digits:
        return None
    if readings.is_blank_field(prose, token):
        return Mask(Span(token.start, token.end), Frame.SYMBOL, is_deliberate=True)
    proof = readings.name(prose, token)
    if proof is None or around.excuses_name(token, weak=proof is readings.Proof.WEAK):
        return None
    # What stands in quotation marks is somebody else's words.
    return Mask(Span(token.start, token.end), symbol or Frame.NAME, around.is_quoted(token))
