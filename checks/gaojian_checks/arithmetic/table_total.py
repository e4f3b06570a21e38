"""ARI015 table-total."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Text, bad, good
from gaojian_checks.arithmetic._column_totals import Columns, Part
from gaojian_checks.arithmetic._row_totals import Rows
from gaojian_checks.arithmetic._sums import Sum
from gaojian_checks.language.tables import tables

_WORDS = tuple(Pattern(rf"{mark}(?<=[合总總小共 \u3000\u00a0]{mark})", mark) for mark in "计計")
_AMONG = "其中"
_FEW = 6


class TableTotal(Check):
    """表格合计不符：“合计”一行或一列的数，与它所合计的各数相加的结果不同。

    Markdown、HTML、Word、OpenDocument 表格和用制表符分隔的表格，逐列核对“合计”“总计”“小计”各行，逐行核对“合计”
    “小计”各列；“其中”一行不得大于它的上一行；占比一列合计写100的，也要加得到100。
    有“小计”“其中”或者分级编号的表有几种加法，取与全表其他各数相合的一种；都不相合的不报。

    不报：格子里不是数字的列；率、均、比、序号、单价、增减、累计一类不能相加的列；四舍五入能解释的尾差；
    空格可能漏填而和数偏小的；合计看来是平均数的；“合计”一列与多数行对不上的（可能不是各列之和）。

    A total of a table that is not the sum of its rows or columns. Where subtotals, parts of parts or levels allow
    several ways to add, the one that the rest of the table bears out is taken. Rates, averages, cells with other than
    numbers, and differences that rounding explains are left alone.
    """

    code = "ARI015"
    name = "table-total"
    title = Text("表格合计不符", "total of a table is not the sum of its rows")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    needs = ("计|計|其中",)
    examples = (
        bad("| 镇 | 户数 | 金额 |\n|---|---|---|\n| 东镇 | 12 | 3.5 |\n| 西镇 | 20 | 4.5 |\n| 合计 | ⟦33⟧ | 8.0 |"),
        bad("镇\t户数\n东镇\t1,200\n西镇\t300\n南镇\t60\n合　计\t⟦1,500⟧"),
        bad("镇\t男\t女\t合计\n东镇\t7\t5\t12\n西镇\t9\t9\t⟦20⟧\n南镇\t3\t4\t7\n合计\t19\t18\t37"),
        bad("镇\t户数\n东镇\t12\n其中：低保户\t⟦15⟧\n西镇\t20\n合计\t32"),
        bad(
            "科目\t人数\t经费\n教师\t20\t8\n职员\t10\t2\n小计\t30\t⟦18⟧\n外聘\t5\t1\n返聘\t2\t1\n小计\t7\t2\n合计\t37\t12"
        ),
        bad("类别\t占比（%）\n种植\t45.5\n养殖\t38.5\n加工\t12\n合计\t⟦100⟧"),
        good("类别\t占比（%）\n种植\t45.5\n养殖\t38.5\n加工\t15.9\n合计\t100"),
        good("| 镇 | 户数 | 均比（%） |\n|---|---|---|\n| 东镇 | 12 | 37.5 |\n| 西镇 | 20 | 62 |\n| 合计 | 32 | 9 |"),
        good("| 镇 | 户数 |\n|---|---|\n| 东镇 | 12 |\n| 其中：贫困户 | 5 |\n| 西镇 | 20 |\n| 合计 | 32 |"),
        good("镇\t投资（万元）\n东镇\t12\n西镇\t20\n合计\t33"),
        good("镇\t金额\n东镇\t0.33\n西镇\t0.33\n南镇\t0.33\n合计\t1.00"),
        good("科目\t人数\n一、在编\t30\n1.教师\t20\n2.职员\t10\n二、外聘\t5\n合计\t35"),
        good("科目\t人数\n在编\t30\n　　教师\t20\n　　职员\t10\n外聘\t5\n合计\t35"),
        good("镇\t户数\n合计\t32\n东镇\t12\n西镇\t20"),
        good("镇\t户数\n东镇\t约12\n西镇\t20\n合计\t33"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every total that is no sum, and for every part that is more than the whole."""
        prose = document.prose
        if not (document.cells or "|" in prose or "\t" in prose):
            return
        if not any(word.may_match(prose) and word.search(prose) for word in _WORDS) and _AMONG not in prose:
            return
        for table in document.get(tables):
            columns = Columns(table)
            down, along = list(columns.wrong()), list(Rows(table).wrong())
            found = {one.cell.span: _sum_finding(one, "列") for one in down if not _is_explained(one, along)}
            found |= {one.cell.span: _sum_finding(one, "行") for one in along if not _is_explained(one, down)}
            yield from found.values()
            yield from map(_part_finding, columns.exceeding())


def _is_explained(one: Sum, others: list[Sum]) -> bool:
    """Whether a sum the other way is out by as much because it holds the wrong total before this one."""
    out = one.stated.value - one.added
    return any(other.stated.value - other.added == -out and other.cell.span < one.cell.span for other in others)


def _sum_finding(one: Sum, way: str) -> Finding:
    values = [part.value for part in one.parts if part.step]
    terms = "+".join(f"{value}" for value in values).replace("+-", "-")
    few = len(values) <= _FEW
    return Finding(
        one.cell.span,
        Text(
            f"“{one.name}”一{way}{f'{terms}={one.added}' if few else f'{len(values)}个数相加得{one.added}'}，"
            f"合计写{one.stated.value}，请核对",
            f"the parts of this total make {f'{terms}={one.added}' if few else one.added}, it says {one.stated.value}",
        ),
        severity=None if one.is_sure else Severity.WARNING,
    )


def _part_finding(one: Part) -> Finding:
    return Finding(
        one.cell.span,
        Text(
            f"“{one.title}”一列，其中的一项是{one.cell.text}，大于上一行的{one.whole.text}，请核对",
            f"a part ({one.cell.text}) is more than the row above it ({one.whole.text})",
        ),
    )
