"""Measure speed: ``make bench``, or ``make bench CORPUS=DIR`` for text of one's own. Whole processes are timed.

Without a corpus it is a temporary copy of clean text, repeated until it is large enough. The figures are written as
JSON, and ``--compare`` sets them beside those of an earlier run. Times are those of this machine at this hour: compare
user CPU, and only figures of one run or of one quiet machine.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import processes
from clean import KINDS, default_folders
from peers import installed
from stages import import_lines, profile, stage_lines

SMALL = 18_000
# Both scripts write these alike: a document in one script must not come to hold the other.
_COMMON = "的在和由或其可以行不"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the figures, and return the exit code."""
    options = parse(arguments)
    sources = list(drafts(options.corpus or default_folders()))
    if not sources:
        print("no text to measure with: give --corpus DIR", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="gaojian-benchmark-") as name:
        folder = Path(name)
        corpus, count, size = build(sources, folder / "corpus", round(options.megabytes * 1e6))
        small = small_file(sources, folder)
        result: dict[str, Any] = {
            "python": platform.python_version(),
            "machine": f"{platform.machine()}, {os.cpu_count()} cores",
            "corpus": {"files": count, "bytes": size},
            "rows": {},
        }
        print(f"{count} files, {size / 1e6:.1f} MB; {result['machine']}; Python {result['python']}\n")
        try:
            rows = processes.rows(corpus, small, size)
            rows += [(peer.name, command, size) for peer, command in installed(tuple(options.peers))]
            for row, command, amount in rows:
                runs = options.corpus_runs if amount else options.runs
                result["rows"][row] = processes.measure(command, amount, corpus, runs, cache=folder / "cache")
        except processes.NotMeasuredError as error:
            print(f"not measured: {error}", file=sys.stderr)
            return 2
        print("\n".join(processes.table(result["rows"], read(options.compare))))
        watch = profile(drafts([corpus]))
        result["parts"] = dict(watch.seconds)
        print("\n".join(["", *stage_lines(watch), "", *import_lines(processes.gaojian([small])[1:])]))
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", metavar="DIR", help="text to repeat; may be repeated")
    parser.add_argument("--megabytes", type=float, default=25, help="least size of the corpus (25)")
    parser.add_argument("--runs", type=int, default=11, help="runs over the small file (11)")
    parser.add_argument("--corpus-runs", type=int, default=3, help="runs over the corpus (3)")
    parser.add_argument("--peers", type=Path, action="append", default=[], metavar="DIR", help="where peers lie")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="figures of an earlier run")
    return parser.parse_args(arguments)


def read(file: Path | None) -> dict[str, Any]:
    """Return the rows of an earlier run, none without a ``file``."""
    rows: dict[str, Any] = json.loads(file.read_text("utf-8"))["rows"] if file else {}
    return rows


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
        # Peers look at Markdown alone.
        (target / f"{count:06d}.md").write_bytes(data)
        count, size = count + 1, size + max(len(data), 1)
    return folder, count, size


def small_file(sources: Sequence[Path], folder: Path) -> Path:
    """Write the beginning of a source as a file of its own and return it.

    Of those that are long enough it is the one in the middle: the first may be unlike all others.
    """
    long = [source for source in sources if source.stat().st_size >= SMALL] or sources
    small = folder / "small.txt"
    small.write_text(long[len(long) // 2].read_bytes()[:SMALL].decode("utf-8", "ignore"), "utf-8")
    return small


if __name__ == "__main__":
    sys.exit(main())
