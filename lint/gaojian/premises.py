"""What findings depend on besides the document: the installation, the checks and their sources, the configuration."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from gaojian.plan import Plan
from gaojian.registry import entry_points

_SOURCES = (".py", ".toml", ".json", ".yaml", ".yml")
_MOST_SOURCES = 5_000

_State = tuple[str, int, int]


def digest_of_premises(plan: Plan) -> bytes | None:
    """Return 32 bytes that differ when findings under ``plan`` may; None where there is too much to look at."""
    states: list[_State] = []
    for folder, deep in _code_folders(plan):
        for state in _states_in(folder, deep=deep):
            states.append(state)
            if len(states) > _MOST_SOURCES:
                return None
    # Installing or removing a package changes the folder that it lies in.
    installed = [(folder, _modified(folder)) for folder in sys.path]
    what = (sys.version, sys.platform, installed, sorted(states), sorted(plan.active), tuple(plan.config))
    return blake2b(repr(what).encode("utf-8", "surrogateescape"), digest_size=32).digest()


def _code_folders(plan: Plan) -> Iterator[tuple[Path, bool]]:
    """Yield the folders of the engine, of packages with checks, and of local plugins; and whether all below counts.

    Beside a plugin that is a single file lie other things as well, perhaps the documents.
    """
    for name in sorted({"gaojian", *(name.partition(".")[0] for name in entry_points())}):
        for folder in getattr(sys.modules.get(name), "__path__", ()):
            yield Path(folder), True
    for path in plan.config.plugin_paths:
        yield (path, True) if path.is_dir() else (path.parent, False)


def _states_in(folder: Path, *, deep: bool) -> Iterator[_State]:
    """Yield path, bytes and time of each source in ``folder``, and in the folders below it."""
    pending = [str(folder)]
    while pending:
        try:
            entries: Sequence[os.DirEntry[str]] = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            with suppress(OSError):
                if entry.name.endswith(_SOURCES):
                    status = entry.stat()
                    yield entry.path, status.st_size, status.st_mtime_ns
                elif deep and not entry.name.startswith((".", "__")) and entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)


def _modified(folder: str) -> int:
    try:
        return os.stat(folder or ".").st_mtime_ns  # noqa: PTH116 (an entry of sys.path)
    except OSError:
        return 0
