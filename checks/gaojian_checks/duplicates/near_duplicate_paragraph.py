"""DUP003 near-duplicate-paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._blocks import lines_of, range_text
from gaojian_checks.duplicates._near import Difference, near_paragraphs
from gaojian_checks.duplicates._paragraphs import paragraphs

_MOST_SHOWN = 3
_DRAFT = (
    "图书馆分馆建设按序时进度推进，城区六处自助书屋全部开放，借还书不再受闭馆时间限制。农家书屋更新图书，"
    "补充了农技、医卫和少儿读物，由村里退休教师轮流值守，周末组织孩子们读书讲故事，家长普遍欢迎。"
    "流动图书车每月到山区学校一次，师生凭一张卡就能借书。"
)


@dataclass(frozen=True, eq=False, repr=False)
class NearDuplicateParagraph(Check):
    """段落近似重复：两段话只差几个字。

    改稿后新旧两段并存，或者复制一段作底稿却没有改完，就会出现只差几个字的两段。信息中列出不同之处，
    请核对后留一段，或者把第二段改成它该有的内容。

    两段按五字相连的片段比较，九成以上相同、每段满八十字才报。数字不一致的另由 DUP010 报告。

    不报：只有地名、单位、人称等名称不同的同类段落；法规的平行条款；文书样本；表格的行；夹有代码的说明文字。

    Two paragraphs that differ in a few characters: nine tenths of their five-character pieces are the same. Paragraphs
    of one form that differ in the place or body they are about, and parallel articles of statutes, are left alone.
    """

    code = "DUP003"
    name = "near-duplicate-paragraph"
    title = Text("段落近似重复", "paragraph nearly stands again")
    severity = Severity.WARNING
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 3587 份正式文件：五字片段九成以上相同、满 80 字的段落见于 0.3 % 的文件，几乎都是平行条款",
    )
    needs_paragraphs = True
    profiles = {"statute": None, "specimen": None}
    examples = (
        bad(f"{_DRAFT}\n⟦{_DRAFT.replace('普遍欢迎', '普遍满意')}⟧"),
        bad(f"（一）{_DRAFT}\n（二）抓好校园阅读。\n⟦（三）{_DRAFT}⟧"),
        bad(f"{_DRAFT}\n二、文艺\n⟦{_DRAFT.replace('轮流值守，', '值守，')}⟧"),
        good(f"{_DRAFT}\n{_DRAFT}"),
        good(f"南溪{_DRAFT}\n北溪{_DRAFT}"),
        good(f"{_DRAFT.replace('山区', '河口县')}\n{_DRAFT.replace('山区', '石盘县')}"),
        good(f"{_DRAFT[:60]}\n{_DRAFT[:58]}了。"),
        good(f"{_DRAFT}\n{_DRAFT.replace('普遍欢迎', '普遍满意')}", profile="statute"),
    )

    least_characters: Annotated[int, Text("满多少字才报", "Least characters")] = 80
    least_similarity: Annotated[float, Text("至少多少片段相同", "Least share of equal pieces")] = 0.9

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every later paragraph that differs from an earlier one in its wording alone."""
        found = document.get(paragraphs)
        for near in document.get(near_paragraphs):
            if near.numbers or any(difference.is_name for difference in near.words):
                continue
            if len(found.keys[near.later]) < self.least_characters or near.similarity < self.least_similarity:
                continue
            span, source = (found.span(line, line) for line in (near.later, near.earlier))
            there = range_text(*lines_of(document, source))
            shown = [_shown(difference) for difference in near.words[:_MOST_SHOWN]]
            zh = "、".join(text.zh for text in shown) or "只有序号不同"
            en = ", ".join(text.en for text in shown) or "only its number differs"
            message = Text(
                f"这一段与第 {there} 行几乎相同：{zh}；请核对后只留一段",
                f"this paragraph is nearly the same as line {there}: {en}; keep one of them",
            )
            related = Related(source, Text(f"另一段：第 {there} 行", f"the other paragraph: line {there}"))
            yield Finding(span, message, related=(related,))


def _shown(difference: Difference) -> Text:
    if not difference.earlier:
        return Text(f"多“{difference.later}”", f"“{difference.later}” added")
    if not difference.later:
        return Text(f"少“{difference.earlier}”", f"“{difference.earlier}” missing")
    return Text(f"“{difference.earlier}”作“{difference.later}”", f"“{difference.later}” for “{difference.earlier}”")
