"""Make every fix in real documents and see that it holds: ``python tests/measure/fixing.py``.

All checks, opt-in ones too, and all fixes, unsafe ones too, are made in copies of the documents. Counted are the
findings mended by code; the command fails where fixes fight or never end, where a second run still finds something to
fix, or where the patch of --diff, applied by git, gives other bytes than --fix.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clean import CORPORA, KINDS, ROOT

_GAOJIAN = (sys.executable, "-m", "gaojian", "check", "--quiet", "--exit-zero", "--output-format", "json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fix copies, print what came of it, and return 1 where something did not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, action="append", metavar="DIR", help="documents; may be repeated")
    parser.add_argument("--select", default="ALL", metavar="CODES", help="checks (ALL)")
    options = parser.parse_args(arguments)
    folders = options.folder or [folder for folder in (CORPORA, ROOT / "examples") if folder.is_dir()]
    select = ("--select", options.select)
    with tempfile.TemporaryDirectory() as temporary:
        fixed, patched = Path(temporary, "fixed"), Path(temporary, "patched")
        files = copy(folders, fixed)
        shutil.copytree(fixed, patched)
        before = Counter(item["code"] for item in check(fixed, *select)["diagnostics"] if item["fix"])
        patch = run(patched, *select, "--unsafe-fixes", "--diff")
        first = check(fixed, *select, "--unsafe-fixes")
        second = check(fixed, *select)
        left = [item for item in second["diagnostics"] if item["fix"]]
        failures = first["summary"]["failures"] + second["summary"]["failures"]
        Path(temporary, "all.patch").write_bytes(patch)
        if patch:
            git(patched, "init", "--quiet")
            git(patched, "apply", "--whitespace=nowarn", str(Path(temporary, "all.patch")))
        differing = [name for name in files if (fixed / name).read_bytes() != (patched / name).read_bytes()]
    print(f"{len(files)} documents, {len(patch):,} bytes of patch\n\n| check | findings with a fix |\n|---|---:|")
    print("\n".join(f"| {code} | {count} |" for code, count in sorted(before.items())))
    print(f"\n- left after fixing: {len(left)}", *(f"  {show(item)}" for item in left[:20]), sep="\n")
    print(f"- failures: {len(failures)}", *(f"  {item['path']}: {item['message']}" for item in failures[:20]), sep="\n")
    print(f"- the patch gives other bytes: {len(differing)}", *(f"  {name}" for name in differing[:20]), sep="\n")
    return int(bool(left or failures or differing))


def copy(folders: Sequence[Path], target: Path) -> list[str]:
    """Copy the text and Markdown files of ``folders`` under ``target`` and return their names."""
    names = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in KINDS and path.is_file():
                name = Path(folder.name, path.relative_to(folder))
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (target / name).write_bytes(path.read_bytes())
                names.append(str(name))
    return names


def run(folder: Path, *arguments: str) -> bytes:
    """Return what gaojian prints in ``folder``."""
    return subprocess.run([*_GAOJIAN, *arguments, "."], cwd=folder, stdout=subprocess.PIPE, check=False).stdout


def check(folder: Path, *arguments: str) -> dict[str, Any]:
    """Return the report of gaojian on ``folder`` as data."""
    report: dict[str, Any] = json.loads(run(folder, *arguments))
    return report


def git(folder: Path, *arguments: str) -> None:
    """Run git in ``folder``."""
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def show(item: dict[str, str]) -> str:
    """Return one finding on one line."""
    return f"{item['path']}: {item['code']} {item['message']}"


if __name__ == "__main__":
    sys.exit(main())
