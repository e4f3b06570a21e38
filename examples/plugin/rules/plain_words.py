"""A check that is a table: words that this office writes in one way only."""

from gaojian import Preferred, Severity, Text, bad, good


class PlainWords(Preferred):
    """本单位用语：同一个意思只用一种写法。

    不报：已经写对的，如“高标准农田”中的“标准农田”。

    Words that this office writes in one way only.
    """

    code = "OWN002"
    name = "plain-words"
    title = Text("本单位用语", "words of this office")
    severity = Severity.NOTE
    basis = ("本单位公文写作手册",)
    terms = {"标准农田": "高标准农田", "其它": "其他", "帐号": "账号"}
    examples = (
        bad("建成⟦标准农田⟧三千亩。", fixed="建成高标准农田三千亩。"),
        bad("⟦其它⟧事项另行通知。", fixed="其他事项另行通知。"),
        good("高标准农田和其他耕地，均凭本单位账号填报。"),
    )
