"""DAT018 missing-signature-date."""

from collections.abc import Iterator
from itertools import pairwise

from gaojian import Check, Document, Finding, Kind, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.dates._lines import line_of, may_end_line
from gaojian_checks.language.anchors import publication, signature
from gaojian_checks.language.dates import dates
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.outline import title

_DATED = frozenset({Genre.GENERAL, Genre.REPORT, Genre.NOTICE})
_KINDS = (
    *(
        "报告",
        "总结",
        "通知",
        "通报",
        "请示",
        "函",
        "意见",
        "决定",
        "通告",
        "公告",
        "汇报",
        "方案",
        "要点",
        "纪要",
        "批复",
    ),
    *("倡议书", "承诺书", "申请", "申请书", "证明", "）", ")"),
)
_ORGAN = Pattern(
    "国务院|[^，。；：、！？《》|#*>“”年月日-]{2,22}(?:局|厅|委员会|政府|国务院|部|[省市县区团纪工]委|[法学医研究检察]院|中心|公司|集团|大学|学校|[中小]学|党组|党委"
    "|总?支部?|[总支大]队|站|[研究事务派出]所|处|科|办公室|[工协学联合妇常委]会|领导小组|指挥部|[银分]行|办|妇联|[供销合作]社|筹备组)"
)
_PERSON = Pattern(r"(?:报告|述职|汇报|总结|申请|承诺)人[：:][ \u3000]*[\u4e00-\u9fff·]{2,8}[ \u3000]*")
# After the signature: notes, lists of attachments and of recipients.
_AFTER = ("（", "(", "附件", "附：", "抄送", "主送", "主题词", "联系人", "联系电话", "印发", "—")
_SENTENCE = frozenset("。；！？…”）)")
_LAST = 8


class MissingSignatureDate(Check):
    """缺成文日期：文末有发文机关署名或“报告人：”，却没有日期。

    公文和报告写明成文日期，才知道“今年”“去年”是哪一年，从哪天起执行。只看报告、总结、通知、请示、函等文种：末尾的署名单独成行，
    前面是完整的句子，而署名的下面、标题的下面、文中的“成文日期”都没有写日期。

    不报：没有署名的（讲话稿、网上转载的正文）；留空待填的日期（见 BLK004）；网页带发布时间的；法规、案例、技术文档、
    台湾文稿。

    A report, a notice or a letter that is signed by an organ or a person and bears no date, neither below the signature
    nor under the title. Documents without a signature are left alone, and those that a web page dates.
    """

    code = "DAT018"
    name = "missing-signature-date"
    title = Text("缺成文日期", "signature without a date")
    severity = Severity.NOTE
    weight = 1.0
    profiles = {"zh-hant": None}
    basis = (
        "GB/T 9704—2012 7.3.5：发文机关署名、成文日期",
        "《党政机关公文处理工作条例》第九条：成文日期是公文的组成部分",
    )
    needs_paragraphs = True
    examples = (
        bad("关于开展秋季植树的通知\n各村：\n请于月底前完成。\n⟦镇林业站⟧\n", whole=True),
        bad("青山市粮食局年度工作总结\n夏粮收购全部开秤。\n　　　　⟦青山市粮食局⟧\n（联系人：张三）\n", whole=True),
        bad("述职报告\n一年来各项工作顺利，请予审议。\n⟦述职人：李四⟧\n", whole=True),
        good("关于开展秋季植树的通知\n各村：\n请于月底前完成。\n镇林业站\n2013年9月5日\n", whole=True),
        good("关于开展秋季植树的通知\n（2013年9月5日）\n各村：\n请于月底前完成。\n镇林业站\n", whole=True),
        good("关于开展秋季植树的通知\n各村：\n请于月底前完成。\n镇林业站\n二〇一三年　月　日\n", whole=True),
        good("关于开展秋季植树的通知\n发布时间：2013-09-05\n各村：\n请于月底前完成。\n镇林业站\n", whole=True),
        good("政府工作报告\n各位代表：\n请予审议。\n", whole=True),
        good("关于机构设置的通知\n下列单位撤并：\n镇林业站\n", whole=True),
        good("植树造林管理办法\n第一条 本办法由林业局解释。\n镇林业站\n", whole=True),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding on the signature of a document without a date."""
        span = document.get(title)
        if span is None or not document.prose.endswith(_KINDS, *span) or document.kind is Kind.LINES:
            return
        if document.get(signature) or document.get(publication) or document.get(genre) not in _DATED:
            return
        signed = _signature(document)
        if signed is None or signed.start <= span.end or _is_dated(document):
            return
        yield Finding(signed, Text("署名之后没有成文日期；请补上", "there is no date below the signature"))


def _is_dated(document: Document) -> bool:
    """Return whether a date stands alone on a line anywhere: below the signature of a letter with long attachments."""
    days = (each.span for each in document.get(dates) if each.day is not None and each.month is not None)
    return any(may_end_line(document, span) and line_of(document, span) == span for span in days)


def _signature(document: Document) -> Span | None:
    """Return the line of the signature: the last one of the body but for notes, after a whole sentence."""
    prose = document.prose
    last = document.last_paragraphs(_LAST)
    for before, line in reversed(list(pairwise(last))):
        written = prose[line.start : line.end].strip("*_> \u3000")
        if written.startswith(_AFTER):
            continue
        is_signed = _PERSON.compiled.fullmatch(written) or _ORGAN.compiled.fullmatch(written)
        if not is_signed or prose[before.end - 1] not in _SENTENCE:
            return None
        start = prose.find(written, line.start)
        return Span(start, start + len(written))
    return None
