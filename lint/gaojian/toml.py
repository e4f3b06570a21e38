"""TOML, parsed once: what a text says is kept from one run to the next, for parsing takes a tenth of a short run."""

import marshal
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from gaojian.storage import Store, cache_folder

_PREFIX = "tables-"
# Another number for another way of keeping them.
_FORM = 1
_KINDS = {kind.__name__: kind for kind in (datetime, date, time)}


class Tables:
    """Parsed texts by the text itself; ``folder`` is where they are kept, None to keep nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._store = Store(folder / f"{_PREFIX}{_FORM}-{marshal.version}.marshal" if folder else None)

    def parse(self, source: str) -> dict[str, Any]:
        """Return what the TOML text ``source`` says, in objects of the caller's own.

        Raises tomllib.TOMLDecodeError, a ValueError, which tells line and column.
        """
        known = self._store.get(source)
        if isinstance(known, bytes):
            table: dict[str, Any] = _restored(marshal.loads(known))  # noqa: S302 (the user's own, as compiled modules are)
            return table
        import tomllib  # noqa: PLC0415 (what is kept needs no parser)

        table = tomllib.loads(source)
        self._store.put(source, marshal.dumps(_plain(table)))
        return table

    def keep(self) -> None:
        """Write what was parsed anew; where that can't be done, the next run parses it again."""
        self._store.keep()


def files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` that hold parsed texts."""
    return folder.glob(f"{_PREFIX}*")


def _plain(value: Any) -> Any:
    """Return ``value`` with its dates and times as text: marshal does not know them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, (date, time)):
        return (type(value).__name__, value.isoformat())
    return value


def _restored(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _restored(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_restored(item) for item in value]
    if isinstance(value, tuple):
        kind, written = value
        return _KINDS[kind].fromisoformat(written)
    return value


tables = Tables(cache_folder())
parse_toml = tables.parse
