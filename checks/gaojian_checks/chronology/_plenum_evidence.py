"""What in a document contradicts the tables of congresses and plenums."""

from datetime import date
from typing import NamedTuple

from gaojian import Document, Pattern, Severity, Span, Text
from gaojian_checks.language.anchors import horizon, signature
from gaojian_checks.language.dates import DateExpression
from gaojian_checks.language.facts import Congress, Plenum, authority, cap, plenums
from gaojian_checks.language.mentions import PlenumMention
from gaojian_checks.language.numerals import DIGITS
from gaojian_checks.language.passages import dates_within, sentence_around
from gaojian_checks.language.title_years import reviews_several_years, title_years

_HELD_BEFORE = Pattern(
    r"[，,]?(?:在[^，。；]{1,6}?)?(?:胜利|勝利|隆重|成功)?(?:[召开閉闭開][开開幕]|[举舉]行)[的了]?(?:中国共产党|中共|党的|黨的)?第?"
)
_BEFORE_DATE_AFTER = Pattern(r"(?:公报)?(?:[已是]?[于於在]?|[（(])")
_HELD_AFTER = Pattern(r"[^，。；]{0,8}?(?:召[开開]|[举舉]行|[闭閉开開]幕|通[过過]|[）)])")
# 2013年，党的十八届四中全会胜利召开; but 召开以来, 召开后 tell of another time.
_NAMED_AFTER_DATE = Pattern(r"[，,]?(?:中国共产党|中共|党的|黨的)?")
_THEN_HELD = Pattern(
    r"(?:在[^，。；]{1,6}?)?(?:胜利|勝利|隆重|成功|如期|顺利)?(?:[召开閉闭開][开開幕]|[举舉]行)(?![以之]?[后後来來前]|一周年)"
)
_STUDIED = Pattern(
    r"(?!以?来|以?前|以?后|[至到起底前的])[^。；《》]{0,40}?(?:学习|學習|传达|傳達|贯彻|貫徹|宣传|宣傳)[^。；《》]{0,16}$"
)
_CLAUSE_OPENING = "。；，,;！\n\r\u3000 "
# 将 alone mostly means 把: 将学习全会精神作为首要任务.
_FUTURE = Pattern("即将|即將|[将將][于於在要召举舉]|拟|擬|筹备|籌備|迎|决定召开|献礼|前夕|优异成绩")
_LAST_OF_SPRING = (6, 30)

Meeting = Plenum | Congress


class Verdict(NamedTuple):
    """What to say of a meeting, and how sure it is."""

    message: Text
    severity: Severity


def contradiction(document: Document, place: Span, meeting: Meeting) -> Verdict | None:
    """Return what to say when the text around ``place``, the signature or the title contradicts ``meeting``."""
    sentence = sentence_around(document.prose, place)
    for stated in dates_within(document, sentence):
        told = _told(document.prose, stated, place)
        if told and stated.start and stated.end and stated.year is not None:
            if told == "held" and (stated.end < meeting.start or stated.start > meeting.end):
                return Verdict(_held_on_another_day(document, stated, meeting), cap(Severity.ERROR, meeting.certainty))
            if told == "studied" and stated.end < meeting.start:
                return Verdict(_studied_too_early(document, stated, meeting), cap(Severity.ERROR, meeting.certainty))
    if _FUTURE.search(document.prose, sentence.start, sentence.end):
        return None
    return _later_than_the_document(document, meeting)


def unknown(mention: PlenumMention) -> Text | None:
    """Return what to say of a plenum that is not in the table; None beyond the horizon of the table."""
    last = max(plenums())
    numbers = [number for congress, number in plenums() if congress == mention.congress]
    if not numbers or mention.congress == last[0]:
        return None
    return Text(
        f"{_han(mention.congress or 0)}届中央委员会只开过{max(numbers)}次全会，没有{_han(mention.number)}中全会；"
        "请核对届次",
        f"the {mention.congress}th Central Committee held {max(numbers)} plenums; there was no number {mention.number}",
    )


