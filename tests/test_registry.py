import gc
import importlib.metadata
import sys
from pathlib import Path

import pytest

from gaojian.errors import LoadError
from gaojian.packages import GROUP, entry_points
from gaojian.registry import load_rules

PLUGIN = '''
from gaojian import Check, Finding, Pattern, Severity, Span, Text, bad, good
class OldName(Check):
    """旧称。"""
    code, name, severity = "{code}", "{name}", Severity.NOTE
    title, basis = Text("旧称", "old name"), ("本单位规定",)
    examples = (bad("⟦旧称⟧"), good("新称"))
    def check(self, document):
        for match in Pattern("旧称").finditer(document.prose):
            yield Finding(Span(*match.span()), Text("旧称", "old name"))
'''


def plugin(folder: Path, name: str = "plugin.py", code: str = "OWN001", rule: str = "old-name") -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(PLUGIN.format(code=code, name=rule), "utf-8")
    return file


def test_own_reading_of_entry_points_agrees_with_the_library() -> None:
    """importlib.metadata, too slow for every start, is the oracle."""
    expected = {entry.value for entry in importlib.metadata.entry_points(group=GROUP)}

    assert expected == set(entry_points())
    assert "gaojian_checks" in expected


def test_a_file_and_a_folder_are_plugins(folder: Path) -> None:
    """Both give their checks, and nothing is added to sys.path."""
    before = list(sys.path)
    file = plugin(folder, "a/one.py")
    plugin(folder, "b/two.py", "OWN002", "older-name")
    plugin(folder, "b/_private.py", "OWN003", "oldest-name")

    rules = load_rules([file, folder / "b"])

    assert {"OWN001", "OWN002"} == {code for code in rules if code.startswith("OWN")}
    assert before == sys.path


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("raise RuntimeError('坏了')", "RuntimeError: 坏了"),
        ("def (", "SyntaxError"),
        ("import nothing_of_that_name", "ModuleNotFoundError"),
        ("x = 1", "defines no Check"),
        (PLUGIN.format(code="OWN1", name="old-name"), "three capital letters and three digits"),
        (PLUGIN.format(code="OWN001", name="Old Name"), "lower-case words"),
        (PLUGIN.format(code="OWN001", name="old-name") + "    profiles = {'law': None}\n", "profile 'law' is none of"),
        (PLUGIN.format(code="BLK002", name="old-name"), "clashes with BLK002 missing-percent"),
        (PLUGIN.format(code="OWN001", name="missing-percent"), "clashes with BLK002 missing-percent"),
        (
            PLUGIN.replace(', ("本单位规定",)', ", None").replace("basis", "base").format(code="OWN001", name="old"),
            "basis",
        ),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_an_error(folder: Path, source: str, reason: str) -> None:
    """The sentence names the file or class and the reason; nothing half-loaded stays behind."""
    file = folder / "broken.py"
    file.write_text(source, "utf-8")

    with pytest.raises(LoadError, match=reason):
        load_rules([file])

    errors: list[LoadError] = []
    rules = load_rules([file], errors)
    assert len(errors) == 1
    assert "BLK002" in rules


def test_a_missing_plugin_is_an_error(folder: Path) -> None:
    """A path that is not there cannot be quietly passed over."""
    with pytest.raises(LoadError, match="FileNotFoundError"):
        load_rules([folder / "none.py"])
    (folder / "empty").mkdir()
    with pytest.raises(LoadError, match="holds no plugin"):
        load_rules([folder / "empty"])


@pytest.mark.parametrize(
    ("before", "after"),
    [((700, 10, 10), (50_000, 10, 10)), ((80_000, 5, 5), (80_000, 5, 5)), ((0, 10, 10), (0, 10, 10))],
)
def test_cycles_are_looked_for_seldom(before: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    """Loading the checks puts collections further apart, and leaves alone who has them further apart, or none."""
    usual = gc.get_threshold()
    gc.set_threshold(*before)
    try:
        load_rules()
        assert gc.get_threshold() == after
    finally:
        gc.set_threshold(*usual)
