"""ARI006 item-count."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Text, bad, good
from gaojian_checks.arithmetic._listings import Listing, listings
from gaojian_checks.language.twin import in_both_scripts

# Names of one kind end alike: 甲局、乙局、丙局.
_KINDS = frozenset("局部委办省市县縣区區镇鎮乡鄉村州国國校院厂廠库庫站河湖江港岛型类類业業税费法")
_LEVELS = frozenset(
    (
        "国家",
        "中央",
        "省",
        "市",
        "县",
        "区",
        "州",
        "乡",
        "镇",
        "村",
        "组",
        "街道",
        "社区",
        "乡镇",
        "区县",
        "县区",
        "省级",
        "市级",
    )
)
_BEGINS = Pattern("^第|会同|建立|健全|应当|[对在将把由为的向从以有]|[二两三四五六七八九十][个类种项级者]")
_DIVIDED = Pattern("分为|分成|依次[是为]|即")
_GENERIC = ("部门", "单位", "地区", "地方", "省份", "城市", "乡镇", "国家", "学校", "方面", "环节", "子型", "领域")
_FEWEST_SHORT, _LONGEST_SHORT, _SHOWN = 3, 2, 24


class ItemCount(Check):
    """列举数不符：“东镇、西镇、南镇四个镇”，列出三个，却说四个。

    前面逐一列举，后面紧接着说一共几个，两个数应当相等；用“等”收尾的，列出的可以少于总数，不能多于总数。
    只在看得出前面各项就是后面所数的东西时才报：“等”字收尾的；各项都用引号或书名号的；各项以同一个字收尾（局、镇、县……）
    并与量词相应的；“省、市、县三级”；“分为甲、乙、丙三级”；字数相同的三个以上短词后接“几个方面”“几者”“几大”“几类”的。先说数目、后分条列举的，见NMB008。

    不报：“和、与、及”连接、项数可多可少的；“两项以上”“之一”；“第三、前两、近十”；约数；数目属于下文的（解决五大问题）。

    Things listed and counted behind the last, where both numbers differ; before 等 there may be fewer, but not more.
    Only where the listed things are plainly what is counted. Lists that 和 makes ambiguous are left alone.
    """

    code = "ARI006"
    name = "item-count"
    title = Text("列举数不符", "as many things as are counted are not listed")
    severity = Severity.WARNING
    basis = ("出版物编校：数据前后矛盾属逻辑性差错",)
    weight = 2.0
    examples = (
        bad("涉及东镇、西镇、南镇⟦四个⟧镇。"),
        bad("会同公安局、教育局、财政局、水务局等⟦三个⟧部门检查。"),
        bad("健全省、市、县⟦四级⟧网络。"),
        bad("评出“党员先锋”“文明家庭”“最美青年”⟦两个⟧奖项。"),
        bad("修订《水库管理办法》《河道管理办法》和《渡口管理办法》⟦4部⟧规章。"),
        bad("从思想、组织、作风⟦四个⟧方面查摆。"),
        bad("密级分为绝密、机密、秘密⟦四级⟧，处理好改革、发展、稳定⟦两者⟧的关系。"),
        good("涉及东镇、西镇、南镇三个镇，东镇、西镇等四个镇受灾。"),
        good("会同公安局、教育局和财政局三个部门检查。"),
        good("健全省、市、县三级网络，建立县（市、区）、乡镇、村三级网络。"),
        good("评出“党员先锋”“文明家庭”“最美青年”三个奖项，“党员先锋”等十个奖项。"),
        good("从住宿、餐饮、游览等两项以上服务中选择，坚持改革开放、解决五大问题。"),
        good("分高峰、平段、低谷三个时段或高峰、低谷两个时段。"),
        good("市、区人民政府健全县、乡、村三级网络。"),
        good("第三条、第五条、第七条三款，农村、城镇三级医疗网。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every count that the list before it contradicts."""
        for listing in document.get(listings):
            if _is_wrong(listing):
                yield _finding(listing)


def _is_wrong(listing: Listing) -> bool:
    if listing.fewest <= listing.number and (listing.has_others or listing.number <= listing.most):
        return False
    if listing.is_quoted:
        return True
    # 区人民政府应当健全县、乡、村三级: the list may begin within an item.
    if any(_BEGINS.search(item) for item in listing.items[1:]):
        return False
    return listing.has_others or _are_counted(listing)


def _are_counted(listing: Listing) -> bool:
    """Whether the items are plainly what the count counts."""
    items, last = listing.items, listing.items[-1]
    if listing.measure in "级級" and last in _LEVELS:
        return all(item[-1:] in _LEVELS or item[-2:] in _LEVELS for item in items)
    if last[-1] in _KINDS and all(item.endswith(last[-1]) for item in items):
        counted = listing.following if listing.measure in "个個大" else listing.measure
        return counted.startswith(_GENERIC) or last[-1] in counted[:3]
    if _DIVIDED.search(items[0]):
        return True
    is_generic = listing.measure in "者类類种種大" or (
        listing.measure in "个個" and listing.following.startswith(_GENERIC)
    )
    is_short = len(last) <= _LONGEST_SHORT and all(len(item) == len(last) for item in items[1:])
    return is_generic and is_short and len(items) >= _FEWEST_SHORT


def _finding(listing: Listing) -> Finding:
    listed = "、".join(listing.items[1:])
    shown = listed if len(listed) <= _SHOWN else f"…{listed[-_SHOWN:]}"
    more = f"至少{listing.fewest}" if listing.has_others else str(listing.fewest)
    return Finding(
        listing.span,
        Text(
            f"“{shown}”连同前面的一项，列举了{more}项，这里说是{listing.number}，请核对",
            f"{listing.fewest} things are listed, but {listing.number} counted",
        ),
    )
