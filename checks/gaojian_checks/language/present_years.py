"""Which years 今年, 去年 and 明年 can mean."""

from gaojian import Document
from gaojian_checks.language.anchors import signature
from gaojian_checks.language.title_years import report_years


def present_years(document: Document, offset: int = 0) -> frozenset[int]:
    """Return the years that 今年 can be, or a year ``offset`` years later.

    The year of the signature; else the years in which a report of that title is written; else none.
    """
    signed = document.get(signature)
    if signed:
        return frozenset({signed.day.year + offset})
    titled = document.get(report_years)
    return frozenset({year + offset + late for year in titled.years for late in (0, 1)}) if titled else frozenset()
