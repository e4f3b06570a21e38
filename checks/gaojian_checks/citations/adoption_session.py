"""CIT005 adoption-session."""

from collections.abc import Iterator
from datetime import date

from gaojian import Check, Document, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language import calendar
from gaojian_checks.language.clues import matches
from gaojian_checks.language.facts import authority, cap, npc_sessions
from gaojian_checks.language.numerals import value
from gaojian_checks.language.twin import in_both_scripts

_BODY = Pattern("届全国人(?:民代表大会常务委员会|大常委会)第")
_DATE = Pattern(
    r"(?P<year>[12][0-9]{3})年(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日[ \u3000，]{0,3}(?:经|在|由)?"
    r"第(?P<congress>[一二三四五六七八九十]{1,3})$"
)
_SESSION = Pattern("(?P<number>[一二三四五六七八九十]{1,4})次会议")
_REACH = 24


class AdoptionSession(Check):
    """通过日期届次不符：“2012年12月28日第十一届全国人民代表大会常务委员会第二十九次会议通过”，那一天是第三十次会议。

    常委会每次会议表决法律的日期是固定的，日期和届次对不上，总有一个写错。信息给出资料表中该次会议的表决日期。

    不报：资料表没有的会议（表中有第五届至第十四届的二百多次），地方人大常委会。

    The day a statute was adopted and the session of the NPC Standing Committee do not belong together.
    """

    code = "CIT005"
    name = "adoption-session"
    title = Text("通过日期届次不符", "day and session of adoption disagree")
    severity = Severity.WARNING
    needs = ("届全国人",)
    basis = ("facts/npc_sessions.toml：由3504份法律文本的题注统计",)
    examples = (
        bad("该法由⟦2012年12月28日第十一届全国人民代表大会常务委员会第二十九次会议⟧通过。"),
        bad("⟦2013年4月25日 第十一届全国人大常委会第二次会议⟧通过"),
        bad("（⟦2013年4月25日第十一届全国人民代表大会常务委员会第二次会议⟧通过）"),
        good("该法由2012年12月28日第十一届全国人民代表大会常务委员会第三十次会议通过。"),
        good("1997年7月1日第八届全国人民代表大会常务委员会第二十六次会议通过。"),
        good("2030年4月25日第十五届全国人民代表大会常务委员会第二次会议通过。"),
        good("第十二届全国人民代表大会常务委员会第二次会议通过，省第十二届人大常委会第二次会议批准。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every adoption whose day is not one of its session."""
        prose = document.prose
        for match in matches(document, "届", _BODY):
            before = _DATE.search(prose, max(0, match.start() - _REACH), match.start())
            after = _SESSION.match(prose, match.end())
            if before is None or after is None:
                continue
            row = npc_sessions().get((value(before["congress"]) or 0, value(after["number"]) or 0))
            year, month, day = int(before["year"]), int(before["month"]), int(before["day"])
            if (
                row is None
                or not calendar.exists(year, month, day)
                or date(year, month, day) in (row.adopted, row.also)
            ):
                continue
            says = authority(row.certainty)
            yield Finding(
                Span(before.start(), after.end()),
                Text(
                    f"第{row.congress}届第{row.number}次会议表决法律的日期是{row.adopted}（{says.zh}），请核对日期和届次",
                    f"session {row.number} of congress {row.congress} adopted on {row.adopted} ({says.en})",
                ),
                severity=cap(self.severity, row.certainty),
            )
