"""Brackets that hold one blank, and boxes to tick: 县（ ）人民政府, 男（）女（）."""

from gaojian import Document, Pattern, Span

_BRACKETS = Pattern("[（(][ \u3000]{1,8}[）)]")
# Before a unit the blank waits for a number (PLH009), in a form for anything: 第（ ）期, 年（ ）月.
_UNIT = Pattern("[年月日号號期届屆次名元%％万萬亿億个個项項分题題字第岁歲]|人(?!民)|其[他它]")
_LINE_REACH = 80
_BOXES = Pattern("(?:[\u4e00-\u9fff]{1,4}[（(] ?[）)][ \u3000、，]{0,4}){2}")


def is_box(prose: str, span: Span) -> bool:
    """Whether the brackets are one of a row of boxes to tick: 男（）女（）."""
    return prose[span.start] in "（(" and _BOXES.search(prose, max(0, span.start - 10), span.end + 10) is not None


def is_gap(document: Document, span: Span) -> bool:
    """Whether the blank stands between two words, alone in its line: elsewhere it is a box, or a line to fill in."""
    prose = document.prose
    before, after = prose[max(0, span.start - 1) : span.start], prose[span.end : span.end + 1]
    if not ("\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff") or _UNIT.match(prose, span.end):
        return False
    if before == "在" and after in "内中里內裡裏":
        # 在（ ）内打勾: told to the reader of a form.
        return False
    line = document.line_around(span.start, _LINE_REACH)
    return len(_BRACKETS.compiled.findall(prose, line.start, line.end)) == 1
