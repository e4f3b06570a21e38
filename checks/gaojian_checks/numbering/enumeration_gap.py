"""NMB006 enumeration-gap."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.enumerations import Mark, Slip, SlipKind, enumerations, written


class EnumerationGap(Check):
    """列举缺项：“一是……；三是……”，中间的“二是”没有了，或者同一个序数用了两次，或者次序颠倒。

    多因删改时漏改序数，或者整项被删。认“一是”“一要”“第一，”“第一步”“其一”“首先、其次、再次”，以及一段之内接排的“一、”“（一）”
    “（1）”“①”“1）”“1.”。前一类列举可以跨段，也可以一层套一层，按全文的先后判断；信息中指出前一项在哪一行。

    不报：“统一是”“万一是”“唯一是”等词里的“一是”，另起的列举，换了说法的项（“一是……其次……三是”），引文里的项，引用条款的
    “（一）、（三）项”，隔得太远、已分属不同章节的序数；段首的序号由 NMB001、NMB002、NMB003 检查。

    An item of a list told within a text is missing, its number is used twice, or two changed places. Lists of
    sentences are judged over the whole document, they go on over paragraphs and lie within each other; those of bare
    numbers within one paragraph. Words that end in 一是, new lists, items in other words, quotations, references and
    places far apart are left alone.
    """

    code = "NMB006"
    name = "enumeration-gap"
    title = Text("列举缺项", "gap in an enumeration")
    severity = Severity.WARNING
    basis = (
        "列举自身：序数须连续，前后两项互相印证",
        "实测：逐段判断有77%是误报，按全文判断后797万字干净语料只报1处，属实",
    )
    examples = (
        bad("主要抓了三项工作：一是摸清底数；⟦三是⟧整改到位。"),
        bad("一是摸清底数。\n二是建立台账。\n⟦四是⟧整改到位。"),
        bad("一是摸清底数，二是建立台账，⟦二是⟧整改到位。"),
        bad("一要摸清底数；三要建立台账；⟦二要⟧整改到位；四要回头看。"),
        bad("第一，摸清底数。\n第二，建立台账。\n⟦第二⟧，整改到位。"),
        bad("分三步走：第一步摸底，⟦第三步⟧整改。"),
        bad("原因有三：其一，底数不清；⟦其三⟧，整改不力。"),
        bad("首先，摸清底数。⟦再次⟧，整改到位。"),
        bad("要做到：⟦二是⟧建立台账，三是整改到位。"),
        bad("窗口：（一）受理申请；（二）审核材料；⟦（四）⟧发放证照。"),
        bad("包括：①受理；②审核；⟦②⟧发证。"),
        bad("程序是：1.受理；2.审核；⟦4.⟧发证。"),
        good("一是摸清底数；二是建立台账；三是整改到位。"),
        good("一是抓防汛，做到两点：一是备料，二是值班。\n二是抓抗旱。三是抓供水。"),
        good("一是摸清底数。二是建立台账。\n下半年：一是整改，二是验收。"),
        good("口径统一是前提，第二是关键，万一是误报也不要紧，星期一是例会。"),
        good("一是摸清底数。其次，建立台账。三是整改到位。"),
        good("首先，摸清底数；然后整改。最后，验收。"),
        good("符合（一）、（三）项的，由窗口办理；（一）（四）两项除外。第一、第三产业增长。"),
        good("一要摸清底数，他说“一要快、三要准”；二要建立台账。"),
        good("一、水利\n略。（二）没有小标题。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every item that its list does not wait for."""
        for each in document.get(enumerations):
            for slip in each.slips:
                yield _finding(document, slip)


def _finding(document: Document, slip: Slip) -> Finding:
    now = _words(document, slip.item)
    if slip.before is None:
        first = written(slip.item, now, 1)
        return Finding(
            slip.item.span, Text(f"列举从“{now}”开始，缺“{first}”；请核对", f"{first} is missing before {now}")
        )
    line, last = document.line_number(slip.before.span.start), _words(document, slip.before)
    wanted = written(slip.item, now, slip.expected)
    if slip.kind is SlipKind.GAP:
        missing = "".join(f"“{written(slip.item, now, lost)}”" for lost in range(slip.expected, slip.item.number))
        message = Text(f"“{last}”（第 {line} 行）之后是“{now}”，缺{missing}；请核对", f"{missing} missing before {now}")
    elif slip.kind is SlipKind.REPEAT:
        message = Text(
            f"第 {line} 行已有“{last}”，这里又是“{now}”，应是“{wanted}”？请核对", f"“{now}” again; {wanted}?"
        )
    else:
        message = Text(f"“{last}”（第 {line} 行）之后是“{now}”，次序不对；请核对", f"“{now}” comes after “{last}”")
    related = Related(slip.before.span, Text(f"前一项：第 {line} 行", f"the item before: line {line}"))
    return Finding(slip.item.span, message, related=(related,))


def _words(document: Document, mark: Mark) -> str:
    return document.text[slice(*mark.span)]
