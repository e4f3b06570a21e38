"""The paragraphs of a document, each with a key by which copies are told: computed once for the whole family."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from gaojian import HIDDEN, Document, Pattern, Span
from gaojian_checks.language.latin import latin
from gaojian_checks.language.script import simplified_until

_BLANKS = " \u3000\t\u00a0\u200b\ufeff"
_REMOVED = HIDDEN + _BLANKS
_KEPT = Pattern(f"[^{_REMOVED}]+")
_BLANK = _REMOVED + "\u2028\f\v"
# A copy through another program changes blanks and the width of marks, and nothing else. Replacing one character after
# the other in the whole text is many times as fast as str.translate.
_SAME = (
    *((blank, "") for blank in _BLANKS),
    *zip(",():;!?", "，（）：；！？", strict=True),
)
# A paragraph of Traditional text holds one of the first, none of which is in GB 2312, and of Simplified text one of
# the second: nearly always within its first dozen words.
_TRADITIONAL = "為國會時對關發條個與學"
_SIMPLIFIED = "为国会时对关发条个与学这"
_ABSTRACTS = ("摘要", "提要", "概要", "导读", "導讀", "编者按", "編者按", "核心提示")
_FORM = ("__", "＿＿", "□", "☐", "……………", "......", "（　）")
_LONG = 40
_PASSAGE = 4


class Paragraphs:
    """The paragraphs of a document: its lines that hold prose, numbered from 0.

    ``text`` is the prose without blanks, its marks in full width, what is hidden left out. ``keys`` holds for every
    paragraph what has to be equal in a copy: its part of ``text``, in Simplified characters where the document mixes
    both scripts. Paragraphs that are alike but for their code and links have these in their keys as well: two entries
    of a reference differ in nothing else. ``repeated`` are the keys that stand more than once, and how often.
    """

    def __init__(self, document: Document) -> None:
        # Carriage returns become breaks one for one, so that offsets stay those of the document.
        self._prose = document.prose.replace("\r", "\n")
        self._written = document.text
        # Code comes in long runs, and what is removed at once is removed fast.
        self._is_hiding = HIDDEN in self._prose
        seen = self._prose.replace(8 * HIDDEN, "").replace(HIDDEN, "") if self._is_hiding else self._prose
        self.text = text = normalise(seen, document.get(latin))
        self._is_traditional = document.get(simplified_until) < len(self._prose) and is_traditional(text)
        self._is_mixed = self._is_traditional and is_mixed(text)
        # One for every line, empty where it holds no prose.
        self._rows = (simplify(text) if self._is_mixed else text).split("\n")
        self.keys = list(filter(None, self._rows))
        self.repeated = _repeated(self.keys)
        if sum(map(len, self.repeated)) >= _LONG and self._unveil(self._rows, self.repeated.__contains__):
            self.keys = list(filter(None, self._rows))
            self.repeated = _repeated(self.keys)

    def is_veiled(self, number: int) -> bool:
        """Return whether a part of the paragraph is no prose."""
        return self._is_hiding and HIDDEN in self.prose(number)

    def written_keys(self) -> list[str]:
        """Return the keys of all paragraphs for copies in other documents.

        They are in Simplified characters, and have code and links as they are written.
        """
        keys = self.keys
        if self._veiled:
            rows = self._rows.copy()
            self._unveil(rows, bool)
            keys = list(filter(None, rows))
        if self._is_traditional and not self._is_mixed:
            return simplify("\n".join(keys)).split("\n")
        return keys

    def prose(self, number: int) -> str:
        """Return the paragraph as prose: code and links hidden, however they count in its key."""
        return self._prose[slice(*self._lines[number])]

    def content(self, numbers: Iterable[int]) -> int:
        """Return how many letters, digits and Chinese characters paragraphs hold; equal lines of a form count once.

        Frames of tables, code and links are no content.
        """
        distinct = {self.keys[number]: number for number in numbers}
        return sum(
            sum(map(str.isalnum, self.prose(number) if self.is_veiled(number) else key))
            for key, number in distinct.items()
        )

    def is_abstract(self, number: int) -> bool:
        """Return whether this is an abstract or stands under the word: it may quote what the body says."""
        heads = [self.keys[number][:8], *(key for key in self.keys[max(0, number - 2) : number] if len(key) < 12)]
        return any(word in head for head in heads for word in _ABSTRACTS)

    @cached_property
    def _veiled(self) -> list[int]:
        """The numbers, from 0, of the lines that hold prose and more."""
        return [line for line in _lines_with(HIDDEN, self._prose) if self._rows[line]] if self._is_hiding else []

    @cached_property
    def long(self) -> list[int]:
        """The numbers of the paragraphs of forty characters and more: a shorter one says nothing twice."""
        return [number for number, key in enumerate(self.keys) if len(key) >= _LONG]

    def start(self, number: int) -> int:
        """Return the offset of the first character of the line."""
        return self._lines[number][0]

    def places(self, offsets: Iterable[int]) -> Iterator[int]:
        """Yield where the characters of the prose stand that are at ``offsets`` in ``text``, which come in order."""
        runs = _KEPT.finditer(self._prose)
        # The run that has been come to, and the offset in ``text`` at which it begins and the next one does.
        start = begin = end = 0
        for offset in offsets:
            while offset >= end:
                start, stop = next(runs).span()
                begin, end = end, end + stop - start
            yield start + offset - begin

    def span(self, first: int, last: int) -> Span:
        """Return the span from paragraph ``first`` to paragraph ``last`` without the blanks at either end."""
        head, tail = self.prose(first), self.prose(last)
        start, end = self._lines[first][0], self._lines[last][1]
        return Span(start + len(head) - len(head.lstrip(_BLANK)), end - len(tail) + len(tail.rstrip(_BLANK)))

    def _unveil(self, rows: list[str], is_wanted: Callable[[str], bool]) -> bool:
        """Put into ``rows`` what is hidden of those that are wanted; return whether there are any."""
        veiled = [line for line in self._veiled if is_wanted(rows[line])]
        if veiled:
            lines = self._written.replace("\r", "\n").split("\n")
            text = normalise("\n".join([lines[line] for line in veiled]))
            for line, key in zip(veiled, (simplify(text) if self._is_mixed else text).split("\n"), strict=True):
                rows[line] = key
        return bool(veiled)

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        lines = []
        start = 0
        for row, line in zip(self._rows, self._prose.split("\n"), strict=True):
            end = start + len(line)
            if row:
                lines.append((start, end))
            start = end + 1
        return lines


def paragraphs(document: Document) -> Paragraphs:
    """Return the keyed paragraphs; call it through ``document.get(paragraphs)``."""
    return Paragraphs(document)


def _lines_with(character: str, text: str) -> Iterator[int]:
    """Yield the number, from 0, of every line of ``text`` that holds ``character``."""
    if text.count(character) > text.count("\n"):
        yield from [number for number, line in enumerate(text.split("\n")) if character in line]
        return
    # Where it is rare, going from one to the next takes a tenth of the time.
    number = start = 0
    while (place := text.find(character, start)) >= 0:
        number += text.count("\n", start, place)
        yield number
        start = text.find("\n", place)
        if start < 0:
            return


def _repeated(keys: list[str]) -> dict[str, int]:
    if len(set(keys)) == len(keys):
        return {}
    return {key: count for key, count in Counter(keys).items() if count > 1}


def normalise(text: str, ascii_text: str | None = None) -> str:
    """Return ``text`` without blanks and with its marks in full width, line for line.

    ``ascii_text`` holds at least the ASCII characters of a long text: half-width marks are sooner missed there.
    """
    for written, meant in _SAME:
        if written in (text if ascii_text is None or written > "\x7f" else ascii_text):
            text = text.replace(written, meant)
    return text


def is_form(key: str) -> bool:
    """Return whether ``key`` is a row of a table or a line to be filled in, which stand again by design."""
    return key[0] in "|│┃├└┌+" or key.count("|") > 2 or key.count("│") > 1 or any(mark in key for mark in _FORM)


def is_traditional(text: str) -> bool:
    """Return whether ``text`` holds any of the commonest characters that only Traditional Chinese writes."""
    return any(character in text for character in _TRADITIONAL)


def is_mixed(text: str) -> bool:
    """Return whether ``text``, which holds a Traditional character, has passages in both scripts.

    A copied paragraph has several of the commonest characters; a name or a word quoted has one or two.
    """
    return any(character in text for character in _SIMPLIFIED) and sum(map(text.count, _TRADITIONAL)) >= _PASSAGE


def simplify(text: str) -> str:
    """Return ``text`` in Simplified characters, line for line."""
    try:
        return _converter()(text)
    except UnicodeEncodeError:  # a lone surrogate: such text is compared as written
        return text


@cache
def _converter() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415  loading costs more than checking a small draft

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert
