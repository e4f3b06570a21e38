"""What findings depend on besides the document: the installation, the checks and their sources, the configuration."""

import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from gaojian.packages import sources_of
from gaojian.plan import Plan
from gaojian.states import State, state_of, states_in

_MOST_SOURCES = 5_000


def digest_of_premises(plan: Plan) -> bytes | None:
    """Return 32 bytes that differ when findings under ``plan`` may; None where there is too much to look at."""
    states: list[State] = []
    for state in _sources(plan):
        states.append(state)
        if len(states) > _MOST_SOURCES:
            return None
    states += [state_of(file) for file in tables(plan)]
    # Installing or removing a package changes the folder that it lies in.
    installed = [state_of(folder) for folder in sys.path]
    what = (sys.version, sys.platform, installed, sorted(states), sorted(plan.active), tuple(plan.config))
    return blake2b(repr(what).encode("utf-8", "surrogateescape"), digest_size=32).digest()


def _sources(plan: Plan) -> Iterator[State]:
    """Yield the states of the sources of the engine, of packages with checks, and of local plugins.

    Beside a plugin that is a single file lie other things as well, perhaps the documents: not all below it counts.
    """
    for name in ("gaojian", *plan.rules.packages):
        yield from sources_of(name)
    for path in plan.config.plugin_paths:
        yield from states_in(path, deep=True) if path.is_dir() else states_in(path.parent, deep=False)


def tables(plan: Plan) -> Iterator[str]:
    """Yield the files that options of checks name, and those that rules were read from."""
    for planned in plan.planned:
        if planned.is_plain and not planned.declaration.has_files:
            continue
        check = planned.rule
        yield from map(str, getattr(check, "sources", ()))
        # An empty path names no file.
        yield from (str(value) for value in vars(check).values() if isinstance(value, Path) and value.name)
