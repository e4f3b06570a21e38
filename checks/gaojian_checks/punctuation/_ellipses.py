"""What stands for an ellipsis, in whatever form, and whether 等 says the same beside it."""

from gaojian import Document, NamedTuple, Pattern, Span
from gaojian_checks.language.genre import Genre, genre
from gaojian_checks.language.latin import latin
from gaojian_checks.punctuation._marks import CLOSERS, HAN, OPENERS, marks

_DOTS = (Pattern("…+", "…"), Pattern("···+", "·"))
_HALFWIDTH = Pattern(r"\.(?=\.\.)\.+")
_LONGEST = 6
_FULL_STOPS = 3
_HAN = Pattern(rf"[{HAN}]")
_BEFORE = Pattern(rf"[{HAN}{CLOSERS}，、]")
_OPENING = Pattern(rf"[{OPENERS} \t\u3000\n\r>*-]")
# 第一章 总则......1, 姓名........: leaders and lines to be filled in.
_LEADER = Pattern(r"[ \u3000.…·。]*[（(]?[0-9ⅠⅡⅢⅣⅤ]{1,4}[）)]?[ \t\u3000|]*(?:[\r\n]|\Z)")
# 等待, 等于, 等我: no end of a list.
_DENG = Pattern("等(?![待到于於候级級同我你您他她它一会會下着了價价额額效值分量差距高温压腰边边式位以])")
_LISTED = Pattern(r"、[^，。；：！？…\n]{1,20}?(?P<deng>等等?|)$")
_REACH = 30


class Omission(NamedTuple):
    """An ellipsis in Chinese text; ``deng`` is the place of the 等 beside it, or None."""

    span: Span
    deng: Span | None


def ellipses(document: Document) -> tuple[Omission, ...]:
    """Return what stands for an ellipsis in Chinese text, sorted; call it through ``document.get(ellipses)``.

    Dots of code, of English, of tables of contents and of blanks to be filled in are left out.
    """
    prose = document.prose
    spans = [match.span() for pattern in _DOTS for match in pattern.finditer(prose)]
    spans += [run.span for run in document.get(marks).runs if run.marks == "。" * max(_FULL_STOPS, len(run.marks))]
    # In a manual three dots belong to what is typed or shown: 另存为...
    if "..." in document.get(latin) and document.get(genre) is not Genre.TECHNICAL:
        spans += [match.span() for match in _HALFWIDTH.finditer(prose)]
    return tuple([Omission(Span(*span), _deng(prose, *span)) for span in sorted(spans) if _is_chinese(prose, *span)])


def _is_chinese(prose: str, start: int, end: int) -> bool:
    if end - start > _LONGEST or _LEADER.match(prose, end):
        return False
    before, after = prose[start - 1 : start] if start else "\n", prose[end : end + 1]
    return bool(_BEFORE.match(before) or (_OPENING.match(before) and _HAN.match(after)))


def _deng(prose: str, start: int, end: int) -> Span | None:
    """Return the place of 等 behind the ellipsis, or before it at the end of a list."""
    follows = _DENG.match(prose, end)
    if not follows and prose[start - 1 : start] != "等":
        return None
    match = _LISTED.search(prose, max(0, start - _REACH), start)
    if match is None:
        return None
    return Span(*follows.span() if follows else match.span("deng"))
