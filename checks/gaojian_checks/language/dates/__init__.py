"""Dates: every expression of time in a document, typed and resolved.

for expression in document.get(dates):
    if expression.kind is Kind.FULL_DATE: ...
"""

from gaojian_checks.language.dates.expression import DateExpression, Kind
from gaojian_checks.language.dates.reigns import REIGNS, Reign
from gaojian_checks.language.dates.scan import dates, fives, kinds, years
from gaojian_checks.language.numerals import NumeralStyle
from gaojian_checks.language.taiwan import is_taiwanese

__all__ = [
    "REIGNS",
    "DateExpression",
    "Kind",
    "NumeralStyle",
    "Reign",
    "dates",
    "fives",
    "is_taiwanese",
    "kinds",
    "years",
]
