"""SCR002 stray-simplified."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.script import TRADITIONAL
from gaojian_checks.script._strays import findings

# Used in Traditional text as well, though Big5 has no code for them.
_LEGAL = "着裏綫爲羣峯"


class StraySimplified(Check):
    """夹杂简体：繁体文稿里混进了个别简体字（“依規定办理發給”）。

    多从简体网页复制，或者转换时漏了个别字。按上下文用词给出对应的繁体字；一个简体字可能对应几个繁体字，改前请核对。

    不报：引号、书名号里的简体，成段的简体，繁体也用的字（台、里、后、着），日文，代码，简体或简繁相间的文稿。

    A few Simplified characters in a Traditional text. Quotations, titles, passages in Simplified characters, characters
    that both scripts share, Japanese, code and texts in both scripts are left alone.
    """

    code = "SCR002"
    name = "stray-simplified"
    title = Text("夹杂简体", "stray Simplified character")
    severity = Severity.WARNING
    weight = 0.5
    basis = ("图书编校质量差错认定细则 7—10：繁简混用",)
    examples = (
        bad(
            "國家考試依這個規定⟦办⟧理，無故不到者為缺考，發給證書。",
            fixed="國家考試依這個規定辦理，無故不到者為缺考，發給證書。",
        ),
        good("國家考試所稱「办理」為簡體，無須改正，發給個人。"),
        good("國家公布後，這個里長依台北市規定為之，無誤。"),
        good("国家规定无一例外，发给个人。"),
        good({"手冊.md": "這個變數寫作 `办`，國內無人發現，為程式碼。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every stray; none where there are so many that the text is in both scripts."""
        return findings(document, TRADITIONAL, _LEGAL, _message)


def _message(wrong: str, right: str) -> Text:
    return Text(f"繁体文稿里的简体字“{wrong}”，应作“{right}”", f"Simplified “{wrong}” for “{right}”")
