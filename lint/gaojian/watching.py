"""Look again whenever a document or the configuration changes."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from gaojian.config import FILE_NAMES
from gaojian.diagnostic import Text
from gaojian.errors import UsageError
from gaojian.reading import SUFFIXES

_CLEAR = "\x1b[2J\x1b[H"


def watch(paths: Sequence[Path], look: Callable[[], object], *, clear: bool) -> None:
    """Call ``look`` now and after every change under ``paths``, until the user has enough (Ctrl-C).

    Raises UsageError where the package that watches is missing.
    """
    for _ in _changes(paths):
        if clear:
            sys.stdout.write(_CLEAR)
            sys.stdout.flush()
        look()


def _changes(paths: Sequence[Path]) -> Iterator[object]:
    """Yield once at the beginning, then after every change."""
    try:
        import watchfiles  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as error:
        raise UsageError(
            Text(
                "--watch 需要先运行：python -m pip install 'gaojian[watch]'",
                "--watch needs: python -m pip install 'gaojian[watch]'",
            )
        ) from error
    yield None
    # Editors replace files: what is watched is the folder.
    folders = {path if path.is_dir() else path.parent for path in paths}
    named = {os.path.abspath(path) for path in paths if not path.is_dir()}  # noqa: PTH100 (a link is its own document)

    def concerns(_: object, path: str) -> bool:
        name = os.path.basename(path)  # noqa: PTH119 (called for every change)
        if name in FILE_NAMES:
            return True
        is_named = not named or path in named or any(Path(path).is_relative_to(folder.resolve()) for folder in whole)
        return is_named and name.lower().endswith(SUFFIXES) and not name.startswith((".gaojian-", "~$"))

    whole = [path for path in paths if path.is_dir()]
    yield from watchfiles.watch(*folders, watch_filter=concerns, raise_interrupt=True)
