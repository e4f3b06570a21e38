"""DUP009 document-restart."""

from collections.abc import Iterable

from gaojian import Check, Document, Finding, Related, Severity, Text, bad, good
from gaojian_checks.duplicates._blocks import HEAD, lines_of, opening, range_text
from gaojian_checks.duplicates._paragraphs import paragraphs
from gaojian_checks.duplicates._restarts import followed, restarts

_BODY = (
    "今年以来，全区商务系统围绕稳外贸、促消费两条主线开展工作，各项指标好于预期，现将有关情况报告如下：\n"
    "{0}\n"
    "二、外贸方面。新增有实绩的进出口企业四十一家，组织企业参加境外展会九次，跨境电商产业园建成投用，"
    "通关时间比上年压缩三成，出口信用保险对小微企业实现全覆盖。\n"
    "三、下一步打算。盯紧重点企业订单，办好秋季展销会，把惠企政策送到每一家商户。"
)
_FIRST = _BODY.format(
    "一、消费方面。举办购物节、美食节等活动二十三场，发放消费券六百万元，带动餐饮零售明显回暖，夜间经济街区人气旺。"
)
_EDITED = _BODY.format(
    "一、消费方面。举办购物节、美食节等活动二十六场，发放消费券八百万元，带动餐饮住宿明显回暖，夜间经济街区人气足。"
)


class DocumentRestart(Check):
    """正文重启：文件排到中途，开头的段落又出现，正文从头再来一遍。

    开头（正文第一段，或者标题连同其后的称谓、段落）再次出现，后面又大体按原来的顺序接着原来的段落，
    说明文件被接了两遍，或者新旧两稿合在了一起。后一份即使改过几处，不能逐段相同，也能认出来。
    报后一份的整个范围，指出前一份从哪一行开始；后一份里面的其他问题不再逐条列出。

    不报：只有开头一段与别处相同（摘要、结尾呼应），各章以同样的口号开篇，法规和文书样本，表单。

    The document begins again in its middle: its first body paragraph, or its title with what follows it, stands a
    second time, and the paragraphs after it follow those of the first copy in order, be they the same or edited.
    """

    code = "DUP009"
    name = "document-restart"
    title = Text("正文重启", "document starts again")
    severity = Severity.ERROR
    weight = 3.0
    basis = (
        "报纸编校质量评比差错认定细则（1997）第十七条：整句或整段文字排重，计 3 分",
        "实测 1421 份文件：开头段落与其后段落依次再现的为 0",
    )
    needs_paragraphs = True
    profiles = {"statute": None, "specimen": None}
    examples = (
        bad(f"{_FIRST}\n⟦{_FIRST}⟧", whole=True),
        bad(f"{_FIRST}\n⟦{_EDITED}⟧", whole=True),
        bad(
            f"全区商务工作报告\n区人大常委会：\n{_FIRST}\n⟦全区商务工作报告\n区人大常委会：\n{_EDITED}⟧\n二〇二一年七月",
            whole=True,
        ),
        good(_FIRST, whole=True),
        good(f"{_FIRST}\n{_FIRST.split(chr(10))[0]}\n此件公开发布。", whole=True),
        good(
            "\n".join(f"{_FIRST.split(chr(10))[0]}\n第{n}项工作已经完成，成效另行报告。" for n in "一二三四"),
            whole=True,
        ),
        good(f"{_FIRST}\n{_EDITED}", whole=True, profile="specimen"),
    )

    def check(self, document: Document) -> Iterable[Finding]:
        """Yield one finding for every time the document starts again."""
        found = document.get(paragraphs)
        if not any(key in found.repeated for key in found.keys[:HEAD]):
            return
        first = opening(document)
        starts = restarts(found, first) if first is not None else []
        limits = [*(start for _, start in starts[1:]), len(found.keys)]
        for (source, start), limit in zip(starts, limits, strict=False):
            length = followed(found, source, start, limit)
            if length:
                yield _finding(document, source, start, length)


def _finding(document: Document, source: int, start: int, length: int) -> Finding:
    found = document.get(paragraphs)
    copy = found.span(start, start + length - 1)
    origin = found.span(source, source)
    here, there = range_text(*lines_of(document, copy)), lines_of(document, origin)[0]
    message = Text(
        f"正文重新开始：第 {here} 行又从第 {there} 行的开头排起；请核对后只留一份",
        f"the document starts again: lines {here} begin once more like line {there}; keep one copy",
    )
    related = Related(origin, Text(f"第一次开头：第 {there} 行", f"first beginning: line {there}"))
    return Finding(copy, message, related=(related,), covers=copy)
