"""Every mask of a document, each claimed by the one frame that proves it."""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from gaojian import Document, Severity, Span
from gaojian_checks.placeholders import _frames as frames
from gaojian_checks.placeholders._claims import claims
from gaojian_checks.placeholders._lookalikes import Surroundings
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
    found = [*_spelled(prose, around)]
    end = 0
    for token in tokens(prose):
        mask = _classify(prose, token, around) if token.start >= end else None
        if mask is not None:
            found.append(mask)
            end = mask.span.end
    found = [mask for mask in found if mask.frame is not Frame.SPECIMEN]
    if not found:
        return ()
    return tuple(_unclaimed(sorted(found, key=lambda mask: mask.span), claims(document)))


def _unclaimed(found: list[Mask], taken: tuple[Span, ...]) -> Iterator[Mask]:
    ends = [span.end for span in taken]
    for mask in found:
        following = bisect_right(ends, mask.span.start)
        if following == len(taken) or taken[following].start >= mask.span.end:
            yield mask


def _spelled(prose: str, around: Surroundings) -> Iterator[Mask]:
    """Yield the masks that are written in other ways: 第N届, YYYY年, 20  年, 某年某月."""
    for pattern in frames.NTH:
        for match in pattern.finditer(prose):
            yield Mask(Span(match.start() - 1, match.start()), Frame.ORDINAL)
    for match in frames.FORMAT_YEAR.finditer(prose):
        if not around.is_format(match.start(), match.end()):
            yield Mask(Span(*match.span()), Frame.YEAR)
    for match in frames.BLANK_YEAR.finditer(prose):
        start = prose.rindex("20", 0, match.start())
        yield Mask(Span(start, match.end()), Frame.YEAR)
    for match in frames.BLANK_BRACKET_YEAR.finditer(prose):
        yield Mask(Span(match.start() + 1, match.end() - 1), Frame.YEAR)
    for match in frames.SOME_DATE.finditer(prose):
        span = Span(*match.span())
        if not around.excuses_date(Token(*span, "某", 1, has_digits=False), span):
            yield Mask(span, Frame.YEAR, is_deliberate=True)


def masks_of(document: Document, frame: Frame) -> list[Mask]:
    """Return the masks of ``document`` that stand in ``frame``."""
    return [mask for mask in document.get(masks) if mask.frame is frame]


def _classify(prose: str, token: Token, around: Surroundings) -> Mask | None:
    if around.is_plain_text_mark(token):
        return None
    symbol = Frame.SYMBOL if token.mark in frames.SYMBOLS else None
    for read, excuses, frame in (
        (_year, around.excuses_date, Frame.YEAR),
        (_ordinal, around.excuses_ordinal, Frame.ORDINAL),
        (_number, around.excuses_number, symbol or Frame.NUMBER),
    ):
        span = read(prose, token)
        if span is not None:
            if excuses(token, span):
                return Mask(span, Frame.SPECIMEN)
            return Mask(span, frame, frame is Frame.NUMBER and around.is_quoted(token))
    if token.has_digits:
        return None
    if _is_blank_field(prose, token):
        return Mask(Span(token.start, token.end), Frame.SYMBOL, is_deliberate=True)
    if not _is_name(prose, token, around):
        return None
    # What stands in quotation marks is somebody else's words.
    return Mask(Span(token.start, token.end), symbol or Frame.NAME, around.is_quoted(token))


def _is_blank_field(prose: str, token: Token) -> bool:
    """Whether a line to write on follows a colon and nothing follows it: 联系人：____."""
    if token.mark not in "_＿" or token.length < 3 or prose[max(0, token.start - 1) : token.start] not in {"：", ":"}:
        return False
    return prose[token.end : token.end + 1] in {"", " ", "\u3000", "\t", "\r", "\n", "，", "。", "；", "）"}


def _year(prose: str, token: Token) -> Span | None:
    unit = frames.YEAR.match(prose, token.end)
    if unit:
        if prose[max(0, token.start - 1) : token.start] == "第":
            return None
        date = frames.MONTH_AND_DAY.match(prose, unit.end())
        return Span(_chinese_start(prose, token.start), date.end() if date else unit.end())
    ranged = frames.RANGE.match(prose, token.end)
    if ranged and ranged[2].endswith("年"):
        return Span(token.start, ranged.end(1))
    if frames.RANGE_TO_YEAR.match(prose, token.end):
        return Span(token.start, token.end)
    return Span(token.start, token.end) if _is_bare_year(prose, token) else None


