"""The faults that are made within one line, as a table: what is replaced, by what, and where that would be no fault."""

from broken_dates import impossible_day, impossible_month, reversed_days, reversed_years, wrong_weekday
from seeding import InlineFault
from sites import (
    ABOUT_MARKS,
    ALONE,
    CALL,
    DIGIT,
    HAN_NUMBER,
    JUDGMENT,
    LEGAL_AMOUNT,
    LEGAL_COUNT,
    LEGAL_DATE,
    MONTH_DAY,
    NOT_PROSE,
    NUMBER,
    NUMERAL,
    ORDINAL,
    PLACES,
    SPECIMEN,
    TIER_1,
    TIER_2,
    YEAR,
    because,
)

T1, T2, FRAME = "tier 1 blanks", "tier 2 counters", "dates, ordinals and numbers of documents left blank"
RANGE = "ends of ranges left blank"
MASK, DATE, TEXT = "placeholders", "dates", "doubled sentences"

INLINE_FAULTS: tuple[InlineFault, ...] = (
    InlineFault(
        "no number before a tier 1 unit",
        T1,
        ("BLK001", "BLK002", "BLK003"),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1})",
        (r"⟦\g<unit>⟧",),
        LEGAL_AMOUNT,
    ),
    InlineFault(
        "no end of a range before a unit",
        RANGE,
        ("BLK001", "BLK002", "BLK003", "BLK010"),
        rf"{ALONE}(?P<low>{NUMBER})(?P<unit>{TIER_1})",
        (r"\g<low>—⟦\g<unit>⟧", r"\g<low>-⟦\g<unit>⟧", r"\g<low>\g<unit>—⟦\g<unit>⟧", r"\g<low>～⟦\g<unit>⟧"),
        LEGAL_AMOUNT,
    ),
    InlineFault(
        "no end of a range of years", RANGE, ("BLK004", "BLK010"), YEAR, (r"\g<year>—⟦年⟧", r"\g<year>-⟦年⟧"), NOT_PROSE
    ),
    InlineFault(
        "no number before a counter",
        T2,
        ("BLK003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_2})",
        (r"⟦\g<unit>⟧",),
        LEGAL_COUNT,
    ),
    InlineFault("no number before 元", T2, ("BLK001",), rf"{ALONE}{NUMBER}(?P<unit>元)", (r"⟦\g<unit>⟧",), LEGAL_COUNT),
    InlineFault(
        "no Han numeral before a counter",
        "Han numerals before counters",
        ("BLK001", "BLK003"),
        rf"{HAN_NUMBER}(?P<unit>{TIER_2})",
        (r"⟦\g<unit>⟧",),
        LEGAL_COUNT,
    ),
    InlineFault(
        "parts of a full date missing",
        FRAME,
        ("BLK004",),
        YEAR + MONTH_DAY,
        (
            "⟦年月日⟧",
            r"⟦\g<year>年⟦月日⟧⟧",
            r"⟦\g<year>年⟦\g<month>月⟦日⟧⟧⟧",
            r"⟦⟦\g<year>年⟦月⟧⟧\g<day>日⟧",
            r"⟦⟦⟦年⟧\g<month>月⟧\g<day>日⟧",
        ),
        LEGAL_DATE,
    ),
    InlineFault(
        "month missing", FRAME, ("BLK004",), rf"{YEAR}{DIGIT}{{1,2}}月(?!{DIGIT})", (r"⟦\g<year>年⟦月⟧⟧",), LEGAL_DATE
    ),
    InlineFault(
        "day or both missing",
        FRAME,
        ("BLK004",),
        rf"(?<![年0-9０-９]){MONTH_DAY}",
        ("⟦月日⟧", r"⟦\g<month>月⟦日⟧⟧"),
        LEGAL_DATE,
    ),
    InlineFault("ordinal of a congress missing", FRAME, ("BLK005",), rf"第{ORDINAL}届", ("⟦第⟦届⟧⟧",)),
    InlineFault(
        "ordinal of a plenum missing",
        FRAME,
        ("BLK005",),
        rf"(?<![第{NUMERAL}])(?P<congress>{ORDINAL})届(?P<plenum>[{NUMERAL}])中全会",
        (r"⟦届⟧\g<plenum>中全会", r"\g<congress>⟦届中全会⟧"),
    ),
    InlineFault(
        "ordinal of a session missing", FRAME, ("BLK005",), rf"第{ORDINAL}次(?=[一-鿿]{{0,4}}会议)", ("⟦第⟦次⟧⟧",)
    ),
    InlineFault(
        "year or number of a document missing",
        FRAME,
        ("BLK006",),
        rf"〔(?P<year>{DIGIT}{{4}})〕(?P<number>{DIGIT}+)号",
        (r"⟦⟦〔〕⟧\g<number>号⟧", r"⟦〔\g<year>〕⟦号⟧⟧", "⟦〔〕号⟧"),
    ),
    InlineFault(
        "year masked",
        MASK,
        ("PLH001",),
        YEAR,
        ("⟦XX年⟧", "⟦20XX年⟧", "⟦201X年⟧", "⟦XXXX年⟧", "⟦二〇XX年⟧", "⟦××××年⟧", "⟦xx年⟧", "⟦ＸＸ年⟧"),
        (SPECIMEN,),
    ),
    InlineFault(
        "range of years masked", MASK, ("PLH001",), YEAR, ("⟦XX-XX⟧年", "⟦20XX—20XX⟧年", "⟦XX—XX⟧年"), (SPECIMEN,)
    ),
    InlineFault(
        "ordinal masked",
        MASK,
        ("PLH002",),
        rf"第?{ORDINAL}(?P<unit>[届次])(?=[一-鿿]{{0,6}}(?:会|大))",
        (r"⟦XX⟧\g<unit>", r"第⟦X⟧\g<unit>", r"⟦xx⟧\g<unit>", r"第⟦××⟧\g<unit>"),
        (SPECIMEN, because("a mask before 次 needs 第 to be an ordinal", "(?<!第)⟦[Xx]+⟧次")),
    ),
    InlineFault(
        "number masked",
        MASK,
        ("PLH003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1}|元|项|个(?!百)|件|家|次|名|户|篇|亩|吨|公里|人次|平方米)",
        (r"⟦XX⟧\g<unit>", r"⟦××⟧\g<unit>", r"⟦X.X⟧\g<unit>", r"⟦xx⟧\g<unit>"),
        (SPECIMEN, *NOT_PROSE),
    ),
    InlineFault(
        "number masked by one letter",
        "masks of one letter",
        ("PLH003",),
        rf"{ALONE}{NUMBER}(?P<unit>{TIER_1}|元|项|个(?!百)|件|家|次|名|户|篇|亩|吨|公里|人次|平方米)",
        (r"⟦X⟧\g<unit>", r"⟦×⟧\g<unit>"),
        (SPECIMEN, *NOT_PROSE),
    ),
    InlineFault(
        "place masked",
        MASK,
        ("PLH004",),
        rf"(?:{PLACES})市",
        ("⟦⟦XX⟧市⟧", "⟦⟦××⟧市⟧", "⟦⟦xx⟧市⟧"),
        (SPECIMEN, JUDGMENT),
    ),
    InlineFault("nothing between quotes", MASK, ("QUO001",), r"“[^“”\n]{1,12}”", ("⟦“”⟧",), (ABOUT_MARKS,)),
    InlineFault("nothing between title marks", MASK, ("QUO002",), r"《[^《》\n]{1,30}》", ("⟦《》⟧",)),
    InlineFault(
        "nothing between brackets", MASK, ("QUO002",), r"（[^（）\n]{2,20}）", ("⟦（）⟧",), (ABOUT_MARKS, CALL)
    ),
    InlineFault("impossible date", DATE, ("DAT001",), YEAR + MONTH_DAY, (impossible_day, impossible_month)),
    InlineFault("impossible day of a month", DATE, ("DAT001",), rf"(?<![年0-9０-９]){MONTH_DAY}", (impossible_day,)),
    InlineFault(
        "range of years reversed",
        DATE,
        ("DAT002",),
        r"(?<![—–~～〜至到\-－])" + YEAR + rf"(?![底初末中]|{DIGIT})",
        (reversed_years,),
    ),
    InlineFault(
        "range of days reversed",
        DATE,
        ("DAT002",),
        rf"(?P<year>{DIGIT}{{4}}年)?(?<![0-9０-９]){MONTH_DAY}",
        (reversed_days,),
    ),
    InlineFault("wrong weekday", DATE, ("DAT003",), YEAR + MONTH_DAY, (wrong_weekday,)),
    InlineFault(
        "sentence doubled",
        TEXT,
        ("DUP005",),
        r"(?<=[。！？])(?P<body>[^。！？；“”《》（）\ufffc\n]{20,200})(?P<stop>。)",
        (r"\g<body>\g<stop>⟦⟦\g<body>⟧\g<stop>⟧",),
    ),
)
