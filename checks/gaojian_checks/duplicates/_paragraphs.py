"""The paragraphs of a document, each with a key by which copies are told: computed once for the whole family."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from itertools import accumulate, islice

from gaojian import HIDDEN, Document, Span

_BLANK = HIDDEN + " \t\r\u3000\u00a0\u200b\ufeff\u2028\f\v"
# A copy through another program changes blanks and the width of marks, and nothing else. Replacing one character after
# the other in the whole text is many times as fast as str.translate.
_SAME = (
    *((blank, "") for blank in " \u3000\t\u00a0\u200b\ufeff"),
    *zip(",():;!?", "，（）：；！？", strict=True),
)
# A paragraph of Traditional text holds one of the first, of Simplified text one of the second: nearly always within
# its first dozen words.
_TRADITIONAL = "為國會時對關發條個後與學"
_SIMPLIFIED = "为国会时对关发条个与学这"
_ABSTRACTS = ("摘要", "提要", "概要", "导读", "導讀", "编者按", "編者按", "核心提示")
_FORM = ("__", "＿＿", "□", "☐", "……………", "......", "（　）")
_LONG = 40
_HEAD = 12


class Paragraphs:
    """The lines of a document as paragraphs.

    ``text`` is the prose without blanks, its marks in full width, hidden lines empty. ``keys`` holds for every line, in
    order, what has to be equal in a copy: the same with code and links as they are written, in Simplified characters
    where the document mixes both scripts; "" for a line without prose. ``veiled`` are the lines of which a part is no
    prose.
    """

    def __init__(self, document: Document) -> None:
        # Carriage returns become breaks one for one, so that offsets stay those of the document.
        self._prose = document.prose.replace("\r", "\n")
        text = normalise(self._prose)
        self.keys = text.split("\n")
        self.veiled: frozenset[int] = frozenset()
        if HIDDEN in text:
            text = self._unveil(document.text)
        self.text = text
        if is_traditional(text) and any(character in text for character in _SIMPLIFIED):
            self.keys = simplify("\n".join(self.keys)).split("\n")

    def _unveil(self, text: str) -> str:
        """Make the keys of lines of which a part is hidden tell what it is, and return what is not hidden.

        Two entries of a reference differ in nothing but their code and links.
        """
        hidden = [line for line, key in enumerate(self.keys) if HIDDEN in key]
        for line in hidden:
            self.keys[line] = self.keys[line].strip(HIDDEN)
        seen = "\n".join(self.keys)
        veiled = [line for line in hidden if self.keys[line]]
        if veiled:
            written = text.replace("\r", "\n").split("\n")
            keys = normalise("\n".join([written[line] for line in veiled])).split("\n")
            for line, key in zip(veiled, keys, strict=True):
                self.keys[line] = key
        self.veiled = frozenset(veiled)
        return seen

    @cached_property
    def repeated(self) -> dict[str, int]:
        """The keys that stand more than once, and how often."""
        blanks = self.keys.count("")
        if len(set(self.keys)) - bool(blanks) == len(self.keys) - blanks:
            return {}
        return {key: count for key, count in Counter(self.keys).items() if count > 1 and key}

    @cached_property
    def head(self) -> list[int]:
        """The indices of the first dozen lines that hold prose: where a document has its opening."""
        return list(islice((line for line, key in enumerate(self.keys) if key), _HEAD))

    @cached_property
    def filled(self) -> list[int]:
        """The indices of the lines that hold prose."""
        return [index for index, key in enumerate(self.keys) if key]

    def prose(self, line: int) -> str:
        """Return ``line`` as prose: code and links hidden, however they count in its key."""
        return self._prose[self._starts[line] : self._starts[line + 1] - 1]

    def content(self, lines: Iterable[int]) -> int:
        """Return how many letters, digits and Chinese characters ``lines`` hold; equal lines of a form count once.

        Frames of tables, code and links are no content.
        """
        return sum(
            sum(map(str.isalnum, self.prose(line))) for line in {self.keys[line]: line for line in lines}.values()
        )

    def is_abstract(self, line: int) -> bool:
        """Return whether ``line`` is an abstract or stands under the word: it may quote what the body says."""
        heads = [self.keys[line][:8], *(key for key in self.keys[max(0, line - 2) : line] if len(key) < 12)]
        return any(word in head for head in heads for word in _ABSTRACTS)

    @cached_property
    def long_lines(self) -> list[int]:
        """The indices of the lines of forty characters and more: a shorter one says nothing twice."""
        return [line for line, key in enumerate(self.keys) if len(key) >= _LONG]

    def start(self, line: int) -> int:
        """Return the offset of the first character of ``line``."""
        return self._starts[line]

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._prose.split("\n")), initial=0))

    def span(self, first: int, last: int) -> Span:
        """Return the span from line ``first`` to line ``last``, both 0-based, without the blanks at either end."""
        start, end = self._starts[first], self._starts[last + 1] - 1
        head = self.prose(first)
        tail = head if first == last else self.prose(last)
        return Span(start + len(head) - len(head.lstrip(_BLANK)), end - len(tail) + len(tail.rstrip(_BLANK)))


def paragraphs(document: Document) -> Paragraphs:
    """Return the keyed paragraphs; call it through ``document.get(paragraphs)``."""
    return Paragraphs(document)


def normalise(text: str) -> str:
    """Return ``text`` without blanks and with its marks in full width, line for line."""
    for written, meant in _SAME:
        if written in text:
            text = text.replace(written, meant)
    return text


def is_form(key: str) -> bool:
    """Return whether ``key`` is a row of a table or a line to be filled in, which stand again by design."""
    return key[0] in "|│┃├└┌+" or key.count("|") > 2 or key.count("│") > 1 or any(mark in key for mark in _FORM)


def is_traditional(text: str) -> bool:
    """Return whether ``text`` holds any of the commonest characters that only Traditional Chinese writes."""
    return any(character in text for character in _TRADITIONAL)


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
