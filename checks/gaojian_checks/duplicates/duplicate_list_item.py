"""DUP008 duplicate-list-item."""

from collections.abc import Iterable

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._lists import repeated_items


class DuplicateListItem(Check):
    """列举项重复：用顿号并列的几项里，同一项出现了两次，如“工业、农业、工业”。

    多见于增补名单、拼合几份材料时没有查重。只比较同一处列举、一字不差的项，最短两个字。

    不报：不同列举里的相同项，括号里外的相同项，部分文字相同的项（市、县、市辖区），
    不能确定起止的首项和末项（“发展工业、农业、工业用地”），以“分别”“依次”等词引出的对应列举，数量和序数。

    An item that stands twice in one enumeration with 、. Only items whose both ends are certain are compared.
    """

    code = "DUP008"
    name = "duplicate-list-item"
    title = Text("列举项重复", "item stands twice in one list")
    severity = Severity.WARNING
    basis = (
        "GB/T 15834—2011 4.5：顿号表示语段中并列词语之间的停顿",
        "实测 1421 份文件：按此判定的重复项为 0",
    )
    examples = (
        bad("重点支持农机、水利、育种、⟦水利⟧等领域。"),
        bad("商贸、物流、文旅和⟦商贸⟧。"),
        bad("到会的有民政局、税务局、水利局、⟦民政局⟧等单位。"),
        bad("通报了《节水手册》、《用电手册》、⟦《节水手册》⟧的编写情况。"),
        bad("一是抓好种植业，养殖业、林果业、⟦养殖业⟧、渔业。"),
        good("农机、水利、育种等领域；水利、交通、能源等行业。"),
        good("发展水利、农机、水利用地。"),
        good("省（厅、局）、市（局、委）、县（局、委）。"),
        good("市、县、市辖区、县级市。"),
        good("轻工业、重工业、工业园区。"),
        good("一、二、三、四，再来一遍，一、二、三、四。"),
        good("三个队分别获得金奖、银奖、金奖。"),
        good("三个组到会3人、5人、3人。"),
        good("红、黄、红、绿四面旗。"),
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every item that its list already holds."""
        if "、" not in document.prose:
            return
        for first, again in repeated_items(document.prose):
            item = document.prose[again.start : again.end]
            message = Text(
                f"这一处列举里“{item}”出现了两次；请核对后删去一个，或者改成应有的一项",
                f"“{item}” stands twice in this list; delete one or put the item that was meant",
            )
            yield Finding(again, message, related=(Related(first, Text("前一处", "first place")),))
