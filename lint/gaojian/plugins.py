"""Local plugins: files with rules that configuration names by their path."""

import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from gaojian.check import Rule
from gaojian.errors import LoadError
from gaojian.packages import rules_in

PLUGIN_SUFFIXES = (".py", ".toml", ".yaml", ".yml")
# Configuration may stand in a folder of plugins.
_NO_RULES = ("gaojian.toml", "pyproject.toml")


def files_of(plugins: Iterable[Path]) -> Iterator[Path]:
    """Yield every file of ``plugins`` once, though a folder and a file in it are named."""
    seen = set()
    for plugin in plugins:
        for file in _files_in(plugin):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def rules_of_file(path: Path) -> Iterator[type[Rule] | LoadError]:
    """Yield the rules in the plugin at ``path``, and what is wrong with others of them. Raises LoadError."""
    if path.is_dir():
        raise LoadError(str(path), f"the folder holds no plugin ({', '.join('*' + end for end in PLUGIN_SUFFIXES)})")
    if path.suffix in PLUGIN_SUFFIXES[1:]:
        from gaojian import rulefile  # noqa: PLC0415 (few have rules of their own)

        yield from rulefile.rules_of_file(path)
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
    rules = list(rules_in(module))
    if not rules:
        raise LoadError(str(path), "the file defines no Check and no ProjectCheck")
    yield from rules


def _files_in(plugin: Path) -> list[Path]:
    """Return the files of rules in the folder ``plugin``; itself where it is none, or holds none."""
    if not plugin.is_dir():
        return [plugin]
    files = (file for suffix in PLUGIN_SUFFIXES for file in plugin.glob(f"*{suffix}"))
    return sorted(file for file in files if not file.name.startswith(("_", ".")) and file.name not in _NO_RULES) or [
        plugin
    ]
