"""TRM001 confusable-terms."""

import functools
from collections.abc import Iterator, Mapping

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.terms._confusable import Confusable, alternatives, confusables

_LONGEST = 8


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
        for match in _pattern().finditer(document.prose):
            row = _row_at(document.prose, match.start(), match.end())
            span = Span(match.end() - len(row.wrong), match.end())
            yield Finding(
                span,
                Text(f"“{row.wrong}”应作“{row.right}”", f"“{row.wrong}” should be “{row.right}”"),
                Fix(Text(f"改为“{row.right}”", f"change to “{row.right}”"), (Edit(span, row.right),)),
            )


@functools.cache
def _pattern() -> Pattern:
    return Pattern(alternatives())


@functools.cache
def _table() -> Mapping[str, Confusable]:
    return confusables()


def _row_at(prose: str, led: int, end: int) -> Confusable:
    """Return the wrong form that ends at ``end`` and holds the place ``led`` where its rarest character stands."""
    table = _table()
    return next(
        table[prose[start:end]] for start in range(max(0, end - _LONGEST), led + 1) if prose[start:end] in table
    )
