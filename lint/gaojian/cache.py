"""What was found in documents that have not changed since, kept from one run to the next.

One file of SQLite in a folder of the user's, shared by all projects and by runs at the same time. An entry holds for
one document under one configuration, the same checks and the same installation; it counts while the file has the size
and the time it had, or else the same bytes. Documents are compared with each other anew in every run, from the facts
that were kept of each, so what one file says of another is right though only one of them changed.
"""

import os
import pickle
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from gaojian.diagnostic import Text
from gaojian.examine import Examination, Source
from gaojian.plan import Plan
from gaojian.premises import digest_of_premises
from gaojian.record import NamedTuple
from gaojian.storage import seal, unseal

FILE_NAME = "documents.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    key BLOB PRIMARY KEY, size INTEGER, modified INTEGER, contents BLOB, day INTEGER, examination BLOB
);
CREATE INDEX IF NOT EXISTS days ON documents (day);
"""
# Only what has the layout of this version is used.
_VERSION = 1
_DAYS_KEPT = 30
_SECONDS_A_DAY = 86_400
# A file that was written this short a time ago may be written again without a change of its time.
_UNSETTLED_NANOSECONDS = 2_000_000_000
_BATCH = 200


class _State(NamedTuple):
    """What tells whether a file is as it was: bytes, and nanoseconds of its last change."""

    size: int
    modified: int


class Cache:
    """The entries of all documents. ``notices`` is what there is to say of the cache itself."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE_NAME
        self.notices: list[Text] = []
        self._connection: sqlite3.Connection | None = None
        self._today = int(time.time()) // _SECONDS_A_DAY
        with suppress(OSError, sqlite3.OperationalError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._connection = self._open()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._drop()

    def shelf(self, plan: Plan) -> "Shelf | None":
        """Return the entries that hold under ``plan``; None where it can't be told what they would depend on."""
        seed = digest_of_premises(plan) if self._connection is not None else None
        return None if seed is None else Shelf(self, plan, seed)

    def close(self) -> None:
        """Forget what no run has asked for in a month, and let go of the file."""
        if self._connection is not None:
            with suppress(sqlite3.DatabaseError), self._connection:
                self._connection.execute("DELETE FROM documents WHERE day < ?", (self._today - _DAYS_KEPT,))
            self._connection.close()
            self._connection = None

    def read(self, key: bytes) -> tuple[int, int, bytes, int, bytes] | None:
        """Return size, time, digest of the contents, day of last use and examination of an entry."""
        if self._connection is None:
            return None
        try:
            rows = self._connection.execute(
                "SELECT size, modified, contents, day, examination FROM documents WHERE key = ?", (key,)
            )
            row: tuple[int, int, bytes, int, bytes] | None = rows.fetchone()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            self._drop()
            return None
        return row

    def write(self, rows: Iterable[tuple[bytes, int, int, bytes, bytes]]) -> None:
        """Write entries: key, size, time, digest of the contents, examination. All of them or none."""
        if self._connection is None:
            return
        dated = [(*row[:4], self._today, row[4]) for row in rows]
        # Another run may be writing for longer than it pays to wait: then there is nothing kept of this one.
        with suppress(sqlite3.DatabaseError), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", dated)

    def is_today(self, day: int) -> bool:
        """Return whether ``day`` is today, in days since 1970."""
        return day == self._today

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=5)
        try:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                connection.execute("DROP TABLE IF EXISTS documents")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_SCHEMA)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _drop(self) -> None:
        """Begin anew: what was kept can be found out again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        for path in files(self.file.parent):
            with suppress(OSError):
                path.unlink()
        self.notices.append(
            Text(
                f"缓存 {self.file} 已损坏，丢弃重建",
                f"the cache {self.file} was damaged; it was dropped and begun anew",
            )
        )
        with suppress(sqlite3.DatabaseError):
            self._connection = self._open()


class Shelf:
    """The entries that hold under one plan."""

    def __init__(self, cache: Cache, plan: Plan, seed: bytes) -> None:
        self._cache = cache
        self._plan = plan
        self._seed = seed
        self._states: dict[str, _State] = {}
        self._rows: list[tuple[bytes, int, int, bytes, bytes]] = []

    def get(self, source: Source) -> Examination | None:
        """Return what was found in ``source``, None where it has to be examined."""
        state = _state_of(source)
        if state is None or source.file is None:
            return None
        self._states[source.name] = state
        row = self._cache.read(self._key(source))
        if row is None:
            return None
        size, modified, contents, day, examination = row
        as_it_was = (size, modified) == state
        if not as_it_was and (size != state.size or _digest(source.file) != contents):
            return None
        known = _unpacked(examination)
        if known is not None and not (as_it_was and self._cache.is_today(day)):
            self._add((self._key(source), *state, contents, examination))
        return known

    def put(self, source: Source, examination: Examination) -> None:
        """Keep ``examination``, if the file is still the one that ``get`` saw."""
        state = self._states.get(source.name)
        if state is None or source.file is None or examination.failures or not examination.checked:
            return
        if time.time_ns() - state.modified < _UNSETTLED_NANOSECONDS:
            return
        with suppress(Exception):
            # A plugin may collect what cannot be kept.
            data = seal(pickle.dumps(examination, pickle.HIGHEST_PROTOCOL))
            contents = _digest(source.file)
            if _state_of(source) == state:
                self._add((self._key(source), *state, contents, data))

    def finish(self) -> None:
        """Write what has not been written yet."""
        if self._rows:
            self._cache.write(self._rows)
            self._rows = []

    def _add(self, row: tuple[bytes, int, int, bytes, bytes]) -> None:
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self.finish()

    def _key(self, source: Source) -> bytes:
        profile = self._plan.profile_of(source.name)
        where = (source.name, os.path.abspath(source.file or ""), profile, source.encoding)  # noqa: PTH100 (faster)
        return blake2b(self._seed + repr(where).encode("utf-8", "surrogateescape"), digest_size=16).digest()


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of the cache in ``folder`` that exist."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path = folder / f"{FILE_NAME}{suffix}"
        if path.exists():
            yield path


def _state_of(source: Source) -> _State | None:
    if source.file is None or source.data:
        return None
    try:
        status = source.file.stat()
    except OSError:
        return None
    return _State(status.st_size, status.st_mtime_ns)


def _unpacked(kept: bytes) -> Examination | None:
    """Return the examination; None where anything is wrong with it, for then it is found out again."""
    with suppress(Exception):
        data = unseal(kept)
        known = pickle.loads(data) if data is not None else None  # noqa: S301 (the user's own, as compiled modules are)
        if isinstance(known, Examination):
            return known
    return None


def _digest(file: Path) -> bytes:
    try:
        return blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
