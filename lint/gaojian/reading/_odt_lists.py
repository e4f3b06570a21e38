"""Numbers of lists and headings in OpenDocument, as the reader sees them."""

from collections.abc import Mapping

from gaojian.record import NamedTuple
from gaojian.word.counting import count

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
# What LibreOffice writes for 第%1%条, since prefix and suffix alone cannot hold the numbers of several levels.
_PATTERN = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
DEEPEST = 10
_LARGEST = 9999
_LONGEST_LABEL = 100
# As LibreOffice writes the formats, the first that begins so; Word's name of each.
_FORMATS = {
    "01": "decimalZero",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹, 贰": "chineseLegalSimplified",
    "壹": "ideographLegalTraditional",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
}
# After these a gap is seen as part of the sign; after others it is a space.
_CLOSED = "、，。：；）】〕》．"


class Level(NamedTuple):
    """How the numbers of one level look: ``pattern`` holds %1% where the number of level 1 stands."""

    number_format: str
    pattern: str
    first: int
    gap: bool = True


class Numbering:
    """The numbers given so far: one count for each level of each list."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}

    def define(self, style: str, attributes: Mapping[str, str]) -> None:
        """Take a level of the list style ``style`` from the ``attributes`` of the element that declares it."""
        level = whole(attributes.get(f"{_TEXT}level"), 1)
        number_format = attributes.get(f"{_STYLE}num-format", "")
        bullet = attributes.get(f"{_TEXT}bullet-char")
        shown = min(whole(attributes.get(f"{_TEXT}display-levels"), 1), level, DEEPEST)
        numbers = ".".join(f"%{depth}%" for depth in range(level - shown + 1, level + 1))
        prefix, suffix = (attributes.get(f"{_STYLE}num-{part}", "") for part in ("prefix", "suffix"))
        pattern = attributes.get(_PATTERN, f"{prefix}{numbers}{suffix}")
        if bullet is not None:
            # Fonts of symbols have their own.
            pattern = "•" if "\ue000" <= bullet[:1] <= "\uf8ff" else bullet
        elif not number_format:
            pattern = ""
        first = whole(attributes.get(f"{_TEXT}start-value"), 1)
        self._styles.setdefault(style, {})[level] = Level(number_format, pattern[:_LONGEST_LABEL], first)

    def close_up(self, style: str) -> None:
        """Take from the levels of ``style`` defined last that nothing stands between its label and the text."""
        levels = self._styles.get(style, {})
        if levels:
            level = max(levels)
            levels[level] = levels[level]._replace(gap=False)

    def begin(self, style: str, name: str, continued: str | None) -> dict[int, int]:
        """Return the counts of a list that begins; ``continued`` is the list or style whose counts go on, if any."""
        counts = self._counts.get(continued, {}) if continued else {}
        self._counts[style] = counts
        if name:
            self._counts[name] = counts
        return counts

    def next_label(self, style: str, counts: dict[int, int], level: int, start: str | None) -> str:
        """Return the label of the next item at ``level``, "" where it has none; ``start`` is a number of its own."""
        levels = self._styles.get(style, {})
        own = levels.get(level)
        if own is None:
            return ""
        counts[level] = whole(start, 0) if start else counts.get(level, own.first - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]
        label = own.pattern
        for depth in range(1, min(level, DEEPEST) + 1):
            if f"%{depth}%" in label and (shown := levels.get(depth)):
                number = _numeral(shown.number_format, counts.get(depth, shown.first))
                label = label.replace(f"%{depth}%" if number else f"%{depth}%.", number)
        label = label[:_LONGEST_LABEL]
        return f"{label} " if own.gap and label[-1:] not in _CLOSED else label


def _numeral(number_format: str, number: int) -> str:
    """Return ``number`` as the OpenDocument ``number_format`` has it, such as "一, 二, 三, ..." or "a"."""
    if not number_format:
        return ""
    if not 0 < number <= _LARGEST:
        return str(number)
    name = next((name for start, name in _FORMATS.items() if number_format.startswith(start)), "decimal")
    return count(number, name)


def whole(digits: str | None, default: int) -> int:
    """Return the whole number that an attribute holds; ``default`` where it holds none, or one beyond reason."""
    return int(digits) if digits and digits.isdecimal() and len(digits) <= 6 else default
