"""Brackets that hold one blank: 县（ ）人民政府."""

from gaojian import Document, Pattern, Span

_BRACKETS = Pattern("[（(][ \u3000]{1,8}[）)]")
# Before a unit the blank waits for a number (PLH009), in a form for anything: 第（ ）期, 年（ ）月.
_UNIT = Pattern("[年月日号號期届屆次名元%％万萬亿億个個项項分题題字第]|人(?!民)")
_LINE_REACH = 80


def is_gap(document: Document, span: Span) -> bool:
    """Whether the blank stands between two words, alone in its line: elsewhere it is a box, or a line to fill in."""
    prose = document.prose
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    if not ("\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff") or _UNIT.match(prose, span.end):
        return False
    line = document.line_around(span.start, _LINE_REACH)
    return len(_BRACKETS.compiled.findall(prose, line.start, line.end)) == 1
