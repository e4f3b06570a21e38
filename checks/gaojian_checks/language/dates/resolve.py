"""Give every expression its interval: a missing year comes from what stands before in the same paragraph."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gaojian_checks.language import calendar
from gaojian_checks.language.dates.expression import DateExpression, Kind

_LOCAL = frozenset({Kind.RELATIVE_YEAR})


class _Context:
    """The year and month that were named last in this paragraph."""

    def __init__(self) -> None:
        self.year: int | None = None
        self.month: int | None = None

    def forget(self) -> None:
        self.year = self.month = None


def resolve(prose: str, expressions: Sequence[DateExpression]) -> tuple[DateExpression, ...]:
    """Return ``expressions`` with their intervals."""
    context = _Context()
    resolved = []
    end = 0
    for expression in expressions:
        if prose.find("\n", end, expression.span.start) >= 0:
            context.forget()
        end = expression.span.end
        resolved.append(_resolve(prose, expression, context))
    return tuple(resolved)


def _resolve(prose: str, expression: DateExpression, context: _Context) -> DateExpression:
    if expression.first is not None and expression.last is not None:
        first = _resolve(prose, expression.first, context)
        last = _resolve(prose, expression.last, context)
        return replace(
            expression,
            first=first,
            last=last,
            start=first.start,
            end=last.end,
            possible=first.possible and last.possible,
        )
    if expression.kind is Kind.RELATIVE_YEAR:
        return _resolve_relative(prose, expression, context)
    return _resolve_point(expression, context)


def _resolve_relative(prose: str, expression: DateExpression, context: _Context) -> DateExpression:
    word = prose[expression.span.start]
    if word in "当當次翌" and context.year is not None and expression.offset is not None:
        context.year += expression.offset
        context.month = None
        return _with_interval(expression, calendar.interval(context.year))
    context.forget()
    return expression


def _resolve_point(expression: DateExpression, context: _Context) -> DateExpression:
    year, month, day = expression.year, expression.month, expression.day
    if year is not None:
        context.year, context.month = year, month
    elif month is not None:
        context.month = month
    year = context.year
    if month is None and day is not None:
        month = context.month
    if not calendar.exists(year, month, day):
        return replace(expression, possible=False)
    if year is None or (day is not None and month is None):
        return expression
    return _with_interval(expression, calendar.interval(year, month, day))


def _with_interval(expression: DateExpression, interval: tuple[date, date] | None) -> DateExpression:
    if interval is None:
        return expression
    return replace(expression, start=interval[0], end=interval[1])
