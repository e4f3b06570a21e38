"""WID003 fullwidth-alphanumeric."""

from collections.abc import Iterable, Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import once
from gaojian_checks.language.scarce import FULLWIDTH, offsets

# ００ beside 二〇 is a zero of Chinese numerals, and ＸＸ holds a place open: other checks tell of them.
_RUN = Pattern(
    "(?:[０-９]{1,3}(?:，[０-９]{3})++(?:．[０-９]++)?(?![０-９])|[０-９]++(?:．[０-９]++)?+|(?![Ｘｘ]++(?![Ａ-Ｚａ-ｚ]))[Ａ-Ｚａ-ｚ]++)"
)
_FULLWIDTH = Pattern(f"[{FULLWIDTH}]")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NUMERALS = frozenset("一二三四五六七八九〇零○")


class FullwidthAlphanumeric(Check):
    """全角字母数字：“２０１３年”“ＧＤＰ”应作“2013年”“GDP”。

    阿拉伯数字和拉丁字母用半角字形；全角的看来相近，却不是同一个字符，查找、排序和计算都会漏掉。
    全文只报一条，给出处数，修复一次改完；全角数字之间的小数点、千分位逗号一并改为半角。

    不报：汉字数字中当作零的“０”、代替内容的“ＸＸ”（另有检查）、繁体文稿、代码。

    Full-width digits and letters, which searching and sorting do not know as such; once a document. A zero among
    Chinese numerals, masks and Traditional text are left alone.
    """

    code = "WID003"
    name = "fullwidth-alphanumeric"
    title = Text("全角字母数字", "full-width letters or digits")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"zh-hant": None}
    needs = ("|".join(filter(str.isalnum, map(chr, _HALF))),)
    basis = ("GB/T 15835—2011 5.1.1：阿拉伯数字占半个汉字位置", "实测：27份政府工作报告中7份（1956—2002年的扫描稿）")
    examples = (
        bad("⟦２０１３⟧年ＧＤＰ增长８．５％。", fixed="2013年GDP增长8.5％。"),
        bad("支出⟦１，７４３，８４６，０００⟧元。", fixed="支出1,743,846,000元。"),
        bad("（⟦１⟧）摸清底数；（２）见附件１，２。", fixed="（1）摸清底数；（2）见附件1，2。"),
        good("2013年GDP增长8.5％。"),
        good("二０一三年三月，ＸＸ同志到会。"),
        good("頻段Ａ：依本條例第１項規定辦理，請電話洽詢國稅局。"),
        good({"手册.md": "写作`１`。\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first full-width letter or digit."""
        prose = document.prose
        edits = list(_edits(prose, offsets(document, _FULLWIDTH)))
        if not edits:
            return
        zh = f"，全文共{len(edits)}处" if len(edits) > 1 else ""
        en = f", {len(edits)} places in all" if len(edits) > 1 else ""
        first = edits[0]
        written = prose[first.span.start : first.span.end]
        yield once(
            edits,
            Text(
                f"全角的“{written}”应用半角，作“{first.replacement}”{zh}",
                f"full-width “{written}” should be “{first.replacement}”{en}",
            ),
            Text("改为半角字母数字", "change to half-width letters and digits"),
        )


def _edits(prose: str, offsets: Iterable[int]) -> Iterator[Edit]:
    end = 0
    for at in offsets:
        match = _RUN.match(prose, at) if at >= end else None
        if match is None:
            continue
        end = match.end()
        if _NUMERALS.isdisjoint(prose[max(0, at - 1) : at] + prose[end : end + 1]):
            yield Edit(Span(at, end), match[0].replace("，", ",").translate(_HALF))
