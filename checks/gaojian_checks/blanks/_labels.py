"""Units that name a column or a field, where the number stands elsewhere."""

from gaojian_checks.blanks._surroundings import BLANKS

_SENTENCE = frozenset("，。；、！？：,;:")
_COLUMNS = frozenset("\t|│｜┃")
_CELL_BORDERS = "\n\r\t|│｜┃"
_LONGEST_LABEL = 16
# 完成投资万元 on a line of its own says what was done; 总投资万元 and 累计完成投资额万元 head a column.
_STATED = (
    "完成 到位 投入 达到 筹集 争取 拨付 实现 召开 举办 新增 建成 发放 查处 查获 受理 達到 籌集 爭取 實現 召開 舉辦"
)
_VERBS = tuple(_STATED.split())
_HEADING = ("累计", "本月", "本年", "上年", "其中", "计划", "年度", "合计", "累計", "計劃")
_NAMING_ENDS = tuple("额額数數量率值积積费費比计計长長")
_REACH = 80


def is_label(prose: str, start: int, end: int) -> bool:
    """Return whether the unit at ``start`` names a column or field: 总投资万元 in a cell, a CSV header, 增长% alone."""
    first = max(0, start - _REACH)
    last = min(len(prose), end + _REACH)
    cell_start = max(prose.rfind(border, first, start) for border in _CELL_BORDERS) + 1 or first
    ends = [place for border in _CELL_BORDERS if (place := prose.find(border, end, last)) >= 0]
    cell_end = min(ends, default=last)
    cell = prose[cell_start:cell_end].strip(BLANKS)
    if _SENTENCE.isdisjoint(cell):
        columns = ("  " in cell or "\u3000" in cell) and prose[start - 1] not in BLANKS
        return columns or (len(cell) <= _LONGEST_LABEL and not _is_statement(prose, cell_start, start, cell_end))
    if prose[end : end + 1] in ("：", ":"):
        return True
    return cell.count(",") > 1 and _is_csv_header(prose, cell, cell_end)


def _is_statement(prose: str, first: int, unit: int, end: int) -> bool:
    """Return whether the short line says what was done, among lines that are no labels."""
    words = prose[first:unit].strip(BLANKS)
    if any(word in words for word in _HEADING) or not any(word in words for word in _VERBS):
        return False
    if words.endswith(_NAMING_ENDS) or prose[max(0, first - 1)] in _COLUMNS or prose[end : end + 1] in _COLUMNS:
        return False
    above = prose[max(0, first - _REACH) : first].rstrip().replace("\r", "\n").rpartition("\n")[2]
    below = prose[end : end + _REACH].lstrip().replace("\r", "\n").partition("\n")[0]
    return not (_may_be_label(above) or _may_be_label(below))


def _may_be_label(line: str) -> bool:
    return 0 < len(line.strip(BLANKS)) <= _LONGEST_LABEL and _SENTENCE.isdisjoint(line)


def _is_csv_header(prose: str, line: str, line_end: int) -> bool:
    if not _SENTENCE.isdisjoint(line.replace(",", "")) or any(character.isdigit() for character in line):
        return False
    next_line = prose[line_end : line_end + _REACH].lstrip("\r\n").partition("\n")[0]
    return next_line.count(",") >= line.count(",")
