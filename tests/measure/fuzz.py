"""Feed broken files to the readers, and to annotate: ``make fuzz SECONDS=60``.

Each gets its share of the time. A valid file is cut, doubled, overwritten and shuffled, packages also inside their
members and by the elements of their XML. A reader may refuse with ReadError and nothing else; what it reads must be
whole: prose as long as text, a position for every offset asked for, and all within the time that one file may take.
What annotate writes must be a whole package with the same text. Hypothesis reduces what fails.
"""

import argparse
import io
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzz_annotate import examine_review
from fuzz_seeds import seeds
from fuzz_trees import STEPS, reshaped
from gaojian.reading import ReadError, read_bytes

T = TypeVar("T")

SECONDS_A_FILE = 10.0
_BATCH = 100
_MOST_CUTS = 4
_LONGEST_CUT = 400
_MARKS = (b"", b"\0", b"<", b">", b"&", b"]]>", b"<!--", b'"', b"\xff\xfe", b"\xef\xbb\xbf", b"<w:p>", b"</w:p>")
_PIECES = st.sampled_from(_MARKS) | st.binary(max_size=8)
_CUT = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, _LONGEST_CUT), _PIECES, st.integers(0, 3))
_CUTS = st.lists(_CUT, min_size=1, max_size=_MOST_CUTS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz every reader for its share of the time and return the exit code: 1 if any failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60, help="for all readers together (60)")
    parser.add_argument("--only", metavar="NAME", help="one reader, such as docx; or annotate")
    options = parser.parse_args(arguments)
    chosen = [target for target in targets() if options.only in (None, target.kind)]
    failed = 0
    for target in chosen:
        count, error = fuzz(target, options.seconds / len(chosen))
        print(f"{target.kind} {target.name}: {count} files, {'failed' if error else 'ok'}", flush=True)
        if error:
            print(error)
            failed += 1
    return int(failed > 0 or not chosen)


class Target(NamedTuple):
    """A valid file ``data``, and what has to be true of its broken copies."""

    kind: str
    name: str
    data: bytes
    examine: Callable[[str, bytes], None]


def targets() -> list[Target]:
    """Return each seed for its reader, and Word files for annotate too."""
    files = seeds()
    readers = [Target(name.rpartition(".")[2], name, data, examine) for name, data in files.items()]
    drafts = [(name, data) for name, data in files.items() if name.endswith(".docx")]
    return readers + [Target("annotate", name, data, examine_review) for name, data in drafts]


def fuzz(target: Target, seconds: float) -> tuple[int, str]:
    """Try broken copies of ``target`` for ``seconds``; return how many, and what failed, "" for nothing."""
    count = 0

    def one(broken: bytes) -> None:
        nonlocal count
        count += 1
        target.examine(target.name, broken)

    run = settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )(given(copies(target.data))(one))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            run()
        except Exception as error:  # noqa: BLE001 (any error but ReadError is what is looked for)
            places = traceback.format_exception(error, limit=-3)
            return count, "".join([*places, *getattr(error, "__notes__", ())])
    return count, ""


def copies(data: bytes) -> st.SearchStrategy[bytes]:
    """Return broken copies of ``data``; of a package also those that are broken inside."""
    broken = _CUTS.map(lambda cuts: cut(data, cuts))
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return broken
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        sizes = {one.filename: one.file_size for one in package.infolist() if one.filename.endswith((".xml", ".rels"))}
    inside = st.tuples(st.sampled_from(names), _CUTS).map(lambda choice: repacked(data, *choice, cut))
    # The largest holds the text.
    part = st.just(max(sizes, key=sizes.__getitem__)) | st.sampled_from(sorted(sizes))
    trees = st.tuples(part, STEPS).map(lambda choice: repacked(data, *choice, reshaped))
    return broken | inside | trees | trees


def cut(data: bytes, cuts: Sequence[tuple[float, int, bytes, int]]) -> bytes:
    """Return ``data`` with pieces taken out, overwritten, inserted or doubled."""
    for share, length, piece, kind in cuts:
        start = int(share * (len(data) + 1))
        end = min(len(data), start + length)
        middle = (b"", piece, piece + data[start:end], data[start:end] * 2)[kind]
        data = data[:start] + middle + data[end:]
    return data


def repacked(data: bytes, member: str, how: T, breaking: Callable[[bytes, T], bytes]) -> bytes:
    """Return the package ``data`` with one member broken by ``breaking``."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, breaking(content, how) if name == member else content)
    return result.getvalue()


def examine(name: str, data: bytes) -> None:
    """Read ``data``; raise AssertionError if what was read is not whole or took too long."""
    started = time.monotonic()
    try:
        document = read_bytes(data, name)
    except ReadError:
        return
    assert len(document.prose) == len(document.text)
    for offset in {0, len(document.text) // 2, len(document.text)}:
        position = document.position(offset)
        assert position.line >= 1
        assert position.column >= 1
        if document.origin is not None:
            document.origin.describe(offset)
    assert time.monotonic() - started < SECONDS_A_FILE


if __name__ == "__main__":
    sys.exit(main())
