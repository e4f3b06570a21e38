"""Entry points and local plugins to checks by code; any doubt is a LoadError, never a check less."""

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from gaojian.check import Rule
from gaojian.chronicle import Chronicle
from gaojian.errors import LoadError
from gaojian.packages import entry_points, import_package, rules_of_package
from gaojian.plugins import files_of, rules_of_file
from gaojian.profiles import AUTO, PROFILES, Recogniser, by_declaration

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_YOUNG_OBJECTS = 20_000

Rules = Mapping[str, type[Rule]]
Tables = tuple[Path, object]
_Loaded = Iterator[type[Rule] | LoadError]


def load_rules(
    plugins: Iterable[Path] = (), errors: list[LoadError] | None = None, *, tables: Tables | None = None
) -> Rules:
    """Return every rule by code: the engine's own, those of installed packages, those of local ``plugins``.

    ``tables`` are the rules that stand in the configuration file itself, with its path. A package, plugin or rule that
    cannot be imported or read, declares something wrong, or takes a code or name that another already has, is a
    LoadError: raised, or appended to ``errors`` where the caller goes on with the rest.
    """
    from gaojian.suppress import UnknownDirective, UnusedDirective  # noqa: PLC0415 (suppress needs Rule from here)

    rules: dict[str, type[Rule]] = {}
    own: tuple[type[Rule], ...] = (UnusedDirective, UnknownDirective)
    for rule in own:
        _add(rules, rule)
    loaders: list[Callable[[], Iterable[type[Rule] | LoadError]]] = [
        partial(_installed, name) for name in sorted(set(entry_points()))
    ]
    loaders += [partial(_of_file, plugin) for plugin in files_of(plugins)]
    if tables is not None:
        loaders.append(partial(_of_tables, *tables))
    # Loading makes tens of thousands of objects that all stay: collecting among them takes a tenth of the start.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for loader in loaders:
            for loaded in loader():
                error = loaded if isinstance(loaded, LoadError) else _add(rules, loaded)
                if error is not None and errors is None:
                    raise error
                if error is not None and errors is not None:
                    errors.append(error)
    finally:
        gc.freeze()
        # Thousands of small tuples that hold no cycle live as long as their document: to look for cycles among them
        # after every 700, as is the default, takes a twentieth of the time of a run.
        young, *older = gc.get_threshold()
        gc.set_threshold(max(young, _YOUNG_OBJECTS) if young else 0, *older)
        if was_enabled:
            gc.enable()
    return MappingProxyType(dict(sorted(rules.items())))


def load_chronicles() -> Iterator[Chronicle]:
    """Yield what installed packages offer as their ``chronicle``. Raises LoadError."""
    from pkgutil import resolve_name  # noqa: PLC0415 (a millisecond that only a page has to spend)

    for name in sorted(set(entry_points())):
        offered = getattr(import_package(name), "chronicle", None)
        if offered is not None:
            try:
                chronicle: Chronicle = resolve_name(offered)
            except Exception as error:
                raise LoadError(name, f"chronicle: {type(error).__name__}: {error}") from error
            yield chronicle


def load_recogniser() -> Recogniser:
    """Return what tells the kind of a document: the function ``recognise`` of the first installed package that has one.

    Call it when the rules are loaded: a package that cannot be imported has been named by then.
    """
    packages = (sys.modules.get(name) for name in sorted(set(entry_points())))
    found = (getattr(package, "recognise", None) for package in packages)
    return next((recognise for recognise in found if recognise is not None), by_declaration)


def _installed(name: str) -> _Loaded:
    try:
        yield from rules_of_package(name)
    except LoadError as error:
        yield error


def _of_file(path: Path) -> _Loaded:
    try:
        yield from rules_of_file(path)
    except LoadError as error:
        yield error


def _of_tables(file: Path, tables: object) -> _Loaded:
    from gaojian.rulefile import rules_of_tables  # noqa: PLC0415 (few have rules of their own)

    return rules_of_tables(file, tables)


def _add(rules: dict[str, type[Rule]], rule: type[Rule]) -> LoadError | None:
    """Add ``rule`` to ``rules``, or return what is wrong with it."""
    origin = f"{rule.__module__}.{rule.__qualname__}"
    for attribute in ("code", "name", "title", "severity", "basis"):
        if not hasattr(rule, attribute):
            return LoadError(origin, f"declares no {attribute}")
    if not _CODE.fullmatch(rule.code):
        return LoadError(origin, f"code {rule.code!r} is not three capital letters and three digits")
    if not _NAME.fullmatch(rule.name):
        return LoadError(origin, f"name {rule.name!r} is not lower-case words joined by hyphens")
    for profile in rule.profiles:
        if profile == AUTO or profile not in PROFILES:
            return LoadError(origin, f"profile {profile!r} is none of {', '.join(PROFILES[1:])}")
    for other in rules.values():
        if other is not rule and (other.code == rule.code or other.name == rule.name):
            return LoadError(
                origin, f"{rule.code} {rule.name} clashes with {other.code} {other.name} of {other.__module__}"
            )
    rules[rule.code] = rule
    return None
