"""Where gaojian keeps what makes the next run faster: a folder of the user's, never one of the documents'."""

import binascii
import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

VARIABLE = "GAOJIAN_CACHE"
_LARGEST_FILE = 8 * 2**20


def cache_folder() -> Path | None:
    """Return the folder for caches, which may not exist yet; None where nothing is to be kept.

    ``GAOJIAN_CACHE`` names it, and an empty value turns caches off. Else it is where programs of the system keep such
    things: ``XDG_CACHE_HOME`` or ~/.cache, ~/Library/Caches on macOS, ``LOCALAPPDATA`` on Windows. What lies in it is
    trusted as compiled modules are: it must be the user's own.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).absolute() if named else None
    try:
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA")
            return Path(base, "gaojian", "Cache") if base else Path.home() / ".gaojian-cache"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "gaojian"
        # A relative path is to be passed over: XDG Base Directory Specification.
        base = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "gaojian"
    except RuntimeError:
        # There is no home.
        return None


def seal(data: bytes) -> bytes:
    """Return ``data`` with a sum in front of it, by which damage is told."""
    return binascii.crc32(data).to_bytes(4, "big") + data


def unseal(sealed: bytes) -> bytes | None:
    """Return what was sealed; None where it is damaged, and must be given to no decoder."""
    data = sealed[4:]
    return data if sealed == seal(data) else None


def keep(file: Path, data: bytes) -> None:
    """Write ``data``, sealed, to ``file`` whole or not at all; nothing is kept where that can't be done."""
    replace(file, seal(data))


def replace(file: Path, data: bytes) -> None:
    """Write ``data`` to ``file`` whole or not at all; the file stays as it is where that can't be done."""
    temporary = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(file)


def kept(file: Path) -> bytes | None:
    """Return what was kept in ``file``; None where there is nothing, or it is damaged."""
    try:
        return unseal(file.read_bytes())
    except OSError:
        return None


class Store:
    """A dictionary that is kept in ``file`` from one run to the next; None to keep nothing.

    Keys and values are of the types that marshal knows, and the keys cannot be changed. What no run has asked for goes
    when the file becomes too large.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._kept: dict[Any, Any] | None = None
        self._used: dict[Any, Any] = {}
        self._new: dict[Any, Any] = {}

    @property
    def is_open(self) -> bool:
        """Whether anything is kept at all."""
        return self._file is not None

    def get(self, key: object) -> Any | None:
        """Return what an earlier run kept under ``key``, or None."""
        if self._kept is None:
            self._kept = _read(self._file) if self._file else {}
        value = self._kept.get(key)
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: object, value: object) -> None:
        """Set what is to be kept under ``key``."""
        self._new[key] = value

    def keep(self) -> None:
        """Write what is new beside what other runs kept; where that can't be done, the next run finds it out again."""
        if self._file is None or not self._new:
            return
        data = marshal.dumps({**(self._kept or {}), **self._new})
        if len(data) > _LARGEST_FILE:
            data = marshal.dumps({**self._used, **self._new})
        keep(self._file, data)
        self._kept, self._new = {**(self._kept or {}), **self._new}, {}


def _read(file: Path) -> dict[Any, Any]:
    with suppress(ValueError, EOFError, TypeError):
        data = kept(file)
        found = marshal.loads(data) if data is not None else None  # noqa: S302 (the user's own, as compiled modules are)
        if isinstance(found, dict):
            return found
    return {}
