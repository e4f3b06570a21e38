"""TRM001 confusable-terms."""

import functools
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Severity, Span, Text, bad, good
from gaojian_checks.language.scarce import Words
from gaojian_checks.terms._confusable import Confusable, confusables, turn


class ConfusableTerms(Check):
    """易混词：“权利机关”应作“权力机关”，“招聘启示”应作“招聘启事”，“布署”应作“部署”。

    音同形近的字用错，词就成了另一个意思，或者根本没有这个词。表中只收在任何上下文里都不成立的写法（约三百个），
    两可的词（制定、制订，法制、法治）不收；“截止”“截至”见 DAT017。信息给出正确的写法，核对后用 --unsafe-fixes 改。

    不报：表外的词，碰巧相连的字（“发布署名文章”“自己经手”）。

    Words written with another character of like sound or shape. The table holds only what is wrong in any context.
    """

    code = "TRM001"
    name = "confusable-terms"
    title = Text("易混词", "confusable terms")
    severity = Severity.WARNING
    # 身分證 is right in Taiwan.
    profiles = {"zh-hant": None}
    basis = (
        "《图书编校质量差错认定细则》第12条：音同形近的词语误用",
        "实测：797万字干净语料中只有原文的错字",
    )
    examples = (
        bad("人民代表大会是国家⟦权利机关⟧。", fixed="人民代表大会是国家权力机关。"),
        bad("发布⟦招聘启示⟧，⟦布署⟧收购工作。", fixed="发布招聘启事，部署收购工作。"),
        bad("引起⟦连锁反映⟧，⟦震憾⟧人心。", fixed="引起连锁反应，震撼人心。"),
        bad("收购⟦己经⟧结束，⟦一如继往⟧。", fixed="收购已经结束，一如既往。"),
        bad("执法人员⟦循私舞弊⟧，⟦贪脏枉法⟧。", fixed="执法人员徇私舞弊，贪赃枉法。"),
        good("权力机关依法保护公民的权利，诉讼权利平等。"),
        good("报上发布署名文章，他自己经手此事。"),
        good("群众反应群情激奋，说法不一。各地制订、制定办法。"),
        good("過度期望與權力義務之關係。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every wrong form."""
        prose, end = document.prose, 0
        placed = [
            (lead, turn(row, lead - start), row, Span(start, start + len(word)))
            for lead, start, word in _words().find(document)
            if _is_whole(prose, start, row := _table()[word])
        ]
        for lead, _turn, row, span in sorted(placed, key=lambda place: place[:2]):
            if lead >= end:
                end = span.end
                yield _finding(span, row)


def _finding(span: Span, row: Confusable) -> Finding:
    return Finding(
        span,
        Text(f"“{row.wrong}”应作“{row.right}”", f"“{row.wrong}” should be “{row.right}”"),
        Fix(Text(f"改为“{row.right}”", f"change to “{row.right}”"), (Edit(span, row.right),)),
    )


def _is_whole(prose: str, start: int, row: Confusable) -> bool:
    """Return whether the wrong form at ``start`` is no part of other words."""
    end = start + len(row.wrong)
    if start and prose[start - 1] in row.not_after:
        return False
    return end == len(prose) or prose[end] not in row.not_before


_table = functools.cache(confusables)


@functools.cache
def _words() -> Words:
    return Words(_table())
