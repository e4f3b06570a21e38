"""The attachments that a document lists below its text: 附件：1. 甲 2. 乙."""

from collections.abc import Iterator

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import matches

_LABEL = Pattern("附(?=件[：:]).{2}[ \u3000]*")
_ITEM = Pattern(
    r"[ \t\u3000]*(?P<number>[0-9]{1,2})(?P<separator>[、.．][ \u3000]*)"
    r"(?P<name>[^\n\r。；]{2,60}?)(?P<mark>[。；，、;]?)[ \t\u3000]*\r?(?:\n|$)"
)
_SINGLE = Pattern(
    r"(?P<number>)(?P<separator>)"
    r"(?P<name>[^\n\r。；：0-9][^\n\r。；：]{2,50}?)(?P<mark>[。；，、;]?)[ \t\u3000]*\r?(?:\n|$)"
)
_INDENT = 12
_MOST_ITEMS = 40


class Attachment(NamedTuple):
    """One attachment of a list: ``separator`` follows its number, ``mark`` its name; both may be empty."""

    number: int | None
    separator: Span
    name: Span
    mark: Span


def attachments(document: Document) -> tuple[tuple[Attachment, ...], ...]:
    """Return the lists of attachments, each label 附件： at the start of a line with what follows it."""
    prose, found = document.prose, []
    for label in matches(document, "附", _LABEL):
        line = document.line_around(label.start(), _INDENT)
        if not prose[line.start : label.start()].strip(" \t\u3000*"):
            found.append(tuple(_list(prose, label.end())))
    return tuple(listed for listed in found if listed)


def _list(prose: str, start: int) -> Iterator[Attachment]:
    match = _SINGLE.match(prose, start)
    if match:
        yield Attachment(None, *(Span(*match.span(part)) for part in ("separator", "name", "mark")))
        return
    if prose[start : start + 1] in ("\n", "\r"):
        start += 2 if prose.startswith("\r\n", start) else 1
    for number in range(1, _MOST_ITEMS):
        match = _ITEM.match(prose, start)
        if match is None or int(match["number"]) != number:
            return
        yield Attachment(number, *(Span(*match.span(part)) for part in ("separator", "name", "mark")))
        start = match.end()
