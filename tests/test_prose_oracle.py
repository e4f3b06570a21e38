"""Differential test: what a CommonMark parser calls code, markup and text, the scanner hides and keeps."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from gaojian.prose import HIDDEN, hide_markdown

CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "technical"

# What the scanner hides and CommonMark calls text: addresses, formulas, identifiers and short codes; and Markdown
# inside a block of HTML, which the generators of these sites read.
BEYOND_COMMONMARK = re.compile(
    r"[a-zA-Z0-9+]+://[!-~]+|www\.[!-~]+|[\w.+%-]+@[\w.-]+"
    r"|\$[^$\n\u4e00-\u9fff]+\$|\{#[^\s}]+\}|\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{/\*.*?\*/\}",
)
MARKDOWN_IN_HTML = re.compile(r"`[^`\n]*`|\]\([^)\n]*\)")
OPAQUE = ("script", "style", "pre", "code", "textarea")


class Claim(NamedTuple):
    """What the parser says of one token: all of its source at [start, end) is to be ``hidden``, or none."""

    kind: str
    start: int
    end: int
    hidden: bool


class Elements(HTMLParser):
    """Claims about the tags, comments and texts of one HTML block."""

    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.claims: list[Claim] = []
        self._opaque = 0
        self._starts = [start + match.end() for match in re.finditer(r"^|\n", source[start:end])]
        self.feed(source[start:end])

    def _claim(self, kind: str, text: str, *, hidden: bool) -> None:
        line, column = self.getpos()
        start = self._starts[line - 1] + column
        self.claims.append(Claim(kind, start, start + len(text), hidden))

    def handle_starttag(self, tag: str, *_: object) -> None:
        """Claim that the tag is hidden, and what follows in an opaque element."""
        self._claim("tag", self.get_starttag_text() or "", hidden=True)
        self._opaque += tag in OPAQUE

    def handle_startendtag(self, *_: object) -> None:
        """Claim that the tag is hidden; it holds nothing."""
        self._claim("tag", self.get_starttag_text() or "", hidden=True)

    def handle_endtag(self, tag: str) -> None:
        """Claim that the tag is hidden."""
        self._claim("tag", f"</{tag}", hidden=True)
        self._opaque -= tag in OPAQUE

    def handle_comment(self, data: str) -> None:
        """Claim that the comment is hidden."""
        self._claim("comment", f"<!--{data}", hidden=True)

    def handle_data(self, data: str) -> None:
        """Claim that the text stays, unless the element is opaque."""
        self._claim("element" if self._opaque else "text of HTML", data, hidden=bool(self._opaque))


class Oracle:
    """The claims of markdown-it about one text; offsets are found from line to line and token to token."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.claims: list[Claim] = []
        self.lost = 0
        self._starts = [0, *(match.end() for match in re.finditer("\n", source)), len(source)]

    def read(self, markdown: MarkdownIt) -> "Oracle":
        """Parse the source and claim what each token says of it."""
        lines = [0, 0]
        position = end = 0
        for token in markdown.parse(self.source):
            if token.map and token.map != lines:
                lines = token.map
                position, end = self._starts[lines[0]], min(len(self.source), self._starts[lines[1]])
            if token.type in ("fence", "front_matter"):
                self._claim_lines(token, lines)
            elif token.type == "html_block":
                self.claims += Elements(self.source, position, end).claims
            elif token.type == "inline":
                position = self._read_inline(token.children or [], position, end)
        return self

    def _claim_lines(self, token: Token, lines: list[int]) -> None:
        for number, content in enumerate(token.content.split("\n"), lines[0] + 1):
            if content.strip() and number < lines[1]:
                self._claim(token.type, content.strip(), self._starts[number], self._starts[number + 1], hidden=True)

    def _read_inline(self, tokens: list[Token], position: int, end: int) -> int:
        targets: list[Token] = []
        opaque = 0
        for token in tokens:
            if token.type == "link_open":
                targets.append(token)
            elif token.type == "link_close":
                position = self._claim_target(str(targets.pop().attrs["href"]), position, end)
            elif token.type == "image":
                position = self._read_inline(token.children or [], position, end)
                position = self._claim_target(str(token.attrs["src"]), position, end)
            elif token.type == "html_inline":
                position = self._claim(token.type, token.content, position, end, hidden=True)
                opaque += nesting(token.content)
            elif token.type == "code_inline":
                position = self._claim_code(token, position, end)
            elif token.type in ("text", "text_special"):
                text = token.markup if token.type == "text_special" else token.content
                hidden = bool(opaque) or (bool(targets) and targets[-1].info == "auto")
                position = self._claim(token.type, text, position, end, hidden=hidden)
        return position

    def _claim(self, kind: str, content: str, position: int, end: int, *, hidden: bool) -> int:
        start = self.source.find(content, position, end)
        if start < 0:
            self.lost += 1
            return position
        if content:
            self.claims.append(Claim(kind, start, start + len(content), hidden))
        return start + len(content)

    def _claim_code(self, token: Token, position: int, end: int) -> int:
        position = self.source.find(token.markup, position, end) + len(token.markup)
        for word in token.content.split():
            position = self._claim(token.type, word, position, end, hidden=True)
        return self.source.find(token.markup, position, end) + len(token.markup)

    def _claim_target(self, target: str, position: int, end: int) -> int:
        opening = self.source.find("](", position, end)
        if opening < 0 or self.source[position:opening].strip("*_~`"):
            return position
        return self._claim("target", target, opening, end, hidden=True)


