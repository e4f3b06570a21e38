"""Compiled modules of installed packages with rules, kept in one file from one run to the next.

A draft needs some three hundred, and to find and read a file for each takes a tenth of a start. What is kept of one
counts as long as its source is as it was, as the compiled module does that the interpreter keeps beside it.
"""

import binascii
import marshal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from gaojian.record import NamedTuple
from gaojian.states import State, state_of
from gaojian.storage import replace, seal, unseal

_PREFIX = "modules-"
_LENGTH = 4


class _Kept(NamedTuple):
    """The ``state`` of a source, where the interpreter keeps it compiled, if it is a package, its code and a sum."""

    state: State
    cached: str | None
    is_package: bool
    code: "bytes | memoryview[int]"
    total: int


class Modules:
    """What is kept of modules by their names: a finder, which the import system asks before all others."""

    def __init__(self) -> None:
        self._file: Path | None = None
        self._packages: frozenset[str] = frozenset()
        self._states: dict[str, State] = {}
        self._kept: dict[str, _Kept] = {}

    def serve(self, file: Path, packages: Iterable[str], states: Iterable[State]) -> None:
        """Give out what ``file`` keeps of ``packages``, whose sources are in ``states`` now; nothing else any more."""
        self._file = file
        self._packages = frozenset([_outermost(name) for name in packages])
        self._states = {state[0]: state for state in states}
        self._kept = {name: kept for name, kept in _read(file).items() if self._counts(name, kept)}
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what the import system makes the module ``fullname`` of; None where nothing is kept of it."""
        del path, target
        kept = self._kept.get(fullname)
        if kept is None or binascii.crc32(kept.code) != kept.total:
            return None
        origin = kept.state[0]
        spec = ModuleSpec(fullname, _Loader(fullname, origin, kept.code), origin=origin, is_package=kept.is_package)
        spec.has_location, spec.cached = True, kept.cached
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(str(Path(origin).parent))
        return spec

    def keep(self) -> None:
        """Keep what was imported from elsewhere as well; where that can't be done, the next run looks for it again."""
        if self._file is None:
            return
        new = {}
        for name, module in sys.modules.copy().items():
            if name not in self._kept and _outermost(name) in self._packages:
                # Whatever is wrong with one of them, it can be imported as it was.
                with suppress(Exception):
                    new[name] = self._taken(module)
        counting = {name: kept for name, kept in new.items() if self._counts(name, kept)}
        if counting:
            self._kept = {**self._kept, **counting}
            _write(self._file, self._kept)

    def _counts(self, name: str, kept: _Kept) -> bool:
        return _outermost(name) in self._packages and self._states.get(kept.state[0]) == kept.state

    def _taken(self, module: ModuleType) -> _Kept:
        """Return what is to be kept of ``module``. Raises whatever is wrong with that."""
        spec = module.__spec__
        if spec is None or spec.origin is None or type(spec.loader) is not SourceFileLoader:
            raise ValueError(module)
        code = marshal.dumps(spec.loader.get_code(spec.name))
        # What was changed meanwhile would be kept as what it was before.
        state = state_of(spec.origin)
        if state != self._states[spec.origin]:
            raise ValueError(state)
        is_package = spec.submodule_search_locations is not None
        return _Kept(state, spec.cached, is_package, code, binascii.crc32(code))


class _Loader(SourceFileLoader):
    """Makes a module of the code that was kept; of its source it knows what any loader does."""

    def __init__(self, fullname: str, path: str, code: "bytes | memoryview[int]") -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        del fullname
        code: CodeType = marshal.loads(self._code)  # noqa: S302 (the user's own, as compiled modules are)
        return code


modules = Modules()


def file_in(folder: Path, environment: str) -> Path:
    """Return the file in ``folder`` that keeps the modules of ``environment``."""
    return folder / f"{_PREFIX}{environment}.marshal"


def files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` that keep modules, of all environments."""
    return folder.glob(f"{_PREFIX}*")


def _outermost(name: str) -> str:
    return name.partition(".")[0]


def _read(file: Path) -> dict[str, _Kept]:
    # A draft needs part of them: so each has a sum of its own, and only their index is unsealed.
    with suppress(Exception):
        data = file.read_bytes()
        end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
        index = unseal(data[_LENGTH:end])
        if index is not None:
            codes = memoryview(data)[end:]
            rows = marshal.loads(index).items()  # noqa: S302 (as above)
            return {
                name: _Kept(state, cached, is_package, codes[start:stop], total)
                for name, (state, cached, is_package, start, stop, total) in rows
            }
    return {}


def _write(file: Path, kept: dict[str, _Kept]) -> None:
    rows, codes, start = {}, [], 0
    for name, (state, cached, is_package, code, total) in kept.items():
        rows[name] = (state, cached, is_package, start, start + len(code), total)
        codes.append(code)
        start += len(code)
    index = seal(marshal.dumps(rows))
    replace(file, b"".join([len(index).to_bytes(_LENGTH, "big"), index, *codes]))
