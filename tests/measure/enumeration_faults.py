"""The faults of lists within sentences, as a table: an item lost, a number used twice."""

import re
from random import Random

from seeding import Fault, InlineFault

_NUMERALS = "一二三四五六七八九十"
_ITEM = r"(?<=[。；])(?P<number>[二三四五六七八])是(?=[^。；\n]{4,})"


def next_number(match: re.Match[str], random: Random) -> str:
    """Return the item numbered one higher, as if one before it had been deleted."""
    del random
    return f"⟦{_NUMERALS[_NUMERALS.index(match['number']) + 1]}是⟧"


def number_before(match: re.Match[str], random: Random) -> str:
    """Return the item numbered as the one before it; there is always one."""
    del random
    return f"⟦{_NUMERALS[max(_NUMERALS.index(match['number']) - 1, 1)]}是⟧"


ENUMERATION_FAULTS: tuple[Fault, ...] = (
    InlineFault("an item of 一是, 二是 lost", "numbering", ("NMB006",), _ITEM, (next_number,)),
    InlineFault(
        "三是 numbered like the one before", "numbering", ("NMB006",), _ITEM.replace("[二三", "[三"), (number_before,)
    ),
)
