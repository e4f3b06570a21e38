"""CIT003 number-before-title."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.twin import in_both_scripts

_PLACE = Pattern("号《(?<=[0-9]号《)")
_CITATION = Pattern(
    r"(?<=[\u4e00-\u9fff])[〔\[（(]?(?:19|20)[0-9]{2}[〕\]）)] ?第?[0-9]{1,5}号"
    r"《[^《》\n]{2,80}(?:〈[^〈〉\n]{1,60}〉[^《》\n]{0,20})?》"
)
_REACH = 14


class NumberBeforeTitle(Check):
    """引文顺序：引用公文先引标题、后引发文字号：“《……》（国发〔2012〕10号）”。

    先写字号再写标题，意思不变，只是不合通例，所以默认不查。

    不报：标题在前、字号在括号里的引文，命令（“第406号令《……》”）。

    A document is cited by its title first, its number after it in brackets. Off by default: a matter of convention.
    """

    code = "CIT003"
    name = "number-before-title"
    title = Text("引文顺序", "number before the title")
    severity = Severity.NOTE
    weight = 0.1
    opt_in = True
    needs = ("号《",)
    basis = ("《国家行政机关公文处理办法》（2000年）：引用公文应当先引标题，后引发文字号；现行条例沿用这一写法",)
    examples = (
        bad("依据青政发⟦〔2012〕10号《关于储备粮管理的通知》⟧，开展自查。"),
        good("依据《关于储备粮管理的通知》（青政发〔2012〕10号），开展自查。"),
        good("国务院令第406号《储备粮条例》施行。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every citation that puts the number first."""
        prose = document.prose
        for match in matches(document, "号", _PLACE):
            citation = _CITATION.search(prose, max(0, match.start() - _REACH), match.end() + 90)
            if citation and citation.start() < match.start() < citation.end():
                yield Finding(
                    Span(*citation.span()),
                    Text(
                        "引用公文先写标题，再把发文字号放在括号里",
                        "cite the title first, the number after it in brackets",
                    ),
                )
