"""ABB003 abbreviation-unused."""

from collections.abc import Iterator
from itertools import islice

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good

_DECLARATION = Pattern(
    "下(?<=以下)(?:均|统)?简?称为?(?P<open>[“《]?)(?P<short>[^“”《》（）()，。；、：\n\ufffc]{2,16})[”》]?[）)]",
    "下",
)
_INTRODUCTIONS = ("以下简称", "以下统称", "以下均称")
# Each is looked for in the rest of the text.
_MOST_DECLARATIONS = 300


class AbbreviationUnused(Check):
    """简称定义后不用：写了“（以下简称试验区）”，后文再没有出现过“试验区”。

    简称说明了却不用，多半是后文改写过，或者一直在写全称。删去说明，或者后文改用简称。法规汇编、节录的文稿常有，
    所以默认不查。

    不报：后文用过的简称，繁体文稿。

    A short form is declared and never used. Off by default: excerpts and collections often have it.
    """

    code = "ABB003"
    name = "abbreviation-unused"
    title = Text("简称定义后不用", "declared short form is not used")
    severity = Severity.NOTE
    opt_in = True
    # Every regulation of Taiwan declares 本法 in its first article, used or not.
    profiles = {"zh-hant": None}
    needs = ("以下简称|以下统称|以下均称",)
    basis = ("《立法技术规范（试行）（一）》：简称在后文需要重复使用时才说明",)
    examples = (
        bad("青山粮食储备中心（以下简称⟦储备中心⟧）建成。青山粮食储备库投用。"),
        bad("《储备粮管理条例》（以下简称《⟦储备条例⟧》）施行。"),
        good("青山粮食储备中心（以下简称储备中心）建成，储备中心已投用。"),
        good("《储备粮管理条例》（以下简称“条例”）施行。条例共五章。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every declared short form that does not occur again."""
        prose = document.prose
        declarations = list(islice(_DECLARATION.finditer(prose), _MOST_DECLARATIONS))
        # A document that writes 以下称 throughout keeps to a form of its own.
        for match in declarations if declarations and any(words in prose for words in _INTRODUCTIONS) else ():
            if prose.find(match["short"], match.end()) < 0:
                yield Finding(
                    Span(*match.span("short")),
                    Text(
                        f"简称“{match['short']}”后文没有用过，请删去说明或改用简称",
                        f"the short form “{match['short']}” is not used afterwards",
                    ),
                )
