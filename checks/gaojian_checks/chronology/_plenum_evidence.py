"""What the tables of congresses and plenums say of those that a document names."""

from gaojian import Document, Text
from gaojian_checks.chronology._meetings import Meeting
from gaojian_checks.language.facts import Congress, Plenum, plenums
from gaojian_checks.language.fitting import fitting_plenums, is_beyond, writing_window
from gaojian_checks.language.mentions import PlenumMention
from gaojian_checks.language.session_names import congress_name, han, plenum_name


def as_meeting(row: Plenum | Congress) -> Meeting:
    """Return a row of the tables as a meeting."""
    name = congress_name(row.number) if isinstance(row, Congress) else plenum_name(row.congress, row.number)
    return Meeting(name, row.start, row.end, _days(row), row.certainty)


def unknown(mention: PlenumMention) -> Text | None:
    """Return what to say of a plenum that is not in the table; None beyond the horizon of the table."""
    last = max(plenums())
    numbers = [number for congress, number in plenums() if congress == mention.congress]
    if not numbers or mention.congress == last[0]:
        return None
    return Text(
        f"{han(mention.congress or 0)}届中央委员会只开过{max(numbers)}次全会，没有{han(mention.number)}中全会；"
        "请核对届次",
        f"the {mention.congress}th Central Committee held {max(numbers)} plenums; there was no number {mention.number}",
    )


def masked(document: Document, mention: PlenumMention) -> Text | None:
    """Return what to say of a plenum with a masked number when none fits the year of the title or the signature."""
    rows = [row for row in plenums().values() if row.number == mention.number]
    window = document.get(writing_window)
    if window is None or not rows or is_beyond(window) or window.first < rows[0].start.year:
        return None
    if fitting_plenums(window, None, mention.number):
        return None
    first, last = window.first, window.last
    around = [row for row in rows if row.start.year < first][-1:] + [row for row in rows if row.start.year > last][:1]
    zh = "，".join(f"{plenum_name(row.congress, row.number).zh}是{_days(row).zh}" for row in around)
    en = ", ".join(f"that of the {row.congress}th was held {_days(row).en}" for row in around)
    line = document.line_number(window.span.start)
    written = document.text[window.span.start : window.span.end]
    return Text(
        f"届次被隐去，而“{written}”（第{line}行）对不上任何一次{han(mention.number)}中全会：{zh}；请核对年份，补全届次",
        f"the number of the committee is masked, and no plenum number {mention.number} fits {written} (line {line}): "
        f"{en}",
    )


def _days(row: Plenum | Congress) -> Text:
    if row.start == row.end:
        return Text(row.start.isoformat(), f"on {row.start}")
    return Text(f"{row.start}至{row.end}", f"from {row.start} to {row.end}")
