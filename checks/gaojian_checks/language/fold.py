"""Text in Traditional characters as the same text in Simplified ones, one for one: what a check looks for is there."""

from collections.abc import Callable
from functools import lru_cache

from gaojian import Document
from gaojian_checks.language.script import TRADITIONAL, script

_FIRST_HAN, _LAST_HAN = 0x3400, 0x9FFF


def simplified(document: Document) -> str:
    """Return the prose of ``document`` in Simplified characters; through ``document.get``.

    Every offset in it is an offset in the source. Prose that is not in Traditional characters is returned as it is.
    Patterns may look in it and findings may point into it, but what is shown or written is taken from the source.
    """
    prose = document.prose
    return fold(prose) if document.get(script) is TRADITIONAL else prose


def fold(text: str) -> str:
    """Return ``text`` in Simplified characters, of the same length."""
    try:
        # Word by word, for 計畫 is 计划 and 圖畫 is 图画.
        folded = _converter()(text)
    except UnicodeEncodeError:
        folded = ""
    return folded if len(folded) == len(text) else text.translate(_characters())


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 (loading costs more than checking a small draft)

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


@lru_cache(maxsize=1)
def _characters() -> dict[int, str]:
    """Return the characters that differ, for a text that cannot be converted as a whole."""
    convert = _converter()
    characters = map(chr, range(_FIRST_HAN, _LAST_HAN + 1))
    pairs = [(character, convert(character)) for character in characters]
    return {ord(one): other for one, other in pairs if one != other and len(other) == 1}
