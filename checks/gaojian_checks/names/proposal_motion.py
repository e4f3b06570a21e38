"""ABB005 proposal-motion."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_LINK = "(?:的|们的|联名|所提的?|提出的?|提交的?){0,2}"
_REACH = 16
# Behind 人大 alone 提案 may be a verb (向人大提案): the number of papers, or what is done to them, must follow.
_NOUN_FOLLOWS = frozenset("0123456789办和、答工")
_PAPER = Pattern("案(?<=[提议]案)(?!权)", "案")
_FAULTS = (
    (
        "提",
        Pattern(f"人大(?P<who>代表{_LINK})?$"),
        Text(
            "人大代表提出的是议案或建议，提案由政协委员提出；请核对",
            "deputies to a people's congress table motions (议案) or suggestions (建议); 提案 are of the CPPCC",
        ),
    ),
    (
        "议",
        Pattern(f"政协(?P<who>委员{_LINK})?$"),
        Text(
            "政协委员提出的是提案，议案由人大代表提出；请核对",
            "members of the CPPCC make proposals (提案); 议案 are of the people's congresses",
        ),
    ),
)


class ProposalMotion(Check):
    """议案、提案混用：人大代表提“议案”“建议”，政协委员提“提案”。

    “人大代表提案”“政协委员议案”把两种文书弄混了。该改成哪一个（议案还是建议，或者写错了人），要看原件，所以只提示。

    不报：“人大代表建议和政协委员提案”“人大代表、政协委员提案”，“提案权”，“向人大提案”。

    Deputies to a people's congress table 议案 or make 建议, members of the CPPCC make 提案; the two are mixed up here.
    """

    code = "ABB005"
    name = "proposal-motion"
    title = Text("议案提案混用", "motion and proposal mixed up")
    severity = Severity.WARNING
    needs = ("提案|议案",)
    basis = ("《全国人民代表大会组织法》关于议案、建议的规定；《中国人民政治协商会议章程》关于提案的规定",)
    examples = (
        bad("全年办理⟦人大代表提案⟧36件、⟦政协委员议案⟧52件。"),
        bad("⟦人大代表提出的提案⟧全部办结，⟦政协议案⟧办理满意率提高。"),
        bad("共承办⟦人大提案⟧12件。"),
        good("全年办理人大代表建议36件、政协委员提案52件。"),
        good("认真办理人大代表、政协委员提案和人大代表议案。"),
        good("有权向人大提案，依法行使提案权。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every paper that is called by the name of the other."""
        prose = document.prose
        papers = [match.start() - 1 for match in _PAPER.finditer(prose)]
        for kind, body, message in _FAULTS if papers else ():
            for start in papers:
                owner = body.search(prose, max(0, start - _REACH), start) if prose[start] == kind else None
                if owner and (owner["who"] or _is_noun(prose, owner.start(), start + 2)):
                    yield Finding(Span(owner.start(), start + 2), message)


def _is_noun(prose: str, start: int, end: int) -> bool:
    return prose[end : end + 1] in _NOUN_FOLLOWS and prose[start - 1 : start] != "向"
