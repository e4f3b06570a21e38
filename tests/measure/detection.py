"""Measure how often the encoding is found out, by length, beside two oracles: ``python tests/measure/detection.py``.

Passages of clean text (the shared corpora, else the examples) are encoded anew and read back. A passage counts as right
when its text comes back whole, as doubt when the encoding is called ambiguous or unknown, else as wrong. Passages
that an encoding cannot hold, or that are ASCII, are not drawn. It measures and exits with 0.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from clean import default_folders, load
from gaojian.reading.content import ReadError
from gaojian.reading.encoding import decode

LENGTHS = (8, 16, 32, 64, 128, 512, 4000)
TRADITIONAL = ("taiwan-regulations",)
KINDS = (
    ("utf-8", False),
    ("gb18030", False),
    ("gb18030", True),
    ("cp950", True),
    ("big5hkscs", True),
    ("utf-16-le", False),
    ("utf-16-be", False),
    ("utf-16-le", True),
)
Reader = Callable[[bytes], str | None]
"""Gives the text of bytes, None if in doubt."""


class Tally(NamedTuple):
    """How many passages were read rightly, were left in doubt, were misread."""

    right: int
    doubt: int
    wrong: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clean", type=Path, action="append", metavar="DIR", help="clean text; may be repeated")
    parser.add_argument("--sample", type=int, default=200, metavar="N", help="passages of each kind and length (200)")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws other passages (1)")
    parser.add_argument("--show-wrong", action="store_true", help="print what was misread")
    options = parser.parse_args(arguments)
    clean = load(options.clean or default_folders())
    texts = {
        traditional: "\n".join(item.document.text for item in clean if (item.genre in TRADITIONAL) is traditional)
        for traditional in (False, True)
    }
    for name, reader in readers():
        print(f"\n# {name}: right % (doubt %, wrong %) by length in characters\n")
        print("encoding".ljust(18), *[str(length).rjust(13) for length in LENGTHS], "   MB/s")
        for encoding, traditional in KINDS:
            print(row(reader, texts[traditional], encoding, options, traditional=traditional))
    return 0


def row(reader: Reader, text: str, encoding: str, options: argparse.Namespace, *, traditional: bool) -> str:
    """Return the line of the table for one encoding."""
    draws = random.Random(options.seed)  # noqa: S311 (a sample, not a secret)
    cells, size, seconds = [], 0, 0.0
    for length in LENGTHS:
        passages = list(draw(text, encoding, length, options.sample, draws))
        started = time.perf_counter()
        results = [reader(data) for data, _ in passages]
        # The speed is that of the longest passages.
        size, seconds = sum(len(data) for data, _ in passages), time.perf_counter() - started
        tally = count(results, [passage for _, passage in passages])
        cells.append(cell(tally))
        for (_, passage), result in zip(passages, results, strict=True):
            if options.show_wrong and result != passage:
                print(f"  {passage[:60]!r} as {None if result is None else result[:60]!r}")
    speed = f"{size / 1e6 / seconds:7.1f}" if seconds else ""
    return " ".join([f"{encoding}{' trad' if traditional else ''}".ljust(18), *cells, speed])


def draw(text: str, encoding: str, length: int, number: int, draws: random.Random) -> Iterator[tuple[bytes, str]]:
    """Yield passages that ``encoding`` holds, as bytes and as text."""
    found = 0
    for _ in range(number * 50):
        if found == number or len(text) <= length:
            return
        start = draws.randrange(len(text) - length)
        passage = text[start : start + length].lstrip("\ufeff")
        data = passage.encode(encoding, "ignore")
        if passage.isascii() or data.decode(encoding) != passage:
            # Long passages of any encoding but Unicode's miss some character: what is left is still a text.
            passage = data.decode(encoding)
            if passage.isascii() or length < 512:
                continue
        found += 1
        yield data, passage


def count(results: Sequence[str | None], passages: Sequence[str]) -> Tally:
    """Return how many results are the passages."""
    right = sum(result == passage for result, passage in zip(results, passages, strict=True))
    doubt = results.count(None)
    return Tally(right, doubt, len(results) - right - doubt)


def cell(tally: Tally) -> str:
    """Return one cell of the table."""
    total = sum(tally)
    if not total:
        return "-".rjust(13)
    right, doubt, wrong = (f"{100 * share / total:.3g}" for share in tally)
    return f"{right} ({doubt},{wrong})".rjust(13)


def readers() -> Iterator[tuple[str, Reader]]:
    """Yield gaojian and the oracles that are installed."""
    yield "gaojian", own
    for name, reader in (("chardet", chardet), ("charset_normalizer", charset_normalizer)):
        try:
            module = import_module(name)
        except ModuleNotFoundError:
            print(f"\n{name} is not installed: left out", file=sys.stderr)
        else:
            yield name, partial(reader, module)


def own(data: bytes) -> str | None:
    """Return what gaojian reads."""
    try:
        return decode(data, None).text
    except ReadError:
        return None


def chardet(module: object, data: bytes) -> str | None:
    """Return what chardet's answer decodes to."""
    return decoded(data, getattr(module, "detect")(data)["encoding"])  # noqa: B009 (mypy knows no members)


def charset_normalizer(module: object, data: bytes) -> str | None:
    """Return what charset-normalizer's answer decodes to; only the encodings of the set are open to it."""
    names = ["utf_8", "gb18030", "cp950", "big5hkscs", "utf_16_le", "utf_16_be"]
    best = getattr(module, "from_bytes")(data, cp_isolation=names).best()  # noqa: B009 (mypy knows no members)
    return None if best is None else decoded(data, best.encoding)


def decoded(data: bytes, encoding: str | None) -> str | None:
    """Return the text by the larger set of an oracle's answer, as gaojian reads it; None for no answer."""
    if encoding is None:
        return None
    name = encoding.lower().replace("_", "-")
    name = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}.get(name, name)
    try:
        return data.decode(name, "replace")
    except LookupError:
        return None


if __name__ == "__main__":
    sys.exit(main())
