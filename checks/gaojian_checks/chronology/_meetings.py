"""What in a document contradicts the table of a meeting: a date bound to it, or the end of what can be known."""

from datetime import date

from gaojian import Document, NamedTuple, Pattern, Severity, Span, Text
from gaojian_checks.chronology._stated_times import StatedTime, stated_times
from gaojian_checks.language.anchors import horizon
from gaojian_checks.language.facts import Certainty, authority, cap
from gaojian_checks.language.passages import sentence_around

_HELD_BEFORE = Pattern(
    r"[，,]?(?:在[^，。；]{1,6}?)?(?:胜利|勝利|隆重|成功)?(?:[召开閉闭開][开開幕]|[举舉]行)[的了]?(?:中国共产党|中共|党的|黨的)?第?"
    r"|[，,]?[^，。；、曾先后]{0,8}?(?:出席|参加|參加|列席)了?(?:中国共产党|中共|党的|黨的)?第?"
)
_BEFORE_DATE_AFTER = Pattern(r"(?:公报)?(?:[已是]?[于於在]?|[（(])")
_HELD_AFTER = Pattern(r"[^，。；]{0,8}?(?:召[开開]|[举舉]行|[闭閉开開]幕|通[过過]|[）)])")
# 2013年，党的十八届四中全会胜利召开; but 召开以来, 召开后 tell of another time.
_NAMED_AFTER_DATE = Pattern(r"[，, \u3000]{0,2}[在经由的]?(?:中国共产党|中共|党的|黨的)?")
_THEN_HELD = Pattern(
    r"(?:在[^，。；]{1,6}?)?(?:胜利|勝利|隆重|成功|如期|顺利)?(?:[召开閉闭開][开開幕]|[举舉]行)(?![以之]?[后後来來前]|一周年)"
)
_STUDIED = Pattern(
    r"(?!以?来|以?前|以?后|[至到起底前的])[^。；《》]{0,40}?(?:学习|學習|传达|傳達|贯彻|貫徹|宣传|宣傳)[^。；《》]{0,16}$"
)
# 2011年，党的十八大提出: a meeting says nothing before it is held, though it is cited for years after.
_SPOKE = Pattern("(?:明确|首次|还)?(?:提出|强调|指出|要求|确定|部署|作出)")
_CLAUSE_OPENING = "。；，,;！\n\r\u3000 "
# 将 alone mostly means 把: 将学习全会精神作为首要任务.
_FUTURE = Pattern("即将|即將|[将將][于於在要召举舉]|拟|擬|筹备|籌備|迎|决定召开|献礼|前夕|优异成绩")
# What a congress does at its session; a document of that title is of the same days.
_ADOPTED = Pattern("(?:审议|審議|表决)?(?:通过|通過|批准)(?!的)|[《〈]?关于修改|作出(?!的)|上[，,]|期间[，,]")


class Meeting(NamedTuple):
    """A meeting by its name, the days within which it was held, and how these are shown: 2013年, "in 2013"."""

    name: Text
    start: date
    end: date
    days: Text
    certainty: Certainty
    adopts: bool = False


class Verdict(NamedTuple):
    """What to say of a meeting, and how sure it is; ``held`` is the date on which the text has it held."""

    message: Text
    severity: Severity
    held: StatedTime | None = None


def contradiction(document: Document, place: Span, meeting: Meeting) -> Verdict | None:
    """Return what to say when the text around ``place``, the signature or the title contradicts ``meeting``."""
    sentence = sentence_around(document.prose, place)
    for stated in stated_times(document, sentence):
        told = _told(document.prose, stated.span, place, meeting)
        # What 今年 means is certain by a signature alone, not by a title.
        severity = cap(Severity.WARNING if stated.gloss and stated.year is None else Severity.ERROR, meeting.certainty)
        if told == "held" and (stated.end < meeting.start or stated.start > meeting.end):
            return Verdict(_held_on_another_day(document, stated, meeting), severity, stated)
        if told == "studied" and stated.end < meeting.start:
            return Verdict(_studied_too_early(document, stated, meeting), severity)
    if _FUTURE.search(document.prose, sentence.start, sentence.end):
        return None
    return _later_than_the_document(document, meeting)


def _told(prose: str, stated: Span, place: Span, meeting: Meeting) -> str:
    """Return "held", or "studied" (or heard), where the sentence binds a date to the meeting so, else ""."""
    if stated.end <= place.start:
        between = prose[stated.end : place.start]
        if _HELD_BEFORE.compiled.fullmatch(between):
            return "held"
        if _NAMED_AFTER_DATE.compiled.fullmatch(between):
            if _THEN_HELD.match(prose, place.end) or (meeting.adopts and _ADOPTED.match(prose, place.end)):
                return "held"
            if _SPOKE.match(prose, place.end):
                return "studied"
        opens = stated.start == 0 or prose[stated.start - 1] in _CLAUSE_OPENING
        return "studied" if opens and _STUDIED.match(between) else ""
    between = prose[place.end : stated.start]
    after = prose[stated.end : stated.end + 16]
    return "held" if _BEFORE_DATE_AFTER.compiled.fullmatch(between) and _HELD_AFTER.match(after) else ""


def _held_on_another_day(document: Document, stated: StatedTime, meeting: Meeting) -> Text:
    written, source = document.text[slice(*stated.span)], authority(meeting.certainty)
    return Text(
        f"文中说时间是“{written}”{stated.gloss}，而{meeting.name.zh}是{meeting.days.zh}召开的（{source.zh}）；请核对届次和日期",
        f"the text says {written}, but {meeting.name.en} was held {meeting.days.en} ({source.en})",
    )


def _studied_too_early(document: Document, stated: StatedTime, meeting: Meeting) -> Text:
    written, source = document.text[slice(*stated.span)], authority(meeting.certainty)
    return Text(
        f"“{written}”{stated.gloss}时{meeting.name.zh}还没有召开，它在{meeting.days.zh}（{source.zh}）；请核对年份和届次",
        f"{meeting.name.en} had not been held in {written}; it was held {meeting.days.en} ({source.en})",
    )


def _later_than_the_document(document: Document, meeting: Meeting) -> Verdict | None:
    known = document.get(horizon)
    if known is None or meeting.start <= known.day:
        return None
    line, source = document.line_number(known.span.start), authority(meeting.certainty)
    message = Text(
        f"{meeting.name.zh}在{meeting.days.zh}召开（{source.zh}），晚于{known.label.zh}（第{line}行）；请核对届次和年份",
        f"{meeting.name.en} was held {meeting.days.en} ({source.en}), later than {known.label.en} (line {line})",
    )
    return Verdict(message, cap(Severity.ERROR if known.is_signed else Severity.WARNING, meeting.certainty))
