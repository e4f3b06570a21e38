"""Compiled expressions, kept from one run to the next: to compile them costs more than to check a report.

What the standard library compiles an expression to is a list of numbers, from which it makes a matcher in no time. They
are kept as compiled modules are: in a file for this very version of Python, in a folder of the user's own.
"""

import re
import sys
from array import array
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from gaojian.record import NamedTuple
from gaojian.storage import Store, cache_folder

_PREFIX = "expressions-"
_Key = tuple[str, int]


class _Kept(NamedTuple):
    """What one expression was compiled to: flags, numbers, groups, and their names."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


class Expressions:
    """Compiled expressions by source and flags; ``folder`` is where they are kept, None to keep nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._store = Store(folder / f"{_PREFIX}{_version()}.marshal" if folder and _can_keep() else None)
        self._new: dict[_Key, re.Pattern[str]] = {}

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """Return the compiled expression. Raises re.error."""
        key = (source, int(flags))
        with suppress(Exception):
            # Whatever is wrong with what was kept, the expression itself can always be compiled.
            return _restore(source, _Kept(*self._store.get(key)))  # type: ignore[misc]
        compiled = re.compile(source, flags)
        if self._store.is_open:
            self._new[key] = compiled
        return compiled

    def keep(self) -> None:
        """Write what was compiled anew; where that can't be done, the next run compiles it again."""
        for key, compiled in self._new.items():
            taken = _taken_apart(*key, compiled)
            if taken:
                self._store.put(key, tuple(taken))
        self._new = {}
        self._store.keep()


def files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` that hold compiled expressions, of all versions of Python."""
    return folder.glob(f"{_PREFIX}*")


def _can_keep() -> bool:
    return sys.implementation.name == "cpython"


def _version() -> str:
    # Read the names of the compiler late: a Python without them keeps nothing.
    magic = getattr(import_module("_sre"), "MAGIC", 0)
    return f"{sys.implementation.cache_tag}-{magic}-{array('I').itemsize}-{sys.byteorder}"


def _restore(source: str, kept: _Kept) -> re.Pattern[str]:
    code = array("I")
    code.frombytes(kept.code)
    names: list[str | None] = [None] * (kept.groups + 1)
    for name, group in kept.names.items():
        names[group] = name
    # It refuses numbers that make no sense.
    compiled: re.Pattern[str] = import_module("_sre").compile(
        source, kept.flags, code.tolist(), kept.groups, kept.names, tuple(names)
    )
    return compiled


def _taken_apart(source: str, flags: int, compiled: re.Pattern[str]) -> _Kept | None:
    """Return what ``compiled`` was compiled to; None if a matcher made of it would not be the same."""
    with suppress(Exception):
        parsed = import_module("re._parser").parse(source, flags)
        code = array("I", import_module("re._compiler")._code(parsed, flags))  # noqa: SLF001 (no public way)
        kept = _Kept(compiled.flags, code.tobytes(), compiled.groups, dict(compiled.groupindex))
        if _restore(source, kept) == compiled:
            return kept
    return None


expressions = Expressions(cache_folder())
