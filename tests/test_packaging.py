"""The wheel and the source archive: what they hold, and that the wheel works where it is installed."""

import ast
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import git, outside_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from gaojian import __version__
from saved_reports import open_document, word

FAULT = "全年产值增长%，创历史新高。\n"
METADATA = f"gaojian-{__version__}.dist-info"
SHADOWS = ("lint", "checks", "gaojian", "gaojian_checks", "click", "regex")


class Archives(NamedTuple):
    """The two files that a release consists of."""

    sdist: Path
    wheel: Path


def build(source: Path, folder: Path, kind: str) -> Path:
    """Build the archive of this ``kind`` from ``source`` and return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder), "--target", kind]
    subprocess.run(command, cwd=source, env=outside_environment(), check=True)
    (archive,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return archive


@pytest.fixture(scope="session")
def archives(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """Return the archives, built where Python has left compiled files, as in any checkout that was used."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", "lint", "checks"], cwd=checkout, check=True)
    folder = tmp_path_factory.mktemp("archives")
    return Archives(build(checkout, folder, "sdist"), build(checkout, folder, "wheel"))


@pytest.fixture(scope="session")
def installed(archives: Archives, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts of an environment that has the wheel and what it declares to need, and nothing else.

    The packages it needs are linked from the environment of the tests, which makes this fast and needs no network.
    """
    environment = tmp_path_factory.mktemp("installed")
    venv.create(environment, symlinks=True)
    scripts = environment / "bin"
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "--quiet", "--no-index"]
    subprocess.run([*pip, "--no-deps", str(archives.wheel)], env=outside_environment(), check=True)
    packages = next(environment.glob("lib/python*/site-packages"))
    for needed in requirements(Distribution.at(packages / METADATA)):
        for name in {file.parts[0] for file in needed.files or () if file.parts[0] != ".."}:
            if not (packages / name).exists():
                (packages / name).symlink_to(str(needed.locate_file(name)))
    return scripts


def requirements(package: Distribution) -> Iterator[Distribution]:
    """Yield the distributions that ``package`` needs, and that these need, leaving extras and other systems."""
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            needed = distribution(requirement.name)
            yield needed
            yield from requirements(needed)


def imported_modules(file: Path) -> set[str]:
    """Return the top-level names that ``file`` imports, in functions as well."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def run(program: Path, *arguments: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [program, *arguments], cwd=folder, env=outside_environment(), capture_output=True, encoding="utf-8", check=False
    )


def test_the_wheel_holds_the_two_packages_and_nothing_else(archives: Archives, checkout: Path) -> None:
    """Each file of both packages is there, at the top, with metadata and manual pages; no test, no other folder."""
    with zipfile.ZipFile(archives.wheel) as wheel:
        held = set(wheel.namelist())
    sources = git(checkout, "ls-files", "-z", "lint/gaojian", "checks/gaojian_checks").rstrip("\0").split("\0")
    packages = {name.partition("/")[2] for name in sources}
    metadata = {
        f"{METADATA}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    }
    data = METADATA.replace(".dist-info", ".data/data/share/man/man1")
    manual = {f"{data}/{page.name}" for page in (checkout / "lint" / "man").iterdir()}

    assert packages | metadata | manual == held
    assert {"gaojian/py.typed", "gaojian_checks/py.typed", "gaojian/report/schema.json"} < held
    assert "gaojian_checks/facts/plenums.toml" in held
    assert {f"gaojian/report/html/templates/page.{suffix}" for suffix in ("html", "css", "js")} < held


def test_the_wheel_declares_its_entry_points(archives: Archives) -> None:
    """The command, and the door by which the built-in checks come in."""
    with zipfile.ZipFile(archives.wheel) as wheel:
        text = wheel.read(f"{METADATA}/entry_points.txt").decode()

    assert "[console_scripts]\ngaojian = gaojian.cli:main\n" in text
    assert "[gaojian.checks]\nbuiltin = gaojian_checks\n" in text


def test_the_source_archive_builds_the_same_wheel(archives: Archives, tmp_path: Path) -> None:
    """Unpacked anywhere, without git, it gives the wheel that the checkout gives."""
    with tarfile.open(archives.sdist) as sdist:
        sdist.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    rebuilt = build(source, tmp_path / "wheels", "wheel")

    with zipfile.ZipFile(archives.wheel) as first, zipfile.ZipFile(rebuilt) as second:
        assert {file.filename: file.CRC for file in first.filelist} == {
            file.filename: file.CRC for file in second.filelist
        }


def test_the_source_archive_holds_what_is_under_version_control(archives: Archives, checkout: Path) -> None:
    """Nothing that lies about in a checkout is published."""
    with tarfile.open(archives.sdist) as sdist:
        held = {member.name.partition("/")[2] for member in sdist if member.isfile()}

    assert held <= {*git(checkout, "ls-files", "-z").split("\0"), "PKG-INFO"}
    assert {"README.md", "LICENSE", "pyproject.toml", "tests/test_packaging.py"} <= held


def test_what_is_imported_is_declared(checkout: Path) -> None:
    """Much is imported only when it is needed: no single run would miss all that is not declared."""
    files = [*(checkout / "lint").rglob("*.py"), *(checkout / "checks").rglob("*.py")]
    modules = set().union(*(imported_modules(file) for file in files)) - sys.stdlib_module_names
    providers = packages_distributions()
    imported = {canonicalize_name(providers[module][0]) for module in modules - {"gaojian", "gaojian_checks"}}
    project = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}

    assert imported <= declared


