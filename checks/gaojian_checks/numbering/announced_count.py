"""NMB008 announced-count."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.language.enumerations import Announcement, announcements


class AnnouncedCount(Check):
    """项数不符：“抓好三项工作：”之后只有“一是”“二是”，或者多出了“四是”。

    前面说几项，后面就应是几项；不是列举漏了，就是改稿时增减了项目而没有改前面的数。认汉字和阿拉伯数字的“三项”“3个方面”“下列三类”
    “分两步走”，冒号、句号、逗号之后紧接的列举；句中的“一是”“第一，”和段首的“一、”“（一）”“1.”都数。

    不报：序数有错的列举（由 NMB001、NMB006 检查），同一句里另有一个数相符的，概数（三四项、三项以上），“第三项”
    “前三项”“上述三项”“等三项”，引号里的名称（“三农”），不能断定末项归哪一层的列举。

    A count and the list right after it differ: 三项工作 and only two items. Lists whose numbers have a slip, sentences
    with another count that fits, approximate counts, ordinals, names and lists that may end earlier are left alone.
    """

    code = "NMB008"
    name = "announced-count"
    title = Text("项数不符", "list differs from its announced count")
    severity = Severity.WARNING
    basis = ("文内互证：同一份文稿前后两处数目不一致", "实测797万字干净语料：冒号等之后紧接列举的45处，数目全部相符")
    needs_paragraphs = True
    examples = (
        bad("重点抓好⟦三项⟧工作：一是摸清底数；二是建立台账。"),
        bad("重点抓好⟦3项⟧工作：一是摸底；二是建账；三是整改；四是回头看。"),
        bad("要做到以下⟦四点⟧。\n第一，摸清底数。\n第二，建立台账。\n第三，整改到位。"),
        bad("渡口分下列⟦三类⟧：\n（一）人力渡口；\n（二）机动渡口。\n渡口管理另行规定。"),
        bad("整治分⟦两步⟧走：第一步摸底，第二步整改，第三步验收。"),
        bad("办理程序有⟦五个⟧环节：（1）受理；（2）审核；（3）发证；（4）归档。"),
        good("重点抓好三项工作：一是摸清底数；二是建立台账；三是整改到位。"),
        good("渡口分下列两类：\n（一）人力渡口；\n（二）机动渡口。"),
        good("围绕三个目标，抓好两件事：一是摸底；二是建账。"),
        good("围绕三个目标抓好重点的五件事：一是摸底；二是建账；三是整改。"),
        good("有下列三种以上情形的：一是超员；二是超载。"),
        good("前款第三项规定的情形：（一）超员；（二）超载。"),
        good("抓好三项工作：一是摸底；二是建账；另外，搞好整改。"),
        good("开了三四个会：一是部署；二是总结。"),
        good("二是抓两头：一是摸底，二是建账。三是回头看。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every count that its list contradicts."""
        for each in document.get(announcements):
            if not each.holds:
                yield _finding(document, each)


def _finding(document: Document, each: Announcement) -> Finding:
    listed, told = each.listed, document.text[slice(*each.span)]
    last = document.text[slice(*listed.last)]
    line = document.line_number(listed.last.start)
    message = Text(
        f"说的是“{told}”，后面列举到“{last}”（第 {line} 行），共 {listed.items} 项；请核对",
        f"{told} are announced, but {listed.items} are listed",
    )
    related = Related(listed.last, Text(f"最后一项：第 {line} 行", f"the last item: line {line}"))
    return Finding(each.span, message, related=(related,))
