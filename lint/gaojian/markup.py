"""Find what is markup in Markdown.

A parser does 2 MB/s and knows no offsets within a line; this scanner is a hundred times as fast and does. What ends a
construct is decided as in CommonMark, but there are no indented code blocks: Chinese drafts indent their paragraphs.

Every pattern is linear on any text. A part without an upper bound is possessive, and stops at the character with which
the next attempt begins; where a search for the end of something runs further, its result is kept for the next one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from gaojian.pattern import Pattern

_BREAK = r"\n(?![ \t>]*+(?:\n|```|~~~))"
_BLANK = r"[ \t]*+(?:\n[ \t>]*+)?"
_QUOTED = rf'"(?:[^"<\n]++|{_BREAK})*+"|\'(?:[^\'<\n]++|{_BREAK})*+\''
# Nothing but Western characters: beside Han and full-width marks, a bare < or $ belongs to the text.
_ATTRIBUTES = rf"(?:[\t !#-&(-;=?-_a-\xff]++|{_BREAK}|{_QUOTED})*+"
_DESTINATION = r"<[^<>\n]*+>|(?!<)(?:[^ \t\n()\\]++|\\[^\n]|\((?:[^ \t\n()\\]++|\\[^\n]|\([^ \t\n()]*+\))*+\))*+"
_TITLE = r'"(?:[^"\\\n]++|\\[^\n])*+"|\'(?:[^\'\\\n]++|\\[^\n])*+\'|\((?:[^()\\\n]++|\\[^\n])*+\)'
_FORMULA = r"[\t -#%-\[\]-\xff]++|[\u0370-\u03ff\u2190-\u22ff]++|\\[^\n]"

# Each alternative begins with a literal: the standard library then looks for these few characters alone.
_INLINE = Pattern(
    "|".join(
        (
            r"`[^`\n]++`(?!`)",
            r"`(?P<backticks>`*+)",
            r"~~~(?P<tildes>~*+)",
            r"\\(?P<escaped>[^\n])",
            r"<(?P<comment>!--)",
            rf"<(?P<element>(?i:script|style|pre|code|textarea))(?=[ \t\n>]){_ATTRIBUTES}(?<!/)>",
            r"<[A-Za-z][A-Za-z0-9+.-]{0,30}+://[^<> \t\n]*+>",
            rf"<[/!?]?[A-Za-z]{_ATTRIBUTES}>",
            rf"\](?P<target>\({_BLANK}(?:{_DESTINATION})(?:{_BLANK}(?<=[ \t\n>])(?:{_TITLE}))?{_BLANK}\))",
            rf"\$\$(?:{_FORMULA}|{_BREAK}|\$(?!\$))*+\$\$",
            rf"\$(?![ \t$])(?:{_FORMULA})++(?<![ \t])\$(?![0-9])",
            r"\{\{(?:<[^{}\n]*+(?<=>)|%[^{}\n]*+(?<=%))\}\}",
            r"\{%[^{}\n]*+(?<=%)\}",
            r"\{#[^{}\s]++\}",
            r"\{/\*(?:[^*{}\n]++|\*(?!/))*+\*/\}",
        )
    )
)
_FIRST = "`~\\<]${"
_FIRST_BYTES = tuple(zip(_FIRST, _FIRST.encode(), strict=True))
_GATE = re.compile(rb"[`<$]|\]\(|~~~|\{[{%#/]")

_MARKER = r"(?:[-*+]|[0-9]{1,9}[.)])[ \t]"
_FENCE_PREFIX = Pattern(rf"[ \t>]*+(?:{_MARKER}[ \t>]*+)*+")
_NO_BACKTICK = Pattern(r"[^`\n]*+(?:\n|\Z)")
_QUOTE_END = Pattern(r"\n(?![ \t]*+>)")
_PARAGRAPH_END = rf"\n[ \t>]*+(?:\n|\||`{{3,}}+[^`\n]*+(?:\n|\Z)|~~~|\#{{1,6}}[ \t]|{_MARKER})"
_COMMENT_END = "-->"
# The limit of the reference implementation; it bounds how often a text of many lengths is searched.
_LONGEST_RUN = 80
# Looking further back for the start of an endless line would be quadratic.
_INDENTATION = 40

_FRONT_MATTER = Pattern(r"(?:---|(\+\+\+))[ \t]*+(?=\n[^-:=#\[{\n]*+[-:=#\[{])")
_YAML_END = Pattern(r"\n(?:---|\.\.\.)[ \t]*+(?=\n|\Z)")
_TOML_END = Pattern(r"\n\+\+\+[ \t]*+(?=\n|\Z)")

# U+FFFC: a target in angle brackets is hidden already.
_DEFINITION = Pattern(
    rf"^[ \t>]*+\[(?!\^)[^\[\]\n]++\]:{_BLANK}[!-~\ufffc]++(?:[ \t]++(?:{_TITLE}))?[ \t]*+$",
    flags=re.MULTILINE,
)


def western_of(text: str) -> bytes:
    """Return the characters of ``text`` up to U+00FF in Latin-1, in order and without what stood between them."""
    return text.encode("latin-1", "ignore")


def find_markup(text: str, western: bytes | None = None) -> Sequence[tuple[int, int]]:
    """Return the spans of Markdown ``text`` that are not prose, in order; URLs and definitions are not among them.

    ``western`` are the Western characters of ``text``, if they are known.
    """
    western = western_of(text) if western is None else western
    if text.startswith(("---", "+++")) or _GATE.search(western):
        return _Scanner(_with_line_feeds(text)).spans([mark for mark, byte in _FIRST_BYTES if byte in western])
    return ()


def find_definitions(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the reference definitions of ``text``, in which all other markup is hidden already."""
    return (match.span() for match in _DEFINITION.finditer(_with_line_feeds(text)))


