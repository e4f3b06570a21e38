"""HTML cut into tags, comments and text with exact offsets.

Not html.parser: on 50 KB of unclosed quotes it takes six seconds, four times as long for twice as much, and after a
second broken character reference it takes all tags for text. Here every token is found once, left to right, and each
search that runs further ahead is kept for the next one.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from string import ascii_letters

from gaojian.record import NamedTuple

_BLANK = r"[ \t\n\r\f]"
_NAME = r"<(/)?([A-Za-z][^ \t\n\r\f/>]*+)"
_TAG = re.compile(rf"""{_NAME}(?:[^=>]++|={_BLANK}*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>""")
# For what follows a quote that is never closed: a tag then ends at the next >.
_BROKEN_TAG = re.compile(rf"{_NAME}[^>]*+>")
_LITERAL, _LITERAL_END = "<![CDATA[", "]]>"
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(
    rf"""(?<=[ \t\n\r\f/"'])([A-Za-z][A-Za-z0-9:-]*+){_BLANK}*+={_BLANK}*+"""
    r"""(?:"([^"]*+)"|'([^']*+)'|([^ \t\n\r\f"'>]++))"""
)

# What these hold is no markup up to their end tag.
_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea"))
# These hold markup, and nothing that people read.
_UNREAD = frozenset(("template", "svg", "math", "canvas", "video", "audio", "select", "datalist"))
# A reading beside its characters: 汉<rt>hàn</rt>. Its end tag may be left out.
_READINGS = frozenset(("rt", "rp"))
_READING_END = "/rt|/rp|/ruby|rt|rp|rb"
_FOREIGN = frozenset(("svg", "math"))
_SKIPPED = _RAW | _UNREAD | _READINGS | {"title"}
# What a tag begins with behind its <.
_LETTERS = "/" + ascii_letters


class Kind(Enum):
    """Kinds of tokens."""

    TEXT = auto()
    LITERAL = auto()
    START = auto()
    END = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A part of the source; ``name`` is that of a tag, in lower case.

    Text holds references, and may hold ``<``; what is literal, in XHTML, is meant as it is written.
    """

    kind: Kind
    name: str
    start: int
    end: int


class Scanner:
    """The tokens of one source; whatever people do not read is left out between the tags of its element."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._is_xml = source.startswith("<?xml")
        self._tag = _TAG
        self._last_end = source.rfind(">")
        self._last_literal = source.rfind(_LITERAL_END)
        self._found: dict[str, re.Match[str] | None] = {}
        self._unbalanced: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        """Yield all tokens in order. What the end of the source cuts off is text."""
        source, size = self._source, len(self._source)
        position = written = 0
        while (place := source.find("<", position)) >= 0:
            match = self._match_tag(place)
            end = match.end() if match else self._markup_end(place)
            if end < 0:
                position = place + 1
                continue
            if written < place:
                yield Token(Kind.TEXT, "", written, place)
            position = end
            if match is None and self._is_literal(place):
                yield Token(Kind.LITERAL, "", place + len(_LITERAL), end - len(_LITERAL_END))
            elif match is None:
                yield Token(Kind.COMMENT, "", place, end)
            elif match[1]:
                yield Token(Kind.END, match[2].lower(), place, end)
            else:
                name = match[2].lower()
                yield Token(Kind.START, name, place, end)
                if source[end - 2] == "/" and (self._is_xml or name in _FOREIGN):
                    yield Token(Kind.END, name, place, end)
                elif name in _SKIPPED:
                    position = self._unread_end(name, end)
            written = end if match and match[2].lower() == "title" else position
        if written < size:
            yield Token(Kind.TEXT, "", written, size)

    def attributes(self, start: int, end: int) -> dict[str, tuple[int, int]]:
        """Return the spans of the values of the attributes of the tag from ``start`` to ``end``."""
        found: dict[str, tuple[int, int]] = {}
        for match in _ATTRIBUTE.finditer(self._source, start + 1, end - 1):
            found.setdefault(match[1].lower(), match.span(match.lastindex or 0))
        return found

    def closed_at(self, name: str, position: int) -> int:
        """Return where the end tag of the element ``name`` begins that holds ``position``.

        0 where it has none: so that a forgotten end tag hides nothing.
        """
        match = self._next(rf"<(/?){name}(?=[ \t\n\r\f/>])", position)
        return match.start() if match and match[1] else 0

    def _match_tag(self, place: int) -> re.Match[str] | None:
        if place > self._last_end or self._source[place + 1 : place + 2] not in _LETTERS:
            return None
        match = self._tag.match(self._source, place)
        if match is None and self._tag is _TAG:
            self._tag = _BROKEN_TAG
            match = self._tag.match(self._source, place)
        return match

    def _markup_end(self, place: int) -> int:
        source = self._source
        if not source.startswith(("<!", "<?", "</"), place):
            return -1
        if self._is_literal(place):
            return source.index(_LITERAL_END, place) + len(_LITERAL_END)
        if not source.startswith("<!--", place):
            return source.index(">", place) + 1 if place < self._last_end else -1
        if source.startswith((">", "->"), place + 4):
            return source.index(">", place) + 1
        closing = self._next(_COMMENT_END.pattern, place + 4)
        # Browsers show nothing behind a comment that is not closed; a linter must not check less than there is.
        return closing.end() if closing else place + 4

    def _is_literal(self, place: int) -> bool:
        return self._is_xml and place < self._last_literal and self._source.startswith(_LITERAL, place)

    def _unread_end(self, name: str, position: int) -> int:
        """Return where reading goes on after the start tag of ``name``."""
        if name in _RAW or name == "title":
            closing = self._next(rf"</{name}(?=[ \t\n\r\f/>])", position)
        elif name in _READINGS:
            closing = self._next(rf"<(?:{_READING_END})(?=[ \t\n\r\f/>])", position)
        elif name in _UNREAD and name not in self._unbalanced:
            closing = self._balancing(name, position)
        else:
            return position
        if closing is None:
            return len(self._source) if name in ("script", "style") else position
        return closing.start()

    def _balancing(self, name: str, position: int) -> re.Match[str] | None:
        depth = 1
        for match in re.compile(rf"<(/?){name}(?=[ \t\n\r\f/>])", re.IGNORECASE).finditer(self._source, position):
            depth += -1 if match[1] else 1
            if not depth:
                return match
        self._unbalanced.add(name)
        return None

    def _next(self, pattern: str, position: int) -> re.Match[str] | None:
        """Return the first match at or after ``position``, which never decreases for one pattern."""
        found = self._found.get(pattern)
        if pattern not in self._found or (found is not None and found.start() < position):
            found = self._found[pattern] = re.compile(pattern, re.IGNORECASE).search(self._source, position)
        return found
