"""Measure speed: ``make benchmark``. Whole processes are timed; --profile tells where the time goes.

The corpus is a temporary copy of clean text, repeated until it is large enough. Times are those of this machine at this
hour: compare user CPU, and only figures of one run.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from clean import KINDS, default_folders
from gaojian import Check
from gaojian.registry import load_rules
from stages import environment, import_lines, profile, stage_lines

SMALL = 18_000
# Both scripts write these alike: a document in one script must not come to hold the other.
_COMMON = "的在和由或其可以行不"
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Timing(NamedTuple):
    """What one process took: seconds of wall and CPU, and the bytes of memory at its peak."""

    wall: float
    user: float
    system: float
    peak: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a Markdown table, and return the exit code."""
    options = parse(arguments)
    sources = list(drafts(options.corpus or default_folders()))
    if not sources:
        print("no text to measure with: give --corpus DIR", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="gaojian-benchmark-") as name:
        folder = Path(name)
        corpus, count, size = build(sources, folder / "corpus", round(options.megabytes * 1e6))
        if options.profile:
            checks = [rule() for rule in load_rules().values() if issubclass(rule, Check)]
            print("\n".join(stage_lines(profile(drafts([corpus]), checks), size)))
            print("\n".join(["", *import_lines(gaojian([small_file(sources, folder)]))]))
        else:
            print(f"{count} files, {size / 1e6:.1f} MB; {os.cpu_count()} cores; Python {sys.version.split()[0]}\n")
            try:
                print("\n".join(measure(sources, corpus, size, options)))
            except subprocess.CalledProcessError as error:
                print(f"not measured: gaojian ended with exit code {error.returncode}, see above", file=sys.stderr)
                return 2
    return 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", metavar="DIR", help="text to repeat; may be repeated")
    parser.add_argument("--megabytes", type=float, default=25, help="least size of the corpus (25)")
    parser.add_argument("--runs", type=int, default=11, help="runs over the small file (11)")
    parser.add_argument("--corpus-runs", type=int, default=3, help="runs over the corpus (3)")
    parser.add_argument("--profile", action="store_true", help="CPU by stage and by check instead")
    return parser.parse_args(arguments)


def drafts(folders: Sequence[Path]) -> Iterator[Path]:
    """Yield the text and Markdown files under ``folders``."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in KINDS and path.is_file())


def build(sources: Sequence[Path], folder: Path, least: int) -> tuple[Path, int, int]:
    """Copy ``sources`` into ``folder``, again and again until ``least`` bytes; return it, its files and bytes.

    Each time round, common characters stand for each other: a repository of equal files would be all findings.
    """
    count = size = 0
    while size < least:
        target = folder / f"{count // 1000:03d}"
        target.mkdir(parents=True, exist_ok=True)
        source = sources[count % len(sources)]
        turn = count // len(sources) % len(_COMMON)
        data = source.read_bytes()
        if turn:
            text = data.decode("utf-8", "surrogateescape")
            rotated = text.translate(str.maketrans(_COMMON, _COMMON[turn:] + _COMMON[:turn]))
            data = rotated.encode("utf-8", "surrogateescape")
        (target / f"{count:06d}{source.suffix}").write_bytes(data)
        count, size = count + 1, size + max(len(data), 1)
    return folder, count, size


def small_file(sources: Sequence[Path], folder: Path) -> Path:
    """Write the beginning of a source as a file of its own and return it."""
    text = next((data for source in sources if len(data := source.read_bytes()) >= SMALL), sources[0].read_bytes())
    small = folder / "small.txt"
    small.write_text(text[:SMALL].decode("utf-8", "ignore"), "utf-8")
    return small


def measure(sources: Sequence[Path], corpus: Path, size: int, options: argparse.Namespace) -> list[str]:
    """Return the table: one small file, and the corpus with one process and with two."""
    default = gaojian([corpus, "--output-format", "json", "--output-file", corpus.parent / "findings.json"])
    everything = [*default, "--select", "ALL"]
    rows = [
        ("python -c pass", ["-c", "pass"], 0, options.runs),
        ("one file, 18 KB", gaojian([small_file(sources, corpus.parent)]), 0, options.runs),
        (
            "corpus, default checks, --jobs 1",
            [*default, "--jobs", "1"],
            size,
            options.corpus_runs,
        ),
        ("corpus, all checks, --jobs 1", [*everything, "--jobs", "1"], size, options.corpus_runs),
        ("corpus, all checks, --jobs 2", [*everything, "--jobs", "2"], size, options.corpus_runs),
    ]
    lines = [
        "| what | runs | wall s: median (least–most) | user CPU s | MB/s of user CPU | MB/s of wall | peak MiB |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, command, amount, runs in rows:
        if not amount:
            run(command)  # Once before: compiled modules and files come from the disk cache.
        lines.append(row(name, [run(command) for _ in range(runs)], amount))
    return lines


def gaojian(arguments: Sequence[object]) -> list[str]:
    """Return the arguments to Python that check as a user would."""
    return ["-m", "gaojian", "check", "--exit-zero", "--quiet", *map(str, arguments)]


def run(arguments: Sequence[str]) -> Timing:
    """Run Python with ``arguments`` and return what it took, its own worker processes included."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment())
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return timing(wall, usage)


def timing(wall: float, usage: resource.struct_rusage) -> Timing:
    """Return ``usage`` in seconds and bytes."""
    return Timing(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * PEAK_UNIT)


def row(name: str, timings: Sequence[Timing], size: int) -> str:
    """Return a line of the table; without a size there is no rate."""
    walls = [item.wall for item in timings]
    wall, user = statistics.median(walls), statistics.median(item.user for item in timings)
    rates = [f"{size / 1e6 / seconds:.1f}" if size else "" for seconds in (user, wall)]
    peak = max(item.peak for item in timings) / 2**20
    cells = [f"{wall:.3f} ({min(walls):.3f}–{max(walls):.3f})", f"{user:.3f}", *rates, f"{peak:.0f}"]
    return f"| {name} | {len(timings)} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
