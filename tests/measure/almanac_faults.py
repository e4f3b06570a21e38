"""Faults as a table: festivals, lunar days, cycles and eras on another date, and dates in a form to be avoided."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from gaojian import Document, Span
from gaojian_checks.language.dates import REIGNS, is_taiwanese
from gaojian_checks.language.festivals import festivals
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.lunar import animal, on, sexagenary_name
from gaojian_checks.language.outline import title
from seeding import Fault, InlineFault, Seeded, Site, genre_of
from sites import DIGIT, MONTH_DAY, because

ALMANAC = "almanac and forms of dates"
_OUR_YEAR = r"(?<![0-9０-９—–~～\-－至到])(?P<year>19[5-9][0-9]|20[0-9]{2})年"
_NAMES = ("春节", "除夕", "元宵节", "端午节", "中秋节", "重阳节", "清明节", "冬至")
_CYCLE, _ANIMALS = 60, 12
_TITLES = re.compile("(?:报告|总结|通知|意见|决定|方案|通报)$")
_ORGANS = ("青山市粮食局", "青山县人民政府办公室", "省水利厅", "青山市防汛抗旱指挥部")


def _written(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def wrong_festival(match: re.Match[str], random: Random) -> str:
    """Return a festival beside a date up to three weeks from its own, marked."""
    name = random.choice(_NAMES)
    (right, *_) = festivals()[name].days(int(match["year"]))
    day = right + dt.timedelta(random.choice([-1, 1]) * random.randint(1, 20))
    month_day = f"{day.month}月{day.day}日"
    forms = [f"⟦{_written(day)}⟧（{name}）", f"⟦{_written(day)}⟧{name}，", f"⟦{_written(day)}⟧是{name}，"]
    if day.year == right.year:
        forms.append(f"{day.year}年{name}（⟦{month_day}⟧）")
    return random.choice(forms)


def wrong_lunar_day(match: re.Match[str], random: Random) -> str:
    """Return a date beside the lunar day of another date, marked."""
    day = dt.date(int(match["year"]), random.randint(1, 12), random.randint(1, 28))
    other = on(day + dt.timedelta(random.choice([-1, 1]) * random.randint(1, 20)))
    name = other.name if other else ""
    return random.choice([f"{_written(day)}（农历⟦{name}⟧）", f"农历⟦{name}⟧（{_written(day)}）"])


def wrong_cycle(match: re.Match[str], random: Random) -> str:
    """Return the year beside the stems, branches or animal of another year, marked."""
    year = int(match["year"])
    pair = sexagenary_name(year + random.randint(1, _CYCLE - 1))
    beast = animal(year + random.randint(1, _ANIMALS - 1))
    return random.choice(
        [
            f"{year}年（⟦{pair}年⟧）",
            f"⟦{pair}年⟧（{year}年）",
            f"{year}年是⟦{beast}年⟧，",
            f"{year}年（农历⟦{pair}年⟧）",
        ]
    )


def wrong_era(match: re.Match[str], random: Random) -> str:
    """Return a year of the Republic or of a reign beside another Gregorian year, marked."""
    del match
    shift = random.choice([-10, -2, -1, 1, 2, 3, 10])
    name, count = random.choice([("民国", 38), ("民國", 102), ("光绪", 34), ("康熙", 61), ("乾隆", 60), ("昭和", 64)])
    number = random.randint(1, count)
    wrong = (REIGNS[name].first if name in REIGNS else 1912) + number - 1 + shift
    return random.choice([f"{name}{number}年（⟦{wrong}年⟧）", f"⟦{wrong}年⟧（{name}{number}年）"])


def impossible_in_taiwan(match: re.Match[str], random: Random) -> str:
    """Return the date of the Republic with a day or a month that no calendar holds, marked."""
    year, era = match["year"], match["era"]
    han = [f"{era}{year}年二月三十日", f"{era}{year}年十三月{match['day']}日", f"{era}{year}年四月三十一日"]
    figures = [f"{era}{random.randint(60, 113)}年2月30日", f"{era}{random.randint(60, 113)}年13月5日"]
    return f"⟦{random.choice(han + figures)}⟧"


def reversed_in_taiwan(match: re.Match[str], random: Random) -> str:
    """Return a range of years of the Republic that runs backwards, marked."""
    number = random.randint(90, 113)
    return f"⟦{match['era']}{number}年{random.choice(['至', '—', '到'])}{number - random.randint(1, 9)}年⟧"


def doubled_clock(match: re.Match[str], random: Random) -> str:
    """Return the date with a time of day that tells twice that it is after noon, or contradicts itself."""
    hour = random.randint(13, 23)
    part = random.choice(["下午", "上午"] if hour < 18 else ["晚上", "晚", "凌晨"])
    return f"{match[0]}⟦{part}{random.choice([f'{hour}时', f'{hour}:30', f'{hour}点'])}⟧，"


def short_year(match: re.Match[str], random: Random) -> str:
    """Return the year without its century, marked."""
    del random
    return f"⟦{match['year'][2:]}年⟧"


def wrong_zero(match: re.Match[str], random: Random) -> str:
    """Return the year in Chinese numerals with another zero than 〇, marked."""
    digits = random.choice("○O零0") + "一二三四五六七八九"
    return f"⟦{''.join(digits[int(digit)] for digit in match['year'])}年⟧"


@dataclass(frozen=True)
class Undated(Fault):
    """A document that is signed at its end by an office, without a date."""

    def sites(self, document: Document) -> Iterator[Site]:
        """Yield the end of every sentence that ends a paragraph of a report, a notice or the like."""
        span = document.get(title)
        if span and _TITLES.search(document.prose, *span):
            for paragraph in document.paragraphs[5:]:
                if document.prose[paragraph.end - 1] == "。":
                    yield Site(document, paragraph.end, genre_of(document))

    def exclusion(self, site: Site) -> str | None:
        """Return a reason where the document is dated, or need not be."""
        text = site.document.text
        if re.search(r"[0-9]{4}[年-][0-9]{1,2}[月-][0-9]{1,2}", text[:600]):
            return "a date at its beginning, which dates the document"
        if site.document.get(genre) not in {Genre.GENERAL, Genre.REPORT, Genre.NOTICE}:
            return "a statute, a case or a manual, which nobody signs"
        return "a document in Traditional characters" if site.document.get(is_taiwanese) else None

    def seed(self, site: Site) -> Seeded:
        """Return the document up to the sentence, with a signature below it."""
        organ = _ORGANS[site.start % len(_ORGANS)]
        before = site.document.text[: site.start] + "\n\n"
        document = Document(site.document.path, f"{before}{organ}\n", site.document.kind)
        return Seeded(document, (Span(len(before), len(before) + len(organ)),))


_COUNTED = because("legal: after a joint the century may be left out", r"[—–~～\-－至到]⟦")

_HAN = "[一二三四五六七八九十百零]"
_TAIWANESE = f"(?P<era>(?:中華)?民國)(?P<year>{_HAN}{{1,6}})年(?P<month>{_HAN}{{1,2}})月(?P<day>{_HAN}{{1,3}})日"

ALMANAC_FAULTS: tuple[Fault, ...] = (
    InlineFault("festival on another date", ALMANAC, ("DAT005",), _OUR_YEAR + MONTH_DAY, (wrong_festival,)),
    InlineFault("lunar day on another date", ALMANAC, ("DAT005",), _OUR_YEAR + MONTH_DAY, (wrong_lunar_day,)),
    InlineFault("stems, branches or animal of another year", ALMANAC, ("DAT004",), _OUR_YEAR, (wrong_cycle,)),
    InlineFault("year of an era that is another year", ALMANAC, ("DAT016",), _OUR_YEAR, (wrong_era,)),
    InlineFault("impossible date of the Republic", ALMANAC, ("DAT001",), _TAIWANESE, (impossible_in_taiwan,)),
    InlineFault("years of the Republic reversed", ALMANAC, ("DAT002",), _TAIWANESE, (reversed_in_taiwan,)),
    InlineFault("time of day told twice", ALMANAC, ("DAT019",), _OUR_YEAR + MONTH_DAY, (doubled_clock,)),
    InlineFault(
        "year of two digits",
        ALMANAC,
        ("DAT011", "DAT014"),
        rf"{_OUR_YEAR}(?=[底末初度]|{DIGIT}{{1,2}}月)",
        (short_year,),
        (_COUNTED,),
    ),
    InlineFault(
        "wrong zero of a year",
        ALMANAC,
        ("DAT013",),
        rf"{_OUR_YEAR}(?<!2000年)(?<=0[0-9]{2}年|[0-9]0[0-9]年|[0-9]{2}0年)",
        (wrong_zero,),
    ),
    Undated("signature without a date", ALMANAC, ("DAT018",)),
)
