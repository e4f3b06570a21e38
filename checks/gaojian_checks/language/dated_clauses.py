"""What a text tells of a year it names: the clauses that a date opens."""

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.dates import DateExpression, Kind, dates

_KINDS = frozenset({Kind.FULL_DATE, Kind.YEAR_MONTH, Kind.YEAR, Kind.FISCAL_YEAR})
_OPENINGS = frozenset("。；，,;：:！？!?、）)\n\r\t \u3000#*")
_END = Pattern("[。；;！!？?\n\r《》]")
# 2013年以来, 2013年前, 2013年至, 2013年的: not what was done in that year.
_SINCE = ("以来", "以來", "以后", "以後", "以前")
_ELSEWHEN = frozenset("起至到前后後来來的—－-~～、")
_REACH = 48


class DatedClause(NamedTuple):
    """A date, and the span of what follows it in the same sentence, as far as it lies within reach."""

    date: DateExpression
    told: Span


def dated_clauses(document: Document) -> tuple[DatedClause, ...]:
    """Return the clauses that begin with a year; call it through ``document.get``."""
    prose, found = document.prose, []
    following = len(prose)
    # Backwards, for a clause ends where the next year is named.
    for date in reversed(document.get(dates)):
        start, end = date.span
        if date.kind in _KINDS and date.start and (not start or prose[start - 1] in _OPENINGS):
            last = min(following, end + _REACH)
            if prose[end : end + 1] not in _ELSEWHEN and not prose.startswith(_SINCE, end):
                stop = _END.search(prose, end, last)
                found.append(DatedClause(date, Span(end, stop.start() if stop else last)))
        if date.year is not None:
            following = start
    return tuple(reversed(found))
