"""What one mask stands for, read from the text around it; excuses are another matter."""

import re
from enum import Enum

from gaojian import Span
from gaojian_checks.placeholders import _frames as frames
from gaojian_checks.placeholders._single import is_calculation, is_number
from gaojian_checks.placeholders._tokens import Token


class Proof(Enum):
    """How sure a mask hides a name: a word such as 市 or 公司 follows it, or only some Chinese character."""

    STRONG = "strong"
    WEAK = "weak"


def year(prose: str, token: Token) -> Span | None:
    """Return the span of a masked year: with 年 if it is one year, without if it is a range."""
    figures = frames.FIGURES.match(prose, token.start) if prose.startswith(("19", "20"), token.start) else None
    if figures:
        return None if prose[max(0, token.start - 1) : token.start] in {"-", "."} else Span(*figures.span())
    unit = frames.YEAR.match(prose, token.end)
    if unit:
        if prose[max(0, token.start - 1) : token.start] == "第":
            return None
        date = frames.MONTH_AND_DAY.match(prose, unit.end())
        return Span(_chinese_start(prose, token.start), date.end() if date else unit.end())
    ranged = _range_after(prose, token)
    if ranged and ranged[2].endswith("年"):
        return Span(token.start, ranged.end(1))
    if _following(prose, token) in frames.RANGE_CHARACTERS and frames.RANGE_TO_YEAR.match(prose, token.end):
        return Span(token.start, token.end)
    return Span(token.start, token.end) if _is_bare_year(prose, token) else None


def _following(prose: str, token: Token) -> str:
    """Return the character behind the mask, a blank passed over: most frames are ruled out by it."""
    return prose[token.end : token.end + 2].lstrip(" \u3000")[:1]


def _range_after(prose: str, token: Token) -> re.Match[str] | None:
    return frames.RANGE.match(prose, token.end) if _following(prose, token) in frames.RANGE_CHARACTERS else None


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
    return len(text) == 4 and "\u4e00" <= after <= "\u9fff" and number(prose, token) is None


def ordinal(prose: str, token: Token) -> Span | None:
    """Return the span of a masked ordinal, the mask alone."""
    span = Span(token.start, token.end)
    before = prose[max(0, token.start - 2) : token.start].rstrip(" \u3000")[-1:]
    if _following(prose, token) in frames.MEETING_CHARACTERS and (
        frames.SESSION.match(prose, token.end) or frames.MEETING.match(prose, token.end)
    ):
        return span
    # 第x个 with one small letter is a variable of algebra.
    variable = token.length == 1 and token.mark == "x"
    if (
        before == "第"
        and not variable
        and (frames.COUNTED_ORDINAL.match(prose, token.end) or frames.YEAR.match(prose, token.end))
    ):
        return span
    if before and before in "十“‘\"'「『" and frames.FIVE_YEAR.match(prose, token.end):
        return span
    ranged = _range_after(prose, token)
    if ranged and ranged[2] and ranged[2] in "届屆":
        return Span(token.start, ranged.end(1))
    return None


def number(prose: str, token: Token) -> Span | None:
    """Return the span of a masked number, the mask alone; a masked month takes its masked day along."""
    if token.has_digits and token.length < 2:
        return None
    if frames.MONTH.match(prose, token.end):
        day = frames.DAY_AFTER_MONTH.match(prose, token.end)
        return Span(token.start, day.end() if day else token.end)
    before = prose[max(0, token.start - 2) : token.start].rstrip(" \u3000")[-1:]
    if before and before in "月〕］】" and frames.DAY.match(prose, token.end):
        return Span(token.start, token.end)
    span = Span(token.start, token.end)
    ranged = _range_after(prose, token)
    if ranged and frames.UNIT.match(prose, ranged.end(1)):
        return Span(token.start, ranged.end(1))
    if token.length == 1:
        return span if _is_counted_alone(prose, token) else None
    return span if frames.UNIT.match(prose, token.end) or frames.CLOCK.match(prose, token.end) else None


def _is_counted_alone(prose: str, token: Token) -> bool:
    """Whether a single X before a counter is a gap, not a variable: a verb before it or a second one proves it."""
    if token.mark not in "XＸ×*＊＿" or not frames.UNIT.match(prose, token.end):
        return False
    before = prose[max(0, token.start - 30) : token.start]
    if token.mark in "*＊＿":
        return bool(frames.COUNTED_STAR.match(prose, token.end)) and before[-1:] > "\u4e00"
    if "+" in before or "＋" in before or is_calculation(prose, token):
        return False
    if token.mark != frames.CROSS and frames.SCALED.match(prose, token.end) and before[-1:] > "\u2e80":
        return True
    if is_number(prose, token):
        return True
    window = prose[max(0, token.start - 80) : token.end + 80]
    return token.mark != frames.CROSS and len(frames.SINGLE.compiled.findall(window)) > 1


def name(prose: str, token: Token) -> Proof | None:
    """Return how well what follows the mask proves a name, or None if nothing does."""
    if prose[max(0, token.start - 1) : token.start] in set("-_/.\\@="):
        return None
    strong = frames.STRONG_NAME.match(prose, token.end)
    if token.length == 1:
        window = prose[max(0, token.start - 60) : token.end + 60]
        alone = token.mark not in "XＸ" or not frames.PLACE.match(prose, token.end)
        return None if alone or len(frames.SINGLE.compiled.findall(window)) < 2 else Proof.STRONG
    if strong:
        return Proof.STRONG
    return Proof.WEAK if token.mark not in "*＊_＿●△" and _touches_chinese(prose, token) else None


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


def is_blank_field(prose: str, token: Token) -> bool:
    """Whether a line to write on follows a colon and nothing follows it: 联系人：____."""
    if token.mark not in "_＿" or token.length < 3 or prose[max(0, token.start - 1) : token.start] not in {"：", ":"}:
        return False
    return prose[token.end : token.end + 1] in {"", " ", "\u3000", "\t", "\r", "\n", "，", "。", "；", "）"}
