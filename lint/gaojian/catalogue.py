"""What the rules of installed packages declare, kept from one run to the next: to import them all takes half a start.

It counts as long as no package was installed or removed since, and no source of the packages with rules, nor of the
engine, was changed.
"""

import binascii
import marshal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from gaojian.declaration import Declaration
from gaojian.diagnostic import Severity
from gaojian.packages import metadata, sources_of
from gaojian.record import NamedTuple
from gaojian.states import State, states_in
from gaojian.storage import keep, kept

_PREFIX = "rules-"


class Catalogue(NamedTuple):
    """The names of the installed ``packages`` with rules, sorted, and the declarations of all their rules.

    ``states`` are those of the sources that it depends on; one that is still to be written has none.
    """

    packages: tuple[str, ...]
    declarations: tuple[Declaration, ...]
    states: tuple[State, ...] = ()


def read_catalogue(folder: Path | None) -> Catalogue | None:
    """Return the catalogue that is kept in ``folder``; None where there is none, or it may no longer be right."""
    if folder is None:
        return None
    with suppress(Exception):
        # Whatever is wrong with it, it can be made anew.
        data = kept(_file(folder))
        if data is not None:
            installed, packages, states, rows = marshal.loads(data)  # noqa: S302 (the user's own, as compiled modules)
            if installed == _installed() and states == tuple(_states(packages)):
                return Catalogue(packages, tuple([_declaration(row) for row in rows]), states)
    return None


def write_catalogue(folder: Path | None, catalogue: Catalogue) -> None:
    """Keep ``catalogue`` in ``folder``; where that can't be done, the next run imports all packages again."""
    if folder is not None:
        with suppress(OSError, ValueError):
            # A package may declare what cannot be kept, and go while it is looked at.
            rows = [_row(declaration) for declaration in catalogue.declarations]
            contents = (_installed(), catalogue.packages, tuple(_states(catalogue.packages)), rows)
            keep(_file(folder), marshal.dumps(contents))


def files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` that hold catalogues, of all environments."""
    return folder.glob(f"{_PREFIX}*")


def environment() -> str:
    """Return a short name of what is installed where, for this very Python."""
    what = (sys.version, sys.flags.optimize, sys.prefix, sys.path)
    return f"{binascii.crc32(repr(what).encode('utf-8', 'surrogateescape')):08x}"


def _file(folder: Path) -> Path:
    return folder / f"{_PREFIX}{environment()}.marshal"


def _installed() -> list[tuple[str, list[tuple[str, int]]]]:
    """Return the metadata folders of what is installed, by folder, with the nanoseconds of their last change."""
    return [
        (folder, sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries))
        for folder, entries in metadata(sys.path)
    ]


def _states(packages: Iterable[str]) -> Iterator[State]:
    """Yield the states of what the declarations of ``packages`` depend on."""
    yield from states_in(Path(__file__).parent, deep=False)
    for name in packages:
        yield from sources_of(name)


def _row(declaration: Declaration) -> dict[str, Any]:
    """Return ``declaration`` in nothing but plain types."""
    profiles = {profile: severity and int(severity) for profile, severity in declaration.profiles.items()}
    return {**declaration._asdict(), "severity": int(declaration.severity), "profiles": profiles}


def _declaration(row: dict[str, Any]) -> Declaration:
    row["severity"] = Severity(row["severity"])
    row["profiles"] = {profile: severity and Severity(severity) for profile, severity in row["profiles"].items()}
    return Declaration(**row)
