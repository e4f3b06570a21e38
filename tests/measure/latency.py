"""Milliseconds from a key to its findings, of a real client and a real server.

    python tests/measure/latency.py FILE [--count 20]

Types one character after another in the middle of FILE, waits for the findings each time, and leaves the first out.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from editing import Editor


async def measure(text: str, suffix: str, count: int) -> list[float]:
    """Return the milliseconds of opening ``text``, and then of every key."""
    with tempfile.TemporaryDirectory() as folder:
        editor = Editor(Path(folder))
        await editor.start()
        uri = editor.uri(f"draft{suffix}")
        began = perf_counter()
        editor.open(uri, text, "markdown")
        await editor.findings(uri, 1)
        taken = [perf_counter() - began]
        line = text.count("\n") // 2
        for version in range(2, count + 3):
            await asyncio.sleep(0.1)
            began = perf_counter()
            editor.type(uri, version, (line, 0), (line, 0), "字")
            await editor.findings(uri, version)
            taken.append(perf_counter() - began)
        await editor.stop()
    return [1000 * seconds for seconds in taken]


def main() -> None:
    parser = argparse.ArgumentParser(description="Milliseconds from a key to its findings.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--count", type=int, default=20, help="keys after the first")
    options = parser.parse_args()
    text = options.file.read_text("utf-8")
    opened, first, *keys = asyncio.run(measure(text, options.file.suffix, options.count))
    size = len(text.encode()) / 1000
    print(f"{options.file.name}, {size:.1f} KB: opened {opened:.0f} ms, first key {first:.0f} ms")
    print(f"{len(keys)} keys: median {statistics.median(keys):.0f} ms, slowest {max(keys):.0f} ms")


if __name__ == "__main__":
    main()
