"""The times that a sentence states: 2013年3月, and 今年3月 where the year of the document is known."""

from collections.abc import Iterator
from datetime import date

from gaojian import Document, NamedTuple, Span
from gaojian_checks.language.dates import Kind
from gaojian_checks.language.passages import dates_within
from gaojian_checks.language.present_years import present_years

_PRESENT = ("今年", "去年")


class StatedTime(NamedTuple):
    """The closed interval that stands at ``span``; ``is_day`` where that is a day with its year.

    ``gloss`` is what 今年 and 去年 mean here, in brackets, to follow them in a message.
    """

    span: Span
    start: date
    end: date
    is_day: bool = False
    gloss: str = ""

    @property
    def year(self) -> int | None:
        """The year that the interval lies in; None if it is longer."""
        return self.start.year if self.start.year == self.end.year else None


def stated_times(document: Document, sentence: Span) -> Iterator[StatedTime]:
    """Yield the times in ``sentence`` that have a year of their own, or one by the signature or the title."""
    expressions = dates_within(document, sentence)
    for place, expression in enumerate(expressions):
        span = expression.span
        if expression.year is not None and expression.start and expression.end:
            yield StatedTime(span, expression.start, expression.end, expression.kind is Kind.FULL_DATE)
        elif expression.part in _PRESENT and expression.offset is not None:
            years = present_years(document, expression.offset)
            following = expressions[place + 1].span if place + 1 < len(expressions) else span
            if years:
                end = following.end if following.start == span.end else span.end
                first, last = min(years), max(years)
                gloss = f"（{first}年）" if first == last else f"（{first}或{last}年）"
                yield StatedTime(Span(span.start, end), date(first, 1, 1), date(last, 12, 31), gloss=gloss)
