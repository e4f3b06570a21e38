"""DUP010 conflicting-duplicate."""

from collections.abc import Iterable

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._blocks import lines_of, range_text
from gaojian_checks.duplicates._near import Difference, Near, near_paragraphs
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.language.outline import heading_above

_MOST_WORDS = 3
_MOST_COPIES = 2
_MOST_SHOWN = 4
_LONGEST_LABEL = 16
_DRAFT = (
    "全年接待游客{0}万人次，实现旅游综合收入{1}亿元，同比增长{2}%，新增星级民宿八家，"
    "环湖步道全线贯通，景区停车难问题得到缓解。"
)
_STEP = "年营业额{}万元以上的民宿，一次性奖励{}万元，优先列入旅游线路，并在宣传册上予以推介，奖金次年一季度兑现。"


class ConflictingDuplicate(Check):
    """重复文字数据不一：两段话几乎一字不差，里面的数字却不相同。

    多半是改稿时新旧两段都留了下来。这比原样重复更严重：同一件事有两个数，读者不知道该信哪一个。
    信息中列出两处不同的数字，请核对后留一段。

    不报：按年度、季度、地区、单位逐一填写的同类段落（不同的是年份、序号或名称，三段以上一个格式，或者各在名称不同的小标题下、
    数字无一相同）；按档次逐一规定的条目（五百万元以上的、一千万元以上的）；法规、样本、表格的行；夹有代码的说明文字。

    Two paragraphs that are nearly equal while their numbers differ: most often an old draft that was left in. Series by
    year, place or body are left alone: their years, ordinals or names differ, or three and more share one form.
    """

    code = "DUP010"
    name = "conflicting-duplicate"
    title = Text("重复文字数据不一", "repeated text with other numbers")
    severity = Severity.ERROR
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 1421 份文件：遮去数字后相同、而数字不同的段落为 0（法规除外）",
    )
    needs_paragraphs = True
    profiles = {"statute": None, "specimen": None}
    examples = (
        bad(f"{_DRAFT.format(320, '15.6', 12)}\n⟦{_DRAFT.format(320, '15.6', 15)}⟧"),
        bad(f"一、旅游\n{_DRAFT.format(320, '15.6', 12)}\n二、明年打算\n⟦{_DRAFT.format(326, '15.6', 12)}⟧"),
        bad(f"（一）{_DRAFT.format(320, '15.6', 12)}\n⟦（二）{_DRAFT.format(302, '15.6', 12)}⟧"),
        bad(f"{_DRAFT.format(320, '15.6', 12)}\n⟦{_DRAFT.format(320, '16.5', 12).replace('得到', '明显')}⟧"),
        good(f"{_DRAFT.format(320, '15.6', 12)}\n{_DRAFT.format(320, '15.6', 12)}"),
        good(f"2018年，{_DRAFT.format(320, '15.6', 12)}\n2019年，{_DRAFT.format(341, '17.2', 10)}"),
        good(f"云溪县{_DRAFT.format(320, '15.6', 12)}\n青田坪县{_DRAFT.format(120, '4.6', 9)}"),
        good("\n".join(_DRAFT.format(number, number, number) for number in (320, 210, 117))),
        good(f"一、北片区\n{_DRAFT.format(320, '15.6', 12)}\n二、南片区\n{_DRAFT.format(110, '4.6', 9)}"),
        good(f"一月\n{_DRAFT.format(20, '1.6', 12)}\n二月\n{_DRAFT.format(31, '2.5', 14)}"),
        good(f"{_STEP.format(500, 5)}\n{_STEP.format(800, 8)}"),
        good(f"{_DRAFT.format(320, '15.6', 12)}\n{_DRAFT.format(326, '16.6', 15)}", profile="statute"),
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every later paragraph whose numbers contradict an earlier one."""
        for near in document.get(near_paragraphs):
            if _is_conflict(near) and not _is_series(document, near):
                yield _finding(document, near)


def _is_conflict(near: Near) -> bool:
    numbers, words = near.numbers, near.words
    if not numbers or near.copies > _MOST_COPIES or len(words) > _MOST_WORDS:
        return False
    return all(number.is_quantity for number in numbers) and not any(word.is_name for word in words)


def _is_series(document: Document, near: Near) -> bool:
    """Return whether the two stand under different headings and share none of their numbers: a form filled in."""
    if near.shared_numbers or len(near.numbers) < 2:
        return False
    earlier, later = (_label_above(document, line) for line in (near.earlier, near.later))
    return earlier is not None and later is not None and earlier != later


def _label_above(document: Document, line: int) -> str | None:
    """Return the short line right above ``line``, such as 一月 or a name, or else the heading it stands under."""
    found = document.get(paragraphs)
    above = next((key for key in reversed(found.keys[max(0, line - 3) : line]) if key), "")
    if 0 < len(above) <= _LONGEST_LABEL and above[-1] not in "。；，":
        return above
    heading = heading_above(document, found.span(line, line).start)
    return heading.text if heading else None


def _finding(document: Document, near: Near) -> Finding:
    found = document.get(paragraphs)
    span, source = (found.span(line, line) for line in (near.later, near.earlier))
    there = range_text(*lines_of(document, source))
    shown = [_shown(number) for number in near.numbers[:_MOST_SHOWN]]
    zh = "、".join(f"前为{first}，后为{second}" for first, second in shown)
    en = ", ".join(f"{first} there, {second} here" for first, second in shown)
    message = Text(
        f"这一段与第 {there} 行几乎相同，数字却不一致：{zh}；请核对后只留一段",
        f"this paragraph is nearly the same as line {there}, but its numbers differ: {en}; keep one",
    )
    related = Related(source, Text(f"另一段：第 {there} 行", f"the other paragraph: line {there}"))
    return Finding(span, message, related=(related,))


def _shown(number: Difference) -> tuple[str, str]:
    unit = number.after[:2].rstrip("，。；、")
    percent = "百分之" if number.before.endswith("百分之") else ""
    return f"“{percent}{number.earlier}{unit}”", f"“{percent}{number.later}{unit}”"
