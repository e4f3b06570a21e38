"""Where reports go: the terminal, a pipe or a file; and how a terminal wants them."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO, cast

import click

from gaojian.diagnostic import Text
from gaojian.errors import UsageError

# About a second of work: below it a progress bar would only flicker.
_PROGRESS_BYTES = 12 * 1024 * 1024


class Output:
    """Standard output, or a file that appears whole or not at all.

    Raises UsageError at once when the file cannot be written, not after the work is done.
    """

    def __init__(self, file: Path | None, *, machine: bool) -> None:
        self._file = file
        self._temporary: TextIO | None = None
        if file is not None:
            self._temporary = _open_beside(file)
        elif machine:
            _reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        else:
            # A console in GBK cannot show every character of a document; a report must not die of that.
            _reconfigure(errors="backslashreplace")

    @property
    def is_terminal(self) -> bool:
        """Whether people read along."""
        return self._file is None and sys.stdout.isatty()

    def write(self, chunks: Iterable[str]) -> None:
        """Write all ``chunks``. Raises UsageError when the disk does not take them."""
        with self._guarded() as stream:
            stream.writelines(chunks)
            stream.flush()

    def write_bytes(self, chunks: Iterable[bytes]) -> None:
        """Write all ``chunks`` as they are: documents and patches in their own encoding. Raises UsageError."""
        with self._guarded() as stream:
            stream.flush()
            stream.buffer.writelines(chunks)
            stream.buffer.flush()

    @contextmanager
    def _guarded(self) -> Iterator[TextIO]:
        try:
            yield self._temporary or sys.stdout
        except BrokenPipeError:
            # The reader has seen enough (as `head` does); what follows must not raise again when Python exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except OSError as error:
            raise _unwritable(self._file or Path("-"), error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._temporary is None or self._file is None:
            return
        self._temporary.close()
        if kind is None:
            Path(self._temporary.name).replace(self._file)
        else:
            Path(self._temporary.name).unlink(missing_ok=True)


def _open_beside(file: Path) -> TextIO:
    if file.is_dir():
        raise UsageError(Text(f"{file}：是文件夹，不能写入；请给出文件名", f"{file}: is a folder; name a file"))
    import tempfile  # noqa: PLC0415 (only a report that goes to a file needs it)

    try:
        stream = tempfile.NamedTemporaryFile(  # noqa: SIM115 (closed by Output.__exit__)
            "w",
            encoding="utf-8",
            errors="backslashreplace",
            newline="\n",
            dir=file.parent,
            prefix=".gaojian-",
            delete=False,
        )
    except OSError as error:
        raise _unwritable(file, error) from error
    # A temporary file is private; a report has the rights that any new file has.
    mask = os.umask(0)
    os.umask(mask)
    Path(stream.name).chmod(0o666 & ~mask)
    return cast("TextIO", stream)


def _unwritable(file: Path, error: OSError) -> UsageError:
    reason = error.strerror or str(error)
    return UsageError(
        Text(
            f"{file}：无法写入（{reason}）；请换一个位置或检查权限",
            f"{file}: cannot be written ({reason}); choose another place or check permissions",
        )
    )


def _reconfigure(**settings: str) -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(**settings)


def wants_color(choice: str, *, terminal: bool) -> bool:
    """Return whether to colour: as ``choice`` says, and for "auto" as NO_COLOR, FORCE_COLOR and the terminal say."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (terminal and os.environ.get("TERM") != "dumb")


def terminal_width() -> int:
    """Return the width of the terminal in cells; 100 where there is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 100
    except (OSError, ValueError):
        return 100


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function that moves a progress bar on standard error by so many bytes; no bar for short work."""
    if quiet or total < _PROGRESS_BYTES or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label="稿检", file=sys.stderr) as bar:
        yield bar.update
