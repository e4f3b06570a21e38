"""What the rules of installed packages declare, kept between runs; and rules that are imported when they are needed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Gaojian, outside_environment

from gaojian.catalogue import Catalogue, files, read_catalogue, write_catalogue
from gaojian.declaration import declare
from gaojian.needs import Holdings
from gaojian.registry import load_rules

MODULE = '''
from gaojian import Check, Finding, Pattern, Severity, Span, Text
class OldName(Check):
    """旧称。"""
    code, name, severity, needs = "OWN001", "old-name", Severity.ERROR, ("旧称",)
    profiles = {"statute": Severity.NOTE, "case": None}
    title, basis = Text("旧称", "old name"), ("本单位规定",)
    def check(self, document):
        for match in Pattern("旧称").finditer(document.prose):
            yield Finding(Span(*match.span()), Text("旧称", "old name"))
'''


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return the folder of an installed package with one check, ``own_checks``."""
    folder = tmp_path / "site"
    (folder / "own_checks").mkdir(parents=True)
    (folder / "own_checks" / "__init__.py").write_text("", "utf-8")
    (folder / "own_checks" / "old_name.py").write_text(MODULE, "utf-8")
    metadata = folder / "own_checks-1.0.dist-info"
    metadata.mkdir()
    (metadata / "entry_points.txt").write_text("[gaojian.checks]\nown = own_checks\n", "utf-8")
    return folder


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(package: Path, tmp_path: Path) -> Run:
    """Return a function that runs ``python -c`` with the package installed and a cache of its own."""

    def python(source: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **outside_environment(),
            "PYTHONPATH": os.pathsep.join([str(package), *sys.path]),
            "GAOJIAN_CACHE": str(tmp_path / "cache"),
        }
        return subprocess.run(
            [sys.executable, "-c", source], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
        )

    return python


LOADED = """
import sys
from gaojian.registry import load_rules
rules = load_rules()
print(rules.declarations["OWN001"].severity.name, "own_checks.old_name" in sys.modules, len(rules) > 100)
"""


def test_what_is_kept_is_what_the_rules_declare(tmp_path: Path) -> None:
    """Every declaration of the built-in checks comes back as it was."""
    rules = load_rules()
    declared = tuple(declare(rule) for rule in rules.values())

    write_catalogue(tmp_path, Catalogue(("gaojian_checks",), declared))

    catalogue = read_catalogue(tmp_path)
    assert catalogue is not None
    assert (catalogue.packages, catalogue.declarations) == (("gaojian_checks",), declared)
    assert tuple(rules.declarations.values()) == declared


def test_a_second_run_imports_no_check_to_choose_among_them(run: Run) -> None:
    """The first run has to import all, the second one asks the catalogue."""
    assert run(LOADED).stdout.split() == ["ERROR", "True", "True"]
    assert run(LOADED).stdout.split() == ["ERROR", "False", "True"]


def test_a_change_is_noticed(run: Run, package: Path) -> None:
    """A source that changed, and a package that came or went."""
    run(LOADED)
    module = package / "own_checks" / "old_name.py"
    module.write_text(MODULE.replace("Severity.ERROR", "Severity.NOTE"), "utf-8")
    assert run(LOADED).stdout.split() == ["NOTE", "True", "True"]

    (package / "own_checks-1.0.dist-info").rename(package / "own_checks-1.1.dist-info")
    assert run(LOADED).stdout.split() == ["NOTE", "True", "True"]

    (package / "own_checks-1.1.dist-info" / "entry_points.txt").unlink()
    assert "KeyError: 'OWN001'" in run(LOADED).stderr


def test_a_package_of_one_module_counts_alone(run: Run, package: Path) -> None:
    """What lies beside it in the folder of installed packages is not looked at."""
    shutil.rmtree(package / "own_checks")
    (package / "own_rule.py").write_text(MODULE, "utf-8")
    entry = package / "own_checks-1.0.dist-info" / "entry_points.txt"
    entry.write_text("[gaojian.checks]\nown = own_rule\n", "utf-8")
    loaded = LOADED.replace("own_checks.old_name", "own_rule")
    assert run(loaded).stdout.split() == ["ERROR", "True", "True"]

    (package / "another.py").write_text("", "utf-8")
    assert run(loaded).stdout.split() == ["ERROR", "False", "True"]

    (package / "own_rule.py").write_text(MODULE.replace("Severity.ERROR", "Severity.NOTE"), "utf-8")
    assert run(loaded).stdout.split() == ["NOTE", "True", "True"]


