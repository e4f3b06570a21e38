"""ABB005 proposal-motion."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good

_LINK = "(?:的|们的|联名|所提的?|提出的?|提交的?){0,2}"
_DEPUTIES = Pattern(rf"(?:人大代表{_LINK}提案|(?<!向)人大提案(?=[0-9办和、答]|工作))(?!权)", "提案")
_MEMBERS = Pattern(rf"(?:政协委员{_LINK}议案|(?<!向)政协议案(?=[0-9办和、答]|工作))(?!权)", "议案")
_FAULTS = (
    (
        _DEPUTIES,
        Text(
            "人大代表提出的是议案或建议，提案由政协委员提出；请核对",
            "deputies to a people's congress table motions (议案) or suggestions (建议); 提案 are of the CPPCC",
        ),
    ),
    (
        _MEMBERS,
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
    basis = ("《全国人民代表大会组织法》关于议案、建议的规定；《中国人民政治协商会议章程》关于提案的规定",)
    examples = (
        bad("全年办理⟦人大代表提案⟧36件、⟦政协委员议案⟧52件。"),
        bad("⟦人大代表提出的提案⟧全部办结，⟦政协议案⟧办理满意率提高。"),
        bad("共承办⟦人大提案⟧12件。"),
        good("全年办理人大代表建议36件、政协委员提案52件。"),
        good("认真办理人大代表、政协委员提案和人大代表议案。"),
        good("有权向人大提案，依法行使提案权。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every paper that is called by the name of the other."""
        prose = document.prose
        for pattern, message in _FAULTS:
            for match in pattern.finditer(prose):
                yield Finding(Span(*match.span()), message)