def _with_line_feeds(text: str) -> str:
    """Return ``text`` with each line break a line feed, nothing moved: the patterns know of no other."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


class _Scanner:
    """The spans of one Markdown text that are not prose, found from left to right in one pass."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._size = len(text)
        self._found: dict[str, tuple[int, int]] = {}

    def spans(self, first: Iterable[str]) -> list[tuple[int, int]]:
        """Return the spans in order; none touches what another has taken.

        ``first`` are the characters of those that markup begins with that stand in the text.
        """
        position = self._front_matter_end()
        spans = [(0, position)] if position else []
        # Behind the last of them nothing need be matched: many a text has one comment at its head, and no more markup.
        last = max(map(self._text.rfind, first), default=-1)
        while position <= last:
            for match in _INLINE.finditer(self._text, position):
                start, end = match.span()
                stop, kind = end, match.lastgroup
                if kind == "target":
                    start += 1
                elif kind == "escaped":
                    continue
                elif kind:
                    stop = self._end_of(kind, match)
                if start < stop:
                    spans.append((start, stop))
                if stop > end or stop > last:
                    position = stop
                    break
            else:
                break
        return spans

    def _front_matter_end(self) -> int:
        opening = _FRONT_MATTER.match(self._text)
        if not opening:
            return 0
        closing = (_TOML_END if opening[1] else _YAML_END).search(self._text, opening.end())
        return closing.end() if closing else 0

    def _end_of(self, kind: str, opening: re.Match[str]) -> int:
        if kind == "backticks":
            return self._fence_end(opening) or self._code_end(opening)
        if kind == "tildes":
            return self._fence_end(opening) or opening.start()
        if kind == "comment":
            return self._comment_end(opening)
        return self._element_end(opening)

    def _fence_end(self, opening: re.Match[str]) -> int | None:
        start, after = opening.span()
        if after - start < 3:
            return None
        prefix = self._line_before(start)
        if not _FENCE_PREFIX.compiled.fullmatch(prefix) or (
            opening[0][0] == "`" and not _NO_BACKTICK.match(self._text, after)
        ):
            return None
        end = self._size
        if ">" in prefix:
            quote_end = _QUOTE_END.search(self._text, after)
            end = quote_end.start() if quote_end else end
        closing = re.compile(rf"\n([ \t>]*+){opening[0][0]}{{{after - start},}}+[ \t]*+(?=\n|\Z)")
        for match in closing.finditer(self._text, after, end):
            if len(match[1]) <= len(prefix) + 3 and match[1].count(">") <= prefix.count(">"):
                return match.end()
        return end

    def _code_end(self, opening: re.Match[str]) -> int:
        start, end = opening.span()
        if end - start > _LONGEST_RUN:
            return start
        marks = opening[0]
        closing = self._next(rf"{marks}(?!`)(?<!`{marks})", end)[1]
        return closing if closing <= self._paragraph_end(end) else start

    def _comment_end(self, opening: re.Match[str]) -> int:
        # <!--> is a whole comment.
        closing = self._next(_COMMENT_END, opening.start() + 2)[1]
        if self._line_before(opening.start()).strip(" \t>"):
            return closing if closing <= self._paragraph_end(opening.end()) else opening.start()
        return min(closing, self._size)

    def _element_end(self, opening: re.Match[str]) -> int:
        name = opening["element"].lower()
        closing = self._next(rf"</(?i:{name})[ \t\n]*+>", opening.end())[1]
        before = self._line_before(opening.start()).rstrip()
        if name != "code" and not before.strip(" \t>"):
            return min(closing, self._size)
        within = self._size if name != "code" and before.endswith(">") else self._paragraph_end(opening.end())
        return closing if closing <= within else opening.end()

    def _line_before(self, position: int) -> str:
        return self._text[max(0, position - _INDENTATION) : position].rpartition("\n")[2]

    def _paragraph_end(self, position: int) -> int:
        return min(self._size, self._next(_PARAGRAPH_END, position)[0])

    def _next(self, pattern: str, position: int) -> tuple[int, int]:
        """Return the span of the first match at or after ``position``, which never decreases for one pattern."""
        found = self._found.get(pattern)
        if not found or found[0] < position:
            match = re.compile(pattern).search(self._text, position)
            found = self._found[pattern] = match.span() if match else (self._size + 1, self._size + 1)
        return found
