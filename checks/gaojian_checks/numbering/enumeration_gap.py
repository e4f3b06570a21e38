"""NMB006 enumeration-gap."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.enumerations import Item, enumerations

_NUMERALS = "一二三四五六七八九十"


class EnumerationGap(Check):
    """列举缺项：“一是……；三是……”，中间的“二是”没有了，或者同一个序数用了两次。

    多因删改时漏改序数，或者整项被删。列举可以跨段，也可以一层套一层（“一是”之中再分“一是、二是”），按全文的先后判断；
    信息中指出前一项在哪一行。

    不报：“统一是”“万一是”“唯一是”等词里的“一是”，另起的列举，隔得太远、已分属不同章节的序数。

    An item of 一是, 二是, 三是 that is missing, or a number used twice, judged over the whole document: lists go on
    over paragraphs and lie within each other. Words that end in 一是, new lists and places far apart are left alone.
    """

    code = "NMB006"
    name = "enumeration-gap"
    title = Text("列举缺项", "gap in an enumeration")
    severity = Severity.WARNING
    basis = ("GB/T 15834—2011 B.3：序次语依次使用", "实测：逐段判断有77%是误报，须按全文判断")
    examples = (
        bad("主要抓了三项工作：一是摸清底数；⟦三是⟧整改到位。"),
        bad("一是摸清底数。\n二是建立台账。\n⟦四是⟧整改到位。"),
        bad("一是摸清底数，二是建立台账，⟦二是⟧整改到位。"),
        good("一是摸清底数；二是建立台账；三是整改到位。"),
        good("一是抓防汛，做到两点：一是备料，二是值班。\n二是抓抗旱。三是抓供水。"),
        good("一是摸清底数。二是建立台账。\n下半年：一是整改，二是验收。"),
        good("口径统一是前提，第二是关键，万一是误报也不要紧，星期一是例会。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every item that its list does not wait for."""
        for item in document.get(enumerations):
            if item.before is not None and item.expected is not None and item.number != item.expected:
                yield _finding(document, item, item.before, item.expected)


def _finding(document: Document, item: Item, before: Item, expected: int) -> Finding:
    line = document.line_number(before.span.start)
    last, wanted = document.text[slice(*before.span)], f"{_word(expected)}是"
    now = document.text[slice(*item.span)]
    if item.number == before.number:
        message = Text(
            f"第 {line} 行已有“{last}”，这里又是“{now}”，应是“{wanted}”？请核对", f"“{now}” again; {wanted}?"
        )
    else:
        message = Text(
            f"“{last}”（第 {line} 行）之后是“{now}”，缺“{wanted}”；请核对", f"{wanted} is missing before {now}"
        )
    related = Related(before.span, Text(f"前一项：第 {line} 行", f"the item before: line {line}"))
    return Finding(item.span, message, related=(related,))


def _word(number: int) -> str:
    return _NUMERALS[number - 1] if number <= 10 else "十" + _NUMERALS[number - 11]
