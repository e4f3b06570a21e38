"""Installed packages with checks: which there are, and the rules in each."""

import importlib.util
import inspect
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.errors import LoadError
from gaojian.states import State, state_of, states_in

GROUP = "gaojian.checks"


def entry_points(paths: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the module names that distributions in ``paths``, or else sys.path, offer under ``gaojian.checks``.

    Reads the ``entry_points.txt`` files that the packaging specification defines. importlib.metadata gives the same
    names (a test holds it) but costs more time at every start than linting a report does.
    """
    for _, entries in metadata(sys.path if paths is None else paths):
        for entry in entries:
            yield from _group_of(Path(entry.path, "entry_points.txt"))


def metadata(paths: Iterable[str]) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Yield each folder of ``paths`` that can be read with the metadata folders of what is installed there."""
    for folder in paths:
        try:
            with os.scandir(folder or ".") as entries:
                found = [entry for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
        except OSError:
            continue
        yield folder, found


@cache
def rules_of_package(name: str) -> tuple[type[Rule], ...]:
    """Return the rules of the package ``name`` and of all modules below it. Raises LoadError."""
    return tuple(_rules_of_package(name))


def import_package(name: str) -> ModuleType:
    """Return the module ``name``. Raises LoadError for whatever goes wrong with it."""
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise LoadError(name, f"{type(error).__name__}: {error}") from error


def sources_of(name: str) -> Iterator[State]:
    """Yield the states of all sources of the package that holds the module ``name``, without importing it."""
    # Of a name with dots, the outermost: to find an inner one would be to import it.
    found = importlib.util.find_spec(name.partition(".")[0])
    if found is None:
        return
    for folder in found.submodule_search_locations or ():
        yield from states_in(Path(folder), deep=True)
    if not found.submodule_search_locations and found.origin:
        yield state_of(found.origin)


def rules_in(module: ModuleType) -> Iterator[type[Rule]]:
    """Yield the rules that ``module`` itself defines."""
    for value in list(vars(module).values()):
        if (
            isinstance(value, type)
            and value.__module__ == module.__name__
            and issubclass(value, (Check, ProjectCheck))
            and not inspect.isabstract(value)
        ):
            yield value


def _group_of(file: Path) -> Iterator[str]:
    try:
        text = file.read_text("utf-8")
    except OSError:
        return
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line and not line.startswith(("#", ";")):
            yield line.partition("=")[2].strip()


def _rules_of_package(name: str) -> Iterator[type[Rule]]:
    package = import_package(name)
    support = getattr(package, "support", ())
    yield from rules_in(package)
    for folder in getattr(package, "__path__", ()):
        yield from _walk(name, Path(folder), support)


def _walk(package: str, folder: Path, support: tuple[str, ...] = ()) -> Iterator[type[Rule]]:
    for path in sorted(folder.iterdir()):
        name = path.stem
        if name.startswith(("_", ".")) or name in support:
            continue
        if path.suffix == ".py":
            yield from rules_in(import_package(f"{package}.{name}"))
        elif path.is_dir() and (path / "__init__.py").exists():
            yield from _walk(f"{package}.{name}", path)