def nesting(tag: str) -> int:
    """Return 1 for a tag that opens an opaque element, -1 for one that closes it, 0 for any other."""
    name = re.match(r"</?(\w+)", tag)
    if not name or name[1].lower() not in OPAQUE or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def parser() -> MarkdownIt:
    """Return the oracle's parser: each token as it stands in the source, and indented text is text."""
    markdown = MarkdownIt("commonmark").enable("table").disable(["code", "entity", "text_join"])
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]  # the target as it is written
    markdown.validateLink = lambda _: True  # type: ignore[method-assign, assignment]  # any target is one
    return markdown.use(front_matter_plugin)


def contradicts(claim: Claim, prose: str) -> bool:
    """Whether ``prose`` shows what the claim says is hidden, or hides any of what it says is text."""
    part = prose[claim.start : claim.end]
    return bool(part.strip(HIDDEN + " \t\n>")) if claim.hidden else HIDDEN in part


def is_explained(claim: Claim, source: str, prose: str) -> bool:
    """Whether all that is hidden of a text is what the rules beyond CommonMark name."""
    if claim.hidden:
        return False
    start, end = source.rfind("\n", 0, claim.start) + 1, source.find("\n", claim.end) % (len(source) + 1)
    explained = {
        offset
        for rule in (BEYOND_COMMONMARK, *([MARKDOWN_IN_HTML] if claim.kind == "text of HTML" else []))
        for match in rule.finditer(source[start:end])
        for offset in range(start + match.start(), start + match.end())
    }
    return all(offset in explained for offset in range(claim.start, claim.end) if prose[offset] == HIDDEN)


def test_agrees_with_a_commonmark_parser_on_real_documents() -> None:
    """Of more than 100,000 tokens none is hidden or shown against CommonMark, but for what the rules beyond it name."""
    if not CORPUS.is_dir():
        pytest.skip("the technical documents of ../shared/corpora are absent")
    markdown = parser()
    tokens = lost = explained = 0
    refuted: list[tuple[str, str, str]] = []
    for path in sorted(CORPUS.rglob("*.md")):
        source = path.read_text("utf-8-sig")
        prose = hide_markdown(source)
        oracle = Oracle(source).read(markdown)
        tokens += len(oracle.claims)
        lost += oracle.lost
        for claim in oracle.claims:
            if contradicts(claim, prose):
                if is_explained(claim, source, prose):
                    explained += 1
                else:
                    refuted.append((path.name, claim.kind, source[claim.start : claim.end]))

    assert refuted == []
    assert tokens > 100_000
    assert lost < 5
    assert explained < tokens * 3 / 100


@given(st.lists(st.sampled_from(("`", "``", "```", "\\", "\n", "文", "字 ")), max_size=14).map("".join))
def test_agrees_with_a_commonmark_parser_on_any_code(source: str) -> None:
    """Whatever the order of backticks, escapes and line breaks, code is what CommonMark calls code."""
    prose = hide_markdown(source)
    claims = Oracle(source).read(parser()).claims

    refuted = [claim for claim in claims if contradicts(claim, prose)]

    assert refuted == []
