"""NMB007 enumeration-single."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.language.enumerations import Enumeration, announcements, enumerations, lone_items, written
from gaojian_checks.language.truncation import broken_end


class EnumerationSingle(Check):
    """列举仅一项：“一是……”之后再没有“二是”；或者报告就在列举之中断了。

    只有一项不成列举，不是后几项漏了，就是改稿时删了“二是”而没有删“一是”。报告停在“二是……”处、没有结尾的（见 FMT005），
    在它的第一项作一条提示：这一列举可能还有下文。

    不报：另一项换了说法的（“一是……，另外……”“一是……其次……”），并列的“一是……，一是……”，“首先”（常常不接“其次”），
    “第一，”（另一项可能很远），引文里的。

    A list of one: 一是 and no second item; either the others were lost or 一是 should go. A report that breaks off
    within a list gets a note at its first item. Second items in other words, pairs of 一是, 首先 and 第一 are left
    alone.
    """

    code = "NMB007"
    name = "enumeration-single"
    title = Text("列举仅一项", "enumeration of one item")
    severity = Severity.WARNING
    basis = ("列举自身：两项以上才成列举", "实测797万字干净语料：没有误报")
    needs_paragraphs = True
    examples = (
        bad("收储工作抓得紧：⟦一是⟧维修旧仓，安全度汛。全年没有发生事故。\n一年来，成绩来之不易。"),
        bad("原因是多方面的。⟦其一⟧，底数不清。\n下步打算：建立台账。"),
        bad(
            "粮食局2013年度工作报告\n一、收购工作\n（一）抓好夏粮收购\n"
            + "收购网点全部开秤，资金及时到位。\n" * 28
            + "二、仓储工作\n（一）改造仓房\n⟦一是⟧维修旧仓，安全度汛。\n二是新建烘干线，荣获先进称号。",
            whole=True,
        ),
        good("一是维修旧仓；二是新建烘干线。"),
        good("抓两头：一是大户，一是散户。"),
        good("一是维修旧仓。其次，新建烘干线。"),
        good("一是维修旧仓，另外还新建了烘干线。"),
        good("首先，维修旧仓。"),
        good("一是一，二是二。口径统一是前提。"),
        good("他说：“一是维修旧仓。”"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every first item without a second, and one where the document breaks off."""
        lists = document.get(enumerations)
        if not lists:
            return
        told = {each.listed.first for each in document.get(announcements) if not each.holds}
        alone, ending = document.get(lone_items), document.get(broken_end)
        for each in lists:
            if each.items[0].span in told:
                continue
            if each.items[0] in alone:
                yield _single(document, each)
            elif ending is not None and any(item.span.start == ending.start for item in each.items):
                yield _broken_off(document, each)


def _single(document: Document, each: Enumeration) -> Finding:
    first = each.items[0]
    words = document.text[slice(*first.span)]
    second = written(first, words, 2)
    return Finding(
        first.span,
        Text(f"只有“{words}”，后面没有“{second}”；请核对", f"there is “{words}” and no “{second}” after it"),
    )


def _broken_off(document: Document, each: Enumeration) -> Finding:
    first, last = (document.text[slice(*mark.span)] for mark in (each.items[0], each.last))
    line = document.line_number(each.last.span.start)
    return Finding(
        each.items[0].span,
        Text(
            f"从“{first}”起的列举到“{last}”（第 {line} 行）文稿就断了，后面可能还有；请对照原件",
            f"the report breaks off at “{last}” of the list that begins here",
        ),
        severity=Severity.NOTE,
    )
