"""What the words before a number call it: 全县常住人口, 青山水库加固工程总投资, 全镇下辖……村."""

from gaojian import NamedTuple, Pattern

_NOUNS = (
    *("投资", "投资额", "投资总额", "概算", "造价", "中标价", "合同价", "合同金额", "总金额", "注册资本", "资金总额"),
    *("总面积", "建筑面积", "占地面积", "用地面积", "耕地面积", "播种面积", "种植面积", "土地面积", "人口", "总户数"),
    *("总产值", "产值", "总产量", "产量", "总收入", "总支出", "财政收入", "财政支出", "生产总值", "进出口总额"),
    *("预算收入", "预算支出", "零售总额", "可支配收入", "纯收入", "增加值", "里程", "总长", "全长", "装机容量"),
    *("总库容", "床位", "编制", "职工", "教师", "党员", "学生", "在校生", "干部", "从业人员", "劳动力", "低保对象"),
)
_VERBS = ("下辖", "共辖", "现辖", "辖", "共有", "现有", "设有")
_COPULAS = ("达到", "共计", "合计", "达", "为", "是", "共有", "现有", "共", "有", "：")
ENDS = "".join(sorted({word[-1] for word in (*_NOUNS, *_VERBS, *_COPULAS)}))
"""What a label may end in: most numbers stand behind something else."""
# A part, a mean, a change or a comparison is another indicator, or one of many.
_OTHER = Pattern(
    "其中|每|各|均(?!可支配)|比|由|从|较|至|到(?!位)|增(?!加值)|减|新(?!区|城|村|镇|县|市|型)|分别|约|近|超|余|占(?!地)|原|另|某|不|低于|高于|以(?!上)|按"
)
_REGION = Pattern(
    "[全我本](?:国|省|市|县|区|州|镇|乡|村|街道|社区|旗|盟|校|院|局|厂|行|系统|公司|集团)(?![区委府级长里])"
)
# What a report on a whole country, county or town says of the whole.
_MACRO = Pattern(
    "(?:国内|地区)生产总值$|社会消费品零售总额$|粮食总?产量$|(?:货物|外贸)?进出口总额$|(?:城镇|农村)?居民人均可支配收入$"
    "|农民人均纯收入$|(?:公共|地方)?财政总?收入$|一般公共预算(?:收入|支出)$"
)
_NAMED = Pattern(
    "(?P<name>[\u4e00-\u9fff]{4,})(?:工程|项目|公路|大桥|隧道|水库|园区|基地|医院|学校|中心|公司|小区|广场|机场|电站|厂|馆|线)"
)
_NO_NAME = Pattern(
    "(?:该|此|本|个|类|批|重点|重大|建设|投资|招商|产业|在建|续建)$|^(?:实施|完成|推进|开工|落实|列入|争取|带动)"
)
_LEAD = Pattern(
    "(?:年度?|[年月][底末初]|月份?|日|[今去上前明后当本]年|[上下]半年|.季度|期[末初内间]|全年|时|来|间|[实]?现有|完成|实现|达到)+"
)
_OF_THE_PROJECT = Pattern("(?:该|本)?(?:项目|工程)(?:计划|概算|批复)?")
_REACH, _LEAST = 30, 3


class Label(NamedTuple):
    """What a number is called; ``verb`` is the end of it where what is counted follows the number: 辖12个村."""

    text: str
    verb: str = ""

    @property
    def region(self) -> str:
        """The words for the whole that the label is about: 全县; "" where it has none."""
        match = _REGION.match(self.text)
        return match[0] if match else ""

    @property
    def is_whole(self) -> bool:
        """Whether the label itself says of what: a whole region, or a named project."""
        name = _NAMED.search(self.text)
        is_named = name is not None and _NO_NAME.search(name["name"]) is None
        return bool(self.region) or is_named or _MACRO.match(self.text) is not None

    @property
    def bare(self) -> str:
        """The label without 项目 or 工程 before it, for documents about one project."""
        match = _OF_THE_PROJECT.match(self.text)
        return self.text[match.end() :] if match else self.text


def label_before(prose: str, at: int) -> Label | None:
    """Return the label that ends at ``at``, alone in its clause."""
    written = prose[max(0, at - _REACH) : at].rstrip(" ")
    verb = next((verb for verb in _VERBS if written.endswith(verb)), "")
    stem = written
    for copula in _COPULAS:
        stem = stem.removesuffix(copula)
    if stem.endswith(_NOUNS):
        verb = ""
    elif verb:
        stem = written
    else:
        return None
    boundary = next((place for place in range(len(stem) - 1, -1, -1) if not "\u4e00" <= stem[place] <= "\u9fff"), -1)
    if boundary < 0 and len(written) >= _REACH - 1:
        return None
    text = stem[boundary + 1 :]
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    return None if len(text) < _LEAST or _OTHER.search(text) else Label(text.replace("共有", ""), verb)
