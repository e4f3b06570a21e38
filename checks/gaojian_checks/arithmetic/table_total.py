"""ARI015 table-total."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good

_TOTAL_ROW = Pattern(
    r"(?:合计|总计|合計|總計)(?=[ *\u3000]{0,4}[|\t])(?<=[|\t\n\r *\u3000][合总總][计計])",
    "合计",
    "总计",
    "合計",
    "總計",
)
_CELL = Pattern(
    r"[ *\u3000]{0,6}(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,12})"
    r"(?P<decimals>\.[0-9]{1,6})?[ *\u3000]{0,6}$"
)
_RULE = Pattern(r"[ |:\-]{3,}$")
# Rates, numbers of rows and averages are never added up.
_NO_SUM = (
    "%",
    "％",
    "率",
    "序号",
    "编号",
    "均",
    "比",
    "年份",
    "排名",
    "单价",
    "占",
    "密度",
    "增",
    "指数",
    "得分",
    "电话",
)
# Budgets set items of several levels below each other: 一、 above 1., or an indented row.
_LEVEL = Pattern(
    r"[|*]{0,3}(?P<blank>[ \u3000]{2,}|\u3000)?"
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?[0-9]{1,2}[）)、.．](?![0-9]))?"
)
_SUBTOTALS = ("小计", "合计", "总计", "其中", "小計", "合計", "總計")
_MEASURES = ("元", "万", "亿", "金额", "资金", "投资", "吨", "亩", "公顷", "公里", "面积", "米")
_FEW = 6
_FEWEST_ROWS, _MOST_ROWS, _LONGEST_LINE = 2, 60, 600


class _Row(NamedTuple):
    start: int
    cells: tuple[str, ...]

    def span(self, column: int) -> Span:
        start = self.start + sum(len(cell) + 1 for cell in self.cells[:column])
        cell = self.cells[column]
        first = start + len(cell) - len(cell.lstrip(" *\u3000"))
        return Span(first, first + len(cell.strip(" *\u3000")))


class TableTotal(Check):
    """表格合计不符：“合计”一行的数，与上面各行相加的结果不同。

    Markdown 表格和用制表符分隔的表格，按列把“合计”“总计”上面的各行加起来核对。

    不报：有“小计”“其中”行、空格或非数字格的列；比率、占比、序号、单价、平均一类不能相加的列；四舍五入能解释的尾差；
    “合计”在第一行的表。

    A column of a table whose total is not the sum of the rows above. Subtotals, rates, averages, columns with other
    than numbers, and differences that rounding explains are left alone.
    """

    code = "ARI015"
    name = "table-total"
    title = Text("表格合计不符", "total of a table is not the sum of its rows")
    severity = Severity.ERROR
    basis = ("出版物编校：数据前后矛盾属知识性、逻辑性差错",)
    weight = 2.0
    examples = (
        bad("| 镇 | 户数 | 金额 |\n|---|---|---|\n| 东镇 | 12 | 3.5 |\n| 西镇 | 20 | 4.5 |\n| 合计 | ⟦33⟧ | 8.0 |"),
        bad("镇\t户数\n东镇\t1,200\n西镇\t300\n南镇\t60\n合计\t⟦1,500⟧"),
        good("| 镇 | 户数 | 占比（%） |\n|---|---|---|\n| 东镇 | 12 | 37.5 |\n| 西镇 | 20 | 62 |\n| 合计 | 32 | 9 |"),
        good("| 镇 | 户数 |\n|---|---|\n| 东镇 | 12 |\n| 其中：贫困户 | 5 |\n| 西镇 | 20 |\n| 合计 | 32 |"),
        good("镇\t投资（万元）\n东镇\t12\n西镇\t20\n合计\t33"),
        good("镇\t金额\n东镇\t0.33\n西镇\t0.33\n南镇\t0.33\n合计\t1.00"),
        good("科目\t人数\n一、在编\t30\n1.教师\t20\n2.职员\t10\n二、外聘\t5\n合计\t35"),
        good("科目\t人数\n在编\t30\n　　教师\t20\n　　职员\t10\n外聘\t5\n合计\t35"),
        good("镇\t户数\n合计\t32\n东镇\t12\n西镇\t20"),
        good("镇\t户数\n东镇\t约12\n西镇\t20\n合计\t33"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every total that the rows above do not make."""
        prose = document.prose
        for match in _TOTAL_ROW.finditer(prose):
            total = _row(
                prose,
                _line_start(prose, match.start()),
                prose[match.end() : match.end() + 5].lstrip(" *\u3000")[:1],
            )
            if total is not None and not any(cell.strip(" *\u3000") for cell in _before(total, match.start())):
                yield from _columns(total, _rows_above(prose, total))


