"""Days of the lunar calendar as texts write them: 农历八月十五, 正月初三, 农历癸巳年腊月廿三, 闰八月初一."""

import re

from gaojian_checks.language.numerals import value

CALENDAR = "[农農阴陰夏旧舊][历曆]"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
# Without 农历 only what no Gregorian date says is a lunar day: 正月, 闰八月, 八月初三. 八月十五 may be either.
LUNAR = (
    rf"(?P<calendar>{CALENDAR}[ \u3000]?)?(?:[{STEMS}][{BRANCHES}].?年|[〇零○一二三四五六七八九十0-9]{{4}}年)?"
    r"(?P<words>(?P<leap>[闰閏])?(?P<month>正|元|冬|腊|臘|十[一二]?|[一二三四五六七八九]|1?[0-9])月"
    "(?P<day>初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅|[1-3]?[0-9](?=日))日?)"
)
_MONTHS = {"正": 1, "元": 1, "冬": 11, "腊": 12, "臘": 12}
_LONGEST = 30


def lunar_day(match: re.Match[str]) -> tuple[int, int, bool] | None:
    """Return month, day and whether the month is a leap month of a match of ``LUNAR``; None for a Gregorian date."""
    written, day_written = match["month"], match["day"]
    month = _MONTHS.get(written) or value(written)
    day = value(day_written.removeprefix("初"))
    # 五月廿八日 may be a day of May, 五月廿八 is none.
    is_lunar = match["calendar"] or match["leap"] or written in {"正", "冬", "腊", "臘"} or day_written[0] == "初"
    is_lunar = is_lunar or (day_written[0] in "廿卅" and not match["words"].endswith("日"))
    if not month or not day or month > 12 or day > _LONGEST or not is_lunar:
        return None
    return month, day, match["leap"] is not None
