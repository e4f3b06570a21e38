"""Numbers of ordered lists in HTML, as the reader sees them before each item."""

import re
from collections import Counter
from dataclasses import dataclass, field

from gaojian.reading._html_tokens import Kind, Scanner, Token
from gaojian.record import NamedTuple
from gaojian.word.counting import count

LIST_TAGS = frozenset(("ol", "ul", "menu", "dir", "li"))
# Word's names of the formats, by the type of a list and by its style.
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HAN = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")
_STYLES = {
    "none": "",
    "decimal": "decimal",
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    **dict.fromkeys(_HAN, "chineseCountingThousand"),
}
_STYLE = re.compile(rf"list-style(?:-type)?[ \t]*:[^;]{{0,80}}?(?<![\w-])({'|'.join(_STYLES)})(?![\w-])", re.IGNORECASE)
_REVERSED = re.compile(r"[ \t\n\r\f/\"']reversed(?=[ \t\n\r\f=/>])", re.IGNORECASE)
_WHOLE = re.compile(r"[ \t\n\r\f]*([+-]?[0-9]{1,6})(?![0-9])")
# Pages that switch the numbers off in their style sheet write them by hand; only the sheet would tell.
_OWN_NUMBER = re.compile(
    r"[（(\[]?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})(?:[)）\]、]|[.．](?![0-9]))"
    r"|第[0-9一二三四五六七八九十百]{1,4}[章节節条條]|[①-⑳]"
)
_INDENTATION = "   "
_DEEPEST, _DEEPEST_SHOWN = 500, 9


@dataclass
class _List:
    """An open list, ``depth`` ordered ones around it; ``numeral`` is "" where its items have no numbers.

    ``following`` is the number of the next item. It is None in a list that counts down to 1, up to an item with a
    number of its own: ``waiting`` are then the pieces for numbers and how many items came before each.
    """

    name: str
    depth: int
    numeral: str = ""
    following: int | None = 1
    step: int = 1
    items: int = 0
    waiting: list[tuple[int, int]] = field(default_factory=list)

    def label(self, number: int) -> str:
        """Return ``number`` as it stands before its item: indented, as a list within an item counts for itself."""
        mark = "、" if self.numeral == _STYLES[_HAN[0]] else ". "
        return f"{_INDENTATION * min(self.depth, _DEEPEST_SHOWN)}{count(number, self.numeral)}{mark}"


class Label(NamedTuple):
    """What stands before the text of an item, from the piece of the page that has this number."""

    piece: int
    text: str


class Lists:
    """The lists that are open at a place of a page, and the item that begins there."""

    def __init__(self, source: str, scanner: Scanner) -> None:
        self.item_start = 0
        self._source = source
        self._scanner = scanner
        self._open: list[_List] = []
        self._names: Counter[str] = Counter()
        self._item: tuple[_List, int | None] | None = None

    def read(self, token: Token) -> list[Label]:
        """Take a tag of LIST_TAGS; return the labels that waited for it."""
        kind, name, start, end = token
        self._item = None
        if kind is Kind.END:
            return self._end(name)
        attributes = {key: self._source[slice(*span)] for key, span in self._scanner.attributes(start, end).items()}
        if name == "li":
            self._begin_item(attributes)
            self.item_start = end
        else:
            self._begin(name, self._source[start:end], attributes)
        return []

    def end_all(self) -> list[Label]:
        """End all lists, where the page ends; return the labels that waited."""
        labels: list[Label] = []
        while self._open:
            labels += self._end(self._open[-1].name)
        return labels

    def _begin(self, name: str, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) == _DEEPEST:
            return
        around = self._open[-1:]
        one = _List(name, sum([outer.depth + bool(outer.numeral) for outer in around]))
        self._open.append(one)
        self._names[name] += 1
        if name == "ol":
            one.numeral = _numeral(attributes, _TYPES.get(attributes.get("type", ""), "decimal"))
            one.step = -1 if _REVERSED.search(tag) else 1
            one.following = _whole(attributes.get("start"), None if one.step < 0 else 1)

    def _end(self, name: str) -> list[Label]:
        """End the innermost list of that ``name`` with all that are open in it."""
        labels: list[Label] = []
        left = self._names[name]
        while left and self._names[name] == left:
            one = self._open.pop()
            self._names[one.name] -= 1
            labels += [Label(piece, one.label(one.items - before)) for piece, before in one.waiting]
        return labels

    def _begin_item(self, attributes: dict[str, str]) -> None:
        one = self._open[-1] if self._open else None
        if one is None or not one.numeral:
            return
        number = _whole(attributes.get("value"), one.following)
        if _numeral(attributes, one.numeral):
            self._item = (one, number)
        one.items += 1
        one.following = None if number is None else number + one.step

    def take(self, text: str, piece: int) -> str:
        """Return what stands before ``text``, the first of an item, in ``piece``; "" before all other text."""
        if self._item is None:
            return ""
        (one, number), self._item = self._item, None
        if _OWN_NUMBER.match(text):
            return ""
        if number is None:
            one.waiting.append((piece, one.items - 1))
        return one.label(number or 1)


def _numeral(attributes: dict[str, str], otherwise: str) -> str:
    found = _STYLE.search(attributes.get("style", ""))
    return _STYLES[found[1].lower()] if found else otherwise


def _whole(digits: str | None, otherwise: int | None) -> int | None:
    found = _WHOLE.match(digits or "")
    return int(found[1]) if found else otherwise
