"""The units that stand after 万 and 亿."""

from collections import defaultdict
from itertools import product

_YUAN = ("元", "圆", "圓")
_FOREIGN = ("美", "欧", "歐", "日", "港")
_NATIONAL = ("新台币", "新台幣", "新臺币", "新臺幣", "人民币", "人民幣")
_MONEY = frozenset([*_YUAN, *map("".join, product((*_FOREIGN, *_NATIONAL), _YUAN)), "英镑", "英鎊"])
_MEASURES = """
    人次 户次 戶次 吨 噸 亩 畝 公斤 斤 平方公里 平方米 立方米 千瓦时 千瓦時 千瓦 公里 公顷 公頃 标箱 標箱 辆 輛 台 臺 套
    件 册 冊 份 株 羽 尾 座 条 條 项 項 只 隻 户 戶 家 名 头 頭 所 张 張 个 個 人
    """
# 万户 is a count, 万家人 and 万个月 are not; nor are 万人才 and 万人民.
_OTHERWISE = {
    **dict.fromkeys("户戶家名头頭所张張个個", frozenset("别人月性体")),
    "人": frozenset("才员类民口"),
}
_BY_FIRST: defaultdict[str, list[str]] = defaultdict(list)
for _name in (*sorted(_MONEY, key=len, reverse=True), *_MEASURES.split()):
    _BY_FIRST[_name[0]].append(_name)


def ends_here(prose: str, start: int) -> tuple[int, bool]:
    """Return where the unit ends whose 万 or 亿 stands at ``start``, and whether it is money; (0, False) for none."""
    place = start + 1
    if prose[place : place + 1] in ("亿", "億"):
        place += 1
    for unit in _BY_FIRST.get(prose[place : place + 1], ()):
        if prose.startswith(unit, place):
            end = place + len(unit)
            following = prose[end : end + 1]
            if following in _OTHERWISE.get(unit, ()) and not _are_people(prose, place):
                return 0, False
            return end, unit in _MONEY
    return 0, False


def _are_people(prose: str, place: int) -> bool:
    """14亿人民, 14亿人口: after 亿 they are counted all the same."""
    return prose[place : place + 2] in ("人民", "人口") and prose[place - 1] in "亿億"