def _before(total: _Row, at: int) -> tuple[str, ...]:
    """Return the cells before the one that is headed 合计."""
    passed, start = [], total.start
    for cell in total.cells:
        if start + len(cell) > at:
            break
        passed.append(cell)
        start += len(cell) + 1
    return tuple(passed)


def _line_start(prose: str, at: int) -> int:
    low = max(0, at - _LONGEST_LINE)
    found = prose.rfind("\n", low, at)
    return low if found < 0 else found + 1


def _row(prose: str, start: int, separator: str) -> _Row | None:
    end = prose.find("\n", start, start + _LONGEST_LINE)
    end = min(len(prose), start + _LONGEST_LINE) if end < 0 else end
    line = prose[start:end].rstrip("\r")
    return _Row(start, tuple(line.split(separator))) if separator and separator in line else None


def _rows_above(prose: str, total: _Row) -> list[_Row]:
    """Return the rows of the same shape above ``total``, nearest first; the last is the heading."""
    separator = prose[total.start + len(total.cells[0])]
    rows: list[_Row] = []
    start = total.start
    while start > 0 and len(rows) < _MOST_ROWS:
        start = _line_start(prose, start - 1)
        row = _row(prose, start, separator)
        if row is None or len(row.cells) != len(total.cells):
            break
        if any(word in cell for cell in row.cells for word in _SUBTOTALS):
            return []
        if not _RULE.match("|".join(row.cells)):
            rows.append(row)
    return rows if len(rows) < _MOST_ROWS else []


def _columns(total: _Row, rows: list[_Row]) -> Iterator[Finding]:
    *body, heading = rows or [total]
    if len(body) < _FEWEST_ROWS or _has_levels(body):
        return
    for column, cell in enumerate(total.cells):
        numbers = [_number(row.cells[column]) for row in body]
        stated = _number(cell)
        title = heading.cells[column]
        if stated is None or _number(title) is not None or any(word in title for word in _NO_SUM):
            continue
        values = [number for number in numbers if number is not None]
        if len(values) < len(numbers):
            continue
        added = sum((value for value, _ in values), Decimal(0))
        steps = [step for _, step in (stated, *values)]
        # Whole numbers are counted, unless they are measures that may have been rounded.
        is_rounded = min(steps) < 1 or any(measure in title for measure in _MEASURES)
        slack = sum(steps, Decimal(0)) / 2 if is_rounded else Decimal(0)
        # Twice the total: some rows are the sums of others.
        if abs(added - stated[0]) > slack and abs(added - 2 * stated[0]) > slack:
            terms = "+".join(f"{value}" for value, _ in reversed(values))
            sums = f"{terms}={added}" if len(values) <= _FEW else f"{len(values)}行相加得{added}"
            yield Finding(
                total.span(column),
                Text(
                    f"“{title.strip()}”一列{sums}，合计写{stated[0]}，请核对",
                    f"the rows of this column make {added}, the total says {stated[0]}",
                ),
            )


def _has_levels(rows: list[_Row]) -> bool:
    """Whether the names of rows are numbered or set in in more than one way."""
    kinds = set()
    for row in rows:
        name = next((cell for cell in row.cells if cell.strip(" *\u3000")), "")
        level = _LEVEL.match(name.removeprefix(" "))
        mark = level[0].strip(" \u3000|*") if level else ""
        kinds.add(
            (
                bool(level and level["blank"]),
                mark[:1] in "（(" and mark != "",
                mark.strip("（()）、.．").isdigit(),
                mark == "",
            )
        )
    return len(kinds) > 1


def _number(cell: str) -> tuple[Decimal, Decimal] | None:
    """Return the value of a cell and the worth of one in its last digit."""
    match = _CELL.match(cell)
    if match is None:
        return None
    decimals = match["decimals"] or ""
    digits = match["number"].replace(",", "") + decimals
    return Decimal(digits), Decimal(1).scaleb(-max(0, len(decimals) - 1))
