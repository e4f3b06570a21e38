"""ANA003 session-word-order."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Text, bad, good
from gaojian_checks.language.sessions import SessionMention, session_mentions
from gaojian_checks.language.twin import in_both_scripts


class SessionWordOrder(Check):
    """届次语序：全国人大先说届次（“十四届全国人大三次会议”），全国政协后说届次（“全国政协十四届三次会议”）。

    写成“全国十四届人大三次会议”“十四届全国政协三次会议”的，是两者的语序互相套用。

    不报：不跟会议的（“十四届全国政协委员”）；地方人大、政协。

    The number of the term stands before 全国人大 and after 全国政协. Only names of sessions are looked at, and only the
    national ones.
    """

    code = "ANA003"
    name = "session-word-order"
    title = Text("届次语序", "number of the term on the wrong side")
    severity = Severity.WARNING
    basis = ("新闻出版行业关于人大、政协会议名称的写法（多家编校手册一致）",)
    weight = 0.1
    needs = ("次会议|次全体会议",)
    examples = (
        bad("⟦全国十四届人大⟧三次会议开幕。", fixed="十四届全国人大三次会议开幕。"),
        bad("⟦十四届全国政协⟧三次会议闭幕。", fixed="全国政协十四届三次会议闭幕。"),
        bad("⟦全国第十二届人民代表大会⟧第一次会议", fixed="第十二届全国人民代表大会第一次会议"),
        bad("⟦全国十四届人大⟧常委会第二次会议", fixed="十四届全国人大常委会第二次会议"),
        good("十四届全国人大三次会议和全国政协十四届三次会议先后开幕。"),
        good("他是十四届全国政协委员。"),
        good("省十三届人大二次会议、市政协九届三次会议召开。"),
        good("政协第十一届全国委员会第四次会议举行。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every session whose term is numbered on the wrong side."""
        for mention in document.get(session_mentions):
            if mention.is_misplaced:
                yield _finding(document.text, mention)


def _finding(text: str, mention: SessionMention) -> Finding:
    span = mention.name
    term, body = text[slice(*mention.term)], text[mention.term.end : span.end]
    right = body + term if mention.body == "全国政协" else f"{term}全国{body}"
    message = Text(
        f"应写作“{right}”：人大的届次在“全国人大”之前，政协的届次在“全国政协”之后",
        f"write {right}: the number stands before 全国人大, and after 全国政协",
    )
    return Finding(span, message, Fix(Text(f"改为“{right}”", f"change to {right}"), (Edit(span, right),), Safety.SAFE))
