"""ANA008 slogan-before-birth."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Related, Severity, Span, Text, bad, good
from gaojian_checks.language.anchors import horizon
from gaojian_checks.language.dated_clauses import dated_clauses
from gaojian_checks.language.facts import authority
from gaojian_checks.language.phrase_facts import Slogan, slogans
from gaojian_checks.language.twin import in_both_scripts

# 2009年，贯彻落实…; a year that is only the first of several tells nothing.
_DONE = Pattern(
    "贯彻|貫徹|落实|落實|实施|實施|推进|推進|学习|學習|践行|开展|開展|参与|融入|打赢|围绕|圍繞|按照|宣传|构建|抓好|助力|应对"
    "|建设|契机|机遇"
)
_ELSEWHEN = Pattern("以来|以來|至今|后来|奠定|先声|雏形|孕育|日后|曾|如今|今天")


class SloganBeforeBirth(Check):
    """提法早于出现：2009年的文稿里出现“乡村振兴”，这一提法2017年10月才有。

    重要提法都有最早出现的时间。成文日期、发布日期或报告标题的年份早于它的，句首写明更早的年份而说贯彻、实施它的，都报出来：
    不是年份写错，就是新文套了旧日期。

    不报：表外的提法；没有日期可据的文稿；法规的修订记录；追述一项提法由来的。若文稿日期以后又作过修订，这条不成立。

    A phrase in a document whose signature, publication or title year is earlier than the phrase itself, or carried out
    in a year, named at the head of the sentence, when nobody knew it. Accounts of how it came about are left alone.
    """

    code = "ANA008"
    name = "slogan-before-birth"
    title = Text("提法早于出现", "phrase that did not exist yet")
    severity = Severity.WARNING
    weight = 2.0
    basis = ("facts/slogans.toml：提法最早出现的月份，不晚于64份注明年份的工作报告中最早的一份",)
    examples = (
        bad("关于春耕的通知\n各村要围绕⟦乡村振兴⟧抓好春耕。\n2009年3月2日", whole=True),
        bad("水务局2012年度工作总结\n一年来，推进⟦供给侧结构性改革⟧，关停小厂。", whole=True),
        bad("2009年，全县全面实施⟦乡村振兴⟧战略，修路六十公里。"),
        good("关于春耕的通知\n各村要围绕乡村振兴抓好春耕。\n2019年3月2日", whole=True),
        good("水务局2016年度工作总结\n一年来，推进供给侧结构性改革，关停小厂。", whole=True),
        good("2018年，全县全面实施乡村振兴战略，修路六十公里。"),
        good("2003年启动的整治，为后来推进乡村振兴奠定了基础。"),
        good("2009年以来，从新农村建设到乡村振兴，面貌大变。"),
        good("2009年，推动创新发展，理念更新。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every phrase that is older in the document than in the world."""
        found = {finding.span: finding for finding in (*_beyond_the_horizon(document), *_in_dated_clauses(document))}
        yield from found.values()


def _beyond_the_horizon(document: Document) -> Iterator[Finding]:
    known = document.get(horizon)
    if known is None:
        return
    prose, line = document.prose, document.line_number(known.span.start)
    evidence = Text(f"{known.label.zh}（第{line}行）", f"{known.label.en} (line {line})")
    for slogan in slogans():
        if slogan.since > known.day:
            # One character is looked for in a fraction of the time of two; mostly one of the ends is missing.
            for form in [form for form in slogan.forms if form[0] in prose and form[-1] in prose]:
                for start in _places(prose, form):
                    yield _finding(slogan, Span(start, start + len(form)), evidence, known.span)


def _in_dated_clauses(document: Document) -> Iterator[Finding]:
    latest = slogans()[-1].since
    for date, told in document.get(dated_clauses):
        if date.end is None or date.end >= latest:
            continue
        words = document.prose[slice(*told)]
        # Most clauses tell of nothing that is carried out: to see that takes less than to look for every phrase.
        if not _DONE.search(words):
            continue
        late = [slogan for slogan in slogans() if slogan.since > date.end]
        found = [(form, slogan) for slogan in late for form in slogan.forms if form in words]
        if not found or _ELSEWHEN.search(words):
            continue
        written = document.text[slice(*date.span)]
        evidence = Text(f"句中的{written}", f"{written} in the sentence")
        for form, slogan in found:
            start = told.start + words.index(form)
            yield _finding(slogan, Span(start, start + len(form)), evidence, date.span)


def _places(prose: str, form: str) -> Iterator[int]:
    start = prose.find(form)
    while start >= 0:
        yield start
        start = prose.find(form, start + len(form))


def _finding(slogan: Slogan, span: Span, evidence: Text, place: Span) -> Finding:
    source, since = authority(slogan.certainty), f"{slogan.since:%Y-%m}"
    message = Text(
        f"{slogan.name}的提法始于{since}（{source.zh}），晚于{evidence.zh}；请核对年份",
        f"{slogan.name} is in use since {since} ({source.en}), later than {evidence.en}",
    )
    return Finding(span, message, related=(Related(place, evidence),))
