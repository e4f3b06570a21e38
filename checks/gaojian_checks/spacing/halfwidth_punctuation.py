"""WID001 halfwidth-punctuation."""

from collections import Counter
from collections.abc import Iterator

from gaojian import HIDDEN, Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once
from gaojian_checks.language.latin import latin
from gaojian_checks.spacing._blanks import CLOSERS, HAN, OPENERS

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_CHINESE = f"{HAN}{CLOSERS}%％"
_MARKED = f"{HAN}{OPENERS}{CLOSERS}"
_END = r"(?=[ \t\r]*+(?:\n|\Z))"
# Each pattern begins with its mark, which the library scans for, and takes along a blank that would be left behind it.
# In 4项,省42项 a number may follow the mark, in 42,省 one may stand before it, but not the number of an item.
_AFTER_BRACKET = rf"(?<=[{HAN}][)].)"
_FORMS = {
    **dict.fromkeys(
        ",;",
        rf"(?:(?<=[{_CHINESE}].)(?: ?(?=[{_MARKED}{HIDDEN}0-9A-Za-z])|{_END})"
        rf"|(?:(?<=[^\s][0-9\"].)|{_AFTER_BRACKET})(?=[{HAN}]))",
    ),
    ":": rf"(?:(?<=[{_CHINESE}].)|{_AFTER_BRACKET})(?:(?=[{_MARKED}])|{_END})",
    **dict.fromkeys("!?", rf"(?<=[{_CHINESE}].)(?: ?(?=[{_MARKED}])|{_END})"),
    ".": rf"(?<=[{HAN}]{{4}}.){_END}",
}
_PATTERNS = {mark: Pattern(("[.]" if mark == "." else f"[{mark}]") + form) for mark, form in _FORMS.items()}


class HalfwidthPunctuation(Check):
    """半角标点：中文里用了“,”“;”“:”“!”“?”，应用“，；：！？”；行末的“.”应用“。”。

    多因输入法没有切换。半角标点不占一个字的位置，排版时挤在一起，也妨碍查找和断句。
    全文只报一条，在第一处，给出各种标点的处数，修复一次改完。

    不报：数字和时间（1,000、18:57:23、1:500）、外文、代码、网址之中的标点，“发布时间:2024”和“作者: 某某”一类数据项，
    “1,”一类序号。技术文档中只作提示。

    Half-width punctuation in Chinese text, once a document with the count of each mark and a fix for every place. Marks
    in numbers, times, foreign words, code and metadata are left alone; in technical documents it is a note.
    """

    code = "WID001"
    name = "halfwidth-punctuation"
    title = Text("半角标点", "half-width punctuation")
    severity = Severity.WARNING
    weight = 0.1
    profiles = {"technical": Severity.NOTE}
    needs = (",|;|:|!|?|.",)
    basis = (
        "GB/T 15834—2011 4、5.1：中文标点各占一个字的位置",
        "实测：1421份文件中151份有，看过的都是漏改的半角标点",
    )
    examples = (
        bad(
            "一年来⟦,⟧全局共完成4项,其中省级2项;进展如下:\n（一）抓落实, 保民生!\n",
            fixed="一年来，全局共完成4项，其中省级2项；进展如下：\n（一）抓落实，保民生！\n",
        ),
        bad(
            "比上年增长21%⟦;⟧城镇化率过半,达到52,居全市第二.", fixed="比上年增长21%；城镇化率过半，达到52，居全市第二。"
        ),
        bad("他说⟦:⟧“怎么办?”", fixed="他说：“怎么办？”"),
        bad(
            {"手册.md": "数据写入后⟦,⟧ TiKV 会落盘,`raft` 随后同步。\n"},
            fixed="数据写入后，TiKV 会落盘，`raft` 随后同步。\n",
        ),
        good("发布时间:2024-08-10 18:57:23\n作者: 李小河"),
        good("面积1,000平方米，比例1:500，会议时间12:30，增长3.5%。"),
        good("附件为report,final.docx，详见 http://example.com/a,b;c 和 Smith, J. 的文章。"),
        good("1,摸清底数。\n一.概述\n约翰.史密斯\n等等..."),
        good({"手册.md": "| 列 |\n|:---:|\n| `a,b` |\n\n![图](a.png)\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first half-width mark."""
        prose, letters = document.prose, document.get(latin)
        # Sorted by place: patterns are run mark by mark.
        spans = sorted(
            match.span() for mark, pattern in _PATTERNS.items() if mark in letters for match in pattern.finditer(prose)
        )
        if not spans:
            return
        counts = Counter(prose[start] for start, _ in spans)
        edits = []
        for start, end in spans:
            edits.append(Edit(Span(start, start + 1), _WIDE[prose[start]]))
            if end > start + 1:
                edits.append(Edit(Span(start + 1, end), ""))
        zh = "、".join(f"“{mark}”{counts[mark]}处" for mark in _WIDE if counts[mark])
        en = ", ".join(f"{counts[mark]} × “{mark}”" for mark in _WIDE if counts[mark])
        yield once(
            edits,
            Text(f"中文里用了半角标点，应改为全角：全文{zh}", f"half-width punctuation in Chinese text: {en}"),
            Text("改为全角标点", "change to full-width marks"),
        )
