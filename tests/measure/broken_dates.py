"""Dates that cannot be, made from dates that can: marked text for the table of faults."""

import calendar
import datetime as dt
import re
from random import Random


def impossible_day(match: re.Match[str], random: Random) -> str:
    """Return a date whose day that month does not have, marked."""
    year = int(match.groupdict().get("year") or 2000)
    month = int(match["month"]) % 12 or 12
    day = random.randint(calendar.monthrange(year, month)[1] + 1, 32)
    before = f"{match['year']}年" if "year" in match.groupdict() else ""
    return f"⟦{before}{month}月{day}日⟧"


def impossible_month(match: re.Match[str], random: Random) -> str:
    """Return a date in a month later than the twelfth, marked."""
    return f"⟦{match['year']}年{random.randint(13, 19)}月{match['day']}日⟧"


def reversed_years(match: re.Match[str], random: Random) -> str:
    """Return a range of years that runs backwards, marked."""
    year = int(match["year"])
    dash = random.choice(["—", "-", "－", "~", "至", "年至", "年—"])
    return f"⟦⟦{year}{dash}{year - random.randint(1, 9)}⟧年⟧"


def reversed_days(match: re.Match[str], random: Random) -> str:
    """Return a range of days that runs backwards within one month, marked."""
    month, day = match["month"], random.randint(4, 28)
    dash = random.choice(["—", "-", "日—", "日至", f"日至{month}月"])
    return f"⟦{match['year'] or ''}⟦{month}月{day}{dash}{random.randint(1, day - 1)}日⟧⟧"


def wrong_weekday(match: re.Match[str], random: Random) -> str:
    """Return the date with a weekday that it does not have, marked."""
    right = dt.date(int(match["year"]), int(match["month"]), int(match["day"])).weekday()
    wrong = "一二三四五六日"[(right + random.randint(1, 6)) % 7]
    week = random.choice(["星期", "周" if wrong != "日" else "星期"])
    return f"⟦{match[0]}（⟦{week}{wrong}⟧）⟧"
