"""DAT005 lunar-festival-mismatch."""

from collections.abc import Iterator

from gaojian import Check, Document, Finding, Severity, Text, bad, good
from gaojian_checks.dates._almanac import festival_conflict, lunar_conflict
from gaojian_checks.dates._beside import beside
from gaojian_checks.language.twin import in_both_scripts


class LunarFestivalMismatch(Check):
    """节日日期不符：“2013年9月20日中秋”，那年的中秋是9月19日。

    春节、端午、中秋、清明等节日和节气，每年在公历的哪一天是确定的；农历几月几日是公历哪天也是确定的。两者写在一起却对不上，必
    有一个错，通知、值班安排会因此误事。年份写明的报错误，年份取自上下文的报警告；公历固定的节日（国庆节、教师节等）只报警告，
    因为别国的日子不同。表中1949年以前的年份未经核实，至多报警告。

    不报：“中秋节（9月19日至21日）”一类放假日期；“9月18日，中秋节前”；“9月9日重阳节”一类把农历写成几月几日的，没有年份可
    依据的；表（1900—2100年）以外的年份；台湾文稿中公历的节日。

    A festival, a solar term or a day of the lunar calendar beside a date on which it doesn't fall. An error where the
    date has its year; a warning where the year comes from the context, and for festivals of the Gregorian calendar.
    Holidays of several days, and days before or after a festival, are left alone.
    """

    code = "DAT005"
    name = "lunar-festival-mismatch"
    title = Text("节日日期不符", "festival or lunar day on another date")
    severity = Severity.ERROR
    weight = 2.0
    basis = ("facts/lunar_years.toml：1900—2100年农历和节气（GB/T 33661—2017 的算法）", "facts/festivals.toml：节日")
    examples = (
        bad("⟦2013年9月20日⟧中秋节，公园免费开放。", fixed="2013年9月19日中秋节，公园免费开放。"),
        bad("2014年端午节（⟦6月3日⟧）放假一天。", fixed="2014年端午节（6月2日）放假一天。"),
        bad("联欢会定于⟦2012年1月23日⟧（除夕）举行。", fixed="联欢会定于2012年1月22日（除夕）举行。"),
        bad("⟦2013年4月5日⟧清明，扫墓车辆较多。", fixed="2013年4月4日清明，扫墓车辆较多。"),
        bad("定于2013年9月20日（农历⟦八月十五⟧）开市。", fixed="定于2013年9月20日（农历八月十六）开市。"),
        bad("2013年9月8日（⟦八月初五⟧）试车。", fixed="2013年9月8日（八月初四）试车。"),
        bad("农历⟦正月初二⟧（2013年2月10日）开市。", fixed="农历正月初一（2013年2月10日）开市。"),
        bad("今年⟦10月20日⟧是中秋节，食堂供应月饼。"),
        bad("⟦3月1日⟧是雨水节气，冻土返浆。"),
        bad("⟦9月9日⟧（教师节）上午开会。", fixed="9月10日（教师节）上午开会。"),
        bad("⟦中華民國102年9月20日⟧中秋節，停課一天。", fixed="中華民國102年9月19日中秋節，停課一天。"),
        good("2013年9月19日（星期四）中秋节，2013年4月4日清明，2014年6月2日（农历五月初五）端午节。"),
        good("2013年2月10日（农历正月初一）开市；2033年12月22日（农历闰十一月初一）冬至。"),
        good("2013年中秋节（9月19日至21日）放假；9月18日，中秋节前走访慰问；9月22日中秋节后上班。"),
        good("老人把9月9日重阳节记成公历；农历8月15日中秋节。"),
        good("2013年9月21日（国际和平日）；澳大利亚国庆日（1月26日）。"),
        good("2012年12月30日部署春节工作，2013年春节（2月10日）照常值班。"),
    )

    @in_both_scripts
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield a finding for every date beside a festival or lunar day that falls on another one."""
        for place in document.get(beside):
            conflict = festival_conflict(document, place) if place.festival else lunar_conflict(document, place)
            if conflict is not None:
                yield conflict
