"""Where the time goes: imports at the start; then reading, hiding, shared analyses, and every check by itself."""

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gaojian import Check, Document
from gaojian.reading import read_file

T = TypeVar("T")


class Stopwatch:
    """CPU seconds by name; what runs inside a named part under another name is not counted twice."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Count what runs inside to ``name``, and stop counting to the name that was running."""
        self._turn()
        self._running.append(name)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def _turn(self) -> None:
        now = time.process_time()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


@dataclass(frozen=True, eq=False)
class TimedDocument(Document):
    """A document whose shared analyses are timed under their own names, not under the check that came first."""

    watch: Stopwatch | None = None

    def get(self, analysis: Callable[[Document], T]) -> T:
        """Return ``analysis(self)``, timed when it is computed."""
        if self.watch is None or analysis in self._analyses:
            return super().get(analysis)
        with self.watch.timing(f"{analysis.__module__.rpartition('.')[2]}.{analysis.__qualname__}"):
            return super().get(analysis)


def profile(files: Iterable[Path], checks: Sequence[Check]) -> Stopwatch:
    """Return the CPU seconds of every stage and every check over ``files``."""
    watch = Stopwatch()
    for file in files:
        with watch.timing("read and decode"):
            read = read_file(file, file.as_posix(), "auto")
        document = TimedDocument(read.path, read.text, read.kind, watch=watch)
        with watch.timing("hide what is not prose"):
            _ = document.prose
        with watch.timing("paragraphs"):
            _ = document.paragraphs
        for check in checks:
            with watch.timing(f"{check.code} {check.name}"):
                for _ in check.check(document):
                    pass
    return watch


def stage_lines(watch: Stopwatch, size: int, top: int = 20) -> list[str]:
    """Return the slowest parts as Markdown, with the total and what it comes to in MB/s."""
    total = max(sum(watch.seconds.values()), 1e-9)
    slowest = sorted(watch.seconds.items(), key=lambda item: -item[1])[:top]
    lines = ["| part | CPU ms | share | ms per 10 MB |", "|---|---:|---:|---:|"]
    for name, seconds in [("all", total), *slowest]:
        share, each = seconds / total, seconds * 1e3 / (size / 1e7)
        lines.append(f"| {name} | {seconds * 1e3:.0f} | {share:.1%} | {each:.1f} |")
    return [
        *lines,
        "",
        f"In one process without start, completion and report: {size / 1e6 / max(total, 1e-9):.1f} MB/s.",
    ]


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
