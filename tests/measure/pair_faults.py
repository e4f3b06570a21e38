"""The faults of paired marks as a table: marks that lost their partner, their direction, their level or their width."""

from seeding import Fault, InlineFault
from sites import because

MARKS = "paired marks"
QUOTED = r"“(?P<body>[^“”‘’\ufffc\n]{1,30})”"
TITLED = r"《(?P<body>[^《》〈〉\ufffc\n]{1,40})》"
BRACKETED = r"（(?P<body>[^（）()\ufffc\n]{1,30})）"

PAIR_FAULTS: tuple[Fault, ...] = (
    InlineFault("half of a pair of quotes missing", MARKS, ("QUO003",), QUOTED, (r"\g<body>⟦”⟧", r"⟦“⟧\g<body>")),
    InlineFault(
        "half of a pair of single quotes missing",
        MARKS,
        ("QUO003",),
        r"‘(?P<body>[^“”‘’\ufffc\n]{1,30})’",
        (r"\g<body>⟦’⟧", r"⟦‘⟧\g<body>"),
    ),
    InlineFault(
        "half of a pair of corner quotes missing",
        MARKS,
        ("QUO004",),
        r"「(?P<body>[^「」\ufffc\n]{1,30})」",
        (r"\g<body>⟦」⟧", r"⟦「⟧\g<body>"),
    ),
    InlineFault(
        "half of a pair of title marks missing", MARKS, ("QUO004",), TITLED, (r"\g<body>⟦》⟧", r"⟦《⟧\g<body>")
    ),
    InlineFault(
        "half of a pair of inner title marks missing",
        MARKS,
        ("QUO004",),
        r"〈(?P<body>[^《》〈〉\ufffc\n]{1,40})〉",
        (r"\g<body>⟦〉⟧", r"⟦〈⟧\g<body>"),
    ),
    InlineFault(
        "half of a pair of brackets missing", MARKS, ("QUO004",), BRACKETED, (r"\g<body>⟦）⟧", r"⟦（⟧\g<body>")
    ),
    InlineFault(
        "half of a pair of half-width brackets missing",
        MARKS,
        ("QUO004",),
        r"\((?P<body>[^（）()\ufffc\n]{1,30})\)",
        (r"\g<body>⟦)⟧", r"⟦(⟧\g<body>"),
        (because("outside Chinese text", r"^[^一-鿿]*$"),),
    ),
    InlineFault(
        "half of a pair of square brackets missing",
        MARKS,
        ("QUO004",),
        r"(?P<open>[〔【])(?P<body>[^〔〕【】\ufffc\n]{1,30})(?P<close>[〕】])",
        (r"\g<body>⟦\g<close>⟧", r"⟦\g<open>⟧\g<body>"),
    ),
    InlineFault(
        "quotes of the wrong direction",
        MARKS,
        ("QUO005",),
        QUOTED,
        (r"⟦”\g<body>“⟧", r"⟦“\g<body>“⟧", r"⟦”\g<body>”⟧"),
    ),
    InlineFault(
        "double quotes inside double quotes",
        MARKS,
        ("QUO006",),
        r"“(?P<before>[一-鿿]{2,6})(?P<inner>[一-鿿]{2,4})(?P<after>[一-鿿]{2,6})”",
        (r"“\g<before>⟦“\g<inner>”⟧\g<after>”",),
    ),
    InlineFault(
        "double title marks inside double title marks",
        MARKS,
        ("QUO007",),
        r"《(?P<before>[^《》〈〉\n]{0,20})〈(?P<inner>[^《》〈〉\n]{1,40})〉(?P<after>[^《》〈〉\n]{0,20})》",
        (r"《\g<before>⟦《\g<inner>》⟧\g<after>》",),
    ),
    InlineFault(
        "straight quotes",
        MARKS,
        ("QUO009",),
        QUOTED,
        (r'⟦"\g<body>"⟧',),
        (because("no Han, inside or on both sides", r'[^一-鿿]⟦"[^一-鿿]*"⟧|⟦"[^一-鿿]*"⟧[^一-鿿]'),),
    ),
    InlineFault("a bracket of another width", MARKS, ("QUO010",), BRACKETED, (r"（\g<body>⟦)⟧", r"⟦(⟧\g<body>）")),
)
