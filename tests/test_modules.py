"""Compiled modules of packages with rules, kept in one file: what is served is what would be imported."""

import importlib
import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Gaojian

from gaojian.modules import Modules, files
from gaojian.states import state_of

NAMES = ("kept_package", "kept_package.inner", "kept_package.inner.leaf")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of a package of three modules that can be imported."""
    folder = tmp_path / "site" / "kept_package"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text('"""Outer."""\nWHO = __name__\n', "utf-8")
    (folder / "inner" / "__init__.py").write_text("from kept_package import WHO\n", "utf-8")
    (folder / "inner" / "leaf.py").write_text("def answer() -> int:\n    return 42\n", "utf-8")
    monkeypatch.syspath_prepend(str(folder.parent))
    before = list(sys.meta_path)
    yield folder
    sys.meta_path[:] = before
    forget()


def forget() -> None:
    for name in NAMES:
        sys.modules.pop(name, None)


def serve(package: Path, file: Path) -> Modules:
    """Return modules that serve ``file``, as a run of its own does."""
    forget()
    importlib.invalidate_caches()
    modules = Modules()
    modules.serve(file, ["kept_package"], [state_of(str(path)) for path in package.rglob("*.py")])
    return modules


def keep(package: Path, file: Path) -> None:
    """Import all and keep it."""
    modules = serve(package, file)
    importlib.import_module(NAMES[-1])
    modules.keep()
    sys.meta_path.remove(modules)


def loaders() -> list[str]:
    """Return the kinds of the loaders of all three modules."""
    importlib.import_module(NAMES[-1])
    return [type(inspect.getmodule(sys.modules[name]).__spec__.loader).__name__ for name in NAMES]  # type: ignore[union-attr]


def test_what_is_served_is_what_was_imported(package: Path, tmp_path: Path) -> None:
    """The same contents and the same attributes, by another loader."""
    file = tmp_path / "kept"
    attributes = ("__file__", "__cached__", "__path__", "__package__", "__doc__", "__name__")
    keep(package, file)
    expected = [[getattr(sys.modules[name], each, None) for each in attributes] for name in NAMES]

    serve(package, file)

    assert loaders() == ["_Loader"] * 3
    assert [[getattr(sys.modules[name], each, None) for each in attributes] for name in NAMES] == expected
    assert sys.modules[NAMES[1]].WHO == "kept_package"
    assert sys.modules[NAMES[2]].answer() == 42
    assert "return 42" in inspect.getsource(sys.modules[NAMES[2]].answer)


def test_nothing_is_written_when_nothing_is_new(package: Path, tmp_path: Path) -> None:
    """A run that met no module that is not kept leaves the file alone."""
    file = tmp_path / "kept"
    keep(package, file)
    os.utime(file, (1, 1))

    modules = serve(package, file)
    importlib.import_module(NAMES[-1])
    modules.keep()

    assert file.stat().st_mtime == 1


def test_a_module_that_changed_is_imported_anew_and_kept(package: Path, tmp_path: Path) -> None:
    """The others still come out of the file; the next run has all again."""
    file = tmp_path / "kept"
    keep(package, file)
    (package / "inner" / "leaf.py").write_text("def answer() -> int:\n    return 4242\n", "utf-8")

    modules = serve(package, file)

    assert loaders() == ["_Loader", "_Loader", "SourceFileLoader"]
    assert sys.modules[NAMES[2]].answer() == 4242
    modules.keep()
    sys.meta_path.remove(modules)
    serve(package, file)
    assert loaders() == ["_Loader"] * 3
    assert sys.modules[NAMES[2]].answer() == 4242


def test_a_module_that_changes_during_the_run_is_not_kept(package: Path, tmp_path: Path) -> None:
    """What is compiled of it then is not what its state was when the run began."""
    file = tmp_path / "kept"
    modules = serve(package, file)
    importlib.import_module(NAMES[-1])
    (package / "inner" / "leaf.py").write_text("def answer() -> int:\n    return 4242\n", "utf-8")
    modules.keep()
    sys.meta_path.remove(modules)

    serve(package, file)

    assert loaders() == ["_Loader", "_Loader", "SourceFileLoader"]


def test_a_module_that_is_gone_is_not_served(package: Path, tmp_path: Path) -> None:
    """Nor are those of a package that is asked for no more."""
    file = tmp_path / "kept"
    keep(package, file)
    (package / "inner" / "leaf.py").unlink()

    modules = serve(package, file)

    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(NAMES[-1])
    assert modules.find_spec("kept_package") is not None
    modules.serve(file, ["another"], [state_of(str(path)) for path in package.rglob("*.py")])
    assert modules.find_spec("kept_package") is None


@pytest.mark.parametrize("damage", ["nothing", "empty", "short", "index", "code"])
def test_a_damaged_file_is_passed_over(package: Path, tmp_path: Path, damage: str) -> None:
    """What is damaged is given to no decoder; all is imported as if nothing were kept."""
    file = tmp_path / "kept"
    keep(package, file)
    data = bytearray(file.read_bytes())
    end = 4 + int.from_bytes(data[:4], "big")
    if damage == "index":
        data[20] ^= 1
    elif damage == "code":
        for at in range(end, len(data), 16):
            data[at] ^= 1
    file.write_bytes({"nothing": b"", "empty": b"\0\0\0\0", "short": bytes(data[: end - 10])}.get(damage, bytes(data)))

    serve(package, file)

    assert loaders() == ["SourceFileLoader"] * 3
    assert sys.modules[NAMES[2]].answer() == 42


def test_the_second_draft_is_checked_with_kept_modules_and_clean_forgets_them(gaojian: Gaojian, tmp_path: Path) -> None:
    """One run finds out what the rules declare, the next one keeps what a draft needs."""
    (tmp_path / "a.txt").write_text("2月30日开会。\n", "utf-8")
    place = tmp_path / "cache"

    told = [gaojian("check", "a.txt", GAOJIAN_CACHE=str(place)).stdout for _ in range(3)]

    assert "DAT001 2月最多29天，没有30日" in told[0]
    assert told == [told[0]] * 3
    assert len(list(files(place))) == 1
    gaojian("clean", GAOJIAN_CACHE=str(place))
    assert not list(files(place))
