"""MET003 html-residue."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Kind, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import is_technical

_ENTITIES = {
    "nbsp": " ",
    "ensp": " ",
    "emsp": "\u3000",
    "lt": "<",
    "gt": ">",
    "amp": "&",
    "quot": '"',
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
    "mdash": "—",
    "hellip": "…",
    "middot": "·",
}
_ENTITY = Pattern(f"&(?:{'|'.join(_ENTITIES)});", "&")
_TAG = Pattern(
    "</?(?:p|br|div|span|strong|b|i|em|font|a|td|tr|th|table|tbody|img|ul|ol|li|h[1-6]|o:p)(?: [^<>\n]{0,200})?/?>", "<"
)
_HAN = "\u4e00", "\u9fff"


class HtmlResidue(Check):
    """标记残留：正文里有“&nbsp;”“<br>”“</p>”一类的网页代码。

    从网页或数据库导出时没有去净，读者看到的是一串代码。实体可以放心换成它所代表的字；标签删去之前请看看前后是否该分段。

    不报：Markdown（其中的标签和实体会显示为版式）、代码、技术文档。

    Entities and tags of HTML that were left in the text. Markdown, in which they are rendered, code and technical
    documents are left alone.
    """

    code = "MET003"
    name = "html-residue"
    title = Text("标记残留", "residue of HTML")
    severity = Severity.WARNING
    needs = ("&|<",)
    basis = ("报纸编校质量评比差错认定细则：衍文",)
    examples = (
        bad("春灌⟦&nbsp;⟧结束，&ldquo写错的不算。", fixed="春灌结束，&ldquo写错的不算。"),
        bad("列为⟦&ldquo;⟧样板⟦&rdquo;⟧工程。", fixed="列为“样板”工程。"),
        bad("春灌结束。⟦<br>⟧⟦</p>⟧夏管开始。", fixed="春灌结束。夏管开始。"),
        bad('见⟦<a href="x.html">⟧附件⟦</a>⟧。', fixed="见附件。"),
        good("x<y 且 y>z；研发费用 R&D；A<B>C。"),
        good({"手册.md": "春灌&nbsp;结束。<br>夏管开始。\n"}),
        good("页面里的 `<br>` 和 `</p>` 是标签。" + "`甲`" * 8),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every entity and every tag."""
        if document.kind is Kind.MARKDOWN or document.get(is_technical):
            return
        prose = document.prose
        for match in _ENTITY.finditer(prose):
            span = Span(*match.span())
            meant = _ENTITIES[match[0][1:-1]]
            if meant.isspace() and _stands_beside_han(prose, span):
                meant = ""
            yield _finding(span, match[0], meant, Safety.SAFE)
        for match in _TAG.finditer(prose):
            yield _finding(Span(*match.span()), match[0], "", Safety.UNSAFE)


def _stands_beside_han(prose: str, span: Span) -> bool:
    return any(
        _HAN[0] <= mark <= _HAN[1] for mark in (prose[span.start - 1 : span.start], prose[span.end : span.end + 1])
    )


def _finding(span: Span, written: str, meant: str, safety: Safety) -> Finding:
    title = Text(f"改为“{meant}”", f"change to {meant}") if meant.strip() else Text("删去", "delete it")
    return Finding(
        span,
        Text(f"网页代码“{written}”没有去净，请清除", f"“{written}” is left over from a web page"),
        Fix(title, (Edit(span, meant),), safety),
    )
