"""Entry points and local plugins to checks by code; any doubt is a LoadError, never a check less."""

import gc
import importlib
import importlib.util
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType, ModuleType

from gaojian.check import Check, ProjectCheck, Rule
from gaojian.chronicle import Chronicle
from gaojian.errors import LoadError
from gaojian.profiles import AUTO, PROFILES, Recogniser, by_declaration

GROUP = "gaojian.checks"
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_YOUNG_OBJECTS = 20_000
PLUGIN_SUFFIXES = (".py", ".toml", ".yaml", ".yml")
# Configuration may stand in a folder of plugins.
_NO_RULES = ("gaojian.toml", "pyproject.toml")

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
    loaders += [partial(_of_file, plugin) for plugin in _apart(plugins)]
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
        offered = getattr(_import(name), "chronicle", None)
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
        yield from _of_package(name)
    except LoadError as error:
        yield error


@cache
def _of_package(name: str) -> tuple[type[Rule], ...]:
    return tuple(_rules_of_package(name))


def _of_file(path: Path) -> _Loaded:
    try:
        yield from _rules_of_file(path)
    except LoadError as error:
        yield error


def _of_tables(file: Path, tables: object) -> _Loaded:
    from gaojian.rulefile import rules_of_tables  # noqa: PLC0415 (few have rules of their own)

    return rules_of_tables(file, tables)


def _apart(plugins: Iterable[Path]) -> Iterator[Path]:
    """Yield every file of ``plugins`` once, though a folder and a file in it are named."""
    seen = set()
    for plugin in plugins:
        for file in _files_of(plugin):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _files_of(plugin: Path) -> list[Path]:
    """Return the files of rules in the folder ``plugin``; itself where it is none, or holds none."""
    if not plugin.is_dir():
        return [plugin]
    files = (file for suffix in PLUGIN_SUFFIXES for file in plugin.glob(f"*{suffix}"))
    return sorted(file for file in files if not file.name.startswith(("_", ".")) and file.name not in _NO_RULES) or [
        plugin
    ]


def entry_points(paths: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the module names that installed distributions offer under ``gaojian.checks``.

    Reads the ``entry_points.txt`` files that the packaging specification defines. importlib.metadata gives the same
    names (a test holds it) but costs more time at every start than linting a report does.
    """
    for folder in sys.path if paths is None else paths:
        try:
            entries = os.scandir(folder or ".")
        except OSError:
            continue
        with entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")):
                    yield from _group_of(Path(entry.path, "entry_points.txt"))


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
    package = _import(name)
    support = getattr(package, "support", ())
    yield from _rules_in(package)
    for folder in getattr(package, "__path__", ()):
        yield from _walk(name, Path(folder), support)


def _walk(package: str, folder: Path, support: tuple[str, ...] = ()) -> Iterator[type[Rule]]:
    for path in sorted(folder.iterdir()):
        name = path.stem
        if name.startswith(("_", ".")) or name in support:
            continue
        if path.suffix == ".py":
            yield from _rules_in(_import(f"{package}.{name}"))
        elif path.is_dir() and (path / "__init__.py").exists():
            yield from _walk(f"{package}.{name}", path)


def _import(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        raise LoadError(name, f"{type(error).__name__}: {error}") from error


def _rules_of_file(path: Path) -> _Loaded:
    if path.is_dir():
        raise LoadError(str(path), f"the folder holds no plugin ({', '.join('*' + end for end in PLUGIN_SUFFIXES)})")
    if path.suffix in PLUGIN_SUFFIXES[1:]:
        from gaojian.rulefile import rules_of_file  # noqa: PLC0415 (few have rules of their own)

        yield from rules_of_file(path)
        return
    # A private name: a plugin can neither shadow a module of the standard library nor another plugin.
    name = "gaojian_local_" + re.sub(r"[^0-9A-Za-z]", lambda match: f"_{ord(match[0]):x}_", str(path.resolve()))
    module = sys.modules.get(name)
    if module is None:
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise LoadError(str(path), "not a Python file")
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except Exception as error:
            del sys.modules[name]
            raise LoadError(str(path), f"{type(error).__name__}: {error}") from error
    rules = list(_rules_in(module))
    if not rules:
        raise LoadError(str(path), "the file defines no Check and no ProjectCheck")
    yield from rules


def _rules_in(module: ModuleType) -> Iterator[type[Rule]]:
    for value in list(vars(module).values()):
        if (
            isinstance(value, type)
            and value.__module__ == module.__name__
            and issubclass(value, (Check, ProjectCheck))
            and not inspect.isabstract(value)
        ):
            yield value


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
