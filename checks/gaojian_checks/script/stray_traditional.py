"""SCR001 stray-traditional."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.script import SIMPLIFIED
from gaojian_checks.script._strays import findings

# 噁, 鱀 and 鮡 are standard in science, the others in names.
_LEGAL = "徵噁鱀鮡鎔濛於麴闆甯犇鍾剋嘌呤"


class StrayTraditional(Check):
    """夹杂繁体：简体文稿里混进了个别繁体字或旧字形（“审査”“工作報告中的問题”）。

    多从繁体网页或旧版排版文件复制而来。按上下文用词给出对应的简体字；一个繁体字可能对应几个简体字，改前请核对。

    不报：引号、书名号里的繁体（引文、书名），成段的繁体，人名地名常用的字（“朱镕基”作“鎔”的旧称等），日文，代码，
    繁体或简繁相间的文稿。

    A few Traditional characters in a Simplified text. Quotations, titles, passages in Traditional characters,
    characters of names and science, Japanese, code and texts in both scripts are left alone.
    """

    code = "SCR001"
    name = "stray-traditional"
    title = Text("夹杂繁体", "stray Traditional character")
    severity = Severity.WARNING
    weight = 0.5
    basis = ("国家通用语言文字法：以规范汉字为通用文字", "图书编校质量差错认定细则 7—10：繁简混用")
    examples = (
        bad(
            "县里发个通知，要求各单位对照检查这几个问⟦題⟧，国庆节前报送材料。",
            fixed="县里发个通知，要求各单位对照检查这几个问题，国庆节前报送材料。",
        ),
        bad("经办人审⟦査⟧以后发给个人，这项国家规定无一例外。", fixed="经办人审查以后发给个人，这项国家规定无一例外。"),
        good("这个词在港台写作“發展”，国内写作发展，无须改动。"),
        good("这项国标规定个别化学名称用噁字，发文无误。"),
        good("這份報告是國家發布的，無一例外。"),
        good({"手册.md": "这个变量写作 `題`，国内无人发现。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every stray; none where there are so many that the text is in both scripts."""
        return findings(document, SIMPLIFIED, _LEGAL, _message)


def _message(wrong: str, right: str) -> Text:
    return Text(f"简体文稿里的繁体字“{wrong}”，应作“{right}”", f"Traditional “{wrong}” for “{right}”")
