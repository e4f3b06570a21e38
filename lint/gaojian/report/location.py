"""Places as others count and spell them: lines to the last one covered, paths relative to the working directory."""

from pathlib import Path, PurePosixPath
from urllib.parse import quote

from gaojian.text import Position


def last_line(start: Position, end: Position) -> int:
    """Return the last line of which the range has a part; a range that ends with a line break ends with its line."""
    return end.line - 1 if end.column == 1 and end.line > start.line else end.line


def relative(path: str) -> str:
    """Return ``path`` relative to the working directory if it lies below it, with ``/`` and no leading ``./``."""
    given = Path(path)
    if given.is_absolute() and given.is_relative_to(Path.cwd()):
        return given.relative_to(Path.cwd()).as_posix()
    return str(PurePosixPath(path))


def uri(path: str) -> str:
    """Return the URI of ``path``, percent-encoded: relative, or with ``file:`` outside the working directory."""
    shown = relative(path)
    if Path(shown).is_absolute():
        return "file://" + _percent(shown if shown.startswith("/") else f"/{shown}")
    return _percent(shown)


def _percent(path: str) -> str:
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "surrogatepass"))
