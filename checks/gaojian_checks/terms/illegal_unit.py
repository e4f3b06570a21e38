"""TRM003 illegal-unit."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Text, bad, good
from gaojian_checks.terms._words import Words

_RENAMED = {"公尺": "米", "公分": "厘米", "公寸": "分米", "公厘": "毫米", "公升": "升", "瓩": "千瓦", "浬": "海里"}
_OTHERS = ("市斤", "市尺", "市亩", "英尺", "英寸", "吋", "呎", "英磅", "加仑", "马力")
_UNITS = Words((*_RENAMED, *_OTHERS), "瓩浬呎磅仑厘吋寸尺斤亩马升分")
_NUMBER = Pattern("(?:[0-9]|[一二三四五六七八九十百千万两几数多余]) ?(?:平方|立方)?$")


class IllegalUnit(Check):
    """非法定单位：“三十公尺”应作“三十米”，“市斤”“英尺”“马力”应换算成法定计量单位。

    名称之差（公尺和米、公升和升）直接给出修改；大小不同的单位（市斤、英尺）只提示，数值要重新换算。引述旧文件、商品规格和
    乡村材料中常有，所以默认不查。亩、斤、吨、公里、公斤不报。

    不报：前面没有数字的，繁体文稿（台湾以公尺、公分为法定单位）。

    Units that are not legal in mainland China. Off by default: quotations of old papers and sizes of goods have them.
    """

    code = "TRM003"
    name = "illegal-unit"
    title = Text("非法定单位", "unit that is not legal")
    severity = Severity.NOTE
    opt_in = True
    profiles = {"zh-hant": None}
    needs = ("尺|分|寸|厘|升|瓩|浬|斤|亩|吋|呎|磅|仑|马",)
    basis = ("GB 3100—1993", "《图书编校质量差错认定细则》第48条")
    examples = (
        bad("渠道长三十⟦公尺⟧，储水800⟦公升⟧。", fixed="渠道长三十米，储水800升。"),
        bad("面积20平方⟦公尺⟧，亩产800⟦市斤⟧。", fixed="面积20平方米，亩产800市斤。"),
        good("渠道长三十米，亩产800斤，运距6公里，收粮3公斤。"),
        good("求公分母，开足马力。"),
        good("長三十公尺，寬五公分，依本條例辦理。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every such unit behind a number."""
        prose = document.prose
        for span in _UNITS.spans(prose):
            if not _NUMBER.search(prose, max(0, span.start - 5), span.start):
                continue
            unit = prose[span.start : span.end]
            legal = _RENAMED.get(unit)
            if legal:
                zh, en = f"“{unit}”的法定名称是“{legal}”", f"the legal name of {unit} is {legal}"
                fix = Fix(Text(f"改为“{legal}”", f"change to {legal}"), (Edit(span, legal),))
                yield Finding(span, Text(zh, en), fix)
            else:
                yield Finding(
                    span,
                    Text(f"“{unit}”不是法定计量单位，请换算", f"{unit} is no legal unit; convert the quantity"),
                )
