"""ARI001 part-total."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.arithmetic._adoptions import Adoptions, adoptions
from gaojian_checks.arithmetic._breakdown import Breakdown
from gaojian_checks.arithmetic._parts import breakdowns
from gaojian_checks.language.twin import in_both_scripts

# Parts that come this near to the total were meant to make it up.
_NEARLY = 10


class PartTotal(Check):
    """分项与合计不符：分项加起来超过了总数，或者本应等于总数却不等。

    分项在“其中”后面、在总数后的括号里（中央、省；男、女……），或者在“共”“合计”前面（男50人，女60人，共110人）。

    “立项46项（其中国家4项，省40项）”，4+40=44，与46对不上：总数和分项里必有一个写错。
    某一分项大于总数，互不重叠的分项（国家、省、市、县；男、女；城镇、农村……）之和大于总数，
    或成对列全的分项（男、女；城镇、农村；进口、出口）之和不等于总数，都是错误；
    互不重叠的分项之和只比总数少一点（不到一成），可能漏了一项或写错一个数，只作警告。
    文章、信息被几处采用的篇次多于篇数，一篇被两处采用才说得通，只作提示。

    不报：带“约、余、多、近、左右”等约数的；单位不同的；分项可能重叠的（女20人，党员30人）；
    四舍五入能解释的尾差；“其中”只举一两个大头的（500万元，其中财政资金300万元）。

    Parts after 其中 that exceed their total, or that ought to make it up and do not. Approximate numbers, other units,
    parts that may overlap, mere highlights and differences that rounding explains are left alone.
    """

    code = "ARI001"
    name = "part-total"
    title = Text("分项与合计不符", "parts do not make the total")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错", "GB/T 15835—2011")
    weight = 2.0
    needs = ("0|1|2|3|4|5|6|7|8|9|０|１|２|３|４|５|６|７|８|９",)
    examples = (
        bad("争取科技项目⟦46项（其中国家4项，省40项）⟧。"),
        bad("建设公路⟦120公里（其中国道50公里、省道80公里）⟧。"),
        bad("全县在校学生⟦3,210人（其中男1,600人，女1,510人）⟧。"),
        bad("到位资金⟦500万元，其中财政资金600万元⟧。"),
        bad("落实经费⟦1.2亿元（其中中央财政8000万元，地方财政3000万元）⟧。"),
        bad("各镇共申报⟦52项（其中市级12项，县级38项）⟧。"),
        bad("到位资金⟦500万元，其中中央300万元，地方150万元⟧。"),
        bad("教师⟦120人（男50人、女60人）⟧，⟦国家级4项、省级40项，共46项⟧。"),
        bad("撰写信息8条，其中省厅、市委办⟦各采用3条⟧，《简报》刊登3条。"),
        good("撰写信息9条，其中省厅、市委办各采用3条，《简报》刊登3条；发稿5篇，其中市报采用6篇。"),
        good("教师110人（男50人、女60人），国家级4项、省级40项，共44项。"),
        good("到位资金500万元，其中中央300万元，县里另行配套150万元。"),
        good("争取科技项目46项（其中国家4项，省42项）。"),
        good("培训100人（其中党员60人，女性55人）。"),
        good("投入500万元，其中财政资金300万元。"),
        good("立项46项（其中国家级4项，省级10项）。"),
        good("完成约46项（其中国家4项，省40余项）。"),
        good("投资1.0亿元（其中中央0.33亿元，地方0.66亿元）。"),
        good("新建住房500套，其中财政投资600万元。"),
        good("涉及12个村，其中贫困户30户。"),
        good("人均收入1200元，其中工资性收入1500元。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every breakdown that does not come out."""
        for breakdown in document.get(breakdowns):
            severity = _severity(breakdown)
            if severity is not None:
                yield Finding(breakdown.span, _message(breakdown), severity=severity)
        for found in adoptions(document):
            if sum(found.counts) > found.total:
                yield Finding(found.span, _adopted(found), severity=Severity.NOTE)


def _severity(breakdown: Breakdown) -> Severity | None:
    total, added = breakdown.total, breakdown.sum
    if any(part.quantity.low > total.high for part in breakdown.parts):
        return Severity.ERROR
    if len(breakdown.parts) == 1 or abs(added - total.value) <= breakdown.slack or not breakdown.is_partition:
        return None
    if added > total.value or breakdown.is_exhaustive:
        return Severity.ERROR
    is_near = (total.value - added) * _NEARLY < total.value
    return Severity.WARNING if breakdown.is_complete or (breakdown.bracketed and is_near) else None


def _adopted(found: Adoptions) -> Text:
    terms = f"{'+'.join(map(str, found.counts))}={sum(found.counts)}{found.unit}次"
    return Text(
        f"共{found.total}{found.unit}，各处采用{terms}：除非有的被两处采用，请核对",
        f"{found.total} in all, taken {sum(found.counts)} times: right only if some were taken twice",
    )


def _message(breakdown: Breakdown) -> Text:
    total = breakdown.total.written
    if len(breakdown.parts) == 1:
        return Text(
            f"总数是{total}，其中的一项却有{breakdown.parts[0].quantity.written}，分项大于总数，请核对",
            f"a part ({breakdown.parts[0].quantity.written}) is more than its total ({total})",
        )
    doubt = "可能漏了一项或写错一个数" if breakdown.sum < breakdown.total.value else "分项之和超过了总数"
    return Text(
        f"总数是{total}，分项相加{breakdown.computation}，对不上：{doubt}，请核对",
        f"the total is {total}, but the parts make {breakdown.computation}",
    )
