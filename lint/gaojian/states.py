"""The state of files and folders: what tells whether one changed since it was looked at."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

_SOURCES = (".py", ".toml", ".json", ".yaml", ".yml")

State = tuple[str, int, int]
"""A path with what changes when the file there does: bytes, and nanoseconds of its last change."""


def states_in(folder: Path, *, deep: bool) -> Iterator[State]:
    """Yield the state of each source of code or tables in ``folder``, and in the folders below it if ``deep``."""
    pending = [str(folder)]
    while pending:
        try:
            entries: Sequence[os.DirEntry[str]] = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith(_SOURCES):
                    yield state_of(entry.path)
                elif deep and not entry.name.startswith((".", "__")) and entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)


def state_of(path: str) -> State:
    """Return the state of a file or folder; zeros where there is none."""
    try:
        status = os.stat(path or ".")  # noqa: PTH116 (of hundreds of files, and of entries of sys.path)
    except OSError:
        return path, 0, 0
    return path, status.st_size, status.st_mtime_ns