def _chinese_start(prose: str, start: int) -> int:
    first = start
    while first > max(0, start - 3) and prose[first - 1] in frames.CHINESE_DIGITS:
        first -= 1
    return first


def _is_bare_year(prose: str, token: Token) -> bool:
    text = prose[token.start : token.end]
    before, after = prose[max(0, token.start - 1) : token.start], prose[token.end : token.end + 1]
    if before and before in "〔[［（(【" and frames.CLOSED_NUMBER.match(prose, token.end):
        return True
    if not token.has_digits or text[:2] not in ("19", "20") or len(text) not in (3, 4):
        return False
    if before and before in "〔［（【" and after and after in "〕］）】":
        return True
    if frames.LISTED_YEAR.match(prose, token.end):
        return True
    return len(text) == 4 and "\u4e00" <= after <= "\u9fff" and _number(prose, token) is None


def _ordinal(prose: str, token: Token) -> Span | None:
    span = Span(token.start, token.end)
    before = prose[max(0, token.start - 2) : token.start].rstrip(" \u3000")[-1:]
    if frames.SESSION.match(prose, token.end) or frames.MEETING.match(prose, token.end):
        return span
    if before == "第" and (frames.COUNTED_ORDINAL.match(prose, token.end) or frames.YEAR.match(prose, token.end)):
        return span
    if before and before in "十“‘\"'「『" and frames.FIVE_YEAR.match(prose, token.end):
        return span
    ranged = frames.RANGE.match(prose, token.end)
    if ranged and ranged[2] and ranged[2] in "届屆":
        return Span(token.start, ranged.end(1))
    return None


def _number(prose: str, token: Token) -> Span | None:
    if token.has_digits and token.length < 2:
        return None
    if frames.MONTH.match(prose, token.end):
        day = frames.DAY_AFTER_MONTH.match(prose, token.end)
        return Span(token.start, day.end() if day else token.end)
    before = prose[max(0, token.start - 2) : token.start].rstrip(" \u3000")[-1:]
    if before and before in "月〕］】" and frames.DAY.match(prose, token.end):
        return Span(token.start, token.end)
    span = Span(token.start, token.end)
    ranged = frames.RANGE.match(prose, token.end)
    if ranged and frames.UNIT.match(prose, ranged.end(1)):
        return Span(token.start, ranged.end(1))
    if token.length == 1:
        return span if _is_counted_alone(prose, token) else None
    return span if frames.UNIT.match(prose, token.end) or frames.CLOCK.match(prose, token.end) else None


def _is_counted_alone(prose: str, token: Token) -> bool:
    """Whether a single X before a counter is a gap, not a variable: a verb before it or a second one proves it."""
    if token.mark not in "XＸ*＊＿" or not frames.UNIT.match(prose, token.end):
        return False
    before = prose[max(0, token.start - 30) : token.start]
    if token.mark in "*＊＿":
        return bool(frames.COUNTED_STAR.match(prose, token.end)) and before[-1:] > "\u4e00"
    if "+" in before or "＋" in before or frames.DEFINITION.match(prose, token.end):
        return False
    if frames.SCALED.match(prose, token.end) and before[-1:] > "\u2e80":
        return True
    window = prose[max(0, token.start - 80) : token.end + 80]
    return bool(frames.GROWTH.search(before)) or len(frames.SINGLE.compiled.findall(window)) > 1


def _is_name(prose: str, token: Token, around: Surroundings) -> bool:
    strong = frames.STRONG_NAME.match(prose, token.end)
    if token.length == 1:
        if token.mark not in "XＸ" or not frames.PLACE.match(prose, token.end):
            return False
        window = prose[max(0, token.start - 60) : token.end + 60]
        return len(frames.SINGLE.compiled.findall(window)) > 1 and not around.excuses_name(token, weak=False)
    if token.mark in "*＊_＿●△" and not strong:
        return False
    if not strong and not _touches_chinese(prose, token):
        return False
    return not around.excuses_name(token, weak=not strong)


def _touches_chinese(prose: str, token: Token) -> bool:
    after = prose[token.end : token.end + 1]
    if "\u4e00" <= after <= "\u9fff":
        return frames.WORD_WITH_LETTERS.match(prose, token.end) is None
    if after == "〔":
        return True
    if after and after not in "，。；、）》”\r\n ":
        return False
    # 局长    XXX: a signature stands apart from its title.
    head = prose[max(0, token.start - 6) : token.start]
    before = head.rstrip(" \u3000")[-1:]
    if token.mark == "x" or token.length < 3:
        return "\u4e00" <= head[-1:] <= "\u9fff"
    return "\u4e00" <= before <= "\u9fff" or before == "："
