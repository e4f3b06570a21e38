"""Who may import whom, and how large a room may be; read from the sources, so nothing has to be kept by hand."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import gaojian

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "lint" / "gaojian"
CHECKS = ROOT / "checks" / "gaojian_checks"
LAYERS = (
    ("record",),
    ("storage", "compiled", "toml", "collecting", "scaffold", "states"),
    ("modules",),
    ("text", "table", "pattern", "markup", "prose", "selection"),
    ("diagnostic", "origin", "document", "chronicle", "timing"),
    ("errors", "mistakes"),
    ("examples", "profiles"),
    ("check", "values", "perfile"),
    ("kinds",),
    ("options", "suppress", "reading", "word", "complete", "fold", "fix", "report", "writing", "difference"),
    ("declaration", "needs", "packages"),
    ("plugins", "catalogue", "rules"),
    ("rulekeys", "rulefile", "registry", "discover", "explain", "reference", "remarks", "delivery"),
    ("config", "trial"),
    ("plan",),
    ("examine", "listing", "premises", "lines"),
    ("cache",),
    ("run",),
    ("sieve", "session", "annotate"),
    ("baseline", "changed", "repair"),
    ("checking", "watching"),
    ("output", "invocation"),
    ("lsp",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
LINES = {ENGINE: 260, CHECKS: 260}


def modules(root: Path) -> list[Path]:
    return sorted(root.rglob("*.py"))


def imported(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield (module, at the top level of the file) for every import."""
    tree = ast.parse(path.read_text("utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, id(node) in top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, id(node) in top


def layer(name: str) -> int:
    return next(index for index, names in enumerate(LAYERS) if name in names)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_checks_import_the_public_names_of_the_engine_alone() -> None:
    """A check is written as anyone's plugin would be."""
    inward = [
        f"{name_of(path)} imports {module}"
        for path in modules(CHECKS)
        for module, _ in imported(path)
        if module.startswith("gaojian.")
    ]
    wrong = [
        f"{name_of(path)} imports {alias.name}"
        for path in modules(CHECKS)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "gaojian"
        for alias in node.names
        if alias.name not in gaojian.__all__
    ]

    assert inward + wrong == []


def test_the_engine_knows_no_check() -> None:
    """Built-in checks come in by the entry point that any plugin uses."""
    known = [name_of(path) for path in modules(ENGINE) for module, _ in imported(path) if "gaojian_checks" in module]

    assert known == []


def test_the_engine_flows_one_way() -> None:
    """A module imports from its own layer or those below, never from above."""
    upward = []
    for path in modules(ENGINE):
        own = path.relative_to(ENGINE).with_suffix("").parts[0]
        if own == "__init__":
            continue
        for module, top in imported(path):
            parts = module.split(".")
            if top and parts[0] == "gaojian" and len(parts) > 1 and layer(parts[1]) > layer(own):
                upward.append(f"{own} imports {parts[1]}")

    assert upward == []


@pytest.mark.parametrize("root", [ENGINE, CHECKS], ids=["engine", "checks"])
def test_heavy_modules_are_imported_where_they_are_used(root: Path) -> None:
    """Third-party packages and slow parts of the standard library stay out of the start, click apart."""
    slow = {"json", "tomllib", "difflib", "multiprocessing", "concurrent", "importlib.metadata", "opencc", "regex"}
    late = {"listing", "explain", "run", "session", "baseline"} | {
        path.stem for room in ("report", "lsp") for path in (ENGINE / room).rglob("*.py")
    }
    eager = [
        f"{name_of(path)} imports {module}"
        for path in modules(root)
        for module, top in imported(path)
        if top and path.stem not in late
        if module in slow - {"difflib"} or (module.split(".")[0] not in {*sys.stdlib_module_names, "gaojian"})
        if module.split(".")[0] not in ("click", "gaojian_checks")
    ]

    assert eager == []


def test_patterns_of_checks_are_compiled_at_their_first_use() -> None:
    """Compiling is dear: a check uses Pattern, and re.compile only inside functions."""
    eager = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules(CHECKS)
        for statement in ast.parse(path.read_text("utf-8")).body
        if not isinstance(statement, ast.FunctionDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Attribute) and node.attr == "compile" and getattr(node.value, "id", "") == "re"
    ]

    assert eager == []


@pytest.mark.parametrize("root", LINES, ids=["engine", "checks"])
def test_a_module_is_read_in_one_sitting(root: Path) -> None:
    """No module is longer than its limit, no function longer than 60 lines."""
    long_modules = [name_of(path) for path in modules(root) if len(path.read_text("utf-8").splitlines()) > LINES[root]]
    long_functions = [
        f"{name_of(path)}: {node.name}"
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]

    assert (long_modules, long_functions) == ([], [])


def test_no_module_is_a_drawer() -> None:
    """Names say what is in a module; utils, common and helpers say nothing."""
    drawers = {"utils", "util", "common", "helpers", "misc", "tools"}

    assert [name_of(path) for root in (ENGINE, CHECKS) for path in modules(root) if path.stem in drawers] == []
