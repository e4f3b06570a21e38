"""Where gaojian keeps what makes the next run faster: a folder of the user's, never one of the documents'."""

import binascii
import os
import sys
from contextlib import suppress
from pathlib import Path

VARIABLE = "GAOJIAN_CACHE"


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
    """Write ``data`` to ``file`` whole or not at all; nothing is kept where that can't be done."""
    temporary = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(seal(data))
        temporary.replace(file)


def kept(file: Path) -> bytes | None:
    """Return what was kept in ``file``; None where there is nothing, or it is damaged."""
    try:
        return unseal(file.read_bytes())
    except OSError:
        return None
