"""PUN011 semicolon-after-full-stop."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good

_SEMICOLON = Pattern("；(?=[二三四五六七八九十]是)", "；")
_NUMERALS = "一二三四五六七八九十"
_REACH = 400
_CLOSERS = frozenset("”’》）")


class SemicolonAfterFullStop(Check):
    """分号层级：“一是……。……；二是……”，一项之内已用句号，各项之间就不能再用分号。

    句号的停顿大于分号，分号管不住前面的句子。各项之间请改用句号，或者把项内的句号改为逗号。

    不报：引号、括号里的句号，项内没有句号的列举。

    A semicolon between items of which one holds a full stop, which parts more than a semicolon does. Full stops inside
    quotation marks and brackets are left alone.
    """

    code = "PUN011"
    name = "semicolon-after-full-stop"
    title = Text("分号层级", "semicolon after a full stop")
    severity = Severity.NOTE
    weight = 0.1
    needs = ("；二是|；三是|；四是|；五是|；六是|；七是|；八是|；九是|；十是",)
    basis = ("GB/T 15834—2011 A.5：列举的任一项中有句号时，各项末尾不用分号",)
    examples = (
        bad(
            "一是抓春耕。种子已备齐⟦；⟧二是抓防汛；三是抓造林。",
            fixed="一是抓春耕。种子已备齐。二是抓防汛；三是抓造林。",
        ),
        good("一是抓春耕，种子已备齐；二是抓防汛；三是抓造林。"),
        good("去年成绩很大。一是粮食增产；二是水利提速。"),
        good("一是老支书说“地不能荒。”；二是村民（共三十户。）响应；三是抓造林。"),
        good({"手册.md": "`一是。；二是`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every semicolon that ends an item with a full stop in it."""
        prose = document.prose
        for semicolon in _SEMICOLON.finditer(prose):
            at = semicolon.start()
            line = document.line_around(at, _REACH)
            mark = _NUMERALS[_NUMERALS.index(prose[at + 1]) - 1] + "是"
            start = prose.rfind(mark, line.start, at)
            stop = prose.rfind("。", start, at) if start >= 0 else -1
            if stop >= 0 and prose[stop + 1] not in _CLOSERS:
                span = Span(at, at + 1)
                yield Finding(
                    span,
                    Text(
                        f"“{mark}”一项里已有句号，项末不能再用分号",
                        f"the item {mark} holds a full stop, so it cannot end with a semicolon",
                    ),
                    Fix(Text("改为句号", "change to a full stop"), (Edit(span, "。"),)),
                )
