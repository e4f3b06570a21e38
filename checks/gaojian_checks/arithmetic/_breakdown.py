"""A total and its parts: what they make, and whether they may overlap."""

from decimal import Decimal

from gaojian import NamedTuple, Pattern, Span
from gaojian_checks.language.quantities import Quantity, plain

# The names of parts that cannot overlap; a set of which each holds every part is a breakdown.
_CLASSES = (
    ("国家", "中央", "省", "市", "县", "区", "州", "镇", "乡", "村", "地方", "本级", "自治区"),
    ("男", "女"),
    ("城镇", "农村", "城市", "乡村"),
    ("进口", "出口"),
    ("公办", "民办"),
    ("中央", "省", "市", "县", "地方", "自筹", "企业自筹", "群众自筹", "银行贷款", "贷款", "社会资本", "社会投资"),
    ("新建", "续建", "改建", "扩建", "改扩建", "新开工", "本年开始建设", "继续建设"),
    ("税收", "非税"),
    ("中央", "地方", "代发地方债", "继续代发地方债", "由中央代地方发债"),
    ("第一产业", "第二产业", "第三产业", "一产", "二产", "三产"),
    ("一等", "二等", "三等", "特等"),
    ("一级", "二级", "三级", "四级", "五级"),
    ("东部", "中部", "西部", "东北"),
    ("高速公路", "国道", "省道", "县道", "乡道", "村道"),
    ("小学", "初中", "高中", "中学", "幼儿园", "大学"),
    ("正高", "副高", "中级", "初级"),
)
_EXHAUSTIVE = (
    {"男", "女"},
    {"城镇", "农村"},
    {"进口", "出口"},
    {"中央", "地方"},
    {"公办", "民办"},
    {"税收", "非税"},
    {"第一产业", "第二产业", "第三产业"},
)
_TAIL = Pattern(
    r"(?:级|類|类|奖|性|生|职工|人员|居民|财政|资金|投资|项目|教师|完成|实现|下达|立项|安排|有|为|共|：|:| )+$"
)


class Part(NamedTuple):
    """One part: what it is called, and how much it is."""

    label: str
    quantity: Quantity


class Breakdown(NamedTuple):
    """A total with its parts; ``span`` reaches from the first of them to the last.

    ``bracketed`` parts end where the sentence or bracket does; ``is_complete`` says that it holds nothing else.
    """

    span: Span
    total: Quantity
    parts: tuple[Part, ...]
    bracketed: bool
    is_complete: bool = False

    @property
    def sum(self) -> Decimal:
        """What the parts make together."""
        return sum((part.quantity.value for part in self.parts), Decimal(0))

    @property
    def computation(self) -> str:
        """The parts added up, as written: 4+40=44项."""
        terms = "+".join(plain(part.quantity.value, self.total.scale) for part in self.parts)
        total = plain(self.sum, self.total.scale)
        return (f"{terms}={total}" if len(self.parts) > 1 else total) + self.total.unit

    @property
    def slack(self) -> Decimal:
        """How far sum and total may stand apart because each is rounded."""
        return (self.total.step + sum((part.quantity.step for part in self.parts), Decimal(0))) / 2

    @property
    def is_partition(self) -> bool:
        """Whether the names of the parts tell that none overlaps another."""
        return any(all(_named(part.label, names) for part in self.parts) for names in _CLASSES)

    @property
    def is_exhaustive(self) -> bool:
        """Whether nothing can stand beside these parts."""
        return self.is_partition and any(
            len(names) == len(self.parts) and all(any(_named(p.label, (n,)) for p in self.parts) for n in names)
            for names in _EXHAUSTIVE
        )


def _named(label: str, names: tuple[str, ...]) -> bool:
    tail = _TAIL.search(label)
    core = label[: tail.start()] if tail else label
    return core in names or label in names or any(len(name) > 1 and core.startswith(name) for name in names)