def test_the_wheel_needs_no_more_than_it_declares(installed: Path, tmp_path: Path) -> None:
    """In an environment with the declared packages alone, the command lists the checks that are listed here."""
    version = run(installed / "gaojian", "--version", folder=tmp_path)
    checks = run(installed / "gaojian", "checks", folder=tmp_path)
    here = run(Path(sys.executable), "-m", "gaojian", "checks", folder=tmp_path)

    assert (0, f"gaojian {__version__}\n", "") == (version.returncode, version.stdout, version.stderr)
    assert (0, here.stdout, "") == (checks.returncode, checks.stdout, checks.stderr)


@pytest.mark.parametrize(
    ("name", "data", "extra"),
    [("稿.docx", word(), "docx"), ("稿.odt", open_document(), "odt"), ("稿.pdf", b"%PDF-1.7\n", "pdf")],
    ids=["docx", "odt", "pdf"],
)
def test_a_missing_extra_is_named(installed: Path, tmp_path: Path, name: str, data: bytes, extra: str) -> None:
    """Without the extra, the sentence holds the command that installs it; the other files are checked."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "稿.txt").write_text("全年完成投资万元。\n", "utf-8")
    result = run(installed / "gaojian", "check", ".", folder=tmp_path)

    assert result.returncode == 2
    assert f"{name}：" in result.stderr
    assert f"pip install 'gaojian[{extra}]'" in result.stderr
    assert "稿.txt:1:7: BLK001" in result.stdout


def test_a_page_needs_its_extra(installed: Path, tmp_path: Path) -> None:
    """Without jinja2 the command says at once how to get it, and writes nothing."""
    (tmp_path / "稿.txt").write_text(FAULT, "utf-8")
    result = run(
        installed / "gaojian", "check", "--output-format", "html", "--output-file", "报告.html", folder=tmp_path
    )

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "gaojian: --output-format html 需要先运行：python -m pip install 'gaojian[html]'\n"
    assert [file.name for file in tmp_path.iterdir()] == ["稿.txt"]


def test_the_command_imports_nothing_of_the_folder_it_is_run_in(installed: Path, tmp_path: Path) -> None:
    """Whatever a user's folders are called, and whatever Python is in them."""
    for name in SHADOWS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('imported')\n", "utf-8")
    (tmp_path / "稿.md").write_text(FAULT, "utf-8")
    result = run(installed / "gaojian", "check", folder=tmp_path)

    assert result.returncode == 1
    assert result.stdout.startswith("稿.md:1:7: BLK002 ")
    assert "RuntimeError" not in result.stderr


def test_the_module_runs_beside_folders_named_lint_and_checks(installed: Path, tmp_path: Path) -> None:
    """`python -m gaojian` looks in the current folder first, where `lint` and `checks` are common names."""
    for name in ("lint", "checks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise RuntimeError('imported')\n", "utf-8")
    (tmp_path / "稿.md").write_text(FAULT, "utf-8")
    result = run(installed / "python", "-m", "gaojian", "check", folder=tmp_path)

    assert result.returncode == 1
    assert result.stdout.startswith("稿.md:1:7: BLK002 ")
    assert "RuntimeError" not in result.stderr
