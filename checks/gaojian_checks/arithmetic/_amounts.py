"""What stands in the cells of a table of figures: amounts, totals, what counts and what is measured."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from gaojian import NamedTuple, Pattern
from gaojian_checks.language.tables import Row, TableCell

_AMOUNT = Pattern(
    r"(?P<sign>[-－−])?(?P<number>[0-9]{1,3}(?:[,，][0-9]{3}){1,4}|[0-9]{1,12})(?P<decimals>[.．][0-9]{1,6})?"
    r" ?(?P<unit>[%％]|[万亿]?元|公里|公顷|平方米|[户人个项家件亩吨台套名所次])?$"
)
_NOTHING = Pattern(r"[-—–－/／]{0,4}$")
_YEAR = Pattern(r"(?:19[5-9]|20[0-4])[0-9]$")
_BLANKS = str.maketrans("", "", " \u3000\u00a0*")
_UNIT = Pattern(r"[（(][^（()）]{0,12}[）)]$")
_TOTALS = frozenset(("合计", "总计", "共计", "总合计", "合計", "總計", "共計"))
_SUBTOTALS = frozenset(("小计", "小計"))
_OF_WHICH = "其中"
# Rates, numbers of rows and averages are never added up.
_NO_SUM = (
    *("%", "％", "率", "序号", "编号", "代码", "均", "比", "年份", "排名", "名次", "单价", "标准", "占", "密度", "增"),
    *(
        "减",
        "指数",
        "进度",
        "年龄",
        "温度",
        "得分",
        "评分",
        "电话",
        "累计",
        "余额",
        "备注",
        "系数",
        "强度",
        "最高",
        "最低",
    ),
)
_SHARES = ("占", "比重", "比例", "构成", "份额", "%", "％")
_COUNTED = Pattern("[人男女户戶个個件项項家次辆台名数數所座篇起宗份处處村镇班]")
_MEASURED = Pattern("[元万亿萬億吨亩畝米量重额額]|公顷|公里|面积|投资|资金|经费|收入|支出")
_WHOLE = 100


class Amount(NamedTuple):
    """The value of a cell, the worth of one in its last digit, and the unit behind it, "" where the heading has it."""

    value: Decimal
    step: Decimal
    unit: str = ""


NOTHING = Amount(Decimal(0), Decimal(0))
"""What an empty cell or a dash is worth."""


def amount(cell: TableCell | None) -> Amount | None:
    """Return what ``cell`` is worth; NOTHING where it is empty, None where it says something else."""
    if cell is None or _NOTHING.match(cell.text):
        return NOTHING
    match = _AMOUNT.match(cell.text)
    if match is None:
        return None
    decimals = (match["decimals"] or "").replace("．", ".")
    value = Decimal(match["number"].replace(",", "").replace("，", "") + decimals)
    step = Decimal(1).scaleb(-max(0, len(decimals) - 1))
    return Amount(-value if match["sign"] else value, step, match["unit"] or "")


def is_figure(cell: TableCell | None) -> bool:
    """Whether ``cell`` holds a number."""
    return (found := amount(cell)) is not None and found is not NOTHING


def is_year(cell: TableCell | None) -> bool:
    """Whether ``cell`` may hold a year."""
    return cell is not None and _YEAR.match(cell.text) is not None


def label(row: Row) -> str:
    """Return the first words of a row that are no number, without blanks between them."""
    cell = label_cell(row)
    return "" if cell is None else cell.text.translate(_BLANKS)


def label_cell(row: Row) -> TableCell | None:
    """Return the cell that says what the figures of a row are about."""
    return next((cell for cell in row if cell is not None and cell.text and amount(cell) is None), None)


def _core(words: str) -> str:
    unit = _UNIT.search(words)
    return (words[: unit.start()] if unit else words).rstrip("：:")


def is_total(words: str) -> bool:
    """Whether ``words`` head a row or a column of totals."""
    return _core(words) in _TOTALS


def is_subtotal(words: str) -> bool:
    """Whether ``words`` head a total of some rows or columns."""
    return _core(words) in _SUBTOTALS


def is_of_which(words: str) -> bool:
    """Whether ``words`` head a part of the row before."""
    return words.startswith(_OF_WHICH)


def heading_rows(rows: Sequence[Row]) -> int:
    """Return how many rows at the top are headings: the first, and those after it that hold no number."""
    for number, row in enumerate(rows[1:], 1):
        if any(map(is_figure, row)) or is_total(label(row)):
            return number
    return len(rows)


def titles(rows: Sequence[Row], columns: int) -> tuple[str, ...]:
    """Return what the heading ``rows`` say of each column; what heads several columns counts for each of them."""
    words = [""] * columns
    for row in rows:
        for column, cell in enumerate(row):
            if cell is not None:
                for covered in range(column, min(columns, column + cell.width)):
                    words[covered] += cell.text.translate(_BLANKS)
    return tuple(words)


def is_added(title: str) -> bool:
    """Whether the figures under ``title`` can be added up."""
    is_number = title.replace(".", "").replace(",", "").isdigit() and not _YEAR.match(title)
    return not is_number and not any(word in title for word in _NO_SUM)


def is_quantity(title: str) -> bool:
    """Whether ``title`` names things counted or measured, of which no mean would stand as the total."""
    return _COUNTED.search(title) is not None or _MEASURED.search(title) is not None


def is_share(title: str, total: Amount) -> bool:
    """Whether a column holds the shares of a whole: it says so, and its total is 100."""
    return total.value == _WHOLE and any(word in title for word in _SHARES)


def slack(title: str, amounts: Iterable[Amount]) -> Decimal:
    """Return how far a sum may be out because its parts are rounded; counted things are not."""
    steps = [one.step for one in amounts if one.step]
    if steps and min(steps) == 1 and _COUNTED.search(title) and not _MEASURED.search(title):
        return Decimal(0)
    return sum(steps, Decimal(0)) / 2
