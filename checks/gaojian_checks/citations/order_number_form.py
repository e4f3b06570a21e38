"""CIT006 order-number-form."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.clues import matches
from gaojian_checks.language.twin import in_both_scripts

_ORDER = Pattern(r"号令(?:(?<=[0-9]号令)|(?<=[一二三四五六七八九十百零〇]号令))")
_FORM = Pattern(
    r"(?P<agency>国务院|人民政府|[省市县区州府]政府|国家主席|主席|中央军委|[\u4e00-\u9fff]{2,8}[部委署局])"
    r"(?P<number>第 ?(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,7}) ?号)令$"
)
_REACH = 28
_BRACKETS = ("（）", "()")


class OrderNumberForm(Check):
    """令号写法：“市政府第25号令”，规范的写法是“市政府令第25号”。

    命令（令）的发文字号由发令机关、“令”和序号组成，序号在后。口头和旧文稿常说“第25号令”，意思不会误解，所以默认不查。

    不报：没有写发令机关的“第25号令”。

    The number of an order follows the word: 市政府令第25号. Off by default: the other order is common and never
    misunderstood.
    """

    code = "CIT006"
    name = "order-number-form"
    title = Text("令号写法", "number of an order")
    severity = Severity.NOTE
    needs = ("号令",)
    weight = 0.1
    opt_in = True
    basis = ("GB/T 9704—2012 10.2：命令（令）格式的令号为“第×号”，编排在机关名称加“命令”或“令”之下",)
    examples = (
        bad("依照青山市⟦人民政府第31号令⟧执行。", fixed="依照青山市人民政府令第31号执行。"),
        bad("《粮油储存办法》⟦（市政府第25号令）⟧已经公布。", fixed="《粮油储存办法》（市政府令第25号）已经公布。"),
        bad("⟦国务院第四百零六号令⟧公布。", fixed="国务院令第四百零六号公布。"),
        good("依照国务院令第406号和第25号令执行，接到1号令后出发。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every order whose number precedes the word."""
        prose = document.prose
        for match in matches(document, "号", _ORDER):
            form = _FORM.search(prose, max(0, match.start() - _REACH), match.end())
            if form is None:
                continue
            whole = Span(form.start("number"), form.end())
            right = f"令{form['number']}"
            yield Finding(
                _with_brackets(prose, Span(*form.span())),
                Text(f"令号写作“{form['agency']}{right}”", f"write the order as “{form['agency']}{right}”"),
                Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(whole, right),)),
            )


def _with_brackets(prose: str, span: Span) -> Span:
    """Return ``span`` with the brackets around it, if it is all that they hold."""
    outer = Span(max(0, span.start - 1), span.end + 1)
    return outer if prose[outer.start] + prose[span.end : outer.end] in _BRACKETS else span
