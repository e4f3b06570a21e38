"""PUN009 heading-end-punctuation."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Kind, Pattern, Safety, Severity, Span, Text, bad, good
from gaojian_checks.language.dates import is_taiwanese
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import Heading, outline

_END = r"[ \t\u3000]*+(?=[\r\n]|\Z)"
_MARKED = rf"#{{0,5}}[ \t][^\n]{{1,60}}?(?P<mark>[。，；、]){_END}"
_MARKED_LINE, _MARKED_FIRST_LINE = Pattern(rf"#(?<=\n#){_MARKED}", "#"), Pattern(f"#{_MARKED}")
_NUMBER = "[一二三四五六七八九十]{1,3}"
_NUMBERED_LINE = Pattern(
    r"\n(?=[ \t\u3000一二三四五六七八九十（(])[ \t\u3000]*+"
    rf"(?:{_NUMBER}、|[（(]{_NUMBER}[）)])[^\n。；：]{{2,30}}(?P<mark>。){_END}",
    "。",
)
_FEWEST_BARE = 3


class HeadingEndPunctuation(Check):
    """标题末标点：“一、总体要求。”独占一行的标题末尾不用句号。

    Markdown 的“#”标题末尾有“。，；、”就报；“一、”“（一）”只在下面有正文、同级标题（至少三个）末尾都没有句号时才报，
    因为单独成段的条目本来就是句子。

    不报：标题后接正文的（（一）加强领导。各地要……）、法规的条款、条目都有句号的清单、“？”“！”“……”结尾的标题、繁体文稿的条目。

    A heading on a line of its own that ends with a full stop: any Markdown heading, and a numbered one that has text
    below it and at least three siblings without a full stop. Run-in headings, statutes and items that are sentences
    are left alone.
    """

    code = "PUN009"
    name = "heading-end-punctuation"
    title = Text("标题末标点", "full stop at the end of a heading")
    severity = Severity.WARNING
    weight = 0.1
    needs_paragraphs = True
    basis = (
        "GB/T 15834—2011 A.1、B.4：标题末尾一般不用句号",
        "实测 797 万字干净语料：7600 个 Markdown 标题和各种编号标题，没有误报",
    )
    examples = (
        bad(
            "一、总体要求\n按季推进。\n二、主要任务\n逐项落实。\n三、实施步骤⟦。⟧\n分三步走。\n四、保障措施\n专人负责。",
            fixed="一、总体要求\n按季推进。\n二、主要任务\n逐项落实。\n三、实施步骤\n分三步走。\n四、保障措施\n专人负责。",
        ),
        bad(
            {"手册.md": "# 安装\n\n先下载。\n\n## 再解压⟦。⟧\n\n打开。\n"},
            fixed="# 安装\n\n先下载。\n\n## 再解压\n\n打开。\n",
        ),
        good("一、总体要求。按季推进。\n二、主要任务\n逐项落实。\n三、实施步骤\n略。\n四、保障措施\n略。"),
        good("一、要落实责任。\n二、要加强督查。\n三、要按时报送。"),
        good("一、城区\n略。\n二、乡村\n略。\n三、山区\n略。\n四、共有三处。\n五、库区\n略。"),
        good("（一）水田\n（二）旱地\n（三）果园\n（四）茶园。"),
        good({"手册.md": "## 为什么？\n\n## 等一等……\n\n## 3.1. 说明\n\n正文。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every heading that ends with a full stop or comma."""
        prose = document.prose
        if document.kind is Kind.MARKDOWN:
            first = _MARKED_FIRST_LINE.match(prose)
            for match in [first, *_MARKED_LINE.finditer(prose)] if first else _MARKED_LINE.finditer(prose):
                yield _finding(prose, Span(*match.span("mark")))
        # The items of a statute are sentences.
        if document.get(genre) is Genre.STATUTE or document.get(is_taiwanese):
            return
        ends = {match.start("mark") for match in _NUMBERED_LINE.finditer(prose)}
        for heading in _odd_ones(prose, document.get(outline) if ends else ()):
            if heading.span.end in ends:
                yield _finding(prose, Span(heading.span.end, heading.span.end + 1))


def _odd_ones(prose: str, headings: tuple[Heading, ...]) -> Iterator[Heading]:
    """Yield the headings with a full stop that have text below them, and at least three siblings, all without."""
    groups: dict[tuple[int | None, int], list[int]] = {}
    for place, heading in enumerate(headings):
        groups.setdefault((heading.parent, heading.level), []).append(place)
    for places in groups.values():
        stopped = [place for place in places if prose[headings[place].span.end : headings[place].span.end + 1] == "。"]
        if len(stopped) != 1 or len(places) <= _FEWEST_BARE:
            continue
        heading, following = headings[stopped[0]], headings[stopped[0] + 1 : stopped[0] + 2]
        below = prose[heading.span.end + 1 : following[0].span.start if following else len(prose)]
        has_parts = bool(following) and following[0].level > heading.level
        if not heading.run_in and (has_parts or below.strip("#* \t\u3000\r\n")):
            yield heading


def _finding(prose: str, span: Span) -> Finding:
    return Finding(
        span,
        Text(f"标题末尾不用“{prose[span.start]}”", f"a heading does not end with “{prose[span.start]}”"),
        Fix(Text("删去", "delete it"), (Edit(span, ""),), Safety.SAFE),
    )
