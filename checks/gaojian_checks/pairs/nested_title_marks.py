"""QUO007 nested-title-marks."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Safety, Severity, Text, bad, good
from gaojian_checks.pairs._findings import nested_pairs
from gaojian_checks.pairs._marks import TITLE_MARKS


class NestedTitleMarks(Check):
    """书名号嵌套同级：《……《……》……》。书名号里还要用书名号时，外面一层用双书名号，里面一层用单书名号。

    常见于“《关于印发《……办法》的通知》”。可以放心改成〈〉。

    不报：已经用〈〉的；三层时最里面再用《》的；代码。

    Double title marks directly inside double ones: the inner ones are single. Titles that use 〈〉 already, the third
    level, and code are left alone.
    """

    code = "QUO007"
    name = "nested-title-marks"
    title = Text("书名号嵌套同级", "nested title marks of one kind")
    severity = Severity.WARNING
    weight = 0.1
    needs = ("《",)
    basis = ("GB/T 15834—2011 4.15.3.5",)
    examples = (
        bad("执行《关于印发⟦《节水办法》⟧的通知》。", fixed="执行《关于印发〈节水办法〉的通知》。"),
        bad("《⟦《河湖志》⟧⟦《水经》⟧校读》。", fixed="《〈河湖志〉〈水经〉校读》。"),
        good("执行《关于印发〈节水办法〉的通知》。"),
        good("《关于修改〈市实施《节水法》办法〉的决定》。"),
        good("《节水办法》《供水办法》同时废止。"),
        good({"示例.md": "`《甲《乙》丙》`"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every title directly inside one with the same marks."""
        message = Text("书名号里面再用书名号，里层应改为 {}", "inside a title the inner marks are single: write {}")
        return nested_pairs(document, (TITLE_MARKS,), message, Safety.SAFE)
