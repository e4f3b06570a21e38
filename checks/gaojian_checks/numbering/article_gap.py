"""NMB009 article-gap."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Kind, Severity, Span, Text, bad, good
from gaojian_checks.language.numbering import Irregularity, IrregularityKind, NumberStyle, irregularities, renumbered
from gaojian_checks.numbering._wording import elder, missing, mistyped, renumbering

_SENTENCE_ENDS = "。；"
_REACH = 4000
_REFERENCES = frozenset("、，。；第和至或及与规的所之款项")


class ArticleGap(Check):
    """条款跳号：“第五条”之后是“第七条”。

    法规、章程、合同的条文按序号引用，缺一条，后面的引用就全靠不住。条号写错了一个（后面接得上）的，给出应有的条号；
    缺的一条接排在上一段末尾的，指出它在哪里，确认后用 --unsafe-fixes 另起一段。

    不报：修正案和引文中的条文，只摘录部分条文的文件，“第六条之一”，删去而仍保留条号的（第十三條（刪除）），
    跨章连续编号；误写的条号（笫五十四条、第五十－条）由 NMB013 检查。

    An article is missing. Where it merely runs on in the paragraph before, the place is shown. Quoted articles,
    amendments, selections and articles put in later (第六条之一) are left alone.
    """

    code = "NMB009"
    name = "article-gap"
    title = Text("条款跳号", "gap in numbered articles")
    severity = Severity.WARNING
    basis = (
        "CY/T 35—2001：编号连续",
        "实测 915 份法规的 3.2 万条：2 处，都是网页转录时丢了一条",
    )
    needs_paragraphs = True
    examples = (
        bad(
            "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。\n"
            "⟦第四条⟧ 渡船每年检验一次。\n第五条 本办法自公布之日起施行。"
        ),
        bad(
            "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。\n"
            "⟦第五条⟧ 夜间停渡。\n第四条 本办法自公布之日起施行。",
            fixed=(
                "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。\n"
                "第三条 夜间停渡。\n第四条 本办法自公布之日起施行。"
            ),
        ),
        bad(
            "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。 ⟦第三条⟧夜间停渡。\n第四条 渡船每年检验一次。",
            fixed=(
                "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。\n"
                "第三条夜间停渡。\n第四条 渡船每年检验一次。"
            ),
        ),
        bad("第 1 條 本規則依法訂定。\n第 2 條 本會置委員九人。\n⟦第 4 條⟧ 本規則自發布日施行。"),
        good(
            "第一章　总则\n第一条 为了管好渡口，制定本办法。\n第二章　渡工\n第二条 渡工须持证上岗。\n第三条 夜间停渡。"
        ),
        good("第六條 會員大會每年召開一次。\n第六條之一 理事會每季召開一次。\n第七條 會費另定之。"),
        good("一、将第三条修改为：“第三条 夜间停渡。”\n二、增加一条，作为第七条：“第七条 渡船每年检验一次。”"),
        good("第一条修改为：\n第一条 为了管好渡口，制定本办法。\n第四条修改为：\n第四条 夜间停渡。"),
        good("一、增加两条：\n“第三条 夜间停渡。\n第九条 渡船每年检验一次。”\n二、删去第五条。"),
        good(
            "第二条 渡工须持证上岗。\n第七条 夜间停渡。\n"
            "第十五条 渡船每年检验一次。\n第二十二条 本办法自公布之日起施行。"
        ),
        good(
            "第一条 为了管好渡口，制定本办法。\n第二条 渡工须持证上岗。\n"
            "第五条、第六条规定的渡口除外。\n第三条 夜间停渡。"
        ),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every article before which one is missing."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.GAP and each.mark.number.style is NumberStyle.ARTICLE:
                yield _finding(document, each)


def _finding(document: Document, gap: Irregularity) -> Finding:
    related = elder(document, gap.before)
    if gap.is_mistyped:
        return Finding(gap.mark.span, mistyped(gap), renumbering(gap.mark, gap.expected), related)
    run_on = _run_on(document, gap)
    if run_on is not None:
        return run_on
    before, mark = gap.before.number.written, gap.mark.number.written
    message = Text(
        f"“{before}”之后是“{mark}”，缺{missing(gap)}；请对照原件补上",
        f"“{before}” is followed by “{mark}”: {missing(gap)} missing; restore it from the original",
    )
    return Finding(gap.mark.span, message, related=related)


def _run_on(document: Document, gap: Irregularity) -> Finding | None:
    """Return the finding on the missing article where it follows a sentence of the paragraph before."""
    prose, end = document.prose, gap.mark.span.start
    form = renumbered(gap.mark.number, gap.expected)
    place = prose.find(form, max(gap.before.span.end, end - _REACH), end)
    while place >= 0:
        after = place + len(form)
        stop = len(prose[:place].rstrip(" \t\u3000")) if place - gap.before.span.end < _REACH else place
        if prose[stop - 1] in _SENTENCE_ENDS and prose[after] not in _REFERENCES:
            line_break = "\n\n" if document.kind is Kind.MARKDOWN else "\n"
            title = Text("另起一段", "begin a paragraph")
            return Finding(
                Span(place, after),
                Text(f"“{form}”接排在上一段里，应另起一段", f"“{form}” runs on in a paragraph; begin one with it"),
                Fix(title, (Edit(Span(stop, place), line_break),)),
            )
        place = prose.find(form, after, end)
    return None
