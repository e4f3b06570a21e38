"""Hide what is not prose, one code point for one, so that offsets stay those of the source."""

from collections.abc import Iterable, Iterator

from gaojian.markup import find_definitions, find_markup, western_of
from gaojian.pattern import Pattern

HIDDEN = "\ufffc"

_URL_PART = r"[!#-'*-;=?-Z_a-{}~]++"
_URL = rf"(?:{_URL_PART}|\((?:{_URL_PART}|\({_URL_PART}\))*+\))++"
_ADDRESS = Pattern(
    rf"://(?P<url>{_URL})"
    rf"|www\.(?<![A-Za-z0-9./-]www\.)(?P<site>{_URL})"
    r"|@(?P<mail>[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++)"
)
# Stands in every reference definition.
_DEFINED = b"]:"
_SCHEME = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+")
_MAILBOX = _SCHEME | frozenset(".-_%")
_LONGEST_NAME = 64


def hide_urls(text: str, western: bytes | None = None) -> str:
    """Return ``text`` with its URLs and e-mail addresses hidden; ``western`` holds its Western characters, if known.

    A URL ends before a blank, a Han character, a full-width mark, a bracket without a partner, and before the marks of
    a sentence.
    """
    western = western_of(text) if western is None else western
    if b"://" in western or b"www." in western or b"@" in western:
        return hide(text, _addresses(text))
    return text


def hide_markdown(text: str, western: bytes | None = None) -> str:
    """Return Markdown ``text`` with its code, front matter, tags, comments, formulas, link targets and URLs hidden.

    Hidden are code fences, code spans, front matter, HTML tags and comments, what stands in ``script``, ``style``,
    ``pre``, ``code`` and ``textarea``, the target of a link or image with its title, reference definitions, formulas
    between dollars, heading identifiers and the short codes of site generators. Link texts, emphasis marks, table
    pipes and container markers stay. Indented text stays: Chinese drafts indent their paragraphs.

    ``western`` are the Western characters of ``text``, if they are known: that what markup needs is missing is soonest
    seen among them.
    """
    western = western_of(text) if western is None else western
    hidden = hide(text, find_markup(text, western))
    if _DEFINED in western:
        hidden = hide(hidden, find_definitions(hidden))
    return hide_urls(hidden, western)


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` with ``spans`` hidden, which are sorted and do not overlap; line breaks stay."""
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        piece = text[start:end]
        pieces += text[position:start], _blank(piece) if "\n" in piece or "\r" in piece else HIDDEN * (end - start)
        position = end
    if not position:
        return text
    pieces.append(text[position:])
    return "".join(pieces)


def _blank(text: str) -> str:
    if "\r" in text:
        return "\r".join([_blank(part) for part in text.split("\r")])
    if "\n" in text:
        return "\n".join([HIDDEN * len(line) for line in text.split("\n")])
    return HIDDEN * len(text)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    floor = 0
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        if match.lastgroup == "mail":
            start = _name_start(text, start, floor, _MAILBOX)
        else:
            end = start + len(match[0].rstrip(".,;:!?'*_~"))
            if match.lastgroup == "url":
                start = _name_start(text, start, floor, _SCHEME)
        if start < match.start() or match.lastgroup == "site":
            yield start, end
            floor = end


def _name_start(text: str, end: int, floor: int, alphabet: frozenset[str]) -> int:
    start = end
    floor = max(floor, end - _LONGEST_NAME)
    while start > floor and text[start - 1] in alphabet:
        start -= 1
    return start
