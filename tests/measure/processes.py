"""Whole processes, timed: wall, CPU and memory, their workers included."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stages import environment

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
# Tools end with 1 when they find something, others with 65 or the number of findings; from 126 on the shell speaks.
_FAILED = 126


class NotMeasuredError(Exception):
    """A process that could not do what it was asked."""


class Timing(NamedTuple):
    """What one process took: seconds of wall and CPU, and the bytes of memory at its peak."""

    wall: float
    user: float
    system: float
    peak: int


Row = tuple[str, list[str], int]
"""A name, a command, and the bytes that it goes through; 0 for a single small file."""


def gaojian(arguments: Sequence[object]) -> list[str]:
    """Return the command that checks as a user would."""
    return [sys.executable, "-m", "gaojian", "check", "--exit-zero", "--quiet", *map(str, arguments)]


def rows(corpus: Path, small: Path, size: int) -> list[Row]:
    """Return what is measured of gaojian itself."""
    findings = ["--output-format", "json", "--output-file", corpus.parent / "findings.json"]
    cold = gaojian([corpus, *findings, "--no-cache"])
    return [
        ("python -c pass", [sys.executable, "-c", "pass"], 0),
        ("one file, 18 KB", gaojian([small]), 0),
        ("corpus, --jobs 1", [*cold, "--jobs", "1"], size),
        ("corpus, --jobs 2", [*cold, "--jobs", "2"], size),
        ("corpus, all checks, --jobs 1", [*cold, "--select", "ALL", "--jobs", "1"], size),
        ("corpus, unchanged since the last run", gaojian([corpus, *findings]), size),
    ]


def measure(command: Sequence[str], size: int, corpus: Path, runs: int, cache: Path) -> dict[str, Any]:
    """Return the figures of ``command`` over ``runs``, after one that fills caches. Raises NotMeasuredError."""
    return _figures([run(command, corpus, str(cache)) for _ in range(runs + 1)][1:], size)


def run(command: Sequence[str], folder: Path, cache: str) -> Timing:
    """Run ``command`` in ``folder`` and return what it took, its own worker processes included.

    Raises NotMeasuredError where it fails.
    """
    started = time.perf_counter()
    inherited = {**environment(), "GAOJIAN_CACHE": cache}
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=inherited
    ) as process:
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if not 0 <= process.returncode < _FAILED or (process.returncode == 2 and command[0] == sys.executable):
        last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise NotMeasuredError(f"{Path(command[0]).name} ended with exit code {process.returncode}: {last}")
    return timing(wall, usage)


def timing(wall: float, usage: resource.struct_rusage) -> Timing:
    """Return ``usage`` in seconds and bytes."""
    return Timing(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * PEAK_UNIT)


def _figures(timings: Sequence[Timing], size: int) -> dict[str, Any]:
    return {"bytes": size, "runs": [item._asdict() for item in timings]}


def median(figures: Mapping[str, Any], key: str) -> float:
    """Return the median of ``key`` over the runs."""
    return statistics.median([float(item[key]) for item in figures["runs"]])


def table(measured: Mapping[str, Any], earlier: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a Markdown table; beside ``earlier`` figures, what the user CPU is of what it was then."""
    last = " of before |" if earlier else ""
    heads = (
        "what",
        "runs",
        "wall s: median (least–most)",
        "user CPU s",
        "MB/s of user CPU",
        "MB/s of wall",
        "peak MiB",
    )
    yield f"| {' | '.join(heads)} |{last}"
    yield f"|---|---:|---:|---:|---:|---:|---:|{'---:|' if earlier else ''}"
    for name, figures in measured.items():
        walls = [item["wall"] for item in figures["runs"]]
        wall, user, size = median(figures, "wall"), median(figures, "user"), figures["bytes"]
        rates = [f"{size / 1e6 / seconds:.1f}" if size else "" for seconds in (user, wall)]
        peak = max(item["peak"] for item in figures["runs"]) / 2**20
        cells = [name, str(len(walls)), f"{wall:.3f} ({min(walls):.3f}–{max(walls):.3f})", f"{user:.3f}", *rates]
        cells.append(f"{peak:.0f}")
        if earlier:
            cells.append(f"{user / median(earlier[name], 'user'):.2f}" if name in earlier else "")
        yield f"| {' | '.join(cells)} |"
