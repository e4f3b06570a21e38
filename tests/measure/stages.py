"""Where the time goes: imports at the start; then reading, hiding, shared analyses, and every check by itself."""

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from gaojian.config import Config
from gaojian.examine import Source, examine
from gaojian.plan import make_plan
from gaojian.timing import Stopwatch, speed, table


def profile(files: Iterable[Path], select: str = "DEFAULT") -> Stopwatch:
    """Return the CPU seconds of every stage and every check over ``files``."""
    watch = Stopwatch()
    plan = make_plan(Config(Path.cwd(), select=(select,)))
    for file in files:
        examine(plan, Source(file.name, file), watch)
    return watch


def stage_lines(watch: Stopwatch) -> list[str]:
    """Return the slowest parts as text, with the total and what it comes to in MB/s."""
    return [*table(watch), "", speed(watch).en]


def environment() -> dict[str, str]:
    """Return the environment without what keeps Python from storing compiled modules: an installed tool has them."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def import_lines(arguments: Sequence[str], top: int = 12) -> list[str]:
    """Return the imports of ``python`` with ``arguments`` that cost most by themselves, as Markdown."""
    command = [sys.executable, "-X", "importtime", *arguments]
    # Once before, so that nothing is compiled while it is measured.
    for _ in range(2):
        told = subprocess.run(command, capture_output=True, text=True, check=True, env=environment()).stderr
    cost: defaultdict[str, int] = defaultdict(int)
    for line in told.splitlines():
        own, _, name = line.removeprefix("import time:").split("|") if line.count("|") == 2 else ("", "", "")
        if own.strip().isdigit():
            parts = name.strip().split(".")
            cost[".".join(parts[:2] if parts[0].startswith("gaojian") else parts[:1])] += int(own)
    slowest = sorted(cost.items(), key=lambda item: -item[1])[:top]
    lines = ["| import, with all below it | ms |", "|---|---:|", f"| all | {sum(cost.values()) / 1e3:.1f} |"]
    return [*lines, *(f"| {name} | {microseconds / 1e3:.1f} |" for name, microseconds in slowest)]
