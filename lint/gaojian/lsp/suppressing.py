"""Where a directive goes that silences one finding, so that the page looks as before."""

import re
from itertools import takewhile

from gaojian.diagnostic import Edit
from gaojian.record import NamedTuple
from gaojian.text import LineIndex, Span

_MARKDOWN, _HTML = (".md", ".markdown"), (".html", ".htm", ".xhtml")
_NEXT = re.compile(r"<!--[ \t]*gaojian:[ \t]*next[ \t]+(?P<codes>[A-Z0-9]+(?:[ \t]*[,，、 ][ \t]*[A-Z0-9]+)*)")
# Behind these a comment would be part of the construct: a fence, a rule or underline, the second row of a table.
_CONSTRUCT = re.compile(r"[ \t]*(?:```|~~~|[-=*_|:+ \t]+$)")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|html|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class _Lines(NamedTuple):
    text: str
    numbers: LineIndex

    def span(self, number: int) -> Span:
        return self.numbers.line_span(number)

    def line(self, number: int) -> str:
        return self.text[slice(*self.span(number))] if 1 <= number <= len(self.numbers.starts) else ""

    @property
    def newline(self) -> str:
        match = re.search(r"\r\n?|\n", self.text)
        return match[0] if match else "\n"


def has_comments(name: str) -> bool:
    """Return whether documents of this name have comments that readers do not see."""
    return name.lower().endswith((*_MARKDOWN, *_HTML))


def silence_here(name: str, text: str, span: Span, code: str, reason: str) -> list[Edit]:
    """Return the edits that silence the finding of ``code`` at ``span``."""
    if name.lower().endswith(_HTML):
        return _around(text, span, code, reason)
    return _above(_Lines(text, LineIndex(text)), span.start, code, reason)


def silence_everywhere(name: str, text: str, code: str, reason: str) -> list[Edit]:
    """Return the edit that silences all findings of ``code`` in the document."""
    lines = _Lines(text, LineIndex(text))
    comment = f"<!-- gaojian: file {code} — {reason} -->"
    if name.lower().endswith(_HTML):
        body = re.search(r"<body\b[^>]*>", text, re.IGNORECASE)
        offset = body.end() if body else 0
    else:
        front = _FRONT_MATTER.match(text)
        offset = front.end() if front else 0
    return [Edit(Span(offset, offset), comment + lines.newline)]


def _around(text: str, span: Span, code: str, reason: str) -> list[Edit]:
    """Silence from the tag before which the paragraph cannot begin to the one behind which it cannot go on.

    Nearer to the finding a comment would part the words that the check has to see together.
    """
    start = max((match.end() for match in _BLOCK.finditer(text, 0, span.start)), default=0)
    following = _BLOCK.search(text, span.end)
    end = following.start() if following else len(text)
    return [
        Edit(Span(start, start), f"<!-- gaojian: off {code} — {reason} -->"),
        Edit(Span(end, end), f"<!-- gaojian: on {code} -->"),
    ]


def _above(lines: _Lines, offset: int, code: str, reason: str) -> list[Edit]:
    number = lines.numbers.line_number(offset)
    before = lines.line(number - 1)
    directive = _nearest_next(lines, number)
    if directive is not None:
        return [Edit(Span(directive, directive), f", {code}")]
    comment = f"<!-- gaojian: next {code} — {reason} -->"
    start = lines.span(number).start
    if not before.strip():
        indentation = "".join(takewhile(str.isspace, lines.line(number)))
        return [Edit(Span(start, start), indentation + comment + lines.newline)]
    if not _CONSTRUCT.match(before):
        end = lines.span(number - 1).end
        return [Edit(Span(end, end), f" {comment}")]
    return _around_block(lines, number, code, reason)


def _nearest_next(lines: _Lines, number: int) -> int | None:
    """Return where a code is added to the directive that already speaks of line ``number``."""
    above = number - 1
    while above >= 1 and not lines.line(above).strip():
        above -= 1
    match = _NEXT.search(lines.line(above))
    return lines.span(above).start + match.end("codes") if match else None


def _around_block(lines: _Lines, number: int, code: str, reason: str) -> list[Edit]:
    """Silence from the first line of the block to the last: inside it there is no room for a comment."""
    first = last = number
    while lines.line(first - 1).strip():
        first -= 1
    while lines.line(last + 1).strip():
        last += 1
    start, end = lines.span(first).start, lines.span(last).end
    return [
        Edit(Span(start, start), f"<!-- gaojian: off {code} — {reason} -->{lines.newline}"),
        Edit(Span(end, end), f"{lines.newline}<!-- gaojian: on {code} -->"),
    ]
