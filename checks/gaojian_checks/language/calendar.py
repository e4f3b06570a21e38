"""The Gregorian calendar as checks need it: lengths of months, intervals, weekdays."""

from datetime import date

WEEKDAYS = "一二三四五六日"
# A month-day without a year may fall in a leap year.
SOME_LEAP_YEAR = 2000
FIRST_YEAR, LAST_YEAR, MONTHS = 1, 9999, 12


def days_in_month(year: int | None, month: int) -> int:
    """Return the number of days of ``month`` (1–12); February has 29 when the year isn't known."""
    if month == 2:
        return 29 if is_leap(SOME_LEAP_YEAR if year is None else year) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def is_leap(year: int) -> bool:
    """Return whether ``year`` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Return whether there is such a day or month in the calendar; parts that are None are not asked for."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= (31 if month is None else days_in_month(year, month))


def interval(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date] | None:
    """Return the first and last day of a year, month or day; None where there is no such thing."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is not None and day is not None:
        try:
            only = date(year, month, day)
        except ValueError:
            return None
        return only, only
    if not exists(year, month, day):
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, days_in_month(year, month))


def months(year: int, first: int, last: int) -> tuple[date, date] | None:
    """Return the first and last day of months ``first`` to ``last`` of ``year``."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, first, 1), date(year, last, days_in_month(year, last))


def weekday_name(day: date) -> str:
    """Return 一 … 六 or 日, as in 星期一."""
    return WEEKDAYS[day.weekday()]


def years(first: int, last: int) -> tuple[date, date] | None:
    """Return the first day of year ``first`` and the last of year ``last``."""
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def five_year_plan(number: int) -> tuple[int, int] | None:
    """Return the first and last year of the five-year plan with this number: 1 is 1953–1957, 12 is 2011–2015."""
    if number in {1, 2}:
        return 1948 + 5 * number, 1952 + 5 * number
    # 1963–1965 belong to no plan.
    return (1951 + 5 * number, 1955 + 5 * number) if 3 <= number <= 20 else None
