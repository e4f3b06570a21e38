"""Entry points and local plugins to checks by code; any doubt is a LoadError, never a check less."""

import gc
import importlib
import importlib.util
import inspect
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
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

Rules = Mapping[str, type[Rule]]


def load_rules(plugins: Iterable[Path] = (), errors: list[LoadError] | None = None) -> Rules:
    """Return every rule by code: the engine's own, those of installed packages, those of local ``plugins``.

    A package or plugin that cannot be imported, declares something wrong, or takes a code or name that another already
    has, is a LoadError: raised, or appended to ``errors`` where the caller goes on with the rest.
    """
    from gaojian.suppress import UnknownDirective, UnusedDirective  # noqa: PLC0415 (suppress needs Rule from here)

    rules: dict[str, type[Rule]] = {}
    own: tuple[type[Rule], ...] = (UnusedDirective, UnknownDirective)
    for rule in own:
        _add(rules, rule)
    loaders = [partial(_installed, name) for name in sorted(set(entry_points()))]
    loaders += [partial(_of_file, plugin) for plugin in plugins]
    # Loading makes tens of thousands of objects that all stay: collecting among them takes a tenth of the start.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for loader in loaders:
            try:
                for rule in loader():
                    _add(rules, rule)
            except LoadError as error:
                if errors is None:
                    raise
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


@cache
def _installed(name: str) -> tuple[type[Rule], ...]:
    return tuple(_rules_of_package(name))


def _of_file(path: Path) -> tuple[type[Rule], ...]:
    return tuple(_rules_of_file(path))


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


def _rules_of_file(path: Path) -> Iterator[type[Rule]]:
    if path.is_dir():
        files = sorted(file for file in path.glob("*.py") if not file.name.startswith("_"))
        if not files:
            raise LoadError(str(path), "the folder holds no plugin (*.py)")
        for file in files:
            yield from _rules_of_file(file)
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


def _add(rules: dict[str, type[Rule]], rule: type[Rule]) -> None:
    origin = f"{rule.__module__}.{rule.__qualname__}"
    for attribute in ("code", "name", "title", "severity", "basis"):
        if not hasattr(rule, attribute):
            raise LoadError(origin, f"declares no {attribute}")
    if not _CODE.fullmatch(rule.code):
        raise LoadError(origin, f"code {rule.code!r} is not three capital letters and three digits")
    if not _NAME.fullmatch(rule.name):
        raise LoadError(origin, f"name {rule.name!r} is not lower-case words joined by hyphens")
    for profile in rule.profiles:
        if profile == AUTO or profile not in PROFILES:
            raise LoadError(origin, f"profile {profile!r} is none of {', '.join(PROFILES[1:])}")
    for other in rules.values():
        if other is not rule and (other.code == rule.code or other.name == rule.name):
            raise LoadError(
                origin, f"{rule.code} {rule.name} clashes with {other.code} {other.name} of {other.__module__}"
            )
    rules[rule.code] = rule
