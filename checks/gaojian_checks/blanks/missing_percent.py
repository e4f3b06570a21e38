"""BLK002 missing-percent."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good

_BARE = Pattern(r"[%％](?<=[增长升降占达高低减少幅][%％])(?=[，。；、,;])", "%", "％")


class MissingPercent(Check):
    """百分比缺数：“增长%”“占%”前没有数字。

    A percent sign with a verb before it and a stop after it.
    """

    code = "BLK002"
    name = "missing-percent"
    title = Text("百分比缺数", "missing percentage")
    severity = Severity.ERROR
    basis = ("GB/T 15835—2011 5.1.1",)
    examples = (
        bad("全年产值增长⟦%⟧，创历史新高。"),
        good("全年产值增长12%，创历史新高。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every percent sign without a number."""
        for match in _BARE.finditer(document.prose):
            yield Finding(Span(*match.span()), Text("“%”前缺数字", "no number before the percent sign"))
