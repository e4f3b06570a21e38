"""Mentions of anniversaries: 建党90周年, 新中国成立六十周年."""

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.clues import matches
from gaojian_checks.language.mentions import names_other_body
from gaojian_checks.language.numerals import value
from gaojian_checks.language.phrase_facts import Anniversary, anniversaries

_YEARS = Pattern("周年")
_FIGURES, _HAN = "0123456789", "一二三四五六七八九十百〇零"
_MARKS = "“”\"'‘’「」 \u3000"
_REACH, _LONGEST_FORM = 40, 24
# 农工党建党, 越南国庆: short forms belong to this country and its party only where no other name leads to them.
_SHORT_FORMS = frozenset(("建党", "建军", "建国", "国庆"))
_OTHER_STATES = Pattern("(?<![我中全祖])国|色列|兰|俄|斯|人民军|侨|捷克|埃及")


class AnniversaryMention(NamedTuple):
    """An anniversary with its number of ``years``; ``number`` is where that is written."""

    span: Span
    number: Span
    anniversary: Anniversary
    years: int
    is_arabic: bool

    @property
    def year(self) -> int:
        """The year it falls in."""
        return self.anniversary.base + self.years


def anniversary_mentions(document: Document) -> tuple[AnniversaryMention, ...]:
    """Return the anniversaries that ``document`` names and the table holds, in order."""
    prose = document.prose
    mentions = (_mention(prose, match.end()) for match in matches(document, "周", _YEARS))
    return tuple([mention for mention in mentions if mention])


def _mention(prose: str, end: int) -> AnniversaryMention | None:
    last = end - 2
    before = prose[max(0, last - _REACH) : last]
    figure = before[len(before.rstrip(_FIGURES)) :] or before[len(before.rstrip(_HAN)) :]
    years = value(figure) if figure else None
    if not years:
        return None
    name = before[: len(before) - len(figure)].rstrip(_MARKS)
    form = next((form for form in anniversaries() if name.endswith(form)), None)
    if form is None:
        return None
    lead = name[: len(name) - len(form)][-8:]
    if form in _SHORT_FORMS and (names_other_body(lead) or _OTHER_STATES.search(lead)):
        return None
    start = last - len(before) + len(name) - len(form)
    return AnniversaryMention(
        Span(start, end), Span(last - len(figure), last), anniversaries()[form], years, figure.isascii()
    )
