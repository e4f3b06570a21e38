"""The GitHub Action and the CI examples: valid by their services' schemas, and their scripts run as the services do."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT, outside_environment

from gaojian import __version__

EXAMPLES = ROOT / "examples" / "ci"
FAULT = "全年产值增长%，创历史新高。\n"
CLEAN = "全年产值增长百分之十二，创历史新高。\n"


def load(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))


ACTION = load(ROOT / "action.yml")
INSTALL, CHECK = ACTION["runs"]["steps"]


def run_bash(script: str, folder: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run ``script`` in ``folder`` as GitHub runs a step that says `shell: bash`."""
    file = folder.parent / "script.sh"
    file.write_text(script, "utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file],
        cwd=folder,
        env={**outside_environment(), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run_step(
    step: Mapping[str, Any], folder: Path, runner: Mapping[str, str], **inputs: str
) -> "subprocess.CompletedProcess[str]":
    """Run one step of the action; its expressions get the ``inputs``, or their defaults."""
    values = {f"inputs.{name}": inputs.get(name, field["default"]) for name, field in ACTION["inputs"].items()}
    values["github.action_path"] = runner["ACTION"]
    environment = {name: values[re.fullmatch(r"\$\{\{ (\S+) \}\}", text)[1]] for name, text in step["env"].items()}  # type: ignore[index]
    return run_bash(step["run"], folder, PATH=runner["PATH"], RUNNER_TEMP=runner["RUNNER_TEMP"], **environment)


def write_program(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


def write_traps(folder: Path) -> None:
    """Write modules that raise when somebody imports them instead of the real ones."""
    for name in ("json", "pip", "click", "gaojian"):
        (folder / f"{name}.py").write_text("raise RuntimeError('imported')\n", "utf-8")


def search_path(folder: Path) -> str:
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Return a checkout of documents, one of them faulty, with modules that nobody should import."""
    work = tmp_path / "work"
    (work / "docs").mkdir(parents=True)
    (work / "docs" / "第一 稿.md").write_text(FAULT, "utf-8")
    (work / "docs" / "终稿.md").write_text(CLEAN, "utf-8")
    (work / "README.md").write_text(CLEAN, "utf-8")
    write_traps(work)
    return work


@pytest.fixture(scope="session")
def runner(checkout: Path, package_index: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return a runner on which the action's first step has installed gaojian, from the index, twice as a job may do."""
    del package_index
    folder = tmp_path_factory.mktemp("runner")
    write_program(folder / "programs" / "python3", f'exec "{sys.executable}" "$@"')
    work, temporary = folder / "work", folder / "temporary files"
    work.mkdir()
    temporary.mkdir()
    write_traps(work)
    runner = {"ACTION": str(checkout), "RUNNER_TEMP": str(temporary), "PATH": search_path(folder / "programs")}
    for _ in range(2):
        result = run_step(INSTALL, work, runner)
        assert (0, f"gaojian {__version__}\n") == (result.returncode, result.stdout), result.stderr
    return runner


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", ["vendor.github-actions"]),
        ("examples/ci/github.yml", ["vendor.github-workflows"]),
        ("examples/ci/gitlab-ci.yml", ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_files_are_valid_by_the_schema_of_their_service(file: str, schema: list[str]) -> None:
    """The schemas come with check-jsonschema: no network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, file]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert result.returncode == 0, result.stdout + result.stderr


def test_inputs_reach_the_scripts_as_variables_only() -> None:
    """An expression within a script would be run as a part of it."""
    assert [step["name"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []


def test_examples_name_what_there_is() -> None:
    """This version, inputs that the action has, hooks that the manifest has."""
    github = load(EXAMPLES / "github.yml")["jobs"]["documents"]["steps"][-1]
    gitlab = load(EXAMPLES / "gitlab-ci.yml")["documents"]["script"]
    (repository,) = load(EXAMPLES / "pre-commit-config.yaml")["repos"]
    hooks = {hook["id"] for hook in load(ROOT / ".pre-commit-hooks.yaml")}

    assert github["uses"].endswith(f"@v{__version__}")
    assert set(github["with"]) <= set(ACTION["inputs"])
    assert f"pip install --quiet gaojian=={__version__}" == gitlab[0]
    assert f"v{__version__}" == repository["rev"]
    assert hooks == {hook["id"] for hook in repository["hooks"]}


@pytest.mark.parametrize("hook", [hook["id"] for hook in load(ROOT / ".pre-commit-hooks.yaml")])
def test_every_hook_is_named_in_the_readme(hook: str) -> None:
    """With its id, as it is written in a configuration."""
    assert re.search(rf"id: {hook}\b(?!-)", (ROOT / "README.md").read_text("utf-8"))


def test_the_action_annotates_and_fails(runner: dict[str, str], work: Path) -> None:
    """One annotation a finding on standard output, the file as GitHub names it, exit code 1."""
    result = run_step(CHECK, work, runner)
    annotations = [line for line in result.stdout.splitlines() if line.startswith("::")]

    assert result.returncode == 1, result.stderr
    assert len(annotations) == 1
    assert annotations[0].startswith("::error file=docs/第一 稿.md,line=1,endLine=1,col=7,")
    assert ",title=BLK002 missing-percent::" in annotations[0]


def test_the_action_uses_what_it_installed(runner: dict[str, str], work: Path) -> None:
    """Not the gaojian of this environment, nor a file of that name in the checkout."""
    plugin = "import gaojian\nraise RuntimeError(gaojian.__file__)\n"
    (work / "plugin.py").write_text(plugin, "utf-8")
    (work / "gaojian.toml").write_text('plugins = ["plugin.py"]\n', "utf-8")
    result = run_step(CHECK, work, runner, paths="README.md")

    assert result.returncode == 2
    assert f"{runner['RUNNER_TEMP']}/gaojian/gaojian/__init__.py" in result.stderr


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ("README.md", 0),
        ("README.md\ndocs/终稿.md\n", 0),
        ("\n  docs/第一 稿.md  \n\nREADME.md", 1),
        ("README.md\ndocs", 1),
        ("", 1),
        ("README.md docs", 2),
    ],
)
def test_paths_stand_one_on_a_line(runner: dict[str, str], work: Path, paths: str, expected: int) -> None:
    """So a name may hold blanks; no line is lost; no path at all is the whole checkout."""
    result = run_step(CHECK, work, runner, paths=paths)

    assert expected == result.returncode, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [("--ignore BLK", 0), ("--exit-zero\n--lang en\n", 0), ("--select\nDUP", 0), ("--fail-on error --lang en", 1)],
)
def test_arguments_stand_between_blanks(runner: dict[str, str], work: Path, arguments: str, expected: int) -> None:
    """Line ends are blanks too, so that a long list can be folded."""
    result = run_step(CHECK, work, runner, arguments=arguments)

    assert expected == result.returncode, result.stdout + result.stderr


def test_arguments_can_ask_for_another_report(runner: dict[str, str], work: Path) -> None:
    """What a later step uploads as SARIF."""
    run_step(CHECK, work, runner, arguments="--output-format sarif --output-file gaojian.sarif --exit-zero")

    assert json.loads((work / "gaojian.sarif").read_text("utf-8"))["runs"][0]["results"][0]["ruleId"] == "BLK002"


@pytest.mark.parametrize("field", ["paths", "arguments"])
@pytest.mark.parametrize(
    "text", ["; touch 坏", "$(touch 坏)", "`touch 坏`", "x && touch 坏", "x | touch 坏", "> 坏", '"; touch 坏; "', "d*"]
)
def test_the_shell_runs_and_expands_nothing_of_the_inputs(
    runner: dict[str, str], work: Path, field: str, text: str
) -> None:
    """They come from whoever opens a pull request, as words that name no file: exit code 2."""
    before = sorted(work.rglob("*"))
    inputs = {field: text}
    result = run_step(CHECK, work, runner, **inputs)

    assert result.returncode == 2, result.stdout + result.stderr
    assert before == sorted(work.rglob("*"))


def test_a_path_is_no_option(runner: dict[str, str], work: Path) -> None:
    """A path that looks like one is a path that does not exist."""
    result = run_step(CHECK, work, runner, paths="--exit-zero\ndocs")

    assert result.returncode == 2
    assert "::error file=--exit-zero,title=gaojian::" in result.stdout
    assert "title=BLK002" in result.stdout


def test_an_old_python_is_named(tmp_path: Path, work: Path) -> None:
    """Where python3 is missing or too old, an annotation says what to do."""
    write_program(tmp_path / "programs" / "python3", "exit 1")
    runner = {"ACTION": str(ROOT), "RUNNER_TEMP": str(tmp_path), "PATH": search_path(tmp_path / "programs")}
    result = run_step(INSTALL, work, runner)

    assert result.returncode == 2
    assert result.stdout.startswith("::error title=gaojian::gaojian needs python3 to be Python 3.11 or newer")


def test_the_github_example_finds_the_fault(runner: dict[str, str], work: Path) -> None:
    """With the very inputs of the example."""
    inputs = load(EXAMPLES / "github.yml")["jobs"]["documents"]["steps"][-1]["with"]
    result = run_step(CHECK, work, runner, **inputs)

    assert result.returncode == 1, result.stdout + result.stderr
    assert result.stdout.count("::error ") == 1


def test_the_gitlab_example_fails_and_keeps_the_report(tmp_path: Path, work: Path) -> None:
    """Its lines after the installation, with gaojian on the path."""
    write_program(tmp_path / "programs" / "gaojian", f'exec "{sys.executable}" -P -m gaojian "$@"')
    script = load(EXAMPLES / "gitlab-ci.yml")["documents"]["script"][1:]
    result = run_bash("\n".join(script), work, PATH=search_path(tmp_path / "programs"))

    assert result.returncode == 1, result.stdout + result.stderr
    assert "docs/第一 稿.md:1:7: " in result.stdout
    shown = json.loads((work / "gaojian.json").read_text("utf-8"))
    assert [item["location"]["path"] for item in shown] == ["docs/第一 稿.md"]
