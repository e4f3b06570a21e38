"""What stands together in a text: the sentence around a place, and the dates in it."""

from bisect import bisect_left

from gaojian import Document, Pattern, Span
from gaojian_checks.language.dates import DateExpression, dates

_SENTENCE_ENDS = "。！？!?；;\n\r"
_SENTENCE_END = Pattern(f"[{_SENTENCE_ENDS}]")
# 将于, 将举办: 将 alone mostly means 把.
_INTENDED = frozenset("于於在要举舉参參组組派赴承首")
_REACH = 80


def sentence_around(prose: str, span: Span) -> Span:
    """Return the sentence that holds ``span``, as far as it lies within reach."""
    low, high = max(0, span.start - _REACH), min(len(prose), span.end + _REACH)
    before = prose[low : span.start]
    start = max(map(before.rfind, _SENTENCE_ENDS)) + 1
    stop = _SENTENCE_END.search(prose, span.end, high)
    return Span(low + start, stop.start() if stop else high)


def dates_within(document: Document, span: Span) -> tuple[DateExpression, ...]:
    """Return the expressions of time that lie in ``span``, in order."""
    found = document.get(dates)
    first = last = bisect_left(found, span.start, key=lambda expression: expression.span.start)
    while last < len(found) and found[last].span.end <= span.end:
        last += 1
    return found[first:last]


def stated_years(expression: DateExpression) -> range | None:
    """Return the Gregorian years that ``expression`` writes: 2009—2012年 four, 民国102年 one, 去年 None.

    An open interval (2010年以来) counts from or to its only member.
    """
    if expression.year is None:
        return None
    days = [day for point in expression.points for day in (point.start, point.end) if day]
    return range(days[0].year, days[-1].year + 1) if days else None


def is_intended(sentence: str) -> bool:
    """Return whether ``sentence`` tells of what will happen: 将于, 将举办."""
    return any(after[:1] in _INTENDED for will in "将將" if will in sentence for after in sentence.split(will)[1:])


def is_in_title_marks(prose: str, span: Span) -> bool:
    """Return whether ``span`` lies within 《…》, as far as that lies within reach and in the same line."""
    before = prose[max(0, span.start - _REACH) : span.start].rpartition("\n")[2]
    return before.rfind("《") > before.rfind("》")
