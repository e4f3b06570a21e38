"""MET004 page-number-residue."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Fix, Kind, Pattern, Safety, Severity, Text, bad, good
from gaojian_checks.language.scarce import scarce
from gaojian_checks.residue._lines import deletion, lines_at

_NUMBER = "[0-9０-９]{1,3}"
_WHOLE = Pattern(
    rf"[—–\-－]{{1,2}} ?{_NUMBER} ?[—–\-－]{{1,2}}|第 ?{_NUMBER} ?[页頁](?:[ ，,/]?共 ?{_NUMBER} ?[页頁])?"
)
_HYPHEN = Pattern(rf"-(?= ?{_NUMBER} ?[—–\-－])", "-")
_LEADS = frozenset("—–－页頁")


class PageNumberResidue(Check):
    """页码残留：“— 3 —”“第3页 共10页”独占一行，夹在正文中间。

    从 PDF 或扫描件转换时，页码没有去掉，把一段话切成了两段。全文只报一条，给出处数，修复时删去这些行；
    删后请看看前后是否该接成一段。

    不报：文末最后一行（打印稿的页码）、PDF 文件（它的每一页都有页码）、Markdown 的分隔线和列表、代码。

    A page number on a line of its own within the text, once a document with the count. The last line, PDF files and
    Markdown are left alone.
    """

    code = "MET004"
    name = "page-number-residue"
    title = Text("页码残留", "page number within the text")
    severity = Severity.WARNING
    basis = ("GB/T 9704—2012 7.5：页码编排在版心下边缘之下，不属正文",)
    needs_paragraphs = True
    needs = ("—|–|－|-|页|頁", "0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９")
    examples = (
        bad("全年完成清淤\n⟦— 3 —⟧\n二十处，加固堤防。", fixed="全年完成清淤\n二十处，加固堤防。"),
        bad(
            "完成清淤。\n⟦第3页 共10页⟧\n加固堤防。\n第4页 共10页\n验收合格。",
            fixed="完成清淤。\n加固堤防。\n验收合格。",
        ),
        good("全年完成清淤。\n— 3 —\n"),
        good("见本书第3页。\n— 三 —\n3\n甲方第3页"),
        good({"手册.md": "完成清淤。\n\n- 3 -\n\n加固堤防。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first page number that text follows."""
        if document.kind is not Kind.TEXT:
            return
        prose = document.prose
        leads = document.get(scarce).leads
        places = [at for lead in leads.keys() & _LEADS for at in leads[lead]]
        places += [match.start() for match in _HYPHEN.finditer(prose)]
        last = len(prose.rstrip())
        spans = [span for span in lines_at(document, sorted(places), _WHOLE) if span.end < last]
        if not spans:
            return
        count = len(spans)
        zh = f"，全文共{count}处" if count > 1 else ""
        en = f" ({count} places)" if count > 1 else ""
        edits = tuple(deletion(document, span) for span in spans)
        yield Finding(
            spans[0],
            Text(f"页码夹在正文中间，请删去这一行{zh}", f"a page number within the text; delete the line{en}"),
            Fix(Text("删去页码行", "delete the page numbers"), edits, Safety.UNSAFE),
        )
