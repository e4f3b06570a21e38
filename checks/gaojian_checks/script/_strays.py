"""Characters of the other script: which they are, which of them may stand, and what they should be."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from gaojian import Document, Edit, Finding, Fix, Span, Text
from gaojian_checks.language.script import Script, script, unusual

# More strays than this are no slips.
_MOST = 20
# More kinds of rare characters than this are a text in both scripts, or a dictionary.
_MOST_RARE = 60
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"
_REACH = 12
# So many characters of the other script within reach are a passage in it: a quotation, a title, a name.
_PASSAGE = 3
_QUOTED = 30
_QUOTES = (("「", "」"), ("“", "”"), ("《", "》"), ("『", "』"))
# A language or a script is called by its own name: 正體中文, 日本語.
_NAMES = ("正體", "繁體", "日本語", "臺語", "粵語", "简体", "国语")
_KANA = ("\u3041", "\u30ff")


def findings(document: Document, own: Script, exempt: str, message: Callable[[str, str], Text]) -> Iterator[Finding]:
    """Yield a finding for every stray; none where there are so many that the text is in both scripts.

    ``message`` makes the sentence of the character as it is and as it should be.
    """
    found = list(_strays(document, own, exempt))
    for span, right in found if len(found) <= _MOST else ():
        fix = Fix(Text(f"改为“{right}”", f"change to “{right}”"), (Edit(span, right),))
        yield Finding(span, message(document.text[span.start], right), fix)


def _strays(document: Document, own: Script, exempt: str) -> Iterator[tuple[Span, str]]:
    """Yield the characters in ``document``, which is written in ``own`` script, that belong to the other one.

    With each comes what it should be. Nothing is yielded where the document is not clearly in ``own``. ``exempt`` are
    characters that may stand.
    """
    if document.get(script) is not own:
        return
    rare = [mark for mark in document.get(unusual) if _FIRST_HAN <= mark <= _LAST_HAN and mark not in exempt]
    if not rare or len(rare) > _MOST_RARE:
        return
    prose = document.prose
    convert = _converter(own.conversion)
    wrong = {mark for mark in rare if convert(mark) != mark and not _is_foreign(convert(mark), own.encoding)}
    for at in sorted(at for mark in wrong for at in _places(prose, mark)):
        named = any(name in prose[max(0, at - 2) : at + 2] for name in _NAMES)
        if not named and _stands_alone(prose, at, wrong) and not _is_quoted(prose, at):
            yield Span(at, at + 1), _right(prose, at, convert)


def _is_foreign(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return True
    return False


def _places(prose: str, mark: str) -> Iterator[int]:
    at = prose.find(mark)
    while at >= 0:
        yield at
        at = prose.find(mark, at + 1)


def _stands_alone(prose: str, at: int, wrong: set[str]) -> bool:
    """Return whether there is no passage of the other script around the place, and no Japanese."""
    around = prose[max(0, at - _REACH) : at + _REACH + 1]
    if sum(mark in wrong for mark in around) >= _PASSAGE:
        return False
    return not any(_KANA[0] <= mark <= _KANA[1] for mark in around)


def _is_quoted(prose: str, at: int) -> bool:
    """Return whether the place lies in 「」, “” or 《》: a quotation keeps its script."""
    before, after = prose[max(0, at - _QUOTED) : at], prose[at + 1 : at + _QUOTED]
    return any(before.rfind(opening) > before.rfind(closing) and closing in after for opening, closing in _QUOTES)


def _right(prose: str, at: int, convert: Callable[[str], str]) -> str:
    """Return what the character should be, as the words around it tell."""
    start = max(0, at - _REACH)
    around = prose[start : at + _REACH + 1]
    converted = convert(around)
    return converted[at - start] if len(converted) == len(around) else convert(prose[at])


@lru_cache(maxsize=2)
def _converter(name: str) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 (loading costs more than checking a small draft)

    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert
