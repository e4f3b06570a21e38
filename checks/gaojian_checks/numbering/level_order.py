"""NMB004 level-order."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.numbering import Mark, NumberStyle, Series, marks, numbering, numbers

# Which styles may not hold which: those of the norm count inwards.
_BRACKETED = frozenset({NumberStyle.ARABIC_BRACKETS, NumberStyle.HALF_BRACKET, NumberStyle.CIRCLED})
_OUTSIDE = {
    NumberStyle.HAN: _BRACKETED | {NumberStyle.HAN_BRACKETS, NumberStyle.ARABIC},
    NumberStyle.HAN_BRACKETS: _BRACKETED,
    NumberStyle.ARABIC: _BRACKETED - {NumberStyle.HALF_BRACKET},
}


class LevelOrder(Check):
    """层次错用：“（一）”底下又用“一、”，“1.”底下又用“一、”。

    序号的层次由外到内是“一、”“（一）”“1.”“（1）”“①”。用了低一层的序号以后，里面不能再用高一层的，否则读者分不清哪个管哪个。
    上一层的序号在后面接着往下排，才算是套在里面；每一种错用全文只报一处。

    不报：跳过一层（“一、”底下直接用“1.”），上一层已经结束的（附件另起“一、”），Markdown 标题（层次看 #），法条里的
    “一、”。

    A mark of a higher level stands within a lower one: 一、 within （一）. It counts as within only where the lower
    series goes on after it. Skipped levels, annexes and Markdown headings are left alone.
    """

    code = "NMB004"
    name = "level-order"
    title = Text("层次错用", "levels of numbers in the wrong order")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "GB/T 15834—2011 附录 B.3.8",
        "实测 1421 份文件的 6.3 万个序号：0 处",
    )
    needs_paragraphs = True
    examples = (
        bad("（一）水利\n⟦一、⟧清淤\n二、护岸\n（二）交通\n略。"),
        bad("1.水利\n⟦一、⟧清淤\n二、护岸\n2.交通\n略。"),
        bad("①水利\n⟦1.⟧清淤\n2.护岸\n②交通\n1.修桥\n2.铺路\n③能源\n略。"),
        good("一、水利\n1.清淤\n2.护岸\n二、交通\n略。"),
        good("一、水利\n（一）清淤\n1.挖泥\n（1）外运\n①装车\n②卸车\n（2）回填\n2.平整\n（二）护岸\n二、交通\n略。"),
        good("（一）水利\n（二）交通\n附件1\n一、渡口\n二、桥梁"),
        good({"手册.md": "## 1. 水利\n\n### 一、清淤\n\n### 二、护岸\n\n## 2. 交通\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for the first of every kind of inversion."""
        found, reported = document.get(numbers), set()
        around: dict[int, Series] = {}
        for series in document.get(numbering):
            outside = _OUTSIDE.get(series.style)
            if outside is None or series.parent is None or series.level:
                continue
            parent = found[series.parent].style
            if parent not in outside or (series.style, parent) in reported:
                continue
            around = around or {place: each for each in document.get(numbering) for place in each.members}
            holder = around[series.parent]
            # Only what goes on afterwards holds it; else this begins something new.
            if not holder.level and holder.members[-1] > series.members[-1]:
                reported.add((series.style, parent))
                places = document.get(marks)
                yield _finding(document, places[series.members[0]], places[series.parent])


def _finding(document: Document, mark: Mark, parent: Mark) -> Finding:
    line = document.line_number(parent.span.start)
    inner, outer = mark.number.written, parent.number.written
    message = Text(
        f"“{inner}”套在第 {line} 行的“{outer}”里面，层次颠倒；应依次用“一、”“（一）”“1.”“（1）”",
        f"“{inner}” stands within “{outer}” of line {line}; the order is 一、 （一） 1. （1）",
    )
    place = Text(f"上一层：第 {line} 行", f"the level above: line {line}")
    return Finding(mark.span, message, related=(Related(parent.span, place),))
