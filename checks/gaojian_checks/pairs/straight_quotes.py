"""QUO009 straight-quotes."""

from collections.abc import Iterator

from gaojian import HIDDEN, Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.genre import is_technical
from gaojian_checks.language.latin import latin

_HAN = Pattern("[\u4e00-\u9fff]")
# What programs and tables of data write: "名称": "值", title="标题", "甲","乙".
_DATA = Pattern(r'"\s{0,2}:\s{0,2}["\[{0-9]|[A-Za-z_]\s?=\s?"|","|\\"')
# echo "你好", print("你好")
_CODE = Pattern(r"[A-Za-z_]\s?[(\[]?\s?\Z|[={\[]\s?\Z")
_LONGEST = 200


class StraightQuotes(Check):
    """直引号：中文里用了不分左右的英文引号 "一把手"，应当用“一把手”（繁体用「」）。

    一行里的直引号成双、引号里面或两边是汉字的才算；夹在“”里面的改为‘’。多半是全文的输入习惯，合并成一条，一次改完。

    不报：技术文档（多为代码和英文字符串）；一行里个数为单的；英寸（24"显示器）；"名称": "值"一类的数据；英文句子。

    Straight quotation marks around Chinese words, an even number of them in the line. They are one finding a document,
    and its fix makes them curly, or corner marks in Traditional text. Technical documents, inch marks, data such as
    "key": "value", and English sentences are left alone.
    """

    code = "QUO009"
    name = "straight-quotes"
    title = Text("直引号", "straight quotation marks")
    severity = Severity.WARNING
    weight = 0.1
    needs = ('"',)
    basis = ("GB/T 15834—2011 4.8.2", "实测：797万字干净语料中，技术文档以外只有2处")
    examples = (
        bad('落实⟦"河长制"⟧责任。', fixed="落实“河长制”责任。"),
        bad(
            '开展⟦"清河"⟧"护渔"行动。\n开通"12345"热线。',
            fixed="开展“清河”“护渔”行动。\n开通“12345”热线。",
        ),
        bad('他说“要弘扬⟦"老黄牛"⟧精神”。', fixed="他说“要弘扬‘老黄牛’精神”。"),
        bad('本辦法所稱⟦"河川"⟧，指第三條之水道。', fixed="本辦法所稱「河川」，指第三條之水道。"),
        good('采购24"和27"显示器各三台。'),
        good('{"名称": "临江", "级别": "县"}\n"姓名","单位"'),
        good('落实"河长制责任。'),
        good('运行echo "你好"或print("你好")。'),
        good('He said "hello" to us.'),
        good({"示例.md": '`print("你好")`\n\n<a title="标题">正文</a>'}),
        good('返回"成功"或"失败"。', profile="technical"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for all straight quotation marks around Chinese words."""
        if '"' not in document.get(latin) or document.get(is_technical):
            return
        prose = document.prose.replace("\r", "\n")
        pairs = list(_pairs(prose))
        if not pairs:
            return
        outer, inner = ("「」", "『』") if document.get(is_taiwanese) else ("“”", "‘’")
        edits = []
        for line, (start, end) in pairs:
            before = prose[max(line, start - _LONGEST) : start]
            marks = inner if before.count(outer[0]) > before.count(outer[1]) else outer
            edits += [Edit(Span(start, start + 1), marks[0]), Edit(Span(end - 1, end), marks[1])]
        count, first = len(pairs), pairs[0][1]
        written = prose[first.start + 1 : first.end - 1]
        many = (f"（全文共{count}对，这是第一对）", f" (the first of {count} pairs)") if count > 1 else ("", "")
        yield Finding(
            first,
            Text(
                f'直引号不分左右，"{written}"应作{outer[0]}{written}{outer[1]}{many[0]}',
                f"straight quotation marks: write {outer[0]}{written}{outer[1]}{many[1]}",
            ),
            Fix(Text(f"改为{outer}", f"change to {outer}"), tuple(edits), Safety.SAFE),
        )


def _pairs(prose: str) -> Iterator[tuple[int, Span]]:
    """Yield the pairs around Chinese words, each with the start of its line."""
    at = prose.find('"')
    while at >= 0:
        start = prose.rfind("\n", 0, at) + 1
        stop = prose.find("\n", at)
        end = stop if stop >= 0 else len(prose)
        line = prose[start:end]
        if line.count('"') % 2 == 0 and not _DATA.search(line):
            yield from ((start, span) for span in _quoted(line, start))
        at = prose.find('"', end)


def _quoted(line: str, start: int) -> Iterator[Span]:
    pieces = line.split('"')
    offset = start
    for number, piece in enumerate(pieces):
        if number % 2 and _is_quotation(pieces[number - 1], piece, pieces[number + 1][:1]):
            yield Span(offset - 1, offset + len(piece) + 1)
        offset += len(piece) + 1


def _is_quotation(before: str, words: str, after: str) -> bool:
    if not 0 < len(words) <= _LONGEST or HIDDEN in words or words.isspace() or words.count("“") != words.count("”"):
        return False
    if _CODE.search(before[-4:]) or (before[-1:].isdigit() and words[-1].isdigit()):
        # 24"和27": inches.
        return False
    return bool(_HAN.search(words) or (_HAN.match(before[-1:]) and _HAN.match(after)))
