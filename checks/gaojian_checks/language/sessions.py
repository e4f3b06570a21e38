"""Mentions of sessions: 十二届全国人大一次会议, 全国政协十二届一次会议, 政协第十二届全国委员会第一次会议."""

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.mentions import editions
from gaojian_checks.language.numerals import value

_BODIES = {
    "全国人民代表大会": "全国人大",
    "全国人大": "全国人大",
    "人民代表大会": "全国人大",
    "人大": "全国人大",
    "全国政协": "全国政协",
    "全国委员会": "全国政协",
    "": "全国政协",
}
_BODY = f"({'|'.join(_BODIES)})"
# What is no number, or a mask of one, is sorted out in Python.
_SESSION = Pattern(rf"{_BODY}(常务委员会|常委会)?第?(.{{1,4}}?)次(?:全体)?会议")
_HAN = "一二三四五六七八九十"
_FIGURES = "0123456789"
_MASKS = "xX×ＸｘNn某○*＊※_＿?？"
_LONGEST_BEFORE = 24
_KINDS = (_HAN, _FIGURES, _MASKS)
_MISPLACED = ("人民代表大会", "人大", "全国政协")
# What must stand before the number of the term, by what stands after it.
_LEADS: dict[str, tuple[str, ...]] = {
    "全国人民代表大会": ("",),
    "全国人大": ("",),
    "人民代表大会": ("全国",),
    "人大": ("全国",),
    "全国政协": ("",),
    "全国委员会": ("中国人民政治协商会议", "政治协商会议", "政协"),
    "": ("全国政协",),
}


class SessionMention(NamedTuple):
    """A session of the ``body`` 全国人大, 全国人大常委会 or 全国政协; a number is None where it is masked.

    ``term`` spans the number of the term with its 第 and 届, ``name`` the body with its term. ``is_misplaced`` tells
    that these stand in the wrong order: 全国十四届人大, 十四届全国政协.
    """

    span: Span
    body: str
    congress: int | None
    number: int | None
    term: Span
    name: Span
    is_misplaced: bool


def session_mentions(document: Document) -> tuple[SessionMention, ...]:
    """Return the sessions that ``document`` names, in order; call it through ``document.get``."""
    prose = document.prose
    matches = [_mention(prose, start) for start in document.get(editions)]
    return tuple([mention for mention in matches if mention])


def _mention(prose: str, start: int) -> SessionMention | None:
    match = _SESSION.match(prose, start)
    if match is None:
        return None
    noun, committee, number = match.groups()
    before = prose[max(0, start - _LONGEST_BEFORE) : start - 1]
    figure = next((found for kind in _KINDS if (found := _ending(before, kind))), "")
    if not figure or all(number.strip(kind) for kind in _KINDS):
        return None
    stem = before[: len(before) - len(figure)].removesuffix("第")
    lead = next((lead for lead in _LEADS[noun] if stem.endswith(lead)), None)
    body = _BODIES[noun]
    if lead is None or (committee and body != "全国人大"):
        return None
    term = Span(start - 1 - len(before) + len(stem), start)
    name = Span(term.start - len(lead), match.end(1))
    return SessionMention(
        Span(name.start, match.end()),
        f"{body}常委会" if committee else body,
        value(figure),
        value(number),
        term,
        name,
        noun in _MISPLACED,
    )


def _ending(text: str, characters: str) -> str:
    return text[max(len(text.rstrip(characters)), len(text) - 4) :]
