"""What fixes would change, as a patch that ``git apply`` and ``patch`` take."""

import re
from collections.abc import Iterator

from gaojian.diagnostic import Text
from gaojian.errors import GaojianError

_CONTEXT = 3
_TO_QUOTE = re.compile(r'["\\\x00-\x1f\x7f]')
_NO_NEWLINE = b"\n\\ No newline at end of file\n"


def difference(path: str, before: bytes, after: bytes, encoding: str) -> Iterator[bytes]:
    """Yield the lines of a unified diff of the file ``path``, in its own bytes.

    Raises GaojianError for UTF-16, in which a line feed is no byte of its own.
    """
    from difflib import diff_bytes, unified_diff  # noqa: PLC0415 (few runs need it)

    if encoding.startswith("utf-16"):
        raise GaojianError(
            Text(
                "UTF-16 文件不能表示成补丁；请先另存为 UTF-8，或直接用 --fix",
                "a UTF-16 file cannot be shown as a patch; save it as UTF-8, or use --fix",
            )
        )
    # By bytes: str.splitlines and bytes.splitlines break at more than a line feed, and patches do not.
    old, new = _lines(before), _lines(after)
    names = (_name("a", path), _name("b", path))
    for line in diff_bytes(unified_diff, old, new, *names, n=_CONTEXT):
        yield line if line.endswith(b"\n") else line + _NO_NEWLINE


def _lines(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _name(side: str, path: str) -> bytes:
    """Return the name of a file as git writes it: in quotes where it holds what would end it."""
    name = f"{side}/{path.lstrip('/')}"
    if _TO_QUOTE.search(name):
        name = '"' + _TO_QUOTE.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'
    elif " " in name:
        name += "\t"
    return name.encode("utf-8", "surrogateescape")
