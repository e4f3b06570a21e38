"""Entry points and local plugins to checks by code; any doubt is a LoadError, never a check less."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from gaojian.catalogue import Catalogue, environment, read_catalogue, write_catalogue
from gaojian.check import Rule
from gaojian.chronicle import Chronicle
from gaojian.collecting import collect_seldom
from gaojian.declaration import Declaration, declare
from gaojian.errors import LoadError
from gaojian.modules import file_in, modules
from gaojian.needs import Transcriber, as_written
from gaojian.packages import entry_points, import_package, rules_of_package
from gaojian.pattern import Pattern
from gaojian.plugins import files_of, rules_of_file
from gaojian.profiles import AUTO, PROFILES, Recogniser, by_declaration
from gaojian.rules import Rules
from gaojian.storage import cache_folder

_CODE = Pattern(r"[A-Z]{3}[0-9]{3}")
_NAME = Pattern(r"[a-z]+(-[a-z]+)*")

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
    shelf = _Shelf([] if errors is None else errors)
    shelf.add(_own())
    # Loading makes tens of thousands of objects that all stay: collecting among them takes a tenth of the start.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        packages = _add_installed(shelf)
        for plugin in files_of(plugins):
            shelf.add(_of_file(plugin))
        if tables is not None:
            shelf.add(_of_tables(*tables))
    finally:
        collect_seldom()
        if was_enabled:
            gc.enable()
    if errors is None and shelf.errors:
        raise shelf.errors[0]
    return Rules(shelf.declarations, shelf.loaded, packages)


def _add_installed(shelf: "_Shelf") -> tuple[str, ...]:
    """Put the rules of all installed packages on ``shelf``, and return the names of the packages."""
    folder = cache_folder()
    catalogue = read_catalogue(folder)
    if folder is not None and catalogue is not None:
        modules.serve(file_in(folder, environment()), catalogue.packages, catalogue.states)
        shelf.declarations |= {declaration.code: declaration for declaration in catalogue.declarations}
        return catalogue.packages
    packages = tuple(sorted(set(entry_points())))
    own, found_wrong = set(shelf.declarations), len(shelf.errors)
    for name in packages:
        shelf.add(_installed(name))
    if len(shelf.errors) == found_wrong:
        installed = [declaration for code, declaration in shelf.declarations.items() if code not in own]
        write_catalogue(folder, Catalogue(packages, tuple(installed)))
    return packages


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


def load_recogniser(packages: Iterable[str]) -> Recogniser:
    """Return what tells the kind of a document: the function ``recognise`` of the first of ``packages`` that has one.

    Call it when the rules are loaded: a package that cannot be imported has been named by then.
    """
    return next(_offered(packages, "recognise"), by_declaration)


def load_transcriber(packages: Iterable[str]) -> Transcriber:
    """Return what gives a document's text in one script: ``in_one_script`` of the first of ``packages`` that has it."""
    return next(_offered(packages, "in_one_script"), as_written)


def _offered(packages: Iterable[str], name: str) -> Iterator[Any]:
    for package in packages:
        with suppress(LoadError):
            offered = getattr(import_package(package), name, None)
            if offered is not None:
                yield offered


def _own() -> tuple[type[Rule], ...]:
    from gaojian.suppress import UnknownDirective, UnusedDirective  # noqa: PLC0415 (suppress needs Rule from here)

    return UnusedDirective, UnknownDirective


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


class _Shelf:
    """The rules that have been found so far, and what is wrong with others."""

    def __init__(self, errors: list[LoadError]) -> None:
        self.declarations: dict[str, Declaration] = {}
        self.loaded: dict[str, type[Rule]] = {}
        self.errors = errors

    def add(self, rules: Iterable[type[Rule] | LoadError]) -> None:
        """Add ``rules``, each unless something is wrong with it."""
        for rule in rules:
            error = rule if isinstance(rule, LoadError) else self._add(rule)
            if error is not None:
                self.errors.append(error)

    def _add(self, rule: type[Rule]) -> LoadError | None:
        """Add ``rule``, or return what is wrong with it."""
        origin = f"{rule.__module__}.{rule.__qualname__}"
        for attribute in ("code", "name", "title", "severity", "basis"):
            if not hasattr(rule, attribute):
                return LoadError(origin, f"declares no {attribute}")
        if not _CODE.compiled.fullmatch(rule.code):
            return LoadError(origin, f"code {rule.code!r} is not three capital letters and three digits")
        if not _NAME.compiled.fullmatch(rule.name):
            return LoadError(origin, f"name {rule.name!r} is not lower-case words joined by hyphens")
        for profile in rule.profiles:
            if profile == AUTO or profile not in PROFILES:
                return LoadError(origin, f"profile {profile!r} is none of {', '.join(PROFILES[1:])}")
        for other in self.declarations.values():
            if rule.code == other.code or rule.name == other.name:
                if self.loaded.get(other.code) is rule:
                    return None
                return LoadError(
                    origin, f"{rule.code} {rule.name} clashes with {other.code} {other.name} of {other.module}"
                )
        self.declarations[rule.code] = declare(rule)
        self.loaded[rule.code] = rule
        return None
