"""Sessions by their full names, as messages call them."""

from gaojian import Text
from gaojian_checks.language.numerals import DIGITS


def han(number: int) -> str:
    """Return a number as it is written in the name of a session: 18 is 十八; in figures from 100 on."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones - 1] if ones else "")


def congress_name(number: int) -> Text:
    """Return the name of a national congress of the party."""
    return Text(f"党的{han(number)}大", f"congress {number} of the CPC")


def plenum_name(congress: int, number: int) -> Text:
    """Return the name of a plenum of the Central Committee."""
    return Text(f"{han(congress)}届{han(number)}中全会", f"plenum {number} of the {congress}th Central Committee")


def session_name(body: str, congress: int, number: int) -> Text:
    """Return the name of a session of the NPC, its Standing Committee or the CPPCC, each in its order of words."""
    zh = f"{body}{han(congress)}届" if body == "全国政协" else f"{han(congress)}届{body}"
    names = {"全国政协": "CPPCC", "全国人大": "NPC", "全国人大常委会": "NPC Standing Committee"}
    of = "第" if body == "全国人大常委会" else ""
    return Text(f"{zh}{of}{han(number)}次会议", f"session {number} of the {congress}th {names[body]}")
