"""Feed broken files to the readers: ``make fuzz SECONDS=60``.

Each reader gets its share of the time. A valid file is cut, doubled, overwritten and shuffled, packages also inside
their members. A reader may refuse with ReadError and nothing else; what it reads must be whole: prose as long as text,
a position for every offset asked for, and all within the time that one file may take. Hypothesis reduces what fails.
"""

import argparse
import io
import sys
import time
import zipfile
from collections.abc import Sequence

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fuzz_seeds import seeds
from gaojian.reading import ReadError, read_bytes

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
    parser.add_argument("--only", metavar="SUFFIX", help="one reader, such as docx")
    options = parser.parse_args(arguments)
    chosen = {name: data for name, data in seeds().items() if options.only in (None, name.rpartition(".")[2])}
    failed = 0
    for name, data in chosen.items():
        count, error = fuzz(name, data, options.seconds / len(chosen))
        print(f"{name}: {count} files, {'failed' if error else 'ok'}", flush=True)
        if error:
            print(error)
            failed += 1
    return int(failed > 0 or not chosen)


def fuzz(name: str, data: bytes, seconds: float) -> tuple[int, str]:
    """Read broken copies of ``data`` for ``seconds``; return how many, and what failed, "" for nothing."""
    count = 0

    def one(broken: bytes) -> None:
        nonlocal count
        count += 1
        examine(name, broken)

    run = settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )(given(copies(data))(one))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            run()
        except Exception as error:  # noqa: BLE001 (any error of a reader is what is looked for)
            return count, "".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", ())])
    return count, ""


def copies(data: bytes) -> st.SearchStrategy[bytes]:
    """Return broken copies of ``data``; of a package also those that are broken inside."""
    broken = _CUTS.map(lambda cuts: cut(data, cuts))
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return broken
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
    inside = st.tuples(st.sampled_from(names), _CUTS).map(lambda choice: repacked(data, *choice))
    return broken | inside | inside


def cut(data: bytes, cuts: Sequence[tuple[float, int, bytes, int]]) -> bytes:
    """Return ``data`` with pieces taken out, overwritten, inserted or doubled."""
    for share, length, piece, kind in cuts:
        start = int(share * (len(data) + 1))
        end = min(len(data), start + length)
        middle = (b"", piece, piece + data[start:end], data[start:end] * 2)[kind]
        data = data[:start] + middle + data[end:]
    return data


def repacked(data: bytes, member: str, cuts: Sequence[tuple[float, int, bytes, int]]) -> bytes:
    """Return the package ``data`` with one member broken."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, cut(content, cuts) if name == member else content)
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
