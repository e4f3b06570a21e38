"""A check of one's own: old names of departments. Copy it, change the table, add the folder to ``plugins``."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good

NAMES = {"农业局": "农业农村局", "国土资源局": "自然资源局"}
_OLD = Pattern("|".join(NAMES), *NAMES)


class OldDepartmentName(Check):
    """部门旧称：机构改革后仍用旧名。

    Old names of departments, still in use after the reform.
    """

    code = "OWN001"
    name = "old-department-name"
    title = Text("部门旧称", "old department name")
    severity = Severity.WARNING
    basis = ("本单位机构改革方案",)
    examples = (
        bad("请报县⟦农业局⟧审核。", fixed="请报县农业农村局审核。"),
        good("请报县农业农村局审核。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every old name."""
        for match in _OLD.finditer(document.prose):
            span, new = Span(*match.span()), NAMES[match[0]]
            message = Text(f"“{match[0]}”已更名为“{new}”", f"{match[0]} is now called {new}")
            yield Finding(span, message, Fix(message, (Edit(span, new),)))