@pytest.mark.parametrize("contents", [b"", b"\0\0\0\0", b"abcd" * 50])
def test_a_damaged_catalogue_is_made_anew(tmp_path: Path, contents: bytes) -> None:
    """Whatever stands in the file, the packages themselves are asked."""
    write_catalogue(tmp_path, Catalogue((), ()))
    (file,) = files(tmp_path)
    file.write_bytes(contents)

    assert read_catalogue(tmp_path) is None
    assert read_catalogue(tmp_path / "none") is None
    assert read_catalogue(None) is None


def test_a_package_with_a_mistake_is_not_kept(run: Run, package: Path, tmp_path: Path) -> None:
    """It is named in every run until it is mended."""
    (package / "own_checks" / "broken.py").write_text("import nothing_of_that_name", "utf-8")
    source = "from gaojian.registry import load_rules\nerrors = []\nload_rules((), errors)\nprint(len(errors))"

    assert [run(source).stdout.split() for _ in range(2)] == [["1"], ["1"]]
    assert list(files(tmp_path / "cache")) == []


CHECKED = """
import sys
from pathlib import Path
from gaojian.config import Config
from gaojian.plan import make_plan
from gaojian.run import run
from gaojian.examine import Source
plan = make_plan(Config(Path.cwd(), select=("OWN",)))
outcome = run(plan, [Source(f"{text}.txt", data=text.encode()) for text in sys.argv[1:] or TEXTS])
print([diagnostic.path for diagnostic in outcome.diagnostics], [str(f.message.zh) for f in outcome.failures])
print("own_checks.old_name" in sys.modules)
"""


def test_a_check_is_imported_for_a_document_that_holds_what_it_needs(run: Run) -> None:
    """Without such a document its module stays where it is."""
    run(LOADED)

    found = run(CHECKED.replace("TEXTS", "('用旧称', '用新名', '用舊稱')")).stdout.splitlines()
    silent = run(CHECKED.replace("TEXTS", "('用新名', '称为旧')")).stdout.splitlines()

    assert found == ["['用旧称.txt'] []", "True"]
    assert silent == ["[] []", "False"]


def test_a_check_that_is_gone_is_named(run: Run, package: Path) -> None:
    """What can no longer be imported is never a check less: each document says so."""
    run(LOADED)
    source = CHECKED.replace("TEXTS", "('用旧称',)").replace(
        "outcome = ", f"Path({str(package)!r}, 'own_checks', 'old_name.py').unlink()\noutcome = "
    )

    told = run(source)

    assert "检查 OWN001" in told.stdout, told.stderr
    assert "ModuleNotFoundError" in told.stdout


@pytest.mark.parametrize(
    ("text", "needs", "held"),
    [
        ("到位资金万元", ("万元|萬元",), True),
        ("到位資金萬元", ("万元|萬元",), True),
        ("元旦，一万人", ("万元|萬元",), False),
        ("增长%", ("增长|下降", "%|％"), True),
        ("增长", ("增长|下降", "%|％"), False),
        ("", ("年",), False),
        ("", (), True),
    ],
)
def test_needs_are_all_wanted_and_of_each_any(text: str, needs: tuple[str, ...], *, held: bool) -> None:
    """One literal of each entry; asked again, the answer is the same."""
    holdings = Holdings(text, lambda: "")

    assert [holdings.include(needs), holdings.include(needs)] == [held, held]


@pytest.mark.parametrize(
    ("texts", "needs", "held"),
    [
        (["增长", "%"], ("增长", "%"), True),
        (["增长", "8"], ("增长", "%"), False),
        (["增", "长%"], ("增长",), False),
        (["增長%", "无事"], ("增长", "%"), True),
        (["增长%"], ("增长", "%"), True),
    ],
)
def test_what_several_documents_hold_is_what_any_of_them_holds(
    texts: list[str], needs: tuple[str, ...], *, held: bool
) -> None:
    """No literal reaches from one into the next, and each counts in its own script."""
    several = [Holdings(text, lambda text=text: text.replace("長", "长")) for text in texts]  # type: ignore[misc]

    assert Holdings.of_any(several).include(needs) is held


def test_clean_forgets_the_catalogue(gaojian: Gaojian, tmp_path: Path) -> None:
    """What one run kept, ``gaojian clean`` removes."""
    (tmp_path / "a.txt").write_text("无事。\n", "utf-8")
    place = tmp_path / "cache"

    gaojian("check", "a.txt", GAOJIAN_CACHE=str(place))
    assert list(files(place))

    gaojian("clean", GAOJIAN_CACHE=str(place))
    assert not list(files(place))
