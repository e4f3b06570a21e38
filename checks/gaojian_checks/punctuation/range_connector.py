"""PUN015 range-connector."""

import re
from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Pattern, Severity, Span, Text, bad, good
from gaojian_checks.language.habits import counted, once
from gaojian_checks.language.latin import latin
from gaojian_checks.language.scarce import scarce

_CONNECTOR = "—"
_STANDARD = frozenset("—～")
_UNITS = "年月日时点分"
_STROKES = "-~－–—～"
# 8月12--15日: what follows is a number with a unit of time, or anything at all after a double stroke.
_PATTERNS = {
    stroke: Pattern(
        rf"{stroke}(?<=[0-9{_UNITS}％%℃万亿元米]{stroke})"
        rf"(?:{stroke}(?=[0-9]{{1,4}}(?:\.[0-9]+)?(?:[{_UNITS}]|[％%℃万亿元米人个]))|(?=[0-9]{{1,4}}[{_UNITS}]))"
    )
    for stroke in _STROKES
}
# The number before the connector; one of 2012-08-15日 or A3-12日 has more before it.
_FROM = Pattern(
    rf"(?:^|[^0-9A-Za-z.:：\-－–/#图表])[0-9]{{1,4}}(?:\.[0-9]+)?"
    rf"(?:[{_UNITS}％%℃万亿元米]|[月日]?[上下午晨]{{0,2}}[0-9]{{1,2}}时?)?$"
)
_REACH = 12


class RangeConnector(Check):
    """起止连接号：“8月12--15日”应作“8月12—15日”；同一文稿里“—”“-”“–”“~”混用的，统一为“—”。

    表示时间起止一般用一字线“—”，数值范围也可用浪纹线“～”；不用两个短横，也不用破折号“——”。全文只报一条，给出处数。

    不报：全文统一用“-”的（2021-2025年，已成习惯），“—”“～”分用的，完整日期“2012-08-15”、型号、编号、比分、负数，
    英文，技术文档，繁体文稿。

    The connector of a range of dates or amounts typed as two strokes, or as different strokes in one document. A
    document that uses - throughout, ISO dates, names of models, manuals and Traditional text are left alone.
    """

    code = "PUN015"
    name = "range-connector"
    title = Text("起止连接号", "connector of a range")
    severity = Severity.NOTE
    weight = 0.1
    profiles = {"technical": None, "zh-hant": None}
    needs = ("-|~|－|–|—|～", "0|1|2|3|4|5|6|7|8|9")
    basis = ("GB/T 15834—2011 4.13", "实测 797 万字干净语料：1 份文稿混用")
    examples = (
        bad(
            "会期为8月12⟦--⟧15日，规划期2021——2025年，降水5%--8%。",
            fixed="会期为8月12—15日，规划期2021—2025年，降水5%—8%。",
        ),
        bad("2016—2020年，2021⟦-⟧2025年，3月–5月，9时~11时。", fixed="2016—2020年，2021—2025年，3月—5月，9时—11时。"),
        good("2016-2020年，2021-2025年。"),
        good("2016—2020年增长3～5倍，8月12—15日。"),
        good("2016—2020年，2012-08-15日，编号A3-12日报，3:2-1时，见图3-5月。"),
        good("2016—2020年——十三五时期——成绩显著。气温-5～3℃。"),
        good("報名期間為2016--2020年。會議決定。"),
        good({"手册.md": "`2016--2020年`\n"}),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding at the first connector that differs."""
        prose = document.prose
        spans = sorted(
            Span(*match.span())
            for match in _connectors(document)
            if _FROM.search(prose, max(0, match.start() - _REACH), match.start())
        )
        if not spans:
            return
        forms = {prose[span.start : span.end] for span in spans}
        if not any(len(form) > 1 for form in forms) and (len(forms) < 2 or forms <= _STANDARD):
            return
        edits = [Edit(span, _CONNECTOR) for span in spans if prose[span.start : span.end] not in _STANDARD]
        shown = "”“".join(sorted({prose[edit.span.start : edit.span.end] for edit in edits}))
        yield once(
            edits,
            counted(
                edits,
                Text(
                    f"表示起止用“—”，这里用了“{shown}”",
                    f"a range is joined by —, here by {shown}",
                ),
            ),
            Text("改为“—”", "change to “—”"),
        )


def _connectors(document: Document) -> Iterator[re.Match[str]]:
    """Yield the strokes between two numbers, in no order."""
    prose, latin_text, leads = document.prose, document.get(latin), document.get(scarce).leads
    for stroke, pattern in _PATTERNS.items():
        if stroke in latin_text:
            yield from pattern.finditer(prose)
        for at in leads.get(stroke, ()):
            match = pattern.match(prose, at)
            if match is not None:
                yield match
