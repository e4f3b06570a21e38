"""ANA005 anniversary."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Pattern, Safety, Severity, Text, bad, good
from gaojian_checks.chronology._anniversary_years import told_year
from gaojian_checks.language.anniversaries import AnniversaryMention, anniversary_mentions
from gaojian_checks.language.facts import authority
from gaojian_checks.language.session_names import han
from gaojian_checks.language.twin import in_both_scripts

_NAMES_OF_PRIZES = Pattern("周年[^，。；、]{0,12}(?:纪念章|奖|称号|劳模|[》”])")


class AnniversaryYear(Check):
    """周年不符：“2013年，庆祝建党90周年”，2013年是92周年，90周年在2011年。

    起算年份确定的周年（建党、建军等），同句中写明的年份、“今年”“去年”，或者报告标题、成文日期的年份对照。

    不报：句中另有年份对得上的；迎接、筹备一年之内的周年；标题、成文日期同周年相差一年以内的；回顾几年工作的报告；奖项、
    书名里的周年；表外的周年。

    An anniversary whose number of years does not lead to the year that the sentence states, that 今年 means, or of the
    document; a year of grace where the celebration is prepared or only the title tells.
    """

    code = "ANA005"
    name = "anniversary"
    title = Text("周年不符", "anniversary in the wrong year")
    severity = Severity.WARNING
    weight = 2.0
    needs = ("周年",)
    basis = ("facts/anniversaries.toml：周年的起算年份",)
    examples = (
        bad("2013年，全区隆重庆祝⟦建党90周年⟧。", fixed="2013年，全区隆重庆祝建党92周年。"),
        bad("2010年是⟦新中国成立六十周年⟧。", fixed="2010年是新中国成立六十一周年。"),
        bad("为庆祝⟦建国60周年⟧，2013年举办歌咏赛。", fixed="为庆祝建国64周年，2013年举办歌咏赛。"),
        bad("今年是⟦改革开放40周年⟧。\n\n2013年3月5日", whole=True, fixed="今年是改革开放35周年。\n\n2013年3月5日"),
        bad("文化馆2013年度工作总结\n举办⟦建党90周年⟧文艺晚会，到场千人。", whole=True),
        good("2011年，全区隆重庆祝建党90周年。"),
        good("2009年是新中国成立六十周年。"),
        good("在纪念抗战胜利70周年大会上，他回忆了1943年的往事。"),
        good("2008年，筹备新中国成立60周年庆典。"),
        good("2013年，农工党建党83周年。"),
        good("2013年，他被授予新中国成立60周年纪念章。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every anniversary that does not fall in the year told."""
        for mention in document.get(anniversary_mentions):
            told = None if _NAMES_OF_PRIZES.match(document.prose, mention.number.end) else told_year(document, mention)
            if told:
                yield _finding(mention, told.evidence, told.year)


def _finding(mention: AnniversaryMention, evidence: Text, year: int | None) -> Finding:
    base, source = mention.anniversary.base, authority(mention.anniversary.certainty)
    years = year - base if year else 0
    right = f"，{year}年是{years}周年" if years > 0 else ""
    message = Text(
        f"{mention.anniversary.name}从{base}年算起（{source.zh}），{mention.years}周年在{mention.year}年，与{evidence.zh}不符{right}；"
        "请核对年份和周年数",
        f"{mention.years} years from {base} ({source.en}) make {mention.year}, against {evidence.en}",
    )
    return Finding(mention.span, message, _fix(mention, years) if 0 < years < 100 else None)


def _fix(mention: AnniversaryMention, years: int) -> Fix:
    title = Text(f"改为{years}周年", f"make it {years} years")
    return Fix(title, (Edit(mention.number, str(years) if mention.is_arabic else han(years)),), Safety.UNSAFE)
