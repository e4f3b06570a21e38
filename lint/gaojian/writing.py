"""A file is written whole or not at all, and whatever stops the writer leaves nothing behind that stays."""

import os
import stat
from hashlib import sha256
from pathlib import Path

_PREFIX = ".gaojian-"


class BusyError(OSError):
    """Another process is writing the same file at this moment."""


def temporary_for(target: Path) -> Path:
    """Return the file beside ``target`` that is written first.

    Its name follows from that of ``target``: what a killed process left is overwritten, and moved away, when the same
    file is written again.
    """
    return target.with_name(_PREFIX + sha256(os.fsencode(target.name)).hexdigest()[:16])


def replace(data: bytes, target: Path) -> None:
    """Write ``data`` to ``target`` by way of a file beside it. Raises OSError; then ``target`` is as it was."""
    temporary = temporary_for(target)
    flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            _lock(descriptor)
            stream.truncate()
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
            temporary.chmod(_mode(target))
            if os.name == "nt":
                # There no open file can be renamed, and nobody else can have it open.
                stream.close()
            # Elsewhere while the lock is held: another writer must not find the file under this name again.
            temporary.replace(target)
    except BusyError:
        raise
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _lock(descriptor: int) -> None:
    try:
        import fcntl  # noqa: PLC0415 (not on Windows, where a file in use cannot be replaced anyway)
    except ModuleNotFoundError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise BusyError(error.errno, "being written by another process") from error


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        # A temporary file is private; this one gets the rights that any new file has.
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
