"""How values are read that people write in TOML or YAML.

A reader takes the value as the file gives it, and returns what the program takes; what is wrong with the value it adds
to the mistakes, with its key.
"""

import re
import reprlib
from collections.abc import Callable
from typing import Any

from gaojian.diagnostic import Text
from gaojian.mistakes import Mistakes

Reader = Callable[[Mistakes, str, Any], Any]
_SHALLOW = reprlib.Repr()
_SHALLOW.maxlevel = 2


def shown(value: object) -> str:
    """Return ``value`` in a few characters: what aliases of YAML repeat may be endless."""
    return _SHALLOW.repr(value)


def text(mistakes: Mistakes, key: str, value: object) -> str:
    """Read a text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    mistakes.add(key, "应为不空的文字", "must be a text that is not empty")
    return ""


def both(mistakes: Mistakes, key: str, value: object) -> Text:
    """Read a sentence: one for both languages, or a table of two."""
    if isinstance(value, str):
        sentence = text(mistakes, key, value)
        return Text(sentence, sentence)
    if isinstance(value, dict) and set(value) == {"zh", "en"}:
        return Text(text(mistakes, f"{key}.zh", value["zh"]), text(mistakes, f"{key}.en", value["en"]))
    mistakes.add(
        key,
        '应为文字，或 {zh = "中文", en = "英文"}',
        'must be a text, or a table such as {zh = "…", en = "…"}',
    )
    return Text("", "")


def one_of(*words: str) -> Reader:
    """Return a reader of one of ``words``."""

    def read(mistakes: Mistakes, key: str, value: object) -> str:
        if isinstance(value, str) and value not in words:
            mistakes.unknown(key, value, words)
        elif not isinstance(value, str):
            mistakes.add(key, f"应为 {'、'.join(words)} 之一", f"must be one of {', '.join(words)}")
        return str(value)

    return read


def word_list(mistakes: Mistakes, key: str, value: object) -> tuple[str, ...]:
    """Read a list of texts, which may be empty."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    mistakes.add(key, '应为文字列表，如 ["DUP"]', 'must be a list of strings, such as ["DUP"]')
    return ()


def formed(pattern: re.Pattern[str], zh: str, en: str) -> Reader:
    """Return a reader of a text of that form."""

    def read(mistakes: Mistakes, key: str, value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            mistakes.add(key, f"应为{zh}，而不是 {shown(value)}", f"must be {en}, not {shown(value)}")
        return str(value)

    return read


def texts(mistakes: Mistakes, key: str, value: object) -> tuple[str, ...]:
    """Read a list of texts, or a single one."""
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list) and values and all(isinstance(item, str) and item.strip() for item in values):
        return tuple(values)
    mistakes.add(key, '应为文字列表，如 ["甲", "乙"]', 'must be a list of texts, such as ["甲", "乙"]')
    return ()


def flag(mistakes: Mistakes, key: str, value: object) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        mistakes.add(key, "应为 true 或 false", "must be true or false")
    return value is True


def number(greatest: float) -> Reader:
    """Return a reader of a number above 0."""

    def read(mistakes: Mistakes, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= greatest:
            mistakes.add(key, f"应为 0 到 {greatest:g} 之间的数", f"must be a number above 0, at most {greatest:g}")
            return greatest
        return float(value)

    return read
