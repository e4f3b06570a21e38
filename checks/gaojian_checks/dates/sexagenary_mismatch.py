"""DAT004 sexagenary-mismatch."""

from collections.abc import Iterator

from gaojian import Check, Document, Edit, Finding, Fix, Safety, Severity, Text, bad, good
from gaojian_checks.dates._cycle import Named, Told, named_years, told_year
from gaojian_checks.language.lunar import animal, sexagenary_name


class SexagenaryMismatch(Check):
    """干支生肖不符：“2013年（甲午年）”，2013年是癸巳年。

    干支六十年一轮，生肖十二年一轮，哪年是什么都能推算。年份和干支、生肖写在一起却对不上，必有一个错；“甲午蛇年”自己就矛盾。
    农历年比公历年晚开始：一月、二月的日期，上一年的干支也对；只写年份、恰好差一年的，报警告。清代以前的年号也照此核对。

    不报：旁边没有年份的干支；“自己”“申请”一类不是干支的字；“牛年产”一类不是生肖的字；公元前的年份；“2013年，马年将至”。

    A year beside stem and branch or the animal of another year. Dates in January and February may still belong to the
    year before; a year alone that is one off is a warning. Sexagenary years without a year beside them are left alone.
    """

    code = "DAT004"
    name = "sexagenary-mismatch"
    title = Text("干支生肖不符", "wrong sexagenary year or animal")
    severity = Severity.ERROR
    weight = 2.0
    basis = ("干支：（公元年数－4）除以60的余数，甲子为0", "生肖：（公元年数－4）除以12的余数，鼠为0")
    examples = (
        bad("全县2013年（⟦甲申年⟧）修编县志。", fixed="全县2013年（癸巳年）修编县志。"),
        bad("⟦辛丑年⟧（2013年）春，河道淤塞。", fixed="癸巳年（2013年）春，河道淤塞。"),
        bad("2013年是⟦虎年⟧，剪纸作品以此为题。", fixed="2013年是蛇年，剪纸作品以此为题。"),
        bad("1894年（⟦甲戌⟧）大水。", fixed="1894年（甲午）大水。"),
        bad("2013年9月19日（农历⟦甲申年⟧八月十五）开馆。", fixed="2013年9月19日（农历癸巳年八月十五）开馆。"),
        bad("光绪二十年（⟦甲戌年⟧）大水。", fixed="光绪二十年（甲午年）大水。"),
        bad("2024⟦壬辰龙年⟧贺词。", fixed="2024甲辰龙年贺词。"),
        bad("二〇一三年岁次⟦甲申⟧，重修。", fixed="二〇一三年岁次癸巳，重修。"),
        bad("碑立于⟦甲午蛇年⟧。"),
        good("2013年（癸巳年）修编县志，甲午年（2014年）付印，1894年（甲午）大水。"),
        good("2013年2月5日（农历壬辰年腊月廿五）慰问；2013年是蛇年。"),
        good("2013年12月启动马年春节联欢；2013年，马年将至。"),
        good("奶牛年产奶六吨；2013年（甲方年审），本人2013年自己申请。"),
        good("光绪二十年（甲午年，1894年）大水；公元前1046年（乙未年）。"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every sexagenary year or animal that its year doesn't have."""
        for named in named_years(document):
            if named.contradicts_itself:
                yield Finding(named.span, _contradiction(document.text[slice(*named.span)]))
                continue
            told = told_year(document, named)
            if told is not None and not named.fits(told.years):
                yield _finding(document, named, told)


def _contradiction(written: str) -> Text:
    return Text(f"“{written}”的地支和生肖不是同一年；请核对", f"branch and animal of {written} are of different years")


def _finding(document: Document, named: Named, told: Told) -> Finding:
    year = told.years[0]
    pair, beast = sexagenary_name(year), animal(year)
    message = Text(
        f"{year}年是{pair}年（{beast}年），不是“{document.text[slice(*named.span)]}”；请核对两者",
        f"{year} is {pair}, the year of {beast}; check both",
    )
    right = (pair if named.number is not None else "") + (beast if named.animal is not None else "")
    fix = Fix(Text(f"改为“{right}”", f"change to {right}"), (Edit(named.words, right),), Safety.UNSAFE)
    # An event of January 1895 belongs to the year 甲午, which began in 1894.
    is_late = not told.is_exact and named.fits((year - 1,))
    return Finding(named.span, message, fix, severity=Severity.WARNING if is_late else None)
