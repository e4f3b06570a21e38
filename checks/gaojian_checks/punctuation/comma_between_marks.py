"""PUN003 comma-between-marks."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.punctuation._era import is_older_than_the_norm

_PATTERNS = (
    Pattern("》[ \u3000]?、[ \u3000]?《", "》"),
    Pattern("”[ \u3000]?、[ \u3000]?“", "”"),
)
# 《甲》（海外版）、《乙》: where one item is explained, commas keep the items apart.
_EXPLAINED = Pattern(r"[》”][（(][^（）()\n]{1,30}[）)][ \u3000]?、")
_STOPS = "。；！？\n\r"
_REACH = 200


class CommaBetweenMarks(Check):
    """引号、书名号间的顿号：“《甲》、《乙》”可作“《甲》《乙》”。

    相邻的引号或书名号已把各项分开，其间通常不用顿号。

    两种写法都很常见（实测 2190 万字：“》、《”733 处，“》《”1077 处；“”、“”325 处，“”“”158 处），标准也只说“通常”，
    所以默认不查；要统一写法的，用 --select PUN003 打开。

    不报：并列项后有括注的（《甲》（海外版）、《乙》），2012年6月以前的文稿，繁体文稿。

    A comma between two quoted items or titles, which their marks keep apart already. Both usages are common and the
    norm says “usually”, so this runs only when it is selected. Series with an item explained in brackets, documents
    older than the norm and Traditional text are left alone.
    """

    code = "PUN003"
    name = "comma-between-marks"
    title = Text("引号、书名号间的顿号", "comma between quoted items")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    profiles = {"zh-hant": None}
    needs = ("》|”",)
    basis = ("GB/T 15834—2011 4.5.3.5", "实测：现行文件两种写法并存，733 处对 1077 处")
    examples = (
        bad("学习《会计法⟦》、《⟧审计法⟦》、《⟧统计法》。", fixed="学习《会计法》《审计法》《统计法》。"),
        bad("开展“春耕⟦”、 “⟧夏管⟦”、“⟧秋收”活动。", fixed="开展“春耕”“夏管”“秋收”活动。"),
        good("《会计法》《审计法》和“春耕”“夏管”。"),
        good("订阅《农民日报》（海外版）、《农村工作》、《半月谈》。"),
        good("学习《会计法》、审计制度、“三公”经费规定。"),
        good("2009年度总结\n学习《会计法》、《审计法》。", whole=True),
        good("依《國民教育法》、《會計法》辦理。"),
        good({"手册.md": "`《甲》、《乙》`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every comma."""
        prose = document.prose
        spans = [Span(*match.span()) for pattern in _PATTERNS for match in pattern.finditer(prose)]
        spans = [span for span in spans if not _is_explained(document, span)]
        if not spans or document.get(is_older_than_the_norm):
            return
        for span in spans:
            shown = prose[span.start] + prose[span.end - 1]
            yield Finding(
                span,
                Text(f"“{shown}”之间通常不用顿号", f"no comma is needed between {shown}"),
                Fix(Text("删去顿号", "delete the comma"), (Edit(Span(span.start + 1, span.end - 1), ""),), Safety.SAFE),
            )


def _is_explained(document: Document, span: Span) -> bool:
    """Return whether an item of the same sentence has a remark in brackets."""
    prose, line = document.prose, document.line_around(span.start, _REACH)
    before = prose[line.start : span.start]
    start = line.start + max(map(before.rfind, _STOPS)) + 1
    ends = [end for stop in _STOPS if (end := prose.find(stop, span.end, line.end)) >= 0]
    return _EXPLAINED.search(prose, start, min(ends, default=line.end)) is not None
