"""NMB005 numbering-style-mix."""

from collections import Counter
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Text, bad, good
from gaojian_checks.language.numbering import (
    IrregularityKind,
    Mark,
    NumberStyle,
    irregularities,
    marks,
    numbering,
    numbers,
    renumbered,
)
from gaojian_checks.numbering._wording import elder

_DOTS = ".．"
_SEPARATED = {NumberStyle.HAN: "、", NumberStyle.ARABIC: "."}


class NumberingStyleMix(Check):
    """序号样式混用：同级的序号有的写“1.”，有的写“2、”；或者“（一）”“（三）”之间夹着一个“二、”。

    同一层的序号应当一个样子，否则看不出层次；公文的写法是“一、”“（一）”“1.”“（1）”。每个清单报一处，改成同级多数的写法：
    点号不同的可以放心改，整个样式不同的确认后用 --unsafe-fixes 改。

    不报：不同层次的序号，“1.”与“1．”（点的全角半角之别），括号的全角半角之别（NMB011）。

    Siblings are numbered in different ways: 1. and 2、, or one of another style in the place of a missing one. The fix
    gives it the form of its siblings. Different levels, and full and half width of the same mark, are left alone.
    """

    code = "NMB005"
    name = "numbering-style-mix"
    title = Text("序号样式混用", "siblings numbered in different ways")
    severity = Severity.WARNING
    weight = 0.1
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件的 6.3 万个序号：0 处",
    )
    needs_paragraphs = True
    examples = (
        bad("1.清淤。\n⟦2、⟧护岸。\n3.绿化。", fixed="1.清淤。\n2.护岸。\n3.绿化。"),
        bad("一、水利\n略。\n二、交通\n略。\n⟦三.⟧能源\n略。", fixed="一、水利\n略。\n二、交通\n略。\n三、能源\n略。"),
        bad("1、清淤。\n⟦2.⟧护岸。\n3、绿化。", fixed="1、清淤。\n2、护岸。\n3、绿化。"),
        bad("⟦1、⟧清淤。\n2.护岸。", fixed="1.清淤。\n2.护岸。"),
        bad("1.清淤。\n⟦2、⟧5公里河道护岸。\n3.绿化。"),
        bad(
            "（一）清淤。\n⟦二、⟧护岸。\n（三）绿化。\n（四）植树。",
            fixed="（一）清淤。\n（二）护岸。\n（三）绿化。\n（四）植树。",
        ),
        bad("1.清淤。\n⟦2）⟧护岸。\n3.绿化。", fixed="1.清淤。\n2.护岸。\n3.绿化。"),
        good("一、水利\n1.清淤。\n2.护岸。\n二、交通\n1、修桥。\n2、铺路。"),
        good("1.清淤。\n2．护岸。\n3.绿化。"),
        good("一、水利\n（一）清淤。\n1.挖泥。\n（1）外运。\n（二）护岸。\n二、交通\n略。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every series with marks of two forms, and for every mark in the style of another."""
        for each in document.get(irregularities):
            if each.kind is IrregularityKind.STYLE:
                yield _finding(document, (each.mark,), each.before, Safety.UNSAFE)
        written = {number.written[-1] for number in document.get(numbers) if number.style in _SEPARATED}
        if len(written - set(_DOTS)) == len(written):
            return
        for series in document.get(numbering):
            if series.style in _SEPARATED:
                found = [document.get(marks)[place] for place in series.members]
                odd, model = _odd(found)
                if odd:
                    yield _finding(document, odd, model, Safety.SAFE)


def _odd(found: list[Mark]) -> tuple[tuple[Mark, ...], Mark]:
    """Return the marks whose separator is not that of most, or of the norm where it is one each; and one of most."""
    separators = [_separator(mark) for mark in found]
    counts = Counter(separators)
    usual = _SEPARATED[found[0].number.style]
    most = max(counts, key=lambda separator: (counts[separator], separator == usual))
    odd = tuple([mark for mark, separator in zip(found, separators, strict=True) if separator != most])
    return odd, found[separators.index(most)]


def _separator(mark: Mark) -> str:
    return "." if mark.number.written[-1] in _DOTS else mark.number.written[-1]


def _finding(document: Document, odd: tuple[Mark, ...], model: Mark, safety: Safety) -> Finding:
    first = odd[0].number
    right = renumbered(model.number, first.value)
    more = f"（这个清单共 {len(odd)} 处）" if len(odd) > 1 else ""
    message = Text(
        f"同级序号写作“{model.number.written}”，这里写作“{first.written}”，应作“{right}”{more}",
        f"siblings are written “{model.number.written}”, here it is “{first.written}”; make it “{right}”",
    )
    edits = tuple(Edit(mark.span, renumbered(model.number, mark.number.value)) for mark in odd)
    # 1、5公里 must not become 1.5公里.
    glued = any(document.prose[mark.span.end : mark.span.end + 1].isdigit() for mark in odd)
    fix = None if glued else Fix(Text("改成同级的写法", "write it as its siblings are"), edits, safety)
    return Finding(odd[0].span, message, fix, elder(document, model) if model.span < odd[0].span else ())