def masked(document: Document, mention: PlenumMention) -> Text | None:
    """Return what to say of a plenum with a masked number when none fits the year of the title or the signature."""
    rows = [row for row in plenums().values() if row.number == mention.number]
    year = _year_of_writing(document)
    if year is None or not rows or document.get(reviews_several_years):
        return None
    first, last, place = year
    if first < rows[0].start.year or last >= max(row.start for row in plenums().values()).year:
        return None
    if any(date(first - 1, 1, 1) <= row.start <= date(last + 1, *_LAST_OF_SPRING) for row in rows):
        return None
    around = [row for row in rows if row.start.year < first][-1:] + [row for row in rows if row.start.year > last][:1]
    zh = "，".join(f"{_name(row).zh}是{_days(row)}" for row in around)
    en = ", ".join(f"that of the {row.congress}th was on {_days(row)}" for row in around)
    line = document.line_number(place.start)
    written = document.text[place.start : place.end]
    return Text(
        f"届次被隐去，而“{written}”（第{line}行）对不上任何一次{_han(mention.number)}中全会：{zh}；请核对年份，补全届次",
        f"the number of the committee is masked, and no plenum number {mention.number} fits {written} (line {line}): "
        f"{en}",
    )


def _year_of_writing(document: Document) -> tuple[int, int, Span] | None:
    titled = document.get(title_years)
    if titled:
        return min(titled.years), max(titled.years), titled.span
    signed = document.get(signature)
    return (signed.day.year, signed.day.year, signed.span) if signed else None


def _told(prose: str, stated: DateExpression, place: Span) -> str:
    """Return "held" or "studied" where the sentence binds a date to the meeting so, else ""."""
    if stated.span.end <= place.start:
        between = prose[stated.span.end : place.start]
        if _HELD_BEFORE.compiled.fullmatch(between):
            return "held"
        if _NAMED_AFTER_DATE.compiled.fullmatch(between) and _THEN_HELD.match(prose, place.end):
            return "held"
        opens = stated.span.start == 0 or prose[stated.span.start - 1] in _CLAUSE_OPENING
        return "studied" if opens and _STUDIED.match(between) else ""
    between = prose[place.end : stated.span.start]
    after = prose[stated.span.end : stated.span.end + 16]
    return "held" if _BEFORE_DATE_AFTER.compiled.fullmatch(between) and _HELD_AFTER.match(after) else ""


def _held_on_another_day(document: Document, stated: DateExpression, meeting: Meeting) -> Text:
    written = document.text[stated.span.start : stated.span.end]
    return Text(
        f"文中说时间是“{written}”，而{_name(meeting).zh}是{_days(meeting)}召开的（{_authority(meeting).zh}）；请核对届次和日期",
        f"the text says {written}, but {_name(meeting).en} was held on {_days(meeting)} ({_authority(meeting).en})",
    )


def _studied_too_early(document: Document, stated: DateExpression, meeting: Meeting) -> Text:
    written = document.text[stated.span.start : stated.span.end]
    return Text(
        f"“{written}”时{_name(meeting).zh}还没有召开，它在{_days(meeting)}（{_authority(meeting).zh}）；请核对年份和届次",
        f"{_name(meeting).en} had not been held in {written}; it was on {_days(meeting)} ({_authority(meeting).en})",
    )


def _later_than_the_document(document: Document, meeting: Meeting) -> Verdict | None:
    known = document.get(horizon)
    if known is None or meeting.start <= known.day:
        return None
    line = document.line_number(known.span.start)
    message = Text(
        f"{_name(meeting).zh}在{_days(meeting)}召开（{_authority(meeting).zh}），晚于{known.label.zh}（第{line}行）；"
        "请核对届次和年份",
        f"{_name(meeting).en} was held on {_days(meeting)} ({_authority(meeting).en}), later than {known.label.en} "
        f"(line {line})",
    )
    return Verdict(message, cap(Severity.ERROR if known.is_signed else Severity.WARNING, meeting.certainty))


def _authority(meeting: Meeting) -> Text:
    return authority(meeting.certainty)


def _name(meeting: Meeting) -> Text:
    if isinstance(meeting, Congress):
        return Text(f"党的{_han(meeting.number)}大", f"congress {meeting.number} of the CPC")
    return Text(
        f"{_han(meeting.congress)}届{_han(meeting.number)}中全会",
        f"plenum {meeting.number} of the {meeting.congress}th Central Committee",
    )


def _han(number: int) -> str:
    """Return a number below a hundred as it is written in the name of a plenum."""
    tens, ones = divmod(number, 10)
    return (DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones - 1] if ones else "")


def _days(meeting: Meeting) -> str:
    if meeting.start == meeting.end:
        return meeting.start.isoformat()
    return f"{meeting.start.isoformat()}至{meeting.end.isoformat()}"
