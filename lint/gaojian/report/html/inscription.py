"""Text of a document as markup: escaped, and with every character spelled out that hides, reorders or breaks."""

import re
import unicodedata

from markupsafe import Markup, escape

# As on a terminal (``report.screen``); a tab is wanted, and line breaks have become paragraphs.
_UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_NUMBER = re.compile(r"[0-9０-９]+(?:[.,，．·][0-9０-９]+)*[%％‰]?")


def inscribe(text: str) -> Markup:
    """Return ``text`` to stand between tags."""
    escaped = str(escape(text))
    if _UNSAFE.search(escaped):
        escaped = _UNSAFE.sub(_box, escaped)
    return Markup(escaped)  # noqa: S704 (escaped above)


def inscribe_numbers(text: str) -> Markup:
    """Return ``text`` to stand between tags, its numbers set off where there are two or more to be compared."""
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) < 2:
        return inscribe(text)
    parts, done = [], 0
    for number in numbers:
        parts += [inscribe(text[done : number.start()]), Markup("<b>{}</b>").format(number[0])]
        done = number.end()
    return Markup("").join([*parts, inscribe(text[done:])])


def has_number(text: str) -> bool:
    """Return whether there is a number in figures in ``text``."""
    return _NUMBER.search(text) is not None


def _box(match: re.Match[str]) -> str:
    code = ord(match[0])
    name = unicodedata.name(match[0], "")
    title = f"U+{code:04X} {name}".strip()
    return f'<i class="unseen" title="{title}">U+{code:04X}</i>'
