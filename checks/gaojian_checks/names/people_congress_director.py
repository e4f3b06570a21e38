"""ABB004 people-congress-director."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.twin import in_both_scripts

_PLACES = "省市州县区旗盟"
_TITLE = Pattern(
    rf"大(?<=[{_PLACES}]人大)(?P<post>(?:常务)?副?主任(?:、(?:常务)?副?主任)?)(?![委科医])",
    "大",
)
_COMMITTEE = "常委会"


class PeopleCongressDirector(Check):
    """人大主任称谓：“市人大主任”应称“市人大常委会主任”。

    人民代表大会没有主任，主任、副主任是常务委员会的职务，不能省去“常委会”。信息指出称谓，修复时补上这三个字。

    不报：“市人大办公室主任”“人大专门委员会主任委员”、乡镇人大主席，不带省、市、县等地名的“人大主任”。

    A people's congress has no director; its standing committee has. 市人大主任 lacks 常委会.
    """

    code = "ABB004"
    name = "people-congress-director"
    title = Text("人大主任称谓", "director of a people's congress")
    severity = Severity.WARNING
    needs = ("人大",)
    basis = (
        "《图书编校质量差错认定细则》第15条：不能把“省人大常委会主任”省作“省人大主任”",
        "实测：2190万字干净语料中没有一处",
    )
    examples = (
        bad("会上，⟦市人大主任⟧作了讲话。", fixed="会上，市人大常委会主任作了讲话。"),
        bad("邀请⟦县人大主任、副主任⟧视察水库。", fixed="邀请县人大常委会主任、副主任视察水库。"),
        bad("⟦自治州人大副主任⟧到会。", fixed="自治州人大常委会副主任到会。"),
        good("市人大常委会主任到会，市人大财经委主任委员陪同。"),
        good("市人大办公室主任、镇人大主席参加。"),
        good("市人大主任委员会议由其召集。"),
        good("这里讲的是人大主任的称谓。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every director of a congress."""
        prose = document.prose
        for match in _TITLE.finditer(prose):
            at = match.start() - 1
            place = 3 if prose.startswith("自治", max(0, at - 3)) else 1
            right = f"{prose[at - place : at]}人大{_COMMITTEE}{match['post']}"
            yield Finding(
                Span(at - place, match.end()),
                Text(
                    f"主任是人大常委会的职务，应称“{right}”",
                    f"the standing committee has a director, the congress has none: “{right}”",
                ),
                Fix(Text("补上“常委会”", "insert “常委会”"), (Edit(Span(at + 2, at + 2), _COMMITTEE),)),
            )
