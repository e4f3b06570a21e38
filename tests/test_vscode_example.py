"""The extension for VS Code: what it asks of the server, and its package."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT, outside_environment

from gaojian.lsp.messages import Settings
from gaojian.lsp.settings import read_settings

EXTENSION = ROOT / "examples" / "editors" / "vscode"
STUBS = """
const Module = require("module");
const load = Module._load;
const settings = { command: ["python", "-m", "gaojian", "lsp"], lang: "en", config: "", workspace: true, seconds: 9 };
const shown = [];
let made;
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (key) => settings[key] }),
    onDidChangeConfiguration: () => ({}),
  },
  commands: { registerCommand: () => ({}) },
  window: { showErrorMessage: (message) => shown.push(message) },
};
class LanguageClient {
  constructor(id, name, server, client) { made = { server, client }; }
  start() { return process.argv[3] ? Promise.reject(new Error(process.argv[3])) : Promise.resolve(); }
  stop() { return Promise.resolve(); }
}
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[2]);
extension.activate({ subscriptions: [] }).then(extension.deactivate).then(() =>
  console.log(JSON.stringify({ ...made, shown })));
"""


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """Return a copy of the extension with stand-ins for what npm would install."""
    copy = tmp_path / "vscode"
    shutil.copytree(EXTENSION, copy, ignore=shutil.ignore_patterns("node_modules", "*.vsix"))
    for name in json.loads((copy / "package-lock.json").read_text("utf-8"))["packages"]:
        if name:
            (copy / name / "lib").mkdir(parents=True)
            (copy / name / "package.json").write_text("{}", "utf-8")
            (copy / name / "lib" / "main.js").write_text("", "utf-8")
            (copy / name / "lib" / "main.d.ts").write_text("", "utf-8")
    return copy


def pack(extension: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(extension / "package.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_extension_packs_itself_without_a_network(extension: Path) -> None:
    """A zip with both manifests, the program, its licence and what it needs; the same each time."""
    assert pack(extension).returncode == 0
    assert pack(extension, str(extension / "again.vsix")).returncode == 0
    first, second = (extension / "gaojian.vsix").read_bytes(), (extension / "again.vsix").read_bytes()
    with zipfile.ZipFile(extension / "gaojian.vsix") as package:
        names = package.namelist()
        manifest = ET.fromstring(package.read("extension.vsixmanifest"))  # noqa: S314 (our own)
        types = ET.fromstring(package.read("[Content_Types].xml"))  # noqa: S314 (our own)
    space = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
    identity = manifest.find(f"{space}Metadata/{space}Identity")
    assert identity is not None

    assert first == second
    assert [name for name in names if "node_modules" not in name] == [
        "extension.vsixmanifest",
        "[Content_Types].xml",
        "extension/package.json",
        "extension/extension.js",
        "extension/README.md",
        "extension/LICENSE",
    ]
    assert "extension/node_modules/vscode-languageclient/lib/main.js" in names
    assert [name for name in names if name.endswith(".ts")] == []
    assert (identity.get("Id"), identity.get("Version")) == ("gaojian", "0.1.0")
    known = {part.get("Extension") or part.get("PartName") for part in types}
    assert {name for name in names if Path(name).suffix not in known and f"/{name}" not in known} == {
        "[Content_Types].xml"
    }


def test_what_is_not_installed_is_named(extension: Path) -> None:
    """A package that lacks its language client would fail on somebody else's machine."""
    shutil.rmtree(extension / "node_modules" / "vscode-languageclient")
    process = pack(extension)

    assert (process.returncode, process.stderr) == (
        1,
        "node_modules/vscode-languageclient: not installed; run npm ci first, once with a network\n",
    )
    assert not (extension / "gaojian.vsix").exists()


def test_settings_of_the_extension_are_those_of_the_server() -> None:
    """Every setting but the command is one that the server knows, and its default is right there."""
    manifest = json.loads((EXTENSION / "package.json").read_text("utf-8"))
    properties = manifest["contributes"]["configuration"]["properties"]
    given = {name.removeprefix("gaojian."): value["default"] for name, value in properties.items()}
    assert given.pop("command") == ["gaojian", "lsp"]

    assert read_settings({"gaojian": given}, Settings()) == (Settings(), [])
    assert sorted(given) == ["config", "lang", "seconds", "workspace"]
    assert (EXTENSION / "LICENSE").read_text("utf-8") == (ROOT / "LICENSE").read_text("utf-8")


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("fault", ["", "spawn ENOENT"])
def test_the_extension_starts_the_server(tmp_path: Path, fault: str) -> None:
    """With the command and the settings of the user; a server that is not there is an error message."""
    script = tmp_path / "stubs.js"
    script.write_text(STUBS, "utf-8")
    command = ["node", str(script), str(EXTENSION / "extension.js"), *([fault] if fault else [])]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    made = json.loads(process.stdout)

    assert made["server"] == {"command": "python", "args": ["-m", "gaojian", "lsp"]}
    assert made["client"]["initializationOptions"] == {
        "lang": "en",
        "config": "",
        "workspace": True,
        "seconds": 9,
    }
    assert {"scheme": "untitled", "language": "markdown"} in made["client"]["documentSelector"]
    assert [fault in message for message in made["shown"]] == ([True] if fault else [])


@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_what_npm_installs_is_packed_and_runs(extension: Path, tmp_path: Path) -> None:
    """The package with the real language client, in a stand-in for VS Code, shows what the real server finds."""
    shutil.rmtree(extension / "node_modules")
    command = ["npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-timeout=20000"]
    process = subprocess.run(command, cwd=extension, capture_output=True, encoding="utf-8", check=False)
    if process.returncode:
        pytest.skip(f"npm cannot install: {process.stderr.strip().splitlines()[-1]}")
    assert pack(extension).returncode == 0
    with zipfile.ZipFile(extension / "gaojian.vsix") as package:
        package.extractall(tmp_path / "unpacked")
    folder = tmp_path / "drafts"
    folder.mkdir()
    program = [str(ROOT / "tests" / "vscode.js"), str(tmp_path / "unpacked" / "extension" / "extension.js")]
    server = [sys.executable, "-m", "gaojian", "lsp"]
    process = subprocess.run(
        ["node", *program, str(folder), "# 总结\n\n😀全年产值增长%，创历史新高。\n", *server],
        env=outside_environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seen = json.loads(process.stdout)

    assert [(found["code"], found["range"]) for found in seen["diagnostics"]] == [
        ("BLK002", {"start": {"line": 2, "character": 8}, "end": {"line": 2, "character": 9}})
    ]
    assert "**BLK002 missing-percent**" in seen["hover"]
    assert seen["shown"] == []
