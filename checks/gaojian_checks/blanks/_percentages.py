"""Percent signs, 个百分点 and 百分之 without a number."""

from collections.abc import Iterator

from gaojian import Pattern, Span
from gaojian_checks.blanks._scaled import Bare, is_acronym
from gaojian_checks.blanks._surroundings import DASHES, MASKS, NUMERALS, UNIT_NAMED, before

_SIGNS = tuple(Pattern(f"{sign}(?<![{NUMERALS}{MASKS}a-z]{sign})(?![A-Za-z0-9_'\"`({{%])", sign) for sign in "%％‰")
# 大字展示同比增长%, 本身的增长%: the name of an indicator.
_NAMED = Pattern("(?:展示|显示|标注|列出|填写|指标|字段|公式)[^，。；\n]{0,8}$|的(?:增长|同比|环比)$")
_HUNDREDTHS = Pattern(
    f"百(?=分)(?:分之(?![{NUMERALS}{MASKS}A-ZＡ-Ｚa-z \t\n\r│若])"
    f"|(?<=[个個]百)(?<![{NUMERALS}每各整这那哪][个個]百)(?P<point>分[点點]))",
    "百",
)


def percentages(prose: str) -> Iterator[Bare]:
    """Yield every percentage that lacks its number."""
    for pattern in _SIGNS:
        for match in pattern.finditer(prose):
            left = before(prose, match.start())
            if _lacks_number(prose, left, match.end()):
                yield Bare(Span(*match.span()), left)
    for match in _HUNDREDTHS.finditer(prose):
        start = match.start() - 1 if match["point"] else match.start()
        left = before(prose, start)
        if not match["point"] or _lacks_points(left):
            yield Bare(Span(start, match.end()), left)


def _lacks_number(prose: str, left: str, end: int) -> bool:
    last = left[-1:]
    if not last or last in NUMERALS or last in MASKS or last in "/／\"'“‘「":
        return False
    if last in "(（":
        return prose[end : end + 1] in ("左", "以", "的")
    if last.isascii() and (last.isalpha() or last not in ",;:)-\n\r"):
        return is_acronym(left)
    return last in "按以" or not (UNIT_NAMED.search(left) or _NAMED.search(left))


def _lacks_points(left: str) -> bool:
    last = left[-1:]
    if last and last in DASHES + "，、；。":
        return True
    return "\u4e00" <= last <= "\u9fff" and last not in NUMERALS and not left.endswith("若干")
