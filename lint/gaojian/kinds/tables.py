"""What the tables of checks have in common: that they hold what they must, and how their messages are filled in."""

from collections.abc import Iterable, Mapping

from gaojian.check import Check
from gaojian.diagnostic import Text

_LONGEST_QUOTATION = 40


class TableError(ValueError):
    """A table cannot work; ``text`` says why, and what to write instead."""

    def __init__(self, code: str, zh: str, en: str) -> None:
        super().__init__(f"{code}: {en}")
        self.text = Text(zh, en)


def require_table(check: type[Check], attribute: str, wanted: str, kind: type) -> None:
    """Raise TypeError unless ``attribute`` of ``check`` maps texts that are not empty to values of ``kind``."""
    table = getattr(check, attribute, None)
    if not isinstance(table, Mapping) or not table:
        raise TypeError(f"{check.code} declares no {attribute}, a table such as {{'…': {wanted}}}")
    for key, value in table.items():
        if not (isinstance(key, str) and key and isinstance(value, kind) and value):
            raise TypeError(f"{check.code}: {attribute}[{key!r}] must be {wanted}, not {value!r}")


def require_groups(check: type[Check], attribute: str, *, least: int) -> None:
    """Raise TypeError unless ``attribute`` of ``check`` holds tuples of at least ``least`` words, each of them once."""
    groups = getattr(check, attribute, None)
    if not isinstance(groups, tuple) or not groups:
        raise TypeError(f"{check.code} declares no {attribute}, tuples such as (('…', '…'),)")
    seen: set[str] = set()
    for group in groups:
        words = group if isinstance(group, tuple) else ()
        if len(words) < least or not all(isinstance(word, str) and word for word in words):
            raise TypeError(f"{check.code}: {attribute} holds {group!r}, not a tuple of {least} words or more")
        for word in words:
            if word in seen:
                raise TableError(
                    check.code,
                    f"“{word}”写了两次；每个词只能属于一组",
                    f"{word!r} stands there twice; a word belongs to one group",
                )
            seen.add(word)


def filled(message: Text, words: Iterable[tuple[str, str]]) -> Text:
    """Return ``message`` with each placeholder, such as {text}, replaced by its word; long words are cut."""
    zh, en = message
    for placeholder, word in words:
        mark = f"{{{placeholder}}}"
        if mark in zh or mark in en:
            shown = word if len(word) <= _LONGEST_QUOTATION else word[:_LONGEST_QUOTATION] + "…"
            zh, en = zh.replace(mark, shown), en.replace(mark, shown)
    return Text(zh, en)
