"""ABB001 undefined-abbreviation."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_NOUN = Pattern("试验区|示范区|开发区|示范园|产业园|工业园|科技园|实验室|研究院|指挥部|基金会|储备中心|服务中心")
_QUOTED = ("“", "”")
# A short form is the noun in quotation marks, or two characters of a place and the noun.
_PLACED = Pattern("[\u4e00-\u9fff]{2}$")
_UNITS = "省市县区州旗镇乡"
_FULL = Pattern("[\u4e00-\u9fff、]{8,24}$")
_LONGEST = 24
_DECLARED = Pattern("简称为?[“《]?([\u4e00-\u9fff]{2,12})", "简称")


class UndefinedAbbreviation(Check):
    """简称未说明：全称是“青山市富民计划农业科技示范区”，文中直接写“示范区”（带引号）或“青山示范区”，没有说明是简称。

    非规范化的简称，应当先用全称并注明“以下简称……”。口头和内部材料中大家都明白，所以默认不查。信息指出全称所在的行。

    不报：注明过的简称，文中没有更长的全称的名称，法规、技术文档。

    A short form that the document does not declare. Off by default: in a house everybody knows them.
    """

    code = "ABB001"
    name = "undefined-abbreviation"
    title = Text("简称未说明", "short form is not declared")
    severity = Severity.NOTE
    opt_in = True
    profiles = {"statute": None, "technical": None}
    basis = ("《国家行政机关公文处理办法》（2000年）：使用非规范化简称，应当先用全称并注明简称",)
    examples = (
        bad("争取政策，推进⟦“示范区”⟧建设。青山市富民计划农业科技示范区已经批准。"),
        bad("编制了《⟦青山示范区⟧规划》。青山市富民计划农业科技示范区已经批准。"),
        good("青山市富民计划农业科技示范区（以下简称“示范区”）已经批准，“示范区”建设加快。"),
        good("推进“示范区”建设，编制《青山示范区规划》。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every short form of a long name that is not declared."""
        prose = document.prose
        full: dict[str, tuple[str, Span]] = {}
        short: list[tuple[str, Span]] = []
        for noun in _NOUN.finditer(prose):
            start, end = noun.span()
            if (prose[start - 1 : start], prose[end : end + 1]) == _QUOTED:
                short.append((noun[0], Span(start - 1, end + 1)))
                continue
            before = _FULL.search(prose, max(0, start - _LONGEST), start)
            if before:
                full.setdefault(noun[0], (before[0], Span(before.start(), end)))
                continue
            place = _PLACED.search(prose, max(0, start - 3), start)
            if place:
                short.append((noun[0], Span(place.start(), end)))
        declared = {match[1] for match in _DECLARED.finditer(prose)}
        for noun_word, span in short:
            known = full.get(noun_word)
            name = prose[span.start : span.end].strip("“”")
            if known is None or name in declared:
                continue
            if name == noun_word or any(name[:2] + unit in known[0] for unit in _UNITS):
                yield _finding(document, span, name, known[1])


def _finding(document: Document, span: Span, name: str, full: Span) -> Finding:
    line = document.line_number(full.start)
    return Finding(
        span,
        Text(
            f"简称“{name}”没有说明；全称见第{line}行，第一次使用时请注明“以下简称”",
            f"the short form “{name}” is not declared; the full name is in line {line}",
        ),
        related=(Related(full, Text("全称", "the full name")),),
    )
