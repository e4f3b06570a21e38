"""PLH009 symbol-mask."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.placeholders._masks import Frame, masks_of
from gaojian_checks.placeholders._openings import openings

# （　　）年: blanks that wait for a number, known by the unit behind the bracket.
_BLANK_BRACKET = Pattern("（(?:\u3000|  )[ \u3000]{0,8}）(?=年|月|日|号|[万萬亿億]?元|[%％]|[个個项項次人名户件届屆])")
_DOTS = Pattern(r"……(?:年(?!底|末|初|中|来|代|级|轻|度)|[万萬亿億]元|[%％])", "…")


class SymbolMask(Check):
    """符号占位：名称、数字的位置上是“□□”“○○”“**”“____”“（　　）”，没有填上。

    这些符号是留空待填的记号，或内容被过滤后的残迹。只在框架里认：后面紧跟单位、
    地名通名、职务；冒号后的横线只作提示。

    不报：勾选框（“□是 □否”）、Markdown 的粗体和分隔线、隐去的电话和证件号（“138****1234”）、写成“○”的零、
    法规、案例和繁体文书中的“○○公司”、试题里的填空、征文题目里的横线。

    A name or number left as a run of symbols, known by the unit or noun behind it; a line to
    write on after a colon is a note. Checkboxes, emphasis, privacy masks,
    circles that are zeros, statutes and cases are left alone.
    """

    code = "PLH009"
    name = "symbol-mask"
    title = Text("符号占位", "symbol mask")
    severity = Severity.WARNING
    profiles = {"specimen": None}
    needs = ("○|●|△|□|*|＊|_|＿|（　|（  |……",)
    basis = ("GB/T 9704—2012 7.2", "实测：干净语料中“□□”“**县”“____件”为零")
    examples = (
        bad("⟦□□⟧县积极推进改革。"),
        bad("全年审结案件⟦____⟧件，审结率⟦____⟧%，标的额⟦____⟧亿元。"),
        bad("新修农村公路⟦*⟧个，桥梁2个。"),
        bad("要兴⟦**⟧县先兴水，⟦**⟧镇也不例外。"),
        bad("本次采购预算⟦**⟧元。"),
        bad("⟦○○⟧县政府召开座谈会。"),
        bad("联系人：⟦____⟧"),
        bad("工程总投资⟦（　　）⟧万元。"),
        bad("签发人：⟦□□□⟧"),
        bad("完成产值⟦……⟧万元。"),
        good("□是 □否 □其他"),
        good("**省级选拔赛**用于选拔各县选手。"),
        good({"手册.md": "总表按 **8 类文种** 统一管理，其中 **通知、请示** 最常用。\n"}),
        good("身份证号5101**********1234，电话138****5678。"),
        good("基準面積為一、○○○平方公尺。"),
        good("请以“让我_______”为题写一篇作文。"),
        good("下列说法正确的是（　　）。"),
        good("名稱應為○○縣○○會。"),
        good("持有○○股份有限公司的股票。", profile="statute"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every run of symbols in the place of a name or a number."""
        found = [(mask.span, mask.severity) for mask in masks_of(document, Frame.SYMBOL)]
        found += [(span, None) for span in _blanks(document)]
        for span, severity in found:
            text = document.text[span.start : span.end]
            yield Finding(
                span,
                Text(
                    f"内容没有填：“{text}”是留空的符号，请补上", f"not filled in: “{text}” stands where text is wanted"
                ),
                severity=severity,
            )


def _blanks(document: Document) -> list[Span]:
    prose = document.prose
    starts = document.get(openings)
    spans = [Span(*match.span()) for start in starts if (match := _BLANK_BRACKET.match(prose, start))]
    spans += [Span(match.start(), match.start() + 2) for match in _DOTS.finditer(prose)]
    if spans and document.get(genre) in {Genre.STATUTE, Genre.CASE}:
        return []
    return spans
