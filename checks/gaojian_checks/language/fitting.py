"""Which sessions would fit where a number is masked: those near the year of the title or of the signature."""

from datetime import date

from gaojian import Document, NamedTuple, Span
from gaojian_checks.language.anchors import signature
from gaojian_checks.language.facts import Plenum, plenums
from gaojian_checks.language.session_facts import Term, terms
from gaojian_checks.language.title_years import reviews_several_years, title_years

_LAST_OF_SPRING = (6, 30)


class Window(NamedTuple):
    """The years ``first`` to ``last`` of a title or a signature, and the place where they are written."""

    first: int
    last: int
    span: Span

    def holds(self, day: date) -> bool:
        """Return whether a session on ``day`` is one that is told of: from the year before to the next spring."""
        return date(self.first - 1, 1, 1) <= day <= date(self.last + 1, *_LAST_OF_SPRING)


def writing_window(document: Document) -> Window | None:
    """Return the years in the title, else that of the signature; None for what reviews several years.

    Call it through ``document.get``.
    """
    if document.get(reviews_several_years):
        return None
    titled = document.get(title_years)
    if titled:
        return Window(min(titled.years), max(titled.years), titled.span)
    signed = document.get(signature)
    return Window(signed.day.year, signed.day.year, signed.span) if signed else None


def fitting_plenums(window: Window, congress: int | None, number: int | None) -> tuple[Plenum, ...]:
    """Return the plenums in ``window`` of a committee or a number, the other of which is masked."""
    return tuple(
        row
        for row in plenums().values()
        if congress in (row.congress, None) and number in (row.number, None) and window.holds(row.start)
    )


def fitting_sessions(
    window: Window, body: str, congress: int | None, number: int | None
) -> tuple[tuple[Term, int], ...]:
    """Return the sessions of the NPC or the CPPCC in ``window``, each a term and a number."""
    return tuple(
        (term, held)
        for term in terms().values()
        if term.body == body and congress in (term.congress, None)
        for held in range(1, term.sessions + 1)
        if number in (held, None) and window.first <= term.first_year + held - 1 <= window.last
    )


def is_beyond(window: Window) -> bool:
    """Return whether the table of plenums ends before ``window`` does, or begins after it."""
    starts = [row.start for row in plenums().values()]
    return window.first < min(starts).year or window.last >= max(starts).year
