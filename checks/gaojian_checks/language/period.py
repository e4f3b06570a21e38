"""Which years a document tells of."""

from gaojian import Document, NamedTuple, Span, Text
from gaojian_checks.language.anchors import signature
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.title_years import report_years, reviews_several_years


class Period(NamedTuple):
    """The years ``first`` to ``last``, where they are written, and the name of that place."""

    first: int
    last: int
    span: Span
    label: Text

    def evidence(self, document: Document) -> Text:
        """Return what says so, with its line: 标题（第1行）的2013年度."""
        line = document.line_number(self.span.start)
        written = document.text[self.span.start : self.span.end]
        return Text(f"{self.label.zh}（第{line}行）的{written}", f"{written} in {self.label.en} (line {line})")


def period(document: Document) -> Period | None:
    """Return the years in the title of a report, else the year of the signature and the one before.

    None for statutes, for what reviews several years, and where nothing tells. Call it through ``document.get``.
    """
    titled = document.get(report_years)
    if titled:
        found = Period(min(titled.years), max(titled.years), titled.span, Text("标题", "the title"))
    else:
        signed = None if document.get(genre) is Genre.STATUTE else document.get(signature)
        if signed is None:
            return None
        year = signed.day.year
        found = Period(year - 1, year, signed.span, Text("成文日期", "the signature"))
    return None if document.get(reviews_several_years) else found
