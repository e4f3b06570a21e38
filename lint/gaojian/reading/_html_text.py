"""The text of an HTML page as people see it: one paragraph a line, each run of it with its place in the source."""

import re

from gaojian.diagnostic import Text
from gaojian.prose import HIDDEN
from gaojian.reading._html_lists import LIST_TAGS, Label, Lists
from gaojian.reading._html_references import REFERENCE, resolve
from gaojian.reading._html_runs import Run, join_row
from gaojian.reading._html_tables import Grid, Row
from gaojian.reading._html_tokens import Kind, Scanner, Token
from gaojian.reading.content import ReadError

# What begins or ends a paragraph, whether its tag opens or closes.
_BLOCK_NAMES = """
    address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option
    p pre search section summary table tbody td tfoot th thead title tr ul xmp
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# No prose: code, and what a later version deleted.
_CODE = frozenset(("code", "pre", "kbd", "samp", "listing", "del"))
_VERBATIM = frozenset(("pre", "listing"))
# One character stands for what is no text, and for where a figure is raised: 10<sup>4</sup> is not 104.
_OBJECT_NAMES = "img svg math canvas video audio iframe object embed input select textarea sup sub"
_OBJECTS = frozenset(_OBJECT_NAMES.split())
_WORD = r"(?:[^ \t\n\r\f&]++|&(?![A-Za-z#]))++"
_PIECE = re.compile(
    rf"(?P<words>{_WORD}(?: {_WORD})*+)|(?P<blank>[ \t\n\r\f]++)|&(?P<reference>{REFERENCE})?",
)
_VERBATIM_PIECE = re.compile(
    r"(?P<words>[^\n\r&]++)|(?P<blank>\r\n?|\n)"
    rf"|&(?P<reference>{REFERENCE})?"
)
_TAG = re.compile(r"<[^>]*+>")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_BLANKS = frozenset(" \t\n\r\f")
# A gigabyte: each keeps its place in the source. A book of a million characters has a hundred thousand.
_MOST_RUNS = 4_000_000
_FIGURES = frozenset("0123456789%")
_DIRECTIVE = re.compile(r"<!--[ \t]*gaojian:[^\r\n>]{0,500}-->")
_LINE_BREAK = re.compile(r"[\n\r]")
# HTML has no other way to indent a paragraph.
_INDENTATION = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u3000"
_WIDE = re.compile(r"[‘’“”…—\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


class Extraction:
    """The runs of one page, put together token by token."""

    def __init__(self, source: str) -> None:
        self.runs: list[Run] = []
        self.title = self.description = slice(0, 0)
        self._source = source
        self._title_start = 0
        self._scanner = Scanner(source)
        self._is_written = False
        self._last = ""
        # The blank or object that stands before the next word, if there is one in the paragraph.
        self._gap: Run | None = None
        self._code_end = self._verbatim_end = 0
        self._rows: list[Row] = []
        self._tables = 0
        self._lists = Lists(source, self._scanner)
        for token in self._scanner.tokens():
            if token.kind in (Kind.TEXT, Kind.LITERAL):
                self._add_text(token.start, token.end, is_literal=token.kind is Kind.LITERAL)
            elif token.kind is Kind.COMMENT:
                self._add_comment(token)
            else:
                self._add_tag(token)
        self._end_paragraph()
        while self._rows:
            self._join_row(self._rows.pop())
        self._number(self._lists.end_all())

    def _add_tag(self, token: Token) -> None:
        kind, name, start, end = token
        if name in _BLOCKS:
            self._end_paragraph()
            if name in ("table", "tr", "td", "th"):
                self._add_table_tag(token)
            elif name in LIST_TAGS:
                self._number(self._lists.read(token))
            elif name == "title" and not self.title.stop:
                self._add_title(kind)
            elif name in _HEADINGS and self._rows:
                self._rows[-1].is_layout = True
        elif name in _OBJECTS:
            self._gap = Run(HIDDEN, start, end)
        if kind is Kind.END:
            return
        if name in _CODE and start >= self._code_end:
            self._enter_code(name, end)
        elif name == "meta":
            self._add_description(start, end)

    def _enter_code(self, name: str, position: int) -> None:
        self._code_end = self._scanner.closed_at(name, position)
        if name in _VERBATIM:
            self._verbatim_end = self._code_end
            if _is_prose(self._source[position : self._code_end]):
                self._code_end = 0

    def _add_table_tag(self, token: Token) -> None:
        is_start = token.kind is Kind.START
        if token.name == "table" and is_start:
            if self._rows:
                self._rows[-1].is_layout = True
            self._tables += 1
            self._rows.append(Row(Grid(self._tables)))
        elif not self._rows:
            return
        elif token.name in ("td", "th"):
            if is_start:
                self._add_cell(token)
        else:
            row = self._rows.pop()
            self._join_row(row)
            if token.name == "tr":
                self._rows.append(Row(row.grid))

    def _add_cell(self, token: Token) -> None:
        start, end = token.start, token.end
        is_merged = "span" in self._source[start:end].lower()
        spans = self._scanner.attributes(start, end) if is_merged else {}
        width, height = (self._source[slice(*spans.get(name, (0, 0)))] for name in ("colspan", "rowspan"))
        slot = self._rows[-1].add(len(self.runs), width, height)
        self._append(Run("", start, end, slot=slot))

    def _number(self, labels: list[Label]) -> None:
        for piece, text in labels:
            self.runs[piece] = self.runs[piece]._replace(text=text)

    def _add_title(self, kind: Kind) -> None:
        if kind is Kind.START:
            self._title_start = len(self.runs)
        else:
            self.title = slice(self._title_start, len(self.runs))

    def _add_description(self, start: int, end: int) -> None:
        spans = self._scanner.attributes(start, end)
        if "name" not in spans or "content" not in spans:
            return
        if self._source[slice(*spans["name"])].strip().lower() == "description":
            self._end_paragraph()
            first = len(self.runs)
            self._add_text(*spans["content"])
            self._end_paragraph()
            self.description = slice(first, len(self.runs))

    def _add_comment(self, token: Token) -> None:
        match = _DIRECTIVE.fullmatch(self._source, token.start, token.end)
        if match is None:
            return
        stands_alone = not self._is_written
        self._add(Run(match[0], token.start, token.end, is_hidden=True, is_directive=True))
        if stands_alone:
            self._end_paragraph()

    def _add_text(self, start: int, end: int, *, is_literal: bool = False) -> None:
        is_code, is_verbatim = start < self._code_end, start < self._verbatim_end
        for match in (_VERBATIM_PIECE if is_verbatim else _PIECE).finditer(self._source, start, end):
            if match.lastgroup == "words" or (is_literal and match[0][0] == "&"):
                self._add(Run(match[0], *match.span(), is_code))
            elif match.lastgroup == "reference":
                self._add_reference(*match.span(), is_code=is_code)
            elif match.lastgroup is None:
                self._add(Run("&", *match.span(), is_code))
            elif is_verbatim:
                self._end_line(*match.span())
            else:
                self._add_blank(*match.span())

    def _add_blank(self, start: int, end: int) -> None:
        if self._gap is None:
            self._gap = Run(" ", start, end)
        elif self._gap.text == " ":
            # A blank before a tag and one behind it are one blank.
            self._gap = self._gap._replace(end=end)

    def _add_reference(self, start: int, end: int, *, is_code: bool) -> None:
        written = self._source[start:end]
        meant, length = resolve(written)
        if meant in _BLANKS:
            self._add_blank(start, end)
        elif meant:
            self._add(Run(meant, start, start + length, is_code))
        if length < len(written):
            self._add(Run(written[length:], start + length, end, is_code))

    def _add(self, run: Run) -> None:
        """Add a run to the paragraph, and the gap before it unless the source only broke a line between characters."""
        if not self._is_written and not run.is_hidden:
            text = run.text.lstrip(_INDENTATION)
            if not text:
                return
            run = run._replace(text=text, start=run.end - len(text) if run.is_exact else run.start)
        elif self._is_written and self._gap is not None and not self._is_wrapped(run.text[0]):
            self._append(self._gap)
        self._gap = None
        if not self._is_written and not run.is_directive:
            label = self._lists.take(run.text, len(self.runs))
            if label:
                self._append(Run(label, self._lists.item_start, self._lists.item_start))
        self._append(run)
        self._last = run.text[-1]
        self._is_written = True

    def _append(self, run: Run) -> None:
        if len(self.runs) == _MOST_RUNS:
            raise ReadError(
                Text(
                    f"页面由 {_MOST_RUNS} 多个片段组成，无法检查；请另存为纯文本",
                    f"a page of more than {_MOST_RUNS} pieces cannot be checked; save it as plain text",
                )
            )
        self.runs.append(run)

    def _join_row(self, row: Row) -> None:
        if not row.is_layout:
            join_row(self.runs, row.borders)

    def _is_wrapped(self, following: str) -> bool:
        """Return whether the gap is where the source breaks the line of a Chinese sentence."""
        gap = self._gap
        if gap is None or gap.text != " " or not _LINE_BREAK.search(self._source, gap.start, gap.end):
            return False
        sides = [bool(_WIDE.match(side)) for side in (self._last, following)]
        return all(sides) or (any(sides) and any(side in _FIGURES for side in (self._last, following)))

    def _end_line(self, start: int, end: int) -> None:
        self._gap = None
        self._append(Run("\n", start, end))
        self._is_written = False

    def _end_paragraph(self) -> None:
        self._gap = None
        if self._is_written:
            end = self.runs[-1].end
            self._end_line(end, end)


def _is_prose(verbatim: str) -> bool:
    """Return whether a text with lines of its own is no code: LibreOffice saves plain text so, and so did old pages."""
    text = _TAG.sub("", verbatim)
    return len(_HAN.findall(text)) > len(_LATIN.findall(text))
