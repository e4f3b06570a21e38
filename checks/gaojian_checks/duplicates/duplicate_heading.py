"""DUP004 duplicate-heading."""

from collections.abc import Iterable, Iterator

from gaojian import HIDDEN, Check, Document, Finding, Pattern, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.language.outline import Heading, outline

_SHORTEST = 4
# 1. and （1） number the steps of a list more often than sections.
_DEEPEST = 15
_NUMBERS = "一二三四五六七八九十百零〇"
_OPENINGS = f"#*第（{_NUMBERS}"
_WORDS = Pattern(rf"\n[{_OPENINGS}][{_OPENINGS}）、_0-9 ]*+([^\n。]*+)")
# Heads that name a kind of passage, not its subject: each section may have its own.
_COMMON = Pattern(
    r"会议(?:指出|强调|要求|认为|决定|听取)"
    r"|(?:使用|操作|代码|完整|示例|参数|配置|返回|常见|相关|参考|注意|基本|主要|有关|问题|错误|[Bb]ug ?|功能|新增|改进"
    r"|其他|兼容性|发布|更新|解决|前提|准备)"
    r"(?:说明|方法|示例|代码|限制|场景|步骤|事项|资料|文献|链接|文档|问题|描述|修复|功能|提升|变更|日志|情况|职责|要求"
    r"|条件|工作|方案|结果)"
)


class DuplicateHeading(Check):
    """标题重复：同一个标题下，有两个同级的小标题一字不差。

    多见于套用旧稿时标题没有改、一节内容被粘贴两次，或者后一节的标题写错。信息中指出前一个标题所在的行。
    认 Markdown 的 #，以及公文的“一、”“（一）”和“第一章”；序号不同而文字相同也算。

    不报：不同上级标题之下的同名小标题，“会议指出”“使用示例”“错误修复”一类通用小标题，不满四字的标题，
    编号重新从“一”排起的附件和清单，法规、文书样本，“1.”“（1）”各级条目。

    Two headings of one level under one parent that read the same: one was not changed after copying, or its section
    was pasted twice. Common heads, headings under different parents and lists that count anew are left alone.
    """

    code = "DUP004"
    name = "duplicate-heading"
    title = Text("标题重复", "heading stands twice under one parent")
    severity = Severity.WARNING
    basis = (
        "GB/T 9704—2012 7.3.3：结构层次依次用“一、”“（一）”“1.”“（1）”标注",
        "实测 1421 份文件（法规除外）：同一上级之下四字以上的同名标题为 0",
    )
    needs_paragraphs = True
    profiles = {"statute": None, "specimen": None}
    examples = (
        bad(
            "三、保障措施\n（一）明确责任分工\n各负其责。\n（二）加强督促检查\n每月一查。\n⟦（三）明确责任分工⟧\n专班推进。"
        ),
        bad("三、保障措施\n（二）明确责任分工。各负其责。\n⟦（三）明确责任分工⟧。专班推进。"),
        bad({"手册.md": "# 手册\n\n## 安装步骤说明\n\n先下载。\n\n## ⟦安装步骤说明⟧\n\n再解压。\n"}),
        good("一、城区\n（一）明确责任分工\n各负其责。\n二、乡村\n（一）明确责任分工\n各负其责。"),
        good("一、第一次会议\n（一）会议指出\n要抓紧。\n（二）会议指出\n要抓实。"),
        good("一、报名办法\n填表。\n二、考试科目\n两科。\n附件1\n一、报名办法\n填表。"),
        good("一、例子\n（一）食品\n米面。\n（二）食品\n油盐。"),
        good({"手册.md": "## 甲\n\n### 使用示例\n\n略。\n\n### 使用示例\n\n略。\n"}),
        good({"手册.md": "## `make` 的使用限制\n\n略。\n\n## `cmake` 的使用限制\n\n略。\n"}),
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every later heading."""
        if not _may_repeat(document.get(paragraphs).text):
            return
        for heading, first in _repeated(document.get(outline)):
            if HIDDEN in document.prose[heading.span.start : heading.span.end]:
                continue
            line = document.line_number(first.span.start)
            message = Text(
                f"同级标题“{heading.text}”在第 {line} 行已经用过；请改标题，或者把两处内容合并",
                f"“{heading.text}” already heads line {line} under the same parent; change it or merge the two",
            )
            related = Related(first.span, Text(f"前一个标题：第 {line} 行", f"first heading: line {line}"))
            yield Finding(heading.span, message, related=(related,))


def _may_repeat(text: str) -> bool:
    """Return whether two lines of normalised ``text`` that begin like headings go on alike: a quick test for all."""
    words = [words.rstrip("*_#") for words in _WORDS.compiled.findall("\n" + text)]
    return len(set(words)) < len(words)


def _repeated(headings: tuple[Heading, ...]) -> Iterator[tuple[Heading, Heading]]:
    seen: dict[tuple[int | None, int, str], Heading] = {}
    for heading in headings:
        if heading.parent is None and heading.number[:1] in {"一", "1"}:
            # The headings of an annex count anew; those of the body are no longer theirs.
            seen = {key: first for key, first in seen.items() if key[1] < heading.level}
        if heading.level > _DEEPEST or len(heading.text) < _SHORTEST or _COMMON.compiled.fullmatch(heading.text):
            continue
        key = (heading.parent, heading.level, heading.text)
        if key in seen:
            yield heading, seen[key]
        else:
            seen[key] = heading
